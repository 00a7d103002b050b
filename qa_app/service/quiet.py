"""Whether anybody is asking anything at the moment."""

import time
from collections.abc import Callable

# Whoever reads an answer asks again before long.
_PAUSE_S = 20.0


class Quiet:
    """Notes when something was asked for last. From any thread."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, pause_s: float = _PAUSE_S
    ) -> None:
        """Begin with a question; it is quiet when none has come for `pause_s`."""
        self._clock = clock
        self._pause_s = pause_s
        self._asked_at = clock()

    def note(self) -> None:
        """Something is asked for now."""
        self._asked_at = self._clock()

    def begins_in_s(self) -> float:
        """How long until it is quiet, if nothing is asked for meanwhile; 0 where it is."""
        return max(0.0, self._asked_at + self._pause_s - self._clock())
