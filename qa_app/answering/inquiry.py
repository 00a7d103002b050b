"""A question as one library understands it, and the candidates it has for it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from qa_app.answering.attribution import said_by
from qa_app.answering.candidates import candidates
from qa_app.answering.corpus_terms import CorpusTerms, look_up
from qa_app.answering.features import Features, Measure
from qa_app.answering.question import Intent, Question, understand
from qa_app.answering.restrictions import allows, date_terms, read_restrictions
from qa_app.answering.variants import surnames_of
from qa_app.encoding.protocol import Vectors
from qa_app.language.speakers import fold
from qa_app.language.speech.statement import Statement
from qa_app.library.analyzer import Analyzer
from qa_app.library.library import Library
from qa_app.library.scope import Scope
from qa_app.library.store import StoredPassage
from qa_app.model import Restriction

_MIN_PREFIX_CHARS = 2
_N_COMPLETIONS = 8
# Statements by someone often in the news are many; these are looked through.
_N_STATEMENTS = 2_000


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is asked of a library.

    `scope` is where to look, None for everywhere; `surnames` are the spellings of the surname of
    the speaker asked about; `dates` are terms of a date that restricts the documents and need not
    stand in a passage.
    """

    question: Question
    terms: CorpusTerms
    restrictions: tuple[Restriction, ...] = ()
    scope: Scope | None = None
    surnames: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()

    @property
    def is_void(self) -> bool:
        """Whether no passage meets the restrictions."""
        return self.scope is not None and not len(self.scope)

    @property
    def missing(self) -> tuple[str, ...]:
        """The words, as they were typed, that the corpus never contains and that matter."""
        words = {self.question.words[term] for term in self.dates & self.question.words.keys()}
        return tuple(word for word in self.terms.missing if word not in words)

    @property
    def wants_statements(self) -> bool:
        """Whether what somebody said is asked for."""
        return self.question.intent in {Intent.STATEMENT, Intent.WHO_SAID}


def inquire(
    library: Library, text: str, dropped: Collection[str] = (), *, unfinished: bool = False
) -> Inquiry:
    """Understand a question.

    Args:
        library: the corpus, refreshed.
        text: the question as it was typed.
        dropped: restrictions (`Restriction.typed`) and variants (`Variant.form`) to do without.
        unfinished: whether its last word may still be typed.

    Raises:
        QuestionError: the question is empty or too long, or an operator in it cannot be used.
    """
    rest, restrictions = read_restrictions(text, library, dropped)
    question = understand(rest if restrictions else text, library.analyzer)
    if unfinished:
        question = _completed(question, text, library)
    dates = date_terms(restrictions, library.analyzer)
    question = replace(question, topic=tuple(t for t in question.topic if t not in dates))
    speaker = question.speaker
    return Inquiry(
        question=question,
        terms=look_up(question, library, dropped),
        restrictions=restrictions,
        scope=library.scope_of(restrictions),
        surnames=surnames_of(speaker, library, dropped) if speaker else frozenset(),
        dates=dates,
    )


def measured(library: Library, inquiry: Inquiry, vector: Vectors | None) -> list[Features]:
    """The candidates for a question with their features, in no particular order.

    Args:
        library: the corpus.
        inquiry: what is asked of it.
        vector: the question's, or None where keywords alone count.
    """
    if inquiry.is_void:
        return []
    said = _passages_said(library, inquiry)
    ids = candidates(library, inquiry.terms, vector, said=said, scope=inquiry.scope)
    paragraphs = list(_allowed(library, inquiry, ids))
    measure = Measure(
        question=inquiry.question,
        vector=vector,
        idf=inquiry.terms.idf,
        averages=library.averages,
        analyzer=library.analyzer,
        expansions=inquiry.terms.expansions,
        statements=_statements(library, inquiry, list(chain.from_iterable(paragraphs))),
        aside=inquiry.dates | _given_names(inquiry.question, library.analyzer),
    )
    return measure.all(paragraphs)


def _given_names(question: Question, analyzer: Analyzer) -> frozenset[str]:
    """The terms of a speaker's given names, where a topic is to decide between their statements.

    Whoever is named in full once goes by the surname after that.
    """
    speaker = question.speaker
    if speaker is None or speaker.is_body or not question.topic:
        return frozenset()
    return frozenset(analyzer.terms(" ".join(speaker.words[:-1])))


def _completed(question: Question, text: str, library: Library) -> Question:
    """The question with what its last, perhaps unfinished, word may become."""
    last = text.rsplit(maxsplit=1)[-1].lower()
    if text[-1].isspace() or len(last) < _MIN_PREFIX_CHARS or not last.isalnum():
        return question
    longer = library.completions(fold(last), _N_COMPLETIONS)
    words = {term: term for term in longer} | question.words
    return replace(question, terms=tuple(dict.fromkeys((*question.terms, *longer))), words=words)


def _passages_said(library: Library, inquiry: Inquiry) -> list[int]:
    """The passages with statements that may be what is asked for."""
    if inquiry.question.intent is not Intent.STATEMENT:
        return []
    found = library.passages_with_statements(inquiry.surnames, _N_STATEMENTS)
    scope = inquiry.scope
    return [i for i in found if scope.holds(i)] if scope else found


def _statements(
    library: Library, inquiry: Inquiry, passages: Sequence[StoredPassage]
) -> Mapping[int, tuple[Statement, ...]]:
    """The statements that were asked for, by passage."""
    if not inquiry.wants_statements:
        return {}
    found = library.statements([passage.id for passage in passages])
    return {p.id: _asked_for(found.get(p.id, ()), p, inquiry, library.analyzer) for p in passages}


def _asked_for(
    statements: tuple[Statement, ...], passage: StoredPassage, inquiry: Inquiry, analyzer: Analyzer
) -> tuple[Statement, ...]:
    """Those by the speaker asked about; where anyone may have made it, those on the topic."""
    question = inquiry.question
    if question.speaker is not None:
        return said_by(question.speaker, inquiry.surnames, statements)
    topic = set(question.topic)
    held = [
        len(topic & set(chain(*(analyzer.terms(span.of(passage.text)) for span in s.said))))
        for s in statements
    ]
    most = max(held, default=0)
    return tuple(s for s, n in zip(statements, held, strict=True) if n == most and n)


def _allowed(
    library: Library, inquiry: Inquiry, ids: Sequence[int]
) -> Iterator[tuple[StoredPassage, ...]]:
    """Whole paragraphs, or passages where each may hold a statement; none that is ruled out."""
    analyzer, restrictions = library.analyzer, inquiry.restrictions
    apart = inquiry.wants_statements
    found = [(p,) for p in library.passages(ids).values()] if apart else library.paragraphs(ids)
    for parts in found:
        kept = tuple(p for p in parts if not restrictions or allows(restrictions, p, analyzer))
        if kept:
            yield kept
