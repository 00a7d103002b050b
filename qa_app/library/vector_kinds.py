"""Which kind of vector index a library has: by its size, so that a question stays quick.

docs/decisions/vector-index-by-size.md has the figures.
"""

from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """How most of the vectors are kept."""

    # All of them as they are, compared one by one.
    FLAT = "flat"
    # A byte a number, compared one by one.
    CODES = "codes"
    # The same, in lists of which only the nearest are compared; the file is mapped, not read.
    LISTS = "lists"


_ORDER = tuple(Kind)


class Sizes(Struct, frozen=True):
    """The numbers that decide.

    `flat` and `codes` are up to how many passages a library has that kind; it goes back to it below
    `slack` of that. Changes since the main part was made are kept beside it, until they are more
    than `share` of it and more than `least`. Lists are as many as `n_lists`, each found by
    `n_training` passages for each; of a library with `grown` times the passages they are found
    anew. `recall` of the ten nearest, over `n_probes` vectors, is what they have to reach, or
    nearly what all lists do.
    """

    flat: int = 10_000
    codes: int = 300_000
    slack: float = 0.8
    share: float = 1 / 32
    least: int = 1_000
    n_lists: int = 1_024
    n_training: int = 64
    grown: float = 2.0
    n_probes: int = 300
    recall: float = 0.975

    def kind_for(self, n: int, now: Kind | None = None) -> Kind:
        """The kind for `n` passages in a library that has kind `now`."""
        kind = self._kind(n)
        if now is None or _ORDER.index(kind) >= _ORDER.index(now):
            return kind
        # One at the border is not to change with every file.
        roomy = self._kind(int(n / self.slack))
        return min(now, roomy, key=_ORDER.index)

    def is_too_much(self, n_changed: int, n_main: int) -> bool:
        """Whether so many changes are no longer to be kept beside the main part."""
        return n_changed > max(self.least, int(self.share * n_main))

    def is_worth_a_pause(self, n_changed: int, n_main: int) -> bool:
        """Whether so many changes are soon too much: while nobody asks, they are put in."""
        return self.is_too_much(2 * n_changed, n_main)

    def _kind(self, n: int) -> Kind:
        if n <= self.flat:
            return Kind.FLAT
        return Kind.CODES if n <= self.codes else Kind.LISTS


class About(Struct, frozen=True):
    """What was found out when the main part of an index was made.

    `n_trained` is of how many passages, `n_probed` how many of the `n_lists` are looked into;
    `recall` the share of the ten nearest found so, in 0 to 1, on the library's own vectors. Codes
    are the numbers of vectors times `scale`; it is 0 where each number has a span of its own.
    """

    kind: Kind = Kind.FLAT
    n_trained: int = 0
    n_lists: int = 0
    n_probed: int = 0
    recall: float = 1.0
    scale: float = 0.0


# Tests make it small.
SIZES = Sizes()
