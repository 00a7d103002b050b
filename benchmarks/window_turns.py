"""How long the window's thread is busy in one go with long lists of hits and long documents.

python benchmarks/window_turns.py

A timer beats as fast as it can while hits are shown, resized and scrolled, and while documents of
five million characters are opened at their end and searched; the longest time between two beats is
printed, by the clock and by the processor, which a busy machine does not slow down.
"""

import os
import random
import time
from collections.abc import Callable, Iterator

from msgspec import Struct
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from qa_app.gui.find_in_source import FindInSource
from qa_app.gui.theme import theme_from
from qa_app.gui.views.hit_list import HitList
from qa_app.gui.views.source_pane import SourcePane
from qa_app.model import (
    Attribution,
    Block,
    BlockKind,
    Highlight,
    HighlightKind,
    Hit,
    Manner,
    Metadata,
    Source,
    SourceText,
    Span,
)

_N_HITS = 200
_N_WORDS = 300
_TEXT_CHARS = 5_000_000
_SETTLING_S = 0.5
_PATIENCE_S = 20.0


class Turns(Struct, frozen=True):
    """What was done, how long until it was on screen, and the longest turns meanwhile, in ms."""

    what: str
    shown_ms: float
    longest_ms: float
    longest_cpu_ms: float


class _Beat:
    """The longest time between two turns of the event loop."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(0)
        self.start_over()

    def start_over(self) -> None:
        """Forget what was measured."""
        self.longest_ms = self.longest_cpu_ms = 0.0
        self._at, self._cpu_at = time.perf_counter(), time.process_time()

    def _on_beat(self) -> None:
        at, cpu_at = time.perf_counter(), time.process_time()
        self.longest_ms = max(self.longest_ms, 1_000 * (at - self._at))
        self.longest_cpu_ms = max(self.longest_cpu_ms, 1_000 * (cpu_at - self._cpu_at))
        self._at, self._cpu_at = at, cpu_at


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    print(f"{'':36} {'shown, ms':>10} {'longest turn, ms':>17} {'of the processor':>17}")
    for turns in measured_turns(application):
        print(
            f"{turns.what:36} {turns.shown_ms:10.0f} {turns.longest_ms:17.0f}"
            f" {turns.longest_cpu_ms:17.0f}"
        )


def measured_turns(application: QApplication) -> Iterator[Turns]:
    """Everything that is measured, one after the other."""
    beat, rng = _Beat(), random.Random(7)  # noqa: S311 - no secret
    words = ["".join(rng.choices("abcdefghijklmnop", k=rng.randint(2, 9))) for _ in range(5_000)]
    yield from _hits(application, beat, rng, words)
    plain = "\n\n".join(" ".join(rng.choices(words, k=100)) for _ in range(9_500))[:_TEXT_CHARS]
    emoji = plain.replace(" a", " 🚢 a").replace(" b", " 🚢 b")[:_TEXT_CHARS]
    for name, text in (
        ("plain", plain),
        (f"{emoji.count('🚢'):,} emoji", emoji),
        ("accents", plain.replace("a", "ä")),
        ("one line", plain.replace("\n", " ")),
    ):
        yield from _document(application, beat, name, text)


def _hits(
    application: QApplication, beat: _Beat, rng: random.Random, words: list[str]
) -> Iterator[Turns]:
    shown = HitList(theme_from(QPalette()))
    shown.resize(420, 760)
    shown.show()
    texts = [" ".join(rng.choices(words, k=_N_WORDS)) for _ in range(_N_HITS)]
    hits = [_hit(rank, text, Span(0, len(text))) for rank, text in enumerate(texts, start=1)]
    bar = shown.verticalScrollBar()
    for what, act in (
        (f"{_N_HITS} hits of {_N_WORDS} words", lambda: shown.show_hits(hits)),
        ("  made wider", lambda: shown.resize(700, 760)),
        ("  scrolled to the end", lambda: bar.setValue(bar.maximum())),
    ):
        yield _turns(application, beat, what, act, lambda: True)


def _document(application: QApplication, beat: _Beat, name: str, text: str) -> Iterator[Turns]:
    pane = SourcePane(theme_from(QPalette()))
    pane.resize(540, 700)
    pane.show()
    finding = FindInSource(pane, pane)
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(n, n + 30)) for n in range(0, len(text), 600))
    source = SourceText(1, "/a.txt", Metadata("A title"), text, blocks)
    places = [Span(len(text) - 900, len(text) - 600)]
    places += [Span(n, n + 300) for n in range(0, len(text) - 1_000, 50_000)]
    hits = [_hit(rank, p.of(text), p) for rank, p in enumerate(places, start=1)]
    yield _turns(
        application,
        beat,
        f"5 MB, {name}, opened at its end",
        lambda: pane.show_passage(source, hits[0], hits),
        lambda: bool(pane.view.extraSelections()),
    )
    finding.open()
    yield _turns(
        application,
        beat,
        "  every e found",
        lambda: pane.find_bar.field.setText("e"),
        lambda: bool(pane.find_bar.count.text()),
    )
    pane.close()


def _turns(
    application: QApplication,
    beat: _Beat,
    what: str,
    act: Callable[[], None],
    is_shown: Callable[[], bool],
) -> Turns:
    """Do something, wait until it is on screen, and for what goes on behind it."""
    application.processEvents()
    beat.start_over()
    started = time.perf_counter()
    act()
    application.processEvents()
    while not is_shown() and time.perf_counter() - started < _PATIENCE_S:
        application.processEvents()
    shown_ms = 1_000 * (time.perf_counter() - started)
    until = time.perf_counter() + _SETTLING_S
    while time.perf_counter() < until:
        application.processEvents()
    return Turns(what, shown_ms, beat.longest_ms, beat.longest_cpu_ms)


def _hit(rank: int, text: str, span: Span) -> Hit:
    place = Source(1, "/a.txt", Metadata("A title", "An outlet", "", "2025-02-17"), span, rank)
    marks = (Highlight(HighlightKind.ANSWER, 100, 200), Highlight(HighlightKind.TERM, 120, 130))
    return Hit(rank, place, text, marks, attribution=Attribution("Nadim H.", Manner.DIRECT))


if __name__ == "__main__":
    main()
