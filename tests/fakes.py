"""Stand-ins that let the tests run without a model."""

import hashlib
import re
import tempfile
from collections.abc import Generator, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from qa_app.encoding.pooling import unit_rows
from qa_app.encoding.protocol import (
    PassageText,
    PassageVectors,
    PendingVector,
    ReadyVector,
    Vectors,
)
from qa_app.model import Cancelled, never_cancelled
from qa_app.reading.contents import FileContents
from qa_app.reading.file_reader import Reading, Wants
from qa_app.reading.limits import DEFAULT_LIMITS, ReadingLimits
from qa_app.reading.tokens import TokenBudget, load_token_budget

_WORD = re.compile(r"[^\W_]+")


class HashEncoder:
    """A seeded bag of hashed words: texts that share words have a high cosine.

    `n_passages` counts what was encoded.
    """

    def __init__(self, name: str = "hash-64", dim: int = 64) -> None:
        self.name = name
        self.dim = dim
        self.n_passages = 0

    def load(self) -> None:
        """See `Encoder.load`: there is nothing to load."""

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """See `Encoder.encode_passages`."""
        n = len(passages)
        # In one step: two threads may be here.
        self.n_passages += n
        return [self._encode(passage) for passage in passages]

    def encode_question(self, question: str) -> Vectors:
        """See `Encoder.encode_question`."""
        row: Vectors = self._vectors([question])[0]
        return row

    def begin_question(self, question: str) -> PendingVector:
        """See `Encoder.begin_question`."""
        return ReadyVector(self.encode_question(question))

    def _encode(self, passage: PassageText) -> PassageVectors:
        whole = self._vectors([f"{passage.context} {passage.text}"])
        sentences = self._vectors([span.of(passage.text) for span in passage.sentences])
        return PassageVectors(whole[0], sentences)

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        rows = [self._bag(text) for text in texts]
        unit: Vectors = unit_rows(np.array(rows, dtype=np.float32).reshape(-1, self.dim))
        return unit

    def _bag(self, text: str) -> Vectors:
        bag = np.full(self.dim, 0.01, dtype=np.float32)
        for word in _WORD.findall(text.lower()):
            digest = hashlib.sha256(word.encode()).digest()
            rng = np.random.default_rng(int.from_bytes(digest[:8], "big"))
            bag += rng.standard_normal(self.dim).astype(np.float32)
        return bag


class DirectReader:
    """Reads files in this process, which takes no time to start: for what is not made to harm."""

    def __init__(self, limits: ReadingLimits = DEFAULT_LIMITS) -> None:
        self._limits = limits

    def read(
        self,
        data: bytes,
        format: str,  # noqa: A002 - as the protocol has it
        wants: Wants,
        _cancelled: Cancelled = never_cancelled,
    ) -> Generator[Reading, None, None]:
        """See `FileReader.read`; it is not stopped in the middle of a document."""
        return FileContents(self._limits, _budget(), wants).read(data, format)

    def close(self) -> None:
        """See `FileReader.close`: there is nothing to let go of."""


@cache
def _budget() -> TokenBudget:
    with tempfile.TemporaryDirectory() as folder:
        return load_token_budget(Path(folder))
