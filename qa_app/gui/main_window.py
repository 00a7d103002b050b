"""The window: puts the parts together and does what the actions say."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QFileInfo, QSettings, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from qa_app.gui.actions import SPECS, Handler, build_actions
from qa_app.gui.asking import Asking
from qa_app.gui.indexing import Indexing
from qa_app.gui.reasons import Reasons
from qa_app.gui.sources import Sources
from qa_app.gui.tasks import EngineClient
from qa_app.gui.theme import Theme, set_colours, theme_from
from qa_app.gui.views.dialogs import DetailsDialog, ProblemsDialog
from qa_app.gui.views.hits_column import HitsColumn
from qa_app.gui.views.hits_panel import HitsPanel
from qa_app.gui.views.keys_dialog import KeysDialog
from qa_app.gui.views.message_bar import MessageBar
from qa_app.gui.views.question_bar import QuestionBar
from qa_app.gui.views.source_pane import SourcePane
from qa_app.gui.views.status_line import StatusLine
from qa_app.gui.views.why_pane import WhyPane
from qa_app.gui.wording import quotation
from qa_app.messages import Failed
from qa_app.model import Hit

_FIRST_SIZE = (1180, 760)
_SMALLEST_SIZE = (560, 400)
_SPLIT = (54, 46)
_SMALLEST_PANE_PX = 200
_ASKING = "asking"
_ENGINE = "engine"
_FILES = "files"
_TOPICS = {"Ask": _ASKING, "Peek": _ASKING, "LoadSource": _ASKING, "OpenLibrary": _ENGINE}


@dataclass(frozen=True, slots=True)
class Corpus:
    """A library's directory, and the folder to index into it; empty for those that it has.

    For the sample corpus there are example questions.
    """

    library: str
    folder: str = ""
    is_sample: bool = False


class MainWindow(QMainWindow):
    """Owns the widgets and the engine's client, and ends the engine when it closes.

    `library_for` says where the library of a folder is kept. `settings` remembers the window's
    place and the library that was open last.
    """

    def __init__(
        self,
        *,
        client: EngineClient,
        settings: QSettings,
        library_for: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._settings = settings
        self._library_for = library_for
        self.client = client
        client.setParent(self)
        theme = theme_from(self.palette())
        self.question_bar = QuestionBar(theme)
        self.message_bar = MessageBar(theme)
        self.hits_panel = HitsPanel(theme)
        self.why_pane = WhyPane(theme)
        self.source_pane = SourcePane(theme)
        self.status_line = StatusLine(theme)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.asking = Asking(client, self.question_bar, self.hits_panel, self)
        self.sources = Sources(client, self.source_pane, self)
        self.reasons = Reasons(self.hits_panel.hit_list, self.why_pane, self)
        self.indexing = Indexing(client, self.status_line, self.hits_panel.welcome, self)
        self._lay_out()
        self.actions_by_name = build_actions(self, self._handlers())
        self._connect()
        self._apply_theme()
        self._restore_place()
        self.question_bar.field.setFocus()

    def open_first(self, wanted: Corpus | None, otherwise: Corpus | None) -> None:
        """Open what is wanted, else the library that was open last, else `otherwise`."""
        last = str(self._settings.value("library", "", str))
        if wanted is None and last and (otherwise is None or last != otherwise.library):
            wanted = Corpus(last)
        corpus = wanted or otherwise
        if corpus is None:
            self.indexing.show_nothing_open()
        else:
            self.open(corpus.library, corpus.folder, is_sample=corpus.is_sample)

    def open(self, library: str, folder: str, *, is_sample: bool = False) -> None:
        """Open a library and index `folder` into it; empty means the folders that it has."""
        self._settings.setValue("library", library)
        self.sources.clear()
        self.asking.start_over()
        self.indexing.open(library, folder, is_sample=is_sample)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system from light to dark and back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "actions_by_name"):
            self._apply_theme()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place and end the engine; the window is gone before it waits."""
        self._settings.setValue("geometry", self.saveGeometry())
        self._settings.setValue("splitter", self.splitter.saveState())
        self.hide()
        self.client.close()
        super().closeEvent(event)

    def _handlers(self) -> dict[str, Handler]:
        hit_list = self.hits_panel.hit_list
        return {
            "open_folder": self._choose_folder,
            "update_index": self._update_index,
            "cancel_indexing": self.indexing.cancel,
            "open_file": self._open_file,
            "quit": self._quit,
            "focus_question": self._to_new_question,
            "ask": lambda: self.asking.ask(self.question_bar.field.text()),
            "drop_condition": self.question_bar.chips.drop_last,
            "restore_conditions": self.asking.restore,
            "why_hit": self.reasons.toggle,
            "copy_passage": self._copy_passage,
            "next_hit": lambda: hit_list.step(1),
            "previous_hit": lambda: hit_list.step(-1),
            "choose_hit": hit_list.choose,
            "read_hit": self._read_hit,
            "next_pane": self._to_next_pane,
            "back_to_question": self._back_to_question,
            "show_keys": self._show_keys,
        }

    def _connect(self) -> None:
        hit_list, welcome = self.hits_panel.hit_list, self.hits_panel.welcome
        hit_list.hit_chosen.connect(self._on_hit_chosen)
        hit_list.hit_opened.connect(self._read_hit)
        welcome.question_picked.connect(self._on_question_picked)
        welcome.folder_wanted.connect(self._choose_folder)
        self.asking.hit_wanted.connect(self._read_hit)
        self.asking.refused.connect(self.sources.clear)
        self.asking.progressed.connect(lambda: self.message_bar.dismiss(_ASKING))
        self.asking.awaited.connect(self.status_line.show_busy)
        self.indexing.contents_changed.connect(self._on_contents_changed)
        self.indexing.corpus_named.connect(self._on_corpus_named)
        running = self.actions_by_name["cancel_indexing"]
        running.setEnabled(False)
        self.indexing.running_changed.connect(running.setEnabled)
        self.status_line.cancel_clicked.connect(self.indexing.cancel)
        self.status_line.problems_clicked.connect(self._show_problems)
        self.status_line.set_help_action(self.actions_by_name["show_keys"])
        self.message_bar.details_requested.connect(self._show_details)
        self.client.failed.connect(self._on_failed)
        self.client.engine_stopped.connect(self._on_engine_stopped)
        self.client.library_opened.connect(lambda: self.message_bar.dismiss(_ENGINE))

    def _lay_out(self) -> None:
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        left = HitsColumn(self.hits_panel, self.why_pane)
        for place, part in enumerate((left, self.source_pane)):
            self.splitter.addWidget(part)
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            part.setMinimumWidth(_SMALLEST_PANE_PX)
            self.splitter.setStretchFactor(place, _SPLIT[place])
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.question_bar, self.message_bar):
            column.addWidget(part)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(middle)

    def _restore_place(self) -> None:
        self.setMinimumSize(*_SMALLEST_SIZE)
        self.resize(*_FIRST_SIZE)
        geometry, split = self._settings.value("geometry"), self._settings.value("splitter")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(split, QByteArray):
            self.splitter.restoreState(split)

    def _apply_theme(self) -> None:
        theme = theme_from(self.palette())
        self._paint_grounds(theme)
        self.question_bar.set_theme(theme)
        self.message_bar.set_theme(theme)
        self.hits_panel.set_theme(theme)
        self.why_pane.set_theme(theme)
        self.source_pane.set_theme(theme)
        self.status_line.set_theme(theme)

    def _paint_grounds(self, theme: Theme) -> None:
        for part in (self.question_bar, self.hits_panel, self.source_pane):
            set_colours(part, ground=theme.base)
        set_colours(self.splitter, ground=theme.hairline)

    def _on_hit_chosen(self, hit: Hit) -> None:
        self.sources.show(hit, self.hits_panel.hit_list.hit_model.hits())

    def _on_question_picked(self, question: str) -> None:
        self.question_bar.field.setFocus()
        self.asking.ask(question)

    def _on_contents_changed(self) -> None:
        self.sources.forget()
        self.asking.on_contents_changed()

    def _on_corpus_named(self, corpus: str) -> None:
        name = QGuiApplication.applicationDisplayName()
        self.setWindowTitle(f"{corpus} — {name}" if corpus else name)

    def _on_failed(self, failure: Failed) -> None:
        if failure.request == "OpenLibrary":
            self.indexing.give_up_all()
        elif failure.request == "IndexFolder":
            self.indexing.give_up()
        elif failure.request == "LoadSource":
            self.sources.give_up()
        elif failure.request == "Ask":
            self.asking.give_up(is_model_gone=False)
        if failure.details:
            self._show_details(failure.message, failure.details)
            return
        self.message_bar.say(failure.message, topic=_TOPICS.get(failure.request, _FILES))

    def _on_engine_stopped(self, message: str, details: str) -> None:
        self.indexing.give_up_all()
        self.sources.give_up()
        self.asking.give_up(is_model_gone=True)
        # An engine that said why it cannot serve has said more than that it stopped.
        if not self.message_bar.is_plain_about(_ENGINE):
            self.message_bar.say(message, topic=_ENGINE, details=details)

    def _show_details(self, message: str, details: str) -> None:
        DetailsDialog(message, details, self).open()

    def _show_problems(self) -> None:
        ProblemsDialog(self.indexing.problems, self).open()

    def _show_keys(self) -> None:
        KeysDialog(SPECS, self).open()

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Open a folder of documents"))
        if folder:
            self.open(self._library_for(folder), folder)
            self.question_bar.field.setFocus()

    def _update_index(self) -> None:
        if self._settings.value("library", "", str):
            self.message_bar.dismiss(_FILES)
            self.indexing.bring_up_to_date()
        else:
            text = self.tr("No folder is open. Choose one with Ctrl+O.")
            self.message_bar.say(text, topic=_FILES)

    def _open_file(self) -> None:
        hit = self.hits_panel.hit_list.current_hit()
        if hit is None:
            return
        path = hit.source.path
        exists = QFileInfo.exists(path)
        if not exists or not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            text = self.tr("{path} cannot be opened. It may have been moved; F5 looks again.")
            self.message_bar.say(text.format(path=path), topic=_FILES)

    def _copy_passage(self) -> None:
        hit = self.hits_panel.hit_list.current_hit()
        if hit is not None:
            QGuiApplication.clipboard().setText(quotation(hit))

    def _quit(self) -> None:
        self.close()

    def _read_hit(self) -> None:
        hit = self.hits_panel.hit_list.current_hit()
        if hit is not None:
            self._on_hit_chosen(hit)
            self.source_pane.view.setFocus()

    def _back_to_question(self) -> None:
        """What was opened last is closed first."""
        if not self.reasons.close():
            self.question_bar.field.setFocus()

    def _to_new_question(self) -> None:
        self.question_bar.field.setFocus()
        self.question_bar.field.selectAll()

    def _to_next_pane(self) -> None:
        """From the pane with the focus to the next; from anywhere else to the question."""
        welcome = self.hits_panel.currentWidget() is self.hits_panel.welcome
        middle = self.hits_panel.welcome.first_button() if welcome else self.hits_panel.hit_list
        reasons = [self.why_pane.shares] if self.why_pane.isVisible() else []
        panes = [self.question_bar.field, middle or self.source_pane.view, *reasons]
        panes.append(self.source_pane.view)
        focused = [pane.hasFocus() for pane in panes]
        panes[(focused.index(True) + 1) % len(panes) if any(focused) else 0].setFocus()
