"""Where kept words stand in a text that is perhaps no longer the one they were kept from."""

from msgspec.structs import replace

from qa_app.model import Snippet, SnippetState, Span

# So much of what stands before and after is kept with the words.
CONTEXT_CHARS = 64


def context_of(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a span."""
    before = text[max(span.start - CONTEXT_CHARS, 0) : span.start]
    return before, text[span.end : span.end + CONTEXT_CHARS]


def stands_in(snippet: Snippet, text: str) -> bool:
    """Whether the snippet's words stand at its span."""
    return snippet.span.of(text) == snippet.quote


def anchored(snippet: Snippet, text: str) -> Snippet:
    """The snippet as it stands in the text its file holds now.

    Where the words stand in one place only, or in one place only between what stood around them,
    the snippet is verbatim there: its span and what is around it are those of that place. Else it
    is changed, and everything but its state is as it was.

    Source: the quote selectors of the W3C Web Annotation model, taken strictly: a quote is never
    moved to words that are only alike.
    """
    start = _only_place(text, snippet.quote)
    if start is None and snippet.prefix + snippet.suffix:
        start = _only_place(text, snippet.prefix + snippet.quote + snippet.suffix)
        start = None if start is None else start + len(snippet.prefix)
    if start is None:
        return replace(snippet, state=SnippetState.CHANGED)
    span = Span(start, start + len(snippet.quote))
    prefix, suffix = context_of(text, span)
    return replace(snippet, span=span, prefix=prefix, suffix=suffix, state=SnippetState.VERBATIM)


def _only_place(text: str, words: str) -> int | None:
    """Where the words begin; None where they stand nowhere, or in several places."""
    start = text.find(words)
    if start < 0 or text.find(words, start + 1) >= 0:
        return None
    return start
