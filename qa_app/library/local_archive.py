"""An archive in a library's folder: SQLite, tantivy and FAISS."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from qa_app.encoding.protocol import Vectors
from qa_app.errors import LibraryError
from qa_app.library import derived, writer
from qa_app.library.archive import Found, NewDocument
from qa_app.library.database import (
    advance_generation,
    open_database,
    transaction,
    translated_errors,
)
from qa_app.library.examining import examine
from qa_app.library.folder import FoundFile
from qa_app.library.library import Library
from qa_app.library.lock import writer_lock
from qa_app.library.stored import StoredPassage
from qa_app.model import Restriction
from qa_app.reading.registry import READING_VERSION

_LOCK_WAIT_S = 3.0
# Where there is no folder to follow, documents are of one that is never looked into.
_FOLDER = "/archive"


class LocalArchive:
    """See `Archive`. The library is to be there already."""

    def __init__(self, folder: Path) -> None:
        """Open the library at `folder`.

        Raises:
            LibraryError: it is missing, damaged, or of another schema version.
        """
        self._folder = folder
        self._library = Library(folder)

    def close(self) -> None:
        """Let go of the library."""
        self._library.close()

    @property
    def dim(self) -> int:
        """See `Archive.dim`."""
        return self._library.dim

    def count(self) -> int:
        """See `Archive.count`."""
        self._library.refresh()
        return self._library.averages.n_passages

    def add(self, documents: Sequence[NewDocument]) -> list[int]:
        """See `Archive.add`."""
        ids: list[int] = []
        with (
            writer_lock(self._folder, _LOCK_WAIT_S),
            translated_errors(self._folder),
            closing(open_database(self._folder)) as connection,
            derived.published(self._folder, connection, at_leisure=True) as changed,
            transaction(connection),
        ):
            folder = writer.ensure_folder(connection, _FOLDER)
            for new in documents:
                self._check(new)
                form = new.document.format
                identity = writer.Identity(new.content_hash, form, READING_VERSION)
                document_id = writer.find_document(connection, identity)
                if document_id is None:
                    document_id, own = writer.put_document(
                        connection, identity, new.document, self._kept(new)
                    )
                    changed.added += own
                file = FoundFile(new.path, form, len(new.document.text), 0)
                writer.link_file(
                    connection, folder, file, document_id, reason="", read_with=READING_VERSION
                )
                examine(connection, document_id)
                ids.append(document_id)
            advance_generation(connection)
        return ids

    def remove(self, document_ids: Sequence[int]) -> int:
        """See `Archive.remove`."""
        with (
            writer_lock(self._folder, _LOCK_WAIT_S),
            translated_errors(self._folder),
            closing(open_database(self._folder)) as connection,
            derived.published(self._folder, connection, at_leisure=True) as changed,
            transaction(connection),
        ):
            connection.executemany(
                "DELETE FROM files WHERE document_id = ?", [(i,) for i in document_ids]
            )
            changed.removed += writer.drop_orphans(connection)
            advance_generation(connection)
        return len(changed.removed)

    def by_keywords(
        self, asked: Sequence[Sequence[str]], k: int, only: Sequence[Restriction] = ()
    ) -> list[list[Found]]:
        """See `Archive.by_keywords`."""
        self._library.refresh()
        scope = self._library.scope_of(only)
        found = (self._library.keyword_candidates(terms, k, scope) for terms in asked)
        return [[Found(*hit) for hit in hits] for hits in found]

    def by_vectors(
        self, asked: Vectors, k: int, only: Sequence[Restriction] = ()
    ) -> list[list[Found]]:
        """See `Archive.by_vectors`."""
        self._library.refresh()
        scope = self._library.scope_of(only)
        found = (self._library.vector_candidates(vector, k, scope) for vector in asked)
        return [[Found(*hit) for hit in hits] for hits in found]

    def passages(self, ids: Sequence[int]) -> dict[int, StoredPassage]:
        """See `Archive.passages`."""
        return self._library.passages(ids)

    def _kept(self, new: NewDocument) -> list[writer.EncodedPassage]:
        terms = self._library.analyzer.terms
        text = new.document.text
        return [
            writer.EncodedPassage(one.passage, len(terms(one.passage.span.of(text))), one.vectors)
            for one in new.passages
        ]

    def _check(self, new: NewDocument) -> None:
        lengths = {len(one.vectors.passage) for one in new.passages}
        if lengths - {self.dim}:
            raise LibraryError(
                f"{new.path} has vectors of another length than the library at {self._folder}, "
                f"{self.dim}; encode it with the model of the library."
            )
