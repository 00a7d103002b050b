"""The snippets kept: the pane of them, and what is done to them."""

from collections.abc import Sequence
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication, QWidget

from qa_app.gui.actions import Handler
from qa_app.gui.asking import Asking
from qa_app.gui.key_names import KeyNames
from qa_app.gui.tasks import EngineClient
from qa_app.gui.views.hits_panel import HitsPanel
from qa_app.gui.views.snippets_pane import SnippetsPane
from qa_app.gui.views.source_pane import SourcePane
from qa_app.gui.wording import tr
from qa_app.messages import ChangeSnippets, KeepSnippet, LibraryOpened, ListSnippets, SnippetsListed
from qa_app.model import Snippet, Span


class Snippets(QObject):
    """Keeps hits or selected words as snippets of the library; every change can be undone.

    `announced` says in words what was done. `source_wanted` carries a snippet to be shown where it
    stands.
    """

    announced = Signal(str)
    source_wanted = Signal(object)

    def __init__(
        self,
        client: EngineClient,
        pane: SnippetsPane,
        window: QWidget,
        *,
        asking: Asking,
        panel: HitsPanel,
        source_pane: SourcePane,
    ) -> None:
        super().__init__(window)
        self._client = client
        self._pane = pane
        self._panel = panel
        self._source_pane = source_pane
        self._asking = asking
        self._changes = QUndoStack(self)
        self._is_open, self._n_keeping = False, 0
        # The change that the list does not show yet, and the snippet to choose when it does.
        self._sent: ChangeSnippets | None = None
        self._to_choose = ""
        self._connect()

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {
            "keep_snippet": self.keep,
            "show_snippets": self.toggle,
            "edit_snippet": self.edit,
            "remove_snippet": self.remove,
            "snippet_up": lambda: self.move(-1),
            "snippet_down": lambda: self.move(1),
            "undo": self._changes.undo,
            "redo": self._changes.redo,
        }

    def start_over(self) -> None:
        """Forget what could be undone: another library is about to be opened."""
        self._is_open, self._n_keeping = False, 0
        self._sent, self._to_choose = None, ""
        self._changes.clear()
        self._pane.close_form()
        self._pane.show_snippets(())

    def keep(self) -> None:
        """Keep the words selected in the source, else the chosen hit."""
        wanted = self._wanted()
        if wanted is None:
            self.announced.emit(self.tr("Nothing is chosen to be kept"))
            return
        document_id, span = wanted
        if self._has(document_id, span):
            self.announced.emit(self.tr("Already kept"))
            return
        question = self._asking.question()
        self._n_keeping += 1
        self._client.request(KeepSnippet(document_id=document_id, span=span, question=question))

    def toggle(self) -> None:
        """Open the pane and go to it; from inside it, close it."""
        if self._pane.is_open() and self._holds_focus():
            self.close()
        else:
            self._open()
            self._pane.list.setFocus()

    def close(self) -> bool:
        """Close what is open, the form first; False where nothing is."""
        if self._pane.close_form():
            return True
        if not self._pane.is_open():
            return False
        had_focus = self._holds_focus()
        self._pane.fold()
        if had_focus:
            self._panel.hit_list.setFocus()
        return True

    def edit(self) -> None:
        """Write a note, tags or a group for the chosen snippet."""
        self._open()
        self._pane.edit()

    def remove(self) -> None:
        """Take the chosen snippet out."""
        snippet = self._pane.list.current_snippet()
        if snippet is not None and self._pane.is_open() and self._sent is None:
            self._change(before=(snippet,), after=())
            self.announced.emit(
                self.tr("Snippet removed; {key:undo} brings it back").format(key=KeyNames(self))
            )

    def move(self, step: int) -> None:
        """Move the chosen snippet a row up or down; past the edge of its group into the next."""
        shown = list(self._pane.list.snippet_model.snippets())
        row = self._pane.list.currentIndex().row()
        if not self._pane.is_open() or self._sent is not None:
            return
        if row < 0 or not 0 <= row + step < len(shown):
            return
        one, other = shown[row], shown[row + step]
        if one.group == other.group:
            shown[row], shown[row + step] = other, one
        else:
            shown[row] = replace(one, group=other.group)
        before = {s.id: s for s in self._pane.list.snippet_model.snippets()}
        after = [replace(s, place=n) for n, s in enumerate(shown)]
        changed = tuple(s for s in after if before[s.id] != s)
        self._change(before=tuple(before[s.id] for s in changed), after=changed)

    def _connect(self) -> None:
        self._client.library_opened.connect(self._on_library_opened)
        self._client.snippets_listed.connect(self._on_listed)
        self._client.indexed.connect(self._list_again)
        self._client.failed.connect(self._on_lost)
        self._client.engine_stopped.connect(self._on_lost)
        self._pane.edited.connect(self._on_edited)
        self._pane.close_button.clicked.connect(self.close)
        self._pane.title.clicked.connect(self.toggle)
        self._pane.list.removal_wanted.connect(self.remove)
        self._pane.list.move_wanted.connect(self.move)
        self._pane.list.edit_wanted.connect(self.edit)
        self._pane.list.source_wanted.connect(self._on_source_wanted)

    def _wanted(self) -> tuple[int, Span] | None:
        """The document and span to keep."""
        selected = self._source_pane.selected()
        if selected is not None and self._source_pane.view.hasFocus():
            source, span = selected
            return source.document_id, span
        hit = self._panel.hit_list.current_hit()
        return (hit.source.document_id, hit.source.span) if hit is not None else None

    def _has(self, document_id: int, span: Span) -> bool:
        kept = self._pane.list.snippet_model.snippets()
        return any((snippet.document_id, snippet.span) == (document_id, span) for snippet in kept)

    def _open(self) -> None:
        self._pane.unfold()
        self._list_again()

    def _holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self._pane.isAncestorOf(focused)

    def _list_again(self) -> None:
        self._client.request(ListSnippets())

    def _on_library_opened(self, _event: LibraryOpened) -> None:
        self._is_open = True
        self._list_again()

    def _on_lost(self) -> None:
        """What was sent may never be answered."""
        self._sent = None

    def _on_listed(self, event: SnippetsListed) -> None:
        if not self._is_open:
            # The library before had not answered yet when it was left.
            return
        shown = _in_groups(event.snippets)
        if self._sent is not None and _shows(event.snippets, self._sent):
            self._sent = None
        self._pane.show_snippets(shown, event.kept or self._to_choose)
        self._pane.list.scrollTo(self._pane.list.currentIndex())
        if self._sent is None:
            self._to_choose = ""
        kept = tuple(s for s in shown if s.id == event.kept)
        if kept and self._n_keeping:
            self._n_keeping -= 1
            self._changes.push(_Change(self._send, before=(), after=kept, is_done=True))
            words = self.tr("Kept as a snippet; {key:show_snippets} shows them ({n})")
            self.announced.emit(words.format(n=len(shown), key=KeyNames(self)))

    def _on_edited(self, snippet: Snippet) -> None:
        before = [s for s in self._pane.list.snippet_model.snippets() if s.id == snippet.id]
        if before and before[0] != snippet:
            self._change(before=(before[0],), after=(snippet,))

    def _on_source_wanted(self) -> None:
        snippet = self._pane.list.current_snippet()
        if snippet is None:
            return
        if snippet.document_id:
            self.source_wanted.emit(snippet)
        else:
            self.announced.emit(tr("The source is gone; these are the words as they were kept"))

    def _change(self, *, before: tuple[Snippet, ...], after: tuple[Snippet, ...]) -> None:
        self._changes.push(_Change(self._send, before=before, after=after))

    def _send(self, gone: tuple[Snippet, ...], here: tuple[Snippet, ...], *, told: str) -> None:
        kept = {snippet.id for snippet in here}
        remove = tuple(snippet.id for snippet in gone if snippet.id not in kept)
        self._sent = ChangeSnippets(put=here, remove=remove)
        self._client.request(self._sent)
        if told:
            self._to_choose = self._chosen_by(gone, here)
            self._tell(gone, here, told)

    def _chosen_by(self, gone: tuple[Snippet, ...], here: tuple[Snippet, ...]) -> str:
        """The snippet brought back or changed; of several that moved, the chosen one."""
        chosen = self._pane.list.current_snippet()
        ids = [snippet.id for snippet in here]
        if chosen is not None and chosen.id in ids and gone:
            return chosen.id
        return ids[0] if ids else ""

    def _tell(self, gone: tuple[Snippet, ...], here: tuple[Snippet, ...], told: str) -> None:
        if not gone:
            self.announced.emit(self.tr("Brought back"))
        elif not here:
            self.announced.emit(self.tr("No longer kept"))
        else:
            self.announced.emit(told)


