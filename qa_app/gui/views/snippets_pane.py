"""The pane of snippets kept: a list, and below it a form for the note, tags and group of one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qa_app.gui.key_names import KeyNames
from qa_app.gui.models.snippet_list_model import SnippetListModel, SnippetRole
from qa_app.gui.text_size import SMALL_STEP_PT, follow
from qa_app.gui.theme import Theme, set_colours
from qa_app.gui.views.elided_label import ElidedLabel
from qa_app.gui.views.snippet_delegate import SnippetDelegate
from qa_app.gui.views.snippet_form import SnippetForm
from qa_app.model import Snippet

_SIDE_PX = 16
_LIST_LINES = 12
_MOST_SHARE = 0.42
_ALT = Qt.KeyboardModifier.AltModifier


class SnippetList(QListView):
    """Rows that keys reorder, edit, open and remove; each signal is a key that was pressed."""

    removal_wanted = Signal()
    move_wanted = Signal(int)
    edit_wanted = Signal()
    source_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.snippet_model = SnippetListModel()
        self.snippet_delegate = SnippetDelegate(theme, self)
        self.snippet_model.modelReset.connect(self.snippet_delegate.forget)
        self.setModel(self.snippet_model)
        self.setItemDelegate(self.snippet_delegate)
        self.setAccessibleName(self.tr("Snippets"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self.source_wanted)

    def current_snippet(self) -> Snippet | None:
        """The chosen snippet."""
        snippet = self.currentIndex().data(SnippetRole.SNIPPET)
        return snippet if isinstance(snippet, Snippet) else None

    def choose(self, row: int) -> None:
        """Choose the snippet in a row, or the nearest there is."""
        last = self.snippet_model.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.snippet_model.index(min(max(row, 0), last)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the chosen snippet; the arrows alone choose another."""
        key, alt = event.key(), event.modifiers() == _ALT
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removal_wanted.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.source_wanted.emit()
        elif alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_F2:
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)


class SnippetsPane(QFrame):
    """Lists the snippets of the library. `edited` carries a snippet as the form made it."""

    edited = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QToolButton()
        self.title.setAutoRaise(True)
        self.hint = ElidedLabel(Qt.TextElideMode.ElideRight)
        self.list = SnippetList(theme)
        self.form = SnippetForm()
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName(self.tr("Close the snippets"))
        self.setAccessibleName(self.tr("Snippets"))
        self._above = QHBoxLayout()
        self._line = QWidget()
        self._line.setFixedHeight(1)
        self._edited: Snippet | None = None
        self._is_open = False
        self._lay_out()
        self.form.hide()
        self.form.done.connect(self._on_form_done)
        self.form.given_up.connect(self.close_form)
        self.set_theme(theme)
        self.show_snippets(())
        self.fold()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        set_colours(self, ground=theme.base)
        set_colours(self._line, ground=theme.muted)
        set_colours(self.hint, text=theme.muted)
        self.list.snippet_delegate.set_theme(theme)
        self.list.viewport().update()

    def show_snippets(self, snippets: Sequence[Snippet], choose: str = "") -> None:
        """List `snippets`; the one with the id `choose` is chosen, else the one before."""
        chosen, row = self.list.current_snippet(), self.list.currentIndex().row()
        self.list.snippet_model.replace(snippets)
        wanted = choose or (chosen.id if chosen is not None else "")
        found = self.list.snippet_model.row_of(wanted)
        self.list.choose(found if found >= 0 else row)
        self.title.setText(self.tr("Snippets ({n})").format(n=len(snippets)))
        self._show_hint()
        self.setVisible(self._is_open or bool(snippets))

    def is_open(self) -> bool:
        """Whether the list is shown, not the title alone."""
        return self._is_open

    def unfold(self) -> None:
        """Show the list."""
        self._set_open(is_open=True)

    def fold(self) -> None:
        """Show the title alone, and nothing where there are no snippets."""
        self._set_open(is_open=False)

    def edit(self) -> None:
        """Open the form on the chosen snippet."""
        snippet = self.list.current_snippet()
        if snippet is None:
            return
        self._edited = snippet
        self.form.show_snippet(snippet)
        self.form.show()
        self._take_height()
        self.form.note.setFocus()
        self.list.scrollTo(self.list.currentIndex())

    def close_form(self) -> bool:
        """Close the form as it is; False where it is closed already."""
        if not self.form.isVisible():
            return False
        self.form.hide()
        self._take_height()
        self._edited = None
        self.list.setFocus()
        return True

    def _on_form_done(self) -> None:
        snippet = self._edited
        if snippet is not None:
            self.edited.emit(self.form.filled_in(snippet))
        self.close_form()

    def changeEvent(self, event: QEvent) -> None:
        """Take another height in another size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_is_open"):
            self._take_height()

    def event(self, event: QEvent) -> bool:
        """Take another height where a part needs it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._take_height()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the other parts of the window their room when that changes."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._take_height()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch how much room there is."""
        super().showEvent(event)
        if (parent := self.parentWidget()) is not None:
            parent.installEventFilter(self)
        self._take_height()

    def _take_height(self) -> None:
        """The form takes its room from the hits, but in a low window from the list of snippets."""
        least = self._above.sizeHint().height() + self._line.height()
        if not self.form.isHidden():
            least += self.form.sizeHint().height()
        wanted = least
        if self._is_open:
            wanted += _LIST_LINES * self.fontMetrics().lineSpacing()
        height = max(least, min(wanted, self._room(wanted)))
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def _room(self, wanted: int) -> int:
        """What the parts above and below leave at their lowest, and a fair share at most."""
        parent = self.parentWidget()
        layout = parent.layout() if parent is not None else None
        if parent is None or layout is None:
            return wanted
        others = (layout.itemAt(n) for n in range(layout.count()))
        taken = (one.minimumSize().height() for one in others if one and one.widget() is not self)
        return min(parent.height() - sum(taken), round(_MOST_SHARE * parent.height()))

    def _set_open(self, *, is_open: bool) -> None:
        self._is_open = is_open
        for part in (self.list, self.close_button):
            part.setVisible(is_open)
        self._show_hint()
        self._take_height()
        self.setVisible(is_open or self.list.snippet_model.rowCount() > 0)

    def _show_hint(self) -> None:
        if not self._is_open:
            self.hint.set_text("")
        elif self.list.snippet_model.rowCount():
            self.hint.set_text(
                self.tr(
                    "F2 note, group, place    Alt+↑ ↓ move    Del remove    {key:undo} undo"
                ).format(key=KeyNames(self))
            )
        else:
            words = self.tr(
                "{key:keep_snippet} keeps the chosen hit, or the words selected in the source."
            ).format(key=KeyNames(self))
            self.hint.set_text(words)

    def _lay_out(self) -> None:
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        follow(self.hint, SMALL_STEP_PT)
        # In a low window the form needs the room more.
        self.list.setMinimumHeight(1)
        above = self._above
        above.setContentsMargins(_SIDE_PX - 4, 3, 10, 3)
        above.setSpacing(16)
        above.addWidget(self.title)
        above.addWidget(self.hint, 1)
        above.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addWidget(self.form)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
