"""The process that reads, with a reader of plain text that does what the text says.

python -m tests.reading.hostile_worker
"""

import os
import signal
import sys
from pathlib import Path

from qa_app.model import Document
from qa_app.reading import plain_text
from qa_app.reading.worker.serving import main

COMMAND = (sys.executable, "-P", "-m", "tests.reading.hostile_worker")
CRASH, QUIT, HANG, SWELL, WRITE = b"CRASH", b"QUIT", b"HANG", b"SWELL", b"WRITE"

_read_plain_text = plain_text.read_plain_text


def _read(data: bytes) -> Document:
    order, _, rest = data.partition(b" ")
    match order:
        case b"CRASH":
            os.kill(os.getpid(), signal.SIGSEGV)
        case b"QUIT":
            os._exit(7)
        case b"HANG":
            while True:
                pass
        case b"SWELL":
            return _read_plain_text(b"a" * 10**11)
        case b"WRITE":
            Path(rest.decode()).write_bytes(b"mine")
        case _:
            pass
    return _read_plain_text(data)


if __name__ == "__main__":
    plain_text.read_plain_text = _read
    sys.exit(main())
