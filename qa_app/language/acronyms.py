"""Acronyms that a text explains: which letters stand for which words.

Explained is what is defined in so many words, “the Northern Lights Agency (NLA)” or “NLA, the
Northern Lights Agency,”; and what a text uses beside the one name whose first letters it is.

Source: the letter matching follows Schwartz and Hearst, “A Simple Algorithm for Identifying
Abbreviation Definitions in Biomedical Text” (2003), held to first letters of words.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from qa_app.language.speakers import TITLES, fold, without_possessive
from qa_app.model import Span

_ACRONYM = r"(?:[^\W\d_a-zß-ÿ]\.){2,}|[^\W\d_a-zß-ÿ][^\W\d_]{0,8}[^\W\d_a-zß-ÿ]"
_SHORT = re.compile(
    rf"(?:(?:or|the|aka|a\.k\.a\.)\s+)*[“\"‘']?({_ACRONYM})(?:[’']?s)?[”\"’']?(?=\s*[;,]|$)"
)
# A text that has any of these holds an acronym, and what may go before or after it: they are
# found many times faster than the definitions.
_LIKE_ACRONYM = re.compile(r"[^\W\d_a-zß-ÿ](?:\.[^\W\d_a-zß-ÿ]\.|[^\W\d_]{0,8}[^\W\d_a-zß-ÿ])")
_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_BEFORE_LONG = re.compile(
    rf",(?:(?<={_CAPITAL},)|(?<=\.,)|(?<={_CAPITAL}s,)|(?<=\.s,))\s+(?:or|the|an?)\s"
)
_STANDS_FOR = re.compile(r"(?:short|stands|standing)\s+for\s+(?:or|the|an?)\s")
_OR_SHORT = re.compile(r"or\s+(?:the\s+)?[“\"]?[^\W\d_a-zß-ÿ]")
_PARENTHESES = re.compile(r"\(([^()\n]{2,120})\)")
_SHORT_BEFORE = re.compile(rf"(?<!\w)({_ACRONYM})s?\s*$")
# “NLA, the Northern Lights Agency”; “NLA, short for Northern Lights Agency”; “NLA stands for …”
_SHORT_FIRST = re.compile(
    rf"(?<!\w)({_ACRONYM})s?(?:,?\s+(?:which\s+)?(?:is\s+)?(?:short|stands|standing)\s+for|,)"
    r"\s+(?:(?:or|the|an?)\s+)+[“\"]?(?=[^\W\d_a-z])"
)
# “the Northern Lights Agency, or NLA”; “…, known as NLA”
_SHORT_LAST = re.compile(
    rf",?\s+(?:or|abbreviated(?:\s+as)?|(?:better\s+|also\s+|commonly\s+)?known\s+as)"
    rf"\s+(?:the\s+)?[“\"]?({_ACRONYM})(?!\w)"
)
_WORD = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]+(?:[’'][^\W_]+)*")
_SENTENCE_BREAK = re.compile(r"(?<!\b\w)[.!?;:]\s+(?=[^\W\d_a-z])|[()“”\"\n]")
_SMALL = frozenset(
    "a an the of for and in on at to by with from into as or al de la le du des und et y".split()
)
_ALONE = re.compile(r"[^\W\d_a-zß-ÿ](?<![\w-].)[^\W\d_a-zß-ÿ]{2,5}(?![\w-])", re.DOTALL)
_CAPITALISED = (
    r"[^\W\d_a-z][\w’'.&]*(?:[\s-]+(?:(?:of|for|and|the|de|la|du|&)\s+){0,3}"
    r"[^\W\d_a-z][\w’'&]*)+"
)
_RUN = re.compile(_CAPITALISED)
_MIN_SMALL_LETTERS = 3
_MAX_SKIPPED = 6
_MAX_LOOK_BACK = 200
_PLURAL = re.compile(r"(?<=[^\Wsiu])s$")


class Definition(Struct, frozen=True):
    """An acronym without its dots, and the words it stands for as the text has them."""

    short: str
    long: str


def definitions_in(text: str, passages: Sequence[Span]) -> list[Definition]:
    """The acronyms that a text explains, each explanation once.

    Args:
        text: a document.
        passages: spans of `text` to look in.
    """
    bodies = [span.of(text) for span in passages]
    # Most passages have none, and are quickly told.
    with_acronyms = [body for body in bodies if _LIKE_ACRONYM.search(body)]
    found: dict[Definition, None] = {}
    for body in with_acronyms:
        found.update(dict.fromkeys(_defined(body)))
    known = {definition.short for definition in found}
    wanted = {short for body in with_acronyms for short in _ALONE.findall(body)} - known
    found.update(dict.fromkeys(_beside(bodies, wanted)))
    return list(found)


def is_acronym(word: str) -> bool:
    """Whether a word is letters that stand for words: capitals, with or without dots."""
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper() and letters.isalpha()


def long_key(words: Sequence[str]) -> str:
    """What two ways to write an acronym's words share: no small words, no plural at the end.

    Args:
        words: folded.
    """
    return _PLURAL.sub("", " ".join(word for word in words if word not in _SMALL))


def words_of(long: str) -> list[str]:
    """The folded words of what an acronym stands for."""
    return [fold(without_possessive(match.group())) for match in _WORD.finditer(long)]


def _defined(text: str) -> Iterator[Definition]:
    """What a passage says in so many words."""
    for match in _PARENTHESES.finditer(text):
        yield from _in_parentheses(text[: match.start()], match[1])
    if _BEFORE_LONG.search(text) or _STANDS_FOR.search(text):
        for match in _SHORT_FIRST.finditer(text):
            yield from _forwards(match[1], text[match.end() :])
    if "known" in text or "abbreviated" in text or _OR_SHORT.search(text):
        for match in _SHORT_LAST.finditer(text):
            yield from _backwards(match[1], text[: match.start()])


def _in_parentheses(before: str, inside: str) -> Iterator[Definition]:
    if short := _SHORT.match(inside):
        yield from _backwards(short[1], before)
    elif short := _SHORT_BEFORE.search(before[-_MAX_LOOK_BACK:]):
        yield from _forwards(short[1], inside, whole=True)


def _backwards(short: str, before: str) -> Iterator[Definition]:
    """The words that end where `before` does and spell the acronym."""
    clause = _SENTENCE_BREAK.split(before[-_MAX_LOOK_BACK:])[-1]
    words = list(_WORD.finditer(clause))
    letters = _letters(short)
    for first in range(len(words) - 1, max(-1, len(words) - len(letters) - _MAX_SKIPPED), -1):
        if _spells(words[first:], letters):
            yield from _definition(short, clause[words[first].start() :])
            return


def _forwards(short: str, after: str, *, whole: bool = False) -> Iterator[Definition]:
    """The words that `after` begins with and that spell the acronym."""
    clause = _SENTENCE_BREAK.split(after)[0]
    words = list(_WORD.finditer(clause))
    while words and words[0].group().lower() in _SMALL:
        words.pop(0)
    letters = _letters(short)
    lengths = [len(words)] if whole else range(2, len(letters) + _MAX_SKIPPED)
    for length in lengths:
        if length <= len(words) and _spells(words[:length], letters):
            yield from _definition(short, clause[words[0].start() : words[length - 1].end()])
            return


def _definition(short: str, long: str) -> Iterator[Definition]:
    long = " ".join(long.split()).strip(" ,“\"‘'")
    letters = _letters(short)
    is_name = any(character.isupper() for character in long)
    if is_name or len(letters) >= _MIN_SMALL_LETTERS:
        yield Definition(short.replace(".", ""), without_possessive(long))


def _letters(short: str) -> str:
    return fold(short.replace(".", ""))


def _spells(words: Sequence[re.Match[str]], letters: str) -> bool:
    """Whether the first letters of all words are `letters`; small words may be passed over."""
    if len(words) < 2 or words[0].group().lower() in _SMALL or words[-1].group().lower() in _SMALL:
        return False
    ends = {0}
    for match in words:
        word = match.group()
        initials = _letters(word) if is_acronym(word) else fold(word)[:1]
        reached = {end + len(initials) for end in ends if letters.startswith(initials, end)}
        ends = reached | ends if word.lower() in _SMALL else reached
    return len(letters) in ends


def _beside(bodies: Sequence[str], wanted: Collection[str]) -> Iterator[Definition]:
    """The acronyms that are used beside the one name they spell."""
    if not wanted:
        return
    shortest = min(map(len, wanted))
    by_initial: dict[str, list[str]] = defaultdict(list)
    for short in sorted(wanted):
        by_initial[short[0].lower()].append(short)
    longs: dict[str, dict[str, str]] = defaultdict(dict)
    for name in dict.fromkeys(chain.from_iterable(map(_RUN.findall, bodies))):
        # Most names have too few words for any.
        if len(words := list(_WORD.finditer(name))) < shortest:
            continue
        for short, long in _spelled_in(name, words, by_initial):
            longs[short].setdefault(long_key(words_of(long)), long)
    for short, found in longs.items():
        if len(found) == 1:
            yield from _definition(short, next(iter(found.values())))


def _spelled_in(
    name: str, words: Sequence[re.Match[str]], by_initial: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    """The acronyms, by their first letter, that words of a name spell, each with these words."""
    # What capitalised words stand before belong to the name, unless they are a title.
    n_titles = next((n for n, word in enumerate(words) if fold(word.group()) not in TITLES), 0)
    small = (n for n, word in enumerate(words[:-1]) if word.group().lower() in _SMALL)
    starts = {0, n_titles, *(n + 1 for n in small)}
    for first in sorted(starts):
        for short in by_initial.get(fold(words[first].group()[0]), ()):
            shortest = first + len(short)
            for last in range(shortest, min(len(words), shortest + _MAX_SKIPPED) + 1):
                if _spells(words[first:last], _letters(short)):
                    yield short, name[words[first].start() : words[last - 1].end()]
                    break
