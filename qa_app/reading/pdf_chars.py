"""What PDFium tells of the characters of a page, asked so that each question costs little.

A page takes hundreds of questions. Where ctypes is told the types of arguments it converts each of
them at each call, which takes longer than PDFium's answer. So it is told none: numbers are `int` in
C as they are, pointers are made once, and many answers are written side by side in one memory.
"""

import ctypes
import struct
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from ctypes import byref
from itertools import repeat
from typing import Any

# pypdfium2 has no types of its own, and ctypes none for pointers.
TextPage = Any
Pointer = Any

Box = tuple[float, float, float, float]

_BOX = struct.Struct("4f")
_ENDS = struct.Struct("8f")
_DOUBLE_BYTES = 8
_FONT_BYTES = 128
# As many answers as the memory holds.
_N_KEPT = 256


class PageChars:
    """The characters of one page after the other. One thread at a time.

    Boxes are left, top, right, bottom, in points; y grows upwards.
    """

    def __init__(self, api: Any) -> None:  # noqa: ANN401 - the raw API has no types
        self._page: Pointer = None
        self._loose_box = _untyped(api.FPDFText_GetLooseCharBox)
        self._count_rects = _untyped(api.FPDFText_CountRects)
        self._rect = _untyped(api.FPDFText_GetRect)
        self._font = _untyped(api.FPDFText_GetFontInfo)
        self._count_chars = _untyped(api.FPDFText_CountChars)
        self._text = _untyped(api.FPDFText_GetText)
        self._text_index = _untyped(api.FPDFText_GetTextIndexFromCharIndex)
        self._char_index = _untyped(api.FPDFText_GetCharIndexFromTextIndex)
        self._object = _untyped(api.FPDFText_GetTextObject, gives=ctypes.c_void_p)
        self._ends = bytearray(_N_KEPT * _ENDS.size)
        places = _places(self._ends, _BOX.size)
        self._firsts_at, self._lasts_at = places[::2], places[1::2]
        self._box = bytearray(_BOX.size)
        (self._box_at,) = _places(self._box, _BOX.size)
        self._edges = array("d", bytes(4 * _DOUBLE_BYTES))
        self._edges_at = _places(self._edges, _DOUBLE_BYTES)
        self._name = ctypes.create_string_buffer(_FONT_BYTES)
        self._name_at, self._flags_at = byref(self._name), byref(ctypes.c_int())

    def turn_to(self, textpage: TextPage) -> None:
        """Has what follows be of this page, which stays open meanwhile."""
        self._page = byref(ctypes.c_char.from_address(_address(textpage)))

    def text(self) -> str:
        """All words of the page, as PDFium has them."""
        page, text_index = self._page, self._text_index
        first, last = 0, self._count_chars(page) - 1
        # Asked for a character that it leaves out, PDFium gives no text at all.
        while first <= last and text_index(page, first) < 0:
            first += 1
        while first <= last and text_index(page, last) < 0:
            last -= 1
        if first > last:
            return ""
        n_chars = last - first + 1
        n_units = text_index(page, last) - text_index(page, first) + 1
        buffer = (ctypes.c_ushort * (max(n_chars, n_units) + 1))()
        n_written = self._text(page, first, n_chars, byref(buffer))
        return bytes(buffer)[: 2 * (n_written - 1)].decode("utf-16-le", "surrogatepass")

    def n_chars(self) -> int:
        """How many characters the page has, those included that are not in its text."""
        return self._count_chars(self._page)

    def index_of(self, at: int) -> int:
        """The character that stands at a position of the text, in units of UTF-16."""
        return max(self._char_index(self._page, at), 0)

    def ends(self, firsts: Sequence[int], lasts: Sequence[int]) -> Iterator[tuple[float, ...]]:
        """The boxes of two characters of each line, first and last, as eight numbers."""
        for at in range(0, len(firsts), _N_KEPT):
            some = firsts[at : at + _N_KEPT]
            _exhaust(map(self._loose_box, repeat(self._page), some, self._firsts_at))
            some = lasts[at : at + _N_KEPT]
            _exhaust(map(self._loose_box, repeat(self._page), some, self._lasts_at))
            yield from _ENDS.iter_unpack(memoryview(self._ends)[: len(some) * _ENDS.size])

    def box(self, index: int) -> Box:
        """The box of a character."""
        self._loose_box(self._page, index, self._box_at)
        left, top, right, bottom = _BOX.unpack(self._box)
        return left, top, right, bottom

    def n_stretches(self, first: int, n_chars: int) -> int:
        """Into how many stretches these characters fall; the next two calls are about them."""
        return self._count_rects(self._page, first, n_chars)

    def stretch(self, number: int) -> Box:
        """The box of a stretch."""
        self._rect(self._page, number, *self._edges_at)
        left, top, right, bottom = self._edges
        return left, top, right, bottom

    def gaps(self, n_stretches: int, least: float) -> list[tuple[int, float, float]]:
        """Where a stretch begins that far from the end of the one before it: which, end, start."""
        rect, page, edges = self._rect, self._page, self._edges
        at, at_top, at_right, at_bottom = self._edges_at
        rect(page, 0, at, at_top, at_right, at_bottom)
        end = edges[2]
        found = []
        for number in range(1, n_stretches):
            rect(page, number, at, at_top, at_right, at_bottom)
            start = edges[0]
            if start - end > least:
                found.append((number, end, start))
            end = edges[2]
        return found

    def objects(self, first: int, words: str) -> list[int]:
        """Where in the words, which start at `first`, one begins that another object draws."""
        get, page = self._object, self._page
        drawn_by = get(page, first)
        starts = []
        at = words.find(" ") + 1
        while at:
            found = get(page, first + at)
            if found != drawn_by:
                starts.append(at)
                drawn_by = found
            at = words.find(" ", at) + 1
        return starts

    def font(self, index: int) -> bytes:
        """The name of a character's font; empty where it is none or too long."""
        n_bytes = self._font(self._page, index, self._name_at, _FONT_BYTES, self._flags_at)
        return self._name.value if 0 < n_bytes <= _FONT_BYTES else b""


def _places(memory: "bytearray | array[float]", step_bytes: int) -> list[Pointer]:
    """Pointers into a memory, one every so many bytes. It can change its size no more."""
    kept = (ctypes.c_char * memoryview(memory).nbytes).from_buffer(memory)
    return [byref(kept, at) for at in range(0, ctypes.sizeof(kept), step_bytes)]


def _untyped(function: Any, gives: Any = ctypes.c_int) -> Callable[..., int]:  # noqa: ANN401
    # PDFium is held by one thread at a time, so there is no lock to give up and take again.
    made: Callable[..., int] = ctypes.PYFUNCTYPE(gives)(_address(function))
    return made


def _address(pointer: Any) -> int:  # noqa: ANN401 - ctypes has no type for all pointers
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _exhaust(calls: Iterable[int]) -> None:
    deque(calls, maxlen=0)
