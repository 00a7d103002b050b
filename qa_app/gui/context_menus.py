"""The menus of the Menu key and the right mouse button, on hits and on the source."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from qa_app.gui.views.hits_panel import HitsPanel
from qa_app.gui.views.source_pane import SourcePane

_LINE = ""
_ON_HIT = (
    "read_hit",
    "why_hit",
    _LINE,
    "copy_citation",
    "copy_markdown",
    "keep_snippet",
    _LINE,
    "correct_source",
    "open_file",
    "show_in_folder",
)
_ON_SOURCE = (
    "copy_citation",
    "copy_markdown",
    "keep_snippet",
    _LINE,
    "find_in_source",
    "next_highlight",
    "previous_highlight",
    "show_outline",
    "search_furniture",
    _LINE,
    "correct_source",
    "open_file",
    "show_in_folder",
)


class ContextMenus(QObject):
    """Opens a menu of the window's own actions where one is asked for."""

    def __init__(
        self,
        panel: HitsPanel,
        source_pane: SourcePane,
        copy_words: Callable[[], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.menu = QMenu(window)
        self._actions: Mapping[str, QAction] = {}
        self._copy_words = QAction(self.tr("Copy the words &only"), window)
        self._copy_words.triggered.connect(copy_words)
        panel.hit_list.menu_wanted.connect(lambda at: self._open(_ON_HIT, at))
        source_pane.view.menu_wanted.connect(lambda at: self._open(_ON_SOURCE, at))

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Say what there is to choose from, by name."""
        self._actions = actions

    def _open(self, names: Sequence[str], at: QPoint) -> None:
        self.menu.clear()
        for name in names:
            if name == _LINE:
                self.menu.addSeparator()
            elif name in self._actions:
                self.menu.addAction(self._actions[name])
            if name == "copy_markdown":
                self.menu.addAction(self._copy_words)
        self.menu.popup(at)
