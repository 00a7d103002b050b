"""Files of the formats that Python itself reads, written byte by byte, answer a question."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_app.engine import Engine
from qa_app.library.library import Library
from tests.reading.samples import HEADING, SENTENCE, TITLE
from tests.test_formats import QUESTION

Opened = Callable[[], Library]
_OTHER = "Nobody was hurt, and the ferry went as on any other day."
_TEXT = f"{TITLE}\n\n{_OTHER}\n\n{SENTENCE}\n"
_MARKDOWN = f"# {TITLE}\n\n{_OTHER}\n\n## {HEADING}\n\n{SENTENCE}\n"
_PAGE = (
    f"<!doctype html><meta charset=utf-8><title>{TITLE}</title><h1>{TITLE}</h1><p>{_OTHER}</p>"
    f"<h2>{HEADING}</h2><p>{SENTENCE}</p>"
)
_MAIL = (
    "From: Ana Ruiz <ana@weir.example>\r\nTo: keeper@weir.example\r\n"
    f"Date: Mon, 17 Feb 2025 10:00:00 +0100\r\nSubject: {TITLE}\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\n"
    f"Content-Type: text/plain; charset=utf-8\r\n\r\n{_OTHER}\r\n--b1\r\n"
    'Content-Type: text/html\r\nContent-Disposition: attachment; filename="log.html"\r\n\r\n'
    f"{_PAGE}\r\n--b1--\r\n"
)
_MAILBOX = (
    "From ana@weir.example Mon Feb 17 10:00:00 2025\nFrom: ana@weir.example\nSubject: Boats\n\n"
    f"{_OTHER}\n\nFrom ana@weir.example Mon Feb 17 11:00:00 2025\nFrom: ana@weir.example\n"
    f"Subject: {TITLE}\n\n{SENTENCE}\n"
)
_SAVED = (
    f"Subject: {TITLE}\r\nMIME-Version: 1.0\r\nContent-Location: https://weir.example/log\r\n"
    "Content-Type: multipart/related; boundary=b1\r\n\r\n--b1\r\n"
    f"Content-Type: text/html; charset=utf-8\r\n\r\n{_PAGE}\r\n--b1--\r\n"
)


def _zip(name: bytes, data: bytes) -> bytes:
    """An archive of one file.

    Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
    """
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(data) + packer.flush()
    about = struct.pack(
        "<HHHHHLLLHH", 20, 0x800, 8, 0, 0x5A51, zlib.crc32(data), len(packed), len(data),
        len(name), 0,
    )  # fmt: skip
    member = b"PK\x03\x04" + about + name + packed
    listed = b"PK\x01\x02" + struct.pack("<H", 20) + about + struct.pack("<HHHLL", 0, 0, 0, 0, 0)
    end = struct.pack("<HHHHLLH", 0, 0, 1, 1, len(listed) + len(name), len(member), 0)
    return member + listed + name + b"PK\x05\x06" + end


@pytest.mark.parametrize(
    ("name", "data", "below", "title", "heading"),
    [
        ("log.txt", _TEXT.encode("utf-16"), "", TITLE, ""),
        ("log.md", _MARKDOWN.encode(), "", TITLE, HEADING),
        ("log.html", _PAGE.encode(), "", TITLE, HEADING),
        ("log.mhtml", _SAVED.encode(), "", TITLE, HEADING),
        ("log.csv", f"Day;What\nMonday;{_OTHER}\nTuesday;{SENTENCE}\n".encode(), "", "", ""),
        ("log.eml", _MAIL.encode(), "/log.html", TITLE, HEADING),
        ("log.mbox", _MAILBOX.encode(), f"/0002 {TITLE}.eml", TITLE, ""),
        ("log.zip", _zip(b"deep/log.md", _MARKDOWN.encode()), "/deep/log.md", TITLE, HEADING),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("log.") else "",
)
def test_the_answer_is_cited_with_its_place(
    name: str,
    data: bytes,
    below: str,
    title: str,
    heading: str,
    engine: Engine,
    folder: Path,
    library_dir: Path,
    opened: Opened,
) -> None:
    """The first hit holds the sentence word for word, under its heading, in the file it is in."""
    (folder / name).write_bytes(data)
    assert engine.index(library_dir, folder).problems == ()
    library = opened()
    hit = engine.ask(library, QUESTION).hits[0]
    assert SENTENCE in hit.text
    assert hit.source.path == f"{folder / name}{below}"
    assert hit.source.metadata.title == title
    contexts = {p.text: p.context for p in library.passages(range(1, 10)).values()}
    assert contexts[hit.text].rpartition("\n")[2] == heading
    whole = library.source_text(hit.source.document_id)
    assert whole is not None
    assert hit.text == hit.source.span.of(whole.text)
