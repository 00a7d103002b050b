"""Zip files that can be opened without harm: what they would expand to is known before it is read.

A member's name is a name and never a path on the disk; nothing is unpacked.
"""

import io
import zipfile
import zlib
from zipfile import ZipFile, ZipInfo

from qa_app.errors import ReadError

MAX_EXPANDED_BYTES = 200 << 20
_MAX_RATIO = 250
# A short file of one repeated character is no bomb, however well it packs.
_ALWAYS_BYTES = 16 << 20
_MAX_MEMBERS = 50_000
_ENCRYPTED = 0x1
# The others are unpacked in one piece, whatever that comes to.
_COMPRESSIONS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_TORN = "it is damaged or incomplete"
_BOMB = "it would expand to more than a document can hold"


def open_zip(data: bytes) -> ZipFile:
    """The zip file in these bytes; all that it lists can be read within the limits.

    Raises:
        ReadError: it is torn or encrypted, or would expand to too much.
    """
    try:
        opened = ZipFile(io.BytesIO(data))
    # The standard library lets through what its own parsing stumbles over.
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, LookupError) as error:
        raise ReadError(_TORN) from error
    members = opened.infolist()
    expanded = sum(info.file_size for info in members)
    if any(info.flag_bits & _ENCRYPTED for info in members):
        raise ReadError("it is encrypted")
    if len(members) > _MAX_MEMBERS or expanded > MAX_EXPANDED_BYTES:
        raise ReadError(_BOMB)
    if expanded > max(_ALWAYS_BYTES, _MAX_RATIO * len(data)):
        raise ReadError(_BOMB)
    return opened


def read_member(opened: ZipFile, info: ZipInfo, max_bytes: int = MAX_EXPANDED_BYTES) -> bytes:
    """What a member holds; never more than `max_bytes` are unpacked, whatever it claims.

    Raises:
        ReadError: it is torn, packed in a way we do not read, or larger than that.
    """
    if info.compress_type not in _COMPRESSIONS:
        raise ReadError("it is packed in a way that cannot be read")
    try:
        with opened.open(info) as member:
            data = member.read(max_bytes + 1)
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError) as error:
        raise ReadError(_TORN) from error
    except (NotImplementedError, RuntimeError) as error:
        raise ReadError("it is encrypted or packed in a way that cannot be read") from error
    if len(data) > max_bytes:
        raise ReadError(_BOMB)
    return data
