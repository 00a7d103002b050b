"""Snippets as PDF, to be read and printed, and to have their words taken out of it exactly.

A page holds glyphs at places, not text, so the words are in the file three times: each glyph says
which characters it shows, the line ends of a quote among them; the structure of the file holds each
paragraph's words, code point for code point, for programs that read aloud or convert; and
`snippets.json`, which is what `json_list` writes, is attached.
"""

import re
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from qa_app.citing.export import json_list
from qa_app.citing.export.content import SOURCES, TITLE, Entry, Export, ignore_steps, remarks_on
from qa_app.citing.export.direction import runs_right_to_left
from qa_app.citing.export.pdf_fonts import fonts_for
from qa_app.citing.export.pdf_levels import levels_at_end, levels_of
from qa_app.citing.export.pdf_lines import lines_of
from qa_app.citing.export.pdf_pages import Look, Pages, Paragraph, Row, Tag
from qa_app.citing.export.pdf_shaping import Shaper
from qa_app.citing.export.pdf_writer import pdf_of
from qa_app.citing.export.shown import as_shown, one_line
from qa_app.explaining.quoting import quoted
from qa_app.model import never_cancelled

ATTACHMENT = "snippets.json"
_TITLE_PT, _HEADING_PT, _TEXT_PT, _SMALL_PT = 20, 14, 11, 9
_INDENT_PT = 22.0
_GAP_PT = 7.0
# Shaping may make a line a little wider than its characters.
_SLACK_EM = 0.5
# A line of a text with its end, and the empty lines below it.
_PARAGRAPH = re.compile(r"[^\n]+\n*|\n+")


class _Block(Struct, frozen=True):
    """A paragraph: what it is, its words, and how they are set."""

    tag: Tag
    words: str
    size_pt: int
    indent_pt: float = 0.0


def write(export: Export) -> bytes:
    """The export as PDF; a character that no font has is drawn as U+FFFD."""
    # The fonts depend on all the text, so it is put together before the first line is set.
    quiet = replace(export, on_step=ignore_steps, cancelled=never_cancelled)
    blocks = [list(_blocks(entry, quiet)) for entry in quiet.entries()]
    title, sources = _Block(Tag.TITLE, TITLE, _TITLE_PT), list(_sources(export))
    setter = _Setter([title, *chain.from_iterable(blocks), *sources])
    setter.put(title)
    for some, _ in zip(blocks, export.entries(), strict=True):
        for block in some:
            setter.put(block)
        setter.gap()
    for block in sources:
        setter.put(block)
    return setter.finished(export.made_at, json_list.write(quiet))


def _sources(export: Export) -> Iterator[_Block]:
    if export.sources:
        yield _Block(Tag.HEADING, SOURCES, _HEADING_PT)
    for source in export.sources:
        yield _Block(Tag.PLAIN, one_line(source), _TEXT_PT)


def _blocks(entry: Entry, export: Export) -> Iterator[_Block]:
    snippet, template = entry.snippet, export.template
    if entry.heading:
        yield _Block(Tag.HEADING, one_line(entry.heading), _HEADING_PT)
    quote = _Block(Tag.QUOTE, quoted(snippet.quote), _TEXT_PT, _INDENT_PT)
    cited = _Block(Tag.PLAIN, f"— {one_line(export.cite(snippet))}", _SMALL_PT, _INDENT_PT)
    yield from (cited, quote) if template.source_first else (quote, cited)
    for remark in remarks_on(snippet, template):
        yield _Block(Tag.PLAIN, remark, _SMALL_PT, _INDENT_PT)


class _Setter:
    """Sets paragraphs on pages."""

    def __init__(self, blocks: list[_Block]) -> None:
        """Begin with an empty page, and the fonts that `blocks` need."""
        self._fonts = fonts_for("".join(as_shown(block.words) for block in blocks))
        self._shaper = Shaper(self._fonts)
        self._pages = Pages()

    def put(self, block: _Block) -> None:
        """Set a paragraph below what is there."""
        text = as_shown(block.words)
        look = Look(block.size_pt, block.indent_pt, runs_right_to_left(text))
        self._pages.put(Paragraph(block.tag, block.words), look, self._rows(text, look))
        self.gap()

    def gap(self) -> None:
        """Leave a gap before what comes next."""
        self._pages.gap(_GAP_PT)

    def finished(self, made_at: str, attached: bytes) -> bytes:
        """The file, with the exact words attached."""
        return pdf_of(
            self._pages,
            self._shaper.glyphs,
            self._fonts.faces,
            title=TITLE,
            made_at=made_at,
            attached={ATTACHMENT: attached},
        )

    def _rows(self, text: str, look: Look) -> Iterator[Row]:
        base = int(look.is_rtl)
        for paragraph in _PARAGRAPH.findall(text):
            words = paragraph.rstrip("\n")
            levels = levels_of(words, base)
            start = 0
            for line in lines_of(words, self._fonts.widths, look.width_em - _SLACK_EM):
                end = start + len(line)
                shown = line if end < len(words) else line + paragraph[end:]
                n_empty = max(len(shown) - len(line) - 1, 0)
                some = levels_at_end(line, levels[start:end], base)
                yield Row(self._shaper.line(shown, some), n_empty)
                start = end