class _Send(Protocol):
    def __call__(
        self, gone: tuple[Snippet, ...], here: tuple[Snippet, ...], *, told: str
    ) -> None: ...


class _Change(QUndoCommand):
    """From some snippets as they were to what became of them, and back."""

    def __init__(
        self,
        send: _Send,
        *,
        before: tuple[Snippet, ...],
        after: tuple[Snippet, ...],
        is_done: bool = False,
    ) -> None:
        super().__init__()
        self._send = send
        self._before = before
        self._after = after
        # To push a command does it; what the engine did itself must not be done twice.
        self._is_done = is_done
        self._told = ""

    def redo(self) -> None:
        """Make it so."""
        if not self._is_done:
            self._send(self._before, self._after, told=self._told)
        self._is_done, self._told = False, tr("Done again")

    def undo(self) -> None:
        """Make it as it was."""
        self._send(self._after, self._before, told=tr("Undone"))


def _shows(snippets: Sequence[Snippet], change: ChangeSnippets) -> bool:
    """Whether a list is from after a change."""
    ids = {snippet.id for snippet in snippets}
    return ids.isdisjoint(change.remove) and all(one.id in ids for one in change.put)


def _in_groups(snippets: Sequence[Snippet]) -> list[Snippet]:
    """By place, but those of one group together, where its first one stands."""
    groups = list(dict.fromkeys(snippet.group for snippet in snippets))
    return sorted(snippets, key=lambda snippet: groups.index(snippet.group))
