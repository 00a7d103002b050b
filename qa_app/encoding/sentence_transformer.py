"""The encoder on sentence-transformers: the door by which every model comes in.

torch is imported when the model is loaded, which takes seconds.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from logging import CRITICAL, getLogger
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from qa_app.encoding.late_chunking import late_chunked
from qa_app.encoding.pooling import unit_rows
from qa_app.encoding.protocol import PassageText, PassageVectors, PendingVector, Vectors
from qa_app.encoding.weights import BUNDLED_NAME, ModelChoice, verify_bundled
from qa_app.encoding.windows import Tokens, Window, batches
from qa_app.errors import EncoderError


class SentenceTransformerEncoder:
    """Reads with the model as sentence-transformers runs it.

    One call is served at a time (the tokenizer is not safe to share), from whichever thread.
    """

    def __init__(self, choice: ModelChoice) -> None:
        self._choice = choice
        self._lock = Lock()
        self._beside = ThreadPoolExecutor(max_workers=1)
        self._loaded: LoadedModel | None = None

    @property
    def name(self) -> str:
        """See `Encoder.name`."""
        return self._choice.name

    @property
    def dim(self) -> int:
        """See `Encoder.dim`. Loads the model."""
        return self.model().dim

    def load(self) -> None:
        """See `Encoder.load`."""
        self.model()

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """See `Encoder.encode_passages`."""
        model = self.model()
        with self._lock:
            return model.encode_passages(passages)

    def encode_question(self, question: str) -> Vectors:
        """See `Encoder.encode_question`."""
        model = self.model()
        with self._lock:
            return model.encode_question(question)

    def begin_question(self, question: str) -> PendingVector:
        """See `Encoder.begin_question`."""
        return self._beside.submit(self.encode_question, question)

    def model(self) -> "LoadedModel":
        """The model, loaded and checked.

        Raises:
            EncoderError: it cannot be loaded, or does not pool by the mean of its tokens.
        """
        with self._lock:
            if self._loaded is None:
                self._loaded = LoadedModel(_load(self._choice))
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


class LoadedModel:
    """Holds the model; called by one thread at a time."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - a SentenceTransformer
        self.model = model
        self.dim = int(model.get_embedding_dimension())
        self._tokenizer = model.tokenizer
        self.window = _window(self._tokenizer, int(model.max_seq_length))

    def encode_question(self, question: str) -> Vectors:
        """The model's own path, prompts included; a long question is read in windows instead."""
        if len(self.tokens(question).ids) <= self.window.size:
            vector = self.model.encode_query(question, convert_to_numpy=True)
            row: Vectors = unit_rows(np.asarray(vector, dtype=np.float32).reshape(1, -1))[0]
            return row
        return self.encode_passages([PassageText("", question, ())])[0].passage

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """See `Encoder.encode_passages`."""
        return late_chunked(passages, self.tokens, self.window, self._read)

    def tokens(self, text: str) -> Tokens:
        """The text's own tokens, however many."""
        found = self._tokenizer(
            text,
            add_special_tokens=False,
            return_offsets_mapping=True,
            truncation=False,
            verbose=False,
        )
        return Tokens(found["input_ids"], [start for start, _ in found["offset_mapping"]])

    def _read(self, windows: list[list[int]]) -> list[Vectors]:
        vectors: dict[int, Vectors] = {}
        for chosen in batches([len(window) for window in windows]):
            read = self._forward([windows[n] for n in chosen])
            vectors.update(zip(chosen, read, strict=True))
        return [vectors[n] for n in range(len(windows))]

    def _forward(self, windows: list[list[int]]) -> list[Vectors]:
        """Token vectors of each window, padding left out."""
        import torch  # noqa: PLC0415 - loaded with the model

        padded = self._tokenizer.pad({"input_ids": windows}, return_tensors="pt")
        with torch.inference_mode():
            out = self.model.forward({k: v.to(self.model.device) for k, v in padded.items()})
        tokens = out["token_embeddings"].float().cpu().numpy()
        return [row[: len(own)] for row, own in zip(tokens, windows, strict=True)]


def _window(tokenizer: Any, n_tokens: int) -> Window:  # noqa: ANN401 - a tokenizer
    """What of the model's window is left by what the tokenizer puts before and after a text."""
    bare = tokenizer("a", add_special_tokens=False)["input_ids"]
    full = tokenizer("a")["input_ids"]
    at = next(n for n in range(len(full)) if full[n : n + len(bare)] == bare)
    before, after = full[:at], full[at + len(bare) :]
    return Window(n_tokens - len(before) - len(after), tuple(before), tuple(after))
