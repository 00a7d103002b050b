import io
import struct
import zipfile
from zipfile import ZipFile

import pytest

from qa_app.errors import ReadError
from qa_app.reading.safe_zip import MAX_EXPANDED_BYTES, open_zip, read_member


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file that holds these members."""
    out = io.BytesIO()
    with ZipFile(out, "w", compression) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def test_members_are_read_as_they_were() -> None:
    """What was packed comes out, whatever the member is called."""
    opened = open_zip(zipped({"a.txt": b"The weir held.", "../../etc/weir": b"Wet."}))
    assert [read_member(opened, info) for info in opened.infolist()] == [b"The weir held.", b"Wet."]


@pytest.mark.parametrize("cut", [0, 1, 30, 60, 120])
def test_torn_file_is_refused(cut: int) -> None:
    """A file that ends too early is said to be damaged."""
    whole = zipped({"a.txt": b"The weir held. " * 9})
    with pytest.raises(ReadError, match="damaged or incomplete"):
        open_zip(whole[: min(cut, len(whole) - 1)])


def test_torn_member_is_refused() -> None:
    """A member whose bytes were altered is damaged, not read as something else."""
    whole = bytearray(zipped({"a.txt": b"The weir held. " * 9}, zipfile.ZIP_STORED))
    whole[40] ^= 0xFF
    opened = open_zip(bytes(whole))
    with pytest.raises(ReadError, match="damaged"):
        read_member(opened, opened.infolist()[0])


def test_what_expands_too_far_is_refused() -> None:
    """Many members of zeros are a bomb, and so is one member: by what they come to in all."""
    one = zipped({"a": bytes(20 << 20)})
    with pytest.raises(ReadError, match="expand"):
        open_zip(one)
    many = zipped({str(i): bytes(2 << 20) for i in range(10)})
    with pytest.raises(ReadError, match="expand"):
        open_zip(many)


def test_member_that_lies_about_its_size() -> None:
    """A member that says it is small is unpacked no further than that."""
    data = bytearray(zipped({"a": bytes(4 << 20)}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(mark) + at, 5)
    opened = open_zip(bytes(data))
    with pytest.raises(ReadError):
        read_member(opened, opened.infolist()[0])


def test_member_over_the_callers_limit() -> None:
    """A caller may set a limit of its own."""
    opened = open_zip(zipped({"a": bytes(100)}))
    assert len(read_member(opened, opened.infolist()[0], 100)) == 100
    with pytest.raises(ReadError, match="expand"):
        read_member(opened, opened.infolist()[0], 99)


def test_encrypted_member_is_named_as_such() -> None:
    """A member that asks for a password makes the file one that is encrypted."""
    data = bytearray(zipped({"a": b"The weir held."}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    with pytest.raises(ReadError, match="encrypted"):
        open_zip(bytes(data))


def test_packing_that_has_no_limit_is_not_read() -> None:
    """What can only be unpacked whole is left alone."""
    opened = open_zip(zipped({"a": bytes(100)}, zipfile.ZIP_BZIP2))
    with pytest.raises(ReadError, match="packed"):
        read_member(opened, opened.infolist()[0], MAX_EXPANDED_BYTES)
