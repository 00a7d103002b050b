"""Snippets: made from a library's documents, and found again in them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from qa_app.engine import Engine
from qa_app.errors import LibraryError
from qa_app.library.library import Library
from qa_app.model import Snippet, SnippetState, Span
from tests.library.conftest import Index, write

Opened = Callable[[], Library]

_TEXT = (
    "# Ferries 🕊️\n\nThe harbour of Tarsos opens in March.\n\n"
    "“No ferry,” said the captain, “leaves before dawn.” 🚢 Nobody came.\n"
)
_WORDS = "“leaves before dawn.” 🚢"


@pytest.fixture
def kept(folder: Path, index: Index, opened: Opened) -> Snippet:
    """Words of the second paragraph, kept."""
    write(folder / "a.md", _TEXT)
    write(folder / "other.txt", "The bridge is closed.")
    index()
    library = opened()
    document_id = next(e.document_id for e in library.entries() if e.path.endswith("a.md"))
    source = library.source_text(document_id)
    assert source is not None
    start = source.text.index(_WORDS)
    span = Span(start, start + len(_WORDS))
    return library.make_snippet(document_id, span, "When do ferries leave?", "2026-02-03T10:00Z")


def _again(opened: Opened, kept: Snippet) -> Snippet:
    (found,) = opened().look_up([kept])
    return found


def test_a_snippet_is_made_from_the_library(kept: Snippet, folder: Path, opened: Opened) -> None:
    """Quote, context, path, hash, metadata and paragraph are the document's own."""
    assert kept.quote == _WORDS
    assert kept.path == str(folder / "a.md")
    assert kept.paragraph == 2
    assert kept.metadata.title == "Ferries 🕊️"
    assert kept.prefix.endswith("said the captain, ")
    assert kept.suffix.startswith(" Nobody came.")
    assert len(kept.content_hash) == 64
    assert (kept.question, kept.kept_at) == ("When do ferries leave?", "2026-02-03T10:00Z")
    assert _again(opened, kept) == kept


@pytest.mark.parametrize("span", [Span(-1, 4), Span(4, 4), Span(5, 4), Span(0, 10_000)])
@pytest.mark.usefixtures("kept")
def test_a_span_outside_the_text(span: Span, opened: Opened) -> None:
    """What is no stretch of the document's text is refused."""
    library = opened()
    with pytest.raises(LibraryError, match="Those words are not in the document"):
        library.make_snippet(library.entries()[0].document_id, span, "", "")


def test_a_document_that_is_gone(kept: Snippet, opened: Opened) -> None:
    """The sentence is the same as for its text."""
    assert kept
    with pytest.raises(LibraryError, match="no longer in the library"):
        opened().make_snippet(4711, Span(0, 1), "", "")


def test_a_moved_file_is_followed(
    kept: Snippet, folder: Path, index: Index, opened: Opened
) -> None:
    """The words are found by the file's content, and the path is the new one."""
    (folder / "deep").mkdir()
    (folder / "a.md").rename(folder / "deep" / "b.md")
    index()
    found = _again(opened, kept)
    assert found.state is SnippetState.VERBATIM
    assert found.path == str(folder / "deep" / "b.md")
    assert found.span == kept.span
    assert found.document_id == kept.document_id


def test_a_copy_leaves_the_path_alone(
    kept: Snippet, folder: Path, index: Index, opened: Opened
) -> None:
    """While the file itself is there, no copy of it takes its place."""
    shutil.copy(folder / "a.md", folder / "0.md")
    index()
    assert _again(opened, kept) == kept


def test_words_that_moved_in_their_file(
    kept: Snippet, folder: Path, index: Index, opened: Opened
) -> None:
    """An edit elsewhere in the file moves the snippet along: span, paragraph and hash."""
    write(folder / "a.md", _TEXT.replace("The harbour", "A new paragraph. 🕊️\n\nThe harbour"))
    index()
    found = _again(opened, kept)
    assert found.state is SnippetState.VERBATIM
    assert found.content_hash != kept.content_hash
    assert found.paragraph == kept.paragraph + 1
    assert found.span == kept.span.shifted(len("A new paragraph. 🕊️\n\n"))
    source = opened().source_text(found.document_id)
    assert source is not None
    assert found.span.of(source.text) == kept.quote
    assert _again(opened, found) == found


def test_words_that_were_edited(kept: Snippet, folder: Path, index: Index, opened: Opened) -> None:
    """The snippet says that its source changed, keeps its words, and heals when they come back."""
    write(folder / "a.md", _TEXT.replace("before dawn", "after dawn"))
    index()
    found = _again(opened, kept)
    assert found.state is SnippetState.CHANGED
    source = opened().source_text(found.document_id)
    assert source is not None
    assert "after dawn" in source.text
    assert (found.quote, found.span, found.content_hash) == (
        kept.quote, kept.span, kept.content_hash,
    )  # fmt: skip
    write(folder / "a.md", _TEXT)
    index()
    assert _again(opened, found) == kept


def test_a_file_that_is_gone(kept: Snippet, folder: Path, index: Index, opened: Opened) -> None:
    """The snippet says that its source is missing, keeps its words, and heals when it is back."""
    text = (folder / "a.md").read_text()
    (folder / "a.md").unlink()
    index()
    found = _again(opened, kept)
    assert found.state is SnippetState.MISSING
    assert found.document_id == 0
    assert found.quote == _WORDS
    write(folder / "a.md", text)
    index()
    assert _again(opened, found) == kept


def test_a_forgotten_folder(
    kept: Snippet, folder: Path, library_dir: Path, opened: Opened, engine: Engine
) -> None:
    """What is taken out of the library is missing from it."""
    engine.forget(library_dir, folder)
    assert _again(opened, kept).state is SnippetState.MISSING


def test_snippets_come_back_in_their_order(kept: Snippet, opened: Opened) -> None:
    """They are looked up document by document, and returned as they came."""
    many = [replace(kept, id=str(n), content_hash=f"{(n * 7) % 5}") for n in range(5)]
    assert [snippet.id for snippet in opened().look_up(many)] == ["0", "1", "2", "3", "4"]
