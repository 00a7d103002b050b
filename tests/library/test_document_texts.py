"""Texts that are kept without what their passages hold."""

from hypothesis import given
from hypothesis import strategies as st

from qa_app.library.document_texts import put_together, rest_of
from qa_app.model import Span

_positions = st.integers(0, 40)


@given(st.text(max_size=40), st.lists(st.tuples(_positions, _positions), max_size=6))
def test_put_together_it_is_what_it_was(text: str, ends: list[tuple[int, int]]) -> None:
    """Whatever the spans are, one over another too, nothing is lost."""
    inside = sorted(Span(min(*own, len(text)), min(max(own), len(text))) for own in ends)
    pieces = [(span.start, span.of(text)) for span in inside]
    assert put_together(rest_of(text, inside), pieces) == text


def test_what_is_no_passages_is_all_that_is_left() -> None:
    """Headings and what stands between passages."""
    text = "Ships\n\nThe harbour 🚢 opens.\n\nThe quay."
    spans = [Span(7, 27), Span(29, 38)]
    assert [span.of(text) for span in spans] == ["The harbour 🚢 opens.", "The quay."]
    assert rest_of(text, spans) == "Ships\n\n\n\n"
