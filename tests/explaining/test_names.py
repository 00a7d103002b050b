"""Names of documents and files as they may be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.explaining.names import file_name, isolated, shown_name, shown_path

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NAMES = st.text(st.characters() | st.sampled_from(TURNING + "\n\t\u2028אب"), max_size=40)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/lina/notes.txt", "notes.txt"),
        ("C:\\press\\notes.txt", "notes.txt"),
        ("press/notes.txt", "notes.txt"),
        (r"/home/lina/bad\udcff\udcfename.txt", r"bad\udcff\udcfename.txt"),
        ("/home/lina/two\nlines.txt", r"two\nlines.txt"),
        ("/home/lina/\u202egpj.exe.txt", r"\u202egpj.exe.txt"),
        ("/", ""),
    ],
)
def test_file_is_named_whole(path: str, name: str) -> None:
    """The last name of a path, what is not seen in it spelt out."""
    assert file_name(path) == name


@given(name=NAMES)
def test_shown_names_hold_nothing_that_turns(name: str) -> None:
    """Neither a title nor a path keeps a character that breaks the line or turns its direction."""
    for shown in (shown_name(name), shown_path(name)):
        assert not set(TURNING) & set(shown)
        assert len(shown.splitlines()) <= 1


def test_title_loses_only_what_turns_it() -> None:
    """The words of a title stay, in their order, on one line."""
    assert shown_name("The \u202eharbour\u202c\n post") == "The harbour post"


def test_only_what_turns_is_isolated() -> None:
    """A name from right to left is set apart; all others stay as they are."""
    assert isolated("Harbour Post, café") == "Harbour Post, café"
    assert isolated("بيان") == "\u2068بيان\u2069"
