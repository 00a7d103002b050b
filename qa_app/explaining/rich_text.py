r"""A quote with where it stands as RTF, for programs that take neither HTML nor Markdown.

Of the words only plain ASCII stands as it is; all else is a number, so nothing becomes a command.

Source: Rich Text Format (RTF) Specification 1.9.1, "Unicode RTF": `\uN` is a UTF-16 unit as a
signed number of 16 bits, and the one character after it is for readers that do not know it.
"""

import re

from qa_app.explaining.quoting import Quotation, citation_line, quoted

_HEAD = r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\fnil;}}"
_LINE_END = re.compile(r"\r\n|\r|\n")
_COMMANDS = {"\\": r"\\", "{": r"\{", "}": r"\}", "\t": r"\tab "}


def as_rtf(quotation: Quotation) -> str:
    """A paragraph that is drawn in, and one below it that says where the words stand."""
    words = r"\line ".join(map(_escaped, _LINE_END.split(quoted(quotation.words))))
    cited = _escaped(f"— {citation_line(quotation)}")
    return f"{_HEAD}\\pard\\li567\\ri567\\sa120 {words}\\par\\pard {cited}\\par}}"


def _escaped(line: str) -> str:
    return "".join(map(_shown, line))


def _shown(char: str) -> str:
    if char in _COMMANDS:
        return _COMMANDS[char]
    if " " <= char <= "~":
        return char
    # No document can hold a control character.
    shown = "\ufffd" if char < " " or "\x7f" <= char <= "\x9f" else char
    units = shown.encode("utf-16-le", "surrogatepass")
    numbers = (int.from_bytes(units[n : n + 2], "little", signed=True) for n in (0, 2))
    return "".join(f"\\u{number}?" for number in list(numbers)[: len(units) // 2])
