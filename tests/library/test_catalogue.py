"""What the documents of a library say of themselves."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_app.language.dates import Days
from qa_app.library.analyzer import Analyzer
from qa_app.library.catalogue import Catalogue
from qa_app.library.library import Library
from qa_app.model import Metadata, Restriction, RestrictionKind
from tests.library.conftest import Index, write
from tests.library.listing import catalogue_of


@pytest.fixture
def catalogue() -> Catalogue:
    """Four documents: two of one paper, one of a host, one of nobody."""
    return catalogue_of(
        (Metadata(publisher="The Tarsos Post", date="2025-02-17"), "/d/a.txt"),
        (Metadata(publisher="Tarsos Post", date="2025-02"), "/d/b.txt"),
        (Metadata(address="https://alma.az/1", date="2024"), "/d/c.txt"),
        (Metadata(title="Ferries"), "/d/minutes/d.txt"),
    )


def test_days_are_in_order_and_each_once(catalogue: Catalogue) -> None:
    """Documents without a date have no days."""
    assert [days.first for days in catalogue.days] == ["2024-01-01", "2025-02-01", "2025-02-17"]


def test_publishers_are_named_or_hosts(catalogue: Catalogue) -> None:
    """Who has no name goes by the host; nobody is no publisher."""
    assert set(catalogue.publishers) == {"The Tarsos Post", "Tarsos Post", "alma.az"}


@pytest.mark.parametrize(
    ("source", "documents"),
    [
        ("tarsos post", {1, 2}),
        ("Alma", {3}),
        ("ferries", {4}),
        ("minutes", {4}),
        ("c.txt", {3}),
        ("nobody", set()),
    ],
)
def test_documents_from_a_source(catalogue: Catalogue, source: str, documents: set[int]) -> None:
    """A source is found under every name it goes by."""
    assert catalogue.documents_from(source) == documents


def test_documents_of_a_time(catalogue: Catalogue) -> None:
    """A date that is no day may lie in any part of its month or year."""
    days = Days("2025-02-01", "2025-02-10")
    assert catalogue.documents_dated(days) == [2]
    assert catalogue.documents_dated(days, or_undated=True) == [2, 4]
    assert catalogue.documents_dated(Days("2024-06-01", "2025-02-17")) == [1, 2, 3]


def test_passages_of_documents(catalogue: Catalogue) -> None:
    """Passages come in ascending order, whatever order they were listed in."""
    assert catalogue.passages_of([3, 1]).tolist() == [10, 11, 30, 31]
    assert catalogue.passages_of([]).tolist() == []
    assert len(catalogue.passage_ids) == 8


def test_names_by_their_beginning(catalogue: Catalogue) -> None:
    """A title and a file's name are found by the beginning of their keys."""
    assert catalogue.names_from("ferr") == {"Ferries"}
    assert catalogue.names_from("dtx") == {"d.txt"}
    assert catalogue.names_from("z") == set()


@pytest.mark.parametrize(
    ("terms", "names"),
    [
        (["ferri"], ["Ferry fares", "Fares of a ferry.txt"]),
        (["fare", "ferri"], ["Ferry fares", "Fares of a ferry.txt"]),
        (["fli"], ["fly ash.md"]),
        (["txt"], []),
        (["ferri", "ash"], []),
    ],
)
def test_names_by_their_terms(terms: list[str], names: list[str]) -> None:
    """A title and a file's name are found by what they hold, in any form and without suffix."""
    listed = catalogue_of(
        (Metadata(title="Ferry fares"), "/d/Fares of a ferry.txt"), (Metadata(), "/d/fly ash.md")
    )
    assert [named.name for named in listed.named_with(terms, Analyzer())] == names


def test_spelling_of_a_publisher() -> None:
    """What stands for the same documents goes by its most frequent spelling."""
    alma = [Metadata(publisher=name) for name in ("alma", "Alma", "Alma")]
    listed = catalogue_of(*((about, f"/d/{n}.txt") for n, about in enumerate(alma)))
    assert listed.publishers_by_documents == {frozenset((1, 2, 3)): "Alma"}


def test_empty_library() -> None:
    """A library without documents has a catalogue without entries."""
    catalogue = catalogue_of()
    assert (catalogue.days, catalogue.publishers, catalogue.names) == ((), (), ())
    assert catalogue.documents_from("anyone") == frozenset()
    assert catalogue.documents_dated(Days("2024-01-01", "2024-12-31"), or_undated=True) == []
    assert catalogue.names_from("a") == set()
    assert catalogue.named_with(["ferri"], Analyzer()) == []
    assert len(catalogue.passages_of([1])) == 0


def test_catalogue_follows_the_library(
    three_files: Path, index: Index, opened: Callable[[], Library]
) -> None:
    """The catalogue is of the state that was last taken up, and is made once for each."""
    library = opened()
    library.refresh()
    before = library.catalogue
    assert library.catalogue is before
    write(three_files / "d.md", "---\npublisher: Alma\n---\n\nThe quarry is flooded.\n")
    index()
    library.refresh()
    assert library.catalogue.publishers == ("Alma",)
    scope = library.scope_of([Restriction(RestrictionKind.SOURCE, "Alma", "source:alma")])
    assert scope is not None
    assert [p.text for p in library.passages(scope.ids.tolist()).values()] == [
        "The quarry is flooded."
    ]
    assert library.scope_of([]) is None


def test_documents_by_an_author() -> None:
    """An author's documents are found by any of the author's names."""
    catalogue = catalogue_of(
        (Metadata(author="Ana Ruiz"), "/d/a.txt"), (Metadata(author="Wei Li, Ana Ruiz"), "/d/b.txt")
    )
    assert catalogue.documents_by("ruiz") == {1, 2}
    assert catalogue.documents_by("Wei Li") == {2}
    assert catalogue.author_names[0] == "Ana Ruiz"


def test_newest_first(catalogue: Catalogue) -> None:
    """The first passages of the documents, the newest before others; then the second ones."""
    assert catalogue.newest_first(catalogue.passage_ids) == [10, 20, 30, 40, 11, 21, 31, 41]
    assert catalogue.newest_first(catalogue.passages_of([3, 2])) == [20, 30, 21, 31]
