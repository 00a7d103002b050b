"""The line at the bottom, in windows of different widths."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from qa_app.gui.theme import theme_from
from qa_app.gui.views.status_line import StatusLine
from qa_app.model import Progress

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
