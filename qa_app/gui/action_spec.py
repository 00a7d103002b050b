"""A line of the table of actions."""

from msgspec import Struct


class ActionSpec(Struct, frozen=True):
    """An action as a person knows it.

    `keys` are in Qt's portable form. `is_bound` is false where the widget with the focus handles
    the key by itself. One that `is_numbered` stands for one action a key, each told its number,
    from 0. `icon` names a drawing of `icons`.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...]
    description: str
    icon: str
    is_bound: bool = True
    is_numbered: bool = False


def later(text: str) -> str:
    """Marks a text that is translated once there is an application to ask."""
    return text
