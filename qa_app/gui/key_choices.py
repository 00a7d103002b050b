"""Which key runs which action: the table's, unless the person chose another."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from qa_app.gui.action_spec import ActionSpec
from qa_app.gui.action_table import SPECS
from qa_app.gui.actions import give_keys, keys_of, names_of, native_keys, plain

_GROUP = "keys"
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_STANDARD = QKeySequence.StandardKey
_FOR_TEXT = (
    _STANDARD.Copy,
    _STANDARD.Cut,
    _STANDARD.Paste,
    _STANDARD.Undo,
    _STANDARD.Redo,
    _STANDARD.SelectAll,
    _STANDARD.DeleteCompleteLine,
    _STANDARD.DeleteStartOfWord,
    _STANDARD.DeleteEndOfWord,
    _STANDARD.MoveToNextWord,
    _STANDARD.MoveToPreviousWord,
    _STANDARD.MoveToStartOfDocument,
    _STANDARD.MoveToEndOfDocument,
    _STANDARD.SelectNextWord,
    _STANDARD.SelectPreviousWord,
    _STANDARD.SelectStartOfDocument,
    _STANDARD.SelectEndOfDocument,
    _STANDARD.NextChild,
    _STANDARD.PreviousChild,
)


class KeyChoices(QObject):
    """Gives the actions their keys, and remembers those that differ from the table's.

    `actions` are by name, as `actions.build_actions` makes them.
    """

    def __init__(
        self, settings: QSettings, actions: Mapping[str, QAction], window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self.actions = actions
        self._specs = {name: spec for spec in SPECS for name in names_of(spec)}
        self._usual = {n: keys for spec in SPECS for n, keys in names_of(spec).items()}
        self._apply_saved()

    def spec(self, name: str) -> ActionSpec:
        """The line of the table that an action comes from."""
        return self._specs[name]

    def words(self, name: str) -> str:
        """The keys of an action, as the person's keyboard names them."""
        return native_keys(keys_of(self._specs[name], self.actions[name]))

    def is_changed(self, name: str) -> bool:
        """Whether an action has a key that the person chose."""
        return self._settings.contains(f"{_GROUP}/{name}")

    def refusal(self, name: str, key: QKeySequence) -> str:
        """Why an action cannot have a key, as a sentence; empty where it can."""
        shown = native_keys([key.toString()])
        if not self._specs[name].is_bound:
            return self.tr("This action always has the key {key}.").format(key=self.words(name))
        is_its_own = key.toString() in self._usual[name]
        if _is_for_text(key) and not is_its_own:
            return self.tr(
                "{key} is needed for typing and moving about. Hold Ctrl or Alt with a letter, or"
                " take a function key."
            ).format(key=shown)
        menu = self._menu_opened_by(key)
        if menu:
            return self.tr("{key} opens the menu “{menu}”.").format(key=shown, menu=menu)
        return self._clash(name, key)

    def change(self, name: str, key: QKeySequence) -> str:
        """Give an action a key instead of those it has; the refusal, empty where it has it now."""
        refusal = self.refusal(name, key)
        if not refusal:
            give_keys(self.actions[name], [key.toString()])
            self._settings.setValue(f"{_GROUP}/{name}", key.toString())
        return refusal

    def reset(self, name: str) -> str:
        """Give an action its usual keys again; the refusal, empty where it has them now."""
        for key in self._usual[name]:
            refusal = self._clash(name, QKeySequence(key))
            if refusal:
                return refusal
        self._make_usual(name)
        return ""

    def reset_all(self) -> None:
        """Give every action its usual keys again."""
        for name in self.actions:
            if self.is_changed(name):
                self._make_usual(name)

    def _make_usual(self, name: str) -> None:
        give_keys(self.actions[name], self._usual[name])
        self._settings.remove(f"{_GROUP}/{name}")

    def _apply_saved(self) -> None:
        """A saved key that no longer can be had, after an update say, is left alone."""
        saved = {
            name: QKeySequence(str(self._settings.value(f"{_GROUP}/{name}", "")))
            for name in self.actions
            if self.is_changed(name) and self._specs[name].is_bound
        }
        # Two actions may have changed places: all old keys go before any new one comes.
        for name in saved:
            self.actions[name].setShortcuts([])
        for name, key in saved.items():
            if key.isEmpty() or self.refusal(name, key):
                self._make_usual(name)
            else:
                give_keys(self.actions[name], [key.toString()])

    def _clash(self, name: str, key: QKeySequence) -> str:
        for other, action in self.actions.items():
            taken = keys_of(self._specs[other], action)
            if other != name and key.toString() in taken:
                words = self.tr("{key} already stands for “{action}”. Change that one first.")
                return words.format(key=native_keys([key.toString()]), action=plain(action.text()))
        return ""

    def _menu_opened_by(self, key: QKeySequence) -> str:
        for action in self._window.menuBar().actions():
            if key == QKeySequence.mnemonic(action.text()):
                return plain(action.text())
        return ""


def _is_for_text(key: QKeySequence) -> bool:
    pressed = key[0]  # type: ignore[index]
    is_function_key = Qt.Key.Key_F1 <= pressed.key() <= Qt.Key.Key_F35
    if not is_function_key and not pressed.keyboardModifiers() & _MODIFIERS:
        return True
    return any(key in QKeySequence.keyBindings(standard) for standard in _FOR_TEXT)
