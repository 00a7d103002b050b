"""Names that change with the language or the era."""

import pytest

from qa_app.language.exonyms import Exonyms, listed_names, name_words


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Turkey", "Türkiye"),
        ("türkiye", "Turkey"),
        ("Kiev", "Kyiv"),
        ("the Czech Republic", "Czechia"),
        ("Cote d'Ivoire", "Ivory Coast"),
        ("timor leste", "East Timor"),
        ("ISIS", "Islamic State"),
        ("isis", "Islamic State"),
        ("EU", "European Union"),
        ("U.S.", "United States"),
        ("uk", "United Kingdom"),
    ],
)
def test_other_names(name: str, other: str) -> None:
    """A name has its other names, however it is spelled."""
    names = listed_names()
    assert other in names.other_names(name_words(name), in_capitals=name.isupper())


@pytest.mark.parametrize("word", ["us", "who", "Us", "Who", "Oslo", ""])
def test_words_that_are_no_listed_names(word: str) -> None:
    """Some names are other words unless they are in capitals; most words are not listed."""
    assert listed_names().other_names(name_words(word), in_capitals=word.isupper()) == ()


def test_names_are_others_mutually() -> None:
    """Each name of a line leads to all others of it, and never to itself."""
    names = Exonyms("Oslo | Christiania\nNew Ulm | Neu-Ulm | NU")
    assert names.other_names(("oslo",)) == ("Christiania",)
    assert names.other_names(("neu", "ulm")) == ("New Ulm", "NU")
    assert names.other_names(("nu",)) == ("New Ulm", "Neu-Ulm")


def test_found_in_a_text() -> None:
    """Names of several words are found where they begin, as the text spells them."""
    names = Exonyms("New Ulm | Ulm\nNew Ulm on Sea | NUS")
    text = "They left New Ulm on Sea’s port."
    assert list(names.found_at(text, 10)) == ["New Ulm", "New Ulm on Sea"]
    assert list(names.found_at(text, 0)) == []
    assert list(names.found_at("Ulm", 0)) == []


def test_no_name_is_listed_twice() -> None:
    """A name under two lines would lose the names of the first."""
    listed = listed_names()
    for words in list(listed._others):
        for other in listed._others[words]:
            assert words in {name_words(name) for name in listed._others[name_words(other)]}
