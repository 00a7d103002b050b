"""What the documents of a library say of themselves: where they come from and when."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from qa_app.language.dates import Days, days_of
from qa_app.library.analyzer import Analyzer
from qa_app.library.scope import Ids, RecentIds
from qa_app.library.source_names import (
    author_keys,
    authors_in,
    begins_of,
    host_of,
    name_key,
    place_keys,
    source_keys,
)
from qa_app.library.stored import Named
from qa_app.model import Metadata

_N_RECENT = 8
_SUFFIX = re.compile(r"\.\w{1,8}$")


class Listed(Struct, frozen=True):
    """A document in the catalogue."""

    id: int
    metadata: Metadata
    paths: tuple[str, ...]


class Catalogue:
    """The documents of one state of a library, and which passages are whose. For one thread.

    Each of its parts is made when it is first needed. `recent` are passages found in that state.
    """

    def __init__(
        self,
        documents: Sequence[Listed],
        read_passages: Callable[[], Sequence[tuple[int, int]] | Ids],
    ) -> None:
        """Make it of documents.

        Args:
            documents: each once.
            read_passages: gives (document id, passage id) of every passage; called when they are
                first needed, at most once.
        """
        self._documents = tuple(documents)
        self._read_passages = read_passages
        self._named: dict[str, list[Named]] | None = None
        self.recent = RecentIds(_N_RECENT)

    @property
    def passage_ids(self) -> Ids:
        """Every passage, in ascending order."""
        return self._passages[1]

    @cached_property
    def dates(self) -> Mapping[int, str]:
        """The date of each document, as `Metadata.date` has it."""
        return {listed.id: listed.metadata.date for listed in self._documents}

    @cached_property
    def days(self) -> tuple[Days, ...]:
        """The days that documents are dated, each once, in order."""
        found = (days_of(date) for date in sorted(set(self.dates.values())))
        return tuple(days for days in found if days is not None)

    @cached_property
    def publishers(self) -> tuple[str, ...]:
        """The publishers' names, or hosts where there is no name; the most frequent first."""
        counts = Counter(
            listed.metadata.publisher or host_of(listed.metadata.address)
            for listed in self._documents
        )
        return tuple(name for name, _ in counts.most_common() if name)

    @cached_property
    def sources(self) -> Mapping[str, frozenset[int]]:
        """Which documents each key of a publisher or host stands for (see `source_names`)."""
        return _gathered((listed.id, source_keys(listed.metadata)) for listed in self._documents)

    @cached_property
    def source_begins(self) -> frozenset[str]:
        """What the keys of `sources` begin with (see `begins_of`)."""
        return begins_of(self.sources)

    @cached_property
    def places(self) -> Mapping[str, frozenset[int]]:
        """Which documents each key of a title, a file or a folder stands for."""
        return _gathered(
            (listed.id, place_keys(listed.metadata, listed.paths)) for listed in self._documents
        )

    @cached_property
    def authors(self) -> Mapping[str, frozenset[int]]:
        """Which documents each key of an author stands for (see `source_names`)."""
        return _gathered((d.id, author_keys(d.metadata.author)) for d in self._documents)

    @cached_property
    def author_names(self) -> tuple[str, ...]:
        """The authors' names, the most frequent first."""
        counts = Counter(name for d in self._documents for name in authors_in(d.metadata.author))
        return tuple(name for name, _ in counts.most_common())

    @cached_property
    def names(self) -> tuple[tuple[str, int], ...]:
        """(title or file name, document id) of every document."""
        return tuple(_names(self._documents))

    @cached_property
    def publishers_by_documents(self) -> Mapping[frozenset[int], str]:
        """The most frequent spelling of each publisher, by the documents it stands for."""
        return {self.documents_from(name): name for name in reversed(self.publishers)}

    def names_from(self, key: str) -> set[str]:
        """The titles and file names whose keys begin with `key`."""
        at = bisect_left(self._names_by_key, (key, ""))
        begun = takewhile(lambda found: found[0].startswith(key), self._names_by_key[at:])
        return {name for _, name in begun}

    def named_with(self, terms: Collection[str], analyzer: Analyzer) -> list[Named]:
        """The titles and file names that hold every one of the terms, which are not none."""
        if self._named is None:
            self._named = _by_term(self.names, analyzer)
        fewest = min((self._named.get(term, []) for term in terms), key=len)
        return [named for named in fewest if named.terms.issuperset(terms)]

    def documents_from(self, source: str) -> frozenset[int]:
        """The documents of a source, as `is_from` has it."""
        key = name_key(source)
        return self.sources.get(key, frozenset()) | self.places.get(key, frozenset())

    def documents_by(self, author: str) -> frozenset[int]:
        """The documents of an author, as `is_by` has it."""
        return self.authors.get(name_key(author), frozenset())

    def documents_dated(self, days: Days, *, or_undated: bool = False) -> list[int]:
        """The documents whose date may lie in `days`."""
        ids, first, last = self._dated
        is_dated = first != ""
        meets = is_dated & (first <= days.last) & (last >= days.first)
        found: list[int] = ids[meets | ~is_dated if or_undated else meets].tolist()
        return found

    def passages_of(self, documents: Collection[int]) -> Ids:
        """The passages of documents, in ascending order."""
        owners, ids = self._passages
        wanted = np.fromiter(documents, dtype=np.int64, count=len(documents))
        return ids[np.isin(owners, wanted)]

    def newest_first(self, ids: Ids) -> list[int]:
        """Passages by turns: the first of each document, the newest before others; the second."""
        owners = self._passages[0][np.searchsorted(self._passages[1], ids)]
        dates = self.dates
        newest = sorted(set(owners.tolist()), key=lambda d: (dates[d], -d), reverse=True)
        place = {document: n for n, document in enumerate(newest)}
        turn: Counter[int] = Counter()
        turns: list[tuple[int, int, int]] = []
        for i, owner in zip(ids.tolist(), owners.tolist(), strict=True):
            turns.append((turn[owner], place[owner], i))
            turn[owner] += 1
        return [i for _, _, i in sorted(turns)]

    @cached_property
    def _names_by_key(self) -> list[tuple[str, str]]:
        return sorted((name_key(name), name) for name, _ in self.names)

    @cached_property
    def _dated(self) -> tuple[Ids, NDArray[np.str_], NDArray[np.str_]]:
        """The documents with their first and last days; both are empty where there is no date."""
        days = [days_of(date) or Days("", "") for date in self.dates.values()]
        first = np.array([own.first for own in days], dtype="U10")
        last = np.array([own.last for own in days], dtype="U10")
        return np.array(list(self.dates), dtype=np.int64), first, last

    @cached_property
    def _passages(self) -> tuple[Ids, Ids]:
        """The documents of the passages, and the passages."""
        pairs = np.array(self._read_passages(), dtype=np.int64).reshape(-1, 2)
        pairs = pairs[np.argsort(pairs[:, 1])]
        return pairs[:, 0].copy(), pairs[:, 1].copy()


def _gathered(found: Iterable[tuple[int, Iterable[str]]]) -> dict[str, frozenset[int]]:
    documents: dict[str, set[int]] = {}
    for i, keys in found:
        for key in keys:
            documents.setdefault(key, set()).add(i)
    return {key: frozenset(ids) for key, ids in documents.items()}


def _names(documents: Iterable[Listed]) -> Iterator[tuple[str, int]]:
    for listed in documents:
        if listed.metadata.title:
            yield listed.metadata.title, listed.id
        for path in listed.paths:
            yield path.rsplit("/", 1)[-1], listed.id


def _by_term(names: Iterable[tuple[str, int]], analyzer: Analyzer) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for name, document in names:
        named = Named(name, document, frozenset(analyzer.terms(_SUFFIX.sub("", name))))
        for term in named.terms:
            found.setdefault(term, []).append(named)
    return found
