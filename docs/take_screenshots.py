"""Takes the pictures of the window that the documentation shows: the real window, the real engine.

The sample corpus is copied and indexed first. Every picture is taken at both scales, the larger in
a process of its own, because Qt reads its scale once.
"""

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qa_app.gui.app import application
from qa_app.gui.appearance import Look
from qa_app.gui.main_window import MainWindow
from qa_app.gui.tasks import EngineClient
from qa_app.messages import ExportSnippets

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1120, 700)
SCALES = (1, 2)
ANSWERED = "what did Abu Qasra say?"
REFUSED = "What did Erdogan say?"
PATIENCE_MS = 300_000
SETTLING_MS = 400


def main() -> int:
    """Take every picture at every scale; 1 where the engine stopped or never answered."""
    options = parse_options()
    if options.scale:
        return take_at(options.scale, options)
    own = [sys.executable, __file__, "--out", str(options.out), "--command", options.command]
    codes = [subprocess.run([*own, "--scale", str(s)], check=False).returncode for s in SCALES]
    return max(codes)


def take_at(scale: int, options: argparse.Namespace) -> int:
    """Take every picture at one scale."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(scale)
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
        options.out.mkdir(parents=True, exist_ok=True)
        suffix = "" if scale == 1 else f"@{scale}x"
        for name, shown in Sitting(window, home, problems).pictures():
            pause(SETTLING_MS)
            path = options.out / f"{name}{suffix}.png"
            if not shown.grab().save(str(path)):
                problems.append(f"{path} cannot be written.")
        window.close()
    app.processEvents()
    print(*problems, sep="\n", file=sys.stderr)
    return 1 if problems else 0


def parse_options() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--command", default="", help="what starts the engine; for trying out")
    parser.add_argument("--scale", type=int, default=0, help="take them at this scale alone")
    return parser.parse_args()


class Sitting:
    """Uses the window as a person does, and stops where a picture is to be taken."""

    def __init__(self, window: MainWindow, home: Path, problems: list[str]) -> None:
        self._window = window
        self._home = home
        self._problems = problems

    def pictures(self) -> Iterator[tuple[str, QWidget]]:
        """The name of each picture and what is on it, in its time."""
        window = self._window
        window.resize(*SIZE)
        window.show()
        window.appearance.set_look(Look.LIGHT)
        window.open(str(self._home / "library"), str(self._home / "seeds"), is_sample=True)
        self._wait_until(lambda: "up to date" in window.status_line.state.whole_text())
        yield "first-run", window
        self._ask(ANSWERED)
        yield "answer", window
        window.appearance.set_look(Look.DARK)
        yield "answer-dark", window
        window.appearance.set_look(Look.LIGHT)
        self._press(Qt.Key.Key_Down)
        self._press(Qt.Key.Key_Return)
        yield "source", window
        self._do("why_hit")
        yield "why", window
        self._do("why_hit")
        yield from self._overlays()
        self._ask(REFUSED)
        yield "refusal", window
        self._ask(ANSWERED)
        self._press(Qt.Key.Key_Down)
        yield from self._taking_along()

    def _overlays(self) -> Iterator[tuple[str, QWidget]]:
        """What is open over the window, or beside it."""
        window = self._window
        for _ in range(2):
            self._do("keep_snippet")
            self._do("previous_hit")
            window.hits_panel.hit_list.setFocus()
        self._do("show_snippets")
        yield "snippets", window
        self._press(Qt.Key.Key_Escape)
        self._do("show_palette")
        self._type("copy")
        yield "palette", window
        self._press(Qt.Key.Key_Escape)
        self._do("show_documents")
        dialog = self._dialog()
        yield "documents", dialog
        dialog.close()
        self._do("check_library")
        dialog = self._dialog()
        self._wait_until(lambda: not dialog.is_running)  # type: ignore[attr-defined]  # a check
        yield "check", dialog
        dialog.close()

    def _taking_along(self) -> Iterator[tuple[str, QWidget]]:
        """The dialogs that export, check and correct."""
        window, file = self._window, self._home / "quotes.md"
        self._do("export_snippets")
        dialog = self._dialog()
        yield "export", dialog
        dialog.close()
        order, exported = ExportSnippets(str(file)), list[object]()
        window.client.snippets_exported.connect(exported.append)
        window.client.request(order)
        self._wait_until(lambda: bool(exported))
        # Somebody has written what the source does not say; the last is what a reader sees.
        before, _, after = file.read_text(encoding="utf-8").rpartition("for aircraft")
        file.write_text(f"{before}for soldiers{after}", encoding="utf-8")
        checked = list[object]()
        window.client.export_verified.connect(checked.append)
        window.verifying.check(str(file))
        self._wait_until(lambda: bool(checked))
        dialog = self._dialog()
        yield "verify", dialog
        dialog.close()
        self._do("correct_source")
        dialog = self._dialog()
        yield "correct", dialog
        dialog.close()

    def _dialog(self) -> QWidget:
        """The dialog that is open over the window."""
        pause(SETTLING_MS)
        return QApplication.activeModalWidget() or QApplication.activeWindow() or self._window

    def _ask(self, question: str) -> None:
        answers: list[object] = []
        self._window.client.answered.connect(answers.append)
        self._window.asking.ask(question)
        self._wait_until(lambda: bool(answers))

    def _do(self, action: str) -> None:
        pause(SETTLING_MS)
        self._window.actions_by_name[action].trigger()

    def _press(self, key: Qt.Key) -> None:
        pause(SETTLING_MS)
        QTest.keyClick(QApplication.focusWidget() or self._window, key)

    def _type(self, text: str) -> None:
        pause(SETTLING_MS)
        QTest.keyClicks(QApplication.focusWidget() or self._window, text)

    def _wait_until(self, is_true: Callable[[], bool]) -> None:
        """Let the window live until something holds, or a problem makes waiting pointless."""
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not is_true() and not self._problems:
            pause(20)
            if deadline.hasExpired():
                self._problems.append("The engine did not answer in time.")


def pause(duration_ms: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(duration_ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
