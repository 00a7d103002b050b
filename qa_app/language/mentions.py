"""The names a text mentions, word by word as it spells them, and where each looks to be from.

A name is a run of capitalised words inside a sentence; the first word of a sentence counts unless
it opens sentences by trade or the same text has it in small letters too. Articles, titles and
possessives are taken off. Nothing here knows what is named: people, places and bodies alike.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Literal

import msgspec
from msgspec import Struct, field

from qa_app.language.acronyms import is_acronym
from qa_app.language.exonyms import PART, Exonyms
from qa_app.language.given_names import origin_of_given_name
from qa_app.language.remembering import Remembered
from qa_app.language.speakers import TITLES, fold, without_possessive
from qa_app.language.spellings import Origin, looks
from qa_app.model import Span

# What may stand between two words of one name: a space, a hyphen, the dot after an initial.
_JOINTS = frozenset({" ", "-", ". ", ".", "\n", "\xa0", "\r\n"})
_OPENING_MARKS = re.compile('[“”"«»‘:;•*(\\[]')
ARTICLES = frozenset("al el ul".split())
# Before a sun letter the article sounds as that letter: ash-Sharaa, ar-Raqqah, ez-Zor.
_SUN_ARTICLE = re.compile(r"[aeu](?P<sun>[dnrstz]|[stdz]h)-(?P=sun)", re.IGNORECASE)
# Particles go with the name after them, and tell where it is from.
_PARTICLES = {
    **dict.fromkeys("abu abou bin ibn bint umm ould".split(), Origin.ARABIC),
    **dict.fromkeys("von van der den de del della di da du dos la le".split(), Origin.HOME),
}
# Words in small letters that may stand in a name.
_IN_NAMES = frozenset(
    {*ARTICLES, *_PARTICLES, *(f"{v}{c}" for v in "aeu" for c in "d n r s t z sh th dh".split())}
)
# All of a text, piece by piece; a word has the space after it.
_PIECE = re.compile(rf"{PART.pattern} ?|[^\w\u0300-\u036f]+|_")
# With the word after it one name, written as one word or two: Abdel Fattah, Abdelfattah.
ABD = frozenset("abd abdul abdel abdal abdol abdoul".split())
_NO_NAME = frozenset(
    "a about above according across after again against ago all almost along already also although "
    "always am amid among an and another any anyone anything are around as asked at away back "
    "based be because been before behind being below beside besides between beyond both but by can "
    "cannot come could despite did do does done down during each either else even ever every "
    "everyone everything except few finally first following for from further get given go had has "
    "have he hence her here hers him his how however i if in indeed inside instead into is it its "
    "itself just last late later least less let like likewise many may maybe me meanwhile might "
    "mine more moreover most much must my near nearly neither never nevertheless next no nobody "
    "none nor not nothing now of off often on once one only onto or other others otherwise our out "
    "outside over own part perhaps please put rather same second see several shall she should "
    "since so some someone something sometimes soon still such take than thank that the their them "
    "then there therefore these they third this those though three through throughout thus till to "
    "today together tomorrow tonight too toward towards two under unless unlike until up upon us "
    "very via was we well were what whatever when whenever where whereas wherever whether which "
    "while who whoever whom whose why will with within without would yes yesterday yet you your "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december jan feb mar apr jun jul aug sept sep oct nov "
    "dec".split()
)
_MAX_ACRONYM_CHARS = 6
_NAME_CHARS = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’.])+")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
# A line that does not end as a sentence does and capitalises most longer words is a headline: its
# capitals tell no names.
_SENTENCE_END = re.compile(r"[.!…][”\"’')\]]*\s*$")
_MAX_END_CHARS = 4
_HEADLINE_SHARE = 0.7
_MIN_HEADLINE_WORDS = 4
_MIN_LONG_CHARS = 4


class NameWord(msgspec.Struct, frozen=True, gc=False):
    """A word of a name, from `start`: its form, without article and possessive, and its look."""

    form: str
    start: int
    look: "_Word"
    has_article: bool = False


class _Run(Struct):
    """The words of a name, in order; `opens` where the first of them opens a sentence.

    `origin` is where its particles say it is from.
    """

    words: list[NameWord] = field(default_factory=list)
    opens: bool = False
    origin: Origin = Origin.UNKNOWN


class Found(Struct, frozen=True):
    """A form of a name as a text spells it, where the name looks to be from, and how often.

    `form` is a word, or several that are listed or stand for one: Ivory Coast, Abdel Fattah.
    """

    form: str
    origin: Origin
    n: int


def names_in(text: str, sentences: Sequence[Span], exonyms: Exonyms) -> list[Found]:
    """The names of a text, in the order of their first mention.

    Args:
        text: a document.
        sentences: of its body, spans of `text` in order.
        exonyms: names of several words to look for as a whole.
    """
    seen: set[str] = set()
    runs = [run for sentence in sentences for run in _runs(text, sentence, seen)]
    counts = Counter(form for run in runs for form in _forms(run, text, seen, exonyms))
    return [Found(form, origin, n) for (form, origin), n in counts.items()]


def _runs(text: str, sentence: Span, seen: set[str]) -> list[_Run]:
    """The names of a sentence; the pieces it is made of are added to `seen`."""
    pieces = _PIECE.findall(text, sentence.start, sentence.end)
    seen.update(pieces)
    words = [*map(_LOOKS.__getitem__, pieces)]
    # Most words are none of these.
    places = [n for n, word in enumerate(words) if word]
    if not places or _is_headline(pieces, words, text, sentence):
        return []
    starts = list(accumulate(map(len, pieces), initial=sentence.start))
    return _Reader(text, starts).runs(words, places)


def _is_small(word: str, seen: Collection[str]) -> bool:
    """Whether a word was seen in small letters, by itself or with a space after it."""
    return word.islower() and (word in seen or f"{word} " in seen)


def is_article(text: str, word: Span) -> bool:
    """Whether a word is the Arabic article of the word after it: al-Sharaa, el Sisi, ash-Sham."""
    if word.of(text).lower() in ARTICLES:
        return text[word.end : word.end + 1] in {"-", " "}
    return _SUN_ARTICLE.match(text, word.start) is not None


class _Word(Struct, frozen=True):
    """What a capitalised word, or one of `_IN_NAMES`, is wherever it stands.

    `form` is what is kept of it; empty where it is an initial, a number, shouted, or a title.
    """

    text: str
    folded: str
    may_be_article: bool
    particle: Origin | None
    may_name: bool
    is_owner: bool
    form: str
    is_dotted: bool
    is_abd: bool


def _look(piece: str) -> _Word | Literal[False] | None:
    """What a piece of text is to a name; None where it is no word, False where any other word."""
    word = piece.removesuffix(" ")
    if not word.isalpha():
        found = PART.match(piece)
        if found is None:
            return None
        word = found.group()
    if not word[0].isupper() and word not in _IN_NAMES:
        return False
    lowered, bare = word.lower(), without_possessive(word)
    folded = fold(bare)
    is_dotted = _DOTTED.fullmatch(bare) is not None
    is_shouted = bare.isupper() and len(bare) > _MAX_ACRONYM_CHARS
    is_kept = is_dotted or (_NAME_CHARS.fullmatch(bare) is not None and not is_shouted)
    return _Word(
        text=word,
        folded=folded if bare == word else fold(word),
        may_be_article=lowered in _IN_NAMES,
        particle=_PARTICLES.get(lowered),
        may_name=word[0].isupper() and (lowered not in _NO_NAME or is_acronym(word)),
        is_owner=len(bare) < len(word),
        form=bare if is_kept and folded not in TITLES else "",
        is_dotted=is_dotted,
        is_abd=folded in ABD,
    )


_LOOKS = Remembered(_look)


class _Reader:
    """Parts the words of one sentence into runs."""

    def __init__(self, text: str, starts: Sequence[int]) -> None:
        """Start with nothing; `starts` are where the pieces of the sentence begin, and it ends."""
        self._text = text
        self._starts = starts
        self._run = _Run()
        self._article = False
        self._runs: list[_Run] = []

    def runs(self, words: Sequence[_Word | Literal[False] | None], places: list[int]) -> list[_Run]:
        """The runs, in order; `places` are those of the words that matter."""
        # The last word that a run may go on after.
        last = -1
        for n in places:
            before = n - 1
            while before >= 0 and words[before] is None:
                before -= 1
            gap = self._gap(before, n)
            if last >= 0 and (before != last or gap not in _JOINTS):
                self._finish()
            opens = before < 0 or (gap != " " and _OPENING_MARKS.search(gap) is not None)
            word = words[n]
            if word and self._take(word, self._starts[n], opens=opens):
                last = n
            else:
                self._finish()
                last = -1
        self._finish()
        return self._runs

    def _gap(self, before: int, n: int) -> str:
        """What stands between two words; a word has the space after it."""
        start = self._starts[before + 1]
        has_space = before >= 0 and self._text[start - 1] == " "
        if before + 1 == n:
            return " " if has_space else ""
        return self._text[start - has_space : self._starts[n]]

    def _take(self, word: _Word, start: int, *, opens: bool) -> bool:
        """Make a word part of the run; whether the run may go on after it."""
        end = start + len(word.text)
        if word.may_be_article and self._article_at(start, end):
            # “Al Gore” has no article, and “al Sharaa” has.
            self._article = word.text.islower() or self._text[end] == "-"
            return True
        if word.particle is not None:
            self._run.origin = word.particle
            return True
        if not word.may_name:
            return False
        if word.form:
            self._run.opens |= opens and not self._run.words
            has_dot = word.is_dotted and self._text.startswith(".", end)
            form = f"{word.form}." if has_dot else word.form
            self._run.words.append(NameWord(form, start, word, self._article))
        self._article = False
        return not word.is_owner

    def _article_at(self, start: int, end: int) -> bool:
        is_before_name = self._text[end + 1 : end + 2].isupper()
        return is_before_name and is_article(self._text, Span(start, end))

    def _finish(self) -> None:
        if self._run.words:
            self._runs.append(self._run)
        if self._run.words or self._run.origin:
            self._run = _Run()
        self._article = False


def _is_headline(pieces: Sequence[str], words: Sequence[object], text: str, sentence: Span) -> bool:
    """Whether it does not end as a sentence does, and has capitals; what is None is no word."""
    if _SENTENCE_END.search(text, max(sentence.start, sentence.end - _MAX_END_CHARS), sentence.end):
        return False
    told = (p.rstrip(" ") for p, word in zip(pieces, words, strict=True) if word is not None)
    long = [word for word in told if len(word) >= _MIN_LONG_CHARS]
    n_capitalised = sum(word[0].isupper() for word in long)
    return len(long) >= _MIN_HEADLINE_WORDS and n_capitalised >= _HEADLINE_SHARE * len(long)


def _forms(
    run: _Run, text: str, seen: Collection[str], exonyms: Exonyms
) -> Iterator[tuple[str, Origin]]:
    """Each word of a name, and where the name is from; and names of several words."""
    if run.opens and _is_small(run.words[0].form.lower(), seen):
        del run.words[0]
    origin = run.origin or (_origin(run.words) if len(run.words) > 1 else Origin.UNKNOWN)
    for word in run.words:
        yield word.form, Origin.ARTICLE if word.has_article else origin
    for n, word in enumerate(run.words):
        # Most words begin no such name.
        if word.look.is_abd or word.look.folded in exonyms.first_words:
            yield from ((form, Origin.UNKNOWN) for form in _of_several(run.words, n, text, exonyms))


def _origin(words: Sequence[NameWord]) -> Origin:
    """Where a name is from, by its given names, its article and its letters."""
    given = (_origin_of_given(word.form) for word in words)
    if shown := next((origin for origin in given if origin), Origin.UNKNOWN):
        return shown
    if any(word.has_article for word in words):
        return Origin.ARABIC
    return next((seen for word in words if (seen := _looks(word.form))), Origin.UNKNOWN)


@lru_cache(1 << 16)
def _origin_of_given(form: str) -> Origin:
    return origin_of_given_name(fold(form))


_looks = lru_cache(1 << 16)(looks)


def _of_several(words: Sequence[NameWord], n: int, text: str, exonyms: Exonyms) -> Iterator[str]:
    """Names of several words from the `n`-th on: those listed, and those that stand for one."""
    yield from exonyms.found_at(text, words[n].start)
    if words[n].look.is_abd and n + 1 < len(words):
        yield text[words[n].start : words[n + 1].start + len(words[n + 1].form)]
