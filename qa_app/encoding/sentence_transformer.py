"""The encoder on sentence-transformers: torch is imported when the first text is encoded."""

import os
from collections.abc import Sequence
from logging import CRITICAL, getLogger
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from qa_app.encoding.protocol import PassageText, PassageVectors, Vectors
from qa_app.encoding.weights import BUNDLED_NAME, ModelChoice, verify_bundled
from qa_app.errors import EncoderError
from qa_app.model import Span

# On processors without an accelerator small batches of like length are fastest: padding is the
# only waste, and a question that comes while indexing waits for one batch at most.
_BATCH = 8
# The part of the model's window that title and headings may take.
MAX_CONTEXT_TOKENS = 62


class SentenceTransformerEncoder:
    """One forward pass gives a passage's vector and, pooled from its tokens, its sentences'.

    A text longer than the model's window is read in several windows, never cut off. One call is
    served at a time (the tokenizer is not safe to share), from whichever thread.

    Source: “late chunking”, Günther et al. 2024, arXiv:2409.04701: token vectors of the whole
    passage, mean over each sentence's tokens.
    """

    def __init__(self, choice: ModelChoice) -> None:
        self._choice = choice
        self._lock = Lock()
        self._loaded: _LoadedModel | None = None

    @property
    def name(self) -> str:
        """See `Encoder.name`."""
        return self._choice.name

    @property
    def dim(self) -> int:
        """See `Encoder.dim`. Loads the model."""
        return self._model().dim

    def load(self) -> None:
        """See `Encoder.load`."""
        self._model()

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """See `Encoder.encode_passages`."""
        model = self._model()
        with self._lock:
            return model.encode_passages(passages)

    def encode_question(self, question: str) -> Vectors:
        """See `Encoder.encode_question`."""
        model = self._model()
        with self._lock:
            return model.encode_question(question)

    def _model(self) -> "_LoadedModel":
        with self._lock:
            if self._loaded is None:
                self._loaded = _LoadedModel(_load(self._choice))
            return self._loaded


def _load(choice: ModelChoice) -> Any:  # noqa: ANN401 - torch has no place in signatures
    if choice.name == BUNDLED_NAME:
        verify_bundled(Path(choice.location))
    if not choice.allow_network:
        # Read at import, so set before it.
        os.environ["HF_HUB_OFFLINE"] = "1"
        os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - takes seconds
        from transformers.utils import logging  # noqa: PLC0415 - the same

        logging.disable_progress_bar()
        # What it tries again and again while offline is told once, by the error below.
        getLogger("huggingface_hub").setLevel(CRITICAL)
        model = SentenceTransformer(
            choice.location, local_files_only=not choice.allow_network, trust_remote_code=False
        )
    except Exception as error:  # every kind of broken folder ends in another exception
        raise EncoderError(
            f"The model “{choice.location}” cannot be loaded ({_first_line(error)}); "
            "name another in the settings."
        ) from error
    _check_pooling(model, choice)
    return model


def _check_pooling(model: Any, choice: ModelChoice) -> None:  # noqa: ANN401 - a SentenceTransformer
    """Sentences are pooled by the mean of their tokens, so passages and questions must be too."""
    modes = {
        part.get_config_dict().get("pooling_mode")
        for part in model
        if hasattr(part, "include_prompt")
    }
    if modes != {"mean"}:
        raise EncoderError(
            f"The model “{choice.location}” does not pool by the mean of its tokens; "
            "name one in the settings that does, such as all-MiniLM-L6-v2."
        )


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".") or type(error).__name__


