"""A passage in a row."""

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QPalette
from pytestqt.qtbot import QtBot

from qa_app.gui.marks import segments
from qa_app.gui.theme import theme_from
from qa_app.gui.utf16 import on_one_line
from qa_app.gui.views.passage_layout import ELLIPSIS, MAX_LINES, LaidOut, lay_out
from qa_app.model import Highlight, HighlightKind

ANSWER = HighlightKind.ANSWER
SENTENCE = "The 😀 spokesman for the port said that é nothing had been decided. "
SAID = "He said yes 🕊️ today."


def laid_out(text: str, *marks: Highlight, width: int = 320) -> LaidOut:
    """A passage laid out in a common font."""
    marked = segments(marks, len(text))
    return lay_out(text, marked, font=QFont(), width=width, theme=theme_from(QPalette()))


def marked_words(shown: LaidOut) -> str:
    """The marked words as the excerpt has them."""
    return "".join(mark.span.of(shown.excerpt.text) for mark in shown.excerpt.marks)


def test_short_passage_is_shown_whole(qtbot: QtBot) -> None:
    """A passage that fits has no ellipsis."""
    del qtbot
    assert laid_out(SAID, Highlight(ANSWER, 3, 7)).excerpt.text == SAID


@pytest.mark.parametrize("n_before", [0, 1, 4, 20, 90])
@pytest.mark.parametrize("n_after", [0, 1, 30])
@pytest.mark.parametrize("width", [180, 320, 700])
def test_long_passage_is_cut_around_its_answer(
    qtbot: QtBot, n_before: int, n_after: int, width: int
) -> None:
    """At most six lines are shown, the answer whole among them, with an ellipsis at each cut."""
    del qtbot
    text = SENTENCE * n_before + SAID + " " + SENTENCE * n_after
    start = len(SENTENCE) * n_before
    shown = laid_out(text, Highlight(ANSWER, start, start + len(SAID)), width=width)
    assert shown.layout.lineCount() <= MAX_LINES
    assert marked_words(shown) == SAID
    assert shown.excerpt.text.strip(ELLIPSIS) in text
    assert shown.excerpt.text.startswith(ELLIPSIS) == (
        not text.startswith(shown.excerpt.text.strip(ELLIPSIS))
    )


def test_answer_longer_than_the_row_begins_at_its_beginning(qtbot: QtBot) -> None:
    """Of an answer that does not fit, the beginning is shown."""
    del qtbot
    text = SENTENCE * 3 + SAID * 60
    shown = laid_out(text, Highlight(ANSWER, len(SENTENCE) * 3, len(text)))
    assert shown.layout.lineCount() == MAX_LINES
    assert marked_words(shown).startswith(SAID)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    text=st.text(st.sampled_from("ab 😀\n\té—ق"), min_size=1, max_size=600),
    ends=st.tuples(st.integers(0, 600), st.integers(0, 600)),
    width=st.integers(60, 400),
)
def test_marks_stay_on_their_words(
    qtbot: QtBot, text: str, ends: tuple[int, int], width: int
) -> None:
    """Whatever the text and width, marked words are words that were marked, in few lines."""
    del qtbot
    start, end = (min(place, len(text)) for place in sorted(ends))
    shown = laid_out(text, Highlight(ANSWER, start, end), width=width)
    assert shown.layout.lineCount() <= MAX_LINES
    assert marked_words(shown) in on_one_line(text[start:end])
