"""Stand-ins that let the tests run without a model."""

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from qa_app.encoding.protocol import PassageText, PassageVectors, Vectors
from qa_app.encoding.sentence_transformer import unit_rows

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
        self.n_passages += len(passages)
        return [self._encode(passage) for passage in passages]

    def encode_question(self, question: str) -> Vectors:
        """See `Encoder.encode_question`."""
        row: Vectors = self._vectors([question])[0]
        return row

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
