"""Every action of the window, once: menus, shortcuts and the list of keys come from here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


def _later(text: str) -> str:
    """Marks a text that `in_words` translates once there is an application to ask."""
    return text


_FILE = _later("&File")
_SEARCH = _later("&Search")
_GO = _later("&Go")
_HELP = _later("&Help")


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action as a person knows it; the words are untranslated, `in_words` translates them.

    `keys` are in Qt's portable form. `is_bound` is false where the widget with the focus handles
    the key by itself. One that `is_numbered` stands for one action a key, each told its number,
    from 0.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...]
    description: str
    is_bound: bool = True
    is_numbered: bool = False


SPECS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "open_folder",
        _FILE,
        _later("&Open a folder…"),
        ("Ctrl+O",),
        _later("Choose a folder and ask its documents"),
    ),
    ActionSpec(
        "update_index",
        _FILE,
        _later("Bring the index &up to date"),
        ("F5",),
        _later("Read what is new or changed in the folder"),
    ),
    ActionSpec(
        "cancel_indexing",
        _FILE,
        _later("&Cancel indexing"),
        ("Ctrl+.",),
        _later("Stop reading documents; what is done is kept"),
    ),
    ActionSpec(
        "open_file",
        _FILE,
        _later("Open the &file in its own program"),
        ("Ctrl+Return", "Ctrl+Enter"),
        _later("Open the chosen hit's file in its own program"),
    ),
    ActionSpec(
        "quit",
        _FILE,
        _later("&Quit"),
        ("Ctrl+Q",),
        _later("Close the window and end the program"),
    ),
    ActionSpec(
        "focus_question",
        _SEARCH,
        _later("To the &question"),
        ("Ctrl+L", "/"),
        _later("Go to the question and select it, to type another"),
    ),
    ActionSpec(
        "ask",
        _SEARCH,
        _later("&Ask"),
        ("Return",),
        _later("Rank everything for the question; typing shows keyword hits"),
        is_bound=False,
    ),
    ActionSpec(
        "drop_condition",
        _SEARCH,
        _later("&Drop the last condition"),
        ("Ctrl+Shift+X",),
        _later("Ask again without the last condition or spelling shown below the question"),
    ),
    ActionSpec(
        "restore_conditions",
        _SEARCH,
        _later("&Bring back what was dropped"),
        ("Ctrl+Shift+R",),
        _later("Ask again with every condition and spelling that was dropped"),
    ),
    ActionSpec(
        "why_hit",
        _SEARCH,
        _later("&Why this hit"),
        ("Ctrl+I",),
        _later("Show what each score adds to the chosen hit; again or Esc closes it"),
    ),
    ActionSpec(
        "copy_passage",
        _SEARCH,
        _later("&Copy the passage with its source"),
        ("Ctrl+C",),
        _later("Copy the chosen hit's passage and where it stands"),
    ),
    ActionSpec(
        "next_hit",
        _GO,
        _later("&Next hit"),
        ("Down",),
        _later("Choose the next hit, also while typing the question"),
        is_bound=False,
    ),
    ActionSpec(
        "previous_hit",
        _GO,
        _later("&Previous hit"),
        ("Up",),
        _later("Choose the previous hit, also while typing the question"),
        is_bound=False,
    ),
    ActionSpec(
        "choose_hit",
        _GO,
        _later("Hit {n}"),
        tuple(f"Ctrl+{n}" for n in range(1, 10)),
        _later("Choose a hit by its rank"),
        is_numbered=True,
    ),
    ActionSpec(
        "read_hit",
        _GO,
        _later("&Read the hit in its source"),
        ("Return",),
        _later("On a hit: go to its passage in the source"),
        is_bound=False,
    ),
    ActionSpec(
        "next_pane",
        _GO,
        _later("Next p&ane"),
        ("F6",),
        _later("From the question to the hits, the reasons if open, the source, and round"),
    ),
    ActionSpec(
        "back_to_question",
        _GO,
        _later("&Back to the question"),
        ("Esc",),
        _later("Go back to the question as it stands"),
    ),
    ActionSpec(
        "show_keys",
        _HELP,
        _later("All &keys"),
        ("F1",),
        _later("Show this list"),
    ),
)

Handler = Callable[[], None] | Callable[[int], None]


def in_words(text: str) -> str:
    """A text of the table in the person's language."""
    return QCoreApplication.translate("Actions", text)


def keys_in_words(spec: ActionSpec) -> str:
    """The keys as the person's keyboard names them; two that are named alike are one."""
    native = QKeySequence.SequenceFormat.NativeText
    # Qt tells the main Enter key from the keypad's by calling it Return; people do not.
    names = [QKeySequence(key).toString(native).replace("Return", "Enter") for key in spec.keys]
    if spec.is_numbered:
        return f"{names[0]} … {names[-1]}"
    return in_words(" or ").join(dict.fromkeys(names))


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
        made = _numbered(spec, window) if spec.is_numbered else {spec.name: _action(spec, window)}
        for number, (name, action) in enumerate(made.items()):
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
    return menus[spec.name]


def _action(spec: ActionSpec, window: QMainWindow) -> QAction:
    action = QAction(in_words(spec.text), window)
    if spec.is_bound:
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
    else:
        # After a tab stands what a menu shows as the key without binding it.
        action.setText(f"{in_words(spec.text)}\t{keys_in_words(spec)}")
    return _described(action, spec, keys_in_words(spec))


def _numbered(spec: ActionSpec, window: QMainWindow) -> dict[str, QAction]:
    actions: dict[str, QAction] = {}
    for number, key in enumerate(spec.keys, start=1):
        action = QAction(in_words(spec.text).format(n=number), window)
        action.setShortcut(QKeySequence(key))
        actions[f"{spec.name}_{number}"] = _described(action, spec, key)
    return actions


def _described(action: QAction, spec: ActionSpec, keys: str) -> QAction:
    description = in_words(spec.description)
    action.setObjectName(spec.name)
    action.setToolTip(f"{description} ({keys})")
    action.setWhatsThis(description)
    return action


def _connect(action: QAction, handler: Handler, number: int | None) -> None:
    arguments = () if number is None else (number,)
    action.triggered.connect(lambda: handler(*arguments))
