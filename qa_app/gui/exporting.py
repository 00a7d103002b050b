"""Snippets and hits written to a file, to be taken along."""

from collections import Counter
from pathlib import PurePath

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from qa_app.explaining.names import isolated
from qa_app.gui.actions import Handler
from qa_app.gui.asking import Asking
from qa_app.gui.export_choices import (
    OWN_STYLE,
    ExportChoices,
    Offer,
    What,
    remember,
    remembered,
)
from qa_app.gui.models.hit_list_model import HitRole
from qa_app.gui.opening import Opening, is_document
from qa_app.gui.tasks import EngineClient
from qa_app.gui.views.export_bar import ExportBar
from qa_app.gui.views.hits_panel import HitsPanel
from qa_app.gui.views.snippets_pane import SnippetsPane
from qa_app.gui.wording import Number
from qa_app.messages import (
    CancelErrands,
    ErrandProgressed,
    ExportSnippets,
    Failed,
    QuestionsListed,
    SnippetsExported,
)

_TAG = ExportSnippets.__name__


class Exporting(QObject):
    """Asks what to export and has the engine write it, while everything else goes on.

    `announced` says in words what was done, `problem_met` what is wrong; `running_changed` comes
    when an export begins or ends.
    """

    announced = Signal(str)
    problem_met = Signal(str)
    running_changed = Signal()

    def __init__(
        self,
        client: EngineClient,
        settings: QSettings,
        window: QWidget,
        *,
        bar: ExportBar,
        pane: SnippetsPane,
        asking: Asking,
        panel: HitsPanel,
    ) -> None:
        super().__init__(window)
        self.is_running = False
        self._client = client
        self._settings = settings
        self._window = window
        self._bar = bar
        self._pane = pane
        self._asking = asking
        self._panel = panel
        self._n_saved = 0
        # The files being written, the one in hand first.
        self._files: list[str] = []
        self._file = ""
        self._opening = Opening(self)
        self._opening.problem_met.connect(self.problem_met)
        bar.cancel_clicked.connect(self.cancel)
        bar.open_clicked.connect(lambda: self._opening.open_file(self._file))
        bar.show_clicked.connect(lambda: self._opening.show_in_folder(self._file))
        client.errand_progressed.connect(self._on_progressed)
        client.snippets_exported.connect(self._on_exported)
        client.questions_listed.connect(self._on_questions_listed)
        client.failed.connect(self._on_failed)
        client.engine_stopped.connect(self._give_up)

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {"export_snippets": self.show}

    def show(self) -> None:
        """Ask what to export, how, and where to."""
        from qa_app.gui.views.export_dialog import ExportDialog  # noqa: PLC0415 - when wanted

        dialog = ExportDialog(remembered(self._settings), self._offer(), self._window)
        dialog.export_wanted.connect(self._export)
        dialog.open()

    def cancel(self) -> None:
        """Stop what is being exported; nothing is written then."""
        if self.is_running:
            self._client.request(CancelErrands(_TAG))

    def close(self) -> bool:
        """Take away what was said of an export that has ended; False where nothing was."""
        if self.is_running or not self._bar.isVisible():
            return False
        self._bar.hide()
        return True

    def _offer(self) -> Offer:
        snippets = self._pane.list.snippet_model.snippets()
        is_answer = self._asking.is_showing_answer()
        model = self._panel.hit_list.hit_model
        related = bool(model.index(0).data(HitRole.RELATED))
        return Offer(
            groups=dict(Counter(snippet.group for snippet in snippets)),
            question=self._asking.question() if is_answer else "",
            n_hits=model.rowCount() if is_answer and not related else 0,
            n_saved=self._n_saved,
        )

    def _export(self, choices: ExportChoices) -> None:
        remember(self._settings, choices)
        is_question = choices.what is What.QUESTION
        order = ExportSnippets(
            file=choices.file,
            format=choices.format,
            questions=(self._asking.question(),) if is_question else (),
            dropped=self._asking.dropped() if is_question else (),
            group=choices.group if choices.what is What.GROUP else None,
            everything=choices.what is What.EVERYTHING,
            style=choices.style_file if choices.style == OWN_STYLE else choices.style,
            source_first=choices.source_first,
            with_notes=choices.with_notes,
        )
        self._client.request(order)
        self._files.append(choices.file)
        self._show_progress(0, 0)
        self._set_running()

    def _show_progress(self, n_done: int, n: int) -> None:
        words = self.tr("Exporting to {file}…").format(file=_name(self._files[0]))
        if n:
            so_far = self.tr("{done:,} of {all:,}").format(done=Number(n_done), all=Number(n))
            words = f"{words} {so_far}"
        self._bar.show_progress(words, n_done, n)

    def _on_progressed(self, event: ErrandProgressed) -> None:
        if event.request == _TAG and self._files:
            self._show_progress(event.n_done, event.n)

    def _on_exported(self, event: SnippetsExported) -> None:
        self._end_first()
        if event.cancelled:
            self.announced.emit(self.tr("The export was cancelled; nothing was written"))
            return
        self._file = event.file
        words = self.tr("Exported to {file} ({n})")
        told = words.format(file=_name(event.file), n=Number(event.n_snippets))
        if self.is_running:
            self.announced.emit(told)
        else:
            self._bar.show_done(told, can_open=is_document(event.file))

    def _end_first(self) -> None:
        """The export in hand has ended; another may wait."""
        self._files = self._files[1:]
        if self._files:
            self._show_progress(0, 0)
        else:
            self._bar.hide()
        self._set_running()

    def _on_questions_listed(self, event: QuestionsListed) -> None:
        self._n_saved = sum(asked.saved for asked in event.questions)

    def _on_failed(self, failure: Failed) -> None:
        if failure.request == _TAG:
            self._end_first()

    def _give_up(self) -> None:
        """The engine is gone, and what it was writing with it."""
        if self._files:
            self._files = []
            self._bar.hide()
            self._set_running()

    def _set_running(self) -> None:
        self.is_running = bool(self._files)
        self.running_changed.emit()


def _name(file: str) -> str:
    return isolated(PurePath(file).name)
