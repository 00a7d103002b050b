"""Where a question's answer may stand."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa_app.library.scope import Scope

_IDS = st.sets(st.integers(1, 60), max_size=30)


@given(_IDS, st.lists(st.integers(0, 2**40), max_size=30))
def test_scope_is_a_set(ids: set[int], asked: list[int]) -> None:
    """A scope holds its passages and no other, and keeps the order of what lies in it."""
    scope = Scope(np.array(sorted(ids), dtype=np.int64))
    assert len(scope) == len(ids)
    assert [i for i in asked if scope.holds(i)] == [i for i in asked if i in ids]
    found = [(i, float(-n)) for n, i in enumerate(asked)]
    assert scope.within(found) == [hit for hit in found if hit[0] in ids]
