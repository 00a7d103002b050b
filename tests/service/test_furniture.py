"""Bringing furniture back, as the window does it."""

from pathlib import Path

from qa_app import messages
from qa_app.model import BlockKind, SourceText
from tests.service.conversation import Conversation

_PAGE = (
    "<nav>Zebrafinch keepers meet here</nav>"
    "<article><p>The lock keeper said that the upper gate opens at dawn.</p></article>"
)


def _kinds(source: SourceText) -> list[BlockKind]:
    return [block.kind for block in source.blocks]


def _brought(talk: Conversation, request: messages.BringBackFurniture) -> SourceText:
    talk.say(request)
    loaded = talk.expect(messages.SourceLoaded)
    assert loaded.id == request.id
    talk.expect(messages.LibraryChanged)
    return loaded.source


def _n_peeked(talk: Conversation, word: str) -> int:
    talk.say(messages.Peek(9, word))
    return len(talk.expect(messages.Peeked).hits)


def test_furniture_is_brought_back_and_put_away(
    conversation: Conversation, folder: Path, library_dir: Path
) -> None:
    """Each time the window hears how the source is to be shown, and finds what is searched."""
    (folder / "a.html").write_text(_PAGE, encoding="utf-8")
    conversation.say(messages.OpenLibrary(str(library_dir)))
    conversation.say(messages.IndexFolder(str(folder)))
    conversation.expect(messages.Indexed)
    conversation.say(messages.ListDocuments())
    document_id = conversation.expect(messages.DocumentsListed).documents[0].document_id
    assert _n_peeked(conversation, "zebrafinch") == 0

    conversation.say(messages.LoadSource(1, document_id))
    source = conversation.expect(messages.SourceLoaded).source
    menu = source.blocks[0].span
    assert _kinds(source) == [BlockKind.FURNITURE, BlockKind.PARAGRAPH]

    back = messages.BringBackFurniture(2, document_id, menu, is_back=True)
    assert _kinds(_brought(conversation, back)) == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    assert _n_peeked(conversation, "zebrafinch") == 1

    away = messages.BringBackFurniture(3, document_id, None, is_back=False)
    assert _kinds(_brought(conversation, away)) == [BlockKind.FURNITURE, BlockKind.PARAGRAPH]
    assert _n_peeked(conversation, "zebrafinch") == 0

    conversation.say(messages.BringBackFurniture(4, 999, None, is_back=True))
    assert conversation.fails().id == 4
