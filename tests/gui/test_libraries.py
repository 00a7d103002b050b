"""Going from library to library, by keys and by dropping folders."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qa_app.gui.corpus import Corpus, first_corpus
from qa_app.gui.main_window import MainWindow
from qa_app.gui.recent_libraries import RecentLibraries, RecentLibrary
from qa_app.gui.views.library_popup import LibraryPopup
from tests.gui.conftest import MakeClient
from tests.gui.hands import press, write

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(window: MainWindow, qtbot: QtBot) -> LibraryPopup:
    """The list of libraries, opened by its key."""
    press(qtbot, Qt.Key.Key_L, CTRL | SHIFT)
    popup = window.findChild(LibraryPopup)
    assert popup is not None
    return popup


def drop(window: QWidget, *paths: str) -> None:
    """Drag files over the window and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) if "://" not in path else QUrl(path) for path in paths])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), copy, data, buttons, none))
    QApplication.sendEvent(window, QDropEvent(QPoint(9, 9), copy, data, buttons, none))


def test_enter_goes_to_a_library_of_before(
    qtbot: QtBot, window: MainWindow, settings: QSettings, tmp_path: Path
) -> None:
    """The libraries opened before are listed, the open one marked, and Enter opens one."""
    known = RecentLibrary(str(tmp_path), ("/home/lina/minutes",), 412)
    RecentLibraries(settings).note(known)
    popup = opened(window, qtbot)
    marks = {e.words: e.mark for r in range(2) if (e := popup.model.entry(r)) is not None}
    assert marks == {"minutes": "", "press": "✓"}
    write(qtbot, popup.line, "minu")
    with qtbot.waitSignal(window.client.library_opened) as event:
        press(qtbot, Qt.Key.Key_Return)
    assert event.args[0].library == str(tmp_path)
    assert window.question_bar.field.hasFocus()


def test_vanished_library_cannot_be_chosen(
    qtbot: QtBot, window: MainWindow, settings: QSettings
) -> None:
    """One that is gone from disk says so; Enter does nothing; Delete takes it off the list."""
    RecentLibraries(settings).note(RecentLibrary("/gone", ("/home/lina/old",)))
    popup = opened(window, qtbot)
    entry = popup.current()
    assert entry is not None
    assert entry.is_gone
    assert "/gone" in entry.detail
    with qtbot.assertNotEmitted(window.client.library_opened, wait=100):
        press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Delete)
    press(qtbot, Qt.Key.Key_Escape)
    assert "/gone" not in [known.library for known in RecentLibraries(settings).all()]


def test_opened_library_is_remembered(window: MainWindow, settings: QSettings) -> None:
    """What it holds stands in the list."""
    assert window.isVisible()
    known = RecentLibraries(settings).all()
    assert [(k.library, k.folders, k.n_documents) for k in known] == [
        ("/full", ("/home/lina/press",), 3)
    ]


def test_another_window_s_library_is_not_taken_for_this_one_s(
    qtbot: QtBot, window: MainWindow, settings: QSettings
) -> None:
    """Both write to the settings what they have open; each lists its own as open."""
    settings.setValue("library", "/of another window")
    with qtbot.waitSignal(window.client.indexed):
        press(qtbot, Qt.Key.Key_F5)
    assert [known.library for known in RecentLibraries(settings).all()] == ["/full"]
    entry = opened(window, qtbot).current()
    assert entry is not None
    assert (entry.key, entry.mark) == ("/full", "✓")


def test_list_closes_though_what_had_the_focus_is_gone(qtbot: QtBot, window: MainWindow) -> None:
    """What had the focus before may be deleted while the list is open."""
    before = QLineEdit(window)
    before.show()
    before.setFocus()
    popup = opened(window, qtbot)
    before.deleteLater()
    with qtbot.waitSignal(before.destroyed):
        pass
    with qtbot.waitSignal(popup.closed):
        press(qtbot, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_folder_is_added_to_the_open_library(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, settings: QSettings
) -> None:
    """Ctrl+Shift+O reads one more folder; the library stays the same."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/home/lina/notes")
    with qtbot.waitSignal(window.client.indexed) as indexed:
        press(qtbot, Qt.Key.Key_O, CTRL | SHIFT)
    assert indexed.args[0].report.folder == "/home/lina/notes"
    assert settings.value("library") == "/full"


@pytest.mark.parametrize("name", ["", "note.txt"])
def test_dropped_folder_is_opened(
    qtbot: QtBot, window: MainWindow, settings: QSettings, tmp_path: Path, name: str
) -> None:
    """A folder is opened, and a file stands for its folder."""
    (tmp_path / "note.txt").write_text("x")
    with qtbot.waitSignal(window.client.indexed):
        drop(window, str(tmp_path / name))
    assert settings.value("library") == f"/of{tmp_path}"
    assert not window.dropping.sheet.isVisible()


@pytest.mark.parametrize(
    ("dropped", "sentence"),
    [
        (("https://example.org/page",), "Only folders and files"),
        (("/nowhere/at/all",), "Only folders and files"),
        (("/usr", "/etc"), "one folder at a time"),
    ],
)
def test_what_is_no_folder_is_refused(
    window: MainWindow, settings: QSettings, dropped: tuple[str, ...], sentence: str
) -> None:
    """A sentence says why nothing was opened."""
    drop(window, *dropped)
    assert sentence in window.message_bar.label.text()
    assert settings.value("library") == "/full"


def test_dragging_says_what_dropping_will_do(window: MainWindow) -> None:
    """While a folder is over the window the whole of it says so."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/usr")])
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    assert event.isAccepted()
    assert window.dropping.sheet.size() == window.size()


def test_question_leaves_files_to_the_window(window: MainWindow) -> None:
    """A folder dragged over the question is the window's; text may be dropped into it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/usr")])
    data.setText("/usr")
    field = window.question_bar.field
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(field, event)
    assert window.dropping.sheet.isVisible()
    words = QMimeData()
    words.setText("harbour")
    text = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, words, buttons, none)
    field.dragEnterEvent(text)
    assert text.isAccepted()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_example_is_asked_by_keys(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """Down leads from the empty question to the examples; Enter or Space asks one."""
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert window.hits_panel.welcome.example_buttons[1].hasFocus()
    with qtbot.waitSignal(window.client.answered):
        press(qtbot, key)
    assert window.question_bar.field.text().startswith("Why is Israel")


def test_alt_and_a_number_ask_an_example(qtbot: QtBot, window: MainWindow) -> None:
    """Alt+3 asks the third."""
    with qtbot.waitSignal(window.client.answered):
        press(qtbot, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.question_bar.field.text().startswith("How did Russia")


def test_library_of_another_window_is_left_to_it(
    qtbot: QtBot, make_client: MakeClient, settings: QSettings
) -> None:
    """A library that another window has open is not opened here, and the window says so."""
    presence = Mock(**{"claim.return_value": False})
    window = MainWindow(client=make_client(), settings=settings, library_for=str, presence=presence)
    qtbot.addWidget(window)
    window.show()
    window.open("/full", "")
    assert window.message_bar.label.text() == "Another window has that library open."
    assert not settings.contains("library")
    window.close()
    presence.release.assert_called_once_with()


def test_last_library_keeps_being_the_sample() -> None:
    """A library opened last is the sample corpus where it is that one."""
    sample = Corpus("/s", "/f", is_sample=True)
    found = first_corpus("/s", wanted=None, otherwise=Corpus("/d"), sample=sample)
    assert found == sample
