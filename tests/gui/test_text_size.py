"""Text that follows the application's size with a step of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from qa_app.gui.text_size import apply, follow, usual_font


@pytest.fixture(autouse=True)
def _as_before(qtbot: QtBot) -> Iterator[None]:
    """Give the application back its usual font."""
    del qtbot
    yield
    apply(usual_font())


def larger(factor: float) -> QFont:
    """The usual font, larger."""
    font = usual_font()
    font.setPointSizeF(font.pointSizeF() * factor)
    return font


def size_pt(label: QLabel) -> float:
    """How large a label's text is."""
    return QFontInfo(label.font()).pointSizeF()


@pytest.mark.parametrize("step_pt", [-1.5, 3.0])
def test_step_grows_with_the_text(qtbot: QtBot, step_pt: float) -> None:
    """What is a step larger or smaller stays so in proportion, and keeps its weight."""
    label = QLabel("Words")
    qtbot.addWidget(label)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    follow(label, step_pt)
    usual = usual_font().pointSizeF()
    assert size_pt(label) == pytest.approx(usual + step_pt, abs=0.5)
    apply(larger(2))
    assert size_pt(label) == pytest.approx(2 * (usual + step_pt), abs=0.5)
    assert label.font().bold()


def test_what_is_made_later_has_the_size_too(qtbot: QtBot) -> None:
    """A widget made after the size was chosen is as large as those made before."""
    before = QLabel("Words")
    qtbot.addWidget(before)
    follow(before, 2.0)
    apply(larger(1.6))
    after = QLabel("Words")
    qtbot.addWidget(after)
    follow(after, 2.0)
    assert size_pt(after) == size_pt(before)


def test_usual_font_is_the_systems(qtbot: QtBot) -> None:
    """The usual size does not change with the application's, and is in points."""
    del qtbot
    before = usual_font()
    apply(larger(2))
    assert usual_font().pointSizeF() == before.pointSizeF() > 0
    assert QApplication.font().pointSizeF() == pytest.approx(2 * before.pointSizeF())
