"""Code points and UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from qa_app.gui.utf16 import Utf16Map, as_shown, line_breaks, on_one_line, with_breaks
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


@given(text=TEXTS, most=st.integers(1, 20), ends=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_broken_lines_move_no_word(text: str, most: int, ends: tuple[int, int]) -> None:
    """With overlong lines broken for show, a span still covers its own words."""
    start, end = (min(place, len(text)) for place in sorted(ends))
    shown = as_shown(text)
    breaks = line_breaks(shown, most)
    positions = Utf16Map(text, breaks)
    whole = with_breaks(shown, breaks, 0, len(shown))
    units = positions.span(Span(start, end))
    between = whole.encode("utf-16-le")[2 * units.start : 2 * units.end].decode("utf-16-le")
    assert between.replace("\n", "") == shown[start:end].replace("\n", "")
    assert positions.n_units == len(whole.encode("utf-16-le")) // 2
    assert all(positions.code_points(positions.units(p)) == p for p in range(len(text) + 1))


@given(text=TEXTS, most=st.integers(1, 20), cut=st.integers(0, 60))
def test_pieces_make_up_the_whole(text: str, most: int, cut: int) -> None:
    """Fed in two pieces, a text with broken lines is the same as in one."""
    breaks = line_breaks(text, most)
    at = min(cut, len(text))
    pieces = with_breaks(text, breaks, 0, at) + with_breaks(text, breaks, at, len(text))
    assert pieces == with_breaks(text, breaks, 0, len(text))


def test_lines_are_broken_after_a_blank() -> None:
    """No line is longer than the most, and words stay whole where there are blanks."""
    text = "one two three four five\nshort\n" + "x" * 25
    broken = with_breaks(text, line_breaks(text, 10), 0, len(text))
    assert broken.splitlines() == [
        "one two ", "three ", "four five", "short", "x" * 10, "x" * 10, "x" * 5
    ]  # fmt: skip
