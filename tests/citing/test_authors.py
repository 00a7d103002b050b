"""The names of those who wrote a source, in their parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.citing.authors import Author, authors_of

_ANA, _WEI = Author("Ruiz", "Ana"), Author("Li", "Wei")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("", ()),
        ("Ana Ruiz", (_ANA,)),
        ("By Ana Ruiz", (_ANA,)),
        ("Ruiz, Ana", (_ANA,)),
        ("Ana Ruiz and Wei Li", (_ANA, _WEI)),
        ("Ana Ruiz & Wei Li", (_ANA, _WEI)),
        ("Ana Ruiz und Wei Li", (_ANA, _WEI)),
        ("Ruiz, Ana; Li, Wei", (_ANA, _WEI)),
        ("Ruiz, Ana, Li, Wei", (_ANA, _WEI)),
        ("Ana Ruiz, Wei Li and Port Office", (_ANA, _WEI, Author(literal="Port Office"))),
        ("Jan van der Velde", (Author("Velde", "Jan", "van der"),)),
        ("van der Velde, Jan", (Author("Velde", "Jan", "van der"),)),
        ("Anna De Luca", (Author("De Luca", "Anna"),)),
        ("Samir al-Haddad", (Author("al-Haddad", "Samir"),)),
        ("Nadia Abu Salim", (Author("Abu Salim", "Nadia"),)),
        ("J.R.R. Marsh", (Author("Marsh", "J. R. R."),)),
        ("Sam Holt Jr.", (Author("Holt", "Sam", suffix="Jr."),)),
        ("Holt, Sam, Jr.", (Author("Holt", "Sam", suffix="Jr."),)),
        ("Ministry of Works and Transport", (Author(literal="Ministry of Works and Transport"),)),
        ("the harbour folk", (Author(literal="the harbour folk"),)),
        ("Tidewire", (Author(literal="Tidewire"),)),
        ("李伟", (Author(literal="李伟"),)),
    ],
)
def test_a_line_of_authors_is_taken_apart(line: str, authors: tuple[Author, ...]) -> None:
    """Persons have family and given names, particles and suffixes; organisations stay whole."""
    assert authors_of(line) == authors


@given(st.text(max_size=60))
def test_any_line_is_taken_apart(line: str) -> None:
    """Nothing raises, and every author has a name."""
    assert all(author.family or author.literal for author in authors_of(line))
