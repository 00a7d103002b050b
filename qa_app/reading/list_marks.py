"""How the items of a list are counted: in figures, letters or Roman numerals."""

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MAX_ROMAN = 4000


def as_counted(count: int, form: str) -> str:
    """A number in the form that office formats name: letters, Roman numerals, or figures."""
    if form in {"lowerLetter", "a"} and count > 0:
        return chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)
    if form in {"lowerRoman", "i"} and 0 < count < _MAX_ROMAN:
        return _roman(count)
    if form in {"upperLetter", "A"}:
        return as_counted(count, "lowerLetter").upper()
    if form in {"upperRoman", "I"}:
        return as_counted(count, "lowerRoman").upper()
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (count // value)
        count %= value
    return written
