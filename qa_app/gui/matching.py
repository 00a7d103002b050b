"""What a few typed letters mean in a list: every word of them occurs, accents or not."""

import re
import unicodedata
from collections.abc import Sequence
from typing import TypeVar

_NEAR = 75.0
# A set of letters is looked through far faster than each letter is asked whether it combines.
_COMBINING = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)

Item = TypeVar("Item")


def folded(text: str) -> str:
    """`text` without case and accents, for comparing."""
    if text.isascii():
        return text.lower()
    return _COMBINING.sub("", unicodedata.normalize("NFKD", text.casefold()))


def holds_all(words: Sequence[str], text: str) -> bool:
    """Whether every one of `words` occurs in `text`; both are `folded`."""
    return all(word in text for word in words)


def matching(typed: str, items: Sequence[tuple[str, Item]]) -> list[Item]:
    """The items whose folded text holds every word of `typed`, in their order.

    Where there is none, those that come near it: a slip of the finger hides nothing.
    """
    words = folded(typed).split()
    found = [item for text, item in items if holds_all(words, text)]
    return found or _near(" ".join(words), items)


def _near(typed: str, items: Sequence[tuple[str, Item]]) -> list[Item]:
    """The items of which some part reads nearly as `typed`, the nearest first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - seldom needed, and slow to load

    texts = [text for text, _ in items]
    near = process.extract(typed, texts, scorer=fuzz.partial_ratio, score_cutoff=_NEAR, limit=None)
    return [items[place][1] for _, _, place in near]
