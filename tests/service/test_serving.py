"""The engine in a process of its own, spoken to as the window does."""

import subprocess
import sys
from pathlib import Path

from qa_app import messages
from tests.conftest import REPOSITORY
from tests.service.conversation import Conversation


def _write(folder: Path, n_files: int) -> None:
    for n in range(n_files):
        text = f"Speaker{n} said on Monday that bridge number {n} will be closed in June.\n"
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")


def test_a_whole_session(conversation: Conversation, folder: Path, library_dir: Path) -> None:
    """Open, index, peek, ask, load the source: each request has its answer."""
    _write(folder, 3)
    conversation.say(messages.OpenLibrary(str(library_dir)))
    assert conversation.expect(messages.LibraryOpened).status is None
    conversation.say(messages.IndexFolder(str(folder)))
    indexed = conversation.expect(messages.Indexed)
    assert indexed.report.n_added == 3
    conversation.say(messages.Peek(1, "bridge num"))
    assert len(conversation.expect(messages.Peeked).hits) == 3
    conversation.say(messages.Ask(2, "What did Speaker1 say?"))
    answered = conversation.expect(messages.Answered)
    assert answered.id == 2
    hit = answered.answer.hits[0]
    conversation.say(messages.LoadSource(3, hit.source.document_id))
    source = conversation.expect(messages.SourceLoaded).source
    assert hit.source.span.of(source.text) == hit.text


def test_a_question_asked_before_the_first_run_ends_is_answered(
    conversation: Conversation, folder: Path, library_dir: Path
) -> None:
    """Someone who types faster than the sample corpus is indexed gets an answer, not an error."""
    _write(folder, 40)
    conversation.say(messages.OpenLibrary(str(library_dir)))
    conversation.say(messages.IndexFolder(str(folder)))
    conversation.say(messages.Ask(1, "What did Speaker7 say?"))
    assert conversation.expect(messages.Answered).id == 1


def test_typing_before_anything_is_indexed_finds_nothing_quietly(
    conversation: Conversation, library_dir: Path
) -> None:
    """Keyword hits of an empty library are no error."""
    conversation.say(messages.OpenLibrary(str(library_dir)))
    conversation.say(messages.Peek(1, "bridge"))
    assert conversation.expect(messages.Peeked).hits == ()


def test_asking_an_empty_library_says_what_to_do(
    conversation: Conversation, library_dir: Path
) -> None:
    """With nothing indexed and nothing on the way, the question fails with a sentence."""
    conversation.say(messages.OpenLibrary(str(library_dir)))
    conversation.expect(messages.ModelReady)
    conversation.say(messages.Ask(1, "Where is the bridge?"))
    failed = conversation.expect(messages.Failed)
    assert "There is no library" in failed.message
    assert (failed.request, failed.id, failed.details) == ("Ask", 1, "")


def test_a_cancelled_run_says_so(
    conversation: Conversation, folder: Path, library_dir: Path
) -> None:
    """Cancelling reaches the run that is under way or waiting, and only that."""
    _write(folder, 40)
    conversation.say(messages.OpenLibrary(str(library_dir)))
    conversation.say(messages.IndexFolder(str(folder)))
    conversation.say(messages.CancelIndexing())
    assert conversation.expect(messages.Indexed).report.cancelled
    conversation.say(messages.IndexFolder(str(folder)))
    report = conversation.expect(messages.Indexed).report
    assert (report.cancelled, report.n_added + report.n_unchanged) == (False, 40)


def test_the_service_ends_with_its_window(library_dir: Path) -> None:
    """When the pipe ends, so does the process: no orphan is left behind."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.fake_service"],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    process.communicate(messages.encode(messages.OpenLibrary(str(library_dir))), timeout=20)
    assert process.returncode == 0


def test_a_question_for_another_library_is_not_answered_from_this_one(
    conversation: Conversation, tmp_path: Path
) -> None:
    """Requests are served in order: what follows the opening of a library is asked of it."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        text = f"The mayor said on Monday that bridge {name} will be closed in June.\n"
        (tmp_path / name / "a.txt").write_text(text, encoding="utf-8")
        conversation.say(messages.OpenLibrary(str(tmp_path / f"library-{name}")))
        conversation.say(messages.IndexFolder(str(tmp_path / name)))
        conversation.expect(messages.Indexed)
    for n in range(20):
        name = ("one", "two")[n % 2]
        conversation.say(messages.OpenLibrary(str(tmp_path / f"library-{name}")))
        for m in range(3):
            conversation.say(messages.Peek(10 * n + m, "bridge"))
            conversation.say(messages.Ask(10 * n + m, "What did the mayor say?"))
    asked = peeked = -1
    assert conversation.process.stdout is not None
    while min(asked, peeked) < 192:
        event = messages.decode_event(conversation.process.stdout.readline())
        if isinstance(event, messages.Peeked):
            peeked, hits = event.id, event.hits
        elif isinstance(event, messages.Answered):
            asked, hits = event.id, event.answer.hits
        else:
            assert not isinstance(event, messages.Failed), event
            continue
        name = ("one", "two")[event.id // 10 % 2]
        assert [f"bridge {name}" in hit.text for hit in hits] == [True]


def test_a_line_that_is_no_request_is_answered(conversation: Conversation) -> None:
    """Nonsense on the pipe costs a message, not the engine."""
    assert conversation.process.stdin is not None
    conversation.process.stdin.write(b"\xff nonsense\n")
    conversation.process.stdin.flush()
    assert "Not understood" in conversation.expect(messages.Failed).message
