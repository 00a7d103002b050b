"""The snippets pane: kept, ordered, edited and undone by keys alone."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from qa_app.gui.models.snippet_list_model import SnippetListModel, SnippetRole
from qa_app.gui.text_size import apply, usual_font
from qa_app.gui.wording import snippet_source_line, snippet_words
from qa_app.messages import SnippetsListed
from qa_app.model import Snippet
from tests.gui.conftest import OpenWindow
from tests.gui.fake_book import kept_snippets
from tests.gui.hands import QUESTION, ask, press, write

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def kept(qtbot: QtBot, open_window: OpenWindow) -> MainWindow:
    """A window on a library with three snippets, the pane of them open and in focus."""
    window = open_window(library="/kept")
    qtbot.waitUntil(lambda: len(snippets_of(window)) == 3)
    press(qtbot, Qt.Key.Key_B, CTRL)
    assert window.snippets_pane.list.hasFocus()
    return window


def snippets_of(window: MainWindow) -> tuple[Snippet, ...]:
    """The snippets listed."""
    return window.snippets_pane.list.snippet_model.snippets()


def quotes_of(window: MainWindow) -> list[str]:
    """The quotes listed."""
    return [snippet.quote for snippet in snippets_of(window)]


def test_model_keeps_qt_s_rules(qtbot: QtBot) -> None:
    """Filling, replacing and clearing the list breaks none of the rules of an item model."""
    del qtbot
    model = SnippetListModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    snippets = kept_snippets()
    model.replace(snippets)
    model.replace(snippets[:1])
    assert model.row_of(snippets[0].id) == 0
    assert model.row_of(snippets[1].id) == -1
    model.replace(())
    assert model.rowCount() == 0


def test_row_is_read_aloud_with_its_state(qtbot: QtBot) -> None:
    """A screen reader hears the quote, its source and that the source is not what it was."""
    del qtbot
    model = SnippetListModel()
    model.replace(kept_snippets())
    said = [
        model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())
    ]
    assert said[0] == snippet_words(kept_snippets()[0], 1, 3)
    assert said[1].endswith("source changed")
    assert said[2].endswith("source gone")


def test_control_d_keeps_the_chosen_hit(qtbot: QtBot, window: MainWindow) -> None:
    """The snippet has the hit's words and the question they answered; the pane says how many."""
    ask(qtbot, window)
    with qtbot.waitSignal(window.client.snippets_listed):
        press(qtbot, Qt.Key.Key_D, CTRL)
    hit = window.hits_panel.hit_list.current_hit()
    assert hit is not None
    assert quotes_of(window) == [hit.text]
    assert snippets_of(window)[0].question == QUESTION
    assert window.snippets_pane.title.text() == "Snippets (1)"
    assert window.snippets_pane.isVisible()
    assert not window.snippets_pane.is_open()
    assert window.question_bar.field.hasFocus()


def test_control_d_keeps_the_words_selected_in_the_source(qtbot: QtBot, window: MainWindow) -> None:
    """With words selected in the source it is they that are kept, exactly."""
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    view = window.source_pane.view
    qtbot.waitUntil(lambda: bool(view.toPlainText()))
    view.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(7):
        press(qtbot, Qt.Key.Key_Right, SHIFT)
    with qtbot.waitSignal(window.client.snippets_listed):
        press(qtbot, Qt.Key.Key_D, CTRL)
    assert quotes_of(window) == [view.toPlainText()[:7]]


def test_what_is_kept_is_not_kept_twice(qtbot: QtBot, window: MainWindow) -> None:
    """Ctrl+D on what is a snippet already says so and adds nothing."""
    ask(qtbot, window)
    press(qtbot, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: len(snippets_of(window)) == 1)
    with qtbot.waitSignal(window.snippets.announced) as said:
        press(qtbot, Qt.Key.Key_D, CTRL)
    qtbot.wait(100)
    assert said.args == ["Already kept"]
    assert len(snippets_of(window)) == 1


def test_nothing_chosen_is_nothing_kept(qtbot: QtBot, window: MainWindow) -> None:
    """Without a hit Ctrl+D keeps nothing, and says so."""
    with qtbot.waitSignal(window.snippets.announced) as said:
        press(qtbot, Qt.Key.Key_D, CTRL)
    qtbot.wait(100)
    assert not snippets_of(window)
    assert said.args == ["Nothing is chosen to be kept"]


