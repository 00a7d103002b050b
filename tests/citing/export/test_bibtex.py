"""Snippets as BibTeX, read back with bibtexparser."""

import re

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given

from qa_app.citing.export.bibtex import escaped_latex, plain_latex, write
from qa_app.citing.export.content import Export
from qa_app.citing.export.shown import as_shown
from qa_app.model import Metadata
from tests.citing.export.samples import CONTROLS, LINE_ENDS, QUOTES, TITLE, export, texts


def _entries(made: Export) -> list[dict[str, str]]:
    library = parse_string(write(made).decode())
    assert not library.failed_blocks
    return [
        {"type": entry.entry_type, **{f.key: f.value for f in entry.fields}}
        for entry in library.entries
    ]


def test_quotes_are_read_back_code_point_for_code_point() -> None:
    """What TeX takes for commands is written by name and can be read back."""
    every = (*QUOTES, CONTROLS, LINE_ENDS)
    assert [plain_latex(entry["annote"]) for entry in _entries(export(*every))] == [
        as_shown(quote) for quote in every
    ]


@given(texts())
def test_any_text_is_read_back_and_is_no_command(text: str) -> None:
    """Braces balance, and nothing but our own names follows a backslash."""
    written = escaped_latex(text)
    assert plain_latex(written) == as_shown(text)
    assert written.count("{") == written.count("}")
    left = written
    for name in ("backslash", "braceleft", "braceright", "asciitilde", "asciicircum"):
        left = left.replace(f"\\text{name}{{}}", "")
    for sign in ("\\newline{}\n", "\\%", "\\&", "\\#", "\\$", "\\_"):
        left = left.replace(sign, "")
    assert "\\" not in left


_COMMANDS = (
    "\\input{/etc/passwd} \\write18{rm} \\immediate\\write18{x} \\catcode`\\%=12",
    "^^5cinput ^^M 100% not a comment # & _ $x$ ~ \\end{document} \\csname x\\endcsname",
    "} @comment{ } , note = {x}",
)
_OURS = re.compile(
    r"\\(?:text(?:backslash|braceleft|braceright|asciitilde|asciicircum)\{\}|newline\{\}\n|[%&#$_])"
)


@pytest.mark.parametrize("words", _COMMANDS)
def test_no_field_holds_a_command(words: str) -> None:
    """Title, names, publisher, address, page, note and tags are as harmless as the quote."""
    about = Metadata(words, words, words, "2025", words)
    made = export(words, metadata=about, note=words, tags=(words,), page=words)
    (entry,) = _entries(made)
    values = [value for name, value in entry.items() if name != "type"]
    assert len(values) >= 8
    for value in values:
        assert not re.search(r"[\\%#$&_^~]", _OURS.sub("", value))
        assert value.count("{") == value.count("}")


def test_an_entry_holds_the_source() -> None:
    """Type, title, author, paper, date and address are fields of their own."""
    about = Metadata(TITLE, "The Quay Post", "Ida Brandt", "2025-02-17", "https://quay.example/a_b")
    (entry,) = _entries(export("x", metadata=about, note="50% & more"))
    assert plain_latex(entry["title"]).strip("{}") == TITLE.strip("{}")
    assert "Ida Brandt" in entry["author"]
    assert (entry["year"], entry["month"]) == ("2025", "2")
    assert plain_latex(entry["url"]) == "https://quay.example/a_b"
    assert plain_latex(entry["note"]) == "50% & more"
