"""Rows of a table become passages that can be read alone: each value with its column's header."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from qa_app.model import BlockKind
from qa_app.reading.layout import Piece
from qa_app.reading.line_shape import ends_sentence, n_words

# More cells than anyone reads; beyond it a file is data for other programs.
MAX_CELLS = 1_000_000
# Counting the empty ones, of which a file may claim billions.
_MAX_PLACES = 6_000_000
_BETWEEN = " · "
_MAX_HEADER_CHARS = 80
_MAX_PREAMBLE = 10
_MAX_TITLE_WORDS = 15
# The name of a year or of a part of one may head a column.
_YEAR = re.compile(r"(?:FY\s?)?(?:1[5-9]|20)\d\d(?:\s?[-/–]\s?\d{2,4})?", re.IGNORECASE)
_PUNCTUATED = (":", "?", "=")

Row = Sequence[str]


class Gathered(Struct):
    """How many cells were read so far, and what was left out when they became too many.

    `n_places` counts rows and their empty cells too.
    """

    n_cells: int = 0
    n_places: int = 0
    cut: list[str] = field(default_factory=list)


def pieces_of_rows(
    rows: Iterable[Row], gathered: Gathered, *, place: str, level: int
) -> Iterator[Piece]:
    """A piece for every row that holds anything; `place` names the table where it is cut short."""
    header: Row = ()
    for number, table in _tables(_counted(rows, gathered, place)):
        first = _header_at(table.head, sure=number > 0)
        if first is not None:
            yield from _above(table.head[:first], level if number == 0 else 0)
            header = [_flat(cell) for cell in table.head[first]]
            yield Piece(BlockKind.FURNITURE, _BETWEEN.join(filter(None, header)))
        for row in table.all_rows(first):
            yield Piece(BlockKind.PARAGRAPH, _row(row, header))


class _Table(Struct):
    """Rows without an empty one between them: those at its top, and all that follow."""

    head: list[Row]
    rest: Iterator[Row]

    def all_rows(self, header: int | None) -> Iterator[Row]:
        yield from self.head[0 if header is None else header + 1 :]
        yield from self.rest


def _counted(rows: Iterable[Row], gathered: Gathered, place: str) -> Iterator[Row]:
    for i, row in enumerate(rows):
        gathered.n_cells += sum(map(bool, row))
        gathered.n_places += len(row) + 1
        if gathered.n_cells > MAX_CELLS or gathered.n_places > _MAX_PLACES:
            gathered.cut.append(f"all after row {i} of {place}, as that is too many cells")
            return
        yield row


def _tables(rows: Iterator[Row]) -> Iterator[tuple[int, _Table]]:
    """The tables that empty rows divide; each is to be used up before the next."""
    number = 0
    for row in rows:
        if not any(row):
            continue
        head = [row]
        for below in rows:
            if not any(below):
                break
            head.append(below)
            if len(head) > _MAX_PREAMBLE:
                break
        full = len(head) > _MAX_PREAMBLE
        yield number, _Table(head, _until_empty(rows) if full else iter(()))
        number += 1


def _until_empty(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        if not any(row):
            return
        yield row


def _header_at(head: Sequence[Row], *, sure: bool) -> int | None:
    """Which of the first rows names the columns: below titles alone, and with rows below it.

    Where a header must be `sure`, because one is in force, some column below it is no text.
    """
    for i, row in enumerate(head[:-1]):
        if _names_columns(row):
            doubtful = _is_of_years(row, head[i + 1 :])
            if sure:
                doubtful = doubtful or not _has_figures(row, head[i + 1 :])
            return None if doubtful else i
        if sum(map(bool, row)) > 1:
            return None
    return None


def _names_columns(row: Row) -> bool:
    names = [cell.strip() for cell in row if cell]
    texts = [name for name in names if any(map(str.isalpha, name))]
    named = all(name in texts or _YEAR.fullmatch(name) for name in names)
    short = all(len(name) <= _MAX_HEADER_CHARS and not _is_sentence(name) for name in names)
    distinct = len({name.casefold() for name in names}) == len(names)
    return len(names) > 1 and bool(texts) and named and short and distinct


def _is_sentence(name: str) -> bool:
    # "No." and "Why?" name a column, too.
    ends = ends_sentence(name) and not name.endswith(("?", "."))
    return ends or n_words(name) > _MAX_TITLE_WORDS


def _has_figures(header: Row, below: Sequence[Row]) -> bool:
    """Whether some column has words over what is no words."""
    return any(
        any(map(str.isalpha, name)) and value and not any(map(str.isalpha, value))
        for row in below
        for name, value in zip(header, row, strict=False)
    )


def _is_of_years(header: Row, below: Sequence[Row]) -> bool:
    """Whether a column that seems to be named by a year holds nothing but years: it has no name."""
    columns = [i for i, name in enumerate(header) if _YEAR.fullmatch(name)]
    return any(
        all(i < len(row) and _YEAR.fullmatch(row[i]) is not None for row in below) for i in columns
    )


def _above(rows: Sequence[Row], level: int) -> Iterator[Piece]:
    """What stands over the header: the first line is the table's title, if it looks like one."""
    for i, row in enumerate(rows):
        text = _BETWEEN.join(cell for cell in row if cell)
        title = i == 0 and level and ":" not in text and not ends_sentence(text)
        if title and n_words(text) <= _MAX_TITLE_WORDS:
            yield Piece(BlockKind.HEADING, _flat(text), level)
        else:
            yield Piece(BlockKind.PARAGRAPH, text)


def _row(row: Row, header: Row) -> str:
    filled = [(i, cell) for i, cell in enumerate(row) if cell]
    if len(filled) == 1 and (":" in filled[0][1] or ends_sentence(filled[0][1])):
        # A remark below a table, not a value of its first column.
        return filled[0][1]
    return _BETWEEN.join(labelled(header[i] if i < len(header) else "", cell) for i, cell in filled)


def labelled(name: str, value: str) -> str:
    """A value under its name, both in their own words."""
    if not name:
        return value
    return f"{name} {value}" if name.endswith(_PUNCTUATED) else f"{name}: {value}"


def _flat(text: str) -> str:
    return " ".join(text.split())
