"""The table of documents as Qt sees it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from qa_app.gui.models.document_table_model import Column, DocumentTableModel
from qa_app.model import DocumentEntry, FileState
from tests.gui.fake_book import DOCUMENTS

FOLDERS = ("/home/lina/press",)
DISPLAY = Qt.ItemDataRole.DisplayRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(qtbot: QtBot) -> DocumentTableModel:
    """Six files in every state, watched for mistakes."""
    del qtbot
    made = DocumentTableModel()
    made.setProperty("tester", QAbstractItemModelTester(made, made))
    made.set_entries(DOCUMENTS, FOLDERS)
    return made


def shown(model: DocumentTableModel, column: Column) -> list[object]:
    """What stands in a column."""
    return [model.index(row, column).data(DISPLAY) for row in range(model.rowCount())]


def test_paths_begin_at_their_folder(model: DocumentTableModel) -> None:
    """With one folder its name would only repeat itself; with several it tells them apart."""
    assert "old.doc" in shown(model, Column.PATH)
    model.set_entries(DOCUMENTS, ("/home/lina/press/", "/home/lina/notes"))
    assert "press/old.doc" in shown(model, Column.PATH)
    model.set_entries(DOCUMENTS, ("/elsewhere",))
    assert "/home/lina/press/old.doc" in shown(model, Column.PATH)


def test_state_is_a_sign_and_a_word(model: DocumentTableModel) -> None:
    """No state is told by colour alone, and the sign is not read aloud."""
    model.narrow("scan")
    assert shown(model, Column.STATE) == ["✕  failed"]
    assert model.index(0, Column.STATE).data(SPOKEN) == "State: failed"


@pytest.mark.parametrize("column", list(Column))
def test_every_column_sorts(model: DocumentTableModel, column: Column) -> None:
    """Down is the other way round from up, and no file is lost."""
    model.sort(column, Qt.SortOrder.AscendingOrder)
    up = [model.entry(row) for row in range(model.rowCount())]
    model.sort(column, Qt.SortOrder.DescendingOrder)
    down = [model.entry(row) for row in range(model.rowCount())]
    assert len(up) == len(DOCUMENTS)
    assert set(up) == set(down) == set(DOCUMENTS)
    assert down[0] == up[-1] or column in (Column.STATE, Column.PASSAGES, Column.REASON)


def test_what_needs_attention_sorts_first(model: DocumentTableModel) -> None:
    """By state, failed files stand on top."""
    model.sort(Column.STATE)
    states = [model.entry(row).state for row in range(6)]  # type: ignore[union-attr]
    assert states[:3] == [FileState.FAILED, FileState.SKIPPED, FileState.PENDING]


def test_words_and_states_narrow_together(model: DocumentTableModel) -> None:
    """Every word typed occurs in title, path or reason, and the state is one wanted."""
    model.narrow("permission")
    assert model.rowCount() == 1
    model.set_states((FileState.SKIPPED,))
    assert model.rowCount() == 0
    model.narrow("")
    assert model.rowCount() == 1
    assert model.counts()[FileState.INDEXED] == 3


def test_changed_files_are_shown_as_they_are_now(model: DocumentTableModel) -> None:
    """A file that has been read since is no longer pending."""
    path = "/home/lina/press/wait.txt"
    now = DocumentEntry(path, FileState.INDEXED, "", "Waiting", 3, 2_048, 9)
    model.set_entries((*DOCUMENTS[:-1], now), FOLDERS)
    assert model.entry(model.row_of(path)) == now
    assert model.row_of("/nowhere") == -1


@pytest.mark.parametrize(
    ("name", "shown_as"),
    [
        (r"bad\udcff\udcfename.txt", r"bad\udcff\udcfename.txt"),
        ("two\nlines.txt", r"two\nlines.txt"),
        ("\u202egpj.exe.txt", r"\u202egpj.exe.txt"),
    ],
)
def test_odd_file_names_are_shown_whole(
    model: DocumentTableModel, name: str, shown_as: str
) -> None:
    """What is not seen in a name is spelt out, on one line, and a backslash ends no folder."""
    entry = DocumentEntry(f"{FOLDERS[0]}/{name}", FileState.PENDING, "", "", 0, 1, 0)
    model.set_entries((entry,), FOLDERS)
    assert shown(model, Column.NAME) == [shown_as]
    assert shown(model, Column.PATH) == [shown_as]


def test_tooltip_has_the_whole_of_a_cell(model: DocumentTableModel) -> None:
    """The reason is not cut off there, and what looks like markup stays text."""
    model.narrow("scan")
    tips = [model.index(0, c).data(Qt.ItemDataRole.ToolTipRole) for c in Column]
    assert tips[Column.REASON] == "<p>cannot be read: Permission denied</p>"
    assert tips[Column.PATH] == "<p>/home/lina/press/scan&lt;1&gt;.txt</p>"
