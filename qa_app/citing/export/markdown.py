"""Snippets as Markdown: a block quote each, its source below it or above.

A comment before each block quote says where the words stand; it is not shown.
"""

import re

from qa_app.citing.export.content import SOURCES, TITLE, Entry, Export, remarks_on
from qa_app.citing.export.shown import as_shown, one_line
from qa_app.citing.export.trace import trace_text
from qa_app.explaining.quoting import escaped_markdown, quoted

_SPACE_AT_END = re.compile(r"[ \t]+$")
# GitHub makes links of addresses of mail after it has read all escapes; a comment keeps them apart.
_IN_ADDRESS = re.compile(r"(?<=[\w.+-])(?=\\@\w)")


def write(export: Export) -> bytes:
    """The export as CommonMark in UTF-8."""
    parts = [f"# {TITLE}"]
    for entry in export.entries():
        if entry.heading:
            parts.append(f"## {_escaped(one_line(entry.heading))}")
        parts.extend(_parts(entry, export))
    if export.sources:
        parts.append(f"## {SOURCES}")
        parts.extend(_escaped(one_line(source)) for source in export.sources)
    return ("\n\n".join(parts) + "\n").encode()


def _parts(entry: Entry, export: Export) -> list[str]:
    snippet = entry.snippet
    quote = f"<!-- qa-app {trace_text(snippet)} -->\n\n{_block_quote(snippet.quote)}"
    cited = f"— {_escaped(one_line(export.cite(snippet)))}"
    parts = [cited, quote] if export.template.source_first else [quote, cited]
    return [*parts, *map(_lines, remarks_on(snippet, export.template))]


def _block_quote(quote: str) -> str:
    return "\n".join(f"> {line}" for line in _lines(quoted(quote)).split("\n"))


def _lines(text: str) -> str:
    """The text with its line ends: a backslash where more follows, a tag for an empty line."""
    first, *others = as_shown(text).split("\n")
    shown = _line(first)
    was_empty = not first
    for line in others:
        shown += "\n" if was_empty else "\\\n"
        shown += _line(line) if line else "<br>"
        was_empty = not line
    return shown


def _line(line: str) -> str:
    """A line that is shown as it is, the white space at its end included."""
    space = _SPACE_AT_END.search(line)
    words = line if space is None else line[: space.start()]
    kept = "" if space is None else "".join(f"&#{ord(char)};" for char in space[0])
    return _escaped(words) + kept


def _escaped(line: str) -> str:
    return _IN_ADDRESS.sub("<!-- -->", escaped_markdown(line))
