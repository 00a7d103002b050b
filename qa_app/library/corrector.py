"""Corrections applied to what a library says of its documents, wherever that is shown."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Lock

from msgspec.structs import replace

from qa_app.errors import LibraryError, NotebookError
from qa_app.library.copies import Copy
from qa_app.library.corrections import (
    Correction,
    Corrections,
    corrected,
    difference,
    read_corrections,
    uncorrected,
    write_correction,
)
from qa_app.library.library import Library
from qa_app.library.notebook_file import NOTEBOOK_NAMES, read_notebook, write_notebook
from qa_app.model import Answer, DocumentEntry, Hit, Metadata, Snippet, Source, SourceText

_Stamp = tuple[tuple[int, int, int] | None, ...]


class Corrector:
    """Knows the corrections of the libraries that are open; any thread may ask it.

    The catalogue, by which a question is narrowed to sources, authors and dates, keeps the
    documents' own words. A notebook in trouble leaves them too: it costs nobody an answer.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: dict[Path, tuple[_Stamp, Corrections]] = {}

    def answer(self, library: Library, answer: Answer) -> Answer:
        """An answer, with the corrected metadata of its hits."""
        return replace(
            answer,
            hits=self.hits(library, answer.hits),
            related=self.hits(library, answer.related),
        )

    def hits(self, library: Library, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """Hits, with the corrected metadata of their sources."""
        known = self._corrections(library.folder)
        if not known.kept:
            return hits
        sources = {source.document_id for hit in hits for source in (hit.source, *hit.also_in)}
        found = _found(library, known, sources)

        def of(source: Source) -> Source:
            correction = found.get(source.document_id)
            return replace(source, metadata=corrected(source.metadata, correction))

        return tuple(
            replace(hit, source=of(hit.source), also_in=tuple(map(of, hit.also_in))) for hit in hits
        )

    def source_text(self, library: Library, source: SourceText) -> SourceText:
        """A document, with its corrected metadata."""
        known = self._corrections(library.folder)
        correction = _found(library, known, [source.document_id]).get(source.document_id)
        return replace(source, metadata=corrected(source.metadata, correction))

    def entries(
        self, library: Library, entries: tuple[DocumentEntry, ...]
    ) -> tuple[DocumentEntry, ...]:
        """The library's files, with the corrected titles."""
        known = self._corrections(library.folder)
        titles = {
            copy.document_id: one.fields["title"]
            for copy, one in _applied(library, known)
            if "title" in one.fields
        }
        return tuple(replace(e, title=titles.get(e.document_id, e.title)) for e in entries)

    def snippets(self, library: Library, snippets: tuple[Snippet, ...]) -> tuple[Snippet, ...]:
        """Snippets, with the corrected metadata of their sources."""
        known = self._corrections(library.folder)
        return tuple(
            replace(one, metadata=corrected(one.metadata, _of_snippet(library, known, one)))
            for one in snippets
        )

    def as_kept(self, library: Library, snippets: Iterable[Snippet]) -> tuple[Snippet, ...]:
        """Snippets as `snippets` made them, with the documents' own words again."""
        known = self._corrections(library.folder)
        return tuple(_as_kept(library, known, one) for one in snippets)

    def known(self, library: Library, document_id: int) -> tuple[Metadata, Metadata]:
        """What is shown of a document, and what it says of itself.

        Raises:
            LibraryError: the library has it no more.
        """
        copy = _copy(library, document_id)
        known = self._corrections(library.folder)
        return corrected(copy.own, _of_copy(library, known, copy)), copy.own

    def correct(self, library: Library, document_id: int, wanted: Metadata | None) -> None:
        """Keep what a person says of a document; None gives it its own words back.

        Raises:
            LibraryError: the library has it no more.
            NotebookError: the notebook cannot be read or written.
        """
        copy = _copy(library, document_id)
        words = {} if wanted is None else difference(copy.own, wanted)
        with write_notebook(library.folder) as notebook:
            before = _of_copy(library, read_corrections(notebook), copy)
            write_correction(notebook, copy, words, before)
        self._forget(library.folder)

    def follow(self, library: Library) -> None:
        """Note where the corrected documents are now, so that each can be moved or changed again.

        It is for the end of an indexing run: a file that was moved is known by its content only
        until it is changed, and one that was changed by its path only until it is moved.
        """
        with suppress(NotebookError):
            moved = list(_moved(library, self._corrections(library.folder)))
            if moved:
                with write_notebook(library.folder) as notebook:
                    for copy, correction in moved:
                        write_correction(notebook, copy, correction.fields, correction)
                self._forget(library.folder)

    def _corrections(self, folder: Path) -> Corrections:
        stamp = _stamp(folder)
        with self._lock:
            known = self._known.get(folder)
        if known is None or known[0] != stamp:
            known = (stamp, _read(folder))
            with self._lock:
                self._known[folder] = known
        return known[1]

    def _forget(self, folder: Path) -> None:
        with self._lock:
            self._known.pop(folder, None)


def _read(folder: Path) -> Corrections:
    with suppress(NotebookError), read_notebook(folder) as notebook:
        if notebook is not None:
            return read_corrections(notebook)
    return Corrections()


def _stamp(folder: Path) -> _Stamp:
    """Differs where the notebook was written since."""
    return tuple(_file_stamp(folder / name) for name in NOTEBOOK_NAMES[:2])


def _file_stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino


def _found(
    library: Library, known: Corrections, document_ids: Collection[int]
) -> dict[int, Correction]:
    """The corrections of those documents that have one."""
    if not known.kept:
        return {}
    copies = library.copies(document_ids)
    found = {i: _of_copy(library, known, copy) for i, copy in copies.items()}
    return {i: one for i, one in found.items() if one is not None}


def _of_copy(library: Library, known: Corrections, copy: Copy) -> Correction | None:
    return known.of(copy.content_hash, copy.paths, lambda h: _is_there(library, h))


def _of_snippet(library: Library, known: Corrections, snippet: Snippet) -> Correction | None:
    return known.of(snippet.content_hash, (snippet.path,), lambda h: _is_there(library, h))


def _is_there(library: Library, content_hash: str) -> bool:
    return library.copy_of_content(content_hash) is not None


def _as_kept(library: Library, known: Corrections, snippet: Snippet) -> Snippet:
    correction = _of_snippet(library, known, snippet)
    if correction is None:
        return snippet
    copy = library.copy_of_content(snippet.content_hash) or library.copy_at(snippet.path)
    own = snippet.metadata if copy is None else copy.own
    return replace(snippet, metadata=uncorrected(snippet.metadata, own, correction))


def _moved(library: Library, known: Corrections) -> Iterable[tuple[Copy, Correction]]:
    """The documents whose correction is kept under a content or paths that are theirs no more."""
    kept_under: dict[str, set[str]] = {}
    for one in known.kept:
        kept_under.setdefault(one.content_hash, set()).add(one.path)
    for copy, one in _applied(library, known):
        if kept_under.get(copy.content_hash) != set(copy.paths):
            yield copy, one


def _applied(library: Library, known: Corrections) -> Iterable[tuple[Copy, Correction]]:
    """The documents that have a correction, and which."""
    for one in known.kept:
        copy = library.copy_of_content(one.content_hash) or library.copy_at(one.path)
        if copy is not None and _of_copy(library, known, copy) == one:
            yield copy, one


def _copy(library: Library, document_id: int) -> Copy:
    copy = library.copies([document_id]).get(document_id)
    if copy is None:
        raise LibraryError("That document is no longer in the library; ask again.")
    return copy
