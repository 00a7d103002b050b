"""What a page can show of a text: no control characters, one kind of line end."""

import re

# XML knows none of these, half characters and the two that are none included; HTML and Markdown
# forbid some. A tab and a line feed stay.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n|\r")


def as_shown(text: str) -> str:
    """The text as formats made to be read hold it.

    CR LF and CR become LF; what XML cannot hold becomes U+FFFD. All else stays code point for code
    point.
    """
    return _UNSHOWABLE.sub("\ufffd", _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """The text as it is shown, on one line."""
    return " ".join(as_shown(text).split())


def shown_pattern(words: str) -> re.Pattern[str]:
    """Finds, in a text as it was read, what would be shown as `words`."""
    return re.compile("".join(map(_char_pattern, words)))


def _char_pattern(char: str) -> str:
    if char == "\n":
        return r"(?:\r\n|\r|\n)"
    if char == "\ufffd":
        return f"(?:\ufffd|{_UNSHOWABLE.pattern})"
    return re.escape(char)
