"""The list of shares: its model, and where each part of a row is painted."""

from itertools import pairwise

from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from qa_app.explaining.shares import Contribution, contributions_of
from qa_app.gui.models.share_list_model import Scale, ShareListModel, ShareRole
from qa_app.gui.views.share_delegate import columns
from tests.gui import sample_news


def test_model_keeps_qt_s_rules(qtbot: QtBot) -> None:
    """Filling, replacing and clearing the list breaks none of the rules of an item model."""
    del qtbot
    model = ShareListModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    for hit in sample_news.answer_hits():
        model.replace(contributions_of(hit))
        assert model.rowCount() == len(contributions_of(hit))
    model.replace(())
    assert model.rowCount() == 0


def test_rows_agree_on_a_scale(qtbot: QtBot) -> None:
    """The scale holds 0, every share and the longest words; a row has a sentence to be read."""
    del qtbot
    model = ShareListModel()
    model.replace(
        (Contribution("Keywords", 0.9, "BM25", (4.551, 3.6)), Contribution("Title", -0.2))
    )
    scale = model.index(0).data(ShareRole.SCALE)
    assert scale == Scale(-0.2, 0.9, ("Keywords", "Title"), ("BM25 4.55 / 3.60", ""))
    assert model.index(1).data(ShareRole.SCALE) is scale
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Title takes away 0.20"
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) is None


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    width=st.integers(200, 2_400),
    label=st.text("abc ", max_size=60),
    measure=st.text("0123.", max_size=20),
)
def test_parts_of_a_row_stand_side_by_side(
    qtbot: QtBot, width: int, label: str, measure: str
) -> None:
    """Whatever the words and the width, no part covers another and all are inside the row."""
    del qtbot
    row = QRectF(0, 0, width, 18)
    places = columns(row, Scale(-1, 1, (label,), (measure,)), QFontMetricsF(QFont()))
    parts = (places.label, places.bar, places.value, places.measure)
    for part, following in pairwise(parts):
        assert part.right() <= following.left()
    assert places.value.right() <= row.right()
    assert places.measure.width() == 0 or places.measure.right() <= row.right()
    assert places.bar.width() >= 31
