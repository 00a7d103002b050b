"""Which way each character of a text runs, as deep as it is embedded.

Marks that isolate are obeyed. Those that embed or override are not: a document cannot have its
words shown in another order than that of their characters.

Source: Unicode Standard Annex 9, https://www.unicode.org/reports/tr9/.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from qa_app.citing.export.direction import runs_right_to_left

# A text without any of them runs from left to right, whatever else is in it.
_TURNING = frozenset({"R", "AL", "AN", "RLI", "LRI", "FSI"})
# A letter for each class of characters that is told apart; others are as if they were not there.
_LETTERS = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "ES": "s", "ET": "t", "CS": "c",
    "NSM": "m", "S": "o", "WS": "o", "ON": "o", "B": "o", "RLI": "o", "LRI": "o", "FSI": "o",
    "PDI": "o",
}  # fmt: skip
_ISOLATES = {"\u2066": 0, "\u2067": 1, "\u2068": None}
_END = "\u2069"
_PAIRS = "()[]{}⟨⟩⟦⟧⟪⟫（）［］｛｝「」『』【】〈〉《》〔〕"
_CLOSING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_DEEPEST = 60
_MOST_OPEN = 63


def levels_of(text: str, base: int) -> list[int]:
    """For each character its level; an odd one is from right to left, as is an odd `base`."""
    classes = [unicodedata.bidirectional(char) for char in text]
    if base == 0 and _TURNING.isdisjoint(classes):
        return [0] * len(text)
    inside = list(_isolated(text)) if base < _DEEPEST else []
    # What is isolated is one sign without direction to what stands around it.
    for start, end, _ in inside:
        classes[start + 1 : end] = [""] * (end - start - 1)
    seen = [n for n, kind in enumerate(classes) if kind in _LETTERS]
    around = "R" if base % 2 else "L"
    kinds = _weak(f"{around}{''.join(_LETTERS[classes[n]] for n in seen)}{around}")
    kinds = _neutral(_bracketed("".join(text[n] for n in seen), kinds, around), around)
    found = dict(zip(seen, _deepened(kinds[1:-1], base), strict=True))
    levels: list[int] = []
    for n in range(len(text)):
        levels.append(found.get(n, levels[-1] if levels else base))
    for start, end, is_rtl in inside:
        deeper = base + 1 if (base + 1) % 2 == is_rtl else base + 2
        levels[start + 1 : end] = levels_of(text[start + 1 : end], deeper)
    return levels


def levels_at_end(line: str, levels: Sequence[int], base: int) -> list[int]:
    """The levels of a line: white space at its end is as the paragraph (rule L1)."""
    n = len(line.rstrip())
    return [*levels[:n], *[base] * (len(line) - n)]


def _isolated(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where an isolate begins, where it ends, and whether it runs from right to left."""
    start, depth = 0, 0
    for n, char in enumerate(text):
        if char in _ISOLATES:
            start = start if depth else n
            depth += 1
        elif char == _END and depth:
            depth -= 1
            if not depth:
                yield start, n, _is_rtl(text[start], text[start + 1 : n])
    if depth:
        yield start, len(text), _is_rtl(text[start], text[start + 1 :])


def _is_rtl(mark: str, words: str) -> bool:
    said = _ISOLATES[mark]
    return runs_right_to_left(words) if said is None else bool(said)


def _weak(kinds: str) -> str:
    """Marks on letters, numbers and what stands in them (rules W1 to W7)."""
    kinds = re.sub("(.)m+", lambda found: found[1] * len(found[0]), kinds)
    kinds = re.sub("A[^LRA]*", lambda found: found[0].replace("E", "N"), kinds)
    kinds = kinds.replace("A", "R")
    kinds = re.sub("(?<=E)[sc](?=E)", "E", kinds)
    kinds = re.sub("(?<=N)c(?=N)", "N", kinds)
    kinds = re.sub("t*E[tE]*", lambda found: "E" * len(found[0]), kinds)
    kinds = re.sub("[stc]", "o", kinds)
    return re.sub("L[^LR]*", lambda found: found[0].replace("E", "L"), kinds)


def _bracketed(text: str, kinds: str, around: str) -> str:
    """Brackets run as what they hold, or as what stands before them (rule N0)."""
    if _CLOSING.keys().isdisjoint(text):
        return kinds
    found = list(kinds)
    for start, end in sorted(_brackets(text)):
        # One letter of `kinds` stands before the text.
        inside = set(map(_strong, found[start + 2 : end + 1])) - {"o"}
        if not inside:
            continue
        before = next(k for k in map(_strong, reversed(found[: start + 1])) if k != "o")
        run = around if around in inside else before
        found[start + 1] = found[end + 1] = run
    return "".join(found)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    for n, char in enumerate(text):
        if char in _CLOSING:
            if len(opened) == _MOST_OPEN:
                return
            opened.append((_CLOSING[char], n))
        elif any(char == closing for closing, _ in opened):
            while opened[-1][0] != char:
                opened.pop()
            yield opened.pop()[1], n


def _strong(kind: str) -> str:
    return "R" if kind in "EN" else kind


def _neutral(kinds: str, around: str) -> str:
    """What has no direction runs as what stands on both sides of it (rules N1 and N2)."""
    kinds = re.sub("(?<=L)o+(?=L)", lambda found: "L" * len(found[0]), kinds)
    kinds = re.sub("(?<=[REN])o+(?=[REN])", lambda found: "R" * len(found[0]), kinds)
    return kinds.replace("o", around)


def _deepened(kinds: str, base: int) -> list[int]:
    """Rules I1 and I2."""
    level = {"L": base + base % 2, "R": base + 1 - base % 2}
    number = base + 2 - base % 2
    return [level.get(kind, number) for kind in kinds]
