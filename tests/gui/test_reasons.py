"""Why this hit: the pane that says so, with real keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from qa_app.gui.theme import theme_from
from qa_app.gui.views.hit_list import HitList
from tests.gui.hands import ask, click, press, write

CTRL = Qt.KeyboardModifier.ControlModifier


def labels_of(window: MainWindow) -> list[str]:
    """The names of the shares on show, from the top."""
    model = window.why_pane.shares.share_model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def open_pane(qtbot: QtBot, window: MainWindow) -> None:
    """Press the key that opens the pane, and wait until it has its height."""
    press(qtbot, Qt.Key.Key_I, CTRL)
    pane = window.why_pane
    qtbot.waitUntil(lambda: pane.height() == pane.heightForWidth(pane.width()))


def is_seen(hit_list: HitList) -> bool:
    """Whether some of the chosen hit is in view."""
    place = hit_list.visualRect(hit_list.currentIndex())
    return hit_list.viewport().rect().intersects(place)


def test_control_i_says_why(qtbot: QtBot, window: MainWindow) -> None:
    """A sentence says what decided, and each share is listed, the largest first."""
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_I, CTRL)
    pane = window.why_pane
    assert pane.isVisible()
    assert pane.title.text() == "Why hit 1?"
    assert pane.reason.text() == "Ranked here mostly for who says it."
    assert pane.manner.text() == "Reported: what Murhaf Abu Qasra said, in the writer’s words."
    assert pane.total.text().startswith("Together 2.33")
    assert labels_of(window) == ["Who says it", "Keywords", "The question’s words", "Meaning"]
    assert window.question_bar.field.hasFocus()


def test_pane_follows_the_chosen_hit(qtbot: QtBot, window: MainWindow) -> None:
    """The arrows walk on through the hits, and the pane tells of each; the hit stays in view."""
    window.resize(700, 480)
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_I, CTRL)
    hit_list = window.hits_panel.hit_list
    for rank in range(2, 7):
        press(qtbot, Qt.Key.Key_Down)
        assert window.why_pane.title.text() == f"Why hit {rank}?"
        qtbot.waitUntil(lambda: is_seen(hit_list))
    assert window.why_pane.reason.text() == "Ranked here for its meaning alone."
    assert not window.why_pane.manner.isVisible()


@pytest.mark.parametrize("way", ["again", "escape", "button"])
def test_pane_closes(qtbot: QtBot, window: MainWindow, way: str) -> None:
    """The same key, Esc or its button close it; the focus is where it was."""
    ask(qtbot, window)
    window.hits_panel.hit_list.setFocus()
    open_pane(qtbot, window)
    if way == "again":
        press(qtbot, Qt.Key.Key_I, CTRL)
    elif way == "escape":
        press(qtbot, Qt.Key.Key_Escape)
    else:
        click(qtbot, window.why_pane.close_button)
    assert not window.why_pane.isVisible()
    assert window.hits_panel.hit_list.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert window.question_bar.field.hasFocus()


def test_shares_can_be_walked_through(qtbot: QtBot, window: MainWindow) -> None:
    """F6 leads from the hits to the shares, which are read one by one; Esc leads back."""
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_I, CTRL)
    press(qtbot, Qt.Key.Key_F6)
    press(qtbot, Qt.Key.Key_F6)
    shares = window.why_pane.shares
    assert shares.hasFocus()
    press(qtbot, Qt.Key.Key_Down)
    spoken = shares.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Keywords adds 0.31, BM25 9.10, best sentence 7.25"
    press(qtbot, Qt.Key.Key_Escape)
    assert window.hits_panel.hit_list.hasFocus()
    assert not window.why_pane.isVisible()


def test_keyword_hits_have_no_shares(qtbot: QtBot, window: MainWindow) -> None:
    """While typing the pane says that there is nothing to tell yet; with no hit, to choose one."""
    with qtbot.waitSignal(window.client.peeked):
        write(qtbot, window.question_bar.field, "Abu Q")
    press(qtbot, Qt.Key.Key_I, CTRL)
    assert "Enter ranks them" in window.why_pane.reason.text()
    assert labels_of(window) == []
    window.question_bar.field.selectAll()
    press(qtbot, Qt.Key.Key_Delete)
    assert window.why_pane.reason.text() == "Choose a hit to see what put it in its place."


def test_related_passages_are_no_hits(qtbot: QtBot, window: MainWindow) -> None:
    """Of a refusal's passages the pane does not speak as of hits."""
    ask(qtbot, window, "What did Erdogan say?")
    press(qtbot, Qt.Key.Key_I, CTRL)
    assert window.why_pane.title.text() == "Why related passage 1?"


def test_bars_are_drawn_in_the_theme(qtbot: QtBot, window: MainWindow) -> None:
    """The largest share has a bar in the accent's colour, of the dark theme where it is dark."""
    dark = QPalette(QColor("#2b2b2e"))
    dark.setColor(QPalette.ColorRole.Base, QColor("#1e1e20"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#e6e6e6"))
    ask(qtbot, window)
    open_pane(qtbot, window)
    window.setPalette(dark)
    shares = window.why_pane.shares
    image = shares.viewport().grab().toImage()
    middle = shares.visualRect(shares.share_model.index(0)).center()
    row = [image.pixelColor(x, middle.y()).name() for x in range(image.width())]
    theme = theme_from(window.palette())
    assert row.count(theme.accent.name()) > image.width() // 4
    assert row[-1] == theme.base.name() == "#1e1e20"


@pytest.mark.parametrize("size", [(560, 400), (700, 480), (1180, 760)])
def test_pane_leaves_room_for_the_hits(
    qtbot: QtBot, window: MainWindow, size: tuple[int, int]
) -> None:
    """However low the window, nothing of the pane is cut off but rows that can be scrolled to."""
    window.resize(*size)
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_I, CTRL)
    pane, panel = window.why_pane, window.hits_panel
    qtbot.waitUntil(lambda: pane.height() > 100)
    assert (
        pane.mapTo(window, QPoint()).y() == panel.mapTo(window, panel.rect().bottomLeft()).y() + 1
    )
    assert panel.height() >= 90
    assert (window.width(), window.height()) == size
    for label in (pane.title, pane.reason, pane.manner, pane.total):
        assert label.height() >= label.heightForWidth(label.width())
        assert pane.rect().contains(label.geometry())
