"""Names in a paragraph: runs of capitalised words, the titles before them, what they name."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

import msgspec

from qa_app.language.reporting_verbs import VERBS, Form
from qa_app.language.speech.genders import gender_of
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.word_lists import (
    COURTESIES,
    DAYS,
    FEMININE,
    FIRM_ENDINGS,
    FUNCTION_WORDS,
    MASCULINE,
    NAME_SUFFIXES,
    PARTICLES,
    PORTFOLIOS,
    SURNAMES_TOO,
    is_body,
    is_role,
)
from qa_app.model import Span

# Months that are names too: Theresa May, Jan Berg.
_NAMES_TOO = frozenset("may april june august jan".split())
# Those that are names only after another word of the name: Khin Mar.
_SURNAMES = frozenset("apr aug dec feb jul jun mar nov oct sep sept".split())
_BEFORE_MONTHS = frozenset("in on by since until of last this next early late mid from to".split())
_NO_NAMES = FUNCTION_WORDS | DAYS
# A capitalised word that is none of these can be a word of a name wherever it stands.
_DOUBTFUL = _NO_NAMES | {word for word, verb in VERBS.items() if verb.form is not Form.BASE}
_WORD = Kind.WORD
_MAX_PERSON_WORDS = 5


class Sort(StrEnum):
    """What a name names."""

    PERSON = "person"
    BODY = "body"
    OFFICE = "office"
    UNKNOWN = "unknown"


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A run of capitalised words, `tokens[first:last]`, and what is known of it by itself.

    `name_first` is where the name begins after titles, `start` and `end` are those of the name in
    the paragraph. `keys` are its folded words, the parts of hyphenated ones apart, without suffixes
    (Jr.); `lead` is the word right before it.
    """

    first: int
    last: int
    name_first: int
    start: int
    end: int
    text: str
    keys: tuple[str, ...]
    titles: tuple[str, ...]
    sort: Sort
    lead: str
    is_possessive: bool

    @property
    def span(self) -> Span:
        """Where the name stands in the paragraph."""
        return Span(self.start, self.end)

    @property
    def gender(self) -> str:
        """`m`, `f`, or unknown: the empty string."""
        if not MASCULINE.isdisjoint(self.titles):
            return "m"
        if not FEMININE.isdisjoint(self.titles):
            return "f"
        return gender_of(self.keys[0]) if len(self.keys) > 1 else ""


def mentions_in(tokens: Sequence[Token]) -> list[Mention]:
    """The names among `tokens`, in order."""
    return [mention_of(tokens, first, last) for first, last in _runs(tokens)]


