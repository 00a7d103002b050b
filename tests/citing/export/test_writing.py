"""An export becomes a file: whole or not at all."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from qa_app.citing.export.registry import FORMATS, format_for, format_named
from qa_app.citing.export.writing import write_export
from qa_app.errors import ExportError
from tests.citing.export.samples import export

_MARKDOWN = format_named("markdown")


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    """The report names the file; no file that was written on the way stays behind."""
    report = write_export(export("One.", "Two."), tmp_path / "a.md", _MARKDOWN)
    assert (report.file, report.format, report.n_snippets) == (
        str(tmp_path / "a.md"),
        "markdown",
        2,
    )
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_file_that_is_there_stays_unless_forced(tmp_path: Path) -> None:
    """Without force the old words stay; with it the new ones replace them."""
    file = tmp_path / "a.md"
    file.write_text("mine")
    with pytest.raises(ExportError, match="is there already"):
        write_export(export("New."), file, _MARKDOWN)
    assert file.read_text() == "mine"
    write_export(export("New."), file, _MARKDOWN, force=True)
    assert "New." in file.read_text()


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_a_cancelled_export_writes_nothing(known: object, tmp_path: Path) -> None:
    """In every format the progress is told, and a cancel leaves no file."""
    steps: list[tuple[int, int]] = []
    made = replace(
        export("One.", "Two.", "Three."),
        on_step=lambda n_done, n: steps.append((n_done, n)),
        cancelled=lambda: len(steps) == 2,
    )
    report = write_export(made, tmp_path / "a", known)  # type: ignore[arg-type]  # a format
    assert report.cancelled
    assert steps == [(1, 3), (2, 3)]
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The message says which file, why, and what to do."""
    with pytest.raises(ExportError, match=r"gone/a\.md cannot be written .*choose another folder"):
        write_export(export("One."), tmp_path / "gone" / "a.md", _MARKDOWN)
    with pytest.raises(ExportError, match="is a folder"):
        write_export(export("One."), tmp_path, _MARKDOWN)


def test_nothing_is_no_export(tmp_path: Path) -> None:
    """An export without snippets is refused, and no file is made."""
    with pytest.raises(ExportError, match="nothing to export"):
        write_export(export(), tmp_path / "a.md", _MARKDOWN)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("file", "name", "wanted"),
    [
        ("a.md", "", "markdown"),
        ("a.JSON", "", "json"),
        ("a.csl.json", "", "csl-json"),
        ("a.jsonld", "", "jsonld"),
        ("a.txt", "ris", "ris"),
    ],
)
def test_the_format_is_the_one_named_or_the_suffix(file: str, name: str, wanted: str) -> None:
    """A name wins; else the longest end of the file's name."""
    assert format_for(Path(file), name).name == wanted


def test_an_unknown_format_says_which_there_are() -> None:
    """The message lists the formats, or the ends of names."""
    with pytest.raises(ExportError, match="bibtex"):
        format_for(Path("a.md"), "wordperfect")
    with pytest.raises(ExportError, match=r"\.docx"):
        format_for(Path("a.wpd"))
