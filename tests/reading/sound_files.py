"""A small sound file of each format, made in code. A further format joins in `SOUND`."""

import io
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage

from tests.reading.made_pdfs import pdf_of
from tests.reading.samples import SAMPLES

_WORDS = "The weir at Harwick held through the night. Nobody was hurt, said the keeper."


def text() -> bytes:
    """Plain text."""
    return f"The weir holds\n\n{_WORDS}\n\nThe gates open in March.\n".encode()


def markdown() -> bytes:
    """Markdown with front matter."""
    return f"---\ntitle: The weir\ndate: 2025-02-17\n---\n\n# The weir\n\n{_WORDS}\n".encode()


def page() -> bytes:
    """A web page."""
    return (
        '<!doctype html><html><head><meta charset="utf-8"><title>The weir</title></head>'
        f"<body><h1>The weir</h1><p>{_WORDS}</p><ul><li>One</li><li>Two</li></ul></body></html>"
    ).encode()


def saved_page() -> bytes:
    """A web page saved as one file."""
    return b"Content-Type: text/html; charset=utf-8\r\n\r\n" + page()


def letter(subject: str = "The weir", *attached: tuple[str, bytes]) -> EmailMessage:
    """A mail in plain words and as a page, with what is attached."""
    mail = EmailMessage()
    mail["From"] = "Ana Ruiz <ana@harwick.example>"
    mail["To"] = "keeper@harwick.example"
    mail["Date"] = "Mon, 17 Feb 2025 10:00:00 +0100"
    mail["Subject"] = subject
    mail.set_content(f"{_WORDS}\n\n> Did it hold?\n")
    mail.add_alternative(f"<p>{_WORDS}</p><p><b>Did</b> it hold?</p>", subtype="html")
    for name, data in attached:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail


def mail() -> bytes:
    """A mail with an attachment."""
    return letter("The weir", ("plan.txt", text())).as_bytes()


def mailbox() -> bytes:
    """Two mails."""
    mails = (letter("The weir"), letter("The gates", ("plan.txt", text())))
    return b"\n".join(_FROM + each.as_bytes() for each in mails)


_FROM = b"From ana@harwick.example Mon Feb 17 10:00:00 2025\n"


def archive(*members: tuple[str, bytes]) -> bytes:
    """A zip archive of files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in members:
            # Its time is always the same, so that the bytes are.
            opened.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


SOUND: Mapping[str, Callable[[], bytes]] = {
    "text": text,
    "markdown": markdown,
    "html": page,
    "mhtml": saved_page,
    "pdf": lambda: pdf_of(_WORDS, _WORDS),
    "zip": lambda: archive(("weir.txt", text()), ("deep/weir.md", markdown())),
    "mail": mail,
    "mailbox": mailbox,
    **SAMPLES,
}
