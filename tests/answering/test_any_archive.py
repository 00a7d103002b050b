"""Whatever engine keeps the documents, a question has the same answer."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from qa_app.answering import background
from qa_app.answering.answerer import answer, keyword_hits
from qa_app.encoding.protocol import PassageVectors
from qa_app.engine import Engine
from qa_app.library.archive import Archive, Corpus, NewDocument, NewPassage
from qa_app.library.database import create_database
from qa_app.library.library import Library
from qa_app.library.local_archive import LocalArchive
from qa_app.library.stored import StoredPassage
from qa_app.model import Answer, Document, Hit, Passage, RestrictionKind
from qa_app.settings import Settings
from tests.fakes import DirectReader, HashEncoder
from tests.library.memory_archive import MemoryArchive
from tests.test_seeds_words import QUESTIONS, SEEDS, read_questions

_ENCODER = HashEncoder()
_TODAY = date(2025, 3, 1)
_N_HITS = 8
_ASKED = (
    *(question.text for question in read_questions(QUESTIONS)),
    "Who said that the bases may stay?",
    "What did the EU say?",
    "what did the minister say last month",
    "what did Ahmed Shara say?",
    "What did the European Union decide?",
    "What happened at Khmeimim?",
    "reconstrution of Syria",
    "What is the price of copper in Chile?",
    "articles by Tim Zadorozhnyy",
    "What did Caliber.Az report?",
    "According to South Front, what will Russia keep?",
    "What did Abu Qasra say? source:south",
    "in the Kyiv Independent article, who called whom?",
    "Who runs the airbase? before:2025-02-10",
    "debts after:2025-02-16",
    "debts in February 2025",
    '"coastal bases" -Putin',
    "source:nowhere Putin",
    "phone call author:huseynova",
)
_TYPED = (
    "what did Abu Qas",
    "recon",
    "hmeimim ",
    "articles by Tim Zadorozhnyy",
    "source:south Rus",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, cache_dir: Path) -> Iterator[Library]:
    """The sample corpus, indexed."""
    at = tmp_path_factory.mktemp("place") / "library"
    engine = Engine(Settings(cache_dir=cache_dir), lambda: _ENCODER, reader=DirectReader)
    engine.index(at, SEEDS)
    with closing(engine.open(at)) as opened:
        opened.refresh()
        yield opened


@pytest.fixture(scope="module", params=["memory", "folder"])
def archive(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, library: Library
) -> Iterator[Archive]:
    """What the library holds, put into another archive."""
    if request.param == "memory":
        kept = MemoryArchive(_ENCODER.dim, _ENCODER.name)
        kept.add(list(_documents(library)))
        yield kept
        return
    at = tmp_path_factory.mktemp("place") / "archive"
    create_database(at, encoder=_ENCODER.name, dim=_ENCODER.dim)
    with closing(LocalArchive(at)) as opened:
        opened.add(list(_documents(library)))
        yield opened


def _documents(library: Library) -> Iterator[NewDocument]:
    passages = library.passages(library.passage_ids()).values()
    for document_id in sorted({passage.document_id for passage in passages}):
        source = library.source_text(document_id)
        assert source is not None
        own = tuple(_new(p) for p in passages if p.document_id == document_id)
        document = Document(source.text, source.metadata, source.blocks, "txt", source.pages)
        yield NewDocument(Path(source.path).name, str(document_id), document, own)


def _new(passage: StoredPassage) -> NewPassage:
    sentences = tuple(span.shifted(passage.span.start) for span in passage.sentences)
    return NewPassage(
        Passage(passage.span, sentences, passage.context, passage.paragraph, passage.kind),
        PassageVectors(passage.vector, passage.sentence_vectors),
    )


def _answer(corpus: Corpus, question: str) -> Answer:
    """The answer, but for what each archive has its own way with."""
    found = answer(corpus, _ENCODER, question, _N_HITS, today=_TODAY)
    return replace(
        found,
        took_ms=0.0,
        confidence=round(found.confidence, 5),
        hits=_alike(found.hits),
        related=_alike(found.related),
    )


def _alike(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Hits with a file's name for a path, and numbers as far as they are told apart."""
    return tuple(
        replace(
            hit,
            source=replace(hit.source, path=Path(hit.source.path).name),
            also_in=tuple(replace(s, path=Path(s.path).name) for s in hit.also_in),
            scores=_rounded(hit.scores),
            shares=_rounded(hit.shares),
        )
        for hit in hits
    )


def _rounded(numbers: Mapping[str, float]) -> dict[str, float]:
    return {name: round(number, 4) for name, number in numbers.items()}


@pytest.mark.parametrize("question", _ASKED)
def test_same_answer(library: Library, archive: Archive, question: str) -> None:
    """The same hits, marks, scores, variants, restrictions and refusals."""
    assert _answer(archive, question) == _answer(library, question)


def test_questions_ask_for_everything(library: Library) -> None:
    """The answers that are compared have all that an answer may have."""
    answers = [_answer(library, question) for question in _ASKED]
    hits = [hit for found in answers for hit in found.hits]
    kinds = {r.kind for found in answers for r in found.restrictions}
    assert kinds == set(RestrictionKind)
    assert {found.answered for found in answers} == {True, False}
    assert {found.is_void for found in answers} == {True, False}
    assert {r.loose for found in answers for r in found.restrictions} == {True, False}
    assert sum(bool(found.also_searched) for found in answers) > 3
    assert any(found.missing_terms for found in answers)
    assert len({hit.attribution.speaker for hit in hits if hit.attribution}) > 3


@pytest.mark.parametrize("typed", _TYPED)
def test_same_hits_while_typing(library: Library, archive: Archive, typed: str) -> None:
    """What is found by keywords alone is the same, too."""
    found = _alike(keyword_hits(archive, typed, _N_HITS, today=_TODAY))
    assert found
    assert found == _alike(keyword_hits(library, typed, _N_HITS, today=_TODAY))


def test_same_background(
    library: Library, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a near miss looks like is measured through the seam, too."""
    monkeypatch.setattr(background, "MIN_DOCUMENTS", 2)
    measured = background.background_of(library)
    assert measured is not None
    assert background.background_of(archive) == pytest.approx(measured, rel=1e-4)
