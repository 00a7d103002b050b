"""What a damaged library still has the vectors of."""

from collections.abc import Callable, Sequence

from qa_app.encoding.protocol import PassageText, PassageVectors

Recall = Callable[[PassageText], PassageVectors | None]


class Recalling:
    """Asks one after the other; `n_recalled` texts were known so far."""

    def __init__(self, recalls: Sequence[Recall]) -> None:
        self.n_recalled = 0
        self._recalls = recalls

    def __call__(self, text: PassageText) -> PassageVectors | None:
        """The vectors of a text; None where none of them knows it."""
        found = (recall(text) for recall in self._recalls)
        known = next((own for own in found if own is not None), None)
        self.n_recalled += known is not None
        return known
