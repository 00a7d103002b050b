"""The hits, for Qt."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from qa_app.gui.models.hit_list_model import HitListModel, HitRole
from tests.gui import sample_news


def test_model_keeps_qt_s_rules(qtbot: QtBot) -> None:
    """Filling, replacing and clearing the list breaks none of the rules of an item model."""
    del qtbot
    model = HitListModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    model.replace(sample_news.answer_hits())
    assert model.rowCount() == 6
    model.replace(sample_news.keyword_hits(), related=True)
    assert model.rowCount() == 2
    model.clear()
    assert model.rowCount() == 0


def test_row_gives_hit_marks_and_spoken_text(qtbot: QtBot) -> None:
    """A row gives its hit, its marked words, and a sentence to be read aloud."""
    del qtbot
    model = HitListModel()
    model.replace(sample_news.answer_hits())
    index = model.index(0)
    hit = index.data(HitRole.HIT)
    marked = [segment.span.of(hit.text) for segment in index.data(HitRole.SEGMENTS)]
    assert "Murhaf Abu Qasra" in marked
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Hit 1 of 6: The minister")
    assert "source Defence chief" in spoken
    assert "2 sources agree" in spoken


def test_related_rows_say_so(qtbot: QtBot) -> None:
    """A passage that is no answer is not read aloud as a hit."""
    del qtbot
    model = HitListModel()
    model.replace(sample_news.keyword_hits(), related=True)
    assert model.index(0).data(HitRole.RELATED) is True
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Related passage 1")


def test_model_has_no_tooltips(qtbot: QtBot) -> None:
    """Qt would take a tooltip for markup, so words of a document are never in one."""
    del qtbot
    model = HitListModel()
    model.replace(sample_news.answer_hits())
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) is None
