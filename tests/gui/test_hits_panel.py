"""What stands above the hits: how sure the answer is, or why there is none."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from tests.gui import sample_answers
from tests.gui.hands import ask, press


def test_doubt_is_said_in_words(qtbot: QtBot, window: MainWindow) -> None:
    """An answer that may be none says so, beside the count and above the hits."""
    ask(qtbot, window, sample_answers.UNSURE)
    assert "perhaps answered" in window.question_bar.outcome.text()
    assert "perhaps an answer" in window.hits_panel.list_label.text()


def test_conditions_that_nothing_meets_are_named(qtbot: QtBot, window: MainWindow) -> None:
    """Where conditions leave no passage, the banner names them and says what to do."""
    ask(qtbot, window, sample_answers.NOWHERE)
    assert window.hits_panel.banner.text() == (
        "There is no passage from Ledger dated 1 Jan 2020 or earlier.\n"
        "Drop a condition to search more widely."
    )
    assert window.hits_panel.hit_list.hit_model.rowCount() == 0


def test_files_that_were_not_searched_are_named(qtbot: QtBot, window: MainWindow) -> None:
    """An answer says how many files it left out; the keyboard leads to the list of them."""
    panel = window.hits_panel
    ask(qtbot, window)
    assert not panel.unsearched_button.isVisible()
    panel.show_answer(replace(sample_answers.answer("q"), n_unsearched=3))
    assert panel.unsearched_button.text() == "3 files were not searched"
    panel.unsearched_button.setFocus(Qt.FocusReason.TabFocusReason)
    assert panel.unsearched_button.hasFocus()
    with qtbot.waitSignal(panel.documents_wanted):
        press(qtbot, Qt.Key.Key_Space)
    panel.show_answer(replace(sample_answers.answer("q"), n_unsearched=1))
    assert panel.unsearched_button.text() == "1 file was not searched"
    panel.show_keyword_hits(())
    assert not panel.unsearched_button.isVisible()
