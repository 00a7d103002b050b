"""What a person asks to have exported."""

from typing import cast

import pytest

from qa_app.citing.export.content import ExportCancelled
from qa_app.citing.export.order import ExportOrder, sections_of
from qa_app.library.library import Library
from qa_app.model import Answer, AskedQuestion

_LIBRARY = cast("Library", None)


def test_questions_are_asked_without_what_was_dropped() -> None:
    """Those of the order without its conditions, saved ones without their own."""
    asked: list[tuple[str, tuple[str, ...]]] = []

    def ask(question: str, dropped: tuple[str, ...]) -> Answer:
        asked.append((question, dropped))
        return Answer(question, answered=False, took_ms=0.0, hits=())

    saved = [AskedQuestion("Why -rain?", ("-rain",), "2026-02-03T09:12:44+01:00", saved=True)]
    sections_of(
        ExportOrder(everything=True),
        "",
        _LIBRARY,
        snippets=lambda: (),
        saved=lambda: saved,
        ask=ask,
    )
    assert asked == [("Why -rain?", ("-rain",))]


def test_a_cancelled_export_asks_nothing_more() -> None:
    """It ends before the next question, which may take a while."""

    def ask(_question: str, _dropped: tuple[str, ...]) -> Answer:
        raise AssertionError

    with pytest.raises(ExportCancelled):
        sections_of(
            ExportOrder(questions=("Why?",)),
            "",
            _LIBRARY,
            snippets=lambda: (),
            saved=lambda: (),
            ask=ask,
            cancelled=lambda: True,
        )
