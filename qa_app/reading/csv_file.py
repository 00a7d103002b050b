"""Tables in plain text, their cells divided by commas, semicolons, tabs or bars."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from qa_app.model import Document, Metadata
from qa_app.reading.careful import careful
from qa_app.reading.decoding import decode
from qa_app.reading.office_text import document_of, tidy
from qa_app.reading.rows import Gathered, Row, pieces_of_rows

# In the order in which they win where several divide equally well.
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_CHARS = 50_000
_SAMPLE_ROWS = 100
# The line with which a file tells Excel what divides its cells.
_SAID = re.compile(r"sep=(?P<mark>[^\w\s\"]|\t)\r?\n", re.IGNORECASE)


@careful
def read_csv(data: bytes) -> Document:
    """The document of a table; a row is a paragraph, each value under its column's header.

    Raises:
        ReadError: there is no text to be had from it.
    """
    text = decode(data)
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    mark = said["mark"] if said else _delimiter(text)
    gathered = Gathered()
    pieces = list(pieces_of_rows(_rows(text, mark), gathered, place="the table", level=1))
    left_out = f"Left out: {', '.join(gathered.cut)}." if gathered.cut else ""
    return document_of(pieces, Metadata(), "csv", left_out=left_out, records=True)


def _rows(text: str, mark: str) -> Iterator[Row]:
    # A quotation mark that nothing closes is a character like others.
    cut = _parsed(text, mark) if _is_quoted(text, mark) else _split(text, mark)
    for row in cut:
        yield [cell and tidy(cell) for cell in row]


def _parsed(text: str, mark: str) -> Iterator[list[str]]:
    lines = io.StringIO(text, newline="")
    return iter(csv.reader(lines, delimiter=mark, skipinitialspace=True))


def _split(text: str, mark: str) -> Iterator[list[str]]:
    return (line.split(mark) for line in io.StringIO(text))


def _is_quoted(text: str, mark: str) -> bool:
    """Whether quotation marks enclose cells, and none as much as only a mistake would."""
    try:
        for _ in _parsed(text, mark):
            pass
    except csv.Error:
        return False
    return True


def _delimiter(text: str) -> str:
    """What divides the most rows of the sample into equally many cells, and more than one."""
    sample = text[:_SAMPLE_CHARS]
    shares = {mark: _share(sample, mark) for mark in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda mark: shares[mark])
    return best if shares[best] else ","


def _share(sample: str, mark: str) -> float:
    try:
        widths = [len(row) for row in islice(_parsed(sample, mark), _SAMPLE_ROWS) if row]
    except csv.Error:
        return 0
    counted = Counter(width for width in widths if width > 1)
    if not counted:
        return 0
    width, n_rows = counted.most_common(1)[0]
    # Commas in running text divide it too, but never so evenly.
    return n_rows / len(widths) + min(width, 50) / 1_000
