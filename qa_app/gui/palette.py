"""The command palette: any action by a few letters of its name."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from qa_app.gui.action_table import SPECS
from qa_app.gui.actions import Handler, in_words, keys_of, names_of, native_keys, plain
from qa_app.gui.commands import Command, Use, found
from qa_app.gui.views.command_popup import CommandPopup

_OWN = "show_palette"
_GROUP = "palette"


class Palette(QObject):
    """Opens the palette over the window and runs what is chosen; remembers what is used most."""

    def __init__(self, settings: QSettings, window: QMainWindow) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._actions: Mapping[str, QAction] = {}
        self._commands: tuple[Command, ...] = ()
        self._uses: dict[str, Use] = {}
        self._focus_before: QWidget | None = None
        self.popup: CommandPopup | None = None

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {_OWN: self.show}

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """What there is to choose from, by name."""
        self._actions = actions
        self._uses = dict(_saved_uses(self._settings, actions))

    def show(self) -> None:
        """Open the palette; close it where it is open."""
        popup = self.popup = self.popup or self._made()
        if popup.isVisible():
            self._close()
            return
        self._focus_before = QApplication.focusWidget()
        # Keys, and what can be done at the moment, may have changed since the last time.
        self._commands = tuple(_commands(self._actions))
        popup.open(found("", self._commands, self._uses))

    def _made(self) -> CommandPopup:
        popup = CommandPopup(self._window)
        popup.typed.connect(self._on_typed)
        popup.chosen.connect(self._on_chosen)
        popup.given_up.connect(self._close)
        popup.left.connect(popup.hide)
        popup.shortcut_near.connect(self._on_shortcut_near)
        return popup

    def _close(self) -> None:
        """Give the focus back to where it was, and disappear."""
        if self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus()
        self._focus_before = None
        if self.popup is not None:
            self.popup.hide()

    def _on_typed(self, text: str) -> None:
        if self.popup is not None:
            self.popup.show_rows(found(text, self._commands, self._uses))

    def _on_chosen(self, name: str) -> None:
        self._close()
        self._count(name)
        self._actions[name].trigger()

    def _on_shortcut_near(self, pressed: QKeySequence) -> None:
        """An action that is run by its key while the palette is open acts as if it were not."""
        others = (action for name, action in self._actions.items() if name != _OWN)
        if any(pressed in action.shortcuts() for action in others):
            self._close()

    def _count(self, name: str) -> None:
        latest = max((use.latest for use in self._uses.values()), default=0) + 1
        self._uses[name] = Use(self._uses.get(name, Use()).count + 1, latest)
        use = self._uses[name]
        self._settings.setValue(f"{_GROUP}/{name}", f"{use.count} {use.latest}")


def _commands(actions: Mapping[str, QAction]) -> Iterator[Command]:
    for spec in SPECS:
        for name in names_of(spec):
            action = actions[name]
            yield Command(
                name=name,
                text=plain(action.text()),
                about=action.whatsThis(),
                menu=plain(in_words(spec.menu)),
                keys=native_keys(keys_of(spec, action)),
                icon=spec.icon,
                is_enabled=action.isEnabled(),
            )


def _saved_uses(settings: QSettings, names: Mapping[str, QAction]) -> Iterator[tuple[str, Use]]:
    """What was used, by the name of the action; what cannot be read was never used."""
    for name in names:
        count, _, latest = str(settings.value(f"{_GROUP}/{name}", "")).partition(" ")
        if count.isdecimal() and latest.isdecimal():
            yield name, Use(int(count), int(latest))
