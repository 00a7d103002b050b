"""What a few typed letters mean in a list: every word of them occurs, accents or not."""

from collections.abc import Sequence
from typing import TypeVar

from qa_app.gui.folding import folded

_NEAR = 75.0

Item = TypeVar("Item")


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
