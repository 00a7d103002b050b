"""Snippets and hits written to a file from the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qa_app.gui.export_choices import What
from qa_app.gui.main_window import MainWindow
from qa_app.gui.views.export_dialog import ExportDialog
from qa_app.messages import ExportSnippets, Request, decode_request
from tests.gui.conftest import OpenWindow
from tests.gui.hands import QUESTION, ask, come_back, press, write

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def kept(qtbot: QtBot, open_window: OpenWindow) -> MainWindow:
    """A window on a library with three snippets."""
    window = open_window(library="/kept")
    qtbot.waitUntil(lambda: window.snippets_pane.list.snippet_model.rowCount() == 3)
    return window


def opened(qtbot: QtBot, window: MainWindow, file: Path | None = None) -> ExportDialog:
    """Press Ctrl+E; the dialog, with `file` typed where one is given."""
    press(qtbot, Qt.Key.Key_E, CTRL)
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    if file is not None:
        dialog.file.setFocus()
        dialog.file.selectAll()
        write(qtbot, dialog.file, str(file))
    return dialog


def ordered(file: Path) -> Request:
    """What the engine was asked for: the stand-in writes it into the file."""
    return decode_request(file.read_bytes())


def test_enter_exports_what_is_chosen(qtbot: QtBot, kept: MainWindow, tmp_path: Path) -> None:
    """Ctrl+E, a name, Enter: the file is written, and a line says so with what can be done."""
    file = tmp_path / "mine.pdf"
    opened(qtbot, kept, file)
    with qtbot.waitSignal(kept.client.snippets_exported):
        press(qtbot, Qt.Key.Key_Return)
    assert ordered(file) == ExportSnippets(str(file), format="pdf")
    assert kept.export_bar.label.whole_text() == "Exported to mine.pdf (3)"
    assert kept.export_bar.open_button.isVisible()
    assert kept.export_bar.show_button.isVisible()
    come_back(qtbot, kept)
    press(qtbot, Qt.Key.Key_Escape)
    assert not kept.export_bar.isVisible()


def test_every_choice_is_ordered(qtbot: QtBot, kept: MainWindow, tmp_path: Path) -> None:
    """What, format, style, order and notes reach the engine, with the question as it was asked."""
    ask(qtbot, kept)
    file = tmp_path / "mine.md"
    dialog = opened(qtbot, kept, file)
    assert f"“{QUESTION}” (6 hits)" in dialog.whats[What.QUESTION].text()
    dialog.whats[What.QUESTION].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    dialog.style_choice.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    dialog.order.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    dialog.notes.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    with qtbot.waitSignal(kept.client.snippets_exported):
        press(qtbot, Qt.Key.Key_Return)
    assert ordered(file) == ExportSnippets(
        str(file),
        format="markdown",
        questions=(QUESTION,),
        style="apa",
        source_first=True,
        with_notes=False,
    )


def test_choices_are_remembered(
    qtbot: QtBot, kept: MainWindow, settings: QSettings, tmp_path: Path
) -> None:
    """The next dialog begins with what was chosen for the last export."""
    dialog = opened(qtbot, kept, tmp_path / "mine.csv")
    dialog.order.setCurrentIndex(1)
    dialog.notes.setChecked(False)
    dialog.whats[What.EVERYTHING].setChecked(True)
    chosen = dialog.choices()
    with qtbot.waitSignal(kept.client.snippets_exported):
        press(qtbot, Qt.Key.Key_Return)
    assert chosen.format == "csv"
    settings.sync()
    qtbot.waitUntil(lambda: kept.findChild(ExportDialog) is None)
    come_back(qtbot, kept)
    assert opened(qtbot, kept).choices() == chosen


def test_a_choice_that_is_none_any_more_is_as_at_first(
    qtbot: QtBot, kept: MainWindow, settings: QSettings
) -> None:
    """A format that a later program had does not keep the dialog from opening."""
    settings.setValue("export/format", "papyrus")
    settings.setValue("export/what", "dreams")
    dialog = opened(qtbot, kept)
    assert dialog.choices().format == "docx"
    assert dialog.choices().what is What.SNIPPETS


def test_a_file_that_is_there_is_replaced_by_a_second_enter(
    qtbot: QtBot, kept: MainWindow, tmp_path: Path
) -> None:
    """The first Enter says that it is there; the second replaces it."""
    file = tmp_path / "mine.json"
    file.write_text("old")
    dialog = opened(qtbot, kept, file)
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "mine.json is there already" in dialog.problem.text()
    assert file.read_text() == "old"
    with qtbot.waitSignal(kept.client.snippets_exported):
        press(qtbot, Qt.Key.Key_Return)
    assert isinstance(ordered(file), ExportSnippets)


def test_the_name_and_the_format_follow_each_other(
    qtbot: QtBot, kept: MainWindow, tmp_path: Path
) -> None:
    """Another format gives the name another end; a name that promises a format chooses it."""
    dialog = opened(qtbot, kept, tmp_path / "mine.csl.json")
    assert dialog.choices().format == "csl-json"
    dialog.format.setCurrentIndex(dialog.format.findData("pdf"))
    assert dialog.file.text() == str(tmp_path / "mine.pdf")
    dialog.file.setText(str(tmp_path / "notes.of.june"))
    with qtbot.waitSignal(kept.client.snippets_exported):
        dialog.file.setFocus()
        press(qtbot, Qt.Key.Key_Return)
    assert (tmp_path / "notes.of.june.pdf").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "Name the file to write."), ("no/such/x.pdf", "There is no folder"), (".", "a folder")],
)
def test_what_is_in_the_way_is_said(
    qtbot: QtBot, kept: MainWindow, tmp_path: Path, name: str, said: str
) -> None:
    """A file that cannot be written is told in the dialog, before anything is asked for."""
    dialog = opened(qtbot, kept)
    dialog.file.setText(f"{tmp_path}/{name}" if name else "")
    dialog.file.setFocus()
    with qtbot.assertNotEmitted(dialog.export_wanted):
        press(qtbot, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert said in dialog.problem.text()


def test_an_own_style_needs_its_file(
    qtbot: QtBot, kept: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The line for it shows when it is chosen; without a file the dialog says what is missing."""
    style = tmp_path / "mine.csl"
    style.write_text("<style/>")
    file = tmp_path / "mine.html"
    dialog = opened(qtbot, kept, file)
    assert not dialog.style_file.isVisible()
    dialog.style_choice.setFocus()
    press(qtbot, Qt.Key.Key_End)
    assert dialog.style_file.isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert "Choose the .csl file" in dialog.problem.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(style), ""))
    dialog.style_button.click()
    with qtbot.waitSignal(kept.client.snippets_exported):
        dialog.export_button.setFocus()
        press(qtbot, Qt.Key.Key_Return)
    assert ordered(file) == ExportSnippets(str(file), format="html", style=str(style))


