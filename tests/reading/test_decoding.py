import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.errors import ReadError
from qa_app.reading.decoding import decode, decode_page

RUSSIAN = "Мэр сказал, что плотина выдержала ночь. Никто не пострадал, добавил он."
ENGLISH = "The dam held through the night, the mayor said. Nobody was hurt.\r\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_decides_and_is_left_out(mark: bytes, encoding: str) -> None:
    """A marked file is read as marked, and the mark is no part of the text."""
    assert decode(mark + RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
def test_wide_text_without_mark(encoding: str, text: str) -> None:
    """UTF-16 and UTF-32 are known without a mark where they read like text."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("The mayor said “it held” – and left. It’s over.", "cp1252"),
        ("Le café était fermé à cause de la grève générale.", "cp1252"),
        ("大統領は月曜日に合意書に署名した。詳細は明らかにされていない。", "cp932"),
        ("总统星期一签署了协议，细节尚未公布。", "gb18030"),
    ],
)
def test_older_encodings_are_detected(text: str, encoding: str) -> None:
    """Text in an encoding of its time is read as its writer wrote it."""
    assert decode(text.encode(encoding)) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1))
def test_utf8_is_never_mistaken(text: str) -> None:
    """Valid UTF-8 comes back code point for code point, save a byte order mark at its head."""
    if text.strip() and not text.startswith("\ufeff"):
        assert decode(text.encode()) == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        b"\x7fELF\x02\x01\x01\x00",
        b"PK\x03\x04\x14\x00",
        b"%PDF-1.7 and so on",
        b"plain words and then\x00\x01\x02\x03 nothing plain",
        bytes(range(1, 32)) * 20,
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    """What is no text is refused, whatever the file is called."""
    with pytest.raises(ReadError, match="binary data, not text"):
        decode(data)


def test_noise_is_refused() -> None:
    """Bytes that no encoding makes sense of are refused, not shown as gibberish."""
    draw = random.Random(7)  # noqa: S311 - the same noise in every run
    noise = bytes(draw.choices(range(0x80, 0x100), k=4000))
    with pytest.raises(ReadError):
        decode(noise)


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", codecs.BOM_UTF8, "\u2003\n".encode()])
def test_emptiness_is_named(data: bytes) -> None:
    """A file with nothing in it is reported as such."""
    with pytest.raises(ReadError, match="no text in it"):
        decode(data)


def test_page_is_read_as_it_declares() -> None:
    """A page's own word on its encoding counts where its bytes bear it out."""
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>{RUSSIAN}</p>'
    assert RUSSIAN in decode_page(page.encode("koi8-r"))


def test_page_that_declares_wrongly() -> None:
    """Valid UTF-8 is read as UTF-8 though the page says otherwise; a mad name is passed over."""
    assert RUSSIAN in decode_page(f"<meta charset=windows-1251><p>{RUSSIAN}".encode())
    assert RUSSIAN in decode_page(f"<meta charset=rot13><p>{RUSSIAN}".encode("cp1251"))
