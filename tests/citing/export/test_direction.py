"""Which way a text runs, and whether its letters must be shaped."""

import pytest

from qa_app.citing.export.direction import needs_shaping, runs_right_to_left


@pytest.mark.parametrize(
    ("text", "is_rtl", "is_shaped"),
    [
        ("“The lock” 12", False, False),
        ("“שלום” said she", True, True),
        ("She said שלום", False, True),
        ("السلام", True, True),
        ("12 …", False, False),
        ("Žluť 🙂", False, False),
        ("e\u0301", False, True),
        ("हिन्दी", False, True),
    ],
)
def test_the_first_letter_with_a_direction_decides(
    text: str, is_rtl: bool, is_shaped: bool
) -> None:
    """Marks and digits have none; combining marks and joined scripts are shaped."""
    assert runs_right_to_left(text) is is_rtl
    assert needs_shaping(text) is is_shaped
