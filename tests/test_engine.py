"""The one door: index, update, ask, without a model."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from qa_app import upkeep
from qa_app.answering.background import MIN_DOCUMENTS
from qa_app.cli_output import report_record
from qa_app.engine import Engine
from qa_app.errors import FolderError, LibraryBusy, LibraryError, LibraryMissing
from qa_app.library.database import open_database
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


@pytest.mark.parametrize("error", [LibraryBusy("in use"), LibraryError("the disk is full")])
@pytest.mark.parametrize("step", ["Library", "keep_background"])
def test_a_run_that_is_done_is_reported_whatever_happens_to_its_measuring(
    engine: Engine,
    folder: Path,
    library_dir: Path,
    step: str,
    error: LibraryError,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What could not be measured is measured by the next run."""

    def fail(*_args: object, **_keywords: object) -> NoReturn:
        raise error

    for n in range(MIN_DOCUMENTS):
        _write(folder, f"{n}.txt", f"The keeper of lamp {n} filled a ledger before the storm.\n")
    with monkeypatch.context() as patch:
        patch.setattr(upkeep, step, fail)
        report = engine.index(library_dir, folder)
    assert report.n_added == MIN_DOCUMENTS
    library = engine.open(library_dir)
    assert library.background is None
    engine.index(library_dir, folder)
    assert library.background is not None
    library.close()


def test_several_folders_are_measured_once(
    engine: Engine, tmp_path: Path, library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library is measured when all of it is up to date, and only then."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        _write(tmp_path / name, "a.txt", f"Folder {name} holds a sentence of its own here.\n")
        engine.index(library_dir, tmp_path / name)
        _write(tmp_path / name, "b.txt", f"Folder {name} holds another sentence of its own.\n")
    measured: list[int] = []

    def note(library: Library, **_keywords: object) -> bool:
        measured.append(library.status().n_documents)
        return False

    monkeypatch.setattr(upkeep, "is_due", note)
    engine.update(library_dir)
    assert measured == [4]
    _write(tmp_path / "two", "c.txt", "Folder two holds a third sentence of its own here.\n")
    engine.update(library_dir, cancelled=lambda: True)
    assert measured == [4]


def test_examined_documents_of_every_folder_are_counted(
    engine: Engine, tmp_path: Path, library_dir: Path
) -> None:
    """The report of several folders says of how many documents the statements were found anew."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        _write(tmp_path / name, "a.txt", f"Folder {name} holds a sentence of its own here.\n")
        engine.index(library_dir, tmp_path / name)
    connection = open_database(library_dir)
    connection.execute("UPDATE documents SET examined = 0")
    connection.close()
    report = engine.update(library_dir)
    assert report.n_examined == 2
    assert report_record(report)["examined"] == 2


def test_warming_up_leaves_little_to_look_through(engine: Engine) -> None:
    """What is loaded is set apart from what is looked through for garbage between questions."""
    try:
        engine.warm_up()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
