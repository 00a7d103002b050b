"""The line at the bottom, in windows of different widths."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from qa_app.gui.theme import theme_from
from qa_app.gui.views.status_line import StatusLine
from qa_app.model import FileProblem, FileState, Progress

STATE = "3 documents, 41 passages, being brought up to date… · all offline"


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    """A line that says something while a run is on."""
    made = StatusLine(theme_from(QPalette()))
    qtbot.addWidget(made)
    made.show_state(STATE)
    made.show_progress(Progress(12, 80, 300, 45.2, 118.0))
    return made


def test_in_a_narrow_window_work_stands_below_the_state(line: StatusLine) -> None:
    """At 700 pixels neither is shortened."""
    line.resize(700, line.sizeHint().height())
    line.show()
    assert line.state.text() == STATE
    assert line.progress.mapTo(line, QPoint()).y() > line.state.y()


def test_with_room_it_is_one_line(line: StatusLine) -> None:
    """So it is again when the run has ended."""
    line.resize(1400, line.sizeHint().height())
    line.show()
    assert line.state.text() == STATE
    one_line = line.sizeHint().height()
    line.resize(700, one_line)
    assert line.sizeHint().height() > one_line
    line.end_progress()
    assert line.sizeHint().height() <= one_line


def test_in_a_narrow_window_problems_are_said_in_few_words(line: StatusLine) -> None:
    """What the library holds can be read, and a screen reader still hears the whole."""
    line.end_progress()
    line.show_problems((FileProblem("/a", FileState.FAILED, "torn"),) * 12)
    line.show_state("27 documents, 120 passages, up to date · all offline")
    line.resize(1400, line.sizeHint().height())
    line.show()
    assert line.problems_button.text() == "12 files could not be read"
    line.resize(520, line.sizeHint().height())
    assert line.problems_button.text() == "12 files read in part"
    assert line.problems_button.accessibleName() == "12 files could not be read"
