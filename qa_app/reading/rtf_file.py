"""RTF, walked with a stack of our own: as deep as its groups go, and no deeper than is sane.

striprtf, which is well known, gives the text alone, hidden and deleted text along with the rest,
and no properties, notes or headings.
"""

import re
from collections.abc import Callable

from msgspec import Struct, field
from msgspec.structs import replace

from qa_app.errors import ReadError
from qa_app.model import Document, Metadata
from qa_app.reading.careful import careful
from qa_app.reading.dates import iso_date
from qa_app.reading.office_text import Paragraph, document_of, pieces, tidy
from qa_app.reading.rtf_flow import Flow
from qa_app.reading.rtf_words import (
    ASIDE,
    HIDDEN,
    MARGINS,
    MARKS,
    PROPERTIES,
    SHOWN,
    WRITTEN,
    encoding_of_charset,
    encoding_of_page,
)

_MAX_DEPTH = 20_000
_START = re.compile(rb"\s*(?:\xef\xbb\xbf)?\{\\rtf")
_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,9})? ?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n\x00]+)|[\r\n\x00]+|\\"
)
_HEADING = re.compile(r"heading (\d)")
_ENDS = frozenset({"par", "sect", "page", "column"})
# Where text is not on the page but says something of the file.
_TABLES = frozenset({"fonttbl", "stylesheet", "info", "creatim"})
_DATE = {"yr": "{:04}", "mo": "-{:02}", "dy": "-{:02}"}


class _State(Struct, frozen=True):
    """What holds inside a group, and is forgotten at its end."""

    place: str = "body"
    encoding: str = ""
    n_fallback: int = 1
    unseen: bool = False
    deleted: bool = False
    bold: bool = False


