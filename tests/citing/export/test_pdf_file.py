"""Snippets as PDF, read back with PDFium."""

import ctypes
import json
import re
from collections.abc import Iterator

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from qa_app.citing.export.content import Export, Template
from qa_app.citing.export.pdf_file import ATTACHMENT, write
from qa_app.citing.export.shown import as_shown
from qa_app.explaining.quoting import quoted
from tests.citing.export.samples import (
    CONTROLS,
    LINE_ENDS,
    MIXED,
    QUOTES,
    export,
    texts,
    two_sections,
)

_LONG = "The keeper of the lock wrote in her log that the water stood higher than ever. " * 30
_ONE_WAY = [quote for quote in QUOTES if quote not in MIXED]


def _text(made: Export) -> str:
    """All text of the pages but for their own line ends (CR LF), the words' being LF."""
    document = pypdfium2.PdfDocument(write(made))
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return "".join(pages).replace("\r\n", "")


def _as_extracted(quote: str) -> str:
    """PDFium has one space for a run of them."""
    return re.sub(" +", " ", quoted(as_shown(quote)))


def _paragraphs(made: Export, wanted: str) -> list[str]:
    """The replacement texts of the file's structure of one type, in their order."""
    document = pypdfium2.PdfDocument(write(made))
    try:
        # One that goes on over a page stands in the structure of both.
        return list(dict.fromkeys(t for page in document for t in _on_page(page, wanted)))
    finally:
        document.close()


def _on_page(page: pypdfium2.PdfPage, wanted: str) -> Iterator[str]:
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    whole = raw.FPDF_StructTree_GetChildAtIndex(tree, 0)
    for n in range(raw.FPDF_StructElement_CountChildren(whole)):
        element = raw.FPDF_StructElement_GetChildAtIndex(whole, n)
        if element and _read(raw.FPDF_StructElement_GetType, element) == wanted:
            yield _read(raw.FPDF_StructElement_GetActualText, element)
    raw.FPDF_StructTree_Close(tree)


def _read(getter: object, element: object) -> str:
    assert callable(getter)
    n_bytes = getter(element, None, 0)
    buffer = ctypes.create_string_buffer(n_bytes)
    getter(element, buffer, n_bytes)
    return buffer.raw.decode("utf-16-le").removesuffix("\0")


def _without_escape(quote: str) -> str:
    return quoted(quote).replace("\x1b", "\ufffd")


def test_quotes_are_in_the_structure_code_point_for_code_point() -> None:
    """Control characters, line ends and mixed directions too; PDF has only ESC for itself."""
    every = (*QUOTES, CONTROLS, LINE_ENDS)
    assert _paragraphs(export(*every), "BlockQuote") == list(map(_without_escape, every))


@given(texts(20))
@settings(max_examples=25, deadline=None)
def test_any_text_is_in_the_structure_as_it_is(text: str) -> None:
    """No text breaks the file or is lost."""
    assert _paragraphs(export(text), "BlockQuote") == [_without_escape(text)]


@pytest.mark.parametrize(
    "quote", [*(q for q in QUOTES if q not in MIXED), LINE_ENDS, CONTROLS, _LONG]
)
def test_quotes_are_extracted_from_the_page(quote: str) -> None:
    """With their line ends, whichever lines the page breaks them into; emoji and Hebrew too."""
    assert _as_extracted(quote) in _text(export(quote))


@given(
    st.text(st.sampled_from("ab -“”‘’«».,\n🙂👍🏽日ж=<>{}\\#f1\te\u0301"), min_size=1, max_size=40)
)
@settings(max_examples=40, deadline=None)
def test_any_text_from_left_to_right_is_extracted_from_the_page(quote: str) -> None:
    """Whatever stands beside what."""
    assert _as_extracted(quote) in _text(export(quote))


@pytest.mark.parametrize("quote", MIXED)
def test_words_of_mixed_directions_are_extracted_whole(quote: str) -> None:
    """PDFium turns some of their order round, but no letter in them."""
    text = _text(export(quote))
    assert {word for word in re.findall(r"\w+", quote) if word not in text} == set()


def test_the_words_of_another_order_than_their_characters_are_not_shown_so() -> None:
    """A mark that overrides the direction is kept, and not obeyed."""
    assert "pay \u202e100\u202c" in _text(export("pay \u202e100\u202c"))


def test_the_exact_words_are_attached() -> None:
    """As the JSON export has them, code point for code point."""
    every = (*QUOTES, CONTROLS, LINE_ENDS)
    document = pypdfium2.PdfDocument(write(export(*every)))
    try:
        attached = document.get_attachment(0)
        assert attached.get_name() == ATTACHMENT
        records = json.loads(bytes(attached.get_data()))["snippets"]
    finally:
        document.close()
    assert [record["quote"] for record in records] == list(every)


def test_a_quote_that_goes_on_over_pages_is_one_paragraph() -> None:
    """Its words are in the structure once and on every page."""
    quote = _LONG * 4
    assert _paragraphs(export(quote), "BlockQuote") == [quoted(quote)]
    assert quoted(quote) in _text(export(quote))


def test_sections_are_headings_and_notes_follow() -> None:
    """The questions, the citation, note and tags are on the page, and named for what they are."""
    assert _paragraphs(two_sections(), "H2") == ["When *does* it <open>?", "=Who?"]
    text = _text(two_sections())
    for words in ("When *does* it <open>?", "=Who?", "Note: my <note>", "Tags: a, b & c"):
        assert words in text


def test_the_template_puts_the_source_first_and_leaves_notes_out() -> None:
    """The citation stands above the quote, and no note is written."""
    template = Template(source_first=True, with_notes=False)
    text = _text(export("Words.", template=template, note="mine"))
    assert text.index("Quay Post") < text.index("“Words.”")
    assert "mine" not in text


def test_what_runs_from_right_to_left_stands_at_the_right() -> None:
    """A Hebrew quote ends at the right margin, where an English one does not reach."""
    english, hebrew = (_right_edge(export(words)) for words in ("a", "א"))
    assert hebrew > english + 300


def _right_edge(made: Export) -> float:
    """How far to the right the first character of the quote reaches."""
    document = pypdfium2.PdfDocument(write(made))
    try:
        page = document[0].get_textpage()
        found = page.search("“")
        at, _ = found.get_next()
        return float(page.get_charbox(at)[2])
    finally:
        document.close()
