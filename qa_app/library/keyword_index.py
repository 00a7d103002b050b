"""The keyword index: tantivy over passages. Derived from the database, never the truth."""

import contextlib
import json
import math
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import tantivy
from msgspec import Struct

from qa_app.library.analyzer import ANALYZER_NAME, SpacedTerms, spaced_analyzer
from qa_app.library.archive import HEADING_WEIGHT
from qa_app.library.durable import digest_of
from qa_app.library.scope import Ids, Scope

# Names the files that belong to the index; it alone is written again.
_LIST_NAME = "meta.json"
_WRITER_BYTES = 32_000_000
# Of a scope with a larger share of all passages, enough are among the best of all.
_LEAST_SHARE = 0.02
_SPARE = (2, 16)


class KeywordEntry(Struct, frozen=True):
    """What the keyword index holds of a passage."""

    passage_id: int
    text: str
    heading: str


class KeywordIndex:
    """Passages by the terms they hold. Read by one thread; written under the library's lock."""

    def __init__(self, index: tantivy.Index) -> None:
        index.register_tokenizer(ANALYZER_NAME, spaced_analyzer())
        self._index = index
        self._schema = index.schema
        self._searcher = index.searcher()
        # Until it is known how many there are, any term may be one that only they held.
        self._most_removed: float = math.inf

    @classmethod
    def open(cls, folder: Path) -> "KeywordIndex":
        """The index at `folder`.

        Raises:
            ValueError: there is none, or it cannot be read.
        """
        try:
            opened = cls(tantivy.Index.open(str(folder)))
            # Some files are first read when a field is.
            opened.document_frequencies([""])
            opened._most_removed = _n_removed(folder)
        except Exception as error:  # the binding raises many kinds
            raise ValueError(f"{folder}: {error}") from error
        return opened

    @staticmethod
    def digests(folder: Path, known: Mapping[str, str] | None = None) -> dict[str, str]:
        """The SHA-256 of each file of the index at `folder`.

        `known` has those of files that are never written again, to be taken as they are.

        Raises:
            OSError: one cannot be read.
        """
        known = known or {}
        files = (path for path in folder.iterdir() if not path.name.startswith("."))
        return {
            path.name: known[path.name]
            if path.name in known and path.name != _LIST_NAME
            else digest_of(path)
            for path in files
        }

    @staticmethod
    def is_whole(folder: Path, digests: Mapping[str, str]) -> bool:
        """Whether the index at `folder` is, file for file, the one that had these digests.

        Raises:
            OSError: a file is missing or cannot be read.
        """
        return _LIST_NAME in digests and all(
            digest_of(folder / name) == digest for name, digest in digests.items()
        )

    @property
    def ids(self) -> Ids:
        """The passages it holds, in ascending order."""
        n = max(self._searcher.num_docs, 1)
        found = self._searcher.search(tantivy.Query.all_query(), limit=n, count=False).hits
        ids = self._searcher.fast_field_values("id", [address for _, address in found])
        return np.sort(np.array([int(i or 0) for i in ids], dtype=np.int64))

    @classmethod
    def create(cls, folder: Path) -> "KeywordIndex":
        """An empty index at `folder`, in place of whatever was there.

        Raises:
            OSError: the folder cannot be written.
        """
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        with _disk_errors():
            return cls(tantivy.Index(_schema(), path=str(folder)))

    def write(self, added: Iterable[KeywordEntry], removed: Iterable[int]) -> None:
        """Add and remove passages in one commit.

        Raises:
            OSError: the folder cannot be written.
        """
        with _disk_errors():
            writer = self._index.writer(heap_size=_WRITER_BYTES, num_threads=1)
        # By query: by term, the binding deletes nothing where the field holds numbers.
        gone = tantivy.Query.term_set_query(self._schema, "id", list(removed))
        writer.delete_documents_by_query(gone)
        terms = SpacedTerms()
        for entry in added:
            document = tantivy.Document()
            document.add_unsigned("id", entry.passage_id)
            document.add_text("text", terms.of(entry.text))
            document.add_text("heading", terms.of(entry.heading))
            with _disk_errors():
                writer.add_document(document)
        with _disk_errors():
            writer.commit()
            writer.wait_merging_threads()
            self._index.reload()
        self._searcher = self._index.searcher()
        self._most_removed = math.inf

    def search(
        self, terms: Sequence[str], k: int, scope: Scope | None = None
    ) -> list[tuple[int, float]]:
        """The `k` best passages by BM25 over any of the analysed terms: (passage id, `bm25`).

        Those of `scope`, where there is one.
        """
        parts = [self._term(term) for term in terms]
        if not parts or (scope is not None and not len(scope)):
            return []
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])
        return self._best(query, k) if scope is None else self._best_within(query, k, scope)

    def holding(self, groups: Iterable[Sequence[str]], k: int | None = None) -> Ids:
        """The passages whose text holds every analysed term of one of the groups, in order of id.

        The best `k` of them by keywords, where that is given.
        """
        every = [self._every(group) for group in groups]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in every])
        found = self._best(query, k or max(self._searcher.num_docs, 1)) if every else []
        return np.unique(np.fromiter((i for i, _ in found), dtype=np.int64, count=len(found)))

    def _best(self, query: tantivy.Query, k: int) -> list[tuple[int, float]]:
        found = self._searcher.search(query, limit=k, count=False).hits
        addresses = [address for _, address in found]
        ids = self._searcher.fast_field_values("id", addresses)
        return [(int(i or 0), float(score or 0)) for i, (score, _) in zip(ids, found, strict=True)]

    def _best_within(self, query: tantivy.Query, k: int, scope: Scope) -> list[tuple[int, float]]:
        # A list of many ids takes the index longer than some hits too many take us.
        share = len(scope) / max(self._searcher.num_docs, 1)
        for spare in _SPARE if share > _LEAST_SHARE else ():
            many = int(spare * k / share)
            found = self._best(query, many)
            within = scope.within(found)
            if len(within) >= k or len(found) < many:
                return within[:k]
        ids = tantivy.Query.term_set_query(self._schema, "id", scope.ids.tolist())
        unscored = tantivy.Query.const_score_query(ids, 0.0)
        both = [(tantivy.Occur.Must, query), (tantivy.Occur.Must, unscored)]
        return self._best(tantivy.Query.boolean_query(both), k)

    def _every(self, terms: Sequence[str]) -> tantivy.Query:
        return tantivy.Query.boolean_query(
            [
                (
                    tantivy.Occur.Must,
                    tantivy.Query.term_query(self._schema, "text", term, index_option="freq"),
                )
                for term in terms
            ]
        )

    def completions(self, prefix: str, k: int) -> list[str]:
        """The `k` most frequent terms that begin with `prefix` (lower-cased, not stemmed)."""
        found = self._searcher.terms_with_prefix("text", prefix, limit=k * 10)
        held = (term for term, _ in found if self._is_held("text", term))
        return list(islice(held, k))

    def document_frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many passages' texts each analysed term occurs, or else in their headings.

        Passages removed of late may still count, but never for a term that only they held.
        """
        return {
            term: self._frequency("text", term) or self._frequency("heading", term)
            for term in terms
        }

    def _frequency(self, field: str, term: str) -> int:
        n = self._searcher.doc_freq(field, term)
        return n if n > self._most_removed or (n and self._is_held(field, term)) else 0

    def _is_held(self, field: str, term: str) -> bool:
        query = tantivy.Query.term_query(self._schema, field, term, index_option="freq")
        return bool(self._searcher.search(query, limit=1, count=False).hits)

    def _term(self, term: str) -> tantivy.Query:
        text = tantivy.Query.term_query(self._schema, "text", term, index_option="freq")
        heading = tantivy.Query.term_query(self._schema, "heading", term, index_option="freq")
        # The better of the two: a title repeated in its text should not count twice.
        return tantivy.Query.disjunction_max_query(
            [text, tantivy.Query.boost_query(heading, HEADING_WEIGHT)]
        )


def _n_removed(folder: Path) -> float:
    """How many passages are removed and yet in the files of an index, as far as its list tells."""
    listed = json.loads((folder / _LIST_NAME).read_bytes())
    try:
        removed = [segment["deletes"] for segment in listed["segments"]]
        return float(sum(one["num_deleted_docs"] for one in removed if one))
    except (KeyError, TypeError):
        return math.inf


@contextlib.contextmanager
def _disk_errors() -> Iterator[None]:
    try:
        yield
    except ValueError as error:  # what the binding makes of every failure
        raise OSError(str(error)) from error


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    for name in ("text", "heading"):
        builder.add_text_field(name, tokenizer_name=ANALYZER_NAME, index_option="freq")
    return builder.build()
