"""XML from strangers: no entities, nothing fetched, no depth or size without end."""

from lxml import etree

from qa_app.errors import ReadError

Element = etree._Element  # noqa: SLF001 - lxml has no other name for it

_DAMAGED = "its XML is damaged"
# Under which a declaration of entities could hide from a look at the bytes.
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", ""})
_HEAD_BYTES = 400


def check_xml(data: bytes) -> None:
    """Refuse XML that declares entities of its own, in whatever encoding.

    Raises:
        ReadError: it does, or it may.
    """
    plain = data.replace(b"\x00", b"") if b"\x00" in data else data
    if b"<!ENTITY" in plain:
        raise ReadError("its XML declares entities, which no document needs")
    head = plain[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head and not head.startswith(b"<"):
        raise ReadError(_DAMAGED)
    declared = head.partition(b"?>")[0] if head.startswith(b"<?xml") else b""
    name = declared.partition(b"encoding")[2].strip(b" =\t\r\n").lower()
    encoding = name[1:].split(name[:1])[0] if name else b""
    if encoding.decode("ascii", "replace") not in _ENCODINGS:
        raise ReadError("its XML is in an encoding that documents of this kind do not have")


def parse_xml(data: bytes) -> Element:
    """The root element of an XML file.

    Raises:
        ReadError: it is damaged, nested without end, or declares entities.
    """
    check_xml(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(_DAMAGED) from error
    if root is None:
        raise ReadError(_DAMAGED)
    return root


def name_of(element: Element) -> str:
    """An element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str:
    """The value of an attribute by its name without namespace; empty where there is none."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first child by that name, and the first of its children, down the path."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if name_of(inner) == name), None)
    return element


def said(element: Element | None) -> str:
    """All the text in an element, its white space collapsed."""
    if element is None:
        return ""
    return " ".join("".join(map(str, element.itertext())).split())
