"""What the process that reads may take of the machine, where the system can be told."""

import contextlib
import math
import sys
import time

from qa_app.reading.limits import ReadingLimits

# The program ends a process that takes too long; this is for when the program is gone itself.
_GRACE_S = 5

if sys.platform == "win32":

    def confine(limits: ReadingLimits) -> None:
        """Windows has no such limits: there the time limit alone holds."""

    def limit_time(limits: ReadingLimits) -> None:
        """See `confine`."""

else:
    import resource

    def confine(limits: ReadingLimits) -> None:
        """Take no more memory than the limits allow, write no file, and leave no core behind."""
        # Modules that are still to be imported would leave their compiled form on the disk.
        sys.dont_write_bytecode = True
        _limit(resource.RLIMIT_AS, limits.max_memory_bytes)
        _limit(resource.RLIMIT_FSIZE, 0)
        _limit(resource.RLIMIT_CORE, 0)

    def limit_time(limits: ReadingLimits) -> None:
        """From now on, take no more processor time than one file may."""
        until_s = time.process_time() + limits.max_read_s + _GRACE_S
        _limit(resource.RLIMIT_CPU, math.ceil(until_s))

    def _limit(kind: int, most: int) -> None:
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        # A limit that the system does not know is none.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (allowed, hard))
