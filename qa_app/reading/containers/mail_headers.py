"""What the head of a mail says. Nothing in it can be relied on, its encoding least of all."""

import email.parser
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate

from qa_app.model import Metadata

SHOWN = ("From", "To", "Cc", "Date", "Subject")
_MAX_HEAD_BYTES = 1 << 16
_MAX_CHARS = 2_000
_HEAD_END = re.compile(rb"\r?\n\r?\n")


def header(message: Message, name: str) -> str:
    """A header's words on one line; empty where the mail has none of that name."""
    wanted = name.lower()
    raw = next((value for key, value in message.raw_items() if key.lower() == wanted), "")
    return decoded(str(raw)[:_MAX_CHARS])


def decoded(raw: str) -> str:
    """The words of a header as it came, on one line."""
    # What is no ASCII was kept as half of a pair; it is meant as UTF-8 more often than not.
    words = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    with suppress(HeaderParseError, LookupError, ValueError):
        words = str(make_header(decode_header(words)))
    words = "".join(c if c.isprintable() else " " for c in words)
    return " ".join(words.split())


def subject_of(mail: bytes) -> str:
    """The subject of a mail, of which no more than its head is looked at."""
    end = _HEAD_END.search(mail, 0, _MAX_HEAD_BYTES)
    head = mail[: end.end() if end else _MAX_HEAD_BYTES]
    return header(email.parser.BytesHeaderParser().parsebytes(head), "Subject")


def shown_lines(message: Message) -> Iterator[str]:
    """The lines that a reader of the mail sees over its text."""
    for name in SHOWN:
        if words := header(message, name):
            yield f"{name}: {words}"


def metadata_of(message: Message) -> Metadata:
    """Who wrote the mail, when, and about what."""
    return Metadata(
        title=header(message, "Subject"),
        author="; ".join(_names(header(message, "From"))),
        date=_day(header(message, "Date")),
    )


def _names(line: str) -> Iterator[str]:
    for name, address in getaddresses([line]):
        if shown := " ".join(name.split()) or address:
            yield shown


def _day(written: str) -> str:
    """The day in the writer's own zone; empty where it cannot be told."""
    parts = parsedate(written)
    if parts is None:
        return ""
    try:
        return date(*parts[:3]).isoformat()
    except (ValueError, OverflowError):
        return ""
