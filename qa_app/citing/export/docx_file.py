"""Snippets as a Word document: a quote each, its citation a footnote.

A bookmark stands around each quote, and a custom XML part says under the bookmark's name where the
words are from; both outlive editing in Word and LibreOffice.
"""

import io
from datetime import datetime

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from qa_app.citing.export.content import SOURCES, TITLE, Entry, Export, remarks_on
from qa_app.citing.export.direction import runs_right_to_left
from qa_app.citing.export.docx_footnotes import Footnotes
from qa_app.citing.export.docx_traces import add_traces, bookmark_name
from qa_app.citing.export.shown import as_shown, one_line
from qa_app.explaining.quoting import quoted
from qa_app.model import Snippet


def write(export: Export) -> bytes:
    """The export as a .docx file."""
    document = _new_document(export.made_at)
    body = _Body(document)
    traces: dict[str, Snippet] = {}
    body.add(TITLE, "Title")
    for entry in export.entries():
        if entry.heading:
            body.add(one_line(entry.heading), "Heading 1")
        _add(body, entry, export)
        traces[bookmark_name(entry.number)] = entry.snippet
    if export.sources:
        body.add(SOURCES, "Heading 1")
    for source in export.sources:
        body.add(one_line(source), "Normal")
    body.footnotes.attach()
    add_traces(document, traces)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class _Body:
    """Paragraphs of a document; python-docx looks a style up among all for each of them."""

    def __init__(self, document: DocxDocument) -> None:
        """Begin with none."""
        self.footnotes = Footnotes(document)
        self._document = document
        self._style_ids = {style.name: style.style_id for style in document.styles}

    def add(self, text: str, style: str) -> Paragraph:
        """Add a paragraph in a style, from right to left where its text runs so."""
        paragraph = self._document.add_paragraph(text)
        paragraph._p.style = self._style_ids[style]  # noqa: SLF001 - no other way
        if runs_right_to_left(text):
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - as above
            for run in paragraph.runs:
                run.font.rtl = True
        return paragraph


def _new_document(made_at: str) -> DocxDocument:
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = TITLE, "", ""
    made = datetime.fromisoformat(made_at)
    properties.created = properties.modified = made
    return document


def _add(body: _Body, entry: Entry, export: Export) -> None:
    snippet = entry.snippet
    cited = one_line(export.cite(snippet))
    if export.template.source_first:
        body.add(cited, "Normal")
    paragraph = body.add(as_shown(quoted(snippet.quote)), "Quote")
    _mark(paragraph, entry.number)
    body.footnotes.add(paragraph, cited)
    for remark in remarks_on(snippet, export.template):
        body.add(as_shown(remark), "Normal")


def _mark(paragraph: Paragraph, number: int) -> None:
    """Put a bookmark around what the paragraph holds."""
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (begin, end):
        element.set(qn("w:id"), str(number))
    begin.set(qn("w:name"), bookmark_name(number))
    first = paragraph.runs[0]._r  # noqa: SLF001 - no other way
    first.addprevious(begin)
    paragraph.runs[-1]._r.addnext(end)  # noqa: SLF001 - no other way
