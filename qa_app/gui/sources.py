"""From a chosen hit to its document on screen."""

from collections import OrderedDict
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QObject

from qa_app.gui.tasks import EngineClient
from qa_app.gui.views.source_pane import SourcePane
from qa_app.model import Hit, Metadata, Snippet, SourceText, Span

_N_KEPT = 8


class Sources(QObject):
    """Loads documents for the source pane, and keeps the last few."""

    def __init__(self, client: EngineClient, pane: SourcePane, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._pane = pane
        self._kept: OrderedDict[int, SourceText] = OrderedDict()
        self._wanted: tuple[Hit, tuple[Hit, ...]] | None = None
        self._requested: int | None = None
        self._opened: int | None = None
        self._words: tuple[Span, str] | None = None
        self._restyled = 0
        client.source_loaded.connect(self._on_source_loaded)

    def show(self, hit: Hit, hits: Sequence[Hit]) -> None:
        """Show `hit` in its source as soon as that is there; `hits` are all that are listed."""
        self._wanted, self._opened = (hit, tuple(hits)), None
        document_id = hit.source.document_id
        kept = self._kept.get(document_id)
        if kept is not None:
            self._kept.move_to_end(document_id)
            self._pane.show_passage(kept, hit, hits)
        elif document_id != self._requested:
            self._requested = document_id
            self._client.load_source(document_id)

    def open(self, document_id: int) -> None:
        """Show a document from its beginning, for no hit."""
        self._open(document_id, None)

    def show_snippet(self, snippet: Snippet) -> None:
        """Show a snippet where it stands."""
        self._open(snippet.document_id, (snippet.span, snippet.quote))

    def show_words(self, document_id: int, span: Span, words: str) -> None:
        """Show words of a document where they stand."""
        self._open(document_id, (span, words))

    def _open(self, document_id: int, words: tuple[Span, str] | None) -> None:
        self._wanted, self._opened, self._words = None, document_id, words
        kept = self._kept.get(document_id)
        if kept is not None:
            self._show_opened(kept)
        else:
            self._requested = document_id
            self._client.load_source(document_id)

    def correct(self, document_id: int, metadata: Metadata) -> None:
        """Show a document under its corrected metadata from here on."""
        kept = self._kept.get(document_id)
        if kept is not None:
            corrected = self._kept[document_id] = replace(kept, metadata=metadata)
            self._pane.correct(corrected)

    def await_kinds(self, document_id: int) -> None:
        """Of a document on its way only the kinds of its blocks will be others; 0 for none."""
        self._restyled = document_id

    def clear(self) -> None:
        """Show no source."""
        self._wanted = self._opened = None
        self._pane.clear()

    def forget(self) -> None:
        """Keep no document: they may have changed."""
        self._kept.clear()
        self._requested = None

    def give_up(self) -> None:
        """What was requested will not come."""
        self._requested = None

    def _on_source_loaded(self, source: SourceText) -> None:
        self._requested = None
        self._kept[source.document_id] = source
        if len(self._kept) > _N_KEPT:
            self._kept.popitem(last=False)
        restyled, self._restyled = self._restyled, 0
        if restyled == source.document_id and self._pane.restyle(source):
            return
        if self._wanted is not None and self._wanted[0].source.document_id == source.document_id:
            self._pane.show_passage(source, *self._wanted)
        elif source.document_id == self._opened:
            self._show_opened(source)

    def _show_opened(self, source: SourceText) -> None:
        if self._words is not None:
            self._pane.show_words(source, *self._words)
        else:
            self._pane.show_document(source)
