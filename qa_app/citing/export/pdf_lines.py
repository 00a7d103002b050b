"""A paragraph cut into lines."""

import re
from collections.abc import Iterator, Mapping

# Chinese and Japanese may break between any two signs, but not before one that closes.
_SIGN = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CLOSING = "、。，．」』）】〉》〕！？：；ー々”’"
_WORD = re.compile(rf"(?:[{_SIGN}][{_CLOSING}]*|[^\s{_SIGN}]+|^)\s*")


def lines_of(text: str, widths: Mapping[str, float], width_em: float) -> Iterator[str]:
    """The lines of a text where a line is `width_em` wide; `widths` are of each character, in em.

    Lines end between words, and in words that are wider than a line. Put together they are the
    text: a line keeps the white space at its end, which may stand out. A text has at least one.
    """
    line, used = "", 0.0
    for found in _WORD.finditer(text):
        word = found[0]
        if line and used + _width(word.rstrip(), widths) > width_em:
            yield line
            line, used = "", 0.0
        while _width(word.rstrip(), widths) > width_em:
            n = max(_n_that_fit(word, widths, width_em), 1)
            yield line + word[:n]
            line, word = "", word[n:]
        line, used = line + word, used + _width(word, widths)
    yield line


def _width(text: str, widths: Mapping[str, float]) -> float:
    return sum([widths.get(char, 1.0) for char in text])


def _n_that_fit(text: str, widths: Mapping[str, float], width_em: float) -> int:
    used = 0.0
    for n, char in enumerate(text):
        used += widths.get(char, 1.0)
        if used > width_em:
            return n
    return len(text)
