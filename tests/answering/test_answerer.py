"""From files on disk to an answer."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as budget
from hypothesis import strategies as st

from qa_app.engine import Engine
from qa_app.errors import LibraryMismatch, QuestionError
from qa_app.library.library import Library
from qa_app.model import Attribution, HighlightKind, Hit, Manner
from qa_app.settings import Settings
from tests.answering.conftest import FILES
from tests.fakes import HashEncoder

QUESTIONS = [
    "what did Abu Qasra say?",
    "What did Kaja Kallas say about the pumps?",
    "What does the ferry to the island cost in summer?",
    "ships at sea",
    "The flooded quarry and its pumps",
    "Who invented penicillin?",
    "What is it?",
]


def _file(hit: Hit) -> str:
    return Path(hit.source.path).name


def _check(engine: Engine, library: Library, hits: Iterable[Hit]) -> None:
    """What every hit must keep: verbatim words at its span, marks inside."""
    for hit in hits:
        source = engine.source_text(library, hit.source.document_id)
        assert hit.source.span.of(source.text) == hit.text
        assert all(0 <= mark.start < mark.end <= len(hit.text) for mark in hit.highlights)
        assert hit.source.path == source.path


@pytest.mark.parametrize("question", QUESTIONS)
def test_hits_are_the_documents_own_words(engine: Engine, library: Library, question: str) -> None:
    """Text, HTML or Markdown, emoji and CRLF: the span slices to the hit, marks lie inside."""
    answer = engine.ask(library, question)
    _check(engine, library, (*answer.hits, *answer.related))
    assert answer.question == question
    assert (answer.answered, bool(answer.hits)) in {(True, True), (False, False)}


@budget(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(sorted(set(b" ".join(FILES.values()).decode().split())))))
def test_any_words_of_the_corpus(engine: Engine, library: Library, words: list[str]) -> None:
    """Whatever is asked in the corpus's own words, hits stay verbatim and ranks count up."""
    try:
        answer = engine.ask(library, " ".join(words)[:500])
        peeked = engine.peek(library, " ".join(words)[:500])
    except QuestionError:
        return
    for hits in (answer.hits, answer.related, peeked):
        _check(engine, library, hits)
        assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))


def test_plain_text_is_the_files_own(engine: Engine, library: Library) -> None:
    """Of a plain text file the span slices the file as it is on disk, line ends included."""
    hit = engine.ask(library, "The fleet left the harbour in December").hits[0]
    assert _file(hit) == "bases.txt"
    assert hit.source.span.of(FILES["bases.txt"].decode()) == hit.text


def test_what_did_they_say(engine: Engine, library: Library) -> None:
    """The statement comes first, marked, with every document that carries it."""
    answer = engine.ask(library, "what did Abu Qasra say?")
    first = answer.hits[0]
    marked = [
        first.text[m.start : m.end] for m in first.highlights if m.kind is HighlightKind.ANSWER
    ]
    assert marked == ["“The bases may stay,”"]
    assert first.attribution == Attribution("Murhaf Abu Qasra", Manner.DIRECT)
    files = {_file(first), *(Path(source.path).name for source in first.also_in)}
    assert files == {"bases.txt", "copy.txt"}
    assert answer.confidence == 1.0


def test_refused_answer_has_no_hits(engine: Engine, library: Library) -> None:
    """What the documents do not say is not answered: the nearest are shown as such."""
    answer = engine.ask(library, "Who invented penicillin in Scotland?")
    assert not answer.answered
    assert answer.hits == ()
    assert 1 <= len(answer.related) <= 5
    assert set(answer.missing_terms) >= {"penicillin", "Scotland"}
    assert answer.confidence < 0.5


def test_speaker_nobody_names(engine: Engine, library: Library) -> None:
    """Someone whom no document names said nothing in them."""
    answer = engine.ask(library, "What did Genghis Khan say about the bases?")
    assert not answer.answered
    assert "Khan" in answer.missing_terms


def test_stand_ins_are_told(engine: Engine, library: Library) -> None:
    """What was searched in place of a missing word is named."""
    answer = engine.ask(library, "Who is the councilwoman?")
    assert [variant.form for variant in answer.also_searched] == ["council"]


