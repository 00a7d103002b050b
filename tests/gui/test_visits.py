"""The way through the questions of a session."""

from hypothesis import given
from hypothesis import strategies as st

from qa_app.gui.visits import Place, Trail, Visit


def visit(question: str, *dropped: str) -> Visit:
    """A visit whose answer is still to come."""
    return Visit(question, dropped, None)


def test_one_steps_back_and_on() -> None:
    """From the last question the way leads back to the first and on again, and no further."""
    trail = Trail()
    for question in ("one", "two", "three"):
        trail.add(visit(question))
    assert trail.step(-1) == visit("two")
    assert trail.step(-1) == visit("one")
    assert trail.step(-1) is None
    assert trail.step(1) == visit("two")
    assert trail.can_step(1)


def test_a_new_question_ends_the_way_on() -> None:
    """Whoever goes back and asks something else cannot go on to what was there."""
    trail = Trail()
    trail.add(visit("one"))
    trail.add(visit("two"))
    trail.step(-1)
    trail.add(visit("three"))
    assert not trail.can_step(1)
    assert trail.step(-1) == visit("one")


def test_the_same_asked_again_is_one_visit() -> None:
    """A question asked twice in a row stands once; with a condition dropped it is another."""
    trail = Trail()
    trail.add(visit("one"))
    trail.add(visit("one"))
    assert len(trail) == 1
    trail.add(visit("one", "in 2020"))
    assert len(trail) == 2


def test_the_place_is_kept() -> None:
    """Where the person was in a visit is there when they come back."""
    trail = Trail()
    trail.add(visit("one"))
    trail.leave(Place(row=3, hits_scroll=40, source_scroll=7))
    trail.add(visit("two"))
    found = trail.step(-1)
    assert found is not None
    assert found.place == Place(3, 40, 7)


@given(st.lists(st.one_of(st.sampled_from("abc"), st.sampled_from([-1, 1])), max_size=40))
def test_there_is_always_a_present_visit(moves: list[str | int]) -> None:
    """Whatever is asked and wherever one goes, no more than the newest are kept, one of them on."""
    trail = Trail(n_kept=4)
    for move in moves:
        if isinstance(move, str):
            trail.add(visit(move))
        else:
            trail.step(move)
        assert len(trail) <= 4
        assert (trail.present() is None) == (len(trail) == 0)
