"""The lines of a PDF's page in the order a person reads them.

Most programs write a page's text in that order, and theirs is better than any guess, so it is kept
unless the page itself contradicts it: columns that were written across, line by line, or lines
that jump about.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from qa_app.reading.pdf_lines import Line

_MIN_ROWS = 3
_MIN_CELL_WORDS = 3.5
_MIN_SWITCHES = 6
_DISORDER = 0.25
_MAX_CROSSING = 0.12
_MIN_SIDE = 0.2
_STEP = 2.0
_MAX_WIDTH = 20_000


def in_reading_order(lines: list[Line]) -> list[Line]:
    """The same lines; those that stand across columns are cut in their parts."""
    if len(lines) < _MIN_ROWS:
        return lines
    if any(line.gaps for line in lines):
        cut = _columns_cut(lines)
        if len(cut) > len(lines):
            return _sorted(cut)
    return _sorted(lines) if _is_in_disorder(lines) else lines


def _columns_cut(lines: list[Line]) -> list[Line]:
    """Rows of prose are columns that were written across; rows of a few words are a table."""
    rows = [line for line in lines if line.gaps]
    n_gaps = Counter(len(row.gaps) for row in rows).most_common(1)[0][0]
    rows = [row for row in rows if len(row.gaps) == n_gaps]
    if len(rows) < _MIN_ROWS or not _are_columns(rows):
        return lines
    done: list[Line] = []
    for line in lines:
        is_row = len(line.gaps) == n_gaps
        done += [line.cut(n) for n in range(n_gaps + 1)] if is_row else [line]
    return [line for line in done if line.text]


def _are_columns(rows: Sequence[Line]) -> bool:
    n_gaps = len(rows[0].gaps)
    # The last cells first: in a table they are figures.
    for n in range(n_gaps, -1, -1):
        cells = [
            row.text[row.gaps[n - 1][0] if n else 0 : row.gaps[n][0] if n < n_gaps else None]
            for row in rows
        ]
        if len(" ".join(cells).split()) < _MIN_CELL_WORDS * len(rows):
            return False
    return all(
        max([row.gaps[n][1] for row in rows]) < min([row.gaps[n][2] for row in rows])
        for n in range(n_gaps)
    )


def _is_in_disorder(lines: Sequence[Line]) -> bool:
    """Whether the lines jump up again and again, or from side to side in rows of prose."""
    jumps = switches = 0
    for above, below in pairwise(lines):
        if below.bottom > above.bottom + above.size / 2:
            jumps += 1
        if below.left > above.right or below.right < above.left:
            switches += 1
    if jumps > _MIN_SWITCHES and jumps > _DISORDER * len(lines):
        return True
    if switches <= _MIN_SWITCHES or switches <= _DISORDER * len(lines):
        return False
    return sum(len(line.text.split()) for line in lines) >= _MIN_CELL_WORDS * len(lines)


def _sorted(lines: Sequence[Line]) -> list[Line]:
    """From the top down; between lines that cross the page, one column after the other."""
    gutters = _gutters(lines)
    done: list[Line] = []
    band: list[tuple[int, Line]] = []
    for line in sorted(lines, key=lambda line: (-line.bottom, line.left)):
        first = sum(x <= line.left + line.size / 2 for x in gutters)
        last = sum(x <= line.right - line.size / 2 for x in gutters)
        # A table goes from side to side too.
        if first == last and not line.gaps:
            band.append((first, line))
        else:
            done += _by_column(band)
            done.append(line)
            band = []
    return done + _by_column(band)


def _by_column(band: Sequence[tuple[int, Line]]) -> list[Line]:
    return [line for _, line in sorted(band, key=lambda placed: placed[0])]


def _gutters(lines: Sequence[Line]) -> list[float]:
    """Where nearly no line crosses, with a good part of the lines on either side."""
    start = min(line.left for line in lines)
    width = max(line.right for line in lines) - start
    if width > _MAX_WIDTH:
        return []
    n_steps = int(width / _STEP) + 1
    # Of what the lines cover: where it begins counts up, where it ends down.
    changes = [0] * (n_steps + 2)
    for line in lines:
        changes[int((line.left - start) / _STEP)] += 1
        changes[int((line.right - start) / _STEP) + 1] -= 1
    return _valleys(lines, start, changes, n_steps)


def _valleys(
    lines: Sequence[Line], start: float, changes: Sequence[int], n_steps: int
) -> list[float]:
    found: list[float] = []
    covering = 0
    low: list[int] = []
    for step in range(n_steps):
        covering += changes[step]
        if covering <= _MAX_CROSSING * len(lines):
            low.append(step)
            continue
        if low and low[0] > 0:
            middle = start + _STEP * (low[0] + len(low) / 2)
            n_left = sum(line.right <= middle for line in lines)
            n_right = sum(line.left >= middle for line in lines)
            if min(n_left, n_right) >= _MIN_SIDE * len(lines):
                found.append(middle)
        low = []
    return found
