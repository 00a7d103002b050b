"""Actions and menus, made from the table of actions."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from qa_app.gui.action_spec import ActionSpec
from qa_app.gui.action_table import SPECS
from qa_app.gui.icons import icon

Handler = Callable[[], None] | Callable[[int], None]
_MNEMONIC = re.compile("&(.)")


def in_words(text: str) -> str:
    """A text of the table in the person's language."""
    return QCoreApplication.translate("Actions", text)


def plain(text: str) -> str:
    """A text of a menu as it reads: without the mark of its letter and the key after the tab."""
    return _MNEMONIC.sub(r"\1", text.partition("\t")[0])


def names_of(spec: ActionSpec) -> dict[str, tuple[str, ...]]:
    """The actions that a line of the table makes, and the keys that it has for each."""
    if not spec.is_numbered:
        return {spec.name: spec.keys}
    return {f"{spec.name}_{number}": (key,) for number, key in enumerate(spec.keys, start=1)}


def keys_in_words(spec: ActionSpec, actions: Mapping[str, QAction]) -> str:
    """The keys of a line of the table as they are now."""
    if not spec.is_numbered:
        return native_keys(keys_of(spec, actions[spec.name]))
    own = [native_keys(keys_of(spec, actions[name])) for name in names_of(spec)]
    is_row = own == [native_keys([key]) for key in spec.keys]
    return f"{own[0]} … {own[-1]}" if is_row else ", ".join(own)


def keys_of(spec: ActionSpec, action: QAction) -> list[str]:
    """The keys of an action, in Qt's portable form; those that its widget handles too."""
    return [key.toString() for key in action.shortcuts()] if spec.is_bound else list(spec.keys)


def native_keys(keys: Sequence[str]) -> str:
    """Keys as the person's keyboard names them; two that are named alike are one."""
    native = QKeySequence.SequenceFormat.NativeText
    # Qt tells the main Enter key from the keypad's by calling it Return; people do not.
    names = [QKeySequence(key).toString(native).replace("Return", "Enter") for key in keys]
    return in_words(" or ").join(dict.fromkeys(names))


def give_keys(action: QAction, keys: Sequence[str]) -> None:
    """Bind other keys to an action, and name them in its tooltip."""
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setToolTip(f"{action.whatsThis()} ({native_keys(keys)})")


def build_actions(window: QMainWindow, handlers: Mapping[str, Handler]) -> dict[str, QAction]:
    """Make the actions and the window's menus; a numbered action is named `name_1` and so on.

    Raises:
        KeyError: an action has no handler.
    """
    actions: dict[str, QAction] = {}
    menus: dict[str, QMenu] = {}
    for spec in SPECS:
        if spec.menu not in menus:
            menus[spec.menu] = window.menuBar().addMenu(in_words(spec.menu))
        for number, (name, action) in enumerate(_made(spec, window)):
            actions[name] = action
            _connect(action, handlers[spec.name], number if spec.is_numbered else None)
            _menu_for(spec, menus).addAction(action)
    return actions


def _menu_for(spec: ActionSpec, menus: dict[str, QMenu]) -> QMenu:
    """The menu an action stands in; numbered ones share a menu of their own."""
    if not spec.is_numbered:
        return menus[spec.menu]
    if spec.name not in menus:
        menus[spec.name] = menus[spec.menu].addMenu(in_words(spec.description))
        menus[spec.name].setIcon(icon(spec.icon, in_menu=True))
    return menus[spec.name]


def _made(spec: ActionSpec, window: QMainWindow) -> Iterator[tuple[str, QAction]]:
    for number, (name, keys) in enumerate(names_of(spec).items(), start=1):
        text = in_words(spec.text)
        action = QAction(text.format(n=number) if spec.is_numbered else text, window)
        action.setObjectName(name)
        action.setWhatsThis(in_words(spec.description))
        action.setIcon(icon(spec.icon, in_menu=True))
        give_keys(action, keys)
        if not spec.is_bound:
            # After a tab stands what a menu shows as the key without binding it.
            action.setShortcuts([])
            action.setText(f"{text}\t{native_keys(keys)}")
        yield name, action


def _connect(action: QAction, handler: Handler, number: int | None) -> None:
    arguments = () if number is None else (number,)
    action.triggered.connect(lambda: handler(*arguments))