def is_nameable(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token can be a word of a name."""
    token = tokens[at]
    if not token.is_capital or token.kind is not _WORD:
        return False
    if token.low not in _DOUBTFUL:
        return True
    is_acronym = len(token.text) > 1 and token.text.isupper()
    if token.low in DAYS:
        if token.low in _SURNAMES:
            return _ends_name(tokens, at)
        return token.low in _NAMES_TOO and _is_in_name(tokens, at)
    if token.low in FUNCTION_WORDS:
        return is_acronym and len(token.text) < 4
    opens_sentence = at > 0 and tokens[at - 1].kind is Kind.END
    return not (is_acronym or opens_sentence)


def _is_in_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name of a month has another word of a name beside it."""
    if at > 0 and is_nameable(tokens, at - 1):
        return True
    if at + 1 >= len(tokens) or tokens[at - 1].low in _BEFORE_MONTHS:
        return False
    after = tokens[at + 1]
    return after.kind is Kind.WORD and after.is_capital and after.low not in _NO_NAMES


def _ends_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a month's short form follows a name, with no day or year after it."""
    is_dated = at + 1 < len(tokens) and tokens[at + 1].low[:1].isdecimal()
    return at > 0 and is_nameable(tokens, at - 1) and not is_dated


def run_start(tokens: Sequence[Token], last: int) -> int:
    """Where the run of capitalised words that ends at `last` (excluded) begins; `last` if none."""
    first = last
    while first > 0 and is_nameable(tokens, first - 1):
        is_owner = first < last and tokens[first - 1].is_possessive
        if is_owner and not _is_body_of_many(tokens, first):
            break
        first -= 1
        joined = first
        while joined > 0 and tokens[joined - 1].low in PARTICLES:
            joined -= 1
        if joined < first and joined > 0 and is_nameable(tokens, joined - 1):
            first = joined
    return first


def run_end(tokens: Sequence[Token], first: int) -> int:
    """Where the run of capitalised words that begins at `first` ends (excluded)."""
    last = first + 1
    while last < len(tokens) and (
        not tokens[last - 1].is_possessive or _is_body_of_many(tokens, last)
    ):
        joined = last
        while tokens[joined].low in PARTICLES and joined + 1 < len(tokens):
            joined += 1
        if not is_nameable(tokens, joined):
            break
        last = joined + 1
    return last


def _is_body_of_many(tokens: Sequence[Token], at: int) -> bool:
    """Whether a body's name goes on at `at` after those it is of: Growers' Association."""
    owner = tokens[at - 1]
    is_many = owner.low.endswith(("ers", "ors", "men", "ists", "ents", "ees")) or is_role(owner.low)
    last = at
    while last < len(tokens) and is_nameable(tokens, last):
        last += 1
    return is_many and owner.text[-1] in "'’s" and last > at and is_body(tokens[last - 1].low)


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    last = 0
    # Most words are not even capitalised.
    for at in [n for n, token in enumerate(tokens) if token.is_capital]:
        if at >= last and is_nameable(tokens, at):
            last = run_end(tokens, at)
            yield at, last


class _Called(NamedTuple):
    """What words name, the first `n_titles` of which are titles; see `Mention`.

    `n_chars_more` is what a possessive adds to the last.
    """

    n_titles: int
    n_chars_more: int
    text: str
    keys: tuple[str, ...]
    titles: tuple[str, ...]
    sort: Sort


def mention_of(tokens: Sequence[Token], first: int, last: int) -> Mention:
    """What the words `tokens[first:last]` name."""
    words = tuple([(t.text, t.low, t.is_possessive) for t in tokens[first:last]])
    n_titles, n_chars_more, text, keys, titles, sort = _called(
        words, words_of_office(tokens, first, last)
    )
    before = tokens[first - 1] if first > 0 else None
    return Mention(
        first=first,
        last=last,
        name_first=first + n_titles,
        start=tokens[first + n_titles].start,
        end=tokens[last - 1].end - n_chars_more,
        text=text,
        keys=keys,
        titles=titles,
        sort=sort,
        lead=before.low if before is not None and before.kind is _WORD else "",
        is_possessive=words[-1][2],
    )


# A text has few names, over and over.
@lru_cache(1 << 15)
def _called(words: tuple[tuple[str, str, bool], ...], n_of_office: int) -> _Called:
    """What words name, each given with its folded form and whether it is possessive."""
    lows = tuple(low for _, low, _ in words)
    bare = len(lows)
    while bare > 1 and lows[bare - 1] in NAME_SUFFIXES:
        bare -= 1
    sort, n_titles = (Sort.PERSON, n_of_office) if n_of_office else _sort(words[0][0], lows[:bare])
    name = [_bare(text) if is_owner else text for text, _, is_owner in words[n_titles:]]
    return _Called(
        n_titles=n_titles,
        n_chars_more=len(words[-1][0]) - len(name[-1]),
        text=" ".join(" ".join(name).split()),
        keys=tuple(part for low in lows[n_titles:bare] for part in low.split("-") if part),
        titles=lows if sort is Sort.OFFICE else lows[:n_titles],
        sort=sort,
    )


def words_of_office(tokens: Sequence[Token], first: int, last: int) -> int:
    """How many words of a run belong to an office before it: Secretary of State John Kerry."""
    if first < 2 or tokens[first - 1].low != "of" or not is_role(tokens[first - 2].low):
        return 0
    is_portfolio = tokens[first].low in PORTFOLIOS
    if last - first < (2 if is_portfolio else 3) or is_body(tokens[last - 1].low):
        return 0
    return 1 if is_portfolio else last - first - 2


def _sort(first: str, lows: Sequence[str]) -> tuple[Sort, int]:
    """What a run names, and how many of its words are titles before a name."""
    if lows[0] in COURTESIES and len(lows) > 1:
        return Sort.PERSON, 1
    is_firm = len(lows) > 1 and lows[-1] in FIRM_ENDINGS
    if is_firm or (is_body(lows[-1]) and lows[-1] not in SURNAMES_TOO):
        return Sort.BODY, 0
    if is_role(lows[-1]) and (lows[-1] not in SURNAMES_TOO or len(lows) == 1):
        return Sort.OFFICE, 0
    roles = [n for n, low in enumerate(lows[:-1]) if is_role(low)]
    if roles:
        return Sort.PERSON, roles[-1] + 1
    return _sort_untitled(first, lows), 0


def _sort_untitled(first: str, lows: Sequence[str]) -> Sort:
    if len(lows) == 1:
        is_acronym = first.isupper() and len(lows[0]) > 1
        return Sort.BODY if is_acronym else Sort.UNKNOWN
    if any(is_body(low) for low in lows[1:]):
        return Sort.BODY
    return Sort.PERSON if len(lows) <= _MAX_PERSON_WORDS else Sort.UNKNOWN


def _bare(owner: str) -> str:
    return owner.removesuffix("'s").removesuffix("’s")
