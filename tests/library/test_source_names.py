"""What a document's source may be called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.library.source_names import (
    authors_in,
    host_label,
    host_of,
    is_by,
    is_from,
    name_key,
)
from qa_app.model import Metadata

PATH = "/home/her/minutes/2024-03 Harbour Board.txt"


@pytest.mark.parametrize(
    ("address", "host", "label"),
    [
        ("https://www.tarsospost.com/a/1?x=2", "tarsospost.com", "tarsospost"),
        ("news.alma.co.uk/today", "news.alma.co.uk", "alma"),
        ("http://editor@alma.az:80", "alma.az", "alma"),
        ("no address", "", ""),
        ("", "", ""),
        ("localhost", "", ""),
    ],
)
def test_host_and_its_owner(address: str, host: str, label: str) -> None:
    """The host of an address names who owns it, whatever stands before and after."""
    assert (host_of(address), host_label(address)) == (host, label)


@pytest.mark.parametrize(
    "source", ["The Tarsos Post", "tarsos post", "TARSOS POST", "Társos Post", "the tarsospost"]
)
def test_one_source_by_many_names(source: str) -> None:
    """Articles, case, accents and the spaces of a host make no difference."""
    assert is_from(source, Metadata(publisher="The Tarsos Post"), ())
    assert is_from(source, Metadata(address="https://blogs.tarsospost.com/1"), ())


@pytest.mark.parametrize("source", ["tarsospost.com", "blogs.tarsospost.com", "www.tarsospost.com"])
def test_hosts_are_names(source: str) -> None:
    """A host is named as a whole, or without what stands before the owner's part."""
    assert is_from(source, Metadata(address="https://blogs.tarsospost.com/1"), ())
    assert is_from(source, Metadata(address="http://www.tarsospost.com"), ()) == (
        source != "blogs.tarsospost.com"
    )


@pytest.mark.parametrize(
    ("publisher", "source"), [("Alma News", "Alma"), ("Alma.Az", "alma"), ("Alma.Az", "alma.az")]
)
def test_short_names(publisher: str, source: str) -> None:
    """What kind of publisher it is may be left out, not what sets it apart."""
    assert is_from(source, Metadata(publisher=publisher), ())


@pytest.mark.parametrize("source", ["Tarsos", "Post", "Tarsos Post Weekly", "", "?"])
def test_other_names(source: str) -> None:
    """A part of a name is another name."""
    assert not is_from(source, Metadata(publisher="The Tarsos Post"), (PATH,))


@pytest.mark.parametrize(
    "source", ["minutes", "2024-03 harbour board.txt", "2024-03 Harbour Board", "the quay"]
)
def test_places(source: str) -> None:
    """A title, a file and its folders are names too."""
    assert is_from(source, Metadata(title="The Quay"), ("/elsewhere/a.txt", PATH))


@given(st.text())
def test_every_publisher_is_its_own_source(publisher: str) -> None:
    """Whatever a publisher is called, that name finds it."""
    assert is_from(publisher, Metadata(publisher=publisher), ()) == bool(name_key(publisher))


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("By Ana Ruiz", ("Ana Ruiz",)),
        ("Ana Ruiz and Wei Li", ("Ana Ruiz", "Wei Li")),
        ("Ana Ruiz, Wei Li & Bo Ek", ("Ana Ruiz", "Wei Li", "Bo Ek")),
        ("Ruiz, Ana; Li, Wei", ("Ana Ruiz", "Wei Li")),
        ("", ()),
    ],
)
def test_authors_of_a_byline(author: str, names: tuple[str, ...]) -> None:
    """Each author is one name, given name first."""
    assert authors_in(author) == names


@pytest.mark.parametrize(
    ("typed", "wrote"),
    [("Ana Ruiz", True), ("ruiz", True), ("Ana M. Ruiz", True), ("Ana", False), ("", False)],
)
def test_who_wrote_a_document(typed: str, *, wrote: bool) -> None:
    """An author goes by the whole name, without what stands inside it, and by the surname."""
    assert is_by(typed, Metadata(author="By Ana M. Ruiz")) == wrote
