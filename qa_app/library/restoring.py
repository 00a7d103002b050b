"""Bringing furniture back among what is searched, and putting it away again.

Reading tells furniture from text and repetition.py tells more of it; a person knows better. What
they bring back is cut, encoded once and searched like any paragraph; put away, it keeps its
vectors, so that bringing it back again costs nothing.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from qa_app.encoding.protocol import Encoder, PassageText
from qa_app.errors import LibraryError
from qa_app.library import derived, writer
from qa_app.library.analyzer import Analyzer
from qa_app.library.database import (
    advance_generation,
    check_encoder,
    open_database,
    read_meta,
    transaction,
    translated_errors,
)
from qa_app.library.document_texts import text_of
from qa_app.library.examining import examine
from qa_app.library.furniture_kept import FurnitureKept, furniture_kept
from qa_app.library.lock import writer_lock
from qa_app.model import Block, BlockKind, Document, Metadata, Passage, Span
from qa_app.reading.line_shape import has_word
from qa_app.reading.passages import cut_passages
from qa_app.reading.tokens import TokenBudget

_LOCK_WAIT_S = 3.0


class Means(Struct, frozen=True):
    """What it takes to make words searchable."""

    encoder: Encoder
    budget: TokenBudget
    analyzer: Analyzer


class Restored(Struct, frozen=True):
    """What changed: how many passages, and the words of the furniture they are of."""

    n_passages: int
    words: tuple[str, ...]


def restore_furniture(library: Path, document_id: int, span: Span | None, means: Means) -> Restored:
    """Make the furniture that touches `span` searchable; None means all of the document's.

    Raises:
        LibraryError: the library is busy, or has the document no more.
        EncoderError: the model cannot be loaded.
    """
    with _writing(library) as connection:
        check_encoder(library, read_meta(connection)["encoder"], means.encoder.name)
        document = _document(connection, document_id)
        blocks = [block for block in _furniture(document) if _touches(block.span, span)]
        return _restore(library, connection, document_id, document, blocks, span, means)


def hide_furniture(library: Path, document_id: int, span: Span | None) -> Restored:
    """Put away what a person brought back and touches `span`; None means all of the document's.

    Raises:
        LibraryError: the library is busy, or has the document no more.
    """
    with _writing(library) as connection:
        document = _document(connection, document_id)
        kept = [
            one
            for one in furniture_kept(connection, document_id)
            if one.by_hand and not one.is_hidden and _touches(one.span, span)
        ]
        if not kept:
            return Restored(0, ())
        with derived.published(library, connection) as changed, transaction(connection):
            _set_hidden(connection, kept, hidden=True)
            changed.removed += [one.passage_id for one in kept]
            advance_generation(connection)
        spans = [one.span for one in kept]
        # A long block is kept by its own words, whatever passages it was cut into.
        spans += [b.span for b in document.blocks if _is_covered(b.span, spans)]
        return Restored(len(kept), tuple(span.of(document.text) for span in spans))


def restore_words(library: Path, document_id: int, words: Iterable[str], means: Means) -> Restored:
    """Make the furniture of these words searchable: what was brought back before it was read anew.

    Raises:
        LibraryError, EncoderError: as for `restore_furniture`.
    """
    wanted = set(words)
    with closing(open_database(library)) as connection, translated_errors(library):
        document = _document(connection, document_id)
        spans = [b.span for b in _furniture(document) if b.span.of(document.text) in wanted]
        kept = furniture_kept(connection, document_id)
        shown = {one.span for one in kept if not one.is_hidden}
        spans += [o.span for o in kept if o.is_hidden and o.span.of(document.text) in wanted]
        missing = [span for span in dict.fromkeys(spans) if not _is_covered(span, shown)]
    n = sum(restore_furniture(library, document_id, span, means).n_passages for span in missing)
    return Restored(n, tuple(sorted(wanted)))


@contextmanager
def _writing(library: Path) -> Iterator[sqlite3.Connection]:
    """The library's database, for the one who writes it."""
    with (
        writer_lock(library, _LOCK_WAIT_S),
        translated_errors(library),
        closing(open_database(library)) as connection,
    ):
        yield connection


