"""Footnotes for python-docx, which has none: the part that holds them, and their styles.

Source: ECMA-376 Part 1, 17.11 (footnotes), as Word writes it: two separators come first.
"""

from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

from qa_app.citing.export.direction import runs_right_to_left

_TEXT_STYLE, _MARK_STYLE = "footnote text", "footnote reference"
_TEXT_ID, _MARK_ID = "FootnoteText", "FootnoteReference"
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
_AFTER_FOOTNOTE_SETTINGS = "w:compat"


class Footnotes:
    """The footnotes of one document, numbered from 1 as they are added."""

    def __init__(self, document: DocxDocument) -> None:
        """Give the document the styles of footnotes; `attach` gives it the notes."""
        self._document = document
        self._root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        for kind, number in _SEPARATORS:
            self._root.append(_separator(kind, number))
        self._n_notes = 0
        _add_styles(document)

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Put a footnote at the end of a paragraph."""
        self._n_notes += 1
        self._root.append(self._note(text))
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(self._n_notes))
        paragraph._p.append(_marked_run(reference))  # noqa: SLF001 - no other way

    def attach(self) -> None:
        """Make the notes a part of the document's file."""
        part = self._document.part
        notes = XmlPart(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, self._root, part.package
        )
        part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
        _name_separators(self._document.settings.element)

    def _note(self, text: str) -> etree._Element:
        direction = "<w:bidi/>" if runs_right_to_left(text) else ""
        note = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{self._n_notes}"><w:p><w:pPr>'
            f'<w:pStyle w:val="{_TEXT_ID}"/>{direction}</w:pPr></w:p></w:footnote>'
        )
        body = note[0]
        body.append(_marked_run(OxmlElement("w:footnoteRef")))
        Paragraph(body, self._document).add_run(f" {text}")  # type: ignore[arg-type]  # as a cell's
        return note


def _separator(kind: str, number: int) -> etree._Element:
    return parse_xml(
        f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{number}"><w:p><w:pPr>'
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
    )


def _marked_run(mark: etree._Element) -> etree._Element:
    run = parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:rStyle w:val="{_MARK_ID}"/></w:rPr></w:r>')
    run.append(mark)
    return run


def _add_styles(document: DocxDocument) -> None:
    """The two styles Word itself uses for footnotes, under the ids it knows them by."""
    styles = document.styles
    text = styles.add_style(_TEXT_STYLE, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.element.set(qn("w:styleId"), _TEXT_ID)
    text.base_style = styles["Normal"]
    text.font.size = Pt(9)
    text.paragraph_format.space_after = Pt(0)
    mark = styles.add_style(_MARK_STYLE, WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.element.set(qn("w:styleId"), _MARK_ID)
    mark.font.superscript = True


def _name_separators(settings: etree._Element) -> None:
    """Tell Word which notes are the separators, at the place the schema has for it."""
    named = parse_xml(f"<w:footnotePr {nsdecls('w')}/>")
    for _, number in _SEPARATORS:
        footnote = OxmlElement("w:footnote")
        footnote.set(qn("w:id"), str(number))
        named.append(footnote)
    after = settings.find(qn(_AFTER_FOOTNOTE_SETTINGS))
    if after is None:
        settings.append(named)
    else:
        after.addprevious(named)
