"""A library open for reading: what answering asks of it."""

import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from qa_app.encoding.protocol import Vectors
from qa_app.errors import LibraryBusy, LibraryDamaged
from qa_app.language.speech.statement import Statement
from qa_app.library import attributions, copies, derived, file_list, names, snippets, store
from qa_app.library.analyzer import Analyzer
from qa_app.library.catalogue import Catalogue, Listed
from qa_app.library.copies import Copy
from qa_app.library.database import (
    DATABASE_NAME,
    check_encoder,
    commits_seen,
    how_to_mend,
    open_database,
    read_meta,
    translated_errors,
)
from qa_app.library.examining import are_all_examined
from qa_app.library.excluding import read_patterns
from qa_app.library.furniture_kept import blocks_as_shown
from qa_app.library.lock import writer_lock
from qa_app.library.names import Explained, Spelling
from qa_app.library.narrowing import narrowing_of, terms_of
from qa_app.library.passage_reader import PassageReader
from qa_app.library.scope import Scope
from qa_app.library.scope_finder import ScopeFinder
from qa_app.library.store import Averages, StoredPassage
from qa_app.model import (
    DocumentEntry,
    LibraryStatus,
    Restriction,
    Snippet,
    SourceText,
    Span,
    VectorStatus,
)

_POLL_S = 0.05


