"""The one font of an exported PDF: a glyph for each thing that is drawn, with the text it is.

The fonts that a text needs are many, and a letter may take several of their glyphs, set by offsets.
Programs that extract text take what stands higher for another line, and what has no text of its own
for garbage. So each such letter becomes one glyph here, and each glyph says what it is.
"""

import io

import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from msgspec import Struct

from qa_app.citing.export.pdf_fonts import EM

ASCENT, DESCENT = 1069, -293
_NOTHING = ".notdef"
_MAX_ERROR = 0.5
# What 16 bits can number beside the first, which is nothing.
_MOST = 0xFFFF


class Stroke(Struct, frozen=True):
    """A glyph of one of the fonts, and where it is drawn."""

    face: int
    glyph: int
    dx: int = 0
    dy: int = 0


class Piece(Struct, frozen=True):
    """What becomes one glyph: strokes, how wide they are together, and the text they show."""

    text: str
    width: int
    strokes: tuple[Stroke, ...] = ()


class GlyphTable:
    """Numbers the pieces of a text, from 1, and makes a font of them."""

    def __init__(self) -> None:
        """Begin without any."""
        self._codes: dict[Piece, int] = {}

    def code_of(self, piece: Piece) -> int:
        """The number of a piece; where there are too many, of nothing."""
        if piece not in self._codes and len(self._codes) == _MOST:
            return 0
        return self._codes.setdefault(piece, len(self._codes) + 1)

    def texts(self) -> list[str]:
        """What each piece is, in their order."""
        return [piece.text for piece in self._codes]

    def widths(self) -> list[int]:
        """How wide each piece is, in their order."""
        return [piece.width for piece in self._codes]

    def font_file(self, faces: tuple[hb.Font, ...]) -> bytes:
        """The pieces as a TrueType font, each under its number."""
        names = [_NOTHING, *(f"g{code}" for code in self._codes.values())]
        pieces = [Piece("", 0), *self._codes]
        builder = FontBuilder(EM, isTTF=True)
        builder.setupGlyphOrder(names)
        outlines = {name: _outline(piece, faces) for name, piece in zip(names, pieces, strict=True)}
        builder.setupGlyf(outlines)
        metrics = {
            name: (piece.width, getattr(outlines[name], "xMin", 0))
            for name, piece in zip(names, pieces, strict=True)
        }
        builder.setupHorizontalMetrics(metrics)
        builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
        out = io.BytesIO()
        builder.font.save(out)
        return out.getvalue()


def _outline(piece: Piece, faces: tuple[hb.Font, ...]) -> object:
    pen = TTGlyphPen(None)
    for stroke in piece.strokes:
        moved = TransformPen(Cu2QuPen(pen, _MAX_ERROR), (1, 0, 0, 1, stroke.dx, stroke.dy))
        faces[stroke.face].draw_glyph_with_pen(stroke.glyph, moved)
    return pen.glyph()
