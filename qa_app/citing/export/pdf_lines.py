"""A paragraph cut into lines.

The PDF library can do it too, but measures all of a line anew for each of its characters.
"""

import re
from collections.abc import Iterator, Mapping

_WORD = re.compile(r"\s*\S+|\s+$")


def lines_of(text: str, widths: Mapping[str, float], width_em: float) -> Iterator[str]:
    """The lines of a text where a line is `width_em` wide; `widths` are of each character, in em.

    Lines end between words, where the text ends them, and in words that are wider than a line.
    Put together, with a space or nothing between them, they are the text.
    """
    for paragraph in text.split("\n"):
        yield from _wrapped(paragraph, widths, width_em)


def _wrapped(paragraph: str, widths: Mapping[str, float], width_em: float) -> Iterator[str]:
    line, used = "", 0.0
    for found in _WORD.finditer(paragraph):
        word = found[0]
        needed = _width(word, widths)
        if line and used + needed > width_em:
            yield line
            word = word.lstrip()
            line, used, needed = "", 0.0, _width(word, widths)
        while needed > width_em:
            n = max(_n_that_fit(word, widths, width_em), 1)
            yield word[:n]
            word = word[n:]
            needed = _width(word, widths)
        line, used = line + word, used + needed
    yield line


def _width(text: str, widths: Mapping[str, float]) -> float:
    return sum(widths.get(char, 1.0) for char in text)


def _n_that_fit(text: str, widths: Mapping[str, float], width_em: float) -> int:
    used = 0.0
    for n, char in enumerate(text):
        used += widths.get(char, 1.0)
        if used > width_em:
            return n
    return len(text)
