"""The names a text mentions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.language.exonyms import listed_names
from qa_app.language.mentions import Found, is_article, names_in
from qa_app.language.spellings import Origin
from qa_app.model import Span
from qa_app.reading.sentences import split_sentences


def _found(text: str) -> list[Found]:
    return names_in(text, split_sentences(text, by_line=False), listed_names())


def _forms(text: str) -> list[str]:
    return [found.form for found in _found(text)]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("On Monday the envoy met Kaja Kallas in Tartu.", ["Kaja", "Kallas", "Tartu"]),
        ("They met Defence Minister Murhaf Abu Qasra.", ["Murhaf", "Qasra"]),
        ("They met Ahmed al-Sharaa’s envoy.", ["Ahmed", "Sharaa"]),
        ("They met Al-Sharaa, el-Sisi and ash-Sham.", ["Sharaa", "Sisi", "Sham"]),
        ("They spoke of at-large seats and an ad-hoc Committee.", ["Committee"]),
        ("They saw Abdel Fattah el-Sisi.", ["Abdel", "Fattah", "Sisi", "Abdel Fattah"]),
        ("The U.S. and the EU sent aid.", ["U.S.", "EU"]),
        ("It went to the Ivory Coast by sea.", ["Ivory", "Coast", "Ivory Coast"]),
        ("It went to Côte d’Ivoire by sea.", ["Côte", "Côte d’Ivoire"]),
        ("It went from Jean-Marc Ayrault to J. Smith.", ["Jean", "Marc", "Ayrault", "Smith"]),
        ("It flew an F-16 over the Wall in 1989.", ["Wall"]),
        ("The ferry left in summer.", []),
        ("", []),
    ],
)
def test_words_of_names(text: str, forms: list[str]) -> None:
    """Capitalised runs are names; titles, articles, possessives and days are none of them."""
    assert _forms(text) == forms


def test_first_word_of_a_sentence() -> None:
    """It is a name unless the text has it in small letters, or it opens sentences by trade."""
    text = "Critics met in Oslo. Kallas stayed. However, the critics left. “Hama fell,” she said."
    assert _forms(text) == ["Oslo", "Kallas", "Hama"]


def test_headline_names_nobody() -> None:
    """A line with a capital on every word says nothing of its words."""
    assert _forms("Harbour Museum Opens After Repairs") == []
    assert "Harbour" in _forms("They opened the Harbour Museum.")


@pytest.mark.parametrize(
    ("text", "form", "origin"),
    [
        ("They met Ahmed al-Sharaa.", "Sharaa", Origin.ARTICLE),
        ("They met Ahmed al-Sharaa.", "Ahmed", Origin.ARABIC),
        ("They met Ahmed Sharaa.", "Sharaa", Origin.ARABIC),
        ("They met Abu Qasra.", "Qasra", Origin.ARABIC),
        ("They met Dmitri Orlow.", "Orlow", Origin.CYRILLIC),
        ("They met Kim Peskov.", "Peskov", Origin.HOME),
        ("They met Angela Merkel.", "Merkel", Origin.HOME),
        ("They met Vincent van Gogh.", "Gogh", Origin.HOME),
        ("They met Tartus.", "Tartus", Origin.UNKNOWN),
        ("They met Al Gore.", "Gore", Origin.UNKNOWN),
    ],
)
def test_origin(text: str, form: str, origin: Origin) -> None:
    """Given names, articles and particles say where the name beside them is from."""
    assert {found.origin for found in _found(text) if found.form == form} == {origin}


def test_mentions_are_counted() -> None:
    """A form is found once for each origin, with how often it is there."""
    found = _found("They saw Hama and Hama. They left Hama.")
    assert found == [Found("Hama", Origin.UNKNOWN, 3)]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("al-Sharaa", True), ("El Sisi", True), ("ash-sham", True), ("an-other", False)],
)
def test_article(text: str, is_one: bool) -> None:
    """The article stands before its name, and takes its first sound where that is a sun letter."""
    word = text.replace("-", " ").split()[0]
    assert is_article(text, Span(0, len(word))) is is_one


_PIECES = st.sampled_from(
    "Abu al- Al- Qasra the Ivory Coast ’s U.S. . , “ bin Abdel Fattah met İ ß 🚢 J. \n -".split(" ")
)


@given(st.lists(_PIECES, max_size=20).map(" ".join))
def test_forms_are_of_the_text(text: str) -> None:
    """Every form stands in the text as it is, but for the dot after an acronym."""
    for found in _found(text):
        assert found.form.rstrip(".") in text
        assert found.n > 0
