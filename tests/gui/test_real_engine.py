"""The window on the real engine and the real model: what a person sees after `make run`."""

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from pytestqt.qtbot import QtBot

from qa_app.gui.main_window import MainWindow
from qa_app.gui.tasks import EngineClient
from tests.gui.conftest import ROOT
from tests.gui.hands import press, write

pytestmark = pytest.mark.integration

BEAT_MS = 5
# The aim is 50 ms.
MOST_MS = 100
PATIENCE_MS = 240_000
# Nanoseconds on a core, nanoseconds waiting for one, turns (Linux, sched-stats).
_SCHEDULING = Path("/proc/thread-self/schedstat")
N_DOCUMENTS = 100
N_PASSAGES_EACH = 20
WORDS = (
    "harbour council minister price bread report school river bridge winter vote court doctor "
    "train market island letter signal copper forest engine garden museum border strike grain"
).split()


class Heartbeat(QObject):
    """Beats in the event loop and keeps the longest time between two beats.

    `worst_on_core_ms` leaves out how long others, our engine among them, had the cores that this
    thread was ready to run on, where the system tells (Linux): it says what the window itself did.
    """

    def __init__(self) -> None:
        super().__init__()
        self.worst_ms = self.worst_on_core_ms = 0.0
        self._last, self._waited = time.perf_counter(), _waited_for_a_core_s()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(BEAT_MS)

    def _on_timeout(self) -> None:
        now, waited = time.perf_counter(), _waited_for_a_core_s()
        gap = now - self._last
        on_core = gap - (waited - self._waited)
        self.worst_ms = max(self.worst_ms, gap * 1000)
        self.worst_on_core_ms = max(self.worst_on_core_ms, on_core * 1000)
        self._last, self._waited = now, waited

    def stop(self) -> None:
        """No further beats."""
        self._timer.stop()

    def __str__(self) -> str:
        return (
            f"worst gap of the event loop: {self.worst_ms:.0f} ms "
            f"({self.worst_on_core_ms:.0f} without waiting for a core)"
        )


def _waited_for_a_core_s() -> float:
    """How long this thread has been ready to run and was not, since it began; 0 if nobody tells."""
    try:
        return int(_SCHEDULING.read_text().split()[1]) / 1e9
    except OSError:
        return 0.0


@pytest.fixture
def window(qtbot: QtBot, settings: QSettings, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window whose engine is the program's own."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    client = EngineClient([sys.executable, "-m", "qa_app.service"])
    made = MainWindow(client=client, settings=settings, library_for=str)
    qtbot.addWidget(made, before_close_func=lambda _: client.close())
    made.resize(1000, 700)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_sample_corpus_from_start_to_source(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Typing works while the model loads and the corpus is indexed, and the answer follows.

    Both statements of Abu Qasra are listed, and Enter on one opens its source at the passage. All
    the while the event loop goes round.
    """
    heartbeat = Heartbeat()
    window.open(str(tmp_path / "library"), str(ROOT / "seeds"), is_sample=True)
    assert window.question_bar.field.hasFocus()
    write(qtbot, window.question_bar.field, "what did Abu Qasra say?")
    with qtbot.waitSignal(window.client.answered, timeout=PATIENCE_MS):
        press(qtbot, Qt.Key.Key_Return)
    hits = window.hits_panel.hit_list.hit_model.hits()
    assert len(hits) == 2
    assert all("Abu Qasra" in hit.text for hit in hits)
    # While documents come, Enter asks again: the answer may be there before the last of them.
    qtbot.waitUntil(lambda: not window.indexing.is_running, timeout=PATIENCE_MS)
    with qtbot.waitSignal(window.client.source_loaded, timeout=PATIENCE_MS):
        press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.source_pane.isAncestorOf(window.focusWidget()))
    heartbeat.stop()
    with capsys.disabled():
        sys.stdout.write(f"\n{heartbeat}\n")
    assert heartbeat.worst_ms <= MOST_MS


def test_two_thousand_passages_are_indexed_while_questions_are_asked(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The event loop never stands still, whatever the engine does; every question is answered."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for n, text in enumerate(invented_documents()):
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    window.open(str(tmp_path / "library"), str(folder))
    with qtbot.waitSignal(window.client.model_ready, timeout=PATIENCE_MS):
        heartbeat = Heartbeat()
    n_asked = 0
    while n_asked == 0 or window.indexing.is_running:
        window.question_bar.field.clear()
        for part in ("what did ", f"the {WORDS[n_asked % len(WORDS)]} ", "say?"):
            write(qtbot, window.question_bar.field, part)
            qtbot.wait(BEAT_MS)
        with qtbot.waitSignal(window.client.answered, timeout=PATIENCE_MS):
            press(qtbot, Qt.Key.Key_Return)
        # No hand is so fast that what it does next falls into the same turn of the event loop.
        qtbot.wait(BEAT_MS)
        press(qtbot, Qt.Key.Key_Down)
        qtbot.wait(BEAT_MS)
        n_asked += 1
    heartbeat.stop()
    with capsys.disabled():
        sys.stdout.write(f"\n{n_asked} questions, {heartbeat}\n")
    assert f"{N_DOCUMENTS * N_PASSAGES_EACH:,} passages" in window.status_line.state.whole_text()
    assert heartbeat.worst_ms <= MOST_MS


def invented_documents() -> Iterator[str]:
    """Documents of short paragraphs, no two alike."""
    chance = random.Random(5)  # noqa: S311 - to be the same every time
    for _ in range(N_DOCUMENTS):
        yield "\n\n".join(
            " ".join(chance.choices(WORDS, k=24)).capitalize() + "." for _ in range(N_PASSAGES_EACH)
        )
