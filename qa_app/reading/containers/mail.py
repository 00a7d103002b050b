"""A mail: its text with who wrote it, to whom and when, and what is attached to it."""

import codecs
import email
import mimetypes
from collections.abc import Iterator, Sequence
from email.message import Message
from functools import partial
from pathlib import PurePosixPath

from msgspec import Struct, field
from msgspec.structs import replace

from qa_app.errors import ReadError
from qa_app.model import Block, BlockKind, Document, Span
from qa_app.reading.containers.mail_headers import (
    decoded,
    header,
    metadata_of,
    shown_lines,
    subject_of,
)
from qa_app.reading.containers.member import Member, Opened
from qa_app.reading.decoding import decode_declared
from qa_app.reading.limits import ReadingLimits
from qa_app.reading.registry import SUPPORTED_SUFFIXES, format_of, read_document

__all__ = ["open_mail", "subject_of"]

_GAP = "\n\n"
_FORMATS = {"text/plain": "text", "text/html": "html"}
_MAIL = "message/rfc822"


class _Parts(Struct):
    """The parts of a mail that are its text, and those that are files."""

    texts: list[Message] = field(default_factory=list)
    files: list[Message] = field(default_factory=list)


def open_mail(data: bytes, limits: ReadingLimits) -> Opened:
    """The mail as a document, and its attachments.

    Raises:
        ReadError: it has neither a head nor a text.
    """
    message = email.message_from_bytes(data)
    parts = _Parts()
    _sort(message, parts, wants_text=True)
    return Opened(_attached(parts.files), _document(message, parts.texts, limits))


def _sort(part: Message, parts: _Parts, *, wants_text: bool) -> None:
    """Sort a part and those in it; of what is said in several ways one is taken."""
    if part.get_content_maintype() == "multipart" and part.is_multipart():
        inner = _inner(part)
        is_choice = part.get_content_subtype() == "alternative"
        chosen = _best(inner) if is_choice else None
        for each in inner:
            _sort(each, parts, wants_text=wants_text and (chosen is None or each is chosen))
    elif _is_text(part):
        if wants_text:
            parts.texts.append(part)
    elif _is_file(part):
        parts.files.append(part)


def _inner(part: Message) -> Sequence[Message]:
    payload = part.get_payload()
    return [each for each in payload if isinstance(each, Message)]


def _best(choices: Sequence[Message]) -> Message | None:
    """The choice with plain words in it, else the one with a page."""
    for wanted in _FORMATS:
        for choice in choices:
            leaves = (part for part in choice.walk() if part.get_content_type() == wanted)
            if any(_is_text(part) and _bytes_of(part).strip() for part in leaves):
                return choice
    return choices[-1] if choices else None


def _is_text(part: Message) -> bool:
    is_body = part.get_content_disposition() != "attachment" and not part.get_filename()
    return is_body and part.get_content_type() in _FORMATS


def _is_file(part: Message) -> bool:
    if part.get_content_type() == _MAIL:
        return part.is_multipart()
    is_meant = part.get_content_disposition() == "attachment" or part.get_filename() is not None
    return not part.is_multipart() and (is_meant or part.get_content_maintype() == "application")


def _document(message: Message, texts: Sequence[Message], limits: ReadingLimits) -> Document:
    head = "\n".join(shown_lines(message))
    text, blocks = head, [Block(BlockKind.FRONT_MATTER, Span(0, len(head)))] if head else []
    form, left_out = "", ""
    for part in texts:
        try:
            body = _body(part, limits)
        except ReadError as error:
            left_out = f"a part of its text is left out: {error}"
            continue
        text += _GAP if text else ""
        blocks += (replace(b, span=b.span.shifted(len(text))) for b in body.blocks)
        text += body.text
        form = form or body.format
    if not text.strip():
        raise ReadError("no text in it")
    # The lines of a page are its own, those of plain text are only as long as a line.
    form = "mail" if form in {"", "text"} else form
    return Document(text, metadata_of(message), tuple(blocks), form, left_out=left_out)


def _body(part: Message, limits: ReadingLimits) -> Document:
    text = decode_declared(_bytes_of(part), part.get_content_charset() or "")
    known = codecs.BOM_UTF8 + text.encode("utf-8", "replace")
    return read_document(known, _FORMATS[part.get_content_type()], limits)


def _bytes_of(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attached(files: Sequence[Message]) -> Iterator[Member]:
    for part in files:
        if part.get_content_type() == _MAIL:
            inner = _inner(part)[0]
            name = header(inner, "Subject").replace("/", " ") or "mail"
            yield Member(f"{name}.eml", 0, partial(_mail_bytes, inner))
        else:
            size = len(str(part.get_payload())) * 3 // 4
            yield Member(_name(part), size, partial(_bytes_of, part))


def _mail_bytes(message: Message) -> bytes:
    try:
        return message.as_bytes()
    except (ValueError, LookupError, TypeError) as error:
        raise ReadError("the mail is damaged") from error


def _name(part: Message) -> str:
    """What the attachment is called, with an end that says what it is."""
    name = decoded(part.get_filename() or "") or "attachment"
    suffix = mimetypes.guess_extension(part.get_content_type()) or ""
    if format_of(PurePosixPath(name)) is None and suffix in SUPPORTED_SUFFIXES:
        return name + suffix
    return name
