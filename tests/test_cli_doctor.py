"""The command doctor: what it prints, and its exit status."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_app import cli
from qa_app.engine import Engine
from qa_app.findings import Diagnosis

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    engine: Engine,
    folder: Path,
    library_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Runs `qa-app doctor` on a library, with further arguments: exit status, output, errors."""
    (folder / "a.txt").write_text("The harbour of Tarsos opens in March.", encoding="utf-8")
    engine.index(library_dir, folder)
    monkeypatch.setattr(cli, "_engine", lambda: engine)

    def run_it(*arguments: str) -> tuple[int, str, str]:
        command = ["qa-app", "doctor", "--library", str(library_dir), *arguments]
        monkeypatch.setattr(sys, "argv", command)
        status = cli.run_cli(lambda _library, sample: 0 if sample else 1)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run_it


def test_a_sound_library_is_exit_status_0(run: Run) -> None:
    """A line for each part of it."""
    status, out, err = run()
    assert (status, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == ["fine"] * 9


def test_trouble_is_exit_status_3_until_it_is_repaired(run: Run, library_dir: Path) -> None:
    """Found, repaired, fine."""
    (library_dir / "derived.json").unlink()
    status, out, _ = run()
    assert status == 3
    assert "trouble   indexes    they do not fit: " in out
    status, out, _ = run("--repair")
    assert status == 0
    assert "repaired  indexes    they do not fit: " in out
    assert "trouble" not in run()[1]


def test_json(run: Run, library_dir: Path) -> None:
    """An object a line, with the part, its health and a sentence."""
    (library_dir / "derived.json").unlink()
    status, out, _ = run("--json")
    records = [json.loads(line) for line in out.splitlines()]
    assert status == 3
    assert {"part": "indexes", "health": "trouble"}.items() <= records[4].items()
    assert all(record.keys() == {"part", "health", "says"} for record in records)


def test_a_damaged_library_names_it(run: Run, engine: Engine, library_dir: Path) -> None:
    """What the message of a damaged library says to do helps."""
    (library_dir / "library.sqlite3").write_bytes(b"garbage " * 4096)
    with pytest.raises(Exception, match=f"qa-app doctor --repair --library {library_dir}"):
        engine.status(library_dir)
    assert run("--repair")[0] == 0
    assert engine.status(library_dir).n_documents == 1


def test_no_library(run: Run, library_dir: Path) -> None:
    """Where there is none that is one line on stderr."""
    for path in library_dir.glob("*.*"):
        path.unlink()
    status, out, err = run()
    assert (status, out) == (3, "")
    assert err.startswith("qa-app: There is no library")


def test_cancelled(run: Run, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is exit status 130."""
    cancelled = Diagnosis("library", (), cancelled=True)
    monkeypatch.setattr(engine, "doctor", lambda *_args, **_options: cancelled)
    assert run()[0] == 130