class Library:
    """What is in a library, for one thread.

    It follows what other threads and processes write: `refresh` before a question, and the
    question sees the newest state that is published.
    """

    def __init__(self, folder: Path) -> None:
        """Open the library at `folder`.

        Raises:
            LibraryError: it is missing, damaged, or of another schema version.
        """
        self.folder = folder
        self.analyzer = Analyzer()
        self._open()

    def _open(self) -> None:
        file = self._file_now()
        self._connection = open_database(self.folder)
        self._indexes: derived.DerivedIndexes | None = None
        # Which commits the last `refresh` saw, and what was read after which.
        self._commits = (0, 0)
        self._catalogue: tuple[derived.Stamp, tuple[int, int], Catalogue] | None = None
        self._examined: tuple[tuple[int, int], bool] | None = None
        self._n_unsearched: tuple[tuple[int, int], int] | None = None
        try:
            self._read_about()
        except BaseException:
            self.close()
            raise
        # What could not be opened is tried again.
        self._file = file

    def _read_about(self) -> None:
        with translated_errors(self.folder):
            meta = read_meta(self._connection)
            if not meta.keys() >= {"encoder", "dim", "library_id", "generation"}:
                raise LibraryDamaged(
                    f"The library at {self.folder} does not say what made it; "
                    f"{how_to_mend(self.folder)}"
                )
            self.encoder = meta["encoder"]
            self.dim = int(meta["dim"])
            self._library_id = meta["library_id"]
            self._averages = store.averages(self._connection)
            self._reader = PassageReader(self._connection, self.dim)

    def _file_now(self) -> tuple[int, int] | None:
        """The file that the database is now: a repair puts another in its place."""
        try:
            found = (self.folder / DATABASE_NAME).stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def refresh(self, wait_s: float = 5.0) -> None:
        """Take up what was published since the last time.

        Derived indexes that are missing, torn or stale are made again, unless someone is writing:
        they will. Where there are none at all yet, that is waited for, `wait_s` at most.

        Raises:
            LibraryBusy: the first indexing run has published nothing yet.
        """
        deadline = time.monotonic() + wait_s
        with translated_errors(self.folder):
            if self._file_now() != self._file:
                self.close()
                self._open()
            # Before anything is read: what is committed later shows as new the next time.
            self._commits = commits_seen(self._connection)
            self._reader.remember_as_of(self._commits)
            while not self._is_current():
                if self._catch_up() or self._indexes is not None:
                    break
                if time.monotonic() >= deadline:
                    raise LibraryBusy(
                        f"The library at {self.folder} is being made; ask again in a moment."
                    )
                time.sleep(_POLL_S)

    def _is_current(self) -> bool:
        """Take up what is published; whether that is the newest state."""
        stamp = derived.read_stamp(self.folder)
        is_new = self._indexes is None or stamp != self._indexes.stamp
        if is_new and stamp is not None and stamp.library_id == self._library_id:
            # Where a writer is just replacing them, the ones we have are still good.
            now = derived.open_derived(self.folder, self.dim, known=self._indexes)
            self._indexes = now or self._indexes
            self._averages = store.averages(self._connection)
        generation = int(read_meta(self._connection)["generation"])
        return self._indexes is not None and self._indexes.stamp.generation == generation

    def _catch_up(self) -> bool:
        """Make the derived indexes anew, if nobody is writing and they still do not fit."""
        try:
            with writer_lock(self.folder):
                if not self._is_current():
                    self._rebuild()
        except LibraryBusy:
            self._indexes = self._indexes or derived.open_derived(
                self.folder, self.dim, being_written=True
            )
            return False
        return True

    def _rebuild(self) -> None:
        try:
            self._indexes = derived.rebuild(
                self.folder, self._connection, library_id=self._library_id, dim=self.dim
            )
        except OSError:
            # On a full disk what we have is better than nothing.
            if self._indexes is None:
                raise
        self._averages = store.averages(self._connection)

    @property
    def averages(self) -> Averages:
        """Lengths over the whole library, as of the last `refresh`."""
        return self._averages

    def keyword_candidates(
        self, terms: Sequence[str], k: int, scope: Scope | None = None
    ) -> list[tuple[int, float]]:
        """See `KeywordIndex.search`."""
        return self._published().keywords.search(terms, k, scope)

    def completions(self, prefix: str, k: int) -> list[str]:
        """See `KeywordIndex.completions`."""
        return self._published().keywords.completions(prefix, k)

    def vector_candidates(
        self, vector: Vectors, k: int, scope: Scope | None = None
    ) -> list[tuple[int, float]]:
        """See `VectorIndex.search`."""
        return self._published().vectors.search(vector, k, scope)

    def scope_of(self, restrictions: Iterable[Restriction]) -> Scope | None:
        """The passages that meet the restrictions (see `ScopeFinder`); None where all may."""
        published = self._published()
        finder = ScopeFinder(
            self.catalogue,
            published.keywords,
            self.analyzer,
            read_texts=lambda ids: store.texts(self._connection, ids),
            find_like=lambda words: store.ids_like(self._connection, words),
        )
        with translated_errors(self.folder):
            return finder.find(narrowing_of(restrictions))

    @property
    def catalogue(self) -> Catalogue:
        """What the documents say of themselves, as of the last `refresh`."""
        stamp = self._published().stamp
        # A file that is moved or forgotten leaves the passages, and so the stamp, as they were.
        if self._catalogue is None or self._catalogue[:2] != (stamp, self._commits):
            with translated_errors(self.folder):
                paths = store.document_paths(self._connection)
                documents = [
                    Listed(i, about, tuple(paths.get(i, ())))
                    for i, about in store.documents(self._connection)
                ]
            self._catalogue = (
                stamp,
                self._commits,
                Catalogue(documents, lambda: store.passages_by_document(self._connection)),
            )
        return self._catalogue[2]

    @property
    def is_examined(self) -> bool:
        """Whether the statements of all documents are known, as of the last `refresh`.

        Of a library that an earlier program made they are not, until it is brought up to date.
        """
        if self._examined is None or self._examined[0] != self._commits:
            with translated_errors(self.folder):
                self._examined = (self._commits, are_all_examined(self._connection))
        return self._examined[1]

    @property
    def n_unsearched(self) -> int:
        """See `file_list.n_unsearched`, as of the last `refresh`."""
        if self._n_unsearched is None or self._n_unsearched[0] != self._commits:
            with translated_errors(self.folder):
                counted = file_list.n_unsearched(self._connection)
            self._n_unsearched = (self._commits, counted)
        return self._n_unsearched[1]

    def document_frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        """See `KeywordIndex.document_frequencies`."""
        return self._published().keywords.document_frequencies(terms)

    def passages(self, ids: Sequence[int]) -> dict[int, StoredPassage]:
        """See `PassageReader.passages`."""
        with translated_errors(self.folder):
            return self._reader.passages(ids)

    def paragraphs(self, ids: Sequence[int]) -> list[tuple[StoredPassage, ...]]:
        """See `PassageReader.paragraphs`."""
        with translated_errors(self.folder):
            return self._reader.paragraphs(ids)

    def statements(self, ids: Sequence[int]) -> dict[int, tuple[Statement, ...]]:
        """See `attributions.statements_by_passage`."""
        with translated_errors(self.folder):
            return attributions.statements_by_passage(self._connection, ids)

    def passages_with_statements(self, words: Collection[str], k: int) -> list[int]:
        """See `attributions.passages_by_speaker`."""
        with translated_errors(self.folder):
            return attributions.passages_by_speaker(self._connection, words, k)

    def source_text(self, document_id: int) -> SourceText | None:
        """A whole document; None where the library has it no more."""
        with translated_errors(self.folder):
            found = store.source_text(self._connection, document_id)
            if found is None:
                return None
            blocks = blocks_as_shown(self._connection, document_id, found.blocks)
            return replace(found, blocks=blocks)

    def entries(self) -> tuple[DocumentEntry, ...]:
        """See `file_list.entries`."""
        with translated_errors(self.folder):
            return file_list.entries(self._connection)

    def make_snippet(self, document_id: int, span: Span, question: str, kept_at: str) -> Snippet:
        """See `snippets.make_snippet`."""
        with translated_errors(self.folder):
            return snippets.make_snippet(self._connection, document_id, span, question, kept_at)

    def look_up(self, kept: Iterable[Snippet]) -> tuple[Snippet, ...]:
        """See `snippets.look_up`."""
        with translated_errors(self.folder):
            return snippets.look_up(self._connection, kept)

    def copies(self, document_ids: Collection[int]) -> dict[int, Copy]:
        """See `copies.copies_by_id`."""
        with translated_errors(self.folder):
            return copies.copies_by_id(self._connection, document_ids)

    def copy_of_content(self, content_hash: str) -> Copy | None:
        """See `copies.copy_of_content`."""
        with translated_errors(self.folder):
            return copies.copy_of_content(self._connection, content_hash)

    def copy_at(self, path: str) -> Copy | None:
        """See `copies.copy_at`."""
        with translated_errors(self.folder):
            return copies.copy_at(self._connection, path)

    def check_encoder(self, named: str) -> None:
        """Raise LibraryMismatch where the library's vectors are not the named encoder's."""
        check_encoder(self.folder, self.encoder, named)

    def holds_word(self, word: str) -> bool:
        """See `store.holds_word`."""
        terms = terms_of(word, self.analyzer)
        # The keyword index knows every term of what is searched.
        in_passages = not terms or all(self.document_frequencies(terms).values())
        with translated_errors(self.folder):
            return store.holds_word(self._connection, word, in_passages=in_passages)

    def spellings(self, keys: Collection[str]) -> dict[str, list[Spelling]]:
        """See `names.spellings`."""
        with translated_errors(self.folder):
            return names.spellings(self._connection, keys)

    def explained(self, shorts: Collection[str], longs: Collection[str]) -> list[Explained]:
        """See `names.explained`."""
        with translated_errors(self.folder):
            return names.explained(self._connection, shorts, longs)

    def meta(self) -> dict[str, str]:
        """See `read_meta`."""
        with translated_errors(self.folder):
            return read_meta(self._connection)

    def passage_ids(self) -> list[int]:
        """The id of every passage, ascending."""
        with translated_errors(self.folder):
            return store.passage_ids(self._connection)

    def folders(self) -> tuple[str, ...]:
        """The folders of the library, in the order they were added."""
        with translated_errors(self.folder):
            return store.folders(self._connection)

    def status(self) -> LibraryStatus:
        """What the library holds."""
        with translated_errors(self.folder):
            meta = read_meta(self._connection)
            n_documents, n_passages, n_sentences = store.counts(self._connection)
            return LibraryStatus(
                library=str(self.folder),
                folders=store.folders(self._connection),
                n_documents=n_documents,
                n_passages=n_passages,
                n_sentences=n_sentences,
                encoder=self.encoder,
                dim=self.dim,
                schema_version=int(meta["schema_version"]),
                generation=int(meta["generation"]),
                size_bytes=store.size_on_disk(self.folder),
                problems=store.problems(self._connection),
                excluded=read_patterns(self._connection),
                vectors=self._vector_status(),
            )

    def _vector_status(self) -> VectorStatus | None:
        stamp = derived.read_stamp(self.folder)
        if stamp is None or stamp.library_id != self._library_id:
            return None
        about = stamp.about
        return VectorStatus(
            about.kind, about.n_lists, about.n_probed, about.recall, stamp.n_recent, stamp.n_gone
        )

    def _published(self) -> derived.DerivedIndexes:
        if self._indexes is None:
            self.refresh()
        if self._indexes is None:
            raise LibraryBusy(f"The library at {self.folder} is not ready yet; try again.")
        return self._indexes
