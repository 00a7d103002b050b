"""What the person asked and kept, and the files there are, as the service lists them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from qa_app import messages
from qa_app.library.database import DATABASE_NAME
from qa_app.library.notebook_file import NOTEBOOK_NAME
from qa_app.model import FileState, Snippet, SnippetState, Span
from tests.conftest import REPOSITORY
from tests.service.conversation import Conversation

_TEXT = "The mayor said on Monday that the old bridge 🙂 will close in June. Nobody cheered.\n"
_WORDS = "the old bridge 🙂"
_SPAN = Span(_TEXT.index(_WORDS), _TEXT.index(_WORDS) + len(_WORDS))
_QUESTION = "What did the mayor say?"


@pytest.fixture
def talk(conversation: Conversation, folder: Path, library_dir: Path) -> Conversation:
    """A service with a library of one document."""
    (folder / "a.txt").write_text(_TEXT, encoding="utf-8")
    conversation.say(messages.OpenLibrary(str(library_dir)))
    conversation.say(messages.IndexFolder(str(folder)))
    conversation.expect(messages.Indexed)
    return conversation


def _document_id(talk: Conversation) -> int:
    talk.say(messages.ListDocuments())
    return talk.expect(messages.DocumentsListed).documents[0].document_id


def _keep(talk: Conversation) -> Snippet:
    talk.say(messages.KeepSnippet(_document_id(talk), _SPAN, _QUESTION))
    listed = talk.expect(messages.SnippetsListed)
    (kept,) = (snippet for snippet in listed.snippets if snippet.id == listed.kept)
    return kept


def _questions(talk: Conversation, request: messages.Request) -> list[tuple[str, bool]]:
    talk.say(request)
    listed = talk.expect(messages.QuestionsListed)
    return [(asked.question, asked.saved) for asked in listed.questions]


def test_before_anything_is_indexed_the_lists_are_empty(
    conversation: Conversation, library_dir: Path
) -> None:
    """With no library open, and with one that is still to be made: no error, and no file."""
    for _ in range(2):
        conversation.say(messages.ListDocuments())
        assert conversation.expect(messages.DocumentsListed).documents == ()
        assert _questions(conversation, messages.ListQuestions()) == []
        conversation.say(messages.ListSnippets())
        assert conversation.expect(messages.SnippetsListed).snippets == ()
        conversation.say(messages.OpenLibrary(str(library_dir)))
    assert not library_dir.exists()


def test_a_question_that_is_answered_is_noted(talk: Conversation) -> None:
    """It is listed after its answer, with the conditions it was asked without; a refusal too."""
    talk.say(messages.Ask(1, _QUESTION, ("in June",)))
    talk.expect(messages.Answered)
    (asked,) = talk.expect(messages.QuestionsListed).questions
    assert (asked.question, asked.dropped, asked.saved) == (_QUESTION, ("in June",), False)
    talk.say(messages.Ask(2, "Who won the zebra race?"))
    talk.expect(messages.Answered)
    assert len(talk.expect(messages.QuestionsListed).questions) == 2


def test_a_question_that_cannot_be_asked_is_not_noted(talk: Conversation) -> None:
    """Nothing was answered, so nothing is remembered."""
    talk.say(messages.Ask(1, "   "))
    assert talk.fails().request == "Ask"
    assert _questions(talk, messages.ListQuestions()) == []


def test_questions_are_saved_and_forgotten(talk: Conversation) -> None:
    """Each change is answered by the whole list."""
    assert _questions(talk, messages.SaveQuestion("Who?", saved=True)) == [("Who?", True)]
    talk.say(messages.Ask(1, _QUESTION))
    talk.expect(messages.QuestionsListed)
    forget = messages.ForgetQuestions(all_unsaved=True)
    assert _questions(talk, forget) == [("Who?", True)]
    assert _questions(talk, messages.ForgetQuestions(("Who?",))) == []


def test_a_snippet_is_kept_changed_and_removed(talk: Conversation, folder: Path) -> None:
    """It is made of the document's own words; putting it back is an undo."""
    kept = _keep(talk)
    assert (kept.quote, kept.path) == (_WORDS, str(folder / "a.txt"))
    assert (kept.question, kept.state) == (_QUESTION, SnippetState.VERBATIM)
    assert kept.document_id == _document_id(talk)
    second = _keep(talk)
    assert second.place == kept.place + 1
    noted = replace(kept, note="for the lead", tags=("bridge",))
    talk.say(messages.ChangeSnippets(put=(noted,), remove=(second.id,)))
    assert talk.expect(messages.SnippetsListed).snippets == (noted,)
    talk.say(messages.ChangeSnippets(put=(second,)))
    assert talk.expect(messages.SnippetsListed).snippets == (noted, second)


def test_a_place_outside_the_document_is_refused(talk: Conversation) -> None:
    """Nothing is kept of words that are not there."""
    talk.say(messages.KeepSnippet(_document_id(talk), Span(0, 9_999), ""))
    assert talk.fails().request == "KeepSnippet"
    talk.say(messages.ListSnippets())
    assert talk.expect(messages.SnippetsListed).snippets == ()