def test_what_there_is_nothing_of_cannot_be_chosen(qtbot: QtBot, window: MainWindow) -> None:
    """Without snippets, groups and a question each choice says why; saved questions are left."""
    dialog = opened(qtbot, window)
    enabled = [what for what, button in dialog.whats.items() if button.isEnabled()]
    assert enabled == [What.EVERYTHING]
    assert "none is kept yet" in dialog.whats[What.SNIPPETS].text()
    assert "none is in a group" in dialog.whats[What.GROUP].text()
    assert "none is asked yet" in dialog.whats[What.QUESTION].text()
    assert dialog.choices().what is What.EVERYTHING


def test_hits_of_a_refusal_are_no_answer(qtbot: QtBot, window: MainWindow) -> None:
    """What is only related is not exported, and the choice says why."""
    ask(qtbot, window, "what did Erdogan say?")
    dialog = opened(qtbot, window)
    assert not dialog.whats[What.QUESTION].isEnabled()
    assert "the documents do not answer it" in dialog.whats[What.QUESTION].text()


def test_a_long_export_shows_progress_and_is_cancelled(
    qtbot: QtBot, kept: MainWindow, tmp_path: Path
) -> None:
    """While it goes on questions are answered; Ctrl+. stops it, and the window says so."""
    opened(qtbot, kept, tmp_path / "slow.pdf")
    with qtbot.waitSignal(kept.client.errand_progressed):
        press(qtbot, Qt.Key.Key_Return)
    bar = kept.export_bar
    assert bar.label.whole_text() == "Exporting to slow.pdf… 1 of 3"
    assert (bar.progress.value(), bar.progress.maximum()) == (1, 3)
    come_back(qtbot, kept)
    ask(qtbot, kept)
    assert kept.hits_panel.hit_list.hit_model.rowCount() == 6
    with qtbot.waitSignal(kept.exporting.announced) as said:
        press(qtbot, Qt.Key.Key_Period, CTRL)
    assert said.args == ["The export was cancelled; nothing was written"]
    assert not bar.isVisible()
    assert not kept.actions_by_name["cancel_running"].isEnabled()


