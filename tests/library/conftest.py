"""Files to index, and a look at what can be found of them."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from qa_app.engine import Engine
from qa_app.library import encoding_ahead
from qa_app.library.library import Library
from qa_app.model import IndexReport

Index = Callable[[], IndexReport]
Found = Callable[[str], set[str]]
Open = Callable[[], Library]

# Every write has a time of its own, however coarse the file system's clock is.
_clock = count(1_700_000_000_000_000_000, 1_000_000_000)


def write(path: Path, content: str | bytes) -> Path:
    """Write a file, its folder too, at a time that no other file has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    now = next(_clock)
    os.utime(path, ns=(now, now))
    return path


def long_text(word: str, n_paragraphs: int = 40) -> str:
    """A text of many paragraphs, each of which holds `word`: more than one batch of passages."""
    return "\n\n".join(
        f"The {word} of chapter {n} was seen again by the keeper." for n in range(n_paragraphs)
    )


@pytest.fixture(autouse=True)
def _slices_of_one_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a run has done that is cut off must not depend on how fast the machine is."""
    monkeypatch.setattr(encoding_ahead, "_MOST_SLICE", encoding_ahead._LEAST_SLICE)


@pytest.fixture
def index(engine: Engine, library_dir: Path, folder: Path) -> Index:
    """Brings the test's library up to date with the test's folder."""
    return lambda: engine.index(library_dir, folder)


@pytest.fixture
def found(engine: Engine, library_dir: Path) -> Found:
    """The names of the files that hold a word, as a fresh reader finds them."""

    def find(word: str) -> set[str]:
        library = engine.open(library_dir)
        try:
            library.refresh()
            return names_of(library, word)
        finally:
            library.close()

    return find


def names_of(library: Library, word: str) -> set[str]:
    """The names of the files that an open library finds for a word."""
    ids = list(library.by_keywords([library.analyzer.terms(word)], 100)[0])
    return {Path(passage.path).name for passage in library.passages(ids).values()}


@pytest.fixture
def three_files(folder: Path, index: Index) -> Path:
    """The folder with three indexed files: the harbour, the bridge and the tunnel."""
    write(folder / "a.txt", "The harbour of Tarsos opens in March. Ferries wait there.")
    write(folder / "b.txt", "The bridge over the Alma was closed by the mayor in April.")
    write(folder / "c.md", "# Roads\n\nThe tunnel under the hill is wet and dark.\n")
    index()
    return folder
