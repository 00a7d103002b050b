"""What is greyed in the source is searched after all, by a key."""

from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from qa_app.model import BlockKind, Span
from tests.gui.hands import ask, press_sequence


def _read(qtbot: QtBot, window: MainWindow) -> None:
    ask(qtbot, window)
    qtbot.waitUntil(lambda: window.source_pane.current is not None)


def _first_kind(window: MainWindow) -> BlockKind:
    source = window.source_pane.source
    assert source is not None
    return source.blocks[0].kind


def _press(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.client.library_changed):
        press_sequence(qtbot, window.source_pane.view, "Ctrl+G")


def test_greyed_lines_are_searched_and_left_out_again(qtbot: QtBot, window: MainWindow) -> None:
    """Each time the window says so; the reader stays where they are."""
    _read(qtbot, window)
    view = window.source_pane.view
    view.go_to(Span(0, 4))
    for kind, words in (
        (BlockKind.PARAGRAPH, "searched now"),
        (BlockKind.FURNITURE, "left out again"),
    ):
        _press(qtbot, window)
        assert _first_kind(window) is kind
        assert words in window.status_line.told.text()
        assert view.selected() == Span(0, 4)


def test_greyed_lines_are_told_by_their_colour(qtbot: QtBot, window: MainWindow) -> None:
    """What is searched again is no longer grey."""
    _read(qtbot, window)
    view = window.source_pane.view
    view.go_to_top(Span(0, 4))
    layout = view.document().firstBlock().layout()
    assert layout.formats()
    _press(qtbot, window)
    assert layout.formats() == []


def test_where_nothing_is_greyed_it_is_said(qtbot: QtBot, window: MainWindow) -> None:
    """The cursor is in the passage that was found."""
    _read(qtbot, window)
    _press(qtbot, window)
    assert "No greyed line" in window.status_line.told.text()


def test_the_answer_stays_with_a_word_that_it_may_be_out_of_date(
    qtbot: QtBot, window: MainWindow
) -> None:
    """What is searched is other than before, but nobody has asked again."""
    _read(qtbot, window)
    window.source_pane.view.go_to(Span(0, 4))
    n_hits = window.hits_panel.hit_list.hit_model.rowCount()
    _press(qtbot, window)
    assert window.hits_panel.hit_list.hit_model.rowCount() == n_hits
    assert "have changed since" in window.question_bar.remark.text()


def test_without_a_document_nothing_is_asked_of_the_engine(
    qtbot: QtBot, window: MainWindow
) -> None:
    """The window says what to do first."""
    press_sequence(qtbot, window.question_bar.field, "Ctrl+G")
    assert "Choose a hit first" in window.status_line.told.text()
