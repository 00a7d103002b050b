"""The keys that hints name, as they are bound now."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from qa_app.gui.action_table import SPECS
from qa_app.gui.actions import native_keys

_USUAL = {spec.name: spec.keys for spec in SPECS}


class KeyNames:
    """Fills hints in: `{key:undo}` becomes the first key of the action `undo`.

    `part` is a part of the window whose actions are meant; before it is one, the usual keys are.
    """

    def __init__(self, part: QObject) -> None:
        self._part = part

    def __format__(self, name: str) -> str:
        """The key of an action, as the person's keyboard names it."""
        action = self._action(name)
        bound = [key.toString() for key in action.shortcuts()] if action is not None else []
        return native_keys((bound or _USUAL[name])[:1])

    def _action(self, name: str) -> QAction | None:
        part: QObject | None = self._part
        while part is not None:
            if (found := part.findChild(QAction, name)) is not None:
                return found
            part = part.parent()
        return None
