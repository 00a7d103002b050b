"""Checks and repairs of the open library, as the window asks for them."""

from pathlib import Path

import pytest

from qa_app import messages
from qa_app.findings import Health, Part
from qa_app.library.database import DATABASE_NAME
from qa_app.library.notebook_file import NOTEBOOK_NAME
from qa_app.model import Span
from tests.service.conversation import Conversation

_QUOTE = "The mayor said that the old bridge will close in June."
_QUESTION = "What did the mayor say of the bridge?"
_HEADER_BYTES = 100


@pytest.fixture
def talk(conversation: Conversation, folder: Path, library_dir: Path) -> Conversation:
    """A service with a library of one document, which every desk has open, and a snippet of it."""
    (folder / "a.txt").write_text(f"{_QUOTE}\n", encoding="utf-8")
    conversation.say(messages.OpenLibrary(str(library_dir)))
    conversation.say(messages.IndexFolder(str(folder)))
    conversation.expect(messages.Indexed)
    conversation.say(messages.ListDocuments())
    (listed,) = conversation.expect(messages.DocumentsListed).documents
    conversation.say(messages.KeepSnippet(listed.document_id, Span(0, len(_QUOTE)), _QUESTION))
    conversation.expect(messages.SnippetsListed)
    conversation.say(messages.Ask(1, _QUESTION))
    conversation.expect(messages.Answered)
    conversation.expect(messages.QuestionsListed)
    return conversation


def _damage(file: Path) -> None:
    """Garble the head of a file and drop its log; who has it open is left with the rest."""
    held = file.read_bytes()
    file.write_bytes(b"\x55" * _HEADER_BYTES + held[_HEADER_BYTES:])
    Path(f"{file}-wal").unlink(missing_ok=True)


def _healths(event: messages.LibraryChecked) -> dict[Part, Health]:
    return {finding.part: finding.health for finding in event.diagnosis.findings}


def _checked(talk: Conversation) -> messages.LibraryChecked:
    talk.say(messages.CheckLibrary())
    return talk.expect(messages.LibraryChecked)


def _repaired(talk: Conversation) -> messages.LibraryChecked:
    talk.say(messages.RepairLibrary())
    return talk.expect(messages.LibraryChecked)


def test_a_check_says_how_it_stands_with_every_part(talk: Conversation) -> None:
    """All is well, the check tells how far it is, and nothing was repaired."""
    talk.say(messages.CheckLibrary())
    assert talk.expect(messages.ErrandProgressed).request == "CheckLibrary"
    checked = talk.expect(messages.LibraryChecked)
    assert not checked.is_repair
    assert _healths(checked) == dict.fromkeys(Part, Health.FINE)


@pytest.mark.usefixtures("library_dir")
def test_what_is_not_open_is_not_checked(conversation: Conversation) -> None:
    """The failure names its request, and is no damage."""
    conversation.say(messages.CheckLibrary())
    failed = conversation.fails()
    assert (failed.request, failed.is_damage) == ("CheckLibrary", False)


def test_a_library_that_is_well_survives_a_repair(talk: Conversation) -> None:
    """Nothing is done, and the next question is answered."""
    assert _healths(_repaired(talk)) == dict.fromkeys(Part, Health.FINE)
    talk.say(messages.Ask(2, _QUESTION))
    assert talk.expect(messages.Answered).answer.hits


def test_a_database_is_made_anew_under_the_open_desks(
    talk: Conversation, library_dir: Path
) -> None:
    """After it the same desks answer, list and keep, in the new database, with no word of damage.

    Nobody had to open the library again.
    """
    _damage(library_dir / DATABASE_NAME)
    repaired = _repaired(talk)
    assert repaired.is_repair
    assert repaired.diagnosis.is_well
    assert _healths(repaired)[Part.DATABASE] is Health.REPAIRED
    talk.say(messages.Ask(2, _QUESTION))
    (hit, *_) = talk.expect(messages.Answered).answer.hits
    talk.say(messages.LoadSource(3, hit.source.document_id))
    assert talk.expect(messages.SourceLoaded).source.text.startswith(_QUOTE)
    talk.say(messages.ListDocuments())
    (listed,) = talk.expect(messages.DocumentsListed).documents
    assert listed.document_id == hit.source.document_id
    talk.say(messages.ListSnippets())
    assert [s.quote for s in talk.expect(messages.SnippetsListed).snippets] == [_QUOTE]
    talk.say(messages.IndexFolder())
    assert talk.expect(messages.Indexed).report.n_unchanged == 1
    assert _healths(_checked(talk))[Part.DATABASE] is Health.FINE


def test_a_damaged_library_that_is_opened_says_so_and_is_repaired(
    conversation: Conversation, talk: Conversation, library_dir: Path
) -> None:
    """The failure is marked as damage; what is opened after the repair is whole."""
    _damage(library_dir / DATABASE_NAME)
    talk.say(messages.OpenLibrary(str(library_dir)))
    failed = conversation.fails()
    assert (failed.request, failed.is_damage) == ("OpenLibrary", True)
    assert "qa-app doctor --repair" in failed.message
    talk.say(messages.RepairLibrary())
    conversation.passes_over(messages.LibraryChecked)
    talk.say(messages.OpenLibrary(str(library_dir)))
    status = talk.expect(messages.LibraryOpened).status
    assert status is not None
    assert status.n_documents == 1


def test_a_damaged_notebook_is_repaired(talk: Conversation, library_dir: Path) -> None:
    """Listing what is kept fails, marked as damage, and works after the repair."""
    (library_dir / NOTEBOOK_NAME).write_bytes(b"\x55" * 4096)
    for end in ("-wal", "-shm"):
        (library_dir / f"{NOTEBOOK_NAME}{end}").unlink(missing_ok=True)
    talk.say(messages.ListSnippets())
    failed = talk.fails()
    assert (failed.request, failed.is_damage) == ("ListSnippets", True)
    assert _healths(_repaired(talk))[Part.NOTEBOOK] is Health.REPAIRED
    talk.say(messages.ListSnippets())
    talk.expect(messages.SnippetsListed)


def test_a_repair_that_is_cancelled_is_taken_up_by_the_next(
    talk: Conversation, folder: Path, library_dir: Path
) -> None:
    """It ends at once and says that it was cancelled; the next one finds and reads the rest."""
    for n in range(40):
        (folder / f"{n}.txt").write_text(f"{_QUOTE} That was day {n}.\n", encoding="utf-8")
    _damage(library_dir / DATABASE_NAME)
    talk.say(messages.RepairLibrary())
    talk.say(messages.CancelErrands("RepairLibrary"))
    assert talk.expect(messages.LibraryChecked).diagnosis.cancelled
    _repaired(talk)
    talk.say(messages.IndexFolder())
    talk.expect(messages.Indexed)
    talk.say(messages.ListDocuments())
    listed = talk.expect(messages.DocumentsListed).documents
    assert [entry.state for entry in listed] == ["indexed"] * 41


def test_a_repair_cancels_the_run_and_waits_for_it(
    talk: Conversation, folder: Path, library_dir: Path
) -> None:
    """The run reports that it was cancelled, and only then the repair: it finds no other writer."""
    for n in range(200):
        (folder / f"{n}.txt").write_text(f"{_QUOTE} That was day {n}.\n", encoding="utf-8")
    talk.say(messages.IndexFolder())
    talk.expect(messages.IndexProgressed)
    talk.say(messages.RepairLibrary())
    assert talk.expect(messages.Indexed).report.cancelled
    assert talk.expect(messages.LibraryChecked).is_repair
    assert library_dir.exists()
