"""What becomes of a question where no answer comes, or where there is nothing to ask."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from tests.gui.conftest import OpenWindow
from tests.gui.hands import QUESTION, ask, press, write

CTRL = Qt.KeyboardModifier.ControlModifier


def test_engine_that_died_of_a_question_is_asked_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """The answer comes from the engine that is started anew, and the message goes."""
    ask(qtbot, window, f"q once:{tmp_path}/died")
    assert window.hits_panel.list_label.text().startswith("Full ranking")
    assert not window.message_bar.isVisible()


def test_hits_go_where_the_engine_dies_again(qtbot: QtBot, window: MainWindow) -> None:
    """It is asked twice, not for ever; no hits of the question before stay under the new one."""
    ask(qtbot, window)
    with (
        qtbot.waitSignals([window.client.engine_stopped] * 2),
        qtbot.waitSignal(window.asking.gave_up),
    ):
        window.asking.ask("crash")
    assert window.hits_panel.hit_list.hit_model.rowCount() == 0
    assert window.message_bar.isVisible()
    with qtbot.assertNotEmitted(window.client.engine_stopped, wait=200):
        pass


def test_nothing_is_asked_of_an_empty_library(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The welcome stays, which says what to do."""
    window = open_window(library="/empty")
    qtbot.waitUntil(lambda: bool(window.hits_panel.welcome.heading.text()))
    write(qtbot, window.question_bar.field, QUESTION)
    with qtbot.assertNotEmitted(window.client.answered, wait=150):
        press(qtbot, Qt.Key.Key_Return)
    assert window.hits_panel.currentWidget() is window.hits_panel.welcome
    assert window.hits_panel.welcome.heading.text() == "No documents yet"
    assert not window.message_bar.isVisible()


def test_another_library_begins_without_the_question(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was asked of the library before is gone, and the welcome shows."""
    ask(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/home/lina/minutes")
    with qtbot.waitSignal(window.client.indexed):
        press(qtbot, Qt.Key.Key_O, CTRL)
    assert not window.question_bar.field.text()
    assert not window.question_bar.outcome.text()
    assert window.hits_panel.currentWidget() is window.hits_panel.welcome


@pytest.mark.parametrize("way", ["question", "run"])
def test_message_about_files_goes_with_what_comes_next(
    qtbot: QtBot, window: MainWindow, way: str
) -> None:
    """An answer or a new indexing run takes it away."""
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert "cannot be opened" in window.message_bar.label.text()
    assert window.message_bar.isVisible()
    if way == "question":
        ask(qtbot, window, "Who pays the soldiers? q")
    else:
        press(qtbot, Qt.Key.Key_F5)
    assert not window.message_bar.isVisible()


def test_a_hit_whose_document_is_gone_leaves(qtbot: QtBot, window: MainWindow) -> None:
    """The hit that is read stays the one chosen, and nothing has to be asked again."""
    ask(qtbot, window, "q which vanish")
    hit_list = window.hits_panel.hit_list
    first, second = hit_list.hit_model.hits()[:2]
    press(qtbot, Qt.Key.Key_Down)
    with qtbot.waitSignals([window.client.indexed, window.asking.shown]):
        window.actions_by_name["update_index"].trigger()
    assert first not in hit_list.hit_model.hits()
    assert hit_list.current_hit() == second
    assert not window.question_bar.remark.text()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.source_pane.isAncestorOf(window.focusWidget()))


def test_an_answer_of_which_nothing_is_gone_stays(qtbot: QtBot, window: MainWindow) -> None:
    """Who reads a hit does not lose the place; a word says that the documents have changed."""
    ask(qtbot, window)
    window.hits_panel.hit_list.choose(1)
    with (
        qtbot.assertNotEmitted(window.asking.shown),
        qtbot.waitSignals([window.client.indexed, window.client.answered]),
    ):
        window.actions_by_name["update_index"].trigger()
    assert window.hits_panel.hit_list.currentIndex().row() == 1
    assert "have changed since" in window.question_bar.remark.text()
