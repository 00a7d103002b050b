"""A quote in the text of its source: where it stands, or how it differs."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice, takewhile

from rapidfuzz import fuzz

from qa_app.citing.export.shown import as_shown, shown_pattern
from qa_app.citing.verify_claims import Claim
from qa_app.model import Span
from qa_app.verdicts import DiffPart, PartKind

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
# Of words that stand in more places than that, the nearest of the first ones is taken.
_MAX_PLACES = 1_000
# Words that are less alike than that, in percent, are other words.
_MIN_ALIKE = 50.0
# A search for what is alike reads all of the text for each word.
_MAX_SEARCHED_CHARS = 2_000_000


def place_of(claim: Claim, text: str) -> Span | None:
    """Where the quote stands in a text: where it is said to, or else the likeliest place.

    That is where most of what stood around the quote stands around it, and of such places the
    nearest.
    """
    said = claim.trace.span
    if claim.quote and _is_same(claim, said.of(text)):
        return said
    places = list(islice(_places(claim, text), _MAX_PLACES))
    if not places:
        return None
    return max(
        places, key=lambda span: (_n_around(claim, text, span), -abs(span.start - said.start))
    )


def closest(claim: Claim, text: str, *, as_it_was: bool) -> Span | None:
    """Where the words stood that became the quote, or that the quote's words became.

    Where the source is `as_it_was`, that is where the export says.
    """
    trace = claim.trace
    if as_it_was and trace.span.end <= len(text):
        return trace.span
    if not trace.quote or len(text) > _MAX_SEARCHED_CHARS:
        return None
    alike = fuzz.partial_ratio_alignment(trace.quote, text, score_cutoff=_MIN_ALIKE)
    return None if alike is None else _to_words(Span(alike.dest_start, alike.dest_end), text)


def difference(source: str, quote: str) -> tuple[DiffPart, ...]:
    """How a quote differs from the words of its source, by words."""
    theirs, ours = _WORD.findall(as_shown(source)), _WORD.findall(as_shown(quote))
    parts: list[DiffPart] = []
    for kind, a, b, c, d in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(DiffPart(PartKind.SAME, "".join(theirs[a:b])))
            continue
        only = ((PartKind.SOURCE, theirs[a:b]), (PartKind.QUOTE, ours[c:d]))
        parts.extend(DiffPart(where, "".join(words)) for where, words in only if words)
    return tuple(parts)


def _is_same(claim: Claim, words: str) -> bool:
    if claim.exact:
        return words == claim.quote
    return as_shown(words) == as_shown(claim.quote)


def _places(claim: Claim, text: str) -> Iterator[Span]:
    if not claim.quote:
        return
    pattern = re.compile(re.escape(claim.quote)) if claim.exact else shown_pattern(claim.quote)
    found = pattern.search(text)
    while found:
        yield Span(*found.span())
        found = pattern.search(text, found.start() + 1)


def _n_around(claim: Claim, text: str, span: Span) -> int:
    """How many characters around a place are those that stood around the quote."""
    prefix, suffix = claim.trace.prefix, claim.trace.suffix
    before = text[max(span.start - len(prefix), 0) : span.start]
    after = text[span.end : span.end + len(suffix)]
    return _n_equal(prefix[::-1], before[::-1]) + _n_equal(suffix, after)


def _n_equal(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _to_words(span: Span, text: str) -> Span:
    """The span, to the ends of the words it cuts."""
    start, end = span.start, span.end
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)
