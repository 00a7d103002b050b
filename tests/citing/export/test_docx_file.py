"""Snippets as a Word document, read back with python-docx and as the XML it is."""

import io
import zipfile

from docx import Document
from docx.document import Document as DocxDocument
from hypothesis import given, settings
from lxml import etree

from qa_app.citing.export.content import Export, Template
from qa_app.citing.export.docx_file import write
from qa_app.citing.export.shown import as_shown
from qa_app.explaining.quoting import quoted
from tests.citing.export.samples import CONTROLS, LINE_ENDS, QUOTES, export, texts, two_sections

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _document(made: Export) -> DocxDocument:
    return Document(io.BytesIO(write(made)))


def _in_style(made: Export, style: str) -> list[str]:
    document = _document(made)
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == style]


def _part(made: Export, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(write(made))) as archive:
        return etree.fromstring(archive.read(name))


def test_quotes_stand_in_it_code_point_for_code_point() -> None:
    """What XML cannot hold is U+FFFD, all else as it was."""
    made = export(*QUOTES, CONTROLS, LINE_ENDS)
    wanted = [quoted(as_shown(q)) for q in (*QUOTES, CONTROLS, LINE_ENDS)]
    assert _in_style(made, "Quote") == wanted


@given(texts(20))
@settings(max_examples=25, deadline=None)
def test_any_text_stands_in_it_as_it_is(text: str) -> None:
    """No text breaks the file or becomes markup."""
    assert _in_style(export(text), "Quote") == [quoted(as_shown(text))]


def test_citations_are_real_footnotes() -> None:
    """Each quote refers to a footnote of its own, after the two separators that Word wants."""
    made = export("One.", "Two.")
    notes = _part(made, "word/footnotes.xml")
    assert [note.get(f"{_W}id") for note in notes] == ["-1", "0", "1", "2"]
    assert [note.get(f"{_W}type") for note in notes][:2] == ["separator", "continuationSeparator"]
    text = "".join(element.text or "" for element in notes[2].iter(f"{_W}t"))
    assert "The Quay Post" in text
    body = _part(made, "word/document.xml")
    assert [r.get(f"{_W}id") for r in body.iter(f"{_W}footnoteReference")] == ["1", "2"]
    types = _part(made, "[Content_Types].xml")
    assert any("footnotes+xml" in (part.get("ContentType") or "") for part in types)


def test_the_styles_of_footnotes_are_those_word_knows() -> None:
    """The styles that notes and marks name are there."""
    made = export("One.")
    known = {style.get(f"{_W}styleId") for style in _part(made, "word/styles.xml")}
    assert {"FootnoteText", "FootnoteReference"} <= known


def test_every_part_of_the_file_is_there_once_and_is_xml() -> None:
    """The file can be opened: no name twice, no part that does not parse."""
    with zipfile.ZipFile(io.BytesIO(write(export(*QUOTES)))) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        for name in names:
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))


def test_nothing_of_a_document_is_a_field_or_a_link() -> None:
    """Words that look like a field's code are words; nothing in the file leads out of it."""
    codes = ("{ DDEAUTO c:\\\\windows\\\\cmd.exe }", 'INCLUDETEXT "a"', 'HYPERLINK "http://a"')
    made = export(*codes, note=codes[0], tags=codes, group=codes[1], question=codes[2])
    with zipfile.ZipFile(io.BytesIO(write(made))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if "ml" in name}
    for name in ("word/document.xml", "word/footnotes.xml"):
        tags = {
            element.tag.split("}")[1] for element in etree.fromstring(parts[name].encode()).iter()
        }
        assert not tags & {"fldChar", "fldSimple", "instrText", "hyperlink", "altChunk", "object"}
    assert not any('TargetMode="External"' in part for part in parts.values())


def test_what_runs_from_right_to_left_is_set_so() -> None:
    """A Hebrew quote is a paragraph from right to left; an English one is not."""
    body = _part(export("שלום", "peace"), "word/document.xml")
    assert len(list(body.iter(f"{_W}bidi"))) == 1


def test_sections_are_headings_and_the_source_can_come_first() -> None:
    """Questions are headings; the citation also stands above the quote, notes are left out."""
    assert _in_style(two_sections(), "Heading 1") == ["When *does* it <open>?", "=Who?"]
    made = export("Words.", template=Template(source_first=True, with_notes=False), note="mine")
    shown = [paragraph.text for paragraph in _document(made).paragraphs]
    assert "The Quay Post" in shown[1]
    assert shown[2] == "“Words.”"
    assert not any("mine" in text for text in shown)
