"""The commands export and verify: what they print, and their exit status."""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from qa_app import cli
from qa_app.engine import Engine
from qa_app.library.notebook import Notebook
from qa_app.model import Span

_MAYOR = "The mayor said on Monday that the old bridge 🙂 will close in June. Nobody cheered.\n"
_KEPT_AT = "2025-03-01T09:30:00+01:00"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(engine: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `qa-app` with arguments: exit status, output, errors."""
    monkeypatch.setattr(cli, "_engine", lambda: engine)

    def run_it(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["qa-app", *arguments])
        status = cli.run_cli(lambda _library, sample: 0 if sample else 1)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run_it


@pytest.fixture
def kept(engine: Engine, folder: Path, library_dir: Path) -> Sequence[str]:
    """A library with two snippets of one document; the options that name it."""
    (folder / "a.txt").write_text(_MAYOR, encoding="utf-8")
    engine.index(library_dir, folder)
    library = engine.open(library_dir)
    document = library.entries()[0].document_id
    notebook = Notebook(library_dir)
    for span in (Span(0, 9), Span(_MAYOR.index("Nobody"), len(_MAYOR) - 1)):
        notebook.keep(library.make_snippet(document, span, "What did they say?", _KEPT_AT))
    library.close()
    return ("--library", str(library_dir))


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.docx", "a.json", "a.jsonld"])
def test_an_export_is_verified(run: Run, kept: Sequence[str], tmp_path: Path, name: str) -> None:
    """The snippets are exported, and all are verbatim."""
    file = tmp_path / name
    status, out, _ = run("export", *kept, str(file))
    assert status == 0
    assert out.startswith("Exported 2 snippets")
    status, out, _ = run("verify", *kept, str(file))
    assert status == 0
    assert out.splitlines()[-1] == "2 of 2 quotes verbatim"


@pytest.mark.parametrize("name", ["pdf", "csv", "csl-json", "bibtex", "ris"])
def test_a_format_can_be_named(run: Run, kept: Sequence[str], tmp_path: Path, name: str) -> None:
    """The file's name need not say it; with --json a record says what was written."""
    file = tmp_path / "out.txt"
    status, out, _ = run("export", *kept, "--format", name, "--json", str(file))
    assert status == 0
    assert json.loads(out) == {"file": str(file), "format": name, "snippets": 2}
    assert file.stat().st_size


def test_a_changed_source_is_exit_status_1(
    run: Run, kept: Sequence[str], folder: Path, tmp_path: Path
) -> None:
    """The quote is shown with the words that differ; with --json as a record."""
    file = tmp_path / "a.md"
    run("export", *kept, str(file))
    (folder / "a.txt").write_text(_MAYOR.replace("Nobody", "Everybody"), encoding="utf-8")
    status, out, _ = run("verify", *kept, str(file))
    assert status == 1
    assert "[-Everybody-]{+Nobody+} cheered." in out
    assert "1 of 2 quotes verbatim" in out
    status, out, _ = run("verify", *kept, "--json", str(file))
    assert status == 1
    first, second = [json.loads(line) for line in out.splitlines()]
    assert (first["state"], first["span"], first["verbatim"]) == ("verbatim", [0, 9], True)
    assert (second["state"], second["verbatim"]) == ("changed", False)


def test_a_moved_file_is_found_by_the_library(
    run: Run, kept: Sequence[str], engine: Engine, folder: Path, library_dir: Path, tmp_path: Path
) -> None:
    """The quotes moved with their file, and count as verbatim."""
    file = tmp_path / "a.json"
    run("export", *kept, str(file))
    (folder / "a.txt").rename(folder / "b.txt")
    engine.index(library_dir, folder)
    status, out, _ = run("verify", *kept, str(file))
    assert status == 0
    assert f"moved     {folder / 'b.txt'}" in out


def test_hits_of_a_question_are_exported_under_it(
    run: Run, kept: Sequence[str], tmp_path: Path
) -> None:
    """The question is the heading, its hits the quotes, and they are verbatim."""
    file = tmp_path / "a.md"
    question = "What did the mayor say about the old bridge?"
    status, _, err = run("export", *kept, "--question", question, str(file))
    assert (status, err) == (0, "")
    assert "## What did the mayor say about the old bridge?" in file.read_text()
    assert run("verify", *kept, str(file))[0] == 0


def test_everything_is_snippets_and_saved_questions(
    run: Run, kept: Sequence[str], library_dir: Path, tmp_path: Path
) -> None:
    """Questions that were only asked are left out."""
    question = "What did the mayor say about the old bridge?"
    notebook = Notebook(library_dir)
    notebook.save(question, _KEPT_AT, saved=True)
    notebook.note("Who cheered?", (), _KEPT_AT)
    file = tmp_path / "a.json"
    assert run("export", *kept, "--everything", str(file))[0] == 0
    headings = [record["heading"] for record in json.loads(file.read_text())["snippets"]]
    assert headings[:2] == ["", ""]
    assert set(headings[2:]) == {question}


def test_a_style_has_its_list_of_sources(run: Run, kept: Sequence[str], tmp_path: Path) -> None:
    """With --style the sources are listed at the end."""
    file = tmp_path / "a.md"
    assert run("export", *kept, "--style", "apa", str(file))[0] == 0
    assert "## Sources" in file.read_text()


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["a.wpd"], 3, "says no format"),
        (["a.md", "--format", "wpd"], 3, "no format"),
        (["a.md", "--group", "none"], 3, "No snippet is in the group"),
        (["a.md", "--style", "none"], 3, "style"),
        (["a.md", "--question", "Who invented the telescope?"], 3, "do not answer"),
        (["a.md", "--group", "a", "--everything"], 2, "--everything"),
        (["gone/a.md"], 3, "cannot be written"),
    ],
)
def test_what_cannot_be_exported_is_one_line(
    run: Run,
    kept: Sequence[str],
    tmp_path: Path,
    arguments: Sequence[str],
    status: int,
    words: str,
) -> None:
    """One line says what, and no file is made."""
    name, *options = arguments
    found, _, err = run("export", *kept, *options, str(tmp_path / name))
    assert found == status
    assert words in err
    assert err.count("\n") == 1
    assert not (tmp_path / name).exists()


def test_an_existing_file_stays(run: Run, kept: Sequence[str], tmp_path: Path) -> None:
    """Only --force replaces it."""
    file = tmp_path / "a.md"
    file.write_text("mine")
    assert run("export", *kept, str(file))[0] == 3
    assert file.read_text() == "mine"
    assert run("export", *kept, "--force", str(file))[0] == 0
    assert file.read_text() != "mine"


def test_an_export_is_verified_without_a_library(
    run: Run, kept: Sequence[str], tmp_path: Path
) -> None:
    """The files are enough; a default library that was never made is none that is missed."""
    file = tmp_path / "a.md"
    run("export", *kept, str(file))
    assert run("verify", str(file))[0] == 0
    status, _, err = run("verify", str(tmp_path / "none.md"))
    assert status == 3
    assert "cannot be read" in err
