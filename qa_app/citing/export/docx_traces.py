"""Where the quotes of a Word document are from: a custom XML part that is not shown."""

from collections.abc import Iterator, Mapping
from uuid import NAMESPACE_URL, uuid5

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from qa_app.citing.export.trace import Trace, read_trace, trace_text
from qa_app.model import Snippet

_SNIPPETS = "urn:qa-app:snippets"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PREFIX = "qa_app_"


def bookmark_name(number: int) -> str:
    """The bookmark around a quote."""
    return f"{_PREFIX}{number}"


def add_traces(document: DocxDocument, snippets: Mapping[str, Snippet]) -> None:
    """Keep in the document where each snippet is from, by its bookmark."""
    root = etree.Element(f"{{{_SNIPPETS}}}snippets", nsmap={"qa": _SNIPPETS})
    for name, snippet in snippets.items():
        etree.SubElement(root, f"{{{_SNIPPETS}}}snippet", bookmark=name).text = trace_text(snippet)
    part = _part(document, "/customXml/item%d.xml", "application/xml", root)
    properties = etree.Element(f"{{{_PROPERTIES}}}datastoreItem", nsmap={"ds": _PROPERTIES})
    identity = str(uuid5(NAMESPACE_URL, _SNIPPETS)).upper()
    properties.set(f"{{{_PROPERTIES}}}itemID", f"{{{identity}}}")
    references = etree.SubElement(properties, f"{{{_PROPERTIES}}}schemaRefs")
    etree.SubElement(
        references, f"{{{_PROPERTIES}}}schemaRef", {f"{{{_PROPERTIES}}}uri": _SNIPPETS}
    )
    # A name is taken by what the document is related to.
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
    about = _part(document, "/customXml/itemProps%d.xml", _PROPERTIES_TYPE, properties)
    part.relate_to(about, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)


def traces_in(document: DocxDocument) -> Iterator[tuple[str, Trace]]:
    """The bookmarks of the quotes of a document made here, and where each is from.

    Raises:
        ExportError: what says so was altered.
    """
    for relation in document.part.rels.values():
        if relation.reltype != RELATIONSHIP_TYPE.CUSTOM_XML or relation.is_external:
            continue
        root = _root(relation.target_part.blob)
        if root is None or root.tag != f"{{{_SNIPPETS}}}snippets":
            continue
        for element in root.iterchildren(f"{{{_SNIPPETS}}}snippet"):
            yield element.get("bookmark", ""), read_trace(element.text or "")


def _root(blob: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(blob, parser)
    except etree.XMLSyntaxError:
        return None


def _part(document: DocxDocument, name: str, content_type: str, root: etree._Element) -> Part:
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = document.part.package
    return Part(package.next_partname(name), content_type, blob, package)
