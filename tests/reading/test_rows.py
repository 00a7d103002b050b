import pytest

from qa_app.model import BlockKind
from qa_app.reading.layout import Piece
from qa_app.reading.rows import Gathered, pieces_of_rows

P, H, F = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.FURNITURE


def pieces(table: str) -> list[tuple[BlockKind, str]]:
    """The pieces of a table that is written with a bar between its cells."""
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().split("\n")]
    found: list[Piece] = list(pieces_of_rows(lines, Gathered(), place="the table", level=1))
    return [(piece.kind, piece.text) for piece in found]


@pytest.mark.parametrize(
    ("table", "last"),
    [
        ("Name | Year\nAda | 1843", "Name: Ada · Year: 1843"),
        ("Region | 2019 | 2020\nNorth | 7 | 12,5", "Region: North · 2019: 7 · 2020: 12,5"),
        ("Why? | No.\nRain | 7", "Why? Rain · No.: 7"),
        ("Gate |  | Opened\nNorth | wide | 7", "Gate: North · wide · Opened: 7"),
        ("Gate | Opened\nNorth | ", "Gate: North"),
        ("Gate | Opened\nNorth | 7\nSource: the keeper | ", "Source: the keeper"),
        ("Gate | Opened\nNorth | 7 | extra", "Gate: North · Opened: 7 · extra"),
        # No header: figures, a name twice, years in a column, a sentence, one column, one row.
        ("North | 7\nSouth | 2", "South · 2"),
        ("Wet | Wet\nNorth | 7", "North · 7"),
        ("Ada | London | 1843\nGrace | Paris | 1850", "Grace · Paris · 1850"),
        ("Gate | It held for many days, they said!\nNorth | 7", "North · 7"),
        ("Gates\nNorth", "North"),
        ("Gate | Opened", "Gate · Opened"),
    ],
)
def test_the_header_names_the_values(table: str, last: str) -> None:
    """A first row of words names the columns; where there is none the values stand alone."""
    assert pieces(table)[-1] == (P, last)


def test_lines_over_the_header() -> None:
    """The first line over a table is its title, further ones are text."""
    assert pieces("Rain of the year\nSource: the keeper | \nMonth | mm\nMay | 7") == [
        (H, "Rain of the year"), (P, "Source: the keeper"), (F, "Month · mm"),
        (P, "Month: May · mm: 7"),
    ]  # fmt: skip


def test_tables_below_each_other() -> None:
    """After an empty row a new header holds, if it plainly is one; else the old one goes on."""
    table = "Gate | Opened\nNorth | 7\n | \nSouth | 2\n | \nBank | Metres\nLeft | 12"
    assert [text for kind, text in pieces(table) if kind is P] == [
        "Gate: North · Opened: 7", "Gate: South · Opened: 2", "Bank: Left · Metres: 12",
    ]  # fmt: skip


def test_long_tables_keep_their_header() -> None:
    """The header holds for all rows, also past those that were looked at to find it."""
    lines = "\n".join(f"Gate {i} | {i}" for i in range(40))
    found = pieces(f"Gate | Opened\n{lines}\n | \nLast | 99")
    assert len(found) == 42
    assert found[-2:] == [(P, "Gate: Gate 39 · Opened: 39"), (P, "Gate: Last · Opened: 99")]
