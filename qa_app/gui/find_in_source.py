"""Finding words in the document shown, while the window stays alive."""

import time
from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from qa_app.gui.finding import Finder, Found
from qa_app.gui.views.source_pane import SourcePane
from qa_app.gui.wording import Number
from qa_app.model import Span

_TURN_MS = 8.0
_MOST_CHARS = 200


class FindInSource(QObject):
    """Looks for what is typed in the pane's line, a few milliseconds a turn."""

    def __init__(self, pane: SourcePane, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._bar = pane.find_bar
        self._finder = Finder("")
        self._found = Found()
        self._search: Iterator[Found] = iter(())
        self._at: int | None = None
        self._origin = 0
        self._goes_there = True
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)
        self._bar.changed.connect(self._on_changed)
        self._bar.stepped.connect(self.step)
        self._bar.close_button.clicked.connect(self.close)
        pane.document_changed.connect(self._on_document_changed)
        pane.view.text_shown.connect(self._on_text_shown)

    def open(self) -> None:
        """Show the line, filled with what is selected in the text, and go to it."""
        selected = self._pane.selected()
        self._origin = self._pane.view.position()
        self._bar.show()
        if selected is not None and selected[1].end - selected[1].start <= _MOST_CHARS:
            source, span = selected
            self._bar.field.setText(" ".join(span.of(source.text).split()))
        self._bar.field.setFocus()
        self._bar.field.selectAll()
        self._on_changed()

    def is_on(self) -> bool:
        """Whether words are being looked for."""
        return self._bar.isVisible() and bool(self._bar.field.text())

    def step(self, step: int) -> None:
        """Go to the next place found, or back; past the last one to the first."""
        n_found = len(self._found.starts)
        if not n_found:
            return
        at = self._next(step)
        wrapped = at % n_found != at
        self._choose(at % n_found)
        if wrapped:
            again = self.tr("from the top") if step > 0 else self.tr("from the end")
            self._bar.say(f"{self._bar.count.text()}, {again}")

    def close(self) -> bool:
        """Close the line and go to the text, what was found last selected; False if not open."""
        if not self._bar.isVisible():
            return False
        self._bar.hide()
        self._stop()
        self._pane.view.setFocus()
        return True

    def _next(self, step: int) -> int:
        """The place to go to: by the cursor, which the person may have moved."""
        if self._at is not None and self._shown(self._at) == self._pane.view.selected():
            return self._at + step
        after = bisect_left(self._found.starts, self._pane.view.position())
        return after if step > 0 else after - 1

    def _start(self) -> None:
        self._stop()
        if not self.is_on() or not self._pane.view.is_whole():
            self._bar.say("")
            return
        self._search = self._finder.find(self._bar.wanted())
        self._turn()

    def _stop(self) -> None:
        self._timer.stop()
        self._search, self._found, self._at = iter(()), Found(), None
        self._pane.view.set_found((), ())
        self._pane.ticks.set_found((), ())

    def _turn(self) -> None:
        until = time.perf_counter() + _TURN_MS / 1000
        is_done = True
        for found in self._search:
            self._found = found
            if time.perf_counter() > until:
                is_done = False
                break
        self._show(is_done=is_done)

    def _show(self, *, is_done: bool) -> None:
        starts, ends = self._found.starts, self._found.ends
        self._pane.view.set_found(starts, ends)
        first = bisect_left(starts, self._origin)
        is_known = bool(starts) and (is_done or first < len(starts))
        if self._goes_there and self._at is None and is_known:
            self._choose(first % len(starts))
        if is_done:
            self._timer.stop()
            self._pane.ticks.set_found(starts, ends)
            self._say_standing()
        else:
            self._timer.start()

    def _choose(self, at: int) -> None:
        self._at = at
        self._pane.view.go_to(self._shown(at))
        self._say_standing()

    def _shown(self, at: int) -> Span:
        return Span(self._found.starts[at], self._found.ends[at])

    def _say_standing(self) -> None:
        n_found = len(self._found.starts)
        if not n_found:
            self._bar.say(self.tr("not found"))
        elif self._at is None:
            self._bar.say(self.tr("{all:,} found").format(all=Number(n_found)))
        else:
            words = self.tr("{n:,} of {all:,}")
            self._bar.say(words.format(n=Number(self._at + 1), all=Number(n_found)))

    def _on_document_changed(self) -> None:
        self._stop()
        source = self._pane.source
        self._finder = Finder(source.text if source is not None else "")
        self._bar.say("")
        self._bar.setVisible(self._bar.isVisible() and source is not None)

    def _on_changed(self) -> None:
        self._goes_there = True
        self._start()

    def _on_text_shown(self) -> None:
        # Another document is there to show a passage, which is to stay in view.
        if self.is_on():
            self._goes_there = False
            self._start()
