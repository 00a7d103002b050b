"""Passages and their scores, made by hand."""

from collections.abc import Mapping, Sequence

from qa_app.answering.features import Features, Match, Sentence, SentenceFeatures
from qa_app.answering.measuring import Measure
from qa_app.answering.question import Question, understand
from qa_app.answering.variants import Expansion
from qa_app.encoding.protocol import PassageText
from qa_app.language.speech.statement import Statement
from qa_app.library.analyzer import Analyzer
from qa_app.library.stored import Averages, StoredPassage
from qa_app.model import BlockKind, Manner, Metadata, Span
from qa_app.reading.sentences import split_sentences
from tests.fakes import HashEncoder

ANALYZER = Analyzer()
ENCODER = HashEncoder()


def sentences_of(text: str) -> tuple[Span, ...]:
    """The sentences of a passage, as reading splits them."""
    return split_sentences(text, by_line=False)


def passage(
    text: str,
    *,
    number: int = 1,
    document: int | None = None,
    sentences: Sequence[Span] | None = None,
    context: str = "",
    title: str = "",
    kind: BlockKind = BlockKind.PARAGRAPH,
) -> StoredPassage:
    """A passage as the library would give it, in a document of its own unless one is named."""
    spans = sentences_of(text) if sentences is None else tuple(sentences)
    (vectors,) = ENCODER.encode_passages([PassageText(context, text, spans)])
    document_id = number if document is None else document
    return StoredPassage(
        id=number,
        document_id=document_id,
        span=Span(0, len(text)),
        paragraph=1,
        kind=kind,
        context=context,
        text=text,
        sentences=spans,
        vector=vectors.passage,
        sentence_vectors=vectors.sentences,
        metadata=Metadata(title=title),
        path=f"/documents/{document_id}.txt",
    )


def ask(text: str) -> Question:
    """The question in `text`."""
    return understand(text, ANALYZER)


def measure(
    question: Question,
    *,
    idf: dict[str, float] | None = None,
    averages: Averages | None = None,
    expansions: Sequence[Expansion] = (),
    statements: Mapping[int, tuple[Statement, ...]] | None = None,
    dense: bool = True,
) -> Measure:
    """What measures passages for a question; every term weighs 1 unless `idf` says otherwise."""
    return Measure(
        question=question,
        vector=ENCODER.encode_question(question.text) if dense else None,
        idf=dict.fromkeys(question.terms, 1.0) if idf is None else idf,
        averages=averages or Averages(n_passages=10, passage_terms=8.0, sentence_terms=4.0),
        analyzer=ANALYZER,
        expansions=expansions,
        statements=statements or {},
    )


def measured(measure: Measure, *parts: StoredPassage) -> Features:
    """The features of one paragraph."""
    (found,) = measure.all([parts])
    return found


def statement(
    text: str, said: str, *, name: str = "", certainty: float = 1.0, manner: Manner = Manner.DIRECT
) -> Statement:
    """A statement in `text`, by where its words and its speaker's name stand there."""
    start = text.index(said)
    named = Span(text.index(name), text.index(name) + len(name)) if name else None
    return Statement(
        speaker=name,
        name=named,
        said=(Span(start, start + len(said)),),
        manner=manner,
        certainty=certainty,
    )


def features(
    stored: StoredPassage,
    *,
    bm25: float = 1.0,
    cosine: float = 0.5,
    coverage: float = 0.5,
    statements: tuple[Statement, ...] = (),
    matches: tuple[Match, ...] = (),
    best: int = 0,
    lacking: frozenset[str] = frozenset(),
) -> Features:
    """Scores as given, alike at both levels; `best` is the number of the best sentence."""
    sentences = tuple(
        Sentence(
            part=0,
            span=span,
            text=span.of(stored.text),
            terms=frozenset(),
            bm25=bm25 if n == best else 0.0,
            cosine=cosine if n == best else -1.0,
            coverage=coverage if n == best else 0.0,
            answer_kind=0.5,
        )
        for n, span in enumerate(stored.sentences)
    )
    return Features(
        parts=(stored,),
        sentences=sentences,
        sentence_features=lambda: [
            SentenceFeatures(sentence.cosine, 0.0, 0.0) for sentence in sentences
        ],
        answer_kinds=[sentence.answer_kind for sentence in sentences],
        bm25=bm25,
        bm25_sentence=bm25,
        cosine=cosine,
        cosine_sentence=cosine,
        coverage=coverage,
        coverage_nearby=coverage,
        phrases=0.0,
        answer_kind=0.5,
        missing_name=0.0,
        core=coverage,
        core_nearby=coverage,
        held=coverage,
        lacking=lacking,
        may_repeat=True,
        matches=(matches,),
        statements=(statements,),
    )
