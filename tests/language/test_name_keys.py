"""Keys that spellings of one name share."""

import pytest

from qa_app.language.name_keys import name_keys


@pytest.mark.parametrize(
    ("form", "keys"),
    [
        ("U.S.", {"US"}),
        ("US", {"US"}),
        ("the Ivory Coast", {"ivory coast"}),
        ("Sunday Market", set()),
        ("Сирия", set()),
        ("", set()),
    ],
)
def test_keys(form: str, keys: set[str]) -> None:
    """Letters are their own key, listed names their words; other runs of words have none."""
    assert name_keys(form) == keys


def test_compound_has_the_key_of_one_word() -> None:
    """Abdel Fattah and Abdelfattah are one name."""
    assert name_keys("Abdel Fattah") == name_keys("Abdulfattah")
