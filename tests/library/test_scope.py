"""Where a question's answer may stand."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa_app.library.scope import Ids, RecentIds, Scope

_IDS = st.sets(st.integers(1, 60), max_size=30)


@given(_IDS, st.lists(st.integers(0, 2**40), max_size=30))
def test_scope_is_a_set(ids: set[int], asked: list[int]) -> None:
    """A scope holds its passages and no other, and keeps the order of what lies in it."""
    scope = Scope(np.array(sorted(ids), dtype=np.int64))
    assert len(scope) == len(ids)
    assert [i for i in asked if scope.holds(i)] == [i for i in asked if i in ids]
    assert scope.inside(asked) == [i for i in asked if i in ids]
    found = [(i, float(-n)) for n, i in enumerate(asked)]
    assert scope.within(found) == [hit for hit in found if hit[0] in ids]


def test_recent_ids_are_found_once() -> None:
    """The conditions that were last asked for are remembered, older ones found again."""
    recent, found = RecentIds(2), list[str]()

    def ask(condition: str) -> Ids:
        def find() -> Ids:
            found.append(condition)
            return np.array([len(found)], dtype=np.int64)

        return recent.get(condition, find)

    assert [ask(one).tolist() for one in ("a", "b", "a", "c", "a")] == [[1], [2], [1], [3], [1]]
    assert ask("b").tolist() == [4]
    assert found == ["a", "b", "c", "b"]
