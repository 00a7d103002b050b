"""Fonts for exported pages: which of them a text needs, and what each character is drawn with."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import uharfbuzz as hb
from msgspec import Struct

# Glyphs are measured and drawn in thousandths of an em, as PDF has it.
EM = 1000
MAIN = "NotoSans[wght]"
REPLACEMENT, BLANK = "\ufffd", " "
_PACKAGE, _CJK_PACKAGE = "manimgx_fonts", "manimgx_fonts_cjk"
# They have letters of other scripts, which have fonts of their own.
_LAST = ("NotoSansSymbols[wght]", "NotoEmoji[wght]")
_WEIGHT = {"wght": 400.0}
# How the one file of Chinese, Japanese and Korean fonts numbers them.
_JAPANESE, _KOREAN, _CHINESE = 0, 1, 2
_KANA, _HANGUL = ("\u3041", "\u30ff"), ("\uac00", "\ud7a3")
# They belong to what stands before them, whichever font that is drawn with.
_CONTINUING = frozenset({"Mn", "Mc", "Me", "Cf"})
# A blank shows one that no font has.
_UNSEEN = frozenset({"Cf", "Cc", "Zl", "Zp", "Zs"})


class Fonts(Struct, frozen=True):
    """The fonts that a text is drawn with, the main one first.

    `own` is the number of a character's font, `drawn` the character whose glyph it gets where that
    is not its own, `widths` how wide it is in em. Those `continuing` are drawn with the font of
    what stands before them, where it has them.
    """

    faces: tuple[hb.Font, ...]
    own: dict[str, int]
    continuing: frozenset[str]
    drawn: dict[str, str]
    widths: dict[str, float]

    def along(self, text: str) -> list[int]:
        """The number of the font for each character of a text."""
        numbers = [self.own[char] for char in text]
        if self.continuing.isdisjoint(text):
            return numbers
        for n, char in enumerate(text):
            if n and char in self.continuing and _has(self.faces[numbers[n - 1]], char):
                numbers[n] = numbers[n - 1]
        return numbers


def fonts_for(text: str) -> Fonts:
    """The fonts that cover a text."""
    left = frozenset(text) - {"\n"}
    faces = [_face(_path(MAIN))]
    chosen: dict[str, int] = {}
    for face in _candidates(text, faces[0]):
        found = {char for char in left if _has(face, char)}
        if found and face is not faces[0]:
            faces.append(face)
        chosen |= dict.fromkeys(found, len(faces) - 1)
        left -= found
        if not left:
            break
    drawn = {char: BLANK if unicodedata.category(char) in _UNSEEN else REPLACEMENT for char in left}
    chosen |= dict.fromkeys(left, 0)
    continuing = frozenset(c for c in chosen if unicodedata.category(c) in _CONTINUING)
    return Fonts(tuple(faces), chosen, continuing, drawn, _widths(faces, chosen, drawn))


def _widths(
    faces: list[hb.Font], chosen: dict[str, int], drawn: dict[str, str]
) -> dict[str, float]:
    widths = {}
    for char, number in chosen.items():
        glyph = faces[number].get_nominal_glyph(ord(drawn.get(char, char)))
        continues = unicodedata.category(char) in {"Mn", "Me", "Cf"}
        widths[char] = 0.0 if continues else faces[number].get_glyph_h_advance(glyph) / EM
    return widths


def _candidates(text: str, main: hb.Font) -> Iterator[hb.Font]:
    """All fonts there are, in the order in which they are asked for a character."""
    yield main
    upright = [path for path in _folder(_PACKAGE).glob("*.ttf") if "Italic" not in path.stem]
    for path in sorted(upright, key=lambda path: (path.stem in _LAST, path.stem)):
        if path.stem != MAIN:
            yield _face(path)
    for path in _folder(_CJK_PACKAGE).glob("*.ttc"):
        yield _face(path, _cjk_number(text))


def _cjk_number(text: str) -> int:
    """Which of them draws the signs that the languages share."""
    if any(_KANA[0] <= char <= _KANA[1] for char in text):
        return _JAPANESE
    return _KOREAN if any(_HANGUL[0] <= char <= _HANGUL[1] for char in text) else _CHINESE


def _has(face: hb.Font, char: str) -> bool:
    return bool(face.get_nominal_glyph(ord(char)))


def _folder(package: str) -> Path:
    return Path(str(files(package)))


def _path(stem: str) -> Path:
    return _folder(_PACKAGE) / f"{stem}.ttf"


@cache
def _face(path: Path, number: int = 0) -> hb.Font:
    font = hb.Font(hb.Face(hb.Blob.from_file_path(path), number))
    font.scale = (EM, EM)
    font.set_variations(_WEIGHT)
    return font
