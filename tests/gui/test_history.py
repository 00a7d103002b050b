"""Questions of the session and of the library, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from qa_app.gui.views.history_popup import HistoryPopup
from qa_app.gui.visits import Visit
from tests.gui import sample_news
from tests.gui.conftest import OpenWindow
from tests.gui.hands import QUESTION, ask, press, write
from tests.gui.sample_answers import NARROW

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SECOND = "Why is the harbour closed?"


def opened(window: MainWindow, qtbot: QtBot, n_rows: int) -> HistoryPopup:
    """The history, once it lists what the library has."""
    press(qtbot, Qt.Key.Key_H, CTRL)
    popup = window.findChild(HistoryPopup)
    assert popup is not None
    qtbot.waitUntil(lambda: popup.model.rowCount() == n_rows)
    return popup


def words(popup: HistoryPopup) -> list[str]:
    """The questions listed."""
    entries = (popup.model.entry(row) for row in range(popup.model.rowCount()))
    return [entry.words for entry in entries if entry is not None]


def test_back_and_forward_restore_the_hits(qtbot: QtBot, window: MainWindow) -> None:
    """Alt+Left shows the question before, its chosen hit and both scroll positions, unasked."""
    hit_list, view = window.hits_panel.hit_list, window.source_pane.view
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_3, CTRL)
    qtbot.waitUntil(lambda: window.source_pane.header.title == "banknotes-third-delivery.txt")
    view.verticalScrollBar().setValue(2)
    hit_list.verticalScrollBar().setValue(90)
    place = hit_list.verticalScrollBar().value(), view.verticalScrollBar().value()
    ask(qtbot, window, SECOND)
    with qtbot.assertNotEmitted(window.client.answered, wait=150):
        press(qtbot, Qt.Key.Key_Left, ALT)
    assert window.question_bar.field.text() == QUESTION
    assert hit_list.currentIndex().row() == 2
    qtbot.waitUntil(
        lambda: (hit_list.verticalScrollBar().value(), view.verticalScrollBar().value()) == place
    )
    press(qtbot, Qt.Key.Key_Right, ALT)
    assert window.question_bar.field.text() == SECOND
    assert hit_list.currentIndex().row() == 0


def test_another_document_is_not_scrolled_to_the_place_in_a_hit_s(
    qtbot: QtBot, window: MainWindow
) -> None:
    """What is opened after the way back is shown from where it is opened."""
    window.resize(1000, 440)
    view = window.source_pane.view
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_3, CTRL)
    qtbot.waitUntil(lambda: window.source_pane.header.title == "banknotes-third-delivery.txt")
    view.verticalScrollBar().setValue(5)
    scroll = view.verticalScrollBar().value()
    assert scroll
    ask(qtbot, window, SECOND)
    press(qtbot, Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == scroll)
    with qtbot.waitSignal(view.text_shown):
        window.documents.read_wanted.emit(1)
    qtbot.wait(50)
    assert view.verticalScrollBar().value() == 0


def test_back_from_keyword_hits_is_the_question_asked_last(
    qtbot: QtBot, window: MainWindow
) -> None:
    """What was only typed is no question; the way back leads to the last answer."""
    ask(qtbot, window)
    window.question_bar.field.selectAll()
    with qtbot.waitSignal(window.client.peeked):
        write(qtbot, window.question_bar.field, "q")
    press(qtbot, Qt.Key.Key_Left, ALT)
    assert window.question_bar.field.text() == QUESTION
    assert window.hits_panel.hit_list.hit_model.hits() == sample_news.answer_hits()


def test_dropped_conditions_come_back(qtbot: QtBot, window: MainWindow) -> None:
    """The question with and without a condition are two; back brings the chip back."""
    ask(qtbot, window, NARROW)
    n_chips = len(window.question_bar.chips.chips)
    with qtbot.waitSignal(window.client.answered):
        press(qtbot, Qt.Key.Key_X, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert len(window.question_bar.chips.chips) == n_chips - 1
    press(qtbot, Qt.Key.Key_Left, ALT)
    assert len(window.question_bar.chips.chips) == n_chips
    press(qtbot, Qt.Key.Key_Right, ALT)
    assert len(window.question_bar.chips.chips) == n_chips - 1


def test_changed_documents_are_asked_again(qtbot: QtBot, window: MainWindow) -> None:
    """Once the documents have changed the way back asks anew, and goes to the same hit."""
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_3, CTRL)
    ask(qtbot, window, SECOND)
    window.indexing.contents_changed.emit()
    with qtbot.waitSignal(window.client.answered):
        press(qtbot, Qt.Key.Key_Left, ALT)
    assert window.question_bar.field.text() == QUESTION
    assert window.hits_panel.hit_list.currentIndex().row() == 2


def test_ways_are_open_where_they_lead_somewhere(qtbot: QtBot, window: MainWindow) -> None:
    """Back and forward can be used only where there is a question to go to."""
    back, on = (window.actions_by_name[n] for n in ("earlier_question", "later_question"))
    assert not back.isEnabled()
    ask(qtbot, window)
    assert not back.isEnabled()
    ask(qtbot, window, SECOND)
    assert back.isEnabled()
    press(qtbot, Qt.Key.Key_Left, ALT)
    assert on.isEnabled()
    assert not back.isEnabled()


def test_another_library_has_another_way(qtbot: QtBot, window: MainWindow) -> None:
    """Questions of the library before are not gone back to."""
    ask(qtbot, window)
    ask(qtbot, window, SECOND)
    window.open("/other", "")
    assert not window.actions_by_name["earlier_question"].isEnabled()


def test_star_saves_the_question(qtbot: QtBot, window: MainWindow) -> None:
    """Ctrl+S fills the star, again it is empty; without a question there is none."""
    star = window.question_bar.star
    assert not star.isVisible()
    ask(qtbot, window)
    assert star.isVisible()
    for saved in (True, False):
        with qtbot.waitSignal(
            window.client.questions_listed,
            check_params_cb=lambda event, saved=saved: event.questions[0].saved is saved,
        ):
            press(qtbot, Qt.Key.Key_S, CTRL)
        assert star.is_saved() is saved


def test_history_asks_again(qtbot: QtBot, window: MainWindow) -> None:
    """Typing narrows the list, and Enter asks; the focus is back where it was."""
    popup = opened(window, qtbot, 2)
    write(qtbot, popup.line, "pays")
    assert words(popup) == ["Who pays the soldiers?"]
    with qtbot.waitSignal(window.client.answered):
        press(qtbot, Qt.Key.Key_Return)
    assert window.question_bar.field.text() == "Who pays the soldiers?"
    assert window.question_bar.field.hasFocus()


def test_history_asks_without_what_was_dropped(qtbot: QtBot, window: MainWindow) -> None:
    """A question comes back as it was asked last, conditions dropped."""
    ask(qtbot, window, NARROW)
    with qtbot.waitSignal(window.client.answered):
        press(qtbot, Qt.Key.Key_X, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dropped = window.asking.dropped()
    ask(qtbot, window)
    popup = opened(window, qtbot, 4)
    write(qtbot, popup.line, "sea base")
    with qtbot.waitSignal(window.client.answered):
        press(qtbot, Qt.Key.Key_Return)
    assert window.asking.dropped() == dropped


def test_forgotten_question_can_be_brought_back(qtbot: QtBot, window: MainWindow) -> None:
    """Delete takes one away, Ctrl+Z brings it back, and closing makes it final."""
    popup = opened(window, qtbot, 2)
    first = words(popup)[0]
    press(qtbot, Qt.Key.Key_Delete)
    assert first not in words(popup)
    assert "Ctrl+Z" in popup.hint.text()
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert words(popup)[0] == first
    press(qtbot, Qt.Key.Key_Delete)
    with qtbot.waitSignal(
        window.client.questions_listed,
        check_params_cb=lambda event: first not in [q.question for q in event.questions],
    ):
        press(qtbot, Qt.Key.Key_Escape)


def test_saved_only_is_a_tab_away(qtbot: QtBot, window: MainWindow) -> None:
    """Tab leads to the box that leaves only saved questions; Esc closes from there too."""
    popup = opened(window, qtbot, 2)
    press(qtbot, Qt.Key.Key_Tab)
    assert isinstance(window.focusWidget(), QCheckBox)
    press(qtbot, Qt.Key.Key_Space)
    assert words(popup) == ["What did Abu Qasra say?"]
    press(qtbot, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert window.question_bar.field.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_End])
def test_keys_of_the_line_stay_in_the_popup(
    qtbot: QtBot, open_window: OpenWindow, key: Qt.Key
) -> None:
    """While the popup is open the arrows choose in it and not among the hits."""
    window = open_window()
    ask(qtbot, window)
    row = window.hits_panel.hit_list.currentIndex().row()
    popup = opened(window, qtbot, 3)
    press(qtbot, key)
    assert window.hits_panel.hit_list.currentIndex().row() == row
    popup.close_up()


def test_popup_closes_when_the_focus_goes(qtbot: QtBot, window: MainWindow) -> None:
    """A click elsewhere closes it and keeps the focus there."""
    popup = opened(window, qtbot, 2)
    elsewhere: QWidget = window.source_pane.view
    elsewhere.setFocus()
    assert not popup.isVisible()
    assert elsewhere.hasFocus()


def test_failed_step_back_is_begun_at_again(qtbot: QtBot, window: MainWindow) -> None:
    """Where the question stepped back to has no answer, the next step back asks it again."""
    ask(qtbot, window)
    # The stand-in engine never answers this one, so no key leads on from it.
    window.history._trail.add(Visit("q wrong", (), None))
    ask(qtbot, window, SECOND)
    for _ in range(2):
        with qtbot.waitSignal(window.client.failed):
            press(qtbot, Qt.Key.Key_Left, ALT)
        assert window.question_bar.field.text() == "q wrong"
