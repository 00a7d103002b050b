"""When an indexing run lets questions find what it has done."""

import time

# How long what is done may wait before questions can find it.
_FIRST_PUBLISH_S = 1.0
_MOST_PUBLISH_S = 20.0
# Each publication costs something however little there is: it may take a twentieth of the time.
_LATER = 3
_REST = 20


class Publishing:
    """When to publish: soon at first, ever more seldom, and never for most of the time."""

    def __init__(self) -> None:
        self._last: float | None = None
        self._wait_s = _FIRST_PUBLISH_S

    def begin(self) -> None:
        """There is something to publish. Before it the model may have been loaded for seconds."""
        if self._last is None:
            self._last = time.monotonic()

    def is_due(self) -> bool:
        """Whether enough time has passed since the last time, or since there is something."""
        return self._last is not None and time.monotonic() - self._last > self._wait_s

    def note(self, began: float, ended: float) -> None:
        """Publishing took from `began` to `ended`."""
        self._last = ended
        self._wait_s = max(min(_LATER * self._wait_s, _MOST_PUBLISH_S), _REST * (ended - began))
