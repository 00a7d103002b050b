"""Which way a text runs."""

import unicodedata

_ISOLATES = {"LRI", "RLI", "FSI"}


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is one of a script from right to left.

    What is isolated from the rest of the text says nothing of it.

    Source: Unicode Standard Annex 9, rules P2 and P3.
    """
    depth = 0
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif depth == 0 and kind in {"L", "R", "AL"}:
            return kind != "L"
    return False
