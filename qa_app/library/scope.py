"""Where a question's answer may stand: some of the passages."""

from collections.abc import Callable, Hashable, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

# Of passages or documents, `(n,)`.
Ids = NDArray[np.int64]


class Scope(Struct, frozen=True, eq=False):
    """The passages to search. `ids` are in ascending order, each once.

    A scope without passages is false: where there may be none at all, compare with None.
    """

    ids: Ids

    def __len__(self) -> int:
        return len(self.ids)

    def holds(self, passage_id: int) -> bool:
        """Whether a passage lies inside."""
        return bool(self._inside([passage_id])[0])

    def inside(self, ids: Sequence[int]) -> list[int]:
        """Those of passages that lie inside, in their order."""
        return [i for i, is_inside in zip(ids, self._inside(ids), strict=True) if is_inside]

    def within(self, found: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
        """Those of (passage id, score) that lie inside, in their order."""
        inside = self._inside([i for i, _ in found])
        return [hit for hit, is_inside in zip(found, inside, strict=True) if is_inside]

    def _inside(self, ids: Sequence[int]) -> NDArray[np.bool_]:
        wanted = np.array(ids, dtype=np.int64)
        if not len(self):
            return np.zeros(len(wanted), dtype=np.bool_)
        at = np.searchsorted(self.ids, wanted).clip(max=len(self) - 1)
        inside: NDArray[np.bool_] = self.ids[at] == wanted
        return inside


class RecentIds:
    """The passages that the conditions of late were found to leave. For one thread."""

    def __init__(self, k: int) -> None:
        """Remember the `k` that were last asked for."""
        self._k = k
        self._found: dict[Hashable, Ids] = {}

    def get(self, condition: Hashable, find: Callable[[], Ids]) -> Ids:
        """What is remembered for a condition, or else what `find` gives."""
        ids = self._found.pop(condition, None)
        if ids is None:
            ids = find()
        self._found[condition] = ids
        if len(self._found) > self._k:
            del self._found[next(iter(self._found))]
        return ids
