"""What stands above the hits: how sure the answer is, or why there is none."""

from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from tests.gui import sample_answers
from tests.gui.hands import ask


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
