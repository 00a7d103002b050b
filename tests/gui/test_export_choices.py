"""What there is to choose from for an export, beside what the engine knows."""

import pytest

from qa_app.citing.export.registry import FORMATS
from qa_app.citing.styles import StyleName
from qa_app.gui.export_choices import OWN_STYLE, STYLES, SUFFIXES, format_of, renamed


def test_every_format_and_style_of_the_engine_is_offered() -> None:
    """The window names them itself, for it does not import the engine."""
    assert {known.name: known.suffix for known in FORMATS} == SUFFIXES
    assert set(STYLES) == {"", OWN_STYLE, *StyleName}


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("a.json", "json"),
        ("a.csl.json", "csl-json"),
        ("A.PDF", "pdf"),
        ("a", ""),
        ("a.xyz", ""),
        ("/home/x.md/a", ""),
    ],
)
def test_a_name_promises_a_format(file: str, found: str) -> None:
    """The longest end that fits counts; case does not."""
    assert format_of(file) == found


def test_a_name_gets_the_end_of_a_format() -> None:
    """The end of another format goes; other dots stay."""
    assert renamed("/a/b.csl.json", "pdf") == "/a/b.pdf"
    assert renamed("/a/b.2025", "docx") == "/a/b.2025.docx"