class _LoadedModel:
    """Holds the model; called by one thread at a time."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - a SentenceTransformer
        self._model = model
        self.dim = int(model.get_embedding_dimension())
        self._tokenizer = model.tokenizer
        self._specials = _special_tokens(self._tokenizer)
        self._window = int(model.max_seq_length) - sum(len(part) for part in self._specials)

    def encode_question(self, question: str) -> Vectors:
        # The model's own path, prompts included; a long question is read in windows instead.
        tokens = self._tokens(question)
        if len(tokens[0]) <= self._window:
            vector = self._model.encode_query(question, convert_to_numpy=True)
            row: Vectors = unit_rows(np.asarray(vector, dtype=np.float32).reshape(1, -1))[0]
            return row
        return self.encode_passages([PassageText("", question, ())])[0].passage

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        inputs = [self._tokenized(passage) for passage in passages]
        windows = [self._cut(ids) for ids, _, _ in inputs]
        # Each passage's windows stay in order, whatever order they are read in.
        read = iter(self._forward_all([window for own in windows for window in own]))
        vectors = [[next(read) for _ in own] for own in windows]
        return [
            _pooled(_joined(parts, self._specials), offsets, passage.sentences, shift)
            for parts, (_, offsets, shift), passage in zip(vectors, inputs, passages, strict=True)
        ]

    def _tokens(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        found = self._tokenizer(
            text,
            add_special_tokens=False,
            return_offsets_mapping=True,
            truncation=False,
            verbose=False,
        )
        return found["input_ids"], found["offset_mapping"]

    def _tokenized(self, passage: PassageText) -> tuple[list[int], list[tuple[int, int]], int]:
        """Token ids with the context before the text; offsets into the text; tokens of context.

        The context takes what room the passage leaves: it may be cut, the passage may not.
        """
        ids, offsets = self._tokens(passage.text)
        room = min(MAX_CONTEXT_TOKENS, max(0, self._window - len(ids)))
        context = self._tokens(passage.context)[0][:room] if passage.context and room else []
        return context + ids, offsets, len(context)

    def _cut(self, ids: list[int]) -> list[list[int]]:
        if not ids:
            return [[]]
        return [ids[at : at + self._window] for at in range(0, len(ids), self._window)]

    def _forward_all(self, windows: list[list[int]]) -> list[Vectors]:
        """Token vectors of each window in the order given, read in batches of like length."""
        order = sorted(range(len(windows)), key=lambda n: len(windows[n]))
        vectors: dict[int, Vectors] = {}
        for at in range(0, len(order), _BATCH):
            chosen = order[at : at + _BATCH]
            vectors.update(zip(chosen, self._forward([windows[n] for n in chosen]), strict=True))
        return [vectors[n] for n in range(len(windows))]

    def _forward(self, windows: list[list[int]]) -> list[Vectors]:
        """Token vectors of each window, special tokens included, padding left out."""
        import torch  # noqa: PLC0415 - loaded with the model

        before, after = self._specials
        ids = [[*before, *window, *after] for window in windows]
        padded = self._tokenizer.pad({"input_ids": ids}, return_tensors="pt")
        with torch.inference_mode():
            out = self._model.forward({k: v.to(self._model.device) for k, v in padded.items()})
        tokens = out["token_embeddings"].float().cpu().numpy()
        return [row[: len(own)] for row, own in zip(tokens, ids, strict=True)]


def _special_tokens(tokenizer: Any) -> tuple[list[int], list[int]]:  # noqa: ANN401 - a tokenizer
    """What the tokenizer puts before and after a text."""
    bare = tokenizer("a", add_special_tokens=False)["input_ids"]
    full = tokenizer("a")["input_ids"]
    at = next(n for n in range(len(full)) if full[n : n + len(bare)] == bare)
    return full[:at], full[at + len(bare) :]


def _joined(
    windows: list[Vectors], specials: tuple[list[int], list[int]]
) -> tuple[Vectors, Vectors]:
    """All token vectors (special ones included), and those of the text's own tokens in order."""
    before, after = len(specials[0]), len(specials[1])
    own = [window[before : len(window) - after] for window in windows]
    return np.concatenate(windows), np.concatenate(own)


def _pooled(
    tokens: tuple[Vectors, Vectors],
    offsets: list[tuple[int, int]],
    sentences: tuple[Span, ...],
    n_context: int,
) -> PassageVectors:
    everything, own = tokens
    passage = unit_rows(everything.mean(axis=0, keepdims=True))
    # A token belongs to the sentence in which it starts.
    starts = np.array([start for start, _ in offsets], dtype=np.int64)
    bounds = [
        (int(np.searchsorted(starts, span.start)), int(np.searchsorted(starts, span.end)))
        for span in sentences
    ]
    rows = [_mean(own[n_context:][first:last], passage[0]) for first, last in bounds]
    stacked = np.stack(rows) if rows else np.empty((0, passage.shape[1]), dtype=np.float32)
    return PassageVectors(passage=passage[0], sentences=unit_rows(stacked))


def _mean(tokens: Vectors, otherwise: Vectors) -> Vectors:
    """Mean of the rows; a span with no token takes its passage's vector."""
    if not len(tokens):
        return otherwise
    mean: Vectors = tokens.mean(axis=0)
    return mean


def unit_rows(vectors: Vectors) -> Vectors:
    """The rows scaled to length 1; a row of zeros stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32, copy=False)
    return scaled
