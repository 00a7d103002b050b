"""When questions may find what an indexing run has done."""

from itertools import count

import pytest

from qa_app.library.publishing import Publishing


def test_nothing_is_published_before_there_is_something(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the first file takes: else a question would be told that nothing answers it."""
    seconds = count(0, 10)
    monkeypatch.setattr("qa_app.library.publishing.time.monotonic", lambda: float(next(seconds)))
    waiting = Publishing()
    assert not waiting.is_due()
    waiting.begin()
    assert waiting.is_due()


def test_what_takes_long_is_published_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a second it waits twenty, where publishing took that second."""
    now = 100.0
    monkeypatch.setattr("qa_app.library.publishing.time.monotonic", lambda: now)
    waiting = Publishing()
    waiting.begin()
    waiting.note(100.0, 101.0)
    now = 120.0
    assert not waiting.is_due()
    now = 122.0
    assert waiting.is_due()
