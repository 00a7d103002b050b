"""Entries to pick from, as Qt sees them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from qa_app.gui.models.picker_model import PickerEntry, PickerModel

ENTRIES = (
    PickerEntry("1", "Who pays the soldiers?", side="today", mark="★", spoken="saved"),
    PickerEntry("2", "Où est le café?", detail="without: in May"),
    PickerEntry("3", "Why is the harbour closed?"),
)


@pytest.fixture
def model(qtbot: QtBot) -> PickerModel:
    """Three entries, watched for mistakes."""
    del qtbot
    made = PickerModel()
    made.setProperty("tester", QAbstractItemModelTester(made, made))
    made.set_entries(ENTRIES)
    return made


def test_typing_narrows(model: PickerModel) -> None:
    """What is typed occurs in the words or in the line below them."""
    model.narrow("cafe may")
    assert [model.entry(row) for row in range(model.rowCount())] == [ENTRIES[1]]
    assert model.n_entries() == 3
    model.narrow("")
    assert model.rowCount() == 3


def test_other_entries_are_narrowed_too(model: PickerModel) -> None:
    """What was typed still holds when the entries change."""
    model.narrow("why")
    model.set_entries(ENTRIES[:2])
    assert model.row_of("3") == -1
    model.set_entries(ENTRIES)
    assert model.row_of("3") == 0


def test_marks_are_spoken(model: PickerModel) -> None:
    """A screen reader hears what the star and the right side say."""
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Who pays the soldiers?, saved, today"
    assert model.entry(7) is None
