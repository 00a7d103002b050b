"""Which names of the corpus are the ones a question asks for, spelled or called otherwise."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from qa_app.answering.asked_names import AskedName
from qa_app.language.acronyms import is_acronym, long_key
from qa_app.language.exonyms import listed_names
from qa_app.language.given_names import origin_of_given_name
from qa_app.language.mentions import ABD
from qa_app.language.name_keys import name_keys
from qa_app.language.speakers import fold
from qa_app.language.spellings import Origin, is_same_anywhere, is_same_from, looks
from qa_app.library.archive import Corpus
from qa_app.library.stored import Explained, Spelling

# A word of the corpus is a name where it is one at least this often, of the passages that hold it.
_NAME_SHARE = 0.5
# An origin that fewer mentions show is that of a chance neighbour.
_SHOWN_SHARE = 0.05
# What an acronym stands for more seldom is another body of the same letters.
_SELDOM_SHARE = 0.25
_MAX_ACRONYM_CHARS = 6
# With nothing to tell where a name is from, only a long one is taken for a name misspelled.
_MIN_UNKNOWN_CHARS = 6
# The article written as one with its name: Alsharaa, Ashsharaa.
_FUSED = re.compile(
    r"(?:[aeu]l|[aeu](?=([dnrstz]|[stdz]h)\1|([stdz])\2h))(?P<name>\w{4,})", re.IGNORECASE
)
_ARTICLES = ("al", "el")
_ELSEWHERE = frozenset({Origin.ARABIC, Origin.ARTICLE, Origin.CYRILLIC})


class CorpusNames:
    """The corpus's names that have to do with what is asked; looked up once, for one question."""

    def __init__(self, asked: Sequence[AskedName], library: Corpus) -> None:
        self._library = library
        self._frequencies: dict[str, int] = {}
        self._explained = self._explanations(asked)
        longs = {found.long_key for found in self._explained}
        # Of the many runs of words in a question few have another name.
        called = [name for name in asked if len(name.words) == 1 or _may_be_called(name, longs)]
        self._own_keys = {name: _own_keys(name) for name in called}
        self._others = {name: _other_names(name) for name in called}
        others = (other for names in self._others.values() for other in names)
        keys = frozenset[str]().union(*self._own_keys.values(), *map(name_keys, others))
        self._spellings = library.spellings(keys)
        self._fused_keys = {name: self._keys_of_fused(name) for name in called}
        shorts = (name_keys(explained.short) for explained in self._explained)
        more = frozenset[str]().union(*self._fused_keys.values(), *shorts) - keys
        if more:
            self._spellings |= library.spellings(more)

    def other_forms(self, name: AskedName) -> list[str]:
        """What the corpus calls a name beside what it is called here, the most frequent first.

        Nothing where it is an ordinary word to the corpus.
        """
        if name not in self._own_keys or (len(name.words) == 1 and not self._is_name(name)):
            return []
        forms = dict.fromkeys((*self.spelled_otherwise(name), *self._by_letters(name)))
        return sorted(forms, key=self._frequency, reverse=True)

    def spelled_otherwise(self, name: AskedName) -> Iterator[str]:
        """The other spellings and listed names of a name, as the corpus spells them."""
        own = self._own(name)
        for spelling in self._under(self._own_keys[name]):
            if (
                spelling not in own
                and self._is_same(name, own, spelling)
                and self._is_in_use(spelling)
            ):
                yield spelling.form
        for spelling in self._under(self._fused_keys[name]):
            if _is_fused(name, spelling) and self._is_in_use(spelling):
                yield spelling.form
        yield from self._listed(name, own)

    def _keys_of_fused(self, name: AskedName) -> frozenset[str]:
        """The keys of a name without the article that is a part of it, or with one."""
        if len(name.words) > 1:
            return frozenset()
        fused = _FUSED.fullmatch(name.text)
        forms = [fused["name"]] if fused else []
        has_article = name.origin is Origin.ARTICLE or looks(name.text) is Origin.ARABIC
        if has_article or any(Origin.ARTICLE in own.n_from for own in self._own(name)):
            forms += [article + name.text for article in _ARTICLES]
        return frozenset(key for form in forms for key in name_keys(form))

    def _is_name(self, name: AskedName) -> bool:
        n_passages = self._frequency(name.text)
        n_named = sum(own.n for own in self._own(name))
        return name.is_capitalised or n_passages == 0 or n_named >= _NAME_SHARE * n_passages

    def _own(self, name: AskedName) -> list[Spelling]:
        """What the corpus has of the name as it is asked."""
        folded = fold(name.text)
        return [s for s in self._under(self._own_keys[name]) if fold(s.form).rstrip(".") == folded]

    def _is_same(self, name: AskedName, own: Sequence[Spelling], other: Spelling) -> bool:
        text, form = name.text, other.form
        if text[:2].isupper() or form[:2].isupper() or "." in form:  # letters are no sounds
            return is_acronym(text) and is_acronym(form) and name_keys(text) == name_keys(form)
        if is_same_anywhere(text, form):
            return True
        ours = name.origin or _shown_origin(text, own)
        theirs = _shown_origin(form, [other])
        if Origin.HOME in {ours, theirs} or any(map(_is_at_home, (*own, other))):
            return False
        if self._frequency(text) == 0:
            is_long = min(len(text), len(form)) >= _MIN_UNKNOWN_CHARS
            return bool(ours or theirs or is_long) and is_same_from(text, form, ours or theirs)
        # Both stand in the corpus: two names, unless both are of a kind that is written anyhow.
        if ours and theirs:
            return is_same_from(text, form, ours) or is_same_from(text, form, theirs)
        return bool(ours or theirs) and is_same_from(text, form, Origin.UNKNOWN)

    def _listed(self, name: AskedName, own: Sequence[Spelling]) -> Iterator[str]:
        for other in self._others[name]:
            folded = fold(other)
            for spelling in self._under(name_keys(other)):
                is_it = " " in other or fold(spelling.form) == folded
                if is_it and spelling not in own and self._is_in_use(spelling):
                    yield spelling.form

    def _by_letters(self, name: AskedName) -> Iterator[str]:
        """What an acronym stands for, and the acronym of a name."""
        if len(name.words) == 1:
            for found in self._usual(_short_key(name)):
                if name.text == found.short or self._is_acronym(name):
                    yield found.long
        long = long_key(name.words)
        for found in self._explained:
            if found.long_key == long and found in self._usual(found.short_key):
                forms = self._under(name_keys(found.short))
                yield from (s.form for s in forms if is_acronym(s.form) and self._is_in_use(s))

    def _is_acronym(self, name: AskedName) -> bool:
        """Whether a word is typed in capitals, or is letters to the corpus where it is in none."""
        if not name.text.islower():
            return is_acronym(name.text)
        n_named = sum(own.n for own in self._own(name) if is_acronym(own.form))
        return n_named >= _NAME_SHARE * max(1, self._frequency(name.text))

    def _usual(self, short_key: str) -> list[Explained]:
        """What an acronym stands for as a rule."""
        found = [e for e in self._explained if e.short_key == short_key]
        most = max((e.n_documents for e in found), default=0)
        return [e for e in found if e.n_documents >= _SELDOM_SHARE * most]

    def _explanations(self, asked: Collection[AskedName]) -> list[Explained]:
        """The acronyms asked for, with all they stand for."""
        shorts = {_short_key(name) for name in asked if len(name.words) == 1}
        longs = {long_key(name.words) for name in asked if len(name.words) > 1}
        found = {explained.short_key for explained in self._library.explained(shorts, longs)}
        return self._library.explained(found, ()) if found else []

    def _under(self, keys: Collection[str]) -> list[Spelling]:
        return [s for key in sorted(keys) for s in self._spellings.get(key, ())]

    def _is_in_use(self, spelling: Spelling) -> bool:
        """Whether the corpus has a form, and has it as a name rather than as a word."""
        n_passages = self._frequency(spelling.form)
        return n_passages > 0 and spelling.n >= _NAME_SHARE * n_passages

    def _frequency(self, form: str) -> int:
        """How many passages may hold a form: as many as hold the rarest of its terms."""
        if form not in self._frequencies:
            terms = self._library.analyzer.terms(form)
            counts = self._library.document_frequencies(terms).values()
            self._frequencies[form] = min(counts, default=0)
        return self._frequencies[form]


