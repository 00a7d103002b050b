"""What the window makes of an indexing run's report."""

from unittest.mock import Mock

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from qa_app.gui.indexing import Indexing
from qa_app.messages import Indexed
from qa_app.model import IndexReport


class _Client(QObject):
    """The engine's side, as far as it reports."""

    library_opened = Signal(object)
    index_progressed = Signal(object)
    indexed = Signal(object)


@pytest.mark.parametrize(
    ("report", "is_news"),
    [
        (IndexReport("/news", n_unchanged=3), False),
        (IndexReport("/news", n_unchanged=3, n_moved=1), True),
        (IndexReport("/news", n_unchanged=3, n_examined=3), True),
    ],
)
def test_contents_changed_follows_what_a_run_did(
    qtbot: QtBot, report: IndexReport, *, is_news: bool
) -> None:
    """What is on screen is out of date where files changed or statements were found anew."""
    assert qtbot
    client = _Client()
    indexing = Indexing(client, Mock(), Mock(), client)  # type: ignore[arg-type]  # stands in
    changes: list[bool] = []
    indexing.contents_changed.connect(lambda: changes.append(True))
    client.indexed.emit(Indexed(report=report, status=None))
    assert bool(changes) == is_news
