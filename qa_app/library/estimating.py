"""How long an indexing run will still take."""

from collections import deque
from collections.abc import Callable

# A run says so after three seconds, and after half a minute or a twentieth of its work.
_SETTLED_S = 3.0
_TELLING_S = 30.0
_TELLING_SHARE = 0.05
# What was done longer ago says little of what is left: passages that are known cost nothing.
_WINDOW_S = 60.0
_MARK_S = 1.0


class TimeLeft:
    """Measures a run by the bytes of its files, at the pace of its last minute.

    A file counts as far as its passages are done, however few of them had to be encoded.
    """

    def __init__(self, n_bytes: int, clock: Callable[[], float]) -> None:
        """A run over files of `n_bytes` begins; `clock` tells seconds."""
        self._n_bytes = n_bytes
        self._clock = clock
        self._began = clock()
        self._n_done = 0
        # When how much was done. The first is of the first that was done at all: before it the
        # model may have been loaded for seconds.
        self._marks: deque[tuple[float, float]] = deque()

    def note(self, n_bytes: int) -> None:
        """A file of that size is done."""
        self._n_done += n_bytes

    def estimate(self, n_bytes_in_hand: float = 0.0) -> float | None:
        """Seconds left; None while what is done says too little about the rest.

        `n_bytes_in_hand` are done of files that are not done.
        """
        if self._n_done >= self._n_bytes:
            return 0.0
        now, done = self._clock(), self._n_done + n_bytes_in_hand
        if not done:
            return None
        self._mark(now, done)
        elapsed_s = now - self._began
        is_small = done < _TELLING_SHARE * self._n_bytes and elapsed_s < _TELLING_S
        since, before = self._marks[0]
        if elapsed_s < _SETTLED_S or is_small or done <= before:
            return None
        return max((now - since) / (done - before) * (self._n_bytes - done), 0.0)

    def _mark(self, now: float, done: float) -> None:
        if not self._marks or (done > self._marks[-1][1] and now - self._marks[-1][0] >= _MARK_S):
            self._marks.append((now, done))
        while len(self._marks) > 2 and self._marks[1][0] <= now - _WINDOW_S:
            self._marks.popleft()
