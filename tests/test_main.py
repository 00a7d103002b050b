"""Where the program begins."""

import subprocess
import sys
from pathlib import Path

import pytest

from qa_app import __main__ as program
from qa_app.cli import EXIT_INPUT
from qa_app.errors import QaError

_OPENED = """
import sys
from qa_app import __main__ as program
program.open_window = lambda library, *, sample: print(library, sample, "typer" in sys.modules)
sys.argv = ["qa-app", *sys.argv[1:]]
program.main()
"""

_STARTED = """
import sys
from qa_app import __main__ as program, starting
def start():
    print(*({"PySide6", "msgspec", "numpy"} & set(sys.modules)), "nothing else")
    sys.exit()
starting.start_engine = start
sys.argv = ["qa-app"]
program.main()
"""


@pytest.mark.parametrize(
    ("arguments", "seen"),
    [
        ((), "None False False"),
        (("--sample",), "None True False"),
        (("--library", "kept"), "kept False True"),
    ],
)
def test_window_alone_needs_no_command_line(arguments: tuple[str, ...], seen: str) -> None:
    """The libraries of the command line are imported where there are arguments for it to read."""
    ran = subprocess.run(
        [sys.executable, "-c", _OPENED, *arguments], check=True, capture_output=True, text=True
    )
    assert ran.stdout.strip() == seen


def test_engine_is_started_before_anything_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window is imported while the engine starts."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    ran = subprocess.run(
        [sys.executable, "-c", _STARTED], check=True, capture_output=True, text=True
    )
    assert ran.stdout.strip() == "nothing else"


def test_no_display_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What keeps the window from opening is said as the command line says it."""
    monkeypatch.setattr(sys, "argv", ["qa-app"])
    monkeypatch.setattr(program, "_has_display", lambda: False)
    assert program.main() == EXIT_INPUT
    assert capsys.readouterr().err.startswith("qa-app: There is no display for the window here;")


def test_bug_on_the_way_to_the_window_keeps_its_details(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is no error of the person's, and where it came from is kept."""

    def broken(library: Path | None, *, sample: bool) -> int:
        raise ValueError(f"{library}, {sample=}")

    monkeypatch.setattr(sys, "argv", ["qa-app", "--sample"])
    monkeypatch.setattr(program, "open_window", broken)
    assert program.main() == 1
    said = capsys.readouterr().err
    assert "ValueError('None, sample=True')" in said
    kept = Path(said.rpartition("Details: ")[2].strip())
    assert "in broken" in kept.read_text(encoding="utf-8")
    kept.unlink()


def test_error_of_the_person_keeps_its_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence that was written for the person reaches them."""

    def unusable(library: Path | None, *, sample: bool) -> int:  # noqa: ARG001 - as it is called
        raise QaError("The settings cannot be used; mend them.")

    monkeypatch.setattr(sys, "argv", ["qa-app"])
    monkeypatch.setattr(program, "open_window", unusable)
    assert program.main() == EXIT_INPUT
    assert capsys.readouterr().err == "qa-app: The settings cannot be used; mend them.\n"
