"""Which given names are forms of one."""

import pytest

from qa_app.language.given_name_forms import is_same_given_name


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ann", "ann"),
        ("andriy", "andrii"),
        ("mohammad", "mohammed"),
        ("alexander", "oleksandr"),
        ("sergei", "serhiy"),
        ("dmitri", "dmytro"),
    ],
)
def test_one_name(a: str, b: str) -> None:
    """Spellings and the forms of neighbouring languages are one name, either way round."""
    assert is_same_given_name(a, b)
    assert is_same_given_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("ann", "anna"), ("hassan", "hussein"), ("taras", "andriy"), ("karen", "karin")]
)
def test_two_names(a: str, b: str) -> None:
    """Names that are like each other by chance are two."""
    assert not is_same_given_name(a, b)
