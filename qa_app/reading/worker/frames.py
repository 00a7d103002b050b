"""What the program and the process that reads say to each other: frames of MessagePack.

The program says `Start` and gets `Ready` or `Unready`. To each `Read` come any number of `Offered`,
each of them answered by `Verdict`, and of `Told`; then `Finished`. Neither speaks out of turn.
"""

import struct

import msgspec

from qa_app.reading.file_reader import Content, Reading
from qa_app.reading.limits import ReadingLimits

_LENGTH = struct.Struct(">Q")
HEAD_BYTES = _LENGTH.size
# The exit status of a process that had no memory left even to say so.
OUT_OF_MEMORY = 12


class Start(msgspec.Struct, frozen=True, tag=True):
    """The limits of reading, and where the program may keep what it can make again."""

    limits: ReadingLimits
    cache_dir: str


class Read(msgspec.Struct, frozen=True, tag=True):
    """Read a file of that format; its bytes, as they are, follow the frame."""

    format: str
    n_bytes: int


class Verdict(msgspec.Struct, frozen=True, tag=True):
    """Whether the file that was offered is wanted."""

    is_wanted: bool


class Ready(msgspec.Struct, frozen=True, tag=True):
    """Files can come."""


class Unready(msgspec.Struct, frozen=True, tag=True):
    """No file can be read; the reason is fit to be shown."""

    reason: str


class Offered(msgspec.Struct, frozen=True, tag=True):
    """A file in the file was unpacked; is it to be read?"""

    content: Content


class Told(msgspec.Struct, frozen=True, tag=True):
    """What became of the file, or of one in it."""

    reading: Reading


class Finished(msgspec.Struct, frozen=True, tag=True):
    """That was all of the file."""


Request = Start | Read | Verdict
Event = Ready | Unready | Offered | Told | Finished

_REQUESTS = msgspec.msgpack.Decoder(Request)
_EVENTS = msgspec.msgpack.Decoder(Event)


def frame(message: Request | Event) -> bytes:
    """The message with its length before it."""
    body = msgspec.msgpack.encode(message)
    return _LENGTH.pack(len(body)) + body


def n_bytes_of(head: bytes) -> int:
    """How long the message after the head of a frame is."""
    (n_bytes,) = _LENGTH.unpack(head)
    return int(n_bytes)


def request_in(body: bytes) -> Request:
    """The request of a frame.

    Raises:
        msgspec.MsgspecError: it is none.
    """
    request: Request = _REQUESTS.decode(body)
    return request


def event_in(body: bytes) -> Event:
    """The event of a frame.

    Raises:
        msgspec.MsgspecError: it is none.
    """
    event: Event = _EVENTS.decode(body)
    return event
