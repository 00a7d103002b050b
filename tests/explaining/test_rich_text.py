"""Quotes with their citation as RTF, read back by an independent reader."""

from hypothesis import given
from striprtf.striprtf import rtf_to_text

from qa_app.explaining.quoting import Quotation, as_plain
from qa_app.explaining.rich_text import as_rtf
from qa_app.model import Metadata
from tests.explaining.test_quoting import TEXTS, quotation


def read_back(rtf: str) -> str:
    """The text of an RTF document."""
    halves: bytes = rtf_to_text(rtf).encode("utf-16", "surrogatepass")
    return halves.decode("utf-16").removesuffix("\n")


@given(TEXTS)
def test_words_come_back_as_they_are(words: str) -> None:
    """Code point for code point, but that every line ends alike; nothing becomes a command."""
    one_kind = words.replace("\r\n", "\n").replace("\r", "\n")
    rtf = as_rtf(quotation(words))
    assert rtf.isascii()
    assert read_back(rtf) == as_plain(quotation(one_kind))


def test_what_no_document_holds_is_shown_as_such() -> None:
    """Control characters become U+FFFD; braces and backslashes stay what they are."""
    words = "a\x00{\\object\\bin5 x}\x9f\t🚢"
    shown = read_back(as_rtf(Quotation(words, Metadata("T"), "/a.txt", 1)))
    assert shown.startswith("“a\ufffd{\\object\\bin5 x}\ufffd\t🚢”")
