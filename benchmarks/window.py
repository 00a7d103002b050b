"""How soon the window is there and answers keys, beside a bare PySide6 window in the same run.

python benchmarks/window.py [--starts N] [--libraries DIR] [--passages N] [--keys N]

Start: from starting the process to the first paint of the window, and to a key press being in its
field; ours opens the sample corpus, the bare one is a window with a line to type in. Keys: from a
key stroke to the keyword hits of what is typed so far, in the library of 20,000 passages that
`latency.py` makes (and keeps in DIR where it is given).

Runs on the display there is, or on Qt's offscreen platform.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bytecode import keep_bytecode
from corpora import REPOSITORY, load_set
from latency import SETS, made_library
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest

from qa_app.engine import Engine
from qa_app.places import load_settings

_KINDS = {"ours": "ours", "bare": "bare PySide6"}
_STARTER = Path(__file__).with_name("start_window.py")
_WORDS = ("what did the minister say about prices", "genes in yeast cells", "who won the game")
_SETTLING_MS = 200
_PATIENCE_MS = 60_000


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--starts", type=int, default=7, help="start each window so many times")
    parser.add_argument("--libraries", type=Path, help="keep the library here")
    parser.add_argument("--passages", type=int, default=20_000, help="at least this many")
    parser.add_argument("--keys", type=int, default=200, help="about so many key strokes")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    keep_bytecode()
    _print_starts(arguments.starts)
    _print_keys(arguments)


def _print_starts(n_starts: int) -> None:
    """The two windows in turns, so that a busy machine is as unfair to both."""
    times: dict[str, list[tuple[float, float]]] = {kind: [] for kind in _KINDS}
    for _ in range(n_starts):
        for kind, measured in times.items():
            measured.append(timed_start(kind))
    print(f"{'window':14} {'visible, s':>24} {'a key is in, s':>24}   (median, least, most)")
    for kind, measured in times.items():
        visible, typed = zip(*measured, strict=True)
        print(f"{_KINDS[kind]:14} {_three(visible):>24} {_three(typed):>24}")


def timed_start(kind: str) -> tuple[float, float]:
    """Seconds from starting a window of a kind to its first paint, and to what it then waits for.

    A key in its field, or an answer: `start_window.py` has the kinds.
    """
    run = subprocess.run(
        [sys.executable, str(_STARTER), kind, repr(time.time())],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    visible, typed = run.stdout.split()[-2:]
    return float(visible), float(typed)


def _print_keys(arguments: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        engine = Engine(load_settings())
        where = (arguments.libraries or Path(scratch)) / f"latency-{arguments.passages}"
        library = made_library(engine, [load_set(name) for name in SETS], where, arguments.passages)
        n_passages = library.status().n_passages
        library.close()
        waits_ms = _waits(where / "library", Path(scratch), arguments.keys)
    waits_ms.sort()
    print(
        f"\nkey stroke to keyword hits, {n_passages} passages, {len(waits_ms)} key strokes: "
        f"p50 {statistics.median(waits_ms):.0f} ms, "
        f"p95 {waits_ms[int(0.95 * (len(waits_ms) - 1))]:.0f} ms, most {waits_ms[-1]:.0f} ms"
    )


def _waits(library: Path, scratch: Path, n_keys: int) -> list[float]:
    """Milliseconds from each key stroke to the hits for what is typed by then."""
    from qa_app.gui.app import application  # noqa: PLC0415 - after the platform is chosen
    from qa_app.gui.main_window import MainWindow  # noqa: PLC0415 - the same
    from qa_app.gui.tasks import EngineClient  # noqa: PLC0415 - the same

    application()
    client = EngineClient()
    settings = QSettings(str(scratch / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(client=client, settings=settings, library_for=str)
    window.show()
    window.open(str(library), "")
    ready: list[object] = []
    client.model_ready.connect(ready.append)
    _wait_until(lambda: bool(ready) and not window.indexing.is_running)
    shown: list[str] = []
    client.peeked.connect(lambda event: shown.append(event.question))
    field, waits_ms = window.question_bar.field, []
    for key in _keys(n_keys):
        if key == "\n":
            field.clear()
        else:
            QTest.qWait(_SETTLING_MS)
            shown.clear()
            began = time.perf_counter()
            QTest.keyClicks(field, key)
            _wait_until(lambda: field.text().strip() in shown)
            waits_ms.append((time.perf_counter() - began) * 1000)
    window.close()
    return waits_ms


def _keys(n_keys: int) -> str:
    """Questions as they are typed, a line each."""
    lines = "\n".join(_WORDS) + "\n"
    return (lines * (n_keys // len(lines) + 1))[:n_keys]


def _wait_until(is_so: Callable[[], bool]) -> None:
    until = time.perf_counter() + _PATIENCE_MS / 1000
    while not is_so():
        if time.perf_counter() > until:
            sys.exit("The window did not answer.")
        QTest.qWait(1)


def _three(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.2f} ({min(values):.2f} – {max(values):.2f})"


if __name__ == "__main__":
    main()
