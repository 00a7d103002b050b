"""The keyword index: tantivy over passages. Derived from the database, never the truth."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy

from qa_app.library.analyzer import ANALYZER_NAME, text_analyzer

_WRITER_BYTES = 32_000_000
# How much a term in title or headings counts beside one in the text.
_HEADING_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class KeywordEntry:
    """What the keyword index holds of a passage."""

    passage_id: int
    text: str
    heading: str


class KeywordIndex:
    """Passages by the terms they hold. Read by one thread; written under the library's lock."""

    def __init__(self, index: tantivy.Index) -> None:
        index.register_tokenizer(ANALYZER_NAME, text_analyzer())
        self._index = index
        self._schema = index.schema
        self._searcher = index.searcher()

    @classmethod
    def open(cls, folder: Path) -> "KeywordIndex":
        """The index at `folder`.

        Raises:
            ValueError: there is none, or it cannot be read.
        """
        try:
            return cls(tantivy.Index.open(str(folder)))
        except Exception as error:  # the binding raises many kinds
            raise ValueError(f"{folder}: {error}") from error

    @classmethod
    def create(cls, folder: Path) -> "KeywordIndex":
        """An empty index at `folder`, in place of whatever was there."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return cls(tantivy.Index(_schema(), path=str(folder)))

    def write(self, added: Iterable[KeywordEntry], removed: Iterable[int]) -> None:
        """Add and remove passages in one commit."""
        writer = self._index.writer(heap_size=_WRITER_BYTES, num_threads=1)
        for passage_id in removed:
            writer.delete_documents_by_term("id", passage_id)
        for entry in added:
            document = tantivy.Document()
            document.add_unsigned("id", entry.passage_id)
            document.add_text("text", entry.text)
            document.add_text("heading", entry.heading)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, terms: Sequence[str], k: int) -> list[tuple[int, float]]:
        """The `k` best passages by BM25 over any of the analysed terms: (passage id, `bm25`)."""
        parts = [self._term(term) for term in terms]
        if not parts:
            return []
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])
        found = self._searcher.search(query, limit=k, count=False).hits
        addresses = [address for _, address in found]
        ids = self._searcher.fast_field_values("id", addresses)
        return [(int(i or 0), float(score or 0)) for i, (score, _) in zip(ids, found, strict=True)]

    def completions(self, prefix: str, k: int) -> list[str]:
        """The `k` most frequent terms that begin with `prefix` (lower-cased, not stemmed)."""
        found = self._searcher.terms_with_prefix("text", prefix, limit=k * 10)
        return [term for term, _ in sorted(found, key=lambda pair: -pair[1])[:k]]

    def document_frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many passages' texts each analysed term occurs."""
        return {term: self._searcher.doc_freq("text", term) for term in terms}

    def _term(self, term: str) -> tantivy.Query:
        text = tantivy.Query.term_query(self._schema, "text", term, index_option="freq")
        heading = tantivy.Query.term_query(self._schema, "heading", term, index_option="freq")
        # The better of the two: a title repeated in its text should not count twice.
        return tantivy.Query.disjunction_max_query(
            [text, tantivy.Query.boost_query(heading, _HEADING_WEIGHT)]
        )


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    for name in ("text", "heading"):
        builder.add_text_field(name, tokenizer_name=ANALYZER_NAME, index_option="freq")
    return builder.build()
