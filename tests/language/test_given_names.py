"""Given names that tell where a name is from."""

import pytest

from qa_app.language.given_names import origin_of_given_name
from qa_app.language.spellings import Origin


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("ahmad", Origin.ARABIC),
        ("dmitry", Origin.CYRILLIC),
        ("angela", Origin.HOME),
        ("zork", Origin.UNKNOWN),
        ("", Origin.UNKNOWN),
    ],
)
def test_origin(name: str, origin: Origin) -> None:
    """A known given name has one origin; others tell nothing."""
    assert origin_of_given_name(name) is origin
