"""What a person says of a document in place of its own words: kept, and found again.

A correction holds the fields that differ from the document's own. It is kept under the hash of the
file's bytes, so that it follows a file that is moved, and under its path, so that it stays with one
that is changed. By its path alone it is found only where the library has lost the content it was
made for: else that file was moved, and another stands in its place.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from qa_app.library.copies import Copy
from qa_app.library.notebook_file import storable
from qa_app.model import Metadata

_FIELDS = Metadata.__struct_fields__


class Correction(Struct, frozen=True):
    """The fields that a person corrected, for a content and a path it was read from."""

    content_hash: str
    path: str
    fields: Mapping[str, str]


class Corrections:
    """The corrections of a library."""

    def __init__(self, kept: tuple[Correction, ...] = ()) -> None:
        """Take them, the latest last: it counts."""
        self.kept = kept
        self._by_hash = {one.content_hash: one for one in kept}
        self._by_path = {one.path: one for one in kept}

    def of(
        self, content_hash: str, paths: tuple[str, ...], is_there: Callable[[str], bool]
    ) -> Correction | None:
        """The correction of the document of a content hash, in the files at `paths`.

        `is_there` says whether the library has a document of a content hash.
        """
        found = self._by_hash.get(content_hash)
        if found is not None:
            return found
        by_path = (self._by_path.get(path) for path in paths)
        return next((one for one in by_path if one and not is_there(one.content_hash)), None)


def corrected(own: Metadata, correction: Correction | None) -> Metadata:
    """The metadata with what was corrected."""
    return own if correction is None else replace(own, **correction.fields)


def uncorrected(shown: Metadata, own: Metadata, correction: Correction | None) -> Metadata:
    """The metadata with the document's own words where `shown` has those of the correction."""
    words = {} if correction is None else correction.fields
    back = {name: getattr(own, name) for name, w in words.items() if getattr(shown, name) == w}
    return replace(shown, **back)


def difference(own: Metadata, wanted: Metadata) -> dict[str, str]:
    """The fields in which `wanted` is other than the document's own words."""
    words = {name: storable(getattr(wanted, name)) for name in _FIELDS}
    return {name: text for name, text in words.items() if text != getattr(own, name)}


def read_corrections(connection: sqlite3.Connection) -> Corrections:
    """What a notebook has."""
    rows = connection.execute("SELECT content_hash, path, fields FROM corrections ORDER BY turn")
    return Corrections(tuple(map(correction_of, rows)))


def correction_of(row: tuple[str, str, str]) -> Correction:
    """A row of the table.

    Raises:
        msgspec.MsgspecError: it is none.
    """
    content_hash, path, words = row
    return Correction(content_hash, path, _fields(words))


def put_corrections(connection: sqlite3.Connection, corrections: Iterable[Correction]) -> None:
    """Keep corrections as they are."""
    connection.executemany(
        "INSERT INTO corrections (content_hash, path, fields) VALUES (?, ?, ?)",
        [
            (one.content_hash, storable(one.path), msgspec.json.encode(one.fields).decode())
            for one in corrections
        ],
    )


def write_correction(
    connection: sqlite3.Connection,
    copy: Copy,
    words: Mapping[str, str],
    instead_of: Correction | None,
) -> None:
    """Keep the corrected fields of a document; none takes its correction off.

    `instead_of` is the one that it has so far, which may be kept under an earlier content.
    """
    hashes = {copy.content_hash} | ({instead_of.content_hash} if instead_of else set())
    connection.executemany(
        "DELETE FROM corrections WHERE content_hash = ?", [(one,) for one in sorted(hashes)]
    )
    if words:
        put_corrections(
            connection, (Correction(copy.content_hash, path, words) for path in copy.paths)
        )


def _fields(kept: str) -> dict[str, str]:
    """The fields of a correction; one that only a later program knows is passed over."""
    words = msgspec.json.decode(kept, type=dict[str, str])
    return {name: text for name, text in words.items() if name in _FIELDS}
