"""What the palette lists: actions that fit what was typed, the best and most used first."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from qa_app.gui.fuzzy import Match, match, near_match

_USE_POINTS = 1.5
_MAX_USE_POINTS = 9.0


class Command(Struct, frozen=True):
    """An action as the palette shows it. `keys` are named as on the person's keyboard."""

    name: str
    text: str
    about: str
    menu: str
    keys: str
    icon: str
    is_enabled: bool = True


class Use(Struct, frozen=True):
    """How often an action was run from the palette; `latest` is higher for a later run."""

    count: int = 0
    latest: int = 0


class FoundCommand(Struct, frozen=True):
    """A command, and the letters of its text that were typed, as code points."""

    command: Command
    positions: tuple[int, ...] = ()


def found(
    typed: str, commands: Iterable[Command], uses: Mapping[str, Use]
) -> tuple[FoundCommand, ...]:
    """The commands that fit: the best first, those often used a little better.

    Where nothing is typed, all of them, the most used first. Those that cannot be run come last.
    Where nothing fits, those whose names read nearly as what was typed.
    """
    every = tuple(commands)
    fitting = [(c, match(typed, c.text, about=f"{c.menu} {c.about}")) for c in every]
    if all(fit is None for _, fit in fitting):
        fitting = [(c, near_match(typed, c.text)) for c in every]
    kept = [(c, fit) for c, fit in fitting if fit is not None]
    kept.sort(key=lambda pair: _order(pair[0], pair[1], uses.get(pair[0].name, Use())))
    return tuple(FoundCommand(command, fit.positions) for command, fit in kept)


def _order(command: Command, fit: Match, use: Use) -> tuple[bool, float, int, int]:
    score = fit.score + min(_MAX_USE_POINTS, _USE_POINTS * use.count)
    return (not command.is_enabled, -round(score, 1), -use.count, -use.latest)
