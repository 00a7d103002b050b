"""The way through the questions of a session: where the person was, and what stands before it."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from qa_app.gui.renaming import renamed_answer
from qa_app.model import Answer, Metadata

N_KEPT = 50


class Place(Struct, frozen=True):
    """Where a person is in an answer: the row chosen, -1 for none, and how far they scrolled.

    The two scroll positions are those of the scroll bars.
    """

    row: int = -1
    hits_scroll: int = 0
    source_scroll: int = 0


class Visit(Struct, frozen=True):
    """A question, the conditions it was asked without, and the answer while that still holds."""

    question: str
    dropped: tuple[str, ...]
    answer: Answer | None
    place: Place = Place()

    def asks_the_same(self, other: "Visit") -> bool:
        """Whether both are the same question under the same conditions."""
        return (self.question, self.dropped) == (other.question, other.dropped)


class Trail:
    """Visits in the order they were made, one of which is the present one."""

    def __init__(self, n_kept: int = N_KEPT) -> None:
        self._n_kept = n_kept
        self._visits: list[Visit] = []
        self._at = -1

    def __len__(self) -> int:
        return len(self._visits)

    def present(self) -> Visit | None:
        """The visit the person is at."""
        return self._visits[self._at] if self._visits else None

    def add(self, visit: Visit) -> None:
        """Go to a new visit; what lay ahead is forgotten, and so is the oldest of too many.

        The present question, asked again, stays one visit.
        """
        present = self.present()
        if present is not None and present.asks_the_same(visit):
            self._visits[self._at] = visit
            return
        self._visits = [*self._visits[: self._at + 1], visit][-self._n_kept :]
        self._at = len(self._visits) - 1

    def can_step(self, step: int) -> bool:
        """Whether there is a visit `step` further on."""
        return 0 <= self._at + step < len(self._visits)

    def step(self, step: int) -> Visit | None:
        """Go `step` visits on, back where it is negative; None where there is none."""
        if not self.can_step(step):
            return None
        self._at += step
        return self.present()

    def leave(self, place: Place) -> None:
        """Remember where the person is in the present visit."""
        self._change_present(lambda visit: replace(visit, place=place))

    def forget_answers(self) -> None:
        """The documents have changed: no answer holds any more."""
        self._visits = [replace(visit, answer=None) for visit in self._visits]

    def correct(self, document_id: int, metadata: Metadata) -> None:
        """A document goes by other metadata from here on, in every answer."""
        self._visits = [
            replace(visit, answer=renamed_answer(visit.answer, document_id, metadata))
            if visit.answer is not None
            else visit
            for visit in self._visits
        ]

    def clear(self) -> None:
        """Forget every visit."""
        self._visits, self._at = [], -1

    def _change_present(self, change: Callable[[Visit], Visit]) -> None:
        if self._visits:
            self._visits[self._at] = change(self._visits[self._at])