def test_control_b_opens_the_pane_and_closes_it(qtbot: QtBot, kept: MainWindow) -> None:
    """Ctrl+B in the pane closes it and gives the focus back; so does Esc."""
    pane = kept.snippets_pane
    assert pane.is_open()
    press(qtbot, Qt.Key.Key_B, CTRL)
    assert not pane.is_open()
    assert not pane.list.isVisible()
    press(qtbot, Qt.Key.Key_B, CTRL)
    assert pane.list.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert not pane.is_open()


def test_delete_removes_and_undo_brings_back(qtbot: QtBot, kept: MainWindow) -> None:
    """Delete takes the chosen snippet out, Ctrl+Z brings it back, Ctrl+Shift+Z removes it again."""
    before = quotes_of(kept)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: quotes_of(kept) == [before[0], before[2]])
    press(qtbot, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: quotes_of(kept) == before)
    press(qtbot, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: quotes_of(kept) == [before[0], before[2]])


def test_keeping_is_undone_and_done_again(qtbot: QtBot, window: MainWindow) -> None:
    """Ctrl+Z after keeping lets go of the snippet; redo keeps the same one again."""
    ask(qtbot, window)
    with qtbot.waitSignal(window.client.snippets_listed):
        press(qtbot, Qt.Key.Key_D, CTRL)
    kept = snippets_of(window)
    window.hits_panel.hit_list.setFocus()
    press(qtbot, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not snippets_of(window))
    press(qtbot, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: snippets_of(window) == kept)


def test_alt_and_arrows_reorder(qtbot: QtBot, kept: MainWindow) -> None:
    """Alt+Down moves the chosen snippet below the next, which stays chosen; undo moves it back."""
    first, second, third = quotes_of(kept)
    press(qtbot, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: quotes_of(kept) == [second, first, third])
    chosen = kept.snippets_pane.list.current_snippet()
    assert chosen is not None
    assert chosen.quote == first
    press(qtbot, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: quotes_of(kept) == [first, second, third])


def test_f2_writes_a_note_tags_and_a_group(qtbot: QtBot, kept: MainWindow) -> None:
    """F2, typing and Enter change the snippet; a group stands together under its name."""
    first, second, third = quotes_of(kept)
    press(qtbot, Qt.Key.Key_F2)
    form = kept.snippets_pane.form
    assert form.note.hasFocus()
    write(qtbot, form.note, "check the date")
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, form.tags, "army, #ministers, army,")
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, form.group, "Army")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(snippet.group for snippet in snippets_of(kept)))
    changed = next(s for s in snippets_of(kept) if s.quote == first)
    assert (changed.note, changed.tags, changed.group) == (
        "check the date",
        ("army", "ministers"),
        "Army",
    )
    assert kept.snippets_pane.list.hasFocus()
    model = kept.snippets_pane.list.snippet_model
    groups = [model.index(row).data(SnippetRole.GROUP) for row in range(3)]
    assert groups == ["Army", "", None]
    assert quotes_of(kept) == [first, second, third]


def test_f2_sets_the_place_by_hand(qtbot: QtBot, kept: MainWindow) -> None:
    """What was found stands there in grey; what is typed is cited instead, and can be undone."""
    press(qtbot, Qt.Key.Key_F2)
    form = kept.snippets_pane.form
    found = snippets_of(kept)[0].paragraph
    assert (form.page.text(), form.page.placeholderText()) == ("", "none")
    assert (form.paragraph.text(), form.paragraph.placeholderText()) == ("", str(found))
    form.page.setFocus()
    write(qtbot, form.page, "xii")
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, form.paragraph, "x7")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(snippets_of(kept)[0].page_by_hand))
    changed = snippets_of(kept)[0]
    assert (changed.shown_page, changed.shown_paragraph) == ("xii", 7)
    assert "p. xii" in snippet_source_line(changed)
    press(qtbot, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not snippets_of(kept)[0].page_by_hand)
    assert snippets_of(kept)[0].shown_paragraph == found


