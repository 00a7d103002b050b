"""Which way a text runs."""

import pytest

from qa_app.citing.export.direction import runs_right_to_left


@pytest.mark.parametrize(
    ("text", "is_rtl"),
    [
        ("“The lock” 12", False),
        ("“שלום” said she", True),
        ("She said שלום", False),
        ("السلام", True),
        ("12 …", False),
        ("\u2068שלום\u2069 · Post", False),
        ("\u2067a\u2069 שלום", True),
    ],
)
def test_the_first_letter_with_a_direction_decides(text: str, is_rtl: bool) -> None:
    """Marks and digits have none, and what is isolated is not looked at."""
    assert runs_right_to_left(text) is is_rtl
