"""The quotes of an export in Word's format."""

import io
from collections.abc import Iterator
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from qa_app.citing.export.docx_traces import traces_in
from qa_app.citing.verify_claims import Claim, unquoted
from qa_app.errors import ExportError

_TEXT, _PARAGRAPH = qn("w:t"), qn("w:p")
_BEGIN, _END = qn("w:bookmarkStart"), qn("w:bookmarkEnd")
_SIGNS = {
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:tab"): "\t",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\xad",
}


def claims_in_docx(data: bytes) -> tuple[Claim, ...]:
    """What stands between the bookmarks of quotes; one that was taken out makes no claim.

    Raises:
        ExportError: it is no such document.
    """
    try:
        document = Document(io.BytesIO(data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise ExportError("it is no Word document.") from error
    shown = dict(_marked(document))
    return tuple(
        Claim(unquoted(shown[name]), trace)
        for name, trace in traces_in(document)
        if shown.get(name)
    )


def _marked(document: DocxDocument) -> Iterator[tuple[str, str]]:
    """The text between bookmarks, by their names."""
    names: dict[str, str] = {}
    texts: dict[str, str] = {}
    for element in document.element.body.iter():
        number = element.get(qn("w:id"), "")
        if element.tag == _BEGIN:
            names[number], texts[number] = element.get(qn("w:name"), ""), ""
        elif element.tag == _END and number in texts:
            yield names[number], texts.pop(number)
        elif texts:
            added = _text_of(element)
            texts = {n: text + added for n, text in texts.items()}


def _text_of(element: etree._Element) -> str:
    if element.tag == _TEXT:
        return element.text or ""
    # A quote that somebody has cut into paragraphs is shown on as many lines.
    return "\n" if element.tag == _PARAGRAPH else _sign(element)


def _sign(element: etree._Element) -> str:
    # Tab stops of a paragraph's layout have the name of the sign.
    parent = element.getparent()
    is_in_run = parent is not None and parent.tag == qn("w:r")
    return _SIGNS.get(str(element.tag), "") if is_in_run else ""
