"""What typed letters mean in a list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.gui.folding import folded
from qa_app.gui.matching import matching

ITEMS = [(folded(text), text) for text in ("Who pays the soldiers?", "Où est le café?", "In May")]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("soldiers who", ["Who pays the soldiers?"]),
        ("CAFE", ["Où est le café?"]),
        ("", [text for _, text in ITEMS]),
        ("soldeirs", ["Who pays the soldiers?"]),
        ("zzzzzz", []),
    ],
)
def test_every_word_occurs(typed: str, found: list[str]) -> None:
    """Words match in any order, whatever case and accents; a slip finds what is near."""
    assert matching(typed, ITEMS) == found


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays as it is, but for letters that only folding makes."""
    assert folded(folded(folded(text))) == folded(folded(text))


@given(st.text(alphabet="abcé ñ", min_size=1))
def test_a_text_matches_itself(text: str) -> None:
    """Whoever types the whole text finds it."""
    assert matching(text, [(folded(text), text)]) == [text]
