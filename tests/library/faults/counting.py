"""What is read and encoded, whichever process does it, noted before it is done."""

import hashlib
import os
from collections.abc import Generator, Sequence
from pathlib import Path

from msgspec import Struct

from qa_app.encoding.protocol import PassageText, PassageVectors
from qa_app.library.writer import text_key
from qa_app.model import Cancelled, never_cancelled
from qa_app.reading.file_reader import Reading, Wants
from tests.fakes import DirectReader, HashEncoder

READ, ENCODED = "read", "encoded"


class Begun(Struct, frozen=True):
    """What was begun, in order: digests of the bytes of files, and of texts."""

    read: tuple[str, ...]
    encoded: tuple[str, ...]


class Counts:
    """Notes in a file, which outlives whoever writes to it."""

    def __init__(self, path: Path) -> None:
        path.touch()
        self._path = path
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND)

    def note(self, what: str, digests: Sequence[str]) -> None:
        """Write down what is begun, in one write: two threads may be here."""
        os.write(self._file, "".join(f"{what} {digest}\n" for digest in digests).encode())

    def taken(self) -> Begun:
        """What was begun since this was last asked."""
        noted = [line.split() for line in self._path.read_text().splitlines()]
        os.truncate(self._path, 0)
        read, encoded = (
            tuple(digest for what, digest in noted if what == kind) for kind in (READ, ENCODED)
        )
        return Begun(read, encoded)


class CountingReader(DirectReader):
    """Notes the content of each file that it is given."""

    def __init__(self, counts: Counts) -> None:
        super().__init__()
        self._counts = counts

    def read(
        self,
        data: bytes,
        format: str,  # noqa: A002 - as the protocol has it
        wants: Wants,
        cancelled: Cancelled = never_cancelled,
    ) -> Generator[Reading, None, None]:
        """See `FileReader.read`."""
        self._counts.note(READ, [hashlib.sha256(data).hexdigest()])
        yield from super().read(data, format, wants, cancelled)


class CountingEncoder(HashEncoder):
    """Notes each text that it is given."""

    def __init__(self, counts: Counts) -> None:
        super().__init__()
        self._counts = counts

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """See `Encoder.encode_passages`."""
        self._counts.note(ENCODED, [text_key(passage).hex() for passage in passages])
        return super().encode_passages(passages)
