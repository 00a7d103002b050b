"""Unexpected errors in the window's process."""

import sys
import threading

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qa_app.gui.crashes import Crashes
from qa_app.gui.views.dialogs import DetailsDialog


@pytest.fixture
def crashes(qtbot: QtBot) -> Crashes:
    """Told of errors, over a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Crashes(window)


def go_wrong(crashes: Crashes, words: str) -> None:
    """Have an error happen that nothing catches."""
    try:
        int(words)
    except ValueError as fault:
        crashes.on_fault(type(fault), fault, fault.__traceback__)


def dialogs(crashes: Crashes) -> list[DetailsDialog]:
    """The dialogs on screen."""
    window = crashes.parent()
    assert window is not None
    return [d for d in window.findChildren(DetailsDialog) if d.isVisible()]


def test_fault_is_told_with_details(crashes: Crashes) -> None:
    """A dialog names the error, holds its traceback, and says that the program goes on."""
    go_wrong(crashes, "the shelf fell")
    (dialog,) = dialogs(crashes)
    assert "the shelf fell" in dialog.label.text()
    assert "The program goes on" in dialog.label.text()
    assert "Traceback" in dialog.details.toPlainText()


def test_many_faults_are_one_dialog(crashes: Crashes) -> None:
    """What else goes wrong while it is open is added to it, and counted."""
    for n in range(50):
        go_wrong(crashes, f"shelf {n}")
    (dialog,) = dialogs(crashes)
    assert "Since then: 49 more" in dialog.details.toPlainText()


def test_same_fault_does_not_come_back_at_once(crashes: Crashes) -> None:
    """An error of every repaint opens no dialog after dialog; another one does."""
    go_wrong(crashes, "paint")
    dialogs(crashes)[0].close()
    go_wrong(crashes, "paint")
    assert not dialogs(crashes)
    go_wrong(crashes, "other")
    assert len(dialogs(crashes)) == 1


def test_fault_in_a_thread_is_told(
    qtbot: QtBot, crashes: Crashes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Errors of other threads reach the window's."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    crashes.install()
    thread = threading.Thread(target=lambda: int("no number"))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs(crashes)) == 1)
