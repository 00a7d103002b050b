"""Kept words and the texts they are looked for in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from qa_app.library.anchoring import CONTEXT_CHARS, anchored, context_of, stands_in
from qa_app.model import Metadata, Snippet, SnippetState, Span

# Few letters, so that words come again; marks and characters beyond the BMP among them.
_TEXTS = st.text(alphabet="ab \n“é🕊\u0301", max_size=120)


def _snippet(text: str, span: Span) -> Snippet:
    prefix, suffix = context_of(text, span)
    return Snippet(
        id="1",
        quote=span.of(text),
        path="/a.txt",
        content_hash="0",
        span=span,
        paragraph=1,
        metadata=Metadata(),
        question="",
        kept_at="2026-02-03T10:00:00+01:00",
        prefix=prefix,
        suffix=suffix,
    )


def _kept(text: str, words: str) -> Snippet:
    start = text.index(words)
    return _snippet(text, Span(start, start + len(words)))


@st.composite
def _snippets(draw: st.DrawFn) -> tuple[str, Snippet]:
    text = draw(_TEXTS.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, _snippet(text, Span(start, end))


@given(_snippets(), _TEXTS)
def test_what_is_verbatim_stands_there(kept: tuple[str, Snippet], text: str) -> None:
    """Whatever has become of the text, the span of a verbatim snippet holds its words."""
    _, snippet = kept
    found = anchored(snippet, text)
    assert found.quote == snippet.quote
    if found.state is SnippetState.VERBATIM:
        assert stands_in(found, text)
        assert (found.prefix, found.suffix) == context_of(text, found.span)
    else:
        assert found == replace(snippet, state=SnippetState.CHANGED)


@given(_snippets(), _TEXTS)
def test_words_that_are_gone_are_changed(kept: tuple[str, Snippet], text: str) -> None:
    """A text without the words has no place for them."""
    _, snippet = kept
    without = text.replace(snippet.quote, "")
    if snippet.quote not in without:
        assert anchored(snippet, without).state is SnippetState.CHANGED


@given(_snippets(), _TEXTS, _TEXTS)
def test_an_edit_elsewhere_moves_the_words(
    kept: tuple[str, Snippet], before: str, after: str
) -> None:
    """Words that are found in one place only follow it, however much is written around them."""
    text, snippet = kept
    edited = f"{before}{text}{after}"
    if edited.find(snippet.quote) == edited.rfind(snippet.quote):
        found = anchored(snippet, edited)
        assert found.state is SnippetState.VERBATIM
        assert found.span == snippet.span.shifted(len(before))


@given(_snippets())
def test_looking_twice_changes_nothing(kept: tuple[str, Snippet]) -> None:
    """A snippet that was found is found at the same place again."""
    text, snippet = kept
    found = anchored(snippet, text)
    assert anchored(found, text) == found


def test_what_stands_around_decides_between_places() -> None:
    """Words that come twice are found between what stood around them, where that is unchanged."""
    text = "“No,” said the mayor. " + "x" * 80 + " “No,” said the minister, and left the room."
    start = text.rindex("“No,”")
    snippet = _snippet(text, Span(start, start + 5))
    found = anchored(snippet, f"A new first line.\n\n{text}")
    assert found.state is SnippetState.VERBATIM
    assert found.span == snippet.span.shifted(len("A new first line.\n\n"))


@pytest.mark.parametrize(
    "text",
    [
        "The ferry waits. The ferry waits.",
        "The ferry waited.",
        "",
    ],
)
def test_no_place_or_two_is_changed(text: str) -> None:
    """Words that stand nowhere, or in two places that nothing tells apart, are changed."""
    snippet = _kept("At noon the captain said: The ferry waits. Nobody came.", "The ferry waits.")
    assert anchored(snippet, text) == replace(snippet, state=SnippetState.CHANGED)


def test_context_ends_where_the_text_does() -> None:
    """Up to 64 code points before and after, none beyond the ends."""
    text = "é" * 100 + "words" + "🕊" * 3
    before, after = context_of(text, Span(100, 105))
    assert (before, after) == ("é" * CONTEXT_CHARS, "🕊" * 3)
    assert context_of(text, Span(0, len(text))) == ("", "")
