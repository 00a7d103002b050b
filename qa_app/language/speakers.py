"""Who is named: a speaker in a question, and where a text names them."""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from qa_app.model import Span

# Letters, figures and accents written on their own, as runs: a choice at each of them takes longer.
_LETTERS, _MARKS = r"[^\W_]", "[\u0300-\u036f]"
RUN = (
    rf"(?:{_LETTERS}+(?:{_MARKS}+{_LETTERS}+)*{_MARKS}*"
    rf"|{_MARKS}+(?:{_LETTERS}+{_MARKS}+)*{_LETTERS}*)"
)
WORD = re.compile(rf"{RUN}(?:[’'\-.]{RUN})*")
_ACCENTS = re.compile("[\u0300-\u036f]")
# Letters that carry their mark inside and do not come apart.
_PLAIN = dict(zip("łøđıðħŧ’", "lodidht'", strict=True))
_MARKED = re.compile(f"[{''.join(_PLAIN)}]")

_FILLERS = frozenset(
    "a an the of for and in at on his her its their also has have had reportedly recently later "
    "earlier then once again repeatedly publicly who that which this these those my your our "
    "i you he she it we they".split()
)
_LEADS = frozenset("the a an his her its their our your my this that these those".split())
# Words that no name holds: what they stand in is a clause, or several speakers.
_NO_NAME = frozenset("been being be to not there and or".split())
_BODIES = frozenset(
    "ministry department committee commission office house court council agency bank party "
    "government union board bureau service police army university institute center centre "
    "association company group administration parliament senate congress organization "
    "organisation foundation authority campaign team".split()
)
_IN_BODIES = frozenset("of the for on".split())
_POSSESSIVE = re.compile(r"[’']s?$")
_OWNED = re.compile(r"[’'](?:s\b)?\s+\w")
TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady dame president vice prime minister premier "
    "chancellor secretary foreign defense defence finance interior state chief general gen major "
    "maj colonel col lieutenant lt captain capt admiral adm commander senator sen representative "
    "rep congressman congresswoman governor gov mayor ambassador spokesman spokeswoman "
    "spokesperson director chairman chairwoman chair leader king queen prince princess pope judge "
    "justice attorney ceo founder editor candidate nominee republican democrat democratic former "
    "then new acting deputy".split()
)


class Speaker(Struct, frozen=True):
    """A person or body asked about: the folded words of the name, the last of which decides.

    `of` are the folded words of what they belong to, where the question says it: the committee,
    in “the chair of the committee”. They are described where an article leads: the king, not King.
    """

    words: tuple[str, ...]
    of: tuple[str, ...] = ()
    is_described: bool = False

    @property
    def surname(self) -> str:
        """The word that names them alone."""
        return self.words[-1]

    @property
    def is_office(self) -> bool:
        """Whether it is an office that is named, whoever holds it: the fire chief."""
        return self.words[-1] in TITLES

    @property
    def is_body(self) -> bool:
        """Whether this is no person: a body goes by its whole name."""
        return len(self.words) > 1 and not _BODIES.isdisjoint(self.words)


def speaker_named(name: str) -> Speaker | None:
    """The speaker that a question's words name, without titles.

    None where they name nobody, several, or somebody's somebody (“Putin's spokesman”).
    """
    words = tuple(fold(match.group()) for match in WORD.finditer(without_possessive(name)))
    words = tuple(part for word in words for part in word.split("-") if part)
    if _OWNED.search(name.strip()) or not _NO_NAME.isdisjoint(words):
        return None
    bare = [word for word in words if word not in _FILLERS]
    is_described = words[:1] != () and words[0] in _LEADS
    if not _BODIES.isdisjoint(bare):
        return Speaker(tuple(bare), is_described=is_described)
    named = next((n for n, word in enumerate(bare) if word not in TITLES), 0)
    return Speaker(tuple(bare[named:]), is_described=is_described) if bare else None


def name_spans(speaker: Speaker, text: str) -> Iterator[Span]:
    """Where the speaker is named in `text`.

    A name is the longest run of its words that ends in the surname, unless another given name
    stands before it.
    """
    if speaker.surname not in fold(text):
        return
    words = [(fold(without_possessive(m.group())), m) for m in WORD.finditer(text)]
    for at, (word, match) in enumerate(words):
        if word.split("-")[-1] != speaker.surname:
            continue
        first = _first_word(speaker, words, at)
        is_part = first == at and len(speaker.words) > 1
        if is_part and match.group().islower():
            continue
        if first is not None:
            start = words[first][1].start()
            yield Span(start, match.start() + len(without_possessive(match.group())))


def _first_word(speaker: Speaker, words: list[tuple[str, re.Match[str]]], at: int) -> int | None:
    """Where the name that ends at `at` begins; None where it is someone else's."""
    given = set(speaker.words[:-1])
    first = at
    while (step := _steps_back(speaker, words, first)) > 0:
        first -= step
    if speaker.is_body:
        return first if given <= {word for word, _ in words[first:at]} else None
    # “al-Sharaa” is the whole of the name asked about, whoever's given name stands before it.
    is_whole = given <= set(words[at][0].split("-")[:-1])
    if first == at and not is_whole and at > 0 and _adjacent(words, at):
        before = words[at - 1]
        if _is_given_name(before[1].group()):
            return None
    return first


def _steps_back(speaker: Speaker, words: list[tuple[str, re.Match[str]]], first: int) -> int:
    """How many words before `first` still belong to the name."""
    given = speaker.words[:-1]
    if first > 0 and words[first - 1][0] in given and _adjacent(words, first):
        return 1
    joined = speaker.is_body and first > 1 and words[first - 1][0] in _IN_BODIES
    return 2 if joined and words[first - 2][0] in given else 0


def _adjacent(words: list[tuple[str, re.Match[str]]], at: int) -> bool:
    between = words[at][1].string[words[at - 1][1].end() : words[at][1].start()]
    return between in {" ", "-", ". "} or between.isspace()


def _is_given_name(word: str) -> bool:
    """Whether a word before a surname is likely someone's first name rather than a title."""
    folded = fold(word)
    return (
        word[0].isupper()
        and len(word) > 1
        and not word.isupper()
        and folded not in TITLES
        and folded not in _FILLERS
        and folded.rstrip("s") not in TITLES
        and "'" not in word
        and "’" not in word
    )


def fold(text: str) -> str:
    """Case and diacritics taken off, apostrophes straight: Türkiye and turkiye are one."""
    if text.isascii():
        return text.lower()
    plain = _MARKED.sub(lambda match: _PLAIN[match.group()], text.casefold())
    return _ACCENTS.sub("", unicodedata.normalize("NFD", plain))


def without_possessive(word: str) -> str:
    """`Kallas’s` as `Kallas`."""
    # Most words have no apostrophe.
    return _POSSESSIVE.sub("", word) if "’" in word or "'" in word else word
