"""What holds for every format, whatever it is made of."""

import io
from contextlib import suppress
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_app.errors import ReadError
from qa_app.model import BlockKind
from qa_app.reading.passages import cut_passages
from qa_app.reading.registry import read_document
from qa_app.reading.tokens import TokenBudget
from tests.reading.samples import HEADING, SAMPLES, SENTENCE, TITLE, zipped
from tests.reading.structure import assert_sound

every_format = pytest.mark.parametrize("form", sorted(SAMPLES))
ZIPPED = ("docx", "epub", "odt", "pptx", "xlsx")
PACKAGED = pytest.mark.parametrize("form", ZIPPED)
TITLED = pytest.mark.parametrize("form", sorted(set(SAMPLES) - {"csv", "jsonl"}))


@every_format
def test_text_is_laid_out(form: str) -> None:
    """Blocks are in order and disjoint, and the document says what it was read as."""
    document = read_document(SAMPLES[form](), form)
    assert_sound(document)
    assert document.format == form
    assert not document.left_out


@every_format
def test_passages_stand_under_their_heading(form: str, budget: TokenBudget) -> None:
    """The sentence is in one passage, word for word, its heading (if it can have one) above it."""
    document = read_document(SAMPLES[form](), form)
    holding = [p for p in cut_passages(document, budget) if SENTENCE in p.span.of(document.text)]
    assert len(holding) == 1
    expected = "" if form == "csv" else HEADING
    assert holding[0].context.rpartition("\n")[2] == expected
    assert holding[0].page == ("2" if form == "pptx" else "")


@TITLED
def test_what_a_file_says_of_itself(form: str) -> None:
    """Title and author are those of the file's own properties."""
    metadata = read_document(SAMPLES[form](), form).metadata
    assert (metadata.title, metadata.author) == (TITLE, "Lina Haddad")


@PACKAGED
@pytest.mark.parametrize("share", [0, 0.3, 0.7, 0.99])
def test_torn_file_is_refused(form: str, share: float) -> None:
    """A file that ends too early is a reason to give, wherever it ends."""
    whole = SAMPLES[form]()
    with pytest.raises(ReadError, match="damaged or incomplete"):
        read_document(whole[: int(len(whole) * share)], form)


@PACKAGED
def test_zip_of_something_else_is_refused(form: str) -> None:
    """A zip file that is no document of the kind is not taken for one."""
    with pytest.raises(ReadError, match="not a whole"):
        read_document(zipped({"weir.txt": "The weir held."}), form)


@PACKAGED
def test_bomb_is_refused(form: str) -> None:
    """A file that would expand to far more than it is is not expanded."""
    with pytest.raises(ReadError, match="expand"):
        read_document(zipped({"word/document.xml": bytes(64 << 20)}), form)


@pytest.mark.parametrize("form", ["docx", "pptx", "xlsx"])
def test_encrypted_file_is_named_as_such(form: str) -> None:
    """With a password set an Office file is wrapped in one of the old kind."""
    wrapped = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    with pytest.raises(ReadError, match="before 2007"):
        read_document(wrapped, form)
    with pytest.raises(ReadError, match=r"^it is encrypted$"):
        read_document(wrapped + "EncryptedPackage".encode("utf-16-le"), form)


@every_format
def test_file_of_another_kind_is_refused(form: str) -> None:
    """Bytes that are nothing of the kind are a reason to give, not text."""
    noise = b"\x89PNG\r\n\x1a\n" + bytes(i * i % 251 for i in range(3000))
    with pytest.raises(ReadError):
        read_document(noise, form)


@every_format
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_altered_files_are_read_or_refused(form: str, data: st.DataObject) -> None:
    """Whatever bytes are altered: the file is still laid out soundly, or a reason is given."""
    members = dict(_MEMBERS[form])
    name = data.draw(st.sampled_from(sorted(members)))
    altered = bytearray(members[name])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(altered)))
        altered[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    members[name] = bytes(altered)
    with suppress(ReadError):
        document = read_document(zipped(members) if form in ZIPPED else members[name], form)
        assert_sound(document)
        assert any(block.kind is not BlockKind.FURNITURE for block in document.blocks)


def _members(form: str) -> dict[str, bytes]:
    """What is in a sample, for a change of it to get past the checksums of a zip file."""
    made = SAMPLES[form]()
    if form not in ZIPPED:
        return {"": made}
    with ZipFile(io.BytesIO(made)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


_MEMBERS = {form: _members(form) for form in SAMPLES}