def test_one_export_waits_for_another(qtbot: QtBot, kept: MainWindow, tmp_path: Path) -> None:
    """Both are cancelled by one key; the line stands until the last has ended."""
    for name in ("slow.pdf", "slow.md"):
        opened(qtbot, kept, tmp_path / name)
        press(qtbot, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: kept.findChild(ExportDialog) is None)
        come_back(qtbot, kept)
    said: list[str] = []
    kept.exporting.announced.connect(said.append)
    press(qtbot, Qt.Key.Key_Period, CTRL)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert not kept.exporting.is_running
    assert not kept.export_bar.isVisible()


def test_a_failure_is_said_in_words(qtbot: QtBot, kept: MainWindow, tmp_path: Path) -> None:
    """What the engine says stands in the message bar, and nothing runs any more."""
    opened(qtbot, kept, tmp_path / "full.pdf")
    with qtbot.waitSignal(kept.client.failed):
        press(qtbot, Qt.Key.Key_Return)
    assert "No space left" in kept.message_bar.label.text()
    assert not kept.exporting.is_running
    assert not kept.export_bar.isVisible()


def test_an_engine_that_dies_takes_its_export_along(
    qtbot: QtBot, kept: MainWindow, tmp_path: Path
) -> None:
    """Nothing is shown to run that does not."""
    opened(qtbot, kept, tmp_path / "slow.pdf")
    with qtbot.waitSignal(kept.client.errand_progressed):
        press(qtbot, Qt.Key.Key_Return)
    with qtbot.waitSignal(kept.client.engine_stopped):
        kept.client.ask("crash")
    assert not kept.exporting.is_running
    assert not kept.export_bar.isVisible()


def test_letters_go_to_the_choices(qtbot: QtBot, kept: MainWindow) -> None:
    """Alt and the letter of a line goes there, where a button stands beside it too."""
    dialog = opened(qtbot, kept)
    for letter, field in (
        (Qt.Key.Key_L, dialog.file),
        (Qt.Key.Key_F, dialog.format),
        (Qt.Key.Key_C, dialog.style_choice),
        (Qt.Key.Key_D, dialog.order),
    ):
        press(qtbot, letter, Qt.KeyboardModifier.AltModifier)
        assert field.hasFocus()


def test_the_persons_own_folder_is_a_tilde(
    qtbot: QtBot, kept: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A path in it is shown and typed in short, and ordered whole; so is a bare name."""
    monkeypatch.setenv("HOME", str(tmp_path))
    dialog = opened(qtbot, kept, Path("~/mine.ris"))
    assert dialog.choices().file == str(tmp_path / "mine.ris")
    dialog.file.setText("bare.ris")
    with qtbot.waitSignal(kept.client.snippets_exported):
        press(qtbot, Qt.Key.Key_Return)
    assert (tmp_path / "bare.ris").exists()
    qtbot.waitUntil(lambda: kept.findChild(ExportDialog) is None)
    come_back(qtbot, kept)
    assert opened(qtbot, kept).file.text() == "~/bare.ris"
