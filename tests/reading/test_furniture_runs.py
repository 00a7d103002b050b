"""What is furniture for the company it keeps."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.model import BlockKind
from qa_app.reading.furniture import is_furniture
from qa_app.reading.furniture_runs import Line, furniture_among

TEXT = "The keeper opened the gates before dawn, and the water fell by a metre."
MORE = "Two boats were found on the bank with nobody in them, the police said on Monday."


def left_out(*texts: str) -> list[str]:
    """Which of the lines are furniture."""
    lines = [_line(text) for text in texts]
    return [t for t, found in zip(texts, furniture_among(lines), strict=True) if found]


def _line(text: str) -> Line:
    if is_furniture(text):
        return Line(text, BlockKind.FURNITURE)
    loose = not text.endswith((".", "?"))
    return Line(text, BlockKind.HEADING if loose else BlockKind.PARAGRAPH)


def test_a_menu_over_the_text() -> None:
    """Short lines among known ones are the site's own; the title below them is not."""
    menu = ["Valley Post", "Home", "Harbour", "Upper valley", "Sign in", "Subscribe"]
    assert left_out(*menu, "Old weir gives way after the storm", TEXT, MORE) == menu


def test_a_box_in_the_text() -> None:
    """What stands between two such lines is of the same box; a heading after it is none of it."""
    box = ["Sign up to Valley Mornings", "Your email address", "Sign me up"]
    assert left_out("Subscribe", TEXT, *box, "Below the weir", MORE) == ["Subscribe", *box]


def test_a_page_without_furniture_is_left_alone() -> None:
    """Minutes, notes and recipes are short lines as well."""
    lines = ["Minutes", "Present: M. Okafor", "Agenda", TEXT, "Vote: 2 for, 1 against", "Carried"]
    assert left_out(*lines) == []


def test_a_list_beside_furniture_is_left_alone() -> None:
    """Lines between the text and what stands under it belong to the text."""
    items = ["Ingredients", "3 large leeks", "150 g pearl barley", "1 bay leaf"]
    foot = ["Print this page", "Leave a comment"]
    assert left_out(TEXT, MORE, *items, *foot) == foot


def test_one_hint_is_not_enough() -> None:
    """A heading that begins like a box stays where nothing else says that it is one."""
    assert left_out(TEXT, "Share prices fall", MORE) == []


def test_all_below_the_foot() -> None:
    """An address and a motto at the very end go with the notices they stand among."""
    foot = ["Privacy policy", "Valley Post Ltd, 3 Quay Street, Stonemere.", "All rights reserved"]
    assert left_out(*[TEXT, MORE] * 6, *foot) == foot


def test_the_last_paragraph_under_a_box() -> None:
    """A box that asks for consent amid the text is no foot: what stands under it stays."""
    box = ["Externer Inhalt", "Cookie-Einstellungen", "Inhalte anzeigen"]
    short = "Nobody was hurt, the keeper told us."
    foot = ["Share", "Privacy policy"]
    assert left_out(*[TEXT, MORE] * 6, *box, short, *foot) == [*box, *foot]


def test_a_banner_over_the_text_is_no_foot() -> None:
    """Where the text comes below, the line that speaks of cookies ends nothing."""
    head = ["Cookie settings", "Accept all"]
    assert left_out(*head, "Old weir gives way", TEXT, MORE) == head


def test_a_pulled_quote() -> None:
    """A sentence of the text that stands once more by itself adds nothing."""
    quote = '"It has stood empty for years"'
    assert left_out("Share", "Print", TEXT, f"{quote[:-1]}," + '" she said.', quote) == [
        "Share",
        "Print",
        quote,
    ]


def test_a_doubled_title() -> None:
    """It stays once; a line of a list or of verse may be said twice."""
    title = "Old weir gives way after the storm"
    head = [_line(text) for text in ("News Feed", title, "2 min read", title, TEXT, MORE)]
    assert furniture_among(head) == [True, False, True, True, False, False]
    assert left_out("Home", TEXT, title, "and again", title, MORE, "Share") == ["Home", "Share"]


def test_another_script_beside_furniture() -> None:
    """A menu in another language goes with the furniture it stands beside."""
    assert left_out(TEXT, MORE, "Share", "Ссылка на эту страницу") == [
        "Share",
        "Ссылка на эту страницу",
    ]


def test_a_site_that_speaks_to_its_reader() -> None:
    """Its sentences are furniture beside furniture; a sentence of the text on the same is text."""
    own = "By signing up you agree to our terms and our privacy notice."
    news = "The court held that cookies need consent."
    assert left_out(TEXT, "Newsletter", own, "Subscribe", MORE, news, TEXT) == [
        "Newsletter",
        own,
        "Subscribe",
    ]


@pytest.mark.parametrize("above", ["Home", "Share"])
def test_short_sentences_are_text(above: str) -> None:
    """One word may be a sentence."""
    said = [above, "Print", TEXT, "Yes.", "Nobody was hurt.", "Why?", MORE]
    assert left_out(*said) == [above, "Print"]


@given(st.lists(st.sampled_from(["", "Home", TEXT, "Old weir", "1", "Да", "Read also", "Yes."])))
def test_any_lines(texts: Sequence[str]) -> None:
    """Whatever the lines, each is told apart, and what was furniture stays it."""
    lines = [_line(text) for text in texts]
    found = furniture_among(lines)
    assert len(found) == len(lines)
    assert all(f for f, line in zip(found, lines, strict=True) if is_furniture(line.text))
