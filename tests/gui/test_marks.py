"""Overlapping highlights."""

from hypothesis import given
from hypothesis import strategies as st

from qa_app.gui.marks import Segment, cut, focus, segments
from qa_app.model import Highlight, HighlightKind, Span

ANSWER, TERM, SPEAKER = HighlightKind.ANSWER, HighlightKind.TERM, HighlightKind.SPEAKER
HIGHLIGHTS = st.lists(
    st.builds(Highlight, st.sampled_from(HighlightKind), st.integers(0, 30), st.integers(0, 30))
)


def test_a_speaker_inside_an_answer_is_both() -> None:
    """Where highlights overlap, the stretch they share has both kinds."""
    found = segments([Highlight(ANSWER, 0, 10), Highlight(SPEAKER, 4, 6)], 20)
    assert found == (
        Segment(Span(0, 4), frozenset({ANSWER})),
        Segment(Span(4, 6), frozenset({ANSWER, SPEAKER})),
        Segment(Span(6, 10), frozenset({ANSWER})),
    )


@given(highlights=HIGHLIGHTS, n_chars=st.integers(0, 25))
def test_segments_cover_what_is_highlighted(highlights: list[Highlight], n_chars: int) -> None:
    """Each position has the kinds of the highlights over it, once, and none is outside the text."""
    kinds_at: dict[int, frozenset[HighlightKind]] = {}
    for segment in segments(highlights, n_chars):
        for place in range(segment.span.start, segment.span.end):
            assert place not in kinds_at
            kinds_at[place] = segment.kinds
    for place in range(n_chars):
        wanted = frozenset(h.kind for h in highlights if h.start <= place < h.end)
        assert kinds_at.pop(place, frozenset()) == wanted
    assert not kinds_at


def test_cut_moves_what_is_inside() -> None:
    """A cut keeps the part of a segment that is inside, where it stands in the shorter text."""
    marked = (Segment(Span(2, 8), frozenset({TERM})), Segment(Span(20, 22), frozenset({TERM})))
    assert cut(marked, Span(5, 15), offset=1) == (Segment(Span(1, 4), frozenset({TERM})),)


def test_focus_is_the_answer_before_any_term() -> None:
    """The answer is what must be seen; without one, the first thing that is marked."""
    term, said = Segment(Span(0, 2), frozenset({TERM})), Segment(Span(5, 9), frozenset({ANSWER}))
    assert focus([term, said]) == Span(5, 9)
    assert focus([term]) == Span(0, 2)
    assert focus([]) is None
