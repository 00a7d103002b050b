"""Snippets and the documents they are from: making one, and finding it again."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from uuid import uuid4

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from qa_app.errors import LibraryError
from qa_app.library.anchoring import anchored, context_of, stands_in
from qa_app.library.document_texts import text_of
from qa_app.model import Metadata, Page, Snippet, SnippetState, Span, page_at

# Texts may be long; snippets of one document follow each other.
_TEXTS_AT_HAND = 2


class _Place(Struct, frozen=True):
    """A document that a snippet may stand in, and a file that holds it."""

    document_id: int
    content_hash: str
    path: str


def make_snippet(
    connection: sqlite3.Connection, document_id: int, span: Span, question: str, kept_at: str
) -> Snippet:
    """A snippet of the words at `span` of a document.

    Raises:
        LibraryError: the library has the document no more, or the span is none of its text.
    """
    row = connection.execute(
        "SELECT content_hash, pages, title, publisher, author, date, address FROM documents"
        " WHERE id = ?",
        (document_id,),
    ).fetchone()
    path = next(_paths_of(connection, document_id), None)
    text = text_of(connection, document_id)
    if row is None or text is None or path is None:
        raise LibraryError("That document is no longer in the library; ask again.")
    if not 0 <= span.start < span.end <= len(text):
        raise LibraryError("Those words are not in the document; choose them again.")
    prefix, suffix = context_of(text, span)
    return Snippet(
        id=str(uuid4()),
        quote=span.of(text),
        path=path,
        content_hash=row[0],
        span=span,
        paragraph=_paragraph_at(connection, document_id, span),
        page=page_at(_decoded(row[1]), span.start),
        metadata=Metadata(*row[2:]),
        question=question,
        kept_at=kept_at,
        prefix=prefix,
        suffix=suffix,
        document_id=document_id,
    )


def look_up(connection: sqlite3.Connection, snippets: Iterable[Snippet]) -> tuple[Snippet, ...]:
    """The snippets as they stand in the library now, in the order they come in.

    Where the words stand in their document as they did, or in one place only of what their file
    holds now, they are verbatim, and path, span, page and paragraph are those of that place. A
    file that was moved is found by its content. `document_id` is that of the place, or where the
    words are changed of what their file holds now.
    """
    text_of = lru_cache(maxsize=_TEXTS_AT_HAND)(lambda i: _text_of(connection, i))
    known = list(snippets)
    by_document = sorted(range(len(known)), key=lambda n: (known[n].content_hash, known[n].path))
    found = {n: _looked_up(connection, known[n], text_of) for n in by_document}
    return tuple(found[n] for n in range(len(known)))


def _looked_up(
    connection: sqlite3.Connection, snippet: Snippet, text_of: Callable[[int], str]
) -> Snippet:
    same = list(_places_of_content(connection, snippet))
    for place in same:
        if stands_in(snippet, text_of(place.document_id)):
            return replace(
                snippet,
                path=place.path,
                state=SnippetState.VERBATIM,
                document_id=place.document_id,
            )
    places = (*_places_at_path(connection, snippet.path), *same)
    for place in places:
        moved = anchored(snippet, text_of(place.document_id))
        if moved.state is SnippetState.VERBATIM:
            paragraph = _paragraph_at(connection, place.document_id, moved.span)
            return replace(
                moved,
                path=place.path,
                content_hash=place.content_hash,
                paragraph=paragraph,
                page=_page_at(connection, place.document_id, moved.span),
                document_id=place.document_id,
            )
    if not places:
        return replace(snippet, state=SnippetState.MISSING, document_id=0)
    return replace(snippet, state=SnippetState.CHANGED, document_id=places[0].document_id)


def _places_of_content(connection: sqlite3.Connection, snippet: Snippet) -> Iterator[_Place]:
    """The documents of the content it was kept from; under its own path where that holds one."""
    rows = connection.execute(
        "SELECT id FROM documents WHERE content_hash = ? ORDER BY id DESC", (snippet.content_hash,)
    ).fetchall()
    for (document_id,) in rows:
        paths = list(_paths_of(connection, document_id))
        if paths:
            path = snippet.path if snippet.path in paths else paths[0]
            yield _Place(document_id, snippet.content_hash, path)


def _places_at_path(connection: sqlite3.Connection, path: str) -> Iterator[_Place]:
    """The document that the file at `path` holds, or what was last read of it; at most one."""
    folders = connection.execute("SELECT id, path FROM folders").fetchall()
    for folder_id, folder in folders:
        within = f"{folder}/"
        if not path.startswith(within):
            continue
        rows = connection.execute(
            "SELECT d.id, d.content_hash FROM files JOIN documents d ON d.id = document_id"
            " WHERE folder_id = ? AND files.path = ?",
            (folder_id, path.removeprefix(within)),
        ).fetchall()
        yield from (_Place(document_id, own, path) for document_id, own in rows)


def _paths_of(connection: sqlite3.Connection, document_id: int) -> Iterator[str]:
    rows = connection.execute(
        "SELECT folders.path || '/' || files.path FROM files JOIN folders ON folders.id = folder_id"
        " WHERE document_id = ? ORDER BY files.id",
        (document_id,),
    ).fetchall()
    return (row[0] for row in rows)


def _text_of(connection: sqlite3.Connection, document_id: int) -> str:
    """A document's text; empty where a run that is under way has just dropped it."""
    return text_of(connection, document_id) or ""


def _page_at(connection: sqlite3.Connection, document_id: int, span: Span) -> str:
    """The label of the page that a span begins on."""
    row = connection.execute("SELECT pages FROM documents WHERE id = ?", (document_id,)).fetchone()
    return "" if row is None else page_at(_decoded(row[0]), span.start)


def _decoded(pages: bytes) -> tuple[Page, ...]:
    return msgspec.json.decode(pages, type=tuple[Page, ...])


def _paragraph_at(connection: sqlite3.Connection, document_id: int, span: Span) -> int:
    """The paragraph that a span begins in; of what is no passage, the one before it, or 1."""
    row = connection.execute(
        "SELECT paragraph FROM passages WHERE document_id = ? AND start < ?"
        ' ORDER BY "end" > ? DESC, CASE WHEN "end" > ? THEN start ELSE -start END LIMIT 1',
        (document_id, span.end, span.start, span.start),
    ).fetchone()
    return 1 if row is None else int(row[0])
