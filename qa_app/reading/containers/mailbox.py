"""A mailbox file: mails one after the other, each after a line that begins with “From ”."""

import re
from collections.abc import Iterator

from qa_app.errors import ReadError
from qa_app.reading.containers.mail import subject_of
from qa_app.reading.containers.member import Member, Opened
from qa_app.reading.limits import ReadingLimits

# A mail that quotes such a line has no header below it.
_START = re.compile(rb"(?:\A|\n\r?\n)From [^\n]*\n(?=[\x21-\x39\x3b-\x7e]+:)")
# How one that would begin a line of a mail was kept from beginning a mail.
_KEPT_APART = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def open_mailbox(data: bytes, _limits: ReadingLimits) -> Opened:
    """The mails of a mailbox, each named by its number and subject.

    Raises:
        ReadError: there is none in it.
    """
    if _START.search(data) is None:
        raise ReadError("no mail in it")
    return Opened(_mails(data))


def _mails(data: bytes) -> Iterator[Member]:
    found = _START.search(data)
    number = 0
    while found is not None:
        number += 1
        start = found.end()
        found = _START.search(data, start)
        mail = _KEPT_APART.sub(b"", data[start : len(data) if found is None else found.start()])
        yield _member(number, mail)


def _member(number: int, mail: bytes) -> Member:
    subject = subject_of(mail).replace("/", " ").replace("\\", " ")
    return Member(f"{number:04} {subject.strip()}".strip() + ".eml", len(mail), lambda: mail)
