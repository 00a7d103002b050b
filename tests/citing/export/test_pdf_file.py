"""Snippets as PDF, read back with PDFium."""

import json
import re

import pypdfium2
import pytest

from qa_app.citing.export.content import Export
from qa_app.citing.export.pdf_file import ATTACHMENT, write
from qa_app.explaining.quoting import quoted
from tests.citing.export.samples import CONTROLS, LINE_ENDS, QUOTES, export, two_sections

_LONG = "The keeper of the lock wrote in her log that the water stood higher than ever. " * 30


def _text(made: Export) -> str:
    """All text of the pages; ends of lines and runs of spaces are a space."""
    document = pypdfium2.PdfDocument(write(made))
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return _spaced(" ".join(pages))


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize(
    "quote",
    [
        *(q for q in QUOTES if all(c.isascii() or c in "“”‘’„«»" for c in q)),
        "Emoji 🙂 alone",
        "Žluťoučký kůň, ἀρχή, Привет, Հայերեն, ქართული",
        _LONG,
    ],
)
def test_words_from_left_to_right_are_extracted(quote: str) -> None:
    """Markup, formulas and quotation marks are words, and the words come back in order."""
    assert _spaced(quoted(quote)) in _text(export(quote))


def test_words_from_right_to_left_are_extracted() -> None:
    """Hebrew words come back in the order in which they are read."""
    assert "שלום עולם אמרה בשקט" in _text(export("שלום עולם אמרה בשקט"))


def test_the_exact_words_are_attached() -> None:
    """What a page cannot hold stands in the file all the same, code point for code point."""
    every = (*QUOTES, CONTROLS, LINE_ENDS)
    document = pypdfium2.PdfDocument(write(export(*every)))
    try:
        attached = document.get_attachment(0)
        assert attached.get_name() == ATTACHMENT
        records = json.loads(bytes(attached.get_data()))["snippets"]
    finally:
        document.close()
    assert [record["quote"] for record in records] == list(every)


def test_a_character_that_no_font_has_is_seen_to_be_missing() -> None:
    """It is drawn as the replacement character, and warned about nowhere."""
    assert "\ufffd\ufffd and more" in _text(export("\U00013000\U00013001 and more"))


def test_sections_are_headings_and_notes_follow() -> None:
    """The questions, the citation, note and tags are on the page."""
    text = _text(two_sections())
    for words in ("When *does* it <open>?", "=Who?", "Note: my <note>", "Tags: a, b & c"):
        assert words in text