def test_no_more_hits_than_asked_for(
    cache_dir: Path, encoder: HashEncoder, library: Library
) -> None:
    """The setting limits what is shown, on both ways."""
    engine = Engine(Settings(cache_dir=cache_dir, n_hits=1), lambda: encoder)
    assert len(engine.ask(library, "bases ferry quarry").hits) == 1
    assert len(engine.peek(library, "the bases ferry quarry ")) == 1


def test_same_question_same_answer(engine: Engine, library: Library) -> None:
    """Asking twice changes nothing but the time it took."""
    first, second = (engine.ask(library, "What did Kallas say?") for _ in range(2))
    assert first.hits == second.hits
    assert first.confidence == second.confidence


@pytest.mark.parametrize("text", ["", " ", "?!", "x" * 100_000])
def test_question_that_is_none(engine: Engine, library: Library, text: str) -> None:
    """An empty or endless question is refused, asked or peeked."""
    with pytest.raises(QuestionError):
        engine.ask(library, text)
    with pytest.raises(QuestionError):
        engine.peek(library, text)


def test_library_of_another_encoder(settings: Settings, library: Library) -> None:
    """Vectors of another encoder are not compared; keywords still work."""
    other = Engine(settings, lambda: HashEncoder("other-64"))
    with pytest.raises(LibraryMismatch, match=r"hash-64.*other-64"):
        other.ask(library, "harbour")
    assert other.peek(library, "harbour ")


def test_files_that_changed_since(engine: Engine, library: Library, corpus: Path) -> None:
    """Until the folder is indexed again the library answers with what it read."""
    (corpus / "bases.txt").write_text("All is different now.")
    (corpus / "quarry.html").unlink()
    for question in ("ships at sea", "the flooded quarry"):
        answer = engine.ask(library, question)
        _check(engine, library, answer.hits)
        assert answer.hits


def test_library_without_a_document(engine: Engine, library_dir: Path, corpus: Path) -> None:
    """A library whose first run was cancelled at once answers nothing, and breaks on nothing."""
    engine.index(library_dir, corpus, cancelled=lambda: True)
    library = engine.open(library_dir)
    answer = engine.ask(library, "what did Abu Qasra say?")
    peeked = engine.peek(library, "harb")
    library.close()
    assert (answer.answered, answer.hits, answer.related, peeked) == (False, (), (), ())
    assert answer.missing_terms == ("Abu", "Qasra")


def test_index_run_between_two_questions(
    engine: Engine, library: Library, library_dir: Path, corpus: Path
) -> None:
    """The next question sees what was indexed since, and nothing that is gone."""
    (corpus / "bases.txt").unlink()
    (corpus / "copy.txt").unlink()
    (corpus / "mill.txt").write_text("The mill by the river burned down in May.")
    engine.index(library_dir, corpus)
    assert _file(engine.ask(library, "the mill by the river").hits[0]) == "mill.txt"
    gone = engine.ask(library, "what did Abu Qasra say?")
    assert not gone.answered
    assert gone.missing_terms == ("Abu", "Qasra")


class TestPeek:
    """Keyword hits while typing."""

    @pytest.mark.parametrize("typed", ["fer", "ferr", "ferry", "where is the fer", "FER"])
    def test_last_word_may_be_unfinished(
        self, engine: Engine, library: Library, typed: str
    ) -> None:
        """The beginning of a word finds what it may become."""
        assert "ferry.md" in {_file(hit) for hit in engine.peek(library, typed)}

    def test_finished_word_is_not_completed(self, engine: Engine, library: Library) -> None:
        """After a space the word stands as it is."""
        assert engine.peek(library, "fer ") == ()

    def test_accents_do_not_hinder(
        self, engine: Engine, library: Library, library_dir: Path, corpus: Path
    ) -> None:
        """An unfinished word with accents finds the folded terms."""
        (corpus / "turkiye.txt").write_text("Türkiye is ready to help its neighbours.")
        engine.index(library_dir, corpus)
        assert [_file(hit) for hit in engine.peek(library, "Türk")] == ["turkiye.txt"]

    def test_no_model_is_needed(self, settings: Settings, library: Library) -> None:
        """Peeking makes no encoder."""

        def none() -> HashEncoder:
            raise AssertionError("an encoder was made")

        assert Engine(settings, none).peek(library, "ferry ")
