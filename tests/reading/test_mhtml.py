import quopri

import pytest

from qa_app.errors import ReadError
from qa_app.reading.mhtml import read_mhtml

_PAGE = "<html><head><title>Weir holds</title></head><body><p>The weir — held.</p></body></html>"


def saved(
    page: str = _PAGE,
    *,
    charset: str = "utf-8",
    declared: str = "text/html",
) -> bytes:
    """A page as Chrome saves it, with a picture and a style sheet beside it."""
    body = quopri.encodestring(page.encode(charset)).decode("ascii")
    return f"""From: <Saved by Blink>
Snapshot-Content-Location: https://valley.example/weir
Subject: =?utf-8?Q?The_weir_=E2=80=94_saved?=
Date: Tue, 18 Feb 2025 07:30:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----Part"

------Part
Content-Type: text/css
Content-Location: cid:css-1

p {{ color: red }}
------Part
Content-Type: {declared}
Content-ID: <frame-0>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://valley.example/weir

{body}
------Part
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------Part--
""".encode("ascii")


def test_the_page_is_read_and_nothing_else() -> None:
    """Quoted-printable is undone; styles and pictures are no text."""
    document = read_mhtml(saved())
    assert (document.text, document.format) == ("The weir — held.", "mhtml")


def test_where_and_when_it_was_saved() -> None:
    """The address is where the page was; its own title comes before the subject."""
    said = read_mhtml(saved()).metadata
    assert (said.title, said.address) == ("Weir holds", "https://valley.example/weir")
    assert said.date == "2025-02-18"


def test_subject_as_the_title() -> None:
    """A page without a title has the subject, its code undone."""
    assert read_mhtml(saved("<p>The weir held.</p>")).metadata.title == "The weir — saved"


def test_the_page_s_own_date_comes_first() -> None:
    """The day of saving is the last resort."""
    page = "<meta name=date content=2024-01-05><p>The weir held.</p>"
    assert read_mhtml(saved(page)).metadata.date == "2024-01-05"


def test_encoding_that_the_part_declares() -> None:
    """The part's charset counts where the page names none."""
    page = "<p>Über das Wehr läuft das Wasser, größer war die Flut nie.</p>"
    data = saved(page, charset="cp1252", declared="text/html; charset=windows-1252")
    assert read_mhtml(data).text == "Über das Wehr läuft das Wasser, größer war die Flut nie."


def test_the_root_part_is_the_page() -> None:
    """Frames are pages too, but not the one that was saved."""
    frame = b"------Part\nContent-Type: text/html\nContent-Location: cid:f\n\n<p>Advert.</p>\n"
    styles = b"------Part\nContent-Type: text/css"
    first = saved().replace(styles, frame + styles)
    assert read_mhtml(first).text == "The weir — held."


def test_bare_page_with_mail_headers() -> None:
    """A page need not be one of several parts."""
    data = b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>The weir held.</p>"
    assert read_mhtml(data).text == "The weir held."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no text in it"),
        (b"Subject: x\n\nplain", "there is no page in it"),
        (b"Content-Type: text/html\n\n<p></p>", "no text in it"),
        (b"Content-Type: multipart/related; boundary=a\n\n--a\n\n--a--", "there is no page in it"),
    ],
)
def test_nothing_to_read(data: bytes, reason: str) -> None:
    """What holds no page is refused with the reason alone."""
    with pytest.raises(ReadError, match=f"^{reason}$"):
        read_mhtml(data)


def test_parts_nested_without_end() -> None:
    """Thousands of parts inside each other cost the file and nothing more."""
    data = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000)
    )
    with pytest.raises(ReadError):
        read_mhtml(data)


def read_or_refused(data: bytes) -> str:
    """The text of a file, or why it cannot be read."""
    try:
        return read_mhtml(data).text
    except ReadError as error:
        return str(error)


@pytest.mark.parametrize("at", range(0, 900, 60))
def test_torn_file(at: int) -> None:
    """A file that breaks off is read as far as it goes, or refused."""
    assert read_or_refused(saved()[:at])
