"""The snippets written to a file, to be taken along."""

from pathlib import PurePath

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qa_app.gui.actions import Handler
from qa_app.gui.tasks import EngineClient
from qa_app.gui.views.snippets_pane import SnippetsPane
from qa_app.gui.wording import Number
from qa_app.messages import ExportSnippets, SnippetsExported

_FORMATS = (
    ("Markdown", ".md"),
    ("HTML", ".html"),
    ("Word", ".docx"),
    ("PDF", ".pdf"),
    ("CSV", ".csv"),
    ("JSON", ".json"),
    ("CSL-JSON", ".csl.json"),
    ("BibTeX", ".bib"),
    ("RIS", ".ris"),
    ("Web Annotation", ".jsonld"),
)


class Exporting(QObject):
    """Asks for a file and has the engine write it. `announced` says in words what was done."""

    announced = Signal(str)

    def __init__(self, client: EngineClient, pane: SnippetsPane, window: QWidget) -> None:
        super().__init__(window)
        self._client = client
        self._pane = pane
        self._window = window
        client.snippets_exported.connect(self._on_exported)

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {"export_snippets": self.export}

    def export(self) -> None:
        """Write the snippets to a file, in the format that its name promises."""
        if not self._pane.list.snippet_model.rowCount():
            self.announced.emit(self.tr("No snippets are kept yet"))
            return
        kinds = [f"{name} (*{suffix})" for name, suffix in _FORMATS]
        title = self.tr("Export the snippets")
        file, kind = QFileDialog.getSaveFileName(self._window, title, "", ";;".join(kinds))
        if file:
            promised = _FORMATS[kinds.index(kind)][1] if kind in kinds else _FORMATS[0][1]
            named = file if PurePath(file).suffix else file + promised
            self._client.request(ExportSnippets(file=named))

    def _on_exported(self, event: SnippetsExported) -> None:
        words = self.tr("Exported to {file} ({n})")
        name = PurePath(event.file).name
        self.announced.emit(words.format(file=name, n=Number(event.n_snippets)))
