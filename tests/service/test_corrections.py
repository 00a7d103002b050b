"""Correcting what is shown of a source, as the window does it."""

from pathlib import Path

from qa_app import messages
from qa_app.model import Metadata
from tests.service.conversation import Conversation

_OWN = "---\ntitle: The bridge\n---\n\nThe mayor said that the old bridge will close in June.\n"


def _corrected(talk: Conversation, request: messages.Request) -> messages.MetadataLoaded:
    talk.say(request)
    return talk.expect(messages.MetadataLoaded)


def test_a_source_is_corrected_and_gets_its_own_words_back(
    conversation: Conversation, folder: Path, library_dir: Path
) -> None:
    """Each time the window hears what is shown now, what the document says, and the snippets."""
    (folder / "a.md").write_text(_OWN, encoding="utf-8")
    conversation.say(messages.OpenLibrary(str(library_dir)))
    conversation.say(messages.IndexFolder(str(folder)))
    conversation.expect(messages.Indexed)
    conversation.say(messages.ListDocuments())
    document_id = conversation.expect(messages.DocumentsListed).documents[0].document_id
    own = _corrected(conversation, messages.LoadMetadata(1, document_id)).own
    wanted = Metadata(title="The old bridge", author="Ana Ruiz")
    assert _corrected(
        conversation, messages.CorrectSource(2, document_id, wanted)
    ) == messages.MetadataLoaded(2, document_id, wanted, own)
    conversation.expect(messages.SnippetsListed)
    conversation.say(messages.LoadSource(3, document_id))
    assert conversation.expect(messages.SourceLoaded).source.metadata == wanted
    taken_off = messages.CorrectSource(4, document_id, None)
    assert _corrected(conversation, taken_off).metadata == own
    conversation.say(messages.CorrectSource(5, 999, wanted))
    assert conversation.fails().id == 5
