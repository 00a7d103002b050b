from pathlib import PurePath

import pytest

from qa_app.reading.registry import SUPPORTED_SUFFIXES, format_of, read_document
from tests.reading.made_pdfs import pdf_of


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("weir.txt", "text"),
        ("WEIR.TXT", "text"),
        ("weir.en.md", "markdown"),
        ("weir.Xhtml", "html"),
        ("weir.PDF", "pdf"),
        ("weir.mht", "mhtml"),
        ("weir.exe", None),
        ("txt", None),
        (".txt", None),
    ],
)
def test_format_by_suffix(name: str, form: str | None) -> None:
    """A file's last suffix, in whatever case, says what it is read as."""
    assert format_of(PurePath("some/folder") / name) == form


_PLAIN = b"The weir held."
_MADE = {
    "pdf": pdf_of("The weir held."),
    "mhtml": b"Content-Type: text/html\r\n\r\n<p>The weir held.</p>",
}


@pytest.mark.parametrize("suffix", sorted(SUPPORTED_SUFFIXES))
def test_every_suffix_has_its_reader(suffix: str) -> None:
    """What is announced can be read, and the document says as what it was."""
    form = format_of(PurePath(f"weir{suffix}"))
    assert form is not None
    assert read_document(_MADE.get(form, _PLAIN), form).format == form
