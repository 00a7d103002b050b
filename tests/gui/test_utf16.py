"""Code points and UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from qa_app.gui.utf16 import Utf16Map, as_shown, on_one_line
from qa_app.model import Span

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\r\n😀𝒏e\u0301👩\u200d👩ק"),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "span", "units"),
    [
        ("plain", Span(1, 3), Span(1, 3)),
        ("a😀b", Span(1, 2), Span(1, 3)),
        ("a😀b", Span(2, 3), Span(3, 4)),
        ("e\u0301te\u0301", Span(0, 2), Span(0, 2)),
        ("👩\u200d👩 x", Span(4, 5), Span(6, 7)),
        ("𝒏𝒐𝒕", Span(0, 3), Span(0, 6)),
        ("قال", Span(0, 3), Span(0, 3)),
    ],
)
def test_span_is_counted_in_units(text: str, span: Span, units: Span) -> None:
    """Characters beyond the BMP count twice, all others once, combining marks included."""
    assert Utf16Map(text).span(span) == units


@given(text=TEXTS)
def test_positions_survive_there_and_back(text: str) -> None:
    """Every position comes back from UTF-16 units as it went."""
    positions = Utf16Map(text)
    for point in range(len(text) + 1):
        assert positions.code_points(positions.units(point)) == point
    assert positions.n_units == positions.units(len(text))


@given(text=TEXTS, ends=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_qt_selects_what_the_span_says(text: str, ends: tuple[int, int]) -> None:
    """In a Qt document the translated span covers the same words as in the text."""
    start, end = (min(place, len(text)) for place in sorted(ends))
    document = QTextDocument()
    cursor = QTextCursor(document)
    cursor.insertText(as_shown(text))
    units = Utf16Map(text).span(Span(start, end))
    cursor.setPosition(units.start)
    cursor.setPosition(units.end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.position() - cursor.anchor() == units.end - units.start
    for shown, wanted in zip(cursor.selectedText(), text[start:end], strict=True):
        assert shown == wanted or (shown in " \u2029" and not wanted.isprintable())


@given(text=TEXTS)
def test_one_line_keeps_positions(text: str) -> None:
    """A text put on one line holds no line break, and each character stays in its place."""
    line = on_one_line(text)
    assert len(line) == len(text)
    assert line.splitlines() in ([], [line])
