"""Snippets as PDF, to be read and printed; the exact words are attached to it as JSON.

A page holds glyphs at places, not text: what is extracted from it has the lines the page has, may
lack characters that are not drawn, and orders what runs from right to left as each program thinks.
So the file carries `snippets.json`, which is what `json_list` writes.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos
from fpdf.fonts import TTFFont

from qa_app.citing.export import json_list
from qa_app.citing.export.content import SOURCES, TITLE, Entry, Export, ignore_steps, remarks_on
from qa_app.citing.export.direction import needs_shaping, runs_right_to_left
from qa_app.citing.export.pdf_fonts import MAIN, REPLACEMENT, fonts_for
from qa_app.citing.export.pdf_lines import lines_of
from qa_app.citing.export.shown import as_shown, one_line
from qa_app.explaining.quoting import quoted
from qa_app.model import never_cancelled

ATTACHMENT = "snippets.json"
_TITLE_PT, _HEADING_PT, _TEXT_PT, _SMALL_PT = 20, 14, 11, 9
_LINE_HEIGHT = 1.4
_INDENT_MM = 8.0
_GAP_MM = 2.5
_MM_PER_PT = 25.4 / 72
# Shaping may make a line a little wider than its characters.
_SLACK_EM = 0.5


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph of the page."""

    text: str
    size_pt: int
    indent_mm: float = 0.0
    gap_mm: float = _GAP_MM


def write(export: Export) -> bytes:
    """The export as PDF; a character that no font has is drawn as U+FFFD."""
    # The fonts depend on all the text, so it is put together before the first line is set.
    quiet = replace(export, on_step=ignore_steps, cancelled=never_cancelled)
    blocks = [list(_blocks(entry, quiet)) for entry in quiet.entries()]
    sources = list(_sources(export))
    known = [*chain.from_iterable(blocks), *sources]
    setter = _Setter(export.made_at, "".join(block.text for block in known))
    with closing(setter):
        setter.put(_Block(TITLE, _TITLE_PT))
        for some, _ in zip(blocks, export.entries(), strict=True):
            for block in some:
                setter.put(block)
            setter.gap()
        for block in sources:
            setter.put(block)
        return setter.finished(json_list.write(quiet))


def _sources(export: Export) -> Iterator[_Block]:
    if export.sources:
        yield _Block(SOURCES, _HEADING_PT)
    for source in export.sources:
        yield _Block(one_line(source), _TEXT_PT)


def _blocks(entry: Entry, export: Export) -> Iterator[_Block]:
    snippet, template = entry.snippet, export.template
    if entry.heading:
        yield _Block(one_line(entry.heading), _HEADING_PT)
    quote = _Block(as_shown(quoted(snippet.quote)), _TEXT_PT, _INDENT_MM)
    cited = _Block(f"— {one_line(export.cite(snippet))}", _SMALL_PT, _INDENT_MM)
    yield from (cited, quote) if template.source_first else (quote, cited)
    for remark in remarks_on(snippet, template):
        yield _Block(as_shown(remark), _SMALL_PT, _INDENT_MM)


class _Setter:
    """Sets paragraphs on pages."""

    def __init__(self, made_at: str, text: str) -> None:
        """Begin with an empty page, and the fonts that `text` needs."""
        self._page = _new_page(made_at)
        self._fonts = fonts_for(text + TITLE)
        self._drawn = {ord("\t"): "    "} | {ord(c): REPLACEMENT for c in self._fonts.missing}
        for path in self._fonts.paths:
            self._page.add_font(path.stem, fname=path)
        self._page.set_fallback_fonts([path.stem for path in self._fonts.paths[1:]])

    def put(self, block: _Block) -> None:
        """Set a paragraph below what is there."""
        page = self._page
        page.set_font(MAIN, size=block.size_pt)
        text = block.text.translate(self._drawn)
        is_rtl = runs_right_to_left(text)
        width_em = (page.epw - block.indent_mm) / (block.size_pt * _MM_PER_PT)
        for line in lines_of(text, self._fonts.widths, width_em - _SLACK_EM):
            self._shape(line, is_rtl=is_rtl)
            page.set_x(page.l_margin + block.indent_mm)
            page.cell(
                w=page.epw - block.indent_mm,
                h=block.size_pt * _LINE_HEIGHT * _MM_PER_PT,
                text=line,
                align=Align.R if is_rtl else Align.L,
                new_x=XPos.LMARGIN,
                new_y=YPos.NEXT,
            )
        page.ln(block.gap_mm)

    def gap(self) -> None:
        """Leave a gap before what comes next."""
        self._page.ln(_GAP_MM)

    def finished(self, attached: bytes) -> bytes:
        """The file, with the exact words attached."""
        self._page.embed_file(bytes=attached, basename=ATTACHMENT, mime_type="application/json")
        return bytes(self._page.output())

    def close(self) -> None:
        """Let go of the fonts' files."""
        for font in self._page.fonts.values():
            if isinstance(font, TTFFont):
                font.close()

    def _shape(self, line: str, *, is_rtl: bool) -> None:
        if is_rtl or needs_shaping(line):
            self._page.set_text_shaping(
                use_shaping_engine=True, direction="rtl" if is_rtl else "ltr"
            )
        else:
            self._page.set_text_shaping(use_shaping_engine=False)


def _new_page(made_at: str) -> FPDF:
    page = FPDF(format="A4")
    page.set_title(TITLE)
    page.set_creator("qa-app")
    page.set_creation_date(datetime.fromisoformat(made_at))
    page.set_margins(22, 20, 22)
    page.set_auto_page_break(auto=True, margin=20)
    page.add_page()
    return page
