"""Office files: a zip of XML parts that point to each other, and what they say of themselves."""

import posixpath
from zipfile import ZipFile, ZipInfo

from msgspec import Struct, field

from qa_app.errors import ReadError
from qa_app.model import Metadata
from qa_app.reading.dates import iso_date
from qa_app.reading.safe_xml import Element, attribute, name_of, parse_xml, said
from qa_app.reading.safe_zip import open_zip, read_member

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
# When the templates were made that libraries which write such files start from.
_TEMPLATES = frozenset({"2013-12-23T23:15:00Z", "2013-01-27T09:14:16Z"})
# lxml needs some twenty times the memory of what it parses.
_MAX_PART_BYTES = 100 << 20


class Link(Struct, frozen=True):
    """A relationship of a part: its kind, and the part or the address it points to."""

    kind: str
    target: str


class Package(Struct):
    """An opened office file; parts are read when they are asked for."""

    opened: ZipFile
    members: dict[str, ZipInfo]
    _links: dict[str, dict[str, Link]] = field(default_factory=dict)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is none of that name.

        Raises:
            ReadError: the part is torn or too large.
        """
        info = self.members.get(name.lower())
        return None if info is None else read_member(self.opened, info, _MAX_PART_BYTES)

    def part(self, name: str) -> Element | None:
        """The root of an XML part; None where there is none of that name.

        Raises:
            ReadError: the part is damaged.
        """
        data = self.read(name) if name else None
        return None if data is None else parse_xml(data)

    def links(self, name: str) -> dict[str, Link]:
        """What a part points to inside the file, by the ids it uses for that."""
        if name not in self._links:
            folder, _, base = name.rpartition("/")
            root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
            self._links[name] = {} if root is None else dict(_links(root, folder))
        return self._links[name]

    def linked(self, name: str, kind: str) -> list[str]:
        """The parts that a part points to by links of a kind, in the order of their listing."""
        return [link.target for link in self.links(name).values() if link.kind == kind]

    def main_part(self) -> str:
        """The name of the part that the file is about.

        Raises:
            ReadError: there is none.
        """
        for name in self.linked("", "officeDocument"):
            if name.lower() in self.members:
                return name
        raise ReadError("it is not a whole document: its main part is missing")


def open_package(data: bytes) -> Package:
    """The office file in these bytes.

    Raises:
        ReadError: it is torn, encrypted or of an older format, or would expand to too much.
    """
    if data.startswith(_OLE):
        if _ENCRYPTED_PART in data:
            raise ReadError("it is encrypted")
        raise ReadError("it is in the Office format of before 2007, or encrypted")
    opened = open_zip(data)
    return Package(opened, {info.filename.lower(): info for info in reversed(opened.infolist())})


def properties_of(package: Package) -> Metadata:
    """What an Office file's own properties say."""
    names = package.linked("", "core-properties") or ["docProps/core.xml"]
    core = _fields(package.part(names[0]))
    dates = [core.get(name, "") for name in ("created", "modified")]
    company = _fields(package.part("docProps/app.xml")).get("Company", "")
    return Metadata(
        title=core.get("title", ""),
        publisher=company,
        author=core.get("creator", ""),
        date=next((iso_date(date) for date in dates if date and date not in _TEMPLATES), ""),
    )


def _fields(root: Element | None) -> dict[str, str]:
    return {} if root is None else {name_of(field): said(field) for field in root}


def _links(root: Element, folder: str) -> list[tuple[str, Link]]:
    found = []
    for element in root:
        target = attribute(element, "Target")
        if attribute(element, "TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = attribute(element, "Type").rpartition("/")[2]
        found.append((attribute(element, "Id"), Link(kind, target)))
    return found
