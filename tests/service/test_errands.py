"""Exports and checks of them, as the window asks for them."""

import json
from pathlib import Path

import pytest

from qa_app import messages
from qa_app.model import Span
from qa_app.verdicts import QuoteState
from tests.service.conversation import Conversation

_TEXT = "The mayor said that the old bridge will close in June.\n\nNobody else said a word.\n"
_QUOTE = "The mayor said that the old bridge will close in June."


@pytest.fixture
def document_id(conversation: Conversation, folder: Path, library_dir: Path) -> int:
    """A document of an open library."""
    (folder / "a.txt").write_text(_TEXT, encoding="utf-8")
    conversation.say(messages.OpenLibrary(str(library_dir)))
    conversation.say(messages.IndexFolder(str(folder)))
    conversation.expect(messages.Indexed)
    conversation.say(messages.ListDocuments())
    return conversation.expect(messages.DocumentsListed).documents[0].document_id


@pytest.fixture
def exported(conversation: Conversation, document_id: int, tmp_path: Path) -> Path:
    """A snippet, kept and exported as JSON."""
    conversation.say(messages.KeepSnippet(document_id, Span(0, len(_QUOTE)), "Who?"))
    conversation.expect(messages.SnippetsListed)
    file = tmp_path / "quotes.json"
    conversation.say(messages.ExportSnippets(str(file), style="apa"))
    event = conversation.expect(messages.SnippetsExported)
    assert event == messages.SnippetsExported(str(file), 1)
    return file


def test_an_export_is_written_as_it_was_ordered(exported: Path) -> None:
    """The file holds the snippet, cited in the style that was chosen."""
    record = json.loads(exported.read_text(encoding="utf-8"))
    assert _QUOTE in json.dumps(record)


def test_the_hits_of_a_question_are_exported(
    conversation: Conversation, document_id: int, tmp_path: Path
) -> None:
    """The question is asked again, without the conditions that were dropped from it."""
    assert document_id
    file = tmp_path / "answer.md"
    order = messages.ExportSnippets(
        str(file), questions=("What did the mayor say? -bridge",), dropped=("-bridge",)
    )
    conversation.say(order)
    assert conversation.expect(messages.SnippetsExported).n_snippets >= 1
    assert "bridge" in file.read_text(encoding="utf-8")


def test_a_check_names_the_documents_of_the_library(
    conversation: Conversation, exported: Path, document_id: int
) -> None:
    """Each verdict comes with the document it can be read in, and with how far the check is."""
    conversation.say(messages.VerifyExport(str(exported)))
    progressed = conversation.expect(messages.ErrandProgressed)
    assert (progressed.request, progressed.n_done, progressed.n) == ("VerifyExport", 1, 1)
    event = conversation.expect(messages.ExportVerified)
    assert [verdict.state for verdict in event.report.verdicts] == [QuoteState.VERBATIM]
    assert event.document_ids == (document_id,)


def test_a_source_that_is_gone_has_no_document(
    conversation: Conversation, exported: Path, folder: Path
) -> None:
    """What no library holds cannot be read there."""
    changed = exported.read_text(encoding="utf-8").replace(str(folder), str(folder / "gone"))
    exported.write_text(changed, encoding="utf-8")
    (folder / "a.txt").rename(folder / "b.md")
    (folder / "b.md").write_text("Other words.\n", encoding="utf-8")
    conversation.say(messages.IndexFolder(str(folder)))
    conversation.expect(messages.Indexed)
    conversation.say(messages.VerifyExport(str(exported)))
    event = conversation.expect(messages.ExportVerified)
    assert [verdict.state for verdict in event.report.verdicts] == [QuoteState.MISSING]
    assert event.document_ids == (0,)


def test_what_is_no_export_fails_with_a_sentence(
    conversation: Conversation, tmp_path: Path
) -> None:
    """A check needs no library; its failure names its request."""
    conversation.say(messages.VerifyExport(str(tmp_path / "none.json")))
    failed = conversation.fails()
    assert failed.request == "VerifyExport"
    assert not failed.details


def test_cancelling_what_does_not_run_harms_nothing(
    conversation: Conversation, exported: Path
) -> None:
    """Only the errands asked for so far are cancelled; the next one runs."""
    conversation.say(messages.CancelErrands("ExportSnippets"))
    conversation.say(messages.CancelErrands("nonsense"))
    conversation.say(messages.ExportSnippets(str(exported)))
    assert not conversation.expect(messages.SnippetsExported).cancelled
