"""The lines between the window and the engine."""

import msgspec
import pytest

from qa_app import messages
from qa_app.model import Answer, Highlight, HighlightKind, Hit, Metadata, Source, Span

_HIT = Hit(
    rank=1,
    source=Source(7, "/a/b.txt", Metadata(title="T", date="2025-02"), Span(3, 9), 2),
    text="é 🙂\nx",
    highlights=(Highlight(HighlightKind.ANSWER, 0, 3),),
    scores={"fused": 0.5},
    also_in=(Source(8, "/a/c.txt", Metadata(), Span(0, 6), 1),),
)


def test_an_event_survives_the_pipe() -> None:
    """Every value comes out as it went in, types included."""
    event = messages.Answered(3, Answer("q", answered=True, took_ms=1.5, hits=(_HIT,)))
    assert messages.decode_event(messages.encode(event)) == event


@pytest.mark.parametrize(
    "request_",
    [messages.Ask(1, "a\nb"), messages.Peek(2, ""), messages.IndexFolder(), messages.Quit()],
)
def test_a_request_is_one_line(request_: messages.Request) -> None:
    """Line breaks in a question do not break the protocol."""
    line = messages.encode(request_)
    assert line.count(b"\n") == 1
    assert messages.decode_request(line) == request_


def test_an_event_is_no_request() -> None:
    """What comes from the wrong side is refused, not guessed at."""
    with pytest.raises(msgspec.DecodeError):
        messages.decode_request(messages.encode(messages.ModelReady("m", 1.0)))