def test_an_emptied_place_is_the_one_found(qtbot: QtBot, kept: MainWindow) -> None:
    """So is one that is typed as it was found."""
    press(qtbot, Qt.Key.Key_F2)
    form = kept.snippets_pane.form
    form.paragraph.setFocus()
    write(qtbot, form.paragraph, str(snippets_of(kept)[0].paragraph))
    before = snippets_of(kept)
    press(qtbot, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert snippets_of(kept) == before


def test_moving_past_the_edge_of_a_group_joins_it(qtbot: QtBot, kept: MainWindow) -> None:
    """Alt+Up at the edge of a group makes the snippet the last one of that group."""
    press(qtbot, Qt.Key.Key_F2)
    write(qtbot, kept.snippets_pane.form.group, "Army")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(snippet.group for snippet in snippets_of(kept)))
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Up, ALT)
    groups = ["Army", "Army", ""]
    qtbot.waitUntil(lambda: [snippet.group for snippet in snippets_of(kept)] == groups)


def test_escape_gives_the_form_up(qtbot: QtBot, kept: MainWindow) -> None:
    """Esc in the form changes nothing and goes back to the list; the pane stays open."""
    before = snippets_of(kept)
    press(qtbot, Qt.Key.Key_F2)
    write(qtbot, kept.snippets_pane.form.note, "never mind")
    press(qtbot, Qt.Key.Key_Escape)
    assert not kept.snippets_pane.form.isVisible()
    assert kept.snippets_pane.list.hasFocus()
    assert snippets_of(kept) == before


def test_another_library_has_other_snippets(qtbot: QtBot, kept: MainWindow) -> None:
    """Opening another library lists its snippets, and what was changed before cannot be undone."""
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(snippets_of(kept)) == 2)
    with qtbot.waitSignal(kept.client.library_opened):
        kept.open("/full", "")
    qtbot.waitUntil(lambda: not snippets_of(kept))
    press(qtbot, Qt.Key.Key_Z, CTRL)
    qtbot.wait(100)
    assert not snippets_of(kept)


def test_enter_shows_a_snippet_where_it_stands(qtbot: QtBot, kept: MainWindow) -> None:
    """The document is shown with the snippet's words marked and in view, and has the focus."""
    snippet = snippets_of(kept)[0]
    kept.snippets_pane.list.choose(0)
    with qtbot.waitSignal(kept.client.source_loaded):
        press(qtbot, Qt.Key.Key_Return)
    view = kept.source_pane.view
    assert view.hasFocus()
    assert view.position() == snippet.span.start
    assert view.viewport().rect().contains(view.cursorRect())
    assert [tick.span for tick in kept.source_pane.ticks.ticks()] == [snippet.span]
    press(qtbot, Qt.Key.Key_B, CTRL)
    press(qtbot, Qt.Key.Key_Return)
    assert view.hasFocus()


def test_a_snippet_whose_words_changed_says_so(qtbot: QtBot, kept: MainWindow) -> None:
    """Its document is shown from the beginning, nothing is marked, and a line says why."""
    kept.snippets_pane.list.choose(1)
    with qtbot.waitSignal(kept.client.source_loaded):
        press(qtbot, Qt.Key.Key_Return)
    assert "no longer in this document" in kept.source_pane.standing.text()
    assert kept.source_pane.view.position() == 0
    assert not kept.source_pane.ticks.ticks()


def test_a_snippet_whose_source_is_gone_says_so(qtbot: QtBot, kept: MainWindow) -> None:
    """There is nothing to show, and the status line says so."""
    kept.snippets_pane.list.choose(2)
    with qtbot.waitSignal(kept.snippets.announced) as said:
        press(qtbot, Qt.Key.Key_Return)
    assert said.args == ["The source is gone; these are the words as they were kept"]
    assert kept.source_pane.source is None


