"""Which way a text runs."""

import unicodedata


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is one of a script from right to left.

    Source: Unicode Standard Annex 9, rules P2 and P3.
    """
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind == "L":
            return False
        if kind in {"R", "AL"}:
            return True
    return False


def needs_shaping(text: str) -> bool:
    """Whether a text is more than its characters drawn one after the other, from left to right."""
    return not text.isascii() and any(
        unicodedata.category(char) in {"Mn", "Mc", "Cf"}
        or unicodedata.bidirectional(char) in {"R", "AL"}
        for char in text
    )
