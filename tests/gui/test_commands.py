"""What the palette lists, and in which order."""

from hypothesis import given
from hypothesis import strategies as st

from qa_app.gui.commands import Command, Use, found


def command(text: str, *, is_enabled: bool = True) -> Command:
    """A command that is named as it reads."""
    return Command(text, text, f"About {text}", "Menu", "F5", "star", is_enabled)


COPY, KEEP, QUIT = command("Copy"), command("Keep"), command("Quit")
STOP = command("Cancel", is_enabled=False)
EVERY = (STOP, COPY, KEEP, QUIT)


def names(typed: str, uses: dict[str, Use] | None = None) -> list[str]:
    """What is listed, in order."""
    return [item.command.name for item in found(typed, EVERY, uses or {})]


def test_nothing_typed_lists_all_in_the_order_of_the_table() -> None:
    """At first the order is the table's; what cannot be run comes last."""
    assert names("") == ["Copy", "Keep", "Quit", "Cancel"]


def test_most_used_comes_first_and_latest_of_equals() -> None:
    """What was run more often comes first; of two run as often, the one that was run later."""
    uses = {"Quit": Use(3, 1), "Keep": Use(1, 2), "Copy": Use(1, 3), "Cancel": Use(9, 9)}
    assert names("", uses) == ["Quit", "Copy", "Keep", "Cancel"]


def test_only_what_fits_is_listed() -> None:
    """Typed letters leave those out that they do not fit."""
    assert names("ke") == ["Keep"]
    assert names("c") == ["Copy", "Cancel"]


def test_use_does_not_outweigh_a_much_better_fit() -> None:
    """A name typed in full is first, however often another was run."""
    assert names("copy", {"Quit": Use(99, 99), "Keep": Use(99, 98)}) == ["Copy"]


def test_near_names_are_listed_where_nothing_fits() -> None:
    """A slip of the finger lists what reads nearly so."""
    assert names("quti") == ["Quit"]
    assert names("cancle") == ["Cancel"]


@given(
    st.text(max_size=8),
    st.dictionaries(
        st.sampled_from([c.name for c in EVERY]),
        st.builds(Use, st.integers(0, 50), st.integers(0, 50)),
    ),
)
def test_what_can_be_run_comes_first(typed: str, uses: dict[str, Use]) -> None:
    """Whatever was typed and used, nothing that can be run stands below what cannot."""
    states = [item.command.is_enabled for item in found(typed, EVERY, uses)]
    assert states == sorted(states, reverse=True)
