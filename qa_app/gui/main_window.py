"""The window: puts the parts together and does what the actions say."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from qa_app.gui.actions import Handler, build_actions
from qa_app.gui.appearance import Appearance
from qa_app.gui.asking import Asking
from qa_app.gui.context_menus import ContextMenus
from qa_app.gui.copying import Copying
from qa_app.gui.corpus import Corpus, first_corpus
from qa_app.gui.correcting import Correcting
from qa_app.gui.crashes import Crashes
from qa_app.gui.documents import Documents
from qa_app.gui.dropping import Dropping
from qa_app.gui.exporting import Exporting
from qa_app.gui.furniture import Furniture
from qa_app.gui.history import History
from qa_app.gui.indexing import Indexing
from qa_app.gui.libraries import Libraries
from qa_app.gui.palette import Palette
from qa_app.gui.panes import Panes
from qa_app.gui.preferences import Preferences
from qa_app.gui.presence import Presence
from qa_app.gui.reading import Reading
from qa_app.gui.reasons import Reasons
from qa_app.gui.repairing import Repairing
from qa_app.gui.snippets import Snippets
from qa_app.gui.source_tools import SourceTools
from qa_app.gui.sources import Sources
from qa_app.gui.tasks import EngineClient
from qa_app.gui.theme import Theme, set_colours, theme_from
from qa_app.gui.verifying import Verifying
from qa_app.gui.views.dialogs import DetailsDialog
from qa_app.gui.views.export_bar import ExportBar
from qa_app.gui.views.hits_column import HitsColumn
from qa_app.gui.views.hits_panel import HitsPanel
from qa_app.gui.views.message_bar import MessageBar
from qa_app.gui.views.question_bar import QuestionBar
from qa_app.gui.views.snippets_pane import SnippetsPane
from qa_app.gui.views.source_pane import SourcePane
from qa_app.gui.views.status_line import StatusLine
from qa_app.gui.views.why_pane import WhyPane
from qa_app.messages import Failed

_FIRST_SIZE = (1180, 760)
_SMALLEST_SIZE = (560, 400)
_SPLIT = (54, 46)
_SMALLEST_PANE_PX = 200
# The window stands still while it calls another one that has the library.
_SWITCH_PATIENCE_S = 0.1
_ASKING = "asking"
_ENGINE = "engine"
_FILES = "files"
_TOPICS = {"Ask": _ASKING, "Peek": _ASKING, "LoadSource": _ASKING, "OpenLibrary": _ENGINE}


class MainWindow(QMainWindow):
    """Owns the widgets and the engine's client, and ends the engine when it closes.

    `library_for` says where the library of a folder is kept. `settings` remembers the window's
    place and the library that was open last. `sample` is the sample corpus, always at hand.
    `presence` says whether a library is this window's to open; where another has it, that one is
    raised.
    """

    def __init__(
        self,
        *,
        client: EngineClient,
        settings: QSettings,
        library_for: Callable[[str], str],
        sample: Corpus | None = None,
        presence: Presence | None = None,
    ) -> None:
        super().__init__()
        self._sample = sample
        self._presence = presence
        self.crashes = Crashes(self)
        self._settings = settings
        self.client = client
        client.setParent(self)
        theme = theme_from(self.palette())
        self.question_bar = QuestionBar(theme)
        self.message_bar = MessageBar(theme)
        self.hits_panel = HitsPanel(theme)
        self.why_pane = WhyPane(theme)
        self.source_pane = SourcePane(theme)
        self.snippets_pane = SnippetsPane(theme)
        self.export_bar = ExportBar(theme)
        self.status_line = StatusLine(theme)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.sources = Sources(client, self.source_pane, self)
        self.reasons = Reasons(self.hits_panel.hit_list, self.why_pane, self)
        self.indexing = Indexing(client, self.status_line, self.hits_panel.welcome, self)
        self.asking = Asking(client, self.question_bar, self.hits_panel, self.indexing, self)
        self.libraries = Libraries(
            client,
            self.indexing,
            settings=settings,
            library_for=library_for,
            sample=sample,
            window=self,
        )
        self.documents = Documents(client, self.indexing, self)
        self.dropping = Dropping(self)
        self.history = History(
            client,
            self.asking,
            self.question_bar,
            hit_list=self.hits_panel.hit_list,
            view=self.source_pane.view,
            window=self,
        )
        self.reading = Reading(
            self,
            sources=self.sources,
            history=self.history,
            panel=self.hits_panel,
            source_pane=self.source_pane,
        )
        self.source_tools = SourceTools(self.hits_panel, self.source_pane, self)
        self.snippets = Snippets(
            client,
            self.snippets_pane,
            self,
            asking=self.asking,
            panel=self.hits_panel,
            source_pane=self.source_pane,
        )
        self.copying = Copying(self.hits_panel, self.source_pane, self.snippets_pane, self)
        self.exporting = Exporting(
            client,
            settings,
            self,
            bar=self.export_bar,
            pane=self.snippets_pane,
            asking=self.asking,
            panel=self.hits_panel,
        )
        self.verifying = Verifying(client, settings, self)
        self.repairing = Repairing(client, self)
        self.furniture = Furniture(client, self.sources, self.source_pane, self)
        self.correcting = Correcting(
            client,
            self,
            sources=self.sources,
            panel=self.hits_panel,
            source_pane=self.source_pane,
            snippets_pane=self.snippets_pane,
        )
        self.panes = Panes(
            self,
            question_bar=self.question_bar,
            hits_panel=self.hits_panel,
            why_pane=self.why_pane,
            source_pane=self.source_pane,
            snippets_pane=self.snippets_pane,
        )
        self.context_menus = ContextMenus(
            self.hits_panel, self.source_pane, self.copying.copy_words, self
        )
        self.appearance = Appearance(settings, self)
        self.preferences = Preferences(settings, self.appearance, self)
        self.command_palette = Palette(settings, self)
        self._lay_out()
        self.actions_by_name = build_actions(self, self._handlers())
        self.preferences.set_actions(self.actions_by_name)
        self.command_palette.set_actions(self.actions_by_name)
        self.context_menus.set_actions(self.actions_by_name)
        self._connect()
        self._apply_theme()
        self._restore_place()
        self.question_bar.field.setFocus()

    def open_first(self, wanted: Corpus | None, otherwise: Corpus | None) -> None:
        """Open what is wanted, else the library that was open last, else `otherwise`."""
        last = str(self._settings.value("library", "", str))
        corpus = first_corpus(last, wanted=wanted, otherwise=otherwise, sample=self._sample)
        if corpus is None:
            self.indexing.show_nothing_open()
        else:
            self.open(corpus.library, corpus.folder, is_sample=corpus.is_sample)

    def open(self, library: str, folder: str, *, is_sample: bool = False) -> None:
        """Open a library and index `folder` into it; empty means the folders that it has.

        One that another window has open is left to that window.
        """
        if self._presence is not None and not self._presence.claim(library, _SWITCH_PATIENCE_S):
            self.message_bar.say(self.tr("Another window has that library open."), topic=_FILES)
            return
        self._settings.setValue("library", library)
        self.sources.clear()
        self.asking.start_over()
        self.history.start_over()
        self.libraries.start_over(library)
        self.snippets.start_over()
        self.indexing.open(library, folder, is_sample=is_sample)

    def come_up(self) -> None:
        """Come to the front: the person has started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

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
        if self._presence is not None:
            # From here on nobody needs to call this window; a new one may be opened.
            self._presence.release()
        self.client.close()
        super().closeEvent(event)

    def _handlers(self) -> dict[str, Handler]:
        hit_list = self.hits_panel.hit_list
        handlers: dict[str, Handler] = {
            "quit": self._quit,
            "focus_question": self._to_new_question,
            "ask": lambda: self.asking.ask(self.question_bar.field.text()),
            "drop_condition": self.question_bar.chips.drop_last,
            "restore_conditions": self.asking.restore,
            "why_hit": self.reasons.toggle,
            "next_hit": lambda: hit_list.step(1),
            "previous_hit": lambda: hit_list.step(-1),
            "choose_hit": hit_list.choose,
            "cancel_running": self._cancel_running,
            "back_to_question": self._back_to_question,
        }
        for part in (
            self.libraries,
            self.documents,
            self.history,
            self.reading,
            self.source_tools,
            self.snippets,
            self.copying,
            self.exporting,
            self.verifying,
            self.repairing,
            self.correcting,
            self.furniture,
            self.panes,
            self.appearance,
            self.preferences,
            self.command_palette,
        ):
            handlers |= part.handlers()
        return handlers

    def _connect(self) -> None:
        welcome = self.hits_panel.welcome
        welcome.question_picked.connect(self._on_question_picked)
        welcome.folder_wanted.connect(self.libraries.choose_folder)
        self.libraries.open_wanted.connect(self._on_open_wanted)
        self.dropping.folder_dropped.connect(self.libraries.open_folder)
        self.documents.read_wanted.connect(self.reading.read_document)
        self.snippets.source_wanted.connect(self.reading.read_snippet)
        self.verifying.read_wanted.connect(self.reading.read_words)
        self.repairing.repaired.connect(self._open_anew)
        self.message_bar.check_requested.connect(self.repairing.check)
        for part in (self.libraries, self.dropping, self.source_tools, self.exporting):
            part.problem_met.connect(lambda text: self.message_bar.say(text, topic=_FILES))
        tellers = (
            self.appearance,
            self.copying,
            self.exporting,
            self.correcting,
            self.furniture,
            self.snippets,
        )
        for teller in tellers:
            teller.announced.connect(self.status_line.tell)
        self.correcting.corrected.connect(self.history.correct)
        self.asking.hit_wanted.connect(self.reading.read_hit)
        self.asking.refused.connect(self.sources.clear)
        self.asking.progressed.connect(lambda: self.message_bar.dismiss(_ASKING))
        self.asking.shown.connect(lambda _: self.message_bar.dismiss(_FILES))
        self.asking.awaited.connect(self.status_line.show_busy)
        self.indexing.contents_changed.connect(self._on_contents_changed)
        self.indexing.corpus_named.connect(self._on_corpus_named)
        for runner in (self.indexing, self.exporting):
            runner.running_changed.connect(self._on_running_changed)
        self._on_running_changed()
        self.indexing.run_begun.connect(lambda: self.message_bar.dismiss(_FILES))
        self.status_line.cancel_clicked.connect(self.indexing.cancel)
        self.status_line.problems_clicked.connect(self.documents.show_unsearched)
        self.hits_panel.documents_wanted.connect(self.documents.show_unsearched)
        self.history.ways_changed.connect(self._on_ways_changed)
        self._on_ways_changed(False, False)
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
        for part in (self.snippets_pane, self.export_bar, self.status_line):
            column.addWidget(part)
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
        self.snippets_pane.set_theme(theme)
        self.export_bar.set_theme(theme)
        self.status_line.set_theme(theme)

    def _paint_grounds(self, theme: Theme) -> None:
        for part in (self.question_bar, self.hits_panel, self.source_pane):
            set_colours(part, ground=theme.base)
        set_colours(self.splitter, ground=theme.hairline)

    def _on_question_picked(self, question: str) -> None:
        self.question_bar.field.setFocus()
        self.asking.ask(question)

    def _on_contents_changed(self) -> None:
        self.sources.forget()
        self.history.forget_answers()
        self.asking.on_contents_changed()

    def _on_ways_changed(self, back: bool, on: bool) -> None:
        self.actions_by_name["earlier_question"].setEnabled(back)
        self.actions_by_name["later_question"].setEnabled(on)

    def _on_corpus_named(self, corpus: str) -> None:
        name = QGuiApplication.applicationDisplayName()
        self.setWindowTitle(f"{corpus} — {name}" if corpus else name)

    def _on_failed(self, failure: Failed) -> None:
        if failure.request == "OpenLibrary":
            self.indexing.give_up_all(is_engine_gone=False)
        elif failure.request == "IndexFolder":
            self.indexing.give_up()
        elif failure.request == "LoadSource":
            self.sources.give_up()
        elif failure.request == "BringBackFurniture":
            self.furniture.give_up()
        elif failure.request == "Ask":
            self.asking.give_up(is_model_gone=False)
        parts = (self.documents, self.verifying, self.correcting, self.repairing)
        # First of all: what a dialog waits for will not come, whatever else is said of it.
        is_taken = any(part.takes(failure) for part in parts)
        if failure.details:
            # A fault in each of many requests is one dialog.
            self.crashes.tell(failure.message, failure.details)
            return
        if is_taken:
            return
        if failure.request == "Ask" and self.indexing.lacks_documents():
            # The welcome says so, and what to do; the engine's words are for a command line.
            return
        self.message_bar.say(
            failure.message,
            topic=_TOPICS.get(failure.request, _FILES),
            offers_check=failure.is_damage,
        )

    def _on_engine_stopped(self, message: str, details: str) -> None:
        self.indexing.give_up_all(is_engine_gone=True)
        self.sources.give_up()
        self.asking.give_up(is_model_gone=True)
        # An engine that said why it cannot serve has said more than that it stopped.
        if not self.message_bar.is_plain_about(_ENGINE):
            self.message_bar.say(message, topic=_ENGINE, details=details)

    def _show_details(self, message: str, details: str) -> None:
        DetailsDialog(message, details, self).open()

    def _on_open_wanted(self, corpus: Corpus) -> None:
        self.message_bar.dismiss(_FILES)
        self.open(corpus.library, corpus.folder, is_sample=corpus.is_sample)
        self.question_bar.field.setFocus()

    def _open_anew(self, library: str) -> None:
        opened = self.indexing.opened
        # The person may have gone to another one meanwhile.
        if Path(library) == Path(opened.library):
            self.message_bar.hide()
            self.open(opened.library, opened.folder, is_sample=opened.is_sample)

    def _quit(self) -> None:
        self.close()

    def _on_running_changed(self) -> None:
        is_running = self.indexing.is_running or self.exporting.is_running
        self.actions_by_name["cancel_running"].setEnabled(is_running)

    def _cancel_running(self) -> None:
        """An export first: it was asked for last, and can be asked for again."""
        (self.exporting if self.exporting.is_running else self.indexing).cancel()

    def _back_to_question(self) -> None:
        """What was opened last is closed first."""
        parts = (self.source_tools, self.reasons, self.snippets, self.exporting)
        if not any(part.close() for part in parts):
            self.question_bar.field.setFocus()

    def _to_new_question(self) -> None:
        self.question_bar.field.setFocus()
        self.question_bar.field.selectAll()
