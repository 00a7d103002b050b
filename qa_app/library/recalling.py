"""An encoder that is spared what a damaged library still has the vectors of."""

from collections.abc import Callable, Sequence

from qa_app.encoding.protocol import Encoder, PassageText, PassageVectors, Vectors

Recall = Callable[[PassageText], PassageVectors | None]


class RecallingEncoder:
    """Asks `recalls`, and another encoder only for what none of them knows."""

    def __init__(self, encoder: Encoder, recalls: Sequence[Recall]) -> None:
        self._encoder = encoder
        self._recalls = recalls
        self.n_recalled = 0

    @property
    def name(self) -> str:
        """See `Encoder.name`."""
        return self._encoder.name

    @property
    def dim(self) -> int:
        """See `Encoder.dim`."""
        return self._encoder.dim

    def load(self) -> None:
        """See `Encoder.load`."""
        self._encoder.load()

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """See `Encoder.encode_passages`."""
        known = [self._recalled(passage) for passage in passages]
        new = [text for text, own in zip(passages, known, strict=True) if own is None]
        self.n_recalled += len(passages) - len(new)
        made = iter(self._encoder.encode_passages(new) if new else ())
        return [next(made) if own is None else own for own in known]

    def encode_question(self, question: str) -> Vectors:
        """See `Encoder.encode_question`."""
        return self._encoder.encode_question(question)

    def _recalled(self, passage: PassageText) -> PassageVectors | None:
        found = (recall(passage) for recall in self._recalls)
        return next((own for own in found if own is not None), None)
