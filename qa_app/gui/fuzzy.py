"""How well a few typed letters fit a name: letters in order, initials, or nearly its words."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

_AT_START = 3.0
_IN_A_RUN = 3.0
_ELSEWHERE = 0.5
_NAME_FLOOR, _NAME_SHARE = 60.0, 40.0
_INSIDE_A_WORD = 0.5
_ABOUT_SCORE = 40.0
_NEAR_RATIO = 75.0
_NEAR_SHARE = 0.3
_MIN_NEAR_LETTERS = 4
_MIN_ABOUT_LETTERS = 3


class Match(Struct, frozen=True):
    """How well it fits, 0 to 100, and the letters that do, as code points of the name."""

    score: float
    positions: tuple[int, ...] = ()


class _Path(Struct, frozen=True):
    score: float
    positions: tuple[int, ...]


def match(typed: str, name: str, *, about: str = "") -> Match | None:
    """How `typed` fits `name`, else what is said `about` it; None where it does not.

    Each typed word stands for letters of the name in their order, of which the first begins a word
    or all stand together. Failing that, `about` holds words that begin so.
    """
    words = _folded(typed).split()
    if not words:
        return Match(0.0)
    paths = [_best_path(word, _folded(name)) for word in words]
    whole = [path for path in paths if path is not None]
    if len(whole) == len(words):
        n_letters = sum(map(len, words))
        quality = sum(path.score for path in whole) / (_AT_START * n_letters)
        share = n_letters / max(n_letters, len(name))
        score = _NAME_FLOOR + _NAME_SHARE * (0.9 * quality + 0.1 * share)
        return Match(score, tuple(sorted({at for path in whole for at in path.positions})))
    if _begins_words(words, about):
        return Match(_ABOUT_SCORE)
    return None


def near_match(typed: str, name: str) -> Match | None:
    """How nearly a stretch of `name` reads as `typed`, for slips of the finger."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - seldom needed, and takes time to load

    letters = " ".join(_folded(typed).split())
    if len(letters) < _MIN_NEAR_LETTERS:
        return None
    found = fuzz.partial_ratio_alignment(letters, _folded(name), score_cutoff=_NEAR_RATIO)
    if found is None:
        return None
    return Match(_NEAR_SHARE * found.score, tuple(range(found.dest_start, found.dest_end)))


def _best_path(word: str, name: str) -> _Path | None:
    """The letters of `word` in `name`, so that most begin words or follow each other.

    Source: the alignment by dynamic programming of Needleman and Wunsch (1970), with the scores of
    this module; a column per letter of `word`.
    """
    starts = _starts(name)
    ends: dict[int, _Path] = {at: _Path(_AT_START, (at,)) for at in starts if name[at] == word[0]}
    for letter in word[1:]:
        ends = _extended(ends, letter, name, starts)
    if ends:
        return max(ends.values(), key=lambda path: (path.score, -path.positions[-1]))
    at = name.find(word)
    if at < 0 or len(word) == 1:
        return None
    return _Path(_INSIDE_A_WORD * _AT_START * len(word), tuple(range(at, at + len(word))))


def _extended(
    ends: dict[int, _Path], letter: str, name: str, starts: frozenset[int]
) -> dict[int, _Path]:
    """The best way to each next `letter`, from the ways to the letter before."""
    made: dict[int, _Path] = {}
    before: _Path | None = None
    for at in range(1, len(name)):
        last = ends.get(at - 1)
        if name[at] == letter:
            alone = _AT_START if at in starts else _ELSEWHERE
            ways = [_added(last, _IN_A_RUN, at), _added(before, alone, at)]
            found = [way for way in ways if way is not None]
            if found:
                made[at] = max(found, key=lambda path: path.score)
        if last is not None and (before is None or last.score > before.score):
            before = last
    return made


def _added(path: _Path | None, score: float, at: int) -> _Path | None:
    return None if path is None else _Path(path.score + score, (*path.positions, at))


@lru_cache(maxsize=256)
def _starts(name: str) -> frozenset[int]:
    """Where words begin."""
    return frozenset(
        at for at, c in enumerate(name) if not c.isspace() and not (at and name[at - 1].isalnum())
    )


def _begins_words(words: Sequence[str], about: str) -> bool:
    if min(map(len, words)) < _MIN_ABOUT_LETTERS:
        return False
    text = _folded(about)
    return all(any(text.startswith(word, at) for at in _starts(text)) for word in words)


@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    """`text` without case and accents, letter for letter, so that positions stay true."""
    return "".join(_folded_letter(letter) for letter in text)


def _folded_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter)[0].casefold()
    return plain if len(plain) == 1 else letter