def _restore(  # noqa: PLR0917 - one place
    library: Path,
    connection: sqlite3.Connection,
    document_id: int,
    document: Document,
    blocks: Sequence[Block],
    span: Span | None,
    means: Means,
) -> Restored:
    kept = [one for one in furniture_kept(connection, document_id) if _touches(one.span, span)]
    known = {one.span for one in kept}
    new = [block for block in blocks if not _is_covered(block.span, known)]
    passages = _cut(connection, document_id, document, new, means)
    encoded = _encoded(document, passages, means)
    hidden = [one for one in kept if one.is_hidden]
    if not hidden and not encoded:
        return Restored(0, ())
    with derived.published(library, connection) as changed, transaction(connection):
        for passage in encoded:
            (i,) = writer.put_passages(connection, document_id, document, [passage])
            connection.execute("UPDATE passages SET by_hand = 1, line = 0 WHERE id = ?", (i,))
            changed.added.append(i)
        _set_hidden(connection, hidden, hidden=False)
        changed.added += [one.passage_id for one in hidden]
        if encoded:
            writer.note_rest(connection, document_id, document.text)
            examine(connection, document_id)
        advance_generation(connection)
    spans = {block.span for block in new} | {one.span for one in hidden}
    words = tuple(one.of(document.text) for one in sorted(spans))
    return Restored(len(encoded) + len(hidden), words)


def _document(connection: sqlite3.Connection, document_id: int) -> Document:
    row = connection.execute(
        "SELECT blocks, format, title FROM documents WHERE id = ?", (document_id,)
    ).fetchone()
    text = text_of(connection, document_id)
    if row is None or text is None:
        raise LibraryError("That document is no longer in the library; ask again.")
    blocks = msgspec.json.decode(row[0], type=tuple[Block, ...])
    return Document(text, Metadata(title=row[2]), blocks, row[1])


def _furniture(document: Document) -> Iterator[Block]:
    for block in document.blocks:
        if block.kind is BlockKind.FURNITURE and has_word(block.span.of(document.text)):
            yield block


def _touches(span: Span, wanted: Span | None) -> bool:
    if wanted is None:
        return True
    if wanted.start == wanted.end:
        return span.start <= wanted.start <= span.end
    return span.start < wanted.end and wanted.start < span.end


def _is_covered(span: Span, known: Iterable[Span]) -> bool:
    return any(span.holds(one) for one in known)


def _cut(
    connection: sqlite3.Connection,
    document_id: int,
    document: Document,
    blocks: Sequence[Block],
    means: Means,
) -> list[Passage]:
    """The blocks' passages; each is of the paragraph above it, as a reader would count."""
    as_text = tuple(replace(block, kind=BlockKind.PARAGRAPH, level=0) for block in blocks)
    found = cut_passages(replace(document, blocks=as_text), means.budget)
    return [
        replace(
            passage,
            kind=BlockKind.FURNITURE,
            paragraph=_paragraph_above(connection, document_id, passage.span.start),
        )
        for passage in found
    ]


def _paragraph_above(connection: sqlite3.Connection, document_id: int, start: int) -> int:
    row = connection.execute(
        "SELECT max(paragraph) FROM passages WHERE document_id = ? AND start < ?",
        (document_id, start),
    ).fetchone()
    return int(row[0] or 1)


def _encoded(
    document: Document, passages: Sequence[Passage], means: Means
) -> list[writer.EncodedPassage]:
    if not passages:
        return []
    texts = [
        PassageText(
            document.metadata.title,
            passage.span.of(document.text),
            tuple(sentence.shifted(-passage.span.start) for sentence in passage.sentences),
        )
        for passage in passages
    ]
    vectors = means.encoder.encode_passages(texts)
    return [
        writer.EncodedPassage(passage, len(means.analyzer.terms(text.text)), own)
        for passage, text, own in zip(passages, texts, vectors, strict=True)
    ]


def _set_hidden(
    connection: sqlite3.Connection, kept: Sequence[FurnitureKept], *, hidden: bool
) -> None:
    connection.executemany(
        "UPDATE passages SET hidden = ?, by_hand = 1 WHERE id = ?",
        [(int(hidden), one.passage_id) for one in kept],
    )