class _Reader(Struct):
    """Where we are in a file, and what was read so far."""

    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=lambda: [Flow("body", 0)])
    margins: dict[str, None] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    encoding: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    first_font: int = 0
    levels: dict[int, int] = field(default_factory=dict)
    style: int = 0
    style_name: str = ""
    # Bytes wait here until it is sure that none belongs to the same character.
    raw: bytearray = field(default_factory=bytearray)
    n_skip: int = 0
    ignorable: bool = False
    n_notes: int = 0
    comments: bool = False

    def read(self, data: bytes) -> None:
        at = 0
        while (token := _TOKEN.match(data, at)) is not None:
            at = token.end()
            if text := token["text"] or (token["hex"] and bytes.fromhex(token["hex"].decode())):
                self._bytes(text)
                continue
            self._flush()
            if word := token["word"]:
                number = int(token["number"]) if token["number"] else None
                at += max(number or 0, 0) if word == b"bin" else 0
                self._word(word.decode(), number)
            elif sign := token["sign"]:
                self._sign(sign.decode("latin-1"))
            elif token["brace"]:
                self._open() if token["brace"] == b"{" else self._close()
        self._flush()

    def _bytes(self, raw: bytes) -> None:
        skipped = min(self.n_skip, len(raw))
        self.n_skip -= skipped
        self.raw += raw[skipped:]
        self.ignorable = False

    def _flush(self) -> None:
        if self.raw:
            default = self.fonts.get(self.first_font, "") or self.encoding
            self._write(self.raw.decode(self.state.encoding or default, "replace"))
            self.raw.clear()

    def _write(self, text: str) -> None:
        place = self.state.place
        if place == "body" and not (self.state.unseen or self.state.deleted):
            self.flows[-1].write(text, bold=self.state.bold)
        elif place == "mark":
            self.flows[-1].mark += text
        elif place == "stylesheet":
            self.style_name += text
        elif place in PROPERTIES:
            name = PROPERTIES[place]
            self.said[name] = self.said.get(name, "") + text

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.ignorable = True
        elif sign in "\r\n":
            self._word("par", None)
        else:
            self._written(WRITTEN.get(sign, sign if sign in "\\{}" else ""))

    def _written(self, text: str) -> None:
        if self.n_skip:
            self.n_skip -= 1
        else:
            self._write(text)

    def _open(self) -> None:
        if len(self.stack) >= _MAX_DEPTH:
            raise ReadError("its groups are nested too deeply to be a text")
        self.n_skip = 0
        self.stack.append(self.state)

    def _close(self) -> None:
        self.n_skip = 0
        if self.state.place == "stylesheet":
            self._end_style()
        # A brace too many ends nothing.
        self.state = self.stack.pop() if self.stack else self.state
        while len(self.flows) > 1 and self.flows[-1].depth > len(self.stack):
            self._end_flow()

    def _word(self, word: str, number: int | None) -> None:
        ignorable, self.ignorable = self.ignorable, False
        if self.state.place == "hidden" or self._opens_place(word, ignorable=ignorable):
            return
        if word in WRITTEN:
            self._written(WRITTEN[word])
        elif word in _ENDS and self.state.place == "body":
            self.flows[-1].end_paragraph(self.levels)
        elif word in _DATE and self.state.place == "creatim":
            self.said["date"] = self.said.get("date", "") + _DATE[word].format(number or 0)
        elif word in _MEANT:
            _MEANT[word](self, number)
        elif encoding := encoding_of_page(word, number):
            self._set_encoding(encoding)

    def _opens_place(self, word: str, *, ignorable: bool) -> bool:
        """Whether the word says what its group is for."""
        if word in MARKS:
            self.flows[-1].mark = ""
            self._go("mark")
        elif word in ASIDE or word in MARGINS:
            self.flows.append(Flow(word, len(self.stack)))
            self._go("body")
        elif word in _TABLES or (word in PROPERTIES and self.state.place == "info"):
            self._go(word)
        elif word in HIDDEN or (ignorable and word not in SHOWN):
            self.comments |= word == "annotation"
            self._go("hidden")
        else:
            return False
        return True

    def _go(self, place: str) -> None:
        self.state = replace(self.state, place=place)

    def _set_encoding(self, encoding: str) -> None:
        if self.state.place == "fonttbl":
            self.fonts[self.font] = encoding
        else:
            self.encoding = encoding

    def _end_style(self) -> None:
        name = self.style_name.strip(" ;").lower()
        if heading := _HEADING.fullmatch(name):
            self.levels[self.style] = int(heading[1])
        elif name == "title":
            self.levels[self.style] = 1
        self.style, self.style_name = 0, ""

    def _end_flow(self) -> None:
        flow = self.flows.pop()
        paragraphs = flow.ended(self.levels)
        outer = self.flows[-1]
        if flow.kind in MARGINS:
            self.margins |= {paragraph.text: None for paragraph in paragraphs}
        elif flow.kind == "footnote":
            text = "\n".join(paragraph.text for paragraph in paragraphs)
            self.n_notes += bool(text)
            outer.hanging += [Paragraph(f"[{self.n_notes}] {text}", note=True)] if text else []
        else:
            outer.hanging += paragraphs

    def ended(self) -> list[Paragraph]:
        """All paragraphs, once the file is at its end."""
        while len(self.flows) > 1:
            self._end_flow()
        margins = [Paragraph(text, furniture=True) for text in self.margins]
        return [*self.flows[0].ended(self.levels), *margins]

    # What control words mean that are followed by a number, or by none.

    def fallback(self, number: int | None) -> None:
        self.state = replace(self.state, n_fallback=max(number or 0, 0))

    def character(self, number: int | None) -> None:
        self._write(chr((number or 0) % 0x10000))
        self.n_skip = self.state.n_fallback

    def bold(self, number: int | None) -> None:
        self.state = replace(self.state, bold=number != 0)

    def unseen(self, number: int | None) -> None:
        self.state = replace(self.state, unseen=number != 0)

    def deleted(self, number: int | None) -> None:
        self.state = replace(self.state, deleted=number != 0)

    def plain(self, _number: int | None) -> None:
        self.state = replace(self.state, bold=False, unseen=False, deleted=False, encoding="")

    def set_font(self, number: int | None) -> None:
        self.font = number or 0
        known = self.fonts.get(self.font, "") or self.encoding
        self.state = replace(self.state, encoding=known)

    def set_first_font(self, number: int | None) -> None:
        self.first_font = number or 0

    def charset(self, number: int | None) -> None:
        if encoding := encoding_of_charset(number or 0):
            self.fonts[self.font] = encoding

    def set_style(self, number: int | None) -> None:
        if self.state.place == "stylesheet":
            self.style = number or 0
        else:
            self.flows[-1].style = number or 0

    def outline(self, number: int | None) -> None:
        level = number + 1 if number is not None and 0 <= number < 9 else 0
        if self.state.place == "stylesheet":
            self.levels[self.style] = level
        else:
            self.flows[-1].level = level

    def plain_paragraph(self, _number: int | None) -> None:
        self.flows[-1].plain()

    def in_table(self, _number: int | None) -> None:
        self.flows[-1].in_table = True

    def cell(self, _number: int | None) -> None:
        self.flows[-1].end_cell(self.levels)

    def row(self, _number: int | None) -> None:
        self.flows[-1].end_row()


_MEANT: dict[str, Callable[[_Reader, int | None], None]] = {
    "uc": _Reader.fallback, "u": _Reader.character, "b": _Reader.bold, "v": _Reader.unseen,
    "deleted": _Reader.deleted, "plain": _Reader.plain, "f": _Reader.set_font,
    "deff": _Reader.set_first_font, "fcharset": _Reader.charset, "s": _Reader.set_style,
    "outlinelevel": _Reader.outline, "pard": _Reader.plain_paragraph, "intbl": _Reader.in_table,
    "cell": _Reader.cell, "nestcell": _Reader.cell, "row": _Reader.row, "nestrow": _Reader.row,
}  # fmt: skip


@careful
def read_rtf(data: bytes) -> Document:
    """The document of an RTF file.

    Raises:
        ReadError: it is no RTF or torn, or there is no text to be had from it.
    """
    if not _START.match(data):
        raise ReadError("it is not an RTF file")
    reader = _Reader()
    reader.read(data)
    lacking = ["the end of the file, which is cut short"] if reader.stack else []
    lacking += ["comments on the margin"] if reader.comments else []
    said = {name: tidy(text) for name, text in reader.said.items()}
    said["date"] = iso_date(said.get("date", ""))
    return document_of(
        pieces(reader.ended()),
        Metadata(**said),
        "rtf",
        left_out=f"Left out: {', '.join(lacking)}." if lacking else "",
    )
