"""Which files there are, and which of them a question does not reach."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_app.engine import Engine
from qa_app.library import file_list
from qa_app.library.library import Library
from qa_app.model import DocumentEntry, FileState
from tests.library.conftest import Found, Index, long_text, write

Opened = Callable[[], Library]


def _entries(opened: Opened) -> dict[str, DocumentEntry]:
    return {Path(entry.path).name: entry for entry in opened().entries()}


def _cut_off(engine: Engine, library_dir: Path, folder: Path, after: int) -> None:
    """An indexing run that is cancelled when it has come so far."""
    calls = iter(range(1_000_000))
    report = engine.index(library_dir, folder, cancelled=lambda: next(calls) >= after)
    assert report.cancelled


def test_every_file_is_listed(folder: Path, index: Index, opened: Opened) -> None:
    """Indexed, failed and skipped, with title, passages, size and reason, in order of path."""
    write(folder / "b.md", "# Roads of the valley\n\nThe tunnel is wet.\n\nThe bridge is closed.\n")
    write(folder / "c.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    write(folder / "a" / "photo.jpg", b"\xff\xd8\xff")
    index()
    listed = opened().entries()
    assert [entry.path for entry in listed] == [
        str(folder / name) for name in ("a/photo.jpg", "b.md", "c.txt")
    ]
    photo, roads, broken = listed
    assert (roads.state, roads.title, roads.n_passages, roads.reason) == (
        FileState.INDEXED, "Roads of the valley", 2, "",
    )  # fmt: skip
    assert roads.size_bytes == (folder / "b.md").stat().st_size
    assert roads.document_id > 0
    assert (photo.state, photo.size_bytes, photo.document_id) == (FileState.SKIPPED, 3, 0)
    assert (broken.state, broken.size_bytes) == (FileState.FAILED, 1032)
    assert photo.reason
    assert broken.reason


def test_a_file_read_in_part_is_searched_and_says_what_is_missing(
    folder: Path, index: Index, opened: Opened
) -> None:
    """It is indexed, listed with the reason, among the problems, and none of the unsearched."""
    write(folder / "a.jsonl", '{"text": "The tunnel is wet."}\nno JSON\n')
    index()
    library = opened()
    (entry,) = library.entries()
    assert (entry.state, entry.reason) == (FileState.INDEXED, "Left out: line 2, not JSON.")
    assert entry.n_passages == 1
    status = library.status()
    assert [(p.state, p.reason) for p in status.problems] == [(entry.state, entry.reason)]
    assert library.n_unsearched == 0


def test_what_waits_when_a_run_is_cut_off_is_pending(
    engine: Engine, folder: Path, library_dir: Path, opened: Opened, index: Index
) -> None:
    """Files that a cancelled run did not come to are listed as such; the next run reads them."""
    for n in range(4):
        write(folder / f"{n}.txt", long_text(f"lamp{n}"))
    _cut_off(engine, library_dir, folder, 2)
    states = [entry.state for entry in opened().entries()]
    assert len(states) == 4
    assert FileState.PENDING in states
    assert set(states) <= {FileState.PENDING, FileState.INDEXED}
    assert opened().status().problems == ()
    index()
    assert {entry.state for entry in opened().entries()} == {FileState.INDEXED}


@pytest.mark.usefixtures("index")
def test_a_file_that_waits_to_be_read_again_is_searched_until_then(
    three_files: Path, engine: Engine, library_dir: Path, opened: Opened, found: Found
) -> None:
    """It is pending, keeps its document, and says that what was read before is searched."""
    write(three_files / "a.txt", "The lighthouse of Tarsos is dark.")
    _cut_off(engine, library_dir, three_files, 0)
    entry = _entries(opened)["a.txt"]
    assert (entry.state, entry.n_passages) == (FileState.PENDING, 1)
    assert entry.document_id
    assert "is searched" in entry.reason
    assert opened().status().problems == ()
    assert found("harbour") == {"a.txt"}


def test_pending_files_that_vanish_leave_the_list(
    engine: Engine, folder: Path, library_dir: Path, opened: Opened, index: Index
) -> None:
    """A file that was never read and is gone again is forgotten without being counted."""
    write(folder / "a.txt", "The harbour opens.")
    write(folder / "b.txt", "The bridge is closed.")
    _cut_off(engine, library_dir, folder, 0)
    (folder / "b.txt").unlink()
    assert index().n_removed == 0
    assert set(_entries(opened)) == {"a.txt"}


def test_pictures_beside_the_articles_do_not_count(
    folder: Path, index: Index, opened: Opened
) -> None:
    """Files whose format is not read are not missed; what failed or is too large is."""
    write(folder / "a.txt", "The harbour opens in March.")
    for n in range(5):
        write(folder / f"{n}.jpg", b"\xff\xd8\xff")
    index()
    assert _unsearched(opened) == 0
    write(folder / "broken.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    index()
    assert _unsearched(opened) == 1


def test_a_file_that_is_too_large_counts(
    engine: Engine, folder: Path, library_dir: Path, opened: Opened
) -> None:
    """Its words would be expected to be found."""
    write(folder / "a.txt", "The harbour opens in March.")
    with (folder / "LARGE.TXT").open("wb") as file:
        file.truncate(engine._limits.max_file_bytes + 1)
    engine.index(library_dir, folder)
    assert _unsearched(opened) == 1


def test_an_answer_counts_what_waits(
    engine: Engine, three_files: Path, library_dir: Path, opened: Opened
) -> None:
    """The number follows what another run does to the library, for a reader that stays open."""
    library = opened()
    assert engine.ask(library, "harbour").n_unsearched == 0
    write(three_files / "d.txt", "The quarry is flooded.")
    _cut_off(engine, library_dir, three_files, 0)
    assert engine.ask(library, "harbour").n_unsearched == 1
    engine.index(library_dir, three_files)
    assert engine.ask(library, "harbour").n_unsearched == 0


def test_counting_reads_only_what_is_not_indexed(three_files: Path, opened: Opened) -> None:
    """The number costs nothing where everything is indexed: an index of the rest is read."""
    assert three_files
    library = opened()
    statements: list[str] = []
    library._connection.set_trace_callback(statements.append)
    file_list.n_unsearched(library._connection)
    library._connection.set_trace_callback(None)
    plan = library._connection.execute(f"EXPLAIN QUERY PLAN {statements[0]}").fetchall()
    assert "USING COVERING INDEX files_unread" in str(plan)


def _unsearched(opened: Opened) -> int:
    library = opened()
    library.refresh()
    return library.n_unsearched
