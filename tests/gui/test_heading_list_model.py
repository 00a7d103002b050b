"""The headings of a document, for Qt."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from qa_app.gui.models.heading_list_model import HeadingListModel, headings_of
from qa_app.model import Block, BlockKind, Metadata, SourceText, Span

TEXT = "The harbour\nA sentence.\nÉtudes on <b>salt</b>\nAnother.\nShips\n🚢"
LEVELS = {"The harbour": 2, "Études on <b>salt</b>": 3, "Ships": 2}


def source() -> SourceText:
    """A document with headings of two levels, none of them the highest."""
    blocks = tuple(
        Block(BlockKind.HEADING, Span(TEXT.index(words), TEXT.index(words) + len(words)), level)
        for words, level in LEVELS.items()
    )
    return SourceText(1, "/a.md", Metadata(), TEXT, blocks)


def shown(model: HeadingListModel) -> list[object]:
    """What each row shows."""
    return [model.index(row).data() for row in range(model.rowCount())]


def test_headings_stand_as_deep_as_their_level() -> None:
    """The outermost level that the document has is at the side."""
    assert [heading.depth for heading in headings_of(source())] == [0, 1, 0]


def test_model_keeps_qt_s_rules(qtbot: QtBot) -> None:
    """Filling, narrowing and widening the list breaks none of the rules of an item model."""
    del qtbot
    model = HeadingListModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    model.replace(headings_of(source()))
    assert shown(model) == ["The harbour", "    Études on <b>salt</b>", "Ships"]
    model.narrow("SALT etudes")
    assert shown(model) == ["    Études on <b>salt</b>"]
    model.narrow("zzz")
    assert shown(model) == []
    model.narrow("")
    assert model.rowCount() == 3
    said = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Études on <b>salt</b>, level 2"


def test_row_of_a_place_is_the_heading_above_it(qtbot: QtBot) -> None:
    """Before the first heading it is the first one."""
    del qtbot
    model = HeadingListModel()
    model.replace(headings_of(source()))
    assert [model.row_at(TEXT.index(words)) for words in ("A sent", "Another", "🚢")] == [0, 1, 2]
    assert model.row_at(0) == 0
