"""Fonts for exported pages: which of them a text needs, and how wide its characters are."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

MAIN = "NotoSans[wght]"
REPLACEMENT = "\ufffd"
_PACKAGE = "manimgx_fonts"
# They have letters of other scripts, which have fonts of their own.
_LAST = ("NotoSansSymbols[wght]", "NotoEmoji[wght]")
# They shape what stands around them, or break a line, and need no glyph of their own.
_NO_GLYPH = frozenset("\n\t\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff")


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts that a text is drawn with.

    `paths` begins with the main one. `widths` are of each character, in em. `missing` are those
    that no font has.
    """

    paths: tuple[Path, ...]
    widths: dict[str, float]
    missing: frozenset[str]


def fonts_for(text: str) -> Fonts:
    """The fonts that cover a text."""
    left = (frozenset(text) | {REPLACEMENT, " "}) - _NO_GLYPH
    paths: list[Path] = []
    widths = dict.fromkeys(_NO_GLYPH, 0.0)
    for path in _fonts():
        advances = _advances(path)
        found = {char: advances[ord(char)] for char in left if ord(char) in advances}
        if found or path.stem == MAIN:
            paths.append(path)
        widths |= found
        left -= found.keys()
        if not left:
            break
    return Fonts(tuple(paths), widths, left)


def _fonts() -> list[Path]:
    """All fonts there are, in the order in which they are asked for a character."""
    upright = [
        path for path in Path(str(files(_PACKAGE))).glob("*.ttf") if "Italic" not in path.stem
    ]
    return sorted(upright, key=lambda path: (path.stem in _LAST, path.stem != MAIN, path.stem))


@cache
def _advances(path: Path) -> dict[int, float]:
    """How wide each character of a font is, in em."""
    with TTFont(path, lazy=True) as font:
        widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {code: widths[name][0] / em for code, name in font.getBestCmap().items()}
