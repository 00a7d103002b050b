"""What the documents of a library say of themselves: where they come from and when."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from qa_app.language.dates import Days, days_of
from qa_app.library.scope import Ids
from qa_app.library.source_names import host_of, name_key, place_keys, source_keys
from qa_app.model import Metadata


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in the catalogue. Its metadata has no author here."""

    id: int
    metadata: Metadata
    paths: tuple[str, ...]


class Catalogue:
    """The documents of one state of a library, and which passages are whose."""

    def __init__(
        self, documents: Sequence[Listed], read_passages: Callable[[], Sequence[tuple[int, int]]]
    ) -> None:
        """Make it of documents.

        Args:
            documents: each once.
            read_passages: gives (document id, passage id) of every passage; called when they are
                first needed, at most once.
        """
        self._documents = tuple(documents)
        self._read_passages = read_passages

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
    def places(self) -> Mapping[str, frozenset[int]]:
        """Which documents each key of a title, a file or a folder stands for."""
        return _gathered(
            (listed.id, place_keys(listed.metadata, listed.paths)) for listed in self._documents
        )

    @cached_property
    def names(self) -> tuple[tuple[str, int], ...]:
        """(title or file name, document id) of every document."""
        return tuple(_names(self._documents))

    def documents_from(self, source: str) -> frozenset[int]:
        """The documents of a source, as `is_from` has it."""
        key = name_key(source)
        return self.sources.get(key, frozenset()) | self.places.get(key, frozenset())

    def documents_dated(self, days: Days, *, or_undated: bool = False) -> list[int]:
        """The documents whose date may lie in `days`."""
        dated = ((i, days_of(date)) for i, date in self.dates.items())
        return [i for i, own in dated if (own.meets(days) if own else or_undated)]

    def passages_of(self, documents: Collection[int]) -> Ids:
        """The passages of documents, in ascending order."""
        owners, ids = self._passages
        wanted = np.fromiter(documents, dtype=np.int64, count=len(documents))
        return ids[np.isin(owners, wanted)]

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
