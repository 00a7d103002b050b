"""A few typed letters and the names that they fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.gui.fuzzy import match, near_match

WORDS = st.text(alphabet="abcdefgh äß😀é", max_size=30)


def marked(typed: str, name: str) -> str | None:
    """The name with brackets around each letter that was typed."""
    found = match(typed, name)
    if found is None:
        return None
    return "".join(f"[{c}]" if at in found.positions else c for at, c in enumerate(name))


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("cpm", "Copy as Markdown", "[C]o[p]y as [M]arkdown"),
        ("cm", "Copy as Markdown", "[C]opy as [M]arkdown"),
        ("mark", "Copy as Markdown", "Copy as [M][a][r][k]down"),
        ("markdown copy", "Copy as Markdown", "[C][o][p][y] as [M][a][r][k][d][o][w][n]"),
        ("uber", "Über alles", "[Ü][b][e][r] alles"),
        ("sicht", "Übersicht", "Über[s][i][c][h][t]"),
        ("😀", "To 😀 the end", "To [😀] the end"),
        ("opy", "Copy", "C[o][p][y]"),
        ("y", "Copy", None),
        ("ypo", "Copy", None),
        ("copy x", "Copy", None),
        ("", "Copy", "Copy"),
    ],
)
def test_letters_that_fit(typed: str, name: str, expected: str | None) -> None:
    """Letters fit in their order from the beginning of a word, or as a piece of one."""
    assert marked(typed, name) == expected


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("copy", "Copy as Markdown", "Close the older pretty yard"),
        ("fs", "Full screen", "Files"),
        ("set", "Settings", "Show every thing"),
        ("hit 3", "Hit 3", "Hide it 3"),
    ],
)
def test_runs_and_initials_are_better(typed: str, better: str, worse: str) -> None:
    """Letters that follow each other or begin words fit better than scattered ones."""
    one, other = match(typed, better), match(typed, worse)
    assert one is not None
    assert other is None or one.score > other.score


def test_what_is_said_about_it_fits_less() -> None:
    """A word of the description finds the name too, marks nothing in it, and counts less."""
    by_name, by_words = match("size", "Size of text"), match("size", "Larger", about="Text size")
    assert by_name is not None
    assert by_words is not None
    assert by_words.positions == ()
    assert by_words.score < by_name.score


def test_slip_of_the_finger_is_forgiven() -> None:
    """Swapped letters still come near the name; three letters are too few to tell."""
    found = near_match("markdwon", "Copy as Markdown")
    assert found is not None
    assert found.positions[0] == len("Copy as ")
    assert near_match("mrk", "Copy as Markdown") is None
    assert near_match("zzzzz", "Copy as Markdown") is None


@given(WORDS, WORDS)
def test_positions_spell_what_was_typed(typed: str, name: str) -> None:
    """Positions are in order, inside the name, and as many as there are different ones typed."""
    found = match(typed, name)
    if found is not None:
        assert 0 <= found.score <= 100
        assert list(found.positions) == sorted(set(found.positions))
        assert all(0 <= at < len(name) for at in found.positions)
        letters = "".join(name[at] for at in found.positions)
        assert len(letters) <= len("".join(typed.split()))


@given(st.text(alphabet="abcdefgh é", min_size=1, max_size=30))
def test_every_name_fits_itself_best(name: str) -> None:
    """A name typed in full is found, and as well as anything can be."""
    found = match(name, name)
    assert found is not None
    assert found.positions == () if not name.split() else found.score > 90
