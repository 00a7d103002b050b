"""The line to ask in, and the star beside it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from qa_app.gui.text_size import apply, usual_font
from qa_app.gui.theme import theme_from
from qa_app.gui.views.question_bar import QuestionBar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[QuestionBar]:
    """A bar on the screen; the text has its usual size again afterwards."""
    shown = QuestionBar(theme_from(QPalette()))
    qtbot.addWidget(shown)
    shown.resize(600, 120)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    apply(usual_font())


def test_hidden_star_takes_no_room(qtbot: QtBot, bar: QuestionBar) -> None:
    """The line goes on to the margin until the star is there."""
    assert bar.field.geometry().right() == bar.width() - 16 - 1
    bar.star.show()
    qtbot.waitUntil(lambda: bar.field.geometry().right() < bar.star.geometry().left())


def test_star_and_outcome_grow_with_the_text(qtbot: QtBot, bar: QuestionBar) -> None:
    """In text of twice the size the star is twice as large, and no word is cut off."""
    bar.star.show()
    bar.say(outcome="6 hits")
    before = bar.star.sizeHint().height()
    font = usual_font()
    font.setPointSizeF(2 * font.pointSizeF())
    apply(font)
    qtbot.waitUntil(lambda: bar.star.height() >= 1.8 * before)
    assert bar.outcome.minimumHeight() >= bar.outcome.fontMetrics().height()
