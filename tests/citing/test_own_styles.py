"""A person's own citation style, from a file that may be anything."""

from pathlib import Path

import pytest

from qa_app.citing.item import Item, Kind, locator_at
from qa_app.citing.style_files import MAX_STYLE_BYTES
from qa_app.citing.styles import own_style
from qa_app.errors import StyleError

_HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
_INFO = "<info><title>Own</title><id>own</id></info>"
_LAYOUT = '<citation><layout suffix="."><group delimiter=", ">{}</group></layout></citation>'
_TITLE = '<text variable="title" quotes="true"/><text variable="locator" prefix="at "/>'
_WHOLE = f"{_HEAD}{_INFO}{_LAYOUT.format(_TITLE)}</style>"
_ITEM = Item(Kind.DOCUMENT, "Tide <b>tables</b>")


def _macro(name: str, *calls: str) -> str:
    called = "".join(f'<text macro="{call}"/>' for call in calls)
    return f'<macro name="{name}">{called}<text value="x"/></macro>'


def _style(layout: str, *macros: str) -> str:
    return f"{_HEAD}{''.join(macros)}{_LAYOUT.format(layout)}</style>"


def _refusal(path: Path) -> str:
    with pytest.raises(StyleError) as caught:
        own_style(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_style_of_ones_own_is_used(tmp_path: Path) -> None:
    """It needs no list of sources: the note stands in for the entry."""
    path = tmp_path / "own.csl"
    path.write_text(_WHOLE, encoding="utf-8")
    style = own_style(path)
    assert style.cite(_ITEM, locator_at(4)).text == "“Tide <b>tables</b>,” at 4."
    assert style.entry(_ITEM).text == "“Tide <b>tables</b>.”"


def test_a_style_that_points_to_a_shipped_one_is_that_one(tmp_path: Path) -> None:
    """Journals' styles are mostly such; where the other is not here, that is said."""
    link = '<link href="http://www.zotero.org/styles/{}" rel="independent-parent"/>'
    path = tmp_path / "journal.csl"
    path.write_text(f"{_HEAD}<info>{link.format('apa')}</info></style>", encoding="utf-8")
    assert own_style(path).cite(_ITEM, locator_at(4)).text == "(Tide <b>tables</b>, n.d., para. 4)"
    path.write_text(f"{_HEAD}<info>{link.format('no-such')}</info></style>", encoding="utf-8")
    assert "“no-such”" in _refusal(path)


def test_a_day_is_written_as_the_style_writes_days(tmp_path: Path) -> None:
    """As a number, in two digits or as an ordinal; the year in four digits or two."""
    parts = '<date-part name="day" form="{}"/><date-part name="year" form="{}" prefix=" "/>'
    path = tmp_path / "own.csl"
    for day, year, shown in (
        ("numeric", "short", "3 05"),
        ("numeric-leading-zeros", "long", "03 2005"),
        ("ordinal", "long", "3rd 2005"),
    ):
        date = f'<date variable="issued">{parts.format(day, year)}</date>'
        path.write_text(_style(date), encoding="utf-8")
        item = Item(Kind.DOCUMENT, "Tides", issued=(2005, 6, 3))
        assert own_style(path).entry(item).text == f"{shown}."


_BOMB = '<!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
_FILE = '<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
_LONG = [_macro(f"m{n}", *([f"m{n - 1}"] * 2 if n else [])) for n in range(40)]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "XML"),
        ("not XML", "XML"),
        (f"{_HEAD}<citation>", "XML"),
        ("<html/>", "no CSL style"),
        (f"{_HEAD}{_INFO}</style>", "citation layout"),
        (f"{_BOMB}{_WHOLE}", "document type"),
        (f"{_FILE}{_WHOLE.replace('<title>Own', '<title>&x;')}", "document type"),
        (_style('<text macro="gone"/>'), "“gone”"),
        (_style(_TITLE, _macro("a", "b"), _macro("b", "a")), "itself"),
        (_style('<text macro="m39"/>', *_LONG), "cannot do"),
        (_style('<date variable="issued" form="wild"/>'), "cannot do"),
        ("x" * (MAX_STYLE_BYTES + 1), "larger"),
    ],
    ids=[
        "empty", "text", "torn", "other", "bare", "bomb", "file", "missing", "loop", "many",
        "wrong", "huge",
    ],
)  # fmt: skip
def test_a_file_that_is_no_usable_style_is_refused(tmp_path: Path, content: str, why: str) -> None:
    """In one sentence that names the file and what is wrong with it; nothing else is opened."""
    path = tmp_path / "own.csl"
    path.write_text(content, encoding="utf-8")
    assert why in _refusal(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """So is a folder of that name, and bytes that are no text."""
    assert "cannot be read" in _refusal(tmp_path / "none.csl")
    (tmp_path / "folder.csl").mkdir()
    assert "cannot be read" in _refusal(tmp_path / "folder.csl")
    (tmp_path / "bytes.csl").write_bytes(bytes(range(256)))
    assert "XML" in _refusal(tmp_path / "bytes.csl")
