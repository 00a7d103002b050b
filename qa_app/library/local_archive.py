"""An archive in a library's folder: SQLite, tantivy and FAISS."""

from collections.abc import Sequence
from contextlib import closing

from qa_app.errors import LibraryError
from qa_app.library import derived, writer
from qa_app.library.archive import NewDocument
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
from qa_app.reading.registry import READING_VERSION

_LOCK_WAIT_S = 3.0
# Where there is no folder to follow, documents are of one that is never looked into.
_FOLDER = "/archive"


class LocalArchive(Library):
    """See `Archive`. The library is to be there already."""

    def add(self, documents: Sequence[NewDocument]) -> list[int]:
        """See `Archive.add`."""
        ids: list[int] = []
        with (
            writer_lock(self.folder, _LOCK_WAIT_S),
            translated_errors(self.folder),
            closing(open_database(self.folder)) as connection,
            derived.published(self.folder, connection, at_leisure=True) as changed,
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
        self.refresh()
        return ids

    def remove(self, document_ids: Sequence[int]) -> int:
        """See `Archive.remove`."""
        with (
            writer_lock(self.folder, _LOCK_WAIT_S),
            translated_errors(self.folder),
            closing(open_database(self.folder)) as connection,
            derived.published(self.folder, connection, at_leisure=True) as changed,
            transaction(connection),
        ):
            connection.executemany(
                "DELETE FROM files WHERE document_id = ?", [(i,) for i in document_ids]
            )
            changed.removed += writer.drop_orphans(connection)
            advance_generation(connection)
        self.refresh()
        return len(changed.removed)

    def _kept(self, new: NewDocument) -> list[writer.EncodedPassage]:
        terms = self.analyzer.terms
        text = new.document.text
        return [
            writer.EncodedPassage(one.passage, len(terms(one.passage.span.of(text))), one.vectors)
            for one in new.passages
        ]

    def _check(self, new: NewDocument) -> None:
        lengths = {len(one.vectors.passage) for one in new.passages}
        if lengths - {self.dim}:
            raise LibraryError(
                f"{new.path} has vectors of another length than the library at {self.folder}, "
                f"{self.dim}; encode it with the model of the library."
            )
