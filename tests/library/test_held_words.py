"""Words that stand beside what is searched."""

from pathlib import Path

import pytest

from qa_app.library import held_words
from tests.library.conftest import Index, Open, write

_TEXT = "---\nauthor: Lena Brandt\n---\n\n# Weir\n\nThe release of the water was announced.\n"


@pytest.mark.parametrize("most", [0, 10**6])
def test_words_are_held_remembered_or_not(
    folder: Path, index: Index, opened: Open, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """What there is too much of to be remembered is read each time, with the same result."""
    monkeypatch.setattr(held_words, "_MOST_REMEMBERED", most)
    write(folder / "a.md", _TEXT)
    index()
    library = opened()
    words = ["Brandt", "brandt", "Brand", "weir", "release", "lease", "nowhere"]
    for _ in range(2):
        assert library.holding(words) == {"Brandt", "brandt", "weir", "release"}


def test_words_are_looked_for_in_what_is_there_now(
    folder: Path, index: Index, opened: Open
) -> None:
    """What is remembered of a library is forgotten when the library is another."""
    write(folder / "a.md", _TEXT)
    index()
    library = opened()
    assert library.holding(["Brandt", "Ionescu"]) == {"Brandt"}
    write(folder / "a.md", _TEXT.replace("Brandt", "Ionescu"))
    index()
    library.refresh()
    assert library.holding(["Brandt", "Ionescu"]) == {"Ionescu"}


def test_passages_are_read_as_they_are_now(folder: Path, index: Index, opened: Open) -> None:
    """A passage that was read before is read anew once its document is another."""
    write(folder / "a.txt", "The ferry waits.\n")
    index()
    library = opened()
    (first,) = library.ids_at([0])
    assert [p.text for p in library.passages([first]).values()] == ["The ferry waits."]
    assert library.passages([first])[first] is library.passages([first])[first]
    write(folder / "a.txt", "The ferry sank.\n")
    index()
    library.refresh()
    assert library.passages([first]) == {}
    assert [p.text for (p,) in library.paragraphs(library.ids_at([0]))] == ["The ferry sank."]