def test_a_snippet_follows_its_words(talk: Conversation, folder: Path) -> None:
    """After the file was edited above them and indexed again, the new place is remembered."""
    kept = _keep(talk)
    (folder / "a.txt").write_text(f"A new first line.\n\n{_TEXT}", encoding="utf-8")
    talk.say(messages.IndexFolder())
    talk.expect(messages.Indexed)
    talk.say(messages.ListSnippets())
    (found,) = talk.expect(messages.SnippetsListed).snippets
    assert found.state is SnippetState.VERBATIM
    assert found.span == kept.span.shifted(len("A new first line.\n\n"))


def test_snippets_without_their_library_are_missing(talk: Conversation, library_dir: Path) -> None:
    """A database that is gone leaves the snippets and their words."""
    kept = _keep(talk)
    for path in library_dir.glob(f"{DATABASE_NAME}*"):
        path.unlink()
    talk.say(messages.OpenLibrary(str(library_dir)))
    talk.say(messages.ListSnippets())
    listed = talk.expect(messages.SnippetsListed).snippets
    assert listed == (replace(kept, state=SnippetState.MISSING),)


def test_a_damaged_database_leaves_the_notebook_readable(
    talk: Conversation, library_dir: Path
) -> None:
    """The snippets are listed as they were when they were last looked up."""
    kept = _keep(talk)
    for path in library_dir.glob(f"{DATABASE_NAME}*"):
        path.write_bytes(b"torn" * 5_000)
    talk.say(messages.OpenLibrary(str(library_dir)))
    assert talk.fails().request == "OpenLibrary"
    talk.say(messages.ListSnippets())
    assert talk.expect(messages.SnippetsListed).snippets == (kept,)


def test_a_notebook_that_cannot_be_read_costs_no_answer(
    talk: Conversation, library_dir: Path
) -> None:
    """It is said where it is asked for, and left as it is; questions are answered all the same."""
    (library_dir / NOTEBOOK_NAME).write_bytes(b"Dear diary" * 500)
    talk.say(messages.ListSnippets())
    failed = talk.fails()
    assert (failed.request, failed.details) == ("ListSnippets", "")
    talk.say(messages.Ask(1, _QUESTION))
    assert talk.expect(messages.Answered).answer.answered
    talk.say(messages.ListDocuments())
    assert len(talk.expect(messages.DocumentsListed).documents) == 1
    assert (library_dir / NOTEBOOK_NAME).read_bytes() == b"Dear diary" * 500


def test_patterns_are_kept_and_a_bad_one_is_named(talk: Conversation, folder: Path) -> None:
    """What they match leaves the list at the next run."""
    (folder / "b.bak.txt").write_text("The tunnel is wet.", encoding="utf-8")
    talk.say(messages.Exclude(("*.bak.*",)))
    assert talk.expect(messages.LibraryChanged).status.excluded == ("*.bak.*",)
    talk.say(messages.Exclude(("!",)))
    assert "The pattern !" in talk.fails().message
    talk.say(messages.IndexFolder())
    indexed = talk.expect(messages.Indexed)
    assert indexed.status is not None
    assert indexed.status.excluded == ("*.bak.*",)
    talk.say(messages.ListDocuments())
    (entry,) = talk.expect(messages.DocumentsListed).documents
    assert (Path(entry.path).name, entry.state) == ("a.txt", FileState.INDEXED)


def test_nothing_waits_for_a_run_in_another_process(
    talk: Conversation, tmp_path: Path, library_dir: Path
) -> None:
    """While another process indexes, a snippet is kept and a question is noted.

    When that is killed, what it had not come to is still listed as pending.
    """
    document_id = _document_id(talk)
    many = tmp_path / "many"
    many.mkdir()
    for n in range(400):
        (many / f"{n}.txt").write_text(f"Lamp {n} was lit by keeper {n}.\n\n" * 20)
    with subprocess.Popen(
        [sys.executable, "-c", _INDEXER, str(library_dir), str(many)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        env={**os.environ},
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"under way\n"
        talk.say(messages.KeepSnippet(document_id, _SPAN, _QUESTION))
        assert talk.expect(messages.SnippetsListed).kept
        talk.say(messages.Ask(1, _QUESTION))
        talk.expect(messages.Answered)
        assert talk.expect(messages.QuestionsListed).questions[0].question == _QUESTION
        assert FileState.PENDING in _states(talk)
        assert other.poll() is None
        other.kill()
    assert FileState.PENDING in _states(talk)


def _states(talk: Conversation) -> list[FileState]:
    talk.say(messages.ListDocuments())
    return [entry.state for entry in talk.expect(messages.DocumentsListed).documents]


_INDEXER = """
import sys
from pathlib import Path
from qa_app.engine import Engine
from qa_app.places import load_settings
from tests.fakes import HashEncoder

def tell(progress):
    if progress.path and progress.n_files_done == 0:
        print("under way", flush=True)

Engine(load_settings(), HashEncoder).index(Path(sys.argv[1]), Path(sys.argv[2]), tell)
"""
