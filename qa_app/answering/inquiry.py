"""A question as one library understands it, and the candidates it has for it."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from qa_app.answering.attribution import as_asked, said_by, words_to_find
from qa_app.answering.candidates import candidates
from qa_app.answering.corpus_terms import CorpusTerms, look_up
from qa_app.answering.features import Features
from qa_app.answering.measuring import Measure
from qa_app.answering.office_fits import NOWHERE, Where
from qa_app.answering.question import Intent, Question, understand
from qa_app.answering.restrictions import allows, date_terms, read_restrictions
from qa_app.answering.variants import names_of, surnames_of
from qa_app.encoding.protocol import PendingVector
from qa_app.language.speakers import Speaker, fold
from qa_app.language.speech.statement import Statement
from qa_app.language.speech.word_lists import may_speak
from qa_app.library.analyzer import Analyzer
from qa_app.library.archive import Corpus
from qa_app.library.stored import StoredPassage
from qa_app.model import Manner, Restriction

_MIN_PREFIX_CHARS = 2
_N_COMPLETIONS = 8
# Statements by someone often in the news are many; these are looked through.
_N_STATEMENTS = 1_000


class Inquiry(Struct, frozen=True):
    """What is asked of a library.

    It `is_void` where no passage meets the restrictions; `surnames` are the spellings of the
    surname of the speaker asked about, `names` their other names; `dates` are terms of a date that
    restricts the documents and need not stand in a passage. Where it `is_list`, nothing is asked
    but to see what the restrictions leave. `dropped` is what to do without, folded.
    """

    question: Question
    terms: CorpusTerms
    restrictions: tuple[Restriction, ...] = ()
    is_void: bool = False
    surnames: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    is_list: bool = False
    dropped: frozenset[str] = frozenset()

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
    library: Corpus,
    text: str,
    dropped: Collection[str] = (),
    *,
    unfinished: bool = False,
    today: date | None = None,
    on_understood: Callable[[str], object] = len,
) -> Inquiry:
    """Understand a question.

    Args:
        library: the corpus, refreshed.
        text: the question as it was typed.
        dropped: restrictions (`Restriction.typed`) and variants (`Variant.form`) to do without.
        unfinished: whether its last word may still be typed.
        today: what “last week” counts from; without it such words are words.
        on_understood: told what is to be encoded, as soon as that is known; not for a list.

    Raises:
        QuestionError: the question is empty or too long, or an operator in it cannot be used.
    """
    rest, restrictions = read_restrictions(text, library, dropped, today=today)
    is_list = bool(restrictions) and not rest
    question = understand(text if is_list else rest, library.analyzer)
    if is_list:
        asks_who_wrote = question.intent is Intent.AUTHOR
        intent = Intent.AUTHOR if asks_who_wrote else Intent.PASSAGE
        question = Question(question.text, (), {}, intent)
    else:
        on_understood(question.text)
    if unfinished:
        question = _completed(question, text, library)
    dates = date_terms(restrictions, library.analyzer)
    question = replace(question, topic=tuple(t for t in question.topic if t not in dates))
    if not library.is_examined:
        # Who said what is not known yet: a passage may hold it all the same.
        question = replace(question, wants_words=False)
    speaker = question.speaker
    terms = look_up(question, library, dropped)
    names, meant = (
        names_of(speaker, terms.expansions, library)
        if speaker
        else (frozenset[str](), frozenset[str]())
    )
    return Inquiry(
        question=question,
        terms=terms,
        names=names,
        restrictions=restrictions,
        is_void=bool(restrictions) and not library.count(restrictions),
        surnames=surnames_of(speaker, library, dropped) | meant if speaker else frozenset(),
        dates=dates,
        is_list=is_list,
        dropped=frozenset(fold(form) for form in dropped),
    )


def measured(
    library: Corpus,
    inquiry: Inquiry,
    vector: PendingVector | None,
) -> list[Features]:
    """The candidates for a question with their features, in no particular order.

    Args:
        library: the corpus.
        inquiry: what is asked of it.
        vector: the question's; None where keywords alone count.
    """
    if inquiry.is_void:
        return []
    said = _statements(library, inquiry)

    def read_ahead(ids: Sequence[int]) -> None:
        # Both remember it.
        passages = chain.from_iterable(_parts(library, inquiry, ids))
        library.analyzer.scans([passage.text for passage in passages])

    ids = candidates(
        library, inquiry.terms, vector, said=said, only=inquiry.restrictions, read_ahead=read_ahead
    )
    paragraphs = list(_allowed(library, inquiry, ids))
    measure = Measure(
        question=inquiry.question,
        vector=None if vector is None else vector.result(),
        idf=inquiry.terms.idf,
        averages=library.averages,
        analyzer=library.analyzer,
        expansions=inquiry.terms.expansions,
        statements=said or _statements_on_topic(library, inquiry, paragraphs),
        aside=inquiry.dates | _name_terms(inquiry.question, library.analyzer),
    )
    return measure.all(paragraphs)


def _name_terms(question: Question, analyzer: Analyzer) -> frozenset[str]:
    """The terms of a speaker's name, where a topic is to decide between their statements.

    Every statement of theirs has the name, or a pronoun for it.
    """
    speaker = question.speaker
    if speaker is None or not question.topic:
        return frozenset()
    return frozenset(analyzer.terms(" ".join(speaker.words))) - set(question.topic)


def _completed(question: Question, text: str, library: Corpus) -> Question:
    """The question with what its last, perhaps unfinished, word may become."""
    last = text.rsplit(maxsplit=1)[-1].lower()
    if text[-1].isspace() or len(last) < _MIN_PREFIX_CHARS or not last.isalnum():
        return question
    longer = library.completions(fold(last), _N_COMPLETIONS)
    words = {term: term for term in longer} | question.words
    return replace(question, terms=tuple(dict.fromkeys((*question.terms, *longer))), words=words)


def _statements(library: Corpus, inquiry: Inquiry) -> Mapping[int, tuple[Statement, ...]]:
    """The statements by the speaker asked about, by passage.

    They are looked for under the surname; where none there is theirs, under the rest of the name.
    """
    speaker = inquiry.question.speaker
    if inquiry.question.intent is not Intent.STATEMENT or speaker is None:
        return {}
    for words in words_to_find(speaker, inquiry.surnames, inquiry.names):
        ids = library.by_speaker(words, _N_STATEMENTS, inquiry.restrictions) if words else []
        if theirs := _theirs(library, inquiry, speaker, ids):
            return theirs
    return {}


def _theirs(
    library: Corpus, inquiry: Inquiry, speaker: Speaker, ids: Sequence[int]
) -> Mapping[int, tuple[Statement, ...]]:
    """Of the statements in the passages those by the speaker."""
    # Whose spokesman, the mayor of where: the passage or its document may say it.
    is_placed = bool(speaker.of) or (len(speaker.words) > 1 and may_speak(speaker.surname))
    places = {i: _where(p) for i, p in library.passages(ids).items()} if is_placed else {}
    found = {
        i: said_by(
            speaker,
            inquiry.surnames,
            statements,
            also=inquiry.names,
            where=places.get(i, NOWHERE),
            dropped=inquiry.dropped,
        )
        for i, statements in library.statements(ids).items()
    }
    asked = {i: as_asked(inquiry.question.verb, theirs) for i, theirs in found.items()}
    return {i: theirs for i, theirs in asked.items() if theirs}


def _where(passage: StoredPassage) -> Where:
    """The passage, and what tells where its document is from."""
    known, path = passage.metadata, PurePath(passage.path)
    about = (known.title, known.publisher, passage.context, path.parent.name, path.stem)
    return Where(passage.text, "\n".join(about))


def _statements_on_topic(
    library: Corpus, inquiry: Inquiry, paragraphs: Sequence[Sequence[StoredPassage]]
) -> Mapping[int, tuple[Statement, ...]]:
    """Of statements by anyone those that hold most of what was said, where that is asked for."""
    if inquiry.question.intent is not Intent.WHO_SAID:
        return {}
    passages = {passage.id: passage for passage in chain.from_iterable(paragraphs)}
    found = library.statements(list(passages))
    topic = set(inquiry.question.topic)
    return {
        i: _with_most(topic, statements, passages[i].text, library.analyzer)
        for i, statements in found.items()
    }


def _with_most(
    topic: set[str], statements: Sequence[Statement], text: str, analyzer: Analyzer
) -> tuple[Statement, ...]:
    held = [
        len(topic & {term for span in s.said for term in analyzer.terms(span.of(text))})
        * (s.manner is not Manner.SILENT)
        for s in statements
    ]
    most = max(held, default=0)
    return tuple(s for s, n in zip(statements, held, strict=True) if n == most and n)


def _allowed(
    library: Corpus, inquiry: Inquiry, ids: Sequence[int]
) -> Iterator[tuple[StoredPassage, ...]]:
    """Whole paragraphs, or passages where each may hold a statement; none that is ruled out."""
    analyzer, restrictions = library.analyzer, inquiry.restrictions
    for parts in _parts(library, inquiry, ids):
        kept = tuple(p for p in parts if not restrictions or allows(restrictions, p, analyzer))
        if kept:
            yield kept


def _parts(
    library: Corpus, inquiry: Inquiry, ids: Sequence[int]
) -> Sequence[tuple[StoredPassage, ...]]:
    if inquiry.wants_statements:
        return [(passage,) for passage in library.passages(ids).values()]
    return library.paragraphs(ids)
