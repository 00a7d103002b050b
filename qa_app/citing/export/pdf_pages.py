"""Lines on pages of A4, and which of them make up which paragraph."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct, field

from qa_app.citing.export.pdf_shaping import Shaped

_PT_PER_MM = 72 / 25.4
WIDTH_PT, HEIGHT_PT = 210 * _PT_PER_MM, 297 * _PT_PER_MM
_SIDE_PT, _TOP_PT, _BOTTOM_PT = 22 * _PT_PER_MM, 20 * _PT_PER_MM, 20 * _PT_PER_MM
_LINE_HEIGHT = 1.4
# Of a line's height, where its letters stand.
_BASELINE = 0.72


class Tag(StrEnum):
    """What a paragraph is, as the standard structure types of PDF have it."""

    TITLE = "H1"
    HEADING = "H2"
    QUOTE = "BlockQuote"
    PLAIN = "P"


class Look(Struct, frozen=True):
    """How a paragraph is set."""

    size_pt: int
    indent_pt: float = 0.0
    is_rtl: bool = False

    @property
    def width_em(self) -> float:
        """How wide its lines may be."""
        return (WIDTH_PT - 2 * _SIDE_PT - self.indent_pt) / self.size_pt


class Row(Struct, frozen=True):
    """A line, and how many lines are left empty below it."""

    line: Shaped
    n_empty: int = 0


class Paragraph(Struct, frozen=True):
    """The words of a paragraph, code point for code point, and its parts: page, number on it."""

    tag: Tag
    words: str
    parts: list[tuple[int, int]] = field(default_factory=list)


class Pages:
    """Pages as they fill up; `contents` are their operators, `paragraphs` all that is on them."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        self.contents: list[list[str]] = []
        self.paragraphs: list[Paragraph] = []
        self._n_parts: list[int] = []
        self._turn()

    def put(self, paragraph: Paragraph, look: Look, rows: Iterable[Row]) -> None:
        """Set a paragraph below what is there, on as many pages as it takes."""
        self.paragraphs.append(paragraph)
        for row in rows:
            height_pt = look.size_pt * _LINE_HEIGHT
            if self._y_pt - height_pt < _BOTTOM_PT:
                self._turn()
            self._mark(paragraph)
            self._draw(row, look, self._y_pt - height_pt * _BASELINE)
            self._y_pt -= height_pt * (1 + row.n_empty)
        if paragraph.parts:
            self.contents[paragraph.parts[-1][0]].append("EMC")

    def gap(self, height_pt: float) -> None:
        """Leave a gap before what comes next."""
        self._y_pt -= height_pt

    def _turn(self) -> None:
        self.contents.append([])
        self._n_parts.append(0)
        self._y_pt = HEIGHT_PT - _TOP_PT

    def _mark(self, paragraph: Paragraph) -> None:
        """Begin a part of the paragraph where this page has none."""
        page = len(self.contents) - 1
        if paragraph.parts and paragraph.parts[-1][0] == page:
            return
        if paragraph.parts:
            self.contents[paragraph.parts[-1][0]].append("EMC")
        number = self._n_parts[page]
        self._n_parts[page] += 1
        paragraph.parts.append((page, number))
        self.contents[page].append(f"/{paragraph.tag} <</MCID {number}>> BDC")

    def _draw(self, row: Row, look: Look, y_pt: float) -> None:
        x_pt = _SIDE_PT + look.indent_pt
        if look.is_rtl:
            # White space at the end of the line stands out to the left.
            x_pt = WIDTH_PT - _SIDE_PT - row.line.width * look.size_pt
        self.contents[-1].append(
            f"BT /F {look.size_pt} Tf {x_pt:.2f} {y_pt:.2f} Td [{row.line.shown}] TJ ET"
        )
