"""What stands on a PDF's pages beside its text: running heads, feet and page numbers.

They are known by repetition: the same words, their numbers aside, at the same height of several
pages, above or below everything else.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from qa_app.reading.line_shape import ends_sentence
from qa_app.reading.pdf_lines import Line

_N_EDGE_LINES = 3
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_LONE_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|seite|p\.|pg\.?|página|pagina|стр\.?)\s*)?(?:\d{1,5}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|de|из)\s*\d{1,5})?[\W_]*",
    re.IGNORECASE,
)
_MAX_CHARS = 160
_LARGE = 1.15
_MIN_UPRIGHT_CHARS = 12
# Heights within this many points are one.
_SLOT = 6
_SHARE = 0.5
_MIN_PAGES = 2
_MIN_SLOT_PAGES = 4
_MIN_DISTANCE = 1.7

_Slot = tuple[bool, int]


def margin_lines(pages: Sequence[Sequence[Line]], body: float) -> set[int]:
    """The `id` of each line that is no part of the text, whose own size is `body`."""
    edges = [_edges(page) for page in pages if page]
    by_words: dict[tuple[str, bool], list[Line]] = defaultdict(list)
    for page in edges:
        for line, at_top in page:
            # "Chapter 1" and "Chapter 2" in large letters are headings.
            is_large = line.size > _LARGE * body
            words = line.text if is_large else _NUMBER.sub("#", line.text)
            by_words[words, at_top].append(line)
    found: set[int] = set()
    slots: Counter[_Slot] = Counter()
    for (_, at_top), lines in by_words.items():
        for line in _repeated(lines):
            found.add(id(line))
            slots[at_top, _slot(line)] += 1
    found |= {id(line) for page in edges for line in _numbers(page)}
    found |= {id(line) for page in pages for line in page if _is_upright(line)}
    return found | _in_slots(edges, found, slots)


def _edges(page: Sequence[Line]) -> list[tuple[Line, bool]]:
    """The page's first lines from the top and last from the bottom; True for those at the top."""
    heights = sorted({line.bottom for line in page}, reverse=True)
    n = max(min(_N_EDGE_LINES, len(heights) // 2), 1)
    lowest_top, highest_bottom = heights[n - 1], heights[-n]
    return [
        (line, line.bottom >= lowest_top)
        for line in page
        if (line.bottom >= lowest_top or line.bottom <= highest_bottom)
        and len(line.text) <= _MAX_CHARS
    ]


def _is_upright(line: Line) -> bool:
    """Whether it runs up along the page, as the stamp of an archive does."""
    return len(line.text) > _MIN_UPRIGHT_CHARS and line.right - line.left < 2 * line.size


def _slot(line: Line) -> int:
    return round(line.bottom / _SLOT)


def _repeated(lines: Sequence[Line]) -> Iterator[Line]:
    """Those that stand on several pages at about the same height."""
    if len(lines) < _MIN_PAGES:
        return
    lines = sorted(lines, key=lambda line: line.bottom)
    group = [lines[0]]
    for line in lines[1:]:
        if line.bottom - group[-1].bottom > _SLOT / 2:
            yield from _on_several_pages(group)
            group = []
        group.append(line)
    yield from _on_several_pages(group)


def _on_several_pages(group: list[Line]) -> list[Line]:
    n_pages = len({line.page for line in group})
    # Two pages may well begin or end with the same sentence.
    return group if n_pages >= _MIN_PAGES + ends_sentence(group[0].text) else []


def _numbers(page: Sequence[tuple[Line, bool]]) -> Iterator[Line]:
    """A page number that stands alone at the very edge, on one page as well as on all."""
    for at_top in (True, False):
        lines = [line for line, top in page if top is at_top]
        if lines:
            edge = (max if at_top else min)(lines, key=lambda line: line.bottom)
            if _LONE_NUMBER.fullmatch(edge.text):
                yield edge


def _in_slots(
    edges: Sequence[Sequence[tuple[Line, bool]]], found: set[int], slots: Counter[_Slot]
) -> set[int]:
    """Heads that change with each chapter: at the height of the others, set off from the text."""
    common = {slot for slot, n in slots.items() if n >= max(_MIN_SLOT_PAGES, _SHARE * len(edges))}
    more: set[int] = set()
    for page in edges:
        for line, at_top in page:
            if id(line) not in found and (at_top, _slot(line)) in common:
                others = [other for other, top in page if top is at_top and id(other) not in found]
                distances = (abs(other.bottom - line.bottom) for other in others if other != line)
                if min(distances, default=1e9) > _MIN_DISTANCE * line.size:
                    more.add(id(line))
    return more