def test_undo_and_redo_say_what_they_did(qtbot: QtBot, kept: MainWindow) -> None:
    """What is brought back is said, chosen and in view; what goes again is said too."""
    shown = kept.snippets_pane.list
    shown.choose(2)
    removed = shown.current_snippet()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(snippets_of(kept)) == 2)
    shown.choose(0)
    with qtbot.waitSignal(kept.snippets.announced) as said:
        press(qtbot, Qt.Key.Key_Z, CTRL)
    assert said.args == ["Brought back"]
    qtbot.waitUntil(lambda: shown.current_snippet() == removed)
    assert shown.viewport().rect().intersects(shown.visualRect(shown.currentIndex()))
    with qtbot.waitSignal(kept.snippets.announced) as said:
        press(qtbot, Qt.Key.Key_Z, CTRL | SHIFT)
    assert said.args == ["No longer kept"]


def test_undo_of_a_move_says_so(qtbot: QtBot, kept: MainWindow) -> None:
    """A move is undone and done again in words."""
    press(qtbot, Qt.Key.Key_Down, ALT)
    for modifier, words in ((CTRL, "Undone"), (CTRL | SHIFT, "Done again")):
        with qtbot.waitSignal(kept.snippets.announced) as said:
            press(qtbot, Qt.Key.Key_Z, modifier)
        assert said.args == [words]


def test_held_key_acts_on_the_list_as_it_is(qtbot: QtBot, kept: MainWindow) -> None:
    """A key that comes before the engine has answered the one before does nothing."""
    before = quotes_of(kept)
    for _ in range(2):
        press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: quotes_of(kept) == before[1:])
    press(qtbot, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: quotes_of(kept) == before)
    with qtbot.assertNotEmitted(kept.client.snippets_listed, wait=100):
        press(qtbot, Qt.Key.Key_Z, CTRL)


def test_late_reply_of_the_library_before_cannot_be_undone(qtbot: QtBot, kept: MainWindow) -> None:
    """What was kept in one library is neither listed nor undone in the next."""
    late = SnippetsListed(snippets_of(kept), snippets_of(kept)[0].id)
    kept.open("/full", "")
    kept.client.snippets_listed.emit(late)
    assert not snippets_of(kept)
    with qtbot.waitSignal(kept.client.library_opened):
        pass
    with qtbot.assertNotEmitted(kept.snippets.announced, wait=100):
        kept.client.snippets_listed.emit(late)
        press(qtbot, Qt.Key.Key_Z, CTRL)


def test_f6_goes_to_the_open_pane(qtbot: QtBot, kept: MainWindow) -> None:
    """The list of snippets is the last pane of the round."""
    kept.source_pane.view.setFocus()
    press(qtbot, Qt.Key.Key_F6)
    assert kept.snippets_pane.list.hasFocus()
    press(qtbot, Qt.Key.Key_F6)
    assert kept.question_bar.field.hasFocus()


@pytest.fixture
def usual_size(qtbot: QtBot) -> Iterator[None]:
    """Give the application back its usual font."""
    del qtbot
    yield
    apply(usual_font())


@pytest.mark.usefixtures("usual_size")
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(700, 600), (1180, 760)])
def test_nothing_overlaps_with_the_form_open(
    qtbot: QtBot, kept: MainWindow, size: tuple[int, int], percent: int
) -> None:
    """However large the text, every part of the window has its room, the reasons open or not."""
    kept.resize(*size)
    kept.appearance.set_text_percent(percent)
    ask(qtbot, kept)
    press(qtbot, Qt.Key.Key_Down)
    for keys in ("edit_snippet", "why_hit"):
        kept.actions_by_name[keys].trigger()
        qtbot.wait(50)
        parts = (kept.question_bar, kept.splitter, kept.snippets_pane, kept.status_line)
        for above, below in pairwise(parts):
            assert above.geometry().bottom() < below.geometry().top()
        for part in parts:
            assert part.height() >= part.minimumSizeHint().height()
        middle = kept.status_line.parentWidget()
        assert middle is not None
        assert kept.status_line.geometry().bottom() <= middle.rect().bottom()


@pytest.mark.usefixtures("usual_size")
def test_folded_title_is_whole_in_large_text(qtbot: QtBot, kept: MainWindow) -> None:
    """The folded pane grows with the text."""
    press(qtbot, Qt.Key.Key_Escape)
    kept.appearance.set_text_percent(200)
    pane = kept.snippets_pane
    qtbot.waitUntil(lambda: pane.title.height() >= pane.title.sizeHint().height())
    assert pane.rect().contains(pane.title.geometry())
