"""What a person does: presses keys, types and clicks. The only place that calls untyped helpers."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow

QUESTION = "what did Abu Qasra say?"
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    """Press a key where the focus is."""
    widget = QGuiApplication.focusObject()
    assert isinstance(widget, QWidget)
    qtbot.keyClick(widget, key, modifier)  # type: ignore[no-untyped-call]


def press_sequence(qtbot: QtBot, widget: QWidget, keys: str) -> None:
    """Press a key as Qt's portable form names it, on a widget that gets the focus."""
    widget.setFocus()
    pressed = QKeySequence(keys)[0]  # type: ignore[index]
    qtbot.keyClick(widget, pressed.key(), pressed.keyboardModifiers())  # type: ignore[no-untyped-call]


def write(qtbot: QtBot, widget: QWidget, text: str) -> None:
    """Type a text, key by key."""
    qtbot.keyClicks(widget, text)  # type: ignore[no-untyped-call]


def click(qtbot: QtBot, widget: QWidget, at: QPoint | None = None) -> None:
    """Click a widget, in its middle where no place is given."""
    place = at if at is not None else widget.rect().center()
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)  # type: ignore[no-untyped-call]


def ask(qtbot: QtBot, window: MainWindow, question: str = QUESTION) -> None:
    """Type a question and press Enter, and wait for the answer."""
    window.question_bar.field.setFocus()
    window.question_bar.field.clear()
    write(qtbot, window.question_bar.field, question)
    with qtbot.waitSignal(window.client.answered):
        press(qtbot, Qt.Key.Key_Return)


def come_back(qtbot: QtBot, window: MainWindow) -> None:
    """Be in the window again after a dialog: without a window manager nobody else sees to it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
