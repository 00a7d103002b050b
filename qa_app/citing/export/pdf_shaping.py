"""A line of text becomes glyphs in the order in which they stand on the page."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

import uharfbuzz as hb
from msgspec import Struct

from qa_app.citing.export.pdf_fonts import Fonts
from qa_app.citing.export.pdf_glyphs import GlyphTable, Piece, Stroke

_WORD = re.compile(r"\S+\s*|\s+")
_TAB_IN_BLANKS = 4
# From right to left a bracket is drawn as its partner, and says so on the page: what extracts text
# expects that and turns it back. In lines that it reads from the right, PDFium also turns back
# quotation marks, which nothing has turned.
_BRACKETS, _QUOTES = "()[]{}<>«»‹›", "“”‘’"
_SIDES = {"R": "R", "AL": "R", "L": "L", "EN": "L", "AN": "L"}
# A glyph says no more than that of what it is.
_MOST_LINE_ENDS = 100


class Shaped(Struct, frozen=True):
    """Glyphs in PDF's notation, between the brackets of `TJ`, and how wide they are, in em."""

    shown: str
    width: float


class _Run(Struct, frozen=True):
    """A stretch of a line in one font and one direction, which an odd `level` has to the left.

    `partners` has what its characters are, in the text that is extracted, instead of themselves.
    """

    text: str
    face: int = 0
    level: int = 0
    partners: str = ""


class Shaper:
    """Shapes lines with some fonts; `glyphs` are what they came to."""

    def __init__(self, fonts: Fonts) -> None:
        """Begin without any glyph."""
        self.glyphs = GlyphTable()
        self._fonts = fonts
        self._known: dict[_Run, Shaped] = {}

    def line(self, text: str, levels: Sequence[int]) -> Shaped:
        """A line; `levels` are of its characters but for the line ends after them."""
        words = text.rstrip("\n")
        from_right = any(levels) and _is_read_from_right(words)
        runs = list(self._runs(words, levels, from_right=from_right))
        shaped = [self._shaped(run) for run in _as_seen(runs)]
        ends = self._line_ends(len(text) - len(words))
        shaped = [ends, *shaped] if from_right else [*shaped, ends]
        return Shaped("".join(s.shown for s in shaped), sum(s.width for s in shaped))

    def _runs(self, words: str, levels: Sequence[int], *, from_right: bool) -> Iterator[_Run]:
        """Words are short and come again, so each is a run of its own."""
        faces = self._fonts.along(words)
        if not any(faces) and not any(levels):
            yield from map(_Run, _WORD.findall(words))
            return
        kinds = zip(words, faces, levels, strict=True)
        for (face, level), chars in groupby(kinds, lambda kind: kind[1:]):
            for word in _WORD.findall("".join(kind[0] for kind in chars)):
                partners = (_BRACKETS + _QUOTES * from_right) if level % 2 else ""
                yield _Run(word, face, level, partners)

    def _shaped(self, run: _Run) -> Shaped:
        known = self._known.get(run)
        if known is None:
            known = self._known[run] = self._set(list(self._pieces(run)))
        return known

    def _line_ends(self, n: int) -> Shaped:
        """They are not seen, but extracted."""
        full, rest = divmod(n, _MOST_LINE_ENDS)
        sizes = [*[_MOST_LINE_ENDS] * full, *([rest] if rest else [])]
        return self._set([(Piece("\n" * size, 0), 0) for size in sizes])

    def _set(self, pieces: list[tuple[Piece, int]]) -> Shaped:
        shown, width = "", 0
        for piece, advance in pieces:
            shown += f"{self.glyphs.code_of(piece):04x}"
            if advance != piece.width:
                shown += f">{piece.width - advance}<"
            width += advance
        return Shaped(f"<{shown}>" if shown else "", width / 1000)

    def _pieces(self, run: _Run) -> Iterator[tuple[Piece, int]]:
        """The pieces of a run as they are seen, and how far it is from each to the next."""
        font = self._fonts.faces[run.face]
        buffer = hb.Buffer()
        buffer.add_codepoints([ord(self._fonts.drawn.get(char, char)) for char in run.text])
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if run.level % 2 else "ltr"
        hb.shape(font, buffer)
        glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        starts = sorted({info.cluster for info, _ in glyphs})
        ends = dict(zip(starts, [*starts[1:], len(run.text)], strict=True))
        for start, cluster in groupby(glyphs, lambda glyph: glyph[0].cluster):
            yield from self._of_cluster(run, run.text[start : ends[start]], list(cluster))

    def _of_cluster(
        self,
        run: _Run,
        text: str,
        glyphs: list[tuple[hb.GlyphInfo, hb.GlyphPosition]],
    ) -> Iterator[tuple[Piece, int]]:
        strokes, x = [], 0
        for info, position in glyphs:
            dx, dy = x + position.x_offset, position.y_offset
            strokes.append(Stroke(run.face, info.codepoint, dx, dy))
            x += position.x_advance
        width = x
        if len(glyphs) == 1:
            width = self._fonts.faces[run.face].get_glyph_h_advance(glyphs[0][0].codepoint)
        if text == "\t":
            width = x = x * _TAB_IN_BLANKS
        if run.level % 2:
            text = "".join(_partner(char, run.partners) for char in text)
            # Who reads from the right meets the last character first.
            yield from ((Piece(char, 0), 0) for char in reversed(text[1:]))
            text = text[:1]
        yield Piece(text, width, tuple(strokes)), x


def _is_read_from_right(words: str) -> bool:
    """How PDFium decides: by stretches of letters, of which numbers are some from the left."""
    sides = "".join(_SIDES.get(unicodedata.bidirectional(char), " ") for char in words)
    n_right, n_left = len(re.findall("R+", sides)), len(re.findall("L+", sides))
    return 0 < n_right >= n_left


def _partner(char: str, pairs: str) -> str:
    at = pairs.find(char)
    return char if at < 0 else pairs[at ^ 1]


def _as_seen(runs: list[_Run]) -> list[_Run]:
    """Runs from left to right as they are seen (rule L2)."""
    odd = [run.level for run in runs if run.level % 2]
    deepest = max((run.level for run in runs), default=0)
    for level in range(deepest, min(odd, default=deepest + 1) - 1, -1):
        runs = _turned(runs, level)
    return runs


def _turned(runs: list[_Run], level: int) -> list[_Run]:
    turned: list[_Run] = []
    for is_deep, some in groupby(runs, lambda run: run.level >= level):
        together = list(some)
        turned.extend(reversed(together) if is_deep else together)
    return turned
