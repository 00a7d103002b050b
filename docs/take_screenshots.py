"""Takes the pictures of the window that the documentation shows: the real window, the real engine.

The sample corpus is copied and indexed first.
"""

import argparse
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, QTimer

from qa_app.gui.app import application
from qa_app.gui.main_window import MainWindow
from qa_app.gui.tasks import EngineClient

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1280, 800)
PICTURES = {"answer": "what did Abu Qasra say?", "refusal": "What did Erdogan say?"}
PATIENCE_MS = 300_000
SETTLING_MS = 300


def main() -> int:
    """Take every picture; 1 where the engine stopped or never answered."""
    options = parse_options()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    problems: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        # A home of its own: the pictures show nobody's folders, and nobody's settings show in them.
        os.environ["HOME"] = folder
        home = Path(folder)
        shutil.copytree(ROOT / "seeds", home / "seeds")
        settings = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(
            client=EngineClient(shlex.split(options.command) or None),
            settings=settings,
            library_for=str,
        )
        window.client.engine_stopped.connect(lambda *said: problems.append("\n".join(said)))
        take_all(window, home / "library", home / "seeds", options.out, problems)
        window.close()
    app.processEvents()
    print(*problems, sep="\n", file=sys.stderr)
    return 1 if problems else 0


def parse_options() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--command", default="", help="what starts the engine; for trying out")
    return parser.parse_args()


def take_all(
    window: MainWindow, library: Path, seeds: Path, out: Path, problems: list[str]
) -> None:
    """Open the sample corpus, ask each question, and save what the window shows."""
    out.mkdir(parents=True, exist_ok=True)
    window.resize(*SIZE)
    window.show()
    window.open(str(library), str(seeds), is_sample=True)
    wait_until(lambda: "up to date" in window.status_line.state.whole_text(), problems)
    for name, question in PICTURES.items():
        answers: list[object] = []
        window.client.answered.connect(answers.append)
        window.asking.ask(question)
        wait_until(lambda seen=answers: bool(seen), problems)  # type: ignore[misc]  # a default binds
        pause(SETTLING_MS)
        if not window.grab().save(str(out / f"{name}.png")):
            problems.append(f"{out / name}.png cannot be written.")


def wait_until(is_true: Callable[[], bool], problems: list[str]) -> None:
    """Let the window live until something holds, or a problem makes waiting pointless."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not is_true() and not problems:
        pause(20)
        if deadline.hasExpired():
            problems.append("The engine did not answer in time.")


def pause(duration_ms: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(duration_ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
