"""The one door: index, update, ask, without a model."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_app.engine import Engine
from qa_app.errors import FolderError, LibraryError, LibraryMissing
from qa_app.library.library import Library
from tests.fakes import HashEncoder

Opened = Callable[[], Library]


def _write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_folder_in_a_cited_answer_out(
    engine: Engine, folder: Path, library_dir: Path, opened: Opened
) -> None:
    """The shortest way through the program."""
    _write(folder, "a.txt", "The mayor said on Monday that the old bridge will close in June.\n")
    engine.index(library_dir, folder)
    answer = engine.ask(opened(), "What did the mayor say?")
    assert answer.answered
    assert "bridge will close" in answer.hits[0].text
    assert answer.hits[0].source.path == str(folder / "a.txt")


def test_update_covers_every_folder(engine: Engine, tmp_path: Path, library_dir: Path) -> None:
    """A library of two folders is brought up to date with both."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        _write(tmp_path / name, "a.txt", f"Folder {name} holds a sentence of its own here.\n")
        engine.index(library_dir, tmp_path / name)
    _write(tmp_path / "one", "b.txt", "A further sentence stands in the first folder now.\n")
    report = engine.update(library_dir)
    assert (report.n_added, report.n_unchanged) == (1, 2)


def test_a_folder_that_is_gone_keeps_what_was_read(
    engine: Engine, folder: Path, library_dir: Path, opened: Opened
) -> None:
    """An unmounted disk is no reason to forget."""
    _write(folder, "a.txt", "The mayor said on Monday that the old bridge will close in June.\n")
    engine.index(library_dir, folder)
    folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(FolderError, match="There is no folder"):
        engine.update(library_dir)
    assert engine.ask(opened(), "What did the mayor say?").hits


def test_a_library_that_is_not_there_says_how_to_make_it(engine: Engine, library_dir: Path) -> None:
    """The message names the command."""
    with pytest.raises(LibraryMissing, match="qa-app index FOLDER --library"):
        engine.open(library_dir)


def test_a_document_that_is_gone_is_one_sentence(
    engine: Engine, folder: Path, library_dir: Path, opened: Opened
) -> None:
    """A window may ask for a source that was removed meanwhile."""
    _write(folder, "a.txt", "The mayor said on Monday that the old bridge will close in June.\n")
    engine.index(library_dir, folder)
    with pytest.raises(LibraryError, match="no longer in the library"):
        engine.source_text(opened(), 99)


def test_keyword_hits_need_no_model(
    engine: Engine, encoder: HashEncoder, folder: Path, library_dir: Path, opened: Opened
) -> None:
    """An unfinished last word finds what it may become, and nothing is encoded for it."""
    _write(folder, "a.txt", "The mayor said on Monday that the old bridge will close in June.\n")
    engine.index(library_dir, folder)
    n_before = encoder.n_passages
    hits = engine.peek(opened(), "old bri")
    assert [hit.rank for hit in hits] == [1]
    assert {hits[0].text[h.start : h.end] for h in hits[0].highlights} >= {"old", "bridge"}
    assert encoder.n_passages == n_before
