"""Reading passages by id: those read lately are remembered, as long as the library is as it was.

Questions of one session are about the same things, and every key stroke asks for nearly the same
passages as the one before.
"""

import sqlite3
from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

from qa_app.library.store import Filed, passage_ids_around, passages_by_id
from qa_app.library.stored import StoredPassage, paragraphs_of

Read = TypeVar("Read")

# Some 8 kB each.
_MOST_REMEMBERED = 4096


class PassageReader:
    """Reads the passages of a library. For one thread."""

    def __init__(self, connection: sqlite3.Connection, dim: int) -> None:
        self._connection = connection
        self._dim = dim
        self._as_of: object = None
        self._passages: dict[int, StoredPassage] = {}
        self._filed: dict[int, Filed] = {}
        self._around: dict[int, tuple[int, ...]] = {}

    def remember_as_of(self, state: object) -> None:
        """Forget what was read while the library was in another state than this."""
        if state != self._as_of:
            self._as_of = state
            self._passages.clear()
            self._filed.clear()
            self._around.clear()

    def passages(self, ids: Sequence[int]) -> dict[int, StoredPassage]:
        """The passages that are (still) in the library, by id, in the order of the ids."""
        _make_room(self._passages)
        _make_room(self._filed)
        if new := [i for i in ids if i not in self._passages]:
            self._passages |= passages_by_id(self._connection, new, self._dim, self._filed)
        return {i: self._passages[i] for i in ids if i in self._passages}

    def paragraphs(self, ids: Sequence[int]) -> list[tuple[StoredPassage, ...]]:
        """The paragraphs that the passages belong to: the parts of each, in order.

        Of an endless one, a text without empty lines, only what stands around the passages.
        """
        _make_room(self._around)
        if new := [i for i in ids if i not in self._around]:
            self._around |= passage_ids_around(self._connection, new)
        wanted = {i for one in ids for i in self._around.get(one, ())}
        return paragraphs_of(self.passages(list(wanted)))


def _make_room(remembered: dict[int, Read]) -> None:
    """Forget those that were read first, where there are too many."""
    for i in list(islice(remembered, max(0, len(remembered) - _MOST_REMEMBERED))):
        del remembered[i]
