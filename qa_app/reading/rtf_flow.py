"""Text of an RTF file that runs on by itself becomes paragraphs, items, rows and notes."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from qa_app.reading.office_text import BULLET, Paragraph, item, row, tidy


class Flow(Struct):
    """The body, a note, a margin or a box; `depth` is how many groups it stands in.

    What hangs on a paragraph - notes, boxes - follows it. `level` and `style` are the paragraph's.
    """

    kind: str
    depth: int
    paragraphs: list[Paragraph] = field(default_factory=list)
    hanging: list[Paragraph] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    mark: str = ""
    level: int = 0
    style: int = -1
    in_table: bool = False
    all_bold: bool = True
    cells: list[list[Paragraph]] = field(default_factory=list)
    cell: list[Paragraph] = field(default_factory=list)

    def write(self, text: str, *, bold: bool) -> None:
        """Text of the paragraph that is not at its end yet."""
        self.all_bold &= bold or not text.strip()
        self.parts.append(text)

    def plain(self) -> None:
        """From here on a paragraph is an ordinary one."""
        self.level, self.style, self.in_table = 0, -1, False

    def end_paragraph(self, levels: Mapping[int, int]) -> None:
        """What was written is a paragraph; `levels` are those of the headings' styles."""
        if not self.in_table:
            self.end_row()
        into = self.cell if self.in_table else self.paragraphs
        if text := tidy(_joined(self.parts)):
            into.append(self._paragraph(text, self.level or levels.get(self.style, 0)))
        into += self.hanging
        self.parts, self.hanging, self.mark, self.all_bold = [], [], "", True

    def _paragraph(self, text: str, level: int) -> Paragraph:
        mark = " ".join(_joined([self.mark]).split())
        counted = any(map(str.isalnum, mark))
        if level:
            return Paragraph(f"{mark} {text}" if counted else text, level=level, heading=True)
        if mark:
            return item(text, f"{mark} " if counted else BULLET, 0)
        return Paragraph(text, bold=self.all_bold)

    def end_cell(self, levels: Mapping[int, int]) -> None:
        """What was written since the last cell is a cell."""
        self.in_table = True
        self.end_paragraph(levels)
        self.cells.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        """The cells up to here are a row."""
        if self.cells or self.cell:
            self.paragraphs += row([*self.cells, self.cell])
            self.cells, self.cell = [], []

    def ended(self, levels: Mapping[int, int]) -> list[Paragraph]:
        """All its paragraphs, once nothing more is to be written."""
        self.end_paragraph(levels)
        self.end_row()
        return self.paragraphs


def _joined(parts: Sequence[str]) -> str:
    """The text in one; characters that were written in two halves are whole."""
    text = "".join(parts)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
