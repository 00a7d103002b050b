"""What is done in the source: find words, go from highlight to highlight, open its file."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qa_app.gui.actions import Handler
from qa_app.gui.find_in_source import FindInSource
from qa_app.gui.models.heading_list_model import Heading, headings_of
from qa_app.gui.opening import Opening
from qa_app.gui.stops import Stop
from qa_app.gui.views.hits_panel import HitsPanel
from qa_app.gui.views.scroll_ticks import Tick, TickKind
from qa_app.gui.views.source_pane import SourcePane


class SourceTools(QObject):
    """Works on the document shown. `problem_met` says what is wrong in a sentence."""

    problem_met = Signal(str)

    def __init__(self, panel: HitsPanel, source_pane: SourcePane, window: QWidget) -> None:
        super().__init__(window)
        self._hit_list = panel.hit_list
        self._pane = source_pane
        self._finding = FindInSource(source_pane, self)
        self._opening = Opening(self)
        self._opening.problem_met.connect(self.problem_met)
        source_pane.ticks.picked.connect(self._on_tick_picked)
        source_pane.outline.picked.connect(self._on_heading_picked)
        source_pane.document_changed.connect(source_pane.outline.hide)

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {
            "find_in_source": self.find,
            "next_highlight": lambda: self.step(1),
            "previous_highlight": lambda: self.step(-1),
            "show_outline": self.show_outline,
            "open_file": self.open_file,
            "show_in_folder": self.show_in_folder,
        }

    def find(self) -> None:
        """Open the line to type what is looked for."""
        if self._pane.source is None:
            self._say_nothing_shown()
        else:
            self._finding.open()

    def step(self, step: int) -> None:
        """Go to the next place found, else to the next hit of this document; or back."""
        if self._finding.is_on():
            self._finding.step(step)
        elif self._pane.source is None:
            self._say_nothing_shown()
        elif not self._pane.stops:
            self._pane.say(self.tr("No hit stands in this document"))
        else:
            self._step_to_hit(step)

    def show_outline(self) -> None:
        """List the headings, to jump to one; once more closes the list."""
        source = self._pane.source
        if source is None:
            self._say_nothing_shown()
        elif self._pane.outline.isVisible():
            self.close()
        elif headings := headings_of(source):
            self._pane.outline.show_headings(headings, self._pane.view.top_position())
        else:
            self._pane.say_standing(self.tr("this document has no headings"))

    def close(self) -> bool:
        """Close what is open; False where nothing is."""
        if self._pane.outline.isVisible():
            self._pane.outline.hide()
            self._pane.view.setFocus()
            return True
        return self._finding.close()

    def open_file(self) -> None:
        """Open the chosen hit's file in its own program, or that of the document being read."""
        if path := self._path():
            self._opening.open_file(path)

    def show_in_folder(self) -> None:
        """Show the same file among its neighbours."""
        if path := self._path():
            self._opening.show_in_folder(path)

    def _path(self) -> str:
        hit, source = self._hit_list.current_hit(), self._pane.source
        if source is not None and (hit is None or self._pane.view.hasFocus()):
            return source.path
        return hit.source.path if hit is not None else ""

    def _step_to_hit(self, step: int) -> None:
        stops = self._pane.stops
        places = [stop.span for stop in stops]
        here = self._pane.current
        at = places.index(here) + step if here in places else (0 if step > 0 else -1)
        self._stop_at(stops[at % len(stops)])
        if at % len(stops) != at:
            again = self.tr("from the top again") if step > 0 else self.tr("from the end again")
            self._pane.say_standing(again)

    def _stop_at(self, stop: Stop) -> None:
        if stop.row is not None:
            self._hit_list.choose(stop.row)
        if self._pane.source is not None:
            hits = self._hit_list.hit_model.hits()
            self._pane.show_passage(self._pane.source, stop.hit, hits)

    def _on_tick_picked(self, tick: Tick) -> None:
        stops = {stop.span: stop for stop in self._pane.stops}
        if tick.kind is TickKind.FOUND:
            self._pane.view.go_to(tick.span)
        elif tick.kind is TickKind.HIT and tick.span in stops:
            self._stop_at(stops[tick.span])
        else:
            self._pane.view.go_to_top(tick.span)

    def _on_heading_picked(self, heading: Heading) -> None:
        self._pane.outline.hide()
        self._pane.view.go_to_top(heading.span)
        self._pane.view.setFocus()

    def _say_nothing_shown(self) -> None:
        self._pane.say(self.tr("Choose a hit first"))
