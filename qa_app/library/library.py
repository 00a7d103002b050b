"""A library open for reading: what answering asks of it."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from qa_app.encoding.protocol import Vectors
from qa_app.language.speech.statement import Statement
from qa_app.library import attributions, copies, derived, file_list, names, snippets, store
from qa_app.library.analyzer import Analyzer
from qa_app.library.catalogue import Catalogue, Listed
from qa_app.library.copies import Copy
from qa_app.library.database import (
    check_encoder,
    read_meta,
    translated_errors,
)
from qa_app.library.examining import are_all_examined
from qa_app.library.excluding import read_patterns
from qa_app.library.following import Following
from qa_app.library.furniture_kept import blocks_as_shown
from qa_app.library.narrowing import narrowing_of, terms_of
from qa_app.library.scope import Scope
from qa_app.library.scope_finder import ScopeFinder
from qa_app.library.stored import Explained, Spelling, StoredPassage
from qa_app.model import (
    DocumentEntry,
    LibraryStatus,
    Restriction,
    Snippet,
    SourceText,
    Span,
    VectorStatus,
)

# What `meta` calls it.
BACKGROUND = "background"


class Library(Following):
    """What is in a library, for one thread; see `Corpus`."""

    def __init__(self, folder: Path) -> None:
        """Open the library at `folder`.

        Raises:
            LibraryError: it is missing, damaged, or of another schema version.
        """
        self.analyzer = Analyzer()
        super().__init__(folder)

    def _open(self) -> None:
        # What was read, and after which commits.
        self._catalogue: tuple[derived.Stamp, tuple[int, int], Catalogue] | None = None
        self._examined: tuple[tuple[int, int], bool] | None = None
        self._n_unsearched: tuple[tuple[int, int], int] | None = None
        self._scope: tuple[Catalogue, tuple[Restriction, ...], Scope | None] | None = None
        super()._open()

    @property
    def n_documents(self) -> int:
        """How many documents there are."""
        with translated_errors(self.folder):
            return store.counts(self._connection)[0]

    def count(self, only: Sequence[Restriction] = ()) -> int:
        """See `Passages.count`."""
        scope = self.scope_of(only)
        return self.averages.n_passages if scope is None else len(scope)

    def by_keywords(
        self, asked: Sequence[Sequence[str]], k: int, only: Sequence[Restriction] = ()
    ) -> list[dict[int, float]]:
        """See `KeywordIndex.search`."""
        keywords, scope = self._published().keywords, self.scope_of(only)
        return [dict(keywords.search(terms, k, scope)) for terms in asked]

    def completions(self, prefix: str, k: int) -> list[str]:
        """See `KeywordIndex.completions`."""
        return self._published().keywords.completions(prefix, k)

    def by_vectors(
        self, asked: Vectors, k: int, only: Sequence[Restriction] = ()
    ) -> list[dict[int, float]]:
        """See `VectorIndex.search`."""
        vectors, scope = self._published().vectors, self.scope_of(only)
        return [dict(vectors.search(vector, k, scope)) for vector in asked]

    def newest(self, k: int, only: Sequence[Restriction]) -> list[int]:
        """See `Catalogue.newest_first`."""
        scope = self.scope_of(only)
        ids = self.catalogue.passage_ids if scope is None else scope.ids
        return self.catalogue.newest_first(ids)[:k]

    def scope_of(self, restrictions: Sequence[Restriction]) -> Scope | None:
        """The passages that meet the restrictions (see `ScopeFinder`); None where all may.

        Those of the last time are remembered: all that is asked for a question has the same.
        """
        if not restrictions:
            return None
        asked, catalogue = tuple(restrictions), self.catalogue
        if self._scope is None or self._scope[:2] != (catalogue, asked):
            self._scope = (catalogue, asked, self._found_scope(asked))
        return self._scope[2]

    def _found_scope(self, restrictions: Sequence[Restriction]) -> Scope | None:
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

    def by_speaker(
        self, words: Collection[str], k: int, only: Sequence[Restriction] = ()
    ) -> list[int]:
        """See `attributions.passages_by_speaker`; of those, the ones that meet restrictions."""
        with translated_errors(self.folder):
            found = attributions.passages_by_speaker(self._connection, words, k)
        scope = self.scope_of(only)
        return found if scope is None else scope.inside(found)

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

    def holding(self, words: Sequence[str]) -> set[str]:
        """Those of words that any document holds; see `HeldWords.holds`."""
        return {word for word in words if self._holds(word)}

    def _holds(self, word: str) -> bool:
        terms = terms_of(word, self.analyzer)
        # The keyword index knows every term of what is searched.
        in_passages = not terms or all(self.document_frequencies(terms).values())
        with translated_errors(self.folder):
            return self._words.holds(word, in_passages=in_passages)

    def spellings(self, keys: Collection[str]) -> dict[str, list[Spelling]]:
        """See `names.spellings`."""
        with translated_errors(self.folder):
            return names.spellings(self._connection, keys)

    def explained(self, shorts: Collection[str], longs: Collection[str]) -> list[Explained]:
        """See `names.explained`."""
        with translated_errors(self.folder):
            return names.explained(self._connection, shorts, longs)

    @property
    def background(self) -> float | None:
        """What `calibration.keep_background` kept: a logit; None where nothing was."""
        value = self.meta().get(BACKGROUND)
        return None if value is None else float(value)

    def meta(self) -> dict[str, str]:
        """See `read_meta`."""
        with translated_errors(self.folder):
            return read_meta(self._connection)

    def ids_at(self, places: Sequence[int]) -> list[int]:
        """See `Passages.ids_at`."""
        ids = self.passage_ids()
        return [ids[place] for place in places]

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
