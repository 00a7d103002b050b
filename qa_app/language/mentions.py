"""The names a text mentions, word by word as it spells them, and where each looks to be from.

A name is a run of capitalised words inside a sentence; the first word of a sentence counts unless
it opens sentences by trade or the same text has it in small letters too. Articles, titles and
possessives are taken off. Nothing here knows what is named: people, places and bodies alike.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from qa_app.language.acronyms import is_acronym
from qa_app.language.exonyms import PART, Exonyms
from qa_app.language.given_names import origin_of_given_name
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


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a name: what `span` covers, its article and possessive left out."""

    form: str
    span: Span
    has_article: bool = False


@dataclass(slots=True)
class _Run:
    """The words of a name, in order; `opens` where the first of them opens a sentence.

    `origin` is where its particles say it is from.
    """

    words: list[NameWord] = field(default_factory=list)
    opens: bool = False
    origin: Origin = Origin.UNKNOWN


@dataclass(frozen=True, slots=True)
class Found:
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
    small: set[str] = set()
    runs = [run for sentence in sentences for run in _runs(text, sentence, small)]
    counts: Counter[tuple[str, Origin]] = Counter()
    for run in runs:
        if run.opens and run.words[0].form.lower() in small:
            del run.words[0]
        counts.update(_forms(run))
        counts.update((form, Origin.UNKNOWN) for form in _of_several(run.words, text, exonyms))
    return [Found(form, origin, n) for (form, origin), n in counts.items()]


def _runs(text: str, sentence: Span, small: set[str]) -> list[_Run]:
    """The names of a sentence; what it has in small letters is added to `small`."""
    tokens = list(PART.finditer(text, sentence.start, sentence.end))
    small.update([word for token in tokens if (word := token.group()).islower()])
    return (
        [] if _is_headline(tokens, text, sentence) else list(_Reader(text, sentence).runs(tokens))
    )


def is_article(text: str, word: Span) -> bool:
    """Whether a word is the Arabic article of the word after it: al-Sharaa, el Sisi, ash-Sham."""
    if word.of(text).lower() in ARTICLES:
        return text[word.end : word.end + 1] in {"-", " "}
    return _SUN_ARTICLE.match(text, word.start) is not None


@dataclass(frozen=True, slots=True)
class _Word:
    """What a capitalised word, or one of `_IN_NAMES`, is wherever it stands."""

    may_be_article: bool
    particle: Origin | None
    may_name: bool
    bare: str
    is_title: bool


# A text has few such words, over and over.
@lru_cache(1 << 16)
def _word(word: str) -> _Word:
    lowered, bare = word.lower(), without_possessive(word)
    return _Word(
        may_be_article=lowered in _IN_NAMES,
        particle=_PARTICLES.get(lowered),
        may_name=word[0].isupper() and (lowered not in _NO_NAME or is_acronym(word)),
        bare=bare,
        is_title=fold(bare) in TITLES,
    )


class _Reader:
    """Parts the words of one sentence into runs."""

    def __init__(self, text: str, sentence: Span) -> None:
        self._text = text
        self._end = sentence.start
        self._run = _Run()
        self._article = False
        # Whether there may be anything to finish.
        self._is_begun = False

    def runs(self, tokens: Sequence[re.Match[str]]) -> Iterator[_Run]:
        """The runs, in order."""
        for n, token in enumerate(tokens):
            word = token.group()
            if not word[0].isupper() and word not in _IN_NAMES:
                # Most words are such.
                if self._is_begun:
                    yield from self._finished()
                self._end = token.end()
                continue
            gap = self._text[self._end : token.start()]
            if gap not in _JOINTS:
                yield from self._finished()
            self._end = token.end()
            self._is_begun = True
            opens = n == 0 or _OPENING_MARKS.search(gap) is not None
            if not self._take(token, word, opens=opens):
                yield from self._finished()
        yield from self._finished()

    def _take(self, token: re.Match[str], word: str, *, opens: bool) -> bool:
        """Make a word part of the run; whether the run may go on after it."""
        known = _word(word)
        if known.may_be_article and self._article_at(token):
            # “Al Gore” has no article, and “al Sharaa” has.
            self._article = word.islower() or self._text[token.end()] == "-"
            return True
        if known.particle is not None:
            self._run.origin = known.particle
            return True
        if not known.may_name:
            return False
        if not known.is_title and (form := _form(known.bare, self._text, token)):
            self._run.opens |= opens and not self._run.words
            span = Span(token.start(), token.start() + len(form))
            self._run.words.append(NameWord(form, span, self._article))
        self._article = False
        return len(known.bare) == len(word)

    def _article_at(self, token: re.Match[str]) -> bool:
        is_before_name = self._text[token.end() + 1 : token.end() + 2].isupper()
        return is_before_name and is_article(self._text, Span(token.start(), token.end()))

    def _finished(self) -> Iterator[_Run]:
        if self._run.words:
            yield self._run
        if self._run.words or self._run.origin:
            self._run = _Run()
        self._article = self._is_begun = False


def _form(word: str, text: str, token: re.Match[str]) -> str:
    """The word as it is kept; empty where it is an initial, a number or shouted."""
    if _DOTTED.fullmatch(word):
        return word + "." * text.startswith(".", token.end())
    is_shouted = word.isupper() and len(word) > _MAX_ACRONYM_CHARS
    return word if _NAME_CHARS.fullmatch(word) and not is_shouted else ""


def _is_headline(tokens: Sequence[re.Match[str]], text: str, sentence: Span) -> bool:
    if _SENTENCE_END.search(text, max(sentence.start, sentence.end - _MAX_END_CHARS), sentence.end):
        return False
    long = [word for token in tokens if len(word := token.group()) >= _MIN_LONG_CHARS]
    n_capitalised = sum(word[0].isupper() for word in long)
    return len(long) >= _MIN_HEADLINE_WORDS and n_capitalised >= _HEADLINE_SHARE * len(long)


def _forms(run: _Run) -> Iterator[tuple[str, Origin]]:
    """Each word of a name, and where the name is from."""
    origin = run.origin or (_origin(run.words) if len(run.words) > 1 else Origin.UNKNOWN)
    for word in run.words:
        yield word.form, Origin.ARTICLE if word.has_article else origin


def _origin(words: Sequence[NameWord]) -> Origin:
    """Where a name is from, by its given names, its article and its letters."""
    given = (origin_of_given_name(fold(word.form)) for word in words)
    if shown := next((origin for origin in given if origin), Origin.UNKNOWN):
        return shown
    if any(word.has_article for word in words):
        return Origin.ARABIC
    return next((seen for word in words if (seen := looks(word.form))), Origin.UNKNOWN)


def _of_several(words: Sequence[NameWord], text: str, exonyms: Exonyms) -> Iterator[str]:
    """Names of several words: those that are listed, and those that stand for one."""
    for n, word in enumerate(words):
        yield from exonyms.found_at(text, word.span.start)
        if fold(word.form) in ABD and n + 1 < len(words):
            yield text[word.span.start : words[n + 1].span.end]