def _may_be_called(run: AskedName, explained: Collection[str]) -> bool:
    return bool(_own_keys(run) or _other_names(run)) or long_key(run.words) in explained


def _own_keys(name: AskedName) -> frozenset[str]:
    if len(name.words) > 1 and name.words[0] not in ABD:
        return frozenset()
    is_short = len(name.text) <= _MAX_ACRONYM_CHARS
    return name_keys(name.text) | (name_keys(name.text.upper()) if is_short else set())


def _other_names(name: AskedName) -> tuple[str, ...]:
    return listed_names().other_names(name.words, in_capitals=name.text.isupper())


def _short_key(name: AskedName) -> str:
    return name.words[0].replace(".", "") if len(name.words) == 1 else ""


def _is_fused(name: AskedName, other: Spelling) -> bool:
    """Whether one is the other with its article as a part of it: Alsharaa, Sharaa."""
    if (fused := _FUSED.fullmatch(name.text)) and Origin.ARTICLE in other.n_from:
        return _is_arabic(fused["name"], other.form)
    fused = _FUSED.fullmatch(other.form)
    return fused is not None and _is_arabic(fused["name"], name.text)


def _is_arabic(a: str, b: str) -> bool:
    return fold(a) == fold(b) or is_same_from(a, b, Origin.ARTICLE)


def _is_at_home(spelling: Spelling) -> bool:
    """Whether those who bear the name spell it in Latin letters themselves."""
    n_home = spelling.n_from.get(Origin.HOME, 0)
    n_elsewhere = sum(spelling.n_from.get(origin, 0) for origin in _ELSEWHERE)
    is_home = n_home >= max(n_elsewhere, 1)
    return is_home or origin_of_given_name(fold(spelling.form)) is Origin.HOME


def _shown_origin(form: str, spellings: Collection[Spelling]) -> Origin:
    """Where a form is from, by what stands beside it in the corpus and by itself."""
    shown: Counter[Origin] = Counter()
    for spelling in spellings:
        elsewhere = {o: n for o, n in spelling.n_from.items() if o in _ELSEWHERE}
        if sum(elsewhere.values()) >= _SHOWN_SHARE * spelling.n:
            shown.update(elsewhere)
    if shown[Origin.ARTICLE]:
        return Origin.ARTICLE
    if shown:
        return shown.most_common(1)[0][0]
    return origin_of_given_name(fold(form)) or looks(form)
