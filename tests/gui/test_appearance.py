"""Light, dark, the system's look, the size of the text, and the full screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from qa_app.gui.appearance import TEXT_PERCENTS, Look
from qa_app.gui.looks import dark, light
from qa_app.gui.main_window import MainWindow
from qa_app.gui.text_size import usual_font
from tests.gui.conftest import OpenWindow
from tests.gui.hands import ask, press, press_sequence

ROLE = QPalette.ColorRole


@pytest.fixture(autouse=True)
def _as_before(qtbot: QtBot) -> Iterator[None]:
    """Give the application back the look that it had."""
    del qtbot
    yield
    QApplication.setPalette(QPalette())
    QApplication.setFont(usual_font())


def size_pt(widget: QWidget) -> float:
    """How large a widget's text is."""
    return QFontInfo(widget.font()).pointSizeF()


def ground_of(widget: QWidget) -> QColor:
    """The colour in a corner of a widget."""
    return widget.grab().toImage().pixelColor(3, 3)


def switch(qtbot: QtBot, window: MainWindow) -> None:
    """Press the key that switches the look."""
    press_sequence(qtbot, window.question_bar.field, "Ctrl+Shift+T")


def test_key_goes_through_the_looks(qtbot: QtBot, window: MainWindow) -> None:
    """System, light, dark, and round; each is seen at once and said in the status line."""
    seen: list[tuple[Look, str, str]] = []
    system = QApplication.palette().color(ROLE.Base).name()
    for _ in range(3):
        switch(qtbot, window)
        base = QApplication.palette().color(ROLE.Base).name()
        seen.append((window.appearance.look, base, window.status_line.told.text()))
        assert window.status_line.told.isVisible()
    assert [look for look, _, _ in seen] == [Look.LIGHT, Look.DARK, Look.SYSTEM]
    assert seen[0][1:] == (light().color(ROLE.Base).name(), "Light look")
    assert seen[1][1:] == (dark().color(ROLE.Base).name(), "Dark look")
    assert seen[2][1:] == (system, "The system's look")


def test_every_part_follows_the_look(qtbot: QtBot, window: MainWindow) -> None:
    """Every pane and the menu bar are dark in the dark look, at once and without a restart."""
    ask(qtbot, window)
    window.appearance.set_look(Look.LIGHT)
    parts = (
        window.menuBar(),
        window.question_bar,
        window.hits_panel,
        window.hits_panel.hit_list.viewport(),
        window.source_pane,
        window.source_pane.view.viewport(),
        window.status_line,
    )
    assert all(ground_of(part).lightness() > 200 for part in parts)
    window.appearance.set_look(Look.DARK)
    qtbot.waitUntil(lambda: all(ground_of(part).lightness() < 90 for part in parts))


def test_look_is_remembered(
    qtbot: QtBot, window: MainWindow, settings: QSettings, open_window: OpenWindow
) -> None:
    """The next window opens in the look and the size that were chosen."""
    switch(qtbot, window)
    switch(qtbot, window)
    press_sequence(qtbot, window.question_bar.field, "Ctrl++")
    settings.sync()
    other = open_window()
    assert other.appearance.look is Look.DARK
    assert other.appearance.text_percent == 110
    assert QApplication.palette().color(ROLE.Base) == dark().color(ROLE.Base)


def test_nonsense_in_the_settings_is_ignored(settings: QSettings, open_window: OpenWindow) -> None:
    """What somebody wrote into the settings by hand does no harm."""
    settings.setValue("look", "pink")
    settings.setValue("text_percent", "²")
    window = open_window()
    assert window.appearance.look is Look.SYSTEM
    assert window.appearance.text_percent == 100


def test_every_text_follows_its_size(qtbot: QtBot, window: MainWindow) -> None:
    """At 200 % each text of the window is twice as large as usual, and at 100 % as before."""
    ask(qtbot, window)
    widgets = [w for w in window.findChildren(QWidget) if w.isVisibleTo(window)]
    before = {id(w): size_pt(w) for w in widgets}
    window.appearance.set_text_percent(200)
    # Qt tells its widgets on the next turn of the loop.
    QApplication.processEvents()
    off = [w for w in widgets if abs(size_pt(w) / before[id(w)] - 2) > 0.15]
    assert [(type(w).__name__, w.accessibleName(), _words(w)) for w in off] == []
    window.appearance.set_text_percent(100)
    QApplication.processEvents()
    assert all(size_pt(w) == pytest.approx(before[id(w)], abs=0.3) for w in widgets)


def test_keys_change_the_size_within_limits(qtbot: QtBot, window: MainWindow) -> None:
    """Ctrl++ and Ctrl+- go step by step and stop at the ends; Ctrl+0 goes back to the usual."""
    field, usual = window.question_bar.field, size_pt(window.menuBar())
    for _ in range(len(TEXT_PERCENTS) + 2):
        press_sequence(qtbot, field, "Ctrl++")
    assert window.appearance.text_percent == TEXT_PERCENTS[-1]
    assert window.status_line.told.text() == f"Text at {TEXT_PERCENTS[-1]} %"
    for _ in range(len(TEXT_PERCENTS) + 2):
        press_sequence(qtbot, field, "Ctrl+-")
    assert window.appearance.text_percent == TEXT_PERCENTS[0]
    qtbot.waitUntil(lambda: size_pt(window.menuBar()) < usual)
    press_sequence(qtbot, field, "Ctrl+0")
    qtbot.waitUntil(lambda: abs(size_pt(window.menuBar()) - usual) < 0.3)


def test_rows_make_room_for_larger_text(qtbot: QtBot, window: MainWindow) -> None:
    """The rows of the hits grow with the text."""
    ask(qtbot, window)
    hits = window.hits_panel.hit_list
    before = hits.visualRect(hits.hit_model.index(0)).height()
    window.appearance.set_text_percent(160)
    qtbot.waitUntil(lambda: hits.visualRect(hits.hit_model.index(0)).height() > 1.3 * before)


def test_full_screen_and_back(qtbot: QtBot, window: MainWindow) -> None:
    """F11 fills the screen; again gives the window back as it was, maximised if it was."""
    window.showMaximized()
    press(qtbot, Qt.Key.Key_F11)
    assert window.isFullScreen()
    press(qtbot, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    assert window.isMaximized()


def test_system_palette_is_followed_and_mended(qtbot: QtBot, window: MainWindow) -> None:
    """Hints in empty fields can be read whatever the system's palette is."""
    del qtbot
    palette = QGuiApplication.palette()
    assert window.appearance.look is Look.SYSTEM
    assert palette.color(ROLE.PlaceholderText).alpha() == 255


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel) else ""
