"""Bytes become text: the encoding is found, never assumed, and what is no text is refused."""

import codecs
import re
import unicodedata
from collections import Counter

import charset_normalizer

from qa_app.errors import ReadError
from qa_app.reading.alphabets import decode_latin

_BINARY = "binary data, not text"
_UNKNOWN = "not text in any encoding we know"
_EMPTY = "no text in it"

# UTF-32's mark begins with UTF-16's, so the longer ones come first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"\x89PNG", b"\x7fELF", b"PK\x03\x04", b"%PDF-", b"\xff\xd8\xff", b"GIF89a", b"\x1f\x8b\x08",
    b"7z\xbc\xaf", b"\xfd7zXZ", b"\xd0\xcf\x11\xe0", b"SQLite format 3\x00", b"Rar!\x1a",
    b"\xca\xfe\xba\xbe",
)  # fmt: skip
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
# Characters that no text has, as UTF-8: counted so in a tenth of the time.
_NO_CONTROLS = bytes([*range(9, 14), 27, *range(32, 0x7F), *range(0x80, 0x100)])
_HIGH_CONTROLS = (
    (b"\xc2", re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")),
    (b"\xef", re.compile(rb"\xef\xbf[\xbe\xbf]")),
)
_ASCII = bytes(range(0x80))
# Russian and Greek bytes are valid Japanese, but no one writes whole texts in half-width letters.
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")
_JAPANESE = ("cp932", "shift_jis", "shift_jis_2004", "shift_jisx0213")
_SAMPLE_BYTES = 1 << 18
_SAMPLE_CHARS = 20_000
_MAX_CONTROL = 0.005
_MAX_UNASSIGNED = 0.02
_MIN_SPACES = 0.02
# Bytes that are typographic marks in Windows' Western encoding; the detector takes a lone
# apostrophe of that kind for half a Chinese character.
_WESTERN_MARKS = bytes(
    [0x80, 0x85, *range(0x91, 0x98), 0x99, 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xB0, 0xBB]
)
# Nobody keeps articles in these, yet the detector likes them better than what people do use.
_NEVER = ("mac_latin2", "mac_cyrillic", "mac_iceland", "mac_greek", "mac_turkish", "johab")
_META_BYTES = 4096
_META_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
# What old pages mean by the names they give; browsers read them so.
_MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
          "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "sjis": "cp932",
          "iso-8859-9": "cp1254", "ks_c_5601-1987": "cp949", "euc-kr": "cp949"}  # fmt: skip
_PAGE_ENCODINGS = re.compile(
    r"utf-?8|cp125\d|windows-125\d|iso-?8859-\d{1,2}|koi8-[rut]|gb18030|big5(?:-hkscs)?|euc-jp|"
    r"cp932|cp949|iso-2022-(?:jp|kr)|cp866|mac-?roman|tis-620"
)


def decode(data: bytes) -> str:
    """The text of a file, less its byte order mark.

    Raises:
        ReadError: the bytes are no text, or there is nothing in them.
    """
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise ReadError(_BINARY if b"\x00" in data else _EMPTY)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data[len(mark) :], encoding))
    if data.startswith(_MAGIC):
        raise ReadError(_BINARY)
    if b"\x00" in data:
        return _decode_wide(data)
    if text := _strictly(data, "utf-8"):
        return _checked(text, data)
    return _checked(_detected(data))


def decode_page(data: bytes) -> str:
    """The text of a web page: as `decode`, but heeding the encoding that the page declares.

    Raises:
        ReadError: the bytes are no text, or there is nothing in them.
    """
    declared = _META_CHARSET.search(data[:_META_BYTES])
    return decode_declared(data, "" if declared is None else declared[1].decode("ascii", "ignore"))


def decode_declared(data: bytes, name: str) -> str:
    """The text of what is said to be in the encoding `name`; as `decode` where that cannot be.

    Raises:
        ReadError: the bytes are no text, or there is nothing in them.
    """
    if not name or data.startswith(tuple(mark for mark, _ in _MARKS)) or _is_utf8(data):
        return decode(data)
    name = name.lower()
    name = _MEANT.get(name, name)
    text = _strictly(data, name) if _PAGE_ENCODINGS.fullmatch(name) else None
    return decode(data) if text is None or _is_binary(text) else _checked(text)


def _is_utf8(data: bytes) -> bool:
    # Plain ASCII proves nothing: ISO-2022-JP is made of it too.
    return not data.isascii() and _strictly(data, "utf-8") is not None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _detected(data: bytes) -> str | None:
    """What the detector makes of a sample, if that holds for the rest; else of the whole."""
    if not data.translate(None, _ASCII + _WESTERN_MARKS):
        return _strictly(data, "cp1252")
    if (latin := decode_latin(data)) is not None:
        return latin
    sample = data[:_SAMPLE_BYTES]
    pieces = (sample, data) if len(sample) < len(data) else (data,)
    texts = (_guess(data, piece, shun) for piece in pieces for shun in (_NEVER, _NEVER + _JAPANESE))
    return next((text for text in texts if text is not None), None)


def _guess(data: bytes, piece: bytes, shun: tuple[str, ...]) -> str | None:
    best = charset_normalizer.from_bytes(piece, cp_exclusion=list(shun)).best()
    text = None if best is None else _strictly(data, best.encoding)
    half_width = 0 if text is None else len(_HALF_WIDTH.findall(text))
    return text if text is not None and half_width < len(text) / 4 else None


def _decode_wide(data: bytes) -> str:
    """Text of two or four bytes a character that has no mark; anything else with NULs is binary."""
    for encoding in _WIDE:
        text = _strictly(data, encoding)
        if text is not None and _is_plain(text):
            return _checked(text)
    raise ReadError(_BINARY)


def _is_plain(text: str) -> bool:
    """Whether this reads like text and not like another encoding's bytes: it has real spaces."""
    sample = text[:_SAMPLE_CHARS]
    spaces = sample.count(" ") + sample.count("\n")
    ascii_letters = sum(map(str.isascii, sample))
    enough = spaces >= _MIN_SPACES * len(sample) or ascii_letters > len(sample) / 2
    return enough and not _is_binary(text)


def _checked(text: str | None, in_utf8: bytes = b"") -> str:
    """The text where it is one; `in_utf8`: its bytes in UTF-8, where they are at hand."""
    if text is None:
        raise ReadError(_UNKNOWN)
    if _is_binary(text, in_utf8):
        raise ReadError(_BINARY)
    if not text.strip():
        raise ReadError(_EMPTY)
    return text


def _is_binary(text: str, in_utf8: bytes = b"") -> bool:
    sample = text[:_SAMPLE_CHARS]
    odd = 0 if sample.isascii() else _n_unassigned(sample)
    data = in_utf8 or text.encode("utf-8", "surrogatepass")
    return (
        b"\x00" in data
        or _n_control(data) > _MAX_CONTROL * len(text)
        or odd > _MAX_UNASSIGNED * len(sample)
    )


def _n_unassigned(text: str) -> int:
    beyond_ascii = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    chars = Counter(beyond_ascii.decode("utf-8", "surrogatepass"))
    return sum(n for c, n in chars.items() if unicodedata.category(c) in {"Cn", "Co", "Cs"})


def _n_control(data: bytes) -> int:
    n_low = len(data.translate(None, _NO_CONTROLS))
    if data.isascii():
        return n_low
    return n_low + sum(
        len(control.findall(data)) for lead, control in _HIGH_CONTROLS if lead in data
    )
