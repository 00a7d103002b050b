"""The table of actions."""

from qa_app.gui.actions import SPECS, keys_in_words
from qa_app.gui.main_window import MainWindow


def test_shortcuts_are_unique(window: MainWindow) -> None:
    """No two actions share a key that is bound."""
    keys = [k.toString() for a in window.actions_by_name.values() for k in a.shortcuts()]
    assert len(keys) == len(set(keys))


def test_every_action_is_in_a_menu_and_described(window: MainWindow) -> None:
    """Each action stands in a menu, with a tooltip that names its key, and a description."""
    for spec in SPECS:
        name = f"{spec.name}_1" if spec.is_numbered else spec.name
        action = window.actions_by_name[name]
        assert action.toolTip()
        assert action.whatsThis() == spec.description
        assert len(action.associatedObjects()) >= 1
        assert keys_in_words(spec)
