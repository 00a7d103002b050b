"""What the rest of the program needs of an encoder, whatever runs it."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from qa_app.model import Span

Vectors = NDArray[np.float32]


class PassageText(Struct, frozen=True):
    """A passage as the encoder reads it: `sentences` are spans of `text`, not of the document.

    `context` (title, headings) is read before the text and colours its vectors.
    """

    context: str
    text: str
    sentences: tuple[Span, ...]


class PassageVectors(Struct, frozen=True):
    """`passage` is `(dim,)`, `sentences` `(n_sentences, dim)`; float32, unit rows."""

    passage: Vectors
    sentences: Vectors


class PendingVector(Protocol):
    """A question's vector, which may still be worked out. For the thread that asked for it."""

    def done(self) -> bool:
        """Whether the result need not be waited for."""
        ...

    def result(self) -> Vectors:
        """See `Encoder.encode_question`; waits for it."""
        ...


class ReadyVector(Struct, frozen=True):
    """A vector that is there."""

    vector: Vectors

    def done(self) -> bool:
        """See `PendingVector.done`."""
        return True

    def result(self) -> Vectors:
        """See `PendingVector.result`."""
        return self.vector


class Encoder(Protocol):
    """Text to vectors. Any thread may call it; it may serve one call at a time."""

    @property
    def name(self) -> str:
        """Names model and weights: vectors of encoders of different names do not compare."""
        ...

    @property
    def dim(self) -> int:
        """The length of every vector."""
        ...

    def load(self) -> None:
        """Get ready, which may take seconds the first time.

        Raises:
            EncoderError: the model cannot be loaded.
        """
        ...

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """Vectors for each passage and its sentences, in the order given."""
        ...

    def encode_question(self, question: str) -> Vectors:
        """The question's vector, `(dim,)` float32 of unit length."""
        ...

    def begin_question(self, question: str) -> PendingVector:
        """Begin `encode_question`, where that can be done beside what the caller does next."""
        ...
