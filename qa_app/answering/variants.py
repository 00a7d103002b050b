"""Other spellings and names of what a question names, as the corpus has them.

A question's word is a name where it is typed as one, or where the corpus has it as a name more
often than not. What stands for it are its spellings in the corpus, its other names by the list of
exonyms, and what the corpus says that an acronym stands for.
"""

from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from itertools import chain, zip_longest

from msgspec import Struct

from qa_app.answering.asked_names import AskedName, AskedNames
from qa_app.answering.corpus_names import CorpusNames
from qa_app.answering.question import Question
from qa_app.language.acronyms import is_acronym
from qa_app.language.given_names import origin_of_given_name
from qa_app.language.mentions import ARTICLES
from qa_app.language.speakers import Speaker, fold
from qa_app.language.spellings import Origin
from qa_app.library.archive import Corpus
from qa_app.model import Variant

_MOST = 8
# Ionesco may be Ionescu; a name with fewer letters in common is another's.
_MEANT_SHARE = 0.8


class Expansion(Struct, frozen=True):
    """Terms of the corpus that stand for terms of the question.

    `terms` are analysed and follow one another in the text; `stands_for` are terms of the question.
    """

    variant: Variant
    terms: tuple[str, ...]
    stands_for: tuple[str, ...]


def expansions_of(
    question: Question, library: Corpus, dropped: Collection[str] = ()
) -> tuple[Expansion, ...]:
    """What the corpus calls the question's names beside what the question calls them.

    The most frequent form of each name comes first, then the second of each, and so on.

    Args:
        question: what is asked.
        library: the corpus.
        dropped: forms (`Variant.form`) not to search, in any case.
    """
    asked = AskedNames.of(question, library.analyzer)
    # What a longer name explains, its parts need not: United States before States.
    names = sorted((*asked.runs, *asked.words), key=lambda name: -len(name.terms))
    corpus = CorpusNames(names, library)
    explained: set[str] = set()
    lists: list[list[Expansion]] = []
    for name in names:
        if explained.isdisjoint(name.terms) and (forms := corpus.other_forms(name)):
            lists.append(_expansions(name, forms, question, library))
            explained.update(name.terms)
    in_turn = chain.from_iterable(zip_longest(*lists))
    left_out = {form.casefold() for form in dropped}
    wanted = (e for e in in_turn if e is not None and e.variant.form.casefold() not in left_out)
    return tuple(wanted)[:_MOST]


def surnames_of(speaker: Speaker, library: Corpus, dropped: Collection[str] = ()) -> frozenset[str]:
    """The speaker's surname, folded, in all spellings that the corpus has.

    Args:
        speaker: who is asked about. A body goes by its whole name, and has just this one.
        library: the corpus.
        dropped: forms (`Variant.form`) to leave out, in any case.
    """
    surname = speaker.surname
    if speaker.is_body or speaker.is_office:
        return frozenset({surname})
    terms = tuple(library.analyzer.terms(surname))
    name = AskedName(surname, (surname,), terms, is_capitalised=True, origin=_origin_of(speaker))
    left_out = {form.casefold() for form in dropped}
    forms = CorpusNames([name], library).spelled_otherwise(name)
    wanted = (form for form in forms if " " not in form and form.casefold() not in left_out)
    return frozenset({surname, *map(fold, wanted)})


def names_of(
    speaker: Speaker, expansions: Iterable[Expansion], library: Corpus
) -> tuple[frozenset[str], frozenset[str]]:
    """What stands for a speaker's whole name, folded, and what stands for the surname.

    Acronyms and what they are short for are the first; the second are what an unknown surname may
    have been meant for.

    Args:
        speaker: who is asked about.
        expansions: what is searched beside the question's words.
        library: the corpus.
    """
    whole = set(library.analyzer.terms(" ".join(speaker.words)))
    last = tuple(library.analyzer.terms(speaker.surname))
    names, surnames = set[str](), set[str]()
    for expansion in expansions:
        form = fold(expansion.variant.form)
        if whole and whole <= set(expansion.stands_for) and _is_other_name(expansion.variant):
            names.add(form)
        elif expansion.stands_for == last and _may_be_meant(form, speaker.surname):
            surnames.add(form)
    return frozenset(names), frozenset(surnames)


def _expansions(
    name: AskedName, forms: Collection[str], question: Question, library: Corpus
) -> list[Expansion]:
    """Each form once that is not in the question anyway; case and diacritics are no difference."""
    by_terms: dict[tuple[str, ...], Expansion] = {}
    for form in forms:
        terms = tuple(library.analyzer.terms(form))
        if not question.words.keys() >= set(terms):
            by_terms.setdefault(terms, Expansion(Variant(name.text, form), terms, name.terms))
    return list(by_terms.values())


def _is_other_name(variant: Variant) -> bool:
    return " " in variant.form or is_acronym(variant.form)


def _may_be_meant(form: str, surname: str) -> bool:
    return " " not in form and SequenceMatcher(None, form, surname).ratio() >= _MEANT_SHARE


def _origin_of(speaker: Speaker) -> Origin:
    given = speaker.words[:-1]
    if given and given[-1] in ARTICLES:
        return Origin.ARTICLE
    return next(
        (origin for word in given if (origin := origin_of_given_name(word))), Origin.UNKNOWN
    )
