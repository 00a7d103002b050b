"""A paragraph as its words and stops, each quotation one piece: what clauses are read from.

What stands in brackets is left out, and so are full stops that end no sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

import msgspec

from qa_app.language.remembering import Remembered
from qa_app.language.speakers import WORD, fold
from qa_app.language.speech.quotations import Quotation
from qa_app.language.speech.word_lists import NAME_SUFFIXES, is_role
from qa_app.model import Span

# All of a text, piece by piece; a word has the full stop and the space after it.
_PIECE = re.compile(
    rf"(?:{WORD.pattern})\.?[ \n]?|\s+|--+|[–—―]|(?<=\s)-\s|[,;:]"
    r"|\([^()]{0,300}\)|\[[^\[\]]{0,300}\]|.",
    re.DOTALL,
)
_CONTRACTED = re.compile(r"(he|she|it|they|we|i|you|who|that|there)'(?:s|ve|d|ll|re|m)")
_SMALL = frozenset("a an the of in on for to and or with at by from vs".split())
_MAX_TITLE_WORDS = 8
_OWNS = frozenset({"' ", "’ "})
_LOWER_PREFIXES = frozenset("al el ad as ash an ar at az de ibn bin d l abu o".split())


class Kind(StrEnum):
    """What a token is."""

    WORD = "w"
    QUOTATION = "q"
    COMMA = ","
    SEMICOLON = ";"
    COLON = ":"
    DASH = "-"
    END = "."


# Looking a member up in its enumeration takes longer than all else that is done to a word.
_A_WORD, _AN_END = Kind.WORD, Kind.END
_STOPS = {kind.value: kind for kind in (Kind.COMMA, Kind.SEMICOLON, Kind.COLON)}
_DASHES = frozenset({"–", "—", "―"})


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, a stop, or a whole quotation; positions are of the paragraph.

    `low` is the word folded, without what a contraction or a possessive adds to it. The text of an
    END is the character that ends the sentence.
    """

    kind: Kind
    text: str
    low: str
    start: int
    end: int
    is_capital: bool = False
    is_possessive: bool = False
    is_negated: bool = False


class _Known(NamedTuple):
    """What a piece of text is wherever it stands; see `Token`. Brackets have no kind.

    A word has `abbreviated` with the full stop after it, where that can belong to it; with an
    apostrophe after it `may_own`.
    """

    kind: Kind | None
    text: str
    n_chars: int
    low: str
    is_capital: bool = False
    is_possessive: bool = False
    is_negated: bool = False
    abbreviated: str = ""
    may_own: bool = False


def outline(text: str, sentences: Sequence[Span], quoted: Sequence[Quotation]) -> list[Token]:
    """The tokens of a paragraph in order; one of kind END before and after each sentence.

    Args:
        text: the paragraph.
        sentences: its sentences, spans of `text`.
        quoted: its quotations.
    """
    tokens: list[Token] = [_end(text, 0)]
    ends = [sentence.end for sentence in sentences]
    stops = frozenset(end - 1 for end in ends)
    at = 0
    for quotation in quoted:
        tokens += _between(text, Span(at, quotation.span.start), ends, stops)
        if tokens[-1].kind is Kind.WORD and _stops_before(text, tokens[-1], quotation.span.start):
            lead = text[tokens[-1].end : quotation.span.start].rstrip()
            tokens.append(_end(text, tokens[-1].end + len(lead)))
        tokens += _quotation(text, quotation.span, ends)
        at = quotation.span.end
    tokens += _between(text, Span(at, len(text)), ends, stops)
    if len(tokens) == 1 or tokens[-1].kind is not Kind.END:
        tokens.append(_end(text, len(text)))
    ends_at = [n for n, token in enumerate(tokens) if token.kind is _AN_END]
    for n in [n for n in ends_at if _is_false_end(tokens, n)][::-1]:
        del tokens[n]
    return tokens


def _is_false_end(tokens: Sequence[Token], n: int) -> bool:
    """Whether a sentence only seems to end, with its quotation: “Why?” he asked."""
    if not 0 < n < len(tokens) - 1:
        return False
    after = tokens[n + 1]
    is_lower = after.kind is Kind.WORD and after.text[0].islower() and not after.is_capital
    is_quoted = tokens[n - 1].kind is Kind.QUOTATION
    return after.kind in {Kind.END, Kind.COMMA} or (is_quoted and is_lower)


def _stops_before(text: str, word: Token, start: int) -> bool:
    """Whether a full stop before a quotation ends a sentence: a title's has a name after it."""
    is_title = is_role(word.low) or len(word.low) == 1
    return text[word.end - 1 : start].rstrip()[-1:] in {".", "?", "!"} and not is_title


