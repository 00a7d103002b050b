"""Text as people look for it: without case, accents and typography, each place traced back.

Positions are code points of the text that was folded.
"""

import unicodedata
from bisect import bisect_right
from functools import cache
from itertools import accumulate

from msgspec import Struct

_LIKE = {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-"}
_UNSEEN = frozenset({"Mn", "Me", "Cf"})


class Folded(Struct, frozen=True):
    """A folded text, and where its characters came from.

    `odd` are the characters that became none or several, in order, and `after` how long the folded
    text was once each of them was in; without any the two texts match place by place.
    """

    text: str
    n_chars: int
    odd: tuple[int, ...] = ()
    after: tuple[int, ...] = ()

    def begin(self, at: int) -> int:
        """The character from which the folded one at `at` came."""
        n = bisect_right(self.after, at)
        came_from = at + (self.odd[n - 1] + 1 - self.after[n - 1] if n else 0)
        # What is at or past the next odd character is a part of it.
        return min(came_from, self.odd[n]) if n < len(self.odd) else came_from


def folded(text: str) -> str:
    """`text` without case, accents and typography, for comparing."""
    return text.translate(_table(match_case=False))


class Folder:
    """Folds texts so that what is found in them can be traced back."""

    def __init__(self, *, match_case: bool) -> None:
        self._table = _table(match_case=match_case)

    def fold(self, text: str) -> Folded:
        """The folded text: the same words fold alike, however they are written."""
        folded = text.translate(self._table)
        odd_chars = {c for c in set(text) if len(self._table.became(c)) != 1}
        if not odd_chars:
            return Folded(folded, len(text))
        odd = tuple(i for i, c in enumerate(text) if c in odd_chars)
        grown = accumulate(len(self._table.became(text[i])) - 1 for i in odd)
        after = tuple(i + 1 + n for i, n in zip(odd, grown, strict=True))
        return Folded(folded, len(text), odd, after)

    def is_unseen(self, char: str) -> bool:
        """Whether a character becomes nothing: an accent on its own, or a mark without a width."""
        return not self._table.became(char)


@cache
def _table(*, match_case: bool) -> "_Table":
    """One for all: what a character becomes is found out once."""
    return _Table(match_case=match_case)


class _Table(dict[int, str]):
    """What `str.translate` asks, answered when it first asks."""

    def __init__(self, *, match_case: bool) -> None:
        super().__init__()
        self._match_case = match_case

    def __missing__(self, code_point: int) -> str:
        became = self[code_point] = self._fold(chr(code_point))
        return became

    def became(self, char: str) -> str:
        """What a character becomes."""
        return self[ord(char)]

    def _fold(self, char: str) -> str:
        if char.isspace():
            return " "
        if char in _LIKE:
            return _LIKE[char]
        apart = unicodedata.normalize("NFKD", char)
        bare = "".join(c for c in apart if unicodedata.category(c) not in _UNSEEN)
        if not bare and unicodedata.category(char) not in _UNSEEN:
            return char
        cased = bare if self._match_case else bare.casefold()
        return "".join(c for c in cased if unicodedata.category(c) not in _UNSEEN)
