"""What an indexing run does to a library, whatever has become of the folder."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from qa_app.encoding.protocol import PassageText, PassageVectors
from qa_app.engine import Engine
from qa_app.errors import (
    FolderError,
    LibraryBusy,
    LibraryError,
    LibraryMismatch,
    LibraryMissing,
)
from qa_app.library import indexing_run, intake
from qa_app.library.database import DATABASE_NAME
from qa_app.library.library import Library
from qa_app.library.lock import writer_lock
from qa_app.library.notebook import Notebook
from qa_app.model import FileState, IndexReport, LibraryStatus, Progress
from qa_app.reading.file_bytes import FileBytes, read_ordinary
from qa_app.reading.registry import READING_VERSION
from qa_app.settings import Settings
from tests.fakes import DirectReader, HashEncoder
from tests.library.conftest import Found, Index, long_text, write


def _counts(report: IndexReport) -> dict[str, int]:
    """What the report counts, less what it counts none of."""
    counts = {
        "added": report.n_added,
        "changed": report.n_changed,
        "removed": report.n_removed,
        "moved": report.n_moved,
        "unchanged": report.n_unchanged,
    }
    return {name: n for name, n in counts.items() if n}


def _status(engine: Engine, library_dir: Path) -> LibraryStatus:
    library = engine.open(library_dir)
    try:
        return library.status()
    finally:
        library.close()


def _index_until(
    engine: Engine, library_dir: Path, folder: Path, is_enough: Callable[[Progress], bool]
) -> IndexReport:
    """The report of a run that is cancelled once its progress is enough."""
    told: list[Progress] = []
    return engine.index(
        library_dir, folder, told.append, lambda: bool(told) and is_enough(told[-1])
    )


class TestOnlyWhatChanged:
    """A run costs what changed and nothing more."""

    def test_first_run_adds_every_file(
        self, folder: Path, index: Index, encoder: HashEncoder
    ) -> None:
        """Every file is added, and each passage is encoded once."""
        write(folder / "a.txt", "The harbour opens in March.")
        write(folder / "deep" / "b.txt", "The bridge is closed.")
        report = index()
        assert _counts(report) == {"added": 2}
        assert report.n_encoded == encoder.n_passages == 2

    @pytest.mark.usefixtures("three_files")
    def test_second_run_encodes_nothing(self, index: Index, encoder: HashEncoder) -> None:
        """A folder that did not change costs the encoder nothing."""
        before = encoder.n_passages
        assert _counts(index()) == {"unchanged": 3}
        assert encoder.n_passages == before

    def test_changed_file_costs_itself(
        self, three_files: Path, index: Index, encoder: HashEncoder, found: Found
    ) -> None:
        """A changed file is encoded again, alone, and its old words are gone."""
        before = encoder.n_passages
        write(three_files / "a.txt", "The lighthouse of Tarsos is dark.")
        assert _counts(index()) == {"changed": 1, "unchanged": 2}
        assert encoder.n_passages == before + 1
        assert found("lighthouse") == {"a.txt"}
        assert found("harbour") == set()

    def test_change_of_the_same_length_is_seen(
        self, three_files: Path, index: Index, found: Found
    ) -> None:
        """A file whose size is as before but whose time is not is read again."""
        text = (three_files / "a.txt").read_text()
        write(three_files / "a.txt", text.replace("harbour", "airport"))
        assert _counts(index()) == {"changed": 1, "unchanged": 2}
        assert found("airport") == {"a.txt"}

    def test_added_file_costs_itself(
        self, three_files: Path, index: Index, encoder: HashEncoder
    ) -> None:
        """A new file is encoded, alone."""
        before = encoder.n_passages
        write(three_files / "d.txt", "The quarry is flooded.")
        assert _counts(index()) == {"added": 1, "unchanged": 3}
        assert encoder.n_passages == before + 1

    def test_removed_file_takes_its_hits_along(
        self, three_files: Path, index: Index, found: Found, encoder: HashEncoder
    ) -> None:
        """A file that is gone is found no more, and nothing is encoded for that."""
        before = encoder.n_passages
        (three_files / "a.txt").unlink()
        assert _counts(index()) == {"removed": 1, "unchanged": 2}
        assert found("harbour") == set()
        assert encoder.n_passages == before

    def test_removed_words_are_missing_from_the_corpus(
        self, three_files: Path, index: Index, opened: Callable[[], Library]
    ) -> None:
        """A word that only a removed file held counts as one the corpus never contains."""
        (three_files / "a.txt").unlink()
        index()
        library = opened()
        library.refresh()
        assert library.document_frequencies(["harbour", "bridg"]) == {"harbour": 0, "bridg": 1}
        assert library.completions("harb", 5) == []

    def test_no_document_gets_the_id_of_another(
        self, three_files: Path, index: Index, engine: Engine, library_dir: Path
    ) -> None:
        """An id that was another document's, now gone, is not given out again."""

        def ids() -> set[int]:
            with closing(engine.open(library_dir)) as opened:
                return {entry.document_id for entry in opened.entries()}

        before = ids()
        for path in three_files.iterdir():
            path.unlink()
        write(three_files / "d.txt", "The quarry is flooded.")
        index()
        write(three_files / "e.txt", "The mill stands still.")
        (three_files / "d.txt").unlink()
        index()
        assert ids().isdisjoint(before)
        assert min(ids()) > max(before) + 1

    @pytest.mark.parametrize("to", ["z.txt", "deep/er/a.txt"])
    def test_moved_file_is_not_encoded_again(
        self, three_files: Path, index: Index, encoder: HashEncoder, found: Found, to: str
    ) -> None:
        """A renamed or moved file keeps its passages and counts as moved."""
        before = encoder.n_passages
        (three_files / to).parent.mkdir(parents=True, exist_ok=True)
        (three_files / "a.txt").rename(three_files / to)
        assert _counts(index()) == {"moved": 1, "unchanged": 2}
        assert encoder.n_passages == before
        assert found("harbour") == {Path(to).name}

    def test_copy_is_not_encoded_again(
        self, three_files: Path, index: Index, encoder: HashEncoder, found: Found
    ) -> None:
        """A copy is added, shares the document and survives the original."""
        before = encoder.n_passages
        shutil.copy(three_files / "a.txt", three_files / "copy.txt")
        assert _counts(index()) == {"added": 1, "unchanged": 3}
        (three_files / "a.txt").unlink()
        assert _counts(index()) == {"removed": 1, "unchanged": 3}
        assert encoder.n_passages == before
        assert found("harbour") == {"copy.txt"}

    def test_removing_a_copy_beside_a_new_file_is_no_move(
        self, three_files: Path, index: Index
    ) -> None:
        """Only a file of the same content as one that is gone counts as moved."""
        shutil.copy(three_files / "a.txt", three_files / "copy.txt")
        index()
        (three_files / "copy.txt").unlink()
        write(three_files / "new.txt", "The quarry is flooded.")
        assert _counts(index()) == {"added": 1, "removed": 1, "unchanged": 3}

    def test_move_onto_another_file(self, three_files: Path, index: Index, found: Found) -> None:
        """A file moved over another replaces it, and nothing of the other is left."""
        (three_files / "a.txt").replace(three_files / "b.txt")
        assert _counts(index()) == {"changed": 1, "removed": 1, "unchanged": 1}
        assert found("harbour") == {"b.txt"}
        assert found("bridge") == set()

    def test_swapped_files_are_not_encoded_again(
        self, three_files: Path, index: Index, encoder: HashEncoder, found: Found
    ) -> None:
        """Two files that trade names trade documents."""
        before = encoder.n_passages
        (three_files / "a.txt").rename(three_files / "x.tmp")
        (three_files / "b.txt").rename(three_files / "a.txt")
        (three_files / "x.tmp").rename(three_files / "b.txt")
        assert _counts(index()) == {"changed": 2, "unchanged": 1}
        assert encoder.n_passages == before
        assert (found("harbour"), found("bridge")) == ({"b.txt"}, {"a.txt"})

    def test_touched_file_is_unchanged(
        self, three_files: Path, index: Index, encoder: HashEncoder
    ) -> None:
        """A file of another time but the same content counts as unchanged, at no cost."""
        before = encoder.n_passages
        write(three_files / "a.txt", (three_files / "a.txt").read_bytes())
        assert _counts(index()) == {"unchanged": 3}
        assert encoder.n_passages == before

    def test_two_new_files_of_the_same_content_share_a_document(
        self, engine: Engine, folder: Path, index: Index, library_dir: Path
    ) -> None:
        """Twins that come in one run are one document."""
        for name in ("a.txt", "b.txt"):
            write(folder / name, "The harbour opens in March.")
        assert _counts(index()) == {"added": 2}
        assert _status(engine, library_dir).n_documents == 1

    def test_new_way_of_reading_reads_every_file_again(
        self,
        engine: Engine,
        index: Index,
        library_dir: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """A raised reading version replaces every document, and keeps none twice."""
        for name in ("a.txt", "b.txt"):
            write(library_dir.parent / "documents" / name, f"The {name} file.")
        index()
        monkeypatch.setattr(indexing_run, "READING_VERSION", READING_VERSION + 1)
        assert _counts(index()) == {"changed": 2}
        assert _status(engine, library_dir).n_documents == 2


class TestCancelling:
    """A run that is cancelled keeps what is done."""

    def test_next_run_encodes_only_the_rest(
        self, engine: Engine, library_dir: Path, folder: Path, encoder: HashEncoder, found: Found
    ) -> None:
        """What was done before the cancel is kept and found; the next run finishes the rest."""
        for word in ("harbour", "bridge", "tunnel"):
            write(folder / f"{word}.txt", long_text(word, 200))
        report = _index_until(engine, library_dir, folder, lambda told: told.n_files_done > 0)
        assert report.cancelled
        assert _counts(report) == {"added": 1}
        assert found("bridge") == {"bridge.txt"}
        again = engine.index(library_dir, folder)
        assert not again.cancelled
        assert _counts(again) == {"added": 2, "unchanged": 1}
        assert encoder.n_passages == report.n_encoded + again.n_encoded == 3 * 200
        assert found("tunnel") == {"tunnel.txt"}

    def test_cancel_before_the_first_file(
        self, engine: Engine, library_dir: Path, folder: Path
    ) -> None:
        """A run cancelled at once leaves a library that is whole, and empty."""
        write(folder / "a.txt", "The harbour opens in March.")
        report = engine.index(library_dir, folder, cancelled=lambda: True)
        assert report.cancelled
        assert _status(engine, library_dir).n_documents == 0

    def test_cancel_within_the_last_file(
        self, engine: Engine, library_dir: Path, folder: Path
    ) -> None:
        """A run cancelled while it encodes its last file says so, and forgets nothing."""
        write(folder / "a.txt", "The harbour opens in March.")
        engine.index(library_dir, folder)
        (folder / "a.txt").unlink()
        write(folder / "big.txt", long_text("tunnel", 300))
        report = _index_until(engine, library_dir, folder, lambda told: told.n_passages > 0)
        assert report.cancelled
        assert _counts(report) == {}
        assert _status(engine, library_dir).n_documents == 1

    def test_cancel_amid_a_swap_loses_neither_document(
        self, engine: Engine, three_files: Path, library_dir: Path, encoder: HashEncoder
    ) -> None:
        """Of two files that traded names, the one not yet seen again keeps its passages."""
        before = encoder.n_passages
        (three_files / "a.txt").rename(three_files / "x.tmp")
        (three_files / "b.txt").rename(three_files / "a.txt")
        (three_files / "x.tmp").rename(three_files / "b.txt")
        answers = iter([False, True])
        engine.index(library_dir, three_files, cancelled=lambda: next(answers))
        engine.index(library_dir, three_files)
        assert encoder.n_passages == before

    def test_cancelled_run_forgets_no_file(
        self, engine: Engine, three_files: Path, library_dir: Path, found: Found
    ) -> None:
        """A file that is gone is kept until a run has seen the whole folder."""
        (three_files / "a.txt").unlink()
        write(three_files / "d.txt", "The quarry is flooded.")
        engine.index(library_dir, three_files, cancelled=lambda: True)
        assert found("harbour") == {"a.txt"}


class TestProgress:
    """What a run says of itself on the way."""

    def _progress_of(self, engine: Engine, library_dir: Path, folder: Path) -> list[Progress]:
        told: list[Progress] = []
        engine.index(library_dir, folder, on_progress=told.append)
        return told

    def test_it_never_goes_back_and_ends_whole(
        self, engine: Engine, library_dir: Path, folder: Path
    ) -> None:
        """Files and passages only ever grow, to all there are."""
        for n in range(5):
            write(folder / f"{n}.txt", long_text("harbour", 10 * n + 1))
        write(folder / "broken.txt", b"\x00\x01\x02" * 50)
        told = self._progress_of(engine, library_dir, folder)
        done = [(p.n_files_done, p.n_passages) for p in told]
        assert done == sorted(done)
        assert told[-1].n_files_done == told[-1].n_files == 6
        assert told[-1].left_s == 0
        assert all(p.left_s is None or p.left_s >= 0 for p in told)

    def test_unchanged_files_count_as_done_from_the_start(
        self, engine: Engine, three_files: Path, library_dir: Path
    ) -> None:
        """A run with nothing to do says at once that all is done."""
        told = self._progress_of(engine, library_dir, three_files)
        assert {(p.n_files_done, p.n_files) for p in told} == {(3, 3)}


class TestFolderErrors:
    """A folder that gives nothing changes nothing."""

    def test_missing_folder(self, engine: Engine, library_dir: Path, folder: Path) -> None:
        """A folder that is not there is named, and no library is made for it."""
        with pytest.raises(FolderError, match="nowhere"):
            engine.index(library_dir, folder / "nowhere")
        assert not library_dir.exists()

    def test_file_in_place_of_a_folder(
        self, engine: Engine, library_dir: Path, folder: Path
    ) -> None:
        """A file is no folder, and the message names it."""
        path = write(folder / "a.txt", "The harbour.")
        with pytest.raises(FolderError, match=r"a\.txt is not a folder"):
            engine.index(library_dir, path)

    def test_empty_folder(self, engine: Engine, library_dir: Path, folder: Path) -> None:
        """An empty folder is named as such."""
        with pytest.raises(FolderError, match=f"{folder} is empty"):
            engine.index(library_dir, folder)

    def test_only_unsupported_files(self, engine: Engine, library_dir: Path, folder: Path) -> None:
        """Where no file can be read the message says how many there are, and what can be."""
        write(folder / "photo.jpg", b"\xff\xd8\xff")
        with pytest.raises(FolderError, match=rf"the 1 files in {folder} .*\.txt"):
            engine.index(library_dir, folder)

    def test_folder_that_cannot_be_listed(
        self, engine: Engine, library_dir: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A folder without permission is not called empty."""
        _forbid(monkeypatch, folder)
        with pytest.raises(FolderError, match=f"{folder} cannot be read"):
            engine.index(library_dir, folder)

    def test_folder_whose_name_is_not_unicode(
        self, engine: Engine, library_dir: Path, folder: Path
    ) -> None:
        """A folder whose name cannot be kept is refused by a message that can be printed."""
        odd = Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9"))
        write(odd / "a.txt", "The harbour.")
        with pytest.raises(FolderError, match=r"caf\\udce9") as caught:
            engine.index(library_dir, odd)
        str(caught.value).encode()

    def test_library_in_place_of_the_folder(self, engine: Engine, folder: Path) -> None:
        """The folder itself cannot be the library: its files would be taken for the library's."""
        write(folder / "a.txt", "The harbour.")
        with pytest.raises(FolderError, match=f"{folder} .*--library"):
            engine.index(folder, folder)

    @pytest.mark.parametrize("left", ["nothing", "unsupported", "no folder"])
    def test_nothing_indexed_is_lost(
        self, three_files: Path, index: Index, found: Found, left: str
    ) -> None:
        """A folder that became empty, unreadable or vanished keeps what the library has of it."""
        shutil.rmtree(three_files)
        if left != "no folder":
            three_files.mkdir()
        if left == "unsupported":
            write(three_files / "photo.jpg", b"\xff\xd8\xff")
        with pytest.raises(FolderError):
            index()
        assert found("harbour") == {"a.txt"}


def _forbid(monkeypatch: pytest.MonkeyPatch, forbidden: Path) -> None:
    """Let no listing of that folder succeed; permissions do not bind the superuser."""
    scandir = os.scandir

    def guarded(path: str) -> object:
        if Path(path) == forbidden:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)


class TestExcluding:
    """What a person leaves out is not in the library, and not among its problems."""

    def test_it_leaves_at_the_next_run(
        self, engine: Engine, three_files: Path, index: Index, found: Found, library_dir: Path
    ) -> None:
        """What was indexed stays until then; what is allowed again comes back."""
        write(three_files / "photo.jpg", b"\xff\xd8\xff")
        status = engine.exclude(library_dir, ["a.*", "*.jpg"])
        assert status.excluded == ("a.*", "*.jpg")
        assert found("harbour") == {"a.txt"}
        report = index()
        assert (_counts(report), report.problems) == ({"removed": 1, "unchanged": 2}, ())
        assert found("harbour") == set()
        engine.exclude(library_dir, [])
        assert _counts(index()) == {"added": 1, "unchanged": 2}
        assert found("harbour") == {"a.txt"}

    def test_all_of_a_folder_can_be_left_out(
        self, engine: Engine, three_files: Path, index: Index, found: Found, library_dir: Path
    ) -> None:
        """That is no empty folder: the person said so."""
        assert three_files
        engine.exclude(library_dir, ["*"])
        assert _counts(index()) == {"removed": 3}
        assert found("bridge") == set()

    @pytest.mark.usefixtures("three_files")
    def test_it_waits_for_no_run(self, engine: Engine, library_dir: Path) -> None:
        """Patterns can be changed while somebody is writing the library."""
        with writer_lock(library_dir):
            assert engine.exclude(library_dir, ["*.bak"]).excluded == ("*.bak",)

    def test_before_there_is_a_library(self, engine: Engine, library_dir: Path) -> None:
        """There is nothing to leave anything out of."""
        with pytest.raises(LibraryMissing):
            engine.exclude(library_dir, ["*.bak"])

    def test_a_library_is_made_beside_a_notebook(
        self, three_files: Path, index: Index, library_dir: Path
    ) -> None:
        """A notebook that outlived its database is no reason to keep elsewhere."""
        assert three_files
        Notebook(library_dir).note("Where?", (), "2026-02-03T10:00:00+01:00")
        for path in library_dir.iterdir():
            if "notebook" not in path.name:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        assert _counts(index()) == {"added": 3}
        assert [asked.question for asked in Notebook(library_dir).questions()] == ["Where?"]


class TestFileProblems:
    """One file's trouble is listed and is no other file's trouble."""

    @pytest.fixture
    def broken(self, folder: Path) -> dict[str, Path]:
        """Files that cannot be read, beside one that can."""
        write(folder / "good.txt", "The harbour opens in March.")
        return {
            "binary": write(folder / "binary.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4),
            "undecodable": write(folder / "undecodable.txt", b"\x00\xd8" * 33),
            "blank": write(folder / "blank.txt", " \n\t\n"),
            "unsupported": write(folder / "photo.jpg", b"\xff\xd8\xff"),
        }

    def test_they_are_reported_and_the_rest_is_indexed(
        self, broken: dict[str, Path], index: Index, found: Found
    ) -> None:
        """The report lists each with its state and a reason; the good file is found."""
        report = index()
        states = {Path(problem.path).name: problem.state for problem in report.problems}
        assert states == {
            "binary.txt": FileState.FAILED,
            "undecodable.txt": FileState.FAILED,
            "blank.txt": FileState.FAILED,
            "photo.jpg": FileState.SKIPPED,
        }
        assert all(problem.reason for problem in report.problems)
        assert found("harbour") == {"good.txt"}
        assert len(broken) == len(states)

    def test_status_lists_them_with_their_whole_path(
        self, engine: Engine, broken: dict[str, Path], index: Index, library_dir: Path
    ) -> None:
        """The library remembers them."""
        index()
        listed = {problem.path for problem in _status(engine, library_dir).problems}
        assert listed == {str(path) for path in broken.values()}

    def test_mended_file_is_no_problem_any_more(
        self, engine: Engine, broken: dict[str, Path], index: Index, library_dir: Path
    ) -> None:
        """A file that can be read now is indexed, one that is gone is forgotten."""
        index()
        write(broken["binary"], "The bridge is closed.")
        for name in ("undecodable", "blank", "unsupported"):
            broken[name].unlink()
        assert _counts(index()) == {"added": 1, "unchanged": 1}
        assert _status(engine, library_dir).problems == ()

    def test_earlier_text_is_kept(self, three_files: Path, index: Index, found: Found) -> None:
        """A file that was readable once still answers with what was read of it, and says so."""
        write(three_files / "a.txt", b"\x00\x01\x02" * 50)
        (problem,) = index().problems
        assert "kept" in problem.reason
        assert found("harbour") == {"a.txt"}

    def test_file_without_permission(
        self, three_files: Path, index: Index, found: Found, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A file that may not be read is listed with the system's reason; its text is kept."""
        write(three_files / "a.txt", "The lighthouse is dark.")

        def guarded(path: Path, max_bytes: int) -> FileBytes:
            if path.name == "a.txt":
                raise PermissionError(13, "Permission denied", str(path))
            return read_ordinary(path, max_bytes)

        monkeypatch.setattr(intake, "read_ordinary", guarded)
        (problem,) = index().problems
        assert (Path(problem.path).name, problem.state) == ("a.txt", FileState.FAILED)
        assert "Permission denied" in problem.reason
        assert found("harbour") == {"a.txt"}

    def test_file_too_large(
        self, cache_dir: Path, encoder: HashEncoder, library_dir: Path, folder: Path
    ) -> None:
        """A file above the limit is skipped, and the message names the setting."""
        write(folder / "small.txt", "The harbour opens in March.")
        write(folder / "large.txt", b"x" * 1_000_001)
        engine = Engine(
            Settings(cache_dir=cache_dir, max_file_mb=1), lambda: encoder, reader=DirectReader
        )
        (problem,) = engine.index(library_dir, folder).problems
        assert problem.path == str(folder / "large.txt")
        assert problem.state == FileState.SKIPPED
        assert "max_file_mb" in problem.reason

    def test_unreadable_subfolder_keeps_its_files(
        self, folder: Path, index: Index, found: Found, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What lies below a folder that cannot be listed is not taken for removed."""
        write(folder / "a.txt", "The harbour opens in March.")
        write(folder / "sub" / "deep" / "b.txt", "The bridge is closed.")
        index()
        with monkeypatch.context() as patch:
            _forbid(patch, folder / "sub")
            report = index()
        assert _counts(report) == {"unchanged": 1}
        assert [Path(problem.path).name for problem in report.problems] == ["sub"]
        assert found("bridge") == {"b.txt"}
        assert index().problems == ()

    def test_unreadable_subfolder_whose_name_is_not_unicode(
        self, folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Such a folder is a listed problem, not the end of the run."""
        write(folder / "a.txt", "The harbour opens in March.")
        odd = Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9"))
        odd.mkdir()
        _forbid(monkeypatch, odd)
        assert [Path(problem.path).name for problem in index().problems] == ["caf\\udce9"]

    def test_name_that_is_not_unicode(self, folder: Path, index: Index, found: Found) -> None:
        """A file whose name cannot be kept is listed so that it can be printed."""
        write(folder / "a.txt", "The harbour opens in March.")
        write(Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")), "The bridge.")
        (problem,) = index().problems
        assert Path(problem.path).name == "caf\\udce9.txt"
        assert "Unicode" in problem.reason
        assert found("harbour") == {"a.txt"}

    def test_names_of_every_script(self, folder: Path, index: Index, found: Found) -> None:
        """Names in any script, with spaces and quotes, are kept as they are."""
        names = {"Отчёт о базах.txt", "تقرير عن القواعد.txt", "it's “a” 100% name 🚢.txt"}
        for n, name in enumerate(sorted(names)):
            write(folder / name, f"The harbour opens on day {n}.")
        index()
        assert found("harbour") == names


class TestLinksAndLibraries:
    """What a folder holds besides documents."""

    def test_link_to_a_folder_is_not_followed(self, folder: Path, index: Index) -> None:
        """A link to a folder, even to its own parent, makes no loop and no second copy."""
        write(folder / "a.txt", "The harbour opens in March.")
        write(folder.parent / "elsewhere" / "b.txt", "The bridge is closed.")
        (folder / "loop").symlink_to(folder)
        (folder / "out").symlink_to(folder.parent / "elsewhere")
        report = index()
        assert _counts(report) == {"added": 1}
        assert {Path(problem.path).name for problem in report.problems} == {"loop", "out"}

    def test_library_inside_the_folder_is_left_out(
        self, engine: Engine, folder: Path, encoder: HashEncoder
    ) -> None:
        """A library kept among the documents never indexes itself."""
        write(folder / "a.txt", "The harbour opens in March.")
        library = folder / "kept here"
        engine.index(library, folder)
        write(library / "note.txt", "The bridge is closed.")
        report = engine.index(library, folder)
        assert _counts(report) == {"unchanged": 1}
        assert report.problems == ()
        assert encoder.n_passages == 1


class TestSeveralFolders:
    """One library for several folders."""

    def test_each_folder_keeps_its_own_files(
        self, engine: Engine, library_dir: Path, tmp_path: Path, found: Found
    ) -> None:
        """Indexing one folder forgets nothing of another, though paths in them are alike."""
        for name, word in (("one", "harbour"), ("two", "bridge")):
            write(tmp_path / name / "a.txt", f"The {word} is closed.")
            engine.index(library_dir, tmp_path / name)
        write(tmp_path / "two" / "a.txt", "The tunnel is closed.")
        assert _counts(engine.index(library_dir, tmp_path / "two")) == {"changed": 1}
        assert (found("harbour"), found("bridge"), found("tunnel")) == ({"a.txt"}, set(), {"a.txt"})
        status = _status(engine, library_dir)
        assert status.folders == (str(tmp_path / "one"), str(tmp_path / "two"))

    def test_same_file_in_two_folders_is_encoded_once(
        self, engine: Engine, library_dir: Path, tmp_path: Path, encoder: HashEncoder, found: Found
    ) -> None:
        """A document that two folders hold is shown from the other once one loses it."""
        for name in ("one", "two"):
            write(tmp_path / name / f"{name}.txt", "The harbour is closed.")
            write(tmp_path / name / "rest.txt", f"The rest of {name}.")
            engine.index(library_dir, tmp_path / name)
        assert encoder.n_passages == 3
        (tmp_path / "one" / "one.txt").unlink()
        engine.index(library_dir, tmp_path / "one")
        assert found("harbour") == {"two.txt"}

    def test_folder_within_a_folder(self, engine: Engine, library_dir: Path, folder: Path) -> None:
        """A file belongs to one folder: overlapping ones are refused, with what to do."""
        write(folder / "sub" / "a.txt", "The harbour is closed.")
        engine.index(library_dir, folder / "sub")
        with pytest.raises(FolderError, match="qa-app forget"):
            engine.index(library_dir, folder)
        assert engine.forget(library_dir, folder / "sub") == 1
        assert engine.index(library_dir, folder).n_added == 1

    def test_folder_that_is_forgotten(
        self, engine: Engine, library_dir: Path, folder: Path, found: Found
    ) -> None:
        """What the library held of it is gone, though the folder itself may be gone already."""
        write(folder / "a.txt", "The harbour is closed.")
        engine.index(library_dir, folder)
        (folder / "a.txt").unlink()
        folder.rmdir()
        assert engine.forget(library_dir, folder) == 1
        assert found("harbour") == set()
        with pytest.raises(FolderError, match="it has: none"):
            engine.forget(library_dir, folder)


class TestPlace:
    """A library is made where nothing else is."""

    def test_folder_with_other_files(self, engine: Engine, folder: Path, tmp_path: Path) -> None:
        """Files that are not ours are never replaced."""
        write(folder / "a.txt", "The harbour is closed.")
        mine = write(tmp_path / "taken" / "keywords" / "mine.txt", "mine")
        with pytest.raises(LibraryError, match="holds other files"):
            engine.index(tmp_path / "taken", folder)
        assert mine.read_text() == "mine"

    def test_folder_that_describes_itself(
        self, engine: Engine, folder: Path, tmp_path: Path
    ) -> None:
        """A README beside the library, as the sample corpus has one, is no hindrance."""
        write(folder / "a.txt", "The harbour is closed.")
        write(tmp_path / "place" / "README.md", "What the files are.")
        assert engine.index(tmp_path / "place", folder).n_added == 1


class TestCopies:
    """Files of the very same content."""

    def test_each_copy_is_a_source(self, engine: Engine, folder: Path, library_dir: Path) -> None:
        """The hit is shown once, and names every file that holds it."""
        for name in ("a.txt", "b.txt", "sub/c.txt"):
            write(folder / name, "The mayor said on Monday that the harbour will be closed.")
        engine.index(library_dir, folder)
        library = engine.open(library_dir)
        (hit,) = engine.ask(library, "What did the mayor say?").hits
        library.close()
        paths = [hit.source.path, *(source.path for source in hit.also_in)]
        assert paths == [str(folder / name) for name in ("a.txt", "b.txt", "sub/c.txt")]


class TestLongDocument:
    """A document that takes long is not begun from the start again."""

    def test_what_is_encoded_is_set_aside(
        self, engine: Engine, folder: Path, library_dir: Path, encoder: HashEncoder
    ) -> None:
        """The run after one that was cancelled encodes only the rest of the document."""
        write(folder / "long.txt", long_text("quarry", 600))
        report = _index_until(engine, library_dir, folder, lambda told: told.n_passages >= 320)
        assert (report.cancelled, report.n_added) == (True, 0)
        assert report.n_encoded >= 320
        again = engine.index(library_dir, folder)
        assert encoder.n_passages == report.n_encoded + again.n_encoded == 600
        assert engine.status(library_dir).n_passages == 600


class _FailingEncoder(HashEncoder):
    """Fails over a passage of the harbour."""

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        if any("harbour of chapter 39" in passage.text for passage in passages):
            raise RuntimeError("out of memory")
        return super().encode_passages(passages)


class TestRefusedAndBroken:
    """A run that may not write, or breaks, leaves the library as it was or better."""

    def test_failure_in_the_middle_leaves_what_was_kept(
        self, settings: Settings, library_dir: Path, folder: Path, found: Found
    ) -> None:
        """What was kept before a bug is found, and only the rest is left to do."""
        for word in ("harbour", "bridge"):
            write(folder / f"{word}.txt", long_text(word))
        with pytest.raises(RuntimeError, match="out of memory"):
            Engine(settings, _FailingEncoder, reader=DirectReader).index(library_dir, folder)
        assert found("bridge") == {"bridge.txt"}
        assert found("harbour") == set()
        report = Engine(settings, HashEncoder, reader=DirectReader).index(library_dir, folder)
        assert _counts(report) == {"added": 1, "unchanged": 1}
        # What the first slice had of the harbour is not encoded again.
        assert report.n_encoded == 16

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
    @pytest.mark.timeout(60)
    def test_killed_process_leaves_what_was_kept(
        self, engine: Engine, library_dir: Path, folder: Path, found: Found
    ) -> None:
        """A process that dies on the way loses what the encoder had, and holds no lock."""
        for word in ("harbour", "bridge"):
            write(folder / f"{word}.txt", long_text(word))

        def die(progress: Progress) -> None:
            if progress.n_files_done == 1 and progress.path:
                os._exit(9)

        if not (child := os.fork()):
            engine.index(library_dir, folder, on_progress=die)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        assert found("bridge") == {"bridge.txt"}
        report = engine.index(library_dir, folder)
        assert _counts(report) == {"added": 1, "unchanged": 1}
        # What the first slice had of the harbour is not encoded again.
        assert report.n_encoded == 16

    def test_failing_callback_frees_the_lock(
        self, engine: Engine, library_dir: Path, three_files: Path
    ) -> None:
        """Whatever ends a run, the next may write."""

        def fail(_progress: Progress) -> NoReturn:
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            engine.index(library_dir, three_files, on_progress=fail)
        assert _counts(engine.index(library_dir, three_files)) == {"unchanged": 3}

    def test_other_encoder(
        self, engine: Engine, settings: Settings, library_dir: Path, three_files: Path
    ) -> None:
        """A library made with another encoder is refused by both names, and left as it is."""
        before = _status(engine, library_dir)
        other = Engine(settings, lambda: HashEncoder("other-64"))
        with pytest.raises(LibraryMismatch, match=r"hash-64.*other-64"):
            other.index(library_dir, three_files)
        assert _status(engine, library_dir) == before

    def test_other_schema_version(
        self, engine: Engine, library_dir: Path, three_files: Path
    ) -> None:
        """A library of another schema version is refused, and not written."""
        with sqlite3.connect(library_dir / DATABASE_NAME) as connection:
            connection.execute("UPDATE meta SET value = '999' WHERE key = 'schema_version'")
        connection.close()
        with pytest.raises(LibraryMismatch, match="999"):
            engine.index(library_dir, three_files)
        with pytest.raises(LibraryMismatch, match="999"):
            engine.open(library_dir)

    def test_second_writer(self, engine: Engine, library_dir: Path, three_files: Path) -> None:
        """While one writes another is turned away, and may write once the first is done."""
        with (
            writer_lock(library_dir),
            pytest.raises(LibraryBusy, match=str(library_dir)),
        ):
            engine.index(library_dir, three_files)
        assert _counts(engine.index(library_dir, three_files)) == {"unchanged": 3}

    def test_library_path_is_a_file(self, engine: Engine, tmp_path: Path, folder: Path) -> None:
        """A library cannot be made where a file stands."""
        write(folder / "a.txt", "The harbour opens in March.")
        occupied = write(tmp_path / "occupied", "a file")
        with pytest.raises(LibraryError, match="occupied"):
            engine.index(occupied, folder)


class TestUpdate:
    """Bringing every folder of a library up to date."""

    def test_report_covers_every_folder(
        self, engine: Engine, library_dir: Path, tmp_path: Path
    ) -> None:
        """The counts of the folders are added up."""
        for name in ("one", "two"):
            write(tmp_path / name / "a.txt", f"The harbour of {name}.")
            engine.index(library_dir, tmp_path / name)
            write(tmp_path / name / "b.txt", f"The bridge of {name}.")
        assert _counts(engine.update(library_dir)) == {"added": 2, "unchanged": 2}

    def test_vanished_folder_hinders_no_other(
        self, engine: Engine, library_dir: Path, tmp_path: Path, found: Found
    ) -> None:
        """The other folders are brought up to date, and the report names the missing one."""
        for name in ("one", "two"):
            write(tmp_path / name / "a.txt", f"The harbour of {name}.")
            engine.index(library_dir, tmp_path / name)
        shutil.rmtree(tmp_path / "one")
        write(tmp_path / "two" / "b.txt", "The bridge is closed.")
        report = engine.update(library_dir)
        assert report.n_added == 1
        assert [problem.path for problem in report.problems] == [str(tmp_path / "one")]
        assert found("bridge") == {"b.txt"}