def _between(text: str, span: Span, ends: Sequence[int], stops: frozenset[int]) -> list[Token]:
    """The tokens of a stretch where nothing is quoted.

    `ends` are where sentences end, `stops` the places of their last characters.
    """
    tokens: list[Token] = []
    n = bisect_left(ends, span.start + 1)
    next_end = ends[n] if n < len(ends) else span.end
    pieces = _PIECE.findall(text, span.start, span.end)
    starts = accumulate(map(len, pieces), initial=span.start)
    # What a word is wherever it stands was worked out before, for most words.
    for known, start in zip(map(_KNOWN.__getitem__, pieces), starts, strict=False):
        if known is None:
            continue
        while next_end <= start:
            tokens.append(_end(text, next_end))
            n += 1
            next_end = ends[n] if n < len(ends) else span.end
        kind, words, n_chars, low, is_capital, is_owner, is_negated, abbreviated, may_own = known
        end = start + n_chars
        if kind is None:
            n = bisect_left(ends, end)
            next_end = ends[n] if n < len(ends) else span.end
            continue
        if abbreviated and end not in stops:
            words, end = abbreviated, end + 1
        elif may_own and text[end : end + 2] in _OWNS:
            is_owner = True
        tokens.append(Token(kind, words, low, start, end, is_capital, is_owner, is_negated))
    tokens += [_end(text, end) for end in ends[n:] if end <= span.end]
    return tokens


def _known(piece: str) -> _Known | None:
    """What a piece of text is; None for white space, a mark, or a stop that parts no clauses."""
    word = WORD.match(piece)
    if word is not None:
        return _known_word(word.group(), has_stop=piece.startswith(".", word.end()))
    text = piece.rstrip()
    if len(piece) > 1 and piece[0] in "([":
        return _Known(None, text, len(text), "")
    # A single hyphen is a dash only with space around it.
    if text in _DASHES or (len(piece) > 1 and text.startswith("-")):
        return _Known(Kind.DASH, text, len(text), "-")
    return _Known(_STOPS[text], text, 1, text) if text in _STOPS else None


def _known_word(text: str, *, has_stop: bool) -> _Known:
    if text.isalpha() and text.isascii() and text.islower():
        # As most words are: nothing is to be taken off, and no full stop is theirs.
        return _Known(_A_WORD, text, len(text), text, may_own=text.endswith("s"))
    low = fold(text)
    is_possessive = is_negated = may_own = False
    if "'" in low:
        contracted = _CONTRACTED.fullmatch(low)
        is_negated = low.endswith("n't")
        if contracted:
            low = contracted[1]
        elif low.endswith("'s"):
            low, is_possessive = low[:-2], True
    else:
        may_own = low.endswith("s")
    abbreviated = f"{text}." if has_stop and _is_abbreviated(text) else ""
    is_capital = _is_capital(text)
    return _Known(
        _A_WORD, text, len(text), low, is_capital, is_possessive, is_negated, abbreviated, may_own
    )


_KNOWN = Remembered(_known)


def _quotation(text: str, span: Span, ends: Sequence[int]) -> Iterator[Token]:
    """A quotation, or the title that is all it holds; and the sentence's end that it holds."""
    words = [match.group() for match in WORD.finditer(text, span.start, span.end)]
    opens_sentence = not text[max(0, span.start - 2) : span.start].rstrip()[-1:].isalnum()
    is_title = (
        0 < len(words) <= _MAX_TITLE_WORDS
        and not opens_sentence
        and all(word[0].isupper() or word.isdecimal() or word in _SMALL for word in words)
    )
    kind = Kind.WORD if is_title else Kind.QUOTATION
    quoted = span.of(text)
    yield Token(kind, quoted, fold(quoted), span.start, span.end, is_capital=is_title)
    n = bisect_left(ends, span.start + 1)
    last = bisect_left(ends, span.end + 1)
    if n < last and ends[last - 1] == span.end:
        yield _end(text, span.end)


def _is_abbreviated(word: str) -> bool:
    """Whether the full stop after a word belongs to it: Gov., Jr., U.S."""
    if not word[0].isupper():
        return False
    low = word.lower()
    return len(word) == 1 or "." in word or low in NAME_SUFFIXES or (len(word) < 5 and is_role(low))


def _is_capital(word: str) -> bool:
    if word[0].isupper() or word.isalpha():
        return word[0].isupper()
    lead, dash, rest = word.partition("-")
    if not dash:
        lead, _, rest = word.replace("’", "'").partition("'")
    return lead in _LOWER_PREFIXES and rest[:1].isupper()


def _end(text: str, at: int) -> Token:
    return Token(Kind.END, text[max(at - 1, 0) : at], ".", at, at)
