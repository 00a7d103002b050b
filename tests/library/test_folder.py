"""What is seen in a folder."""

import os
from pathlib import Path

import pytest

from qa_app.errors import FolderError
from qa_app.library.excluding import Exclusion
from qa_app.library.folder import Scan, resolve_folder, scan_folder
from qa_app.model import FileState
from tests.library.conftest import write


def _scan(folder: Path) -> Scan:
    return scan_folder(folder, max_bytes=1_000, leave_out=folder / "library")


def _paths(folder: Path) -> list[str]:
    return [file.path for file in _scan(folder).files]


def test_files_come_in_order_with_slashes(folder: Path) -> None:
    """Files are listed by path, those of a folder before those below it, in any format we read."""
    for name in ("b.txt", "a.MD", "sub/c.html", "sub/deep/d.htm"):
        write(folder / name, "x")
    found = [(file.path, file.format) for file in _scan(folder).files]
    assert found == [
        ("a.MD", "markdown"),
        ("b.txt", "text"),
        ("sub/c.html", "html"),
        ("sub/deep/d.htm", "html"),
    ]


def test_size_and_time_are_the_files(folder: Path) -> None:
    """A found file carries what tells whether it changed."""
    path = write(folder / "a.txt", "12345")
    (file,) = _scan(folder).files
    assert (file.size_bytes, file.mtime_ns) == (5, path.stat().st_mtime_ns)


def test_hidden_entries_are_passed_over(folder: Path) -> None:
    """Names that begin with a dot are neither files nor problems."""
    write(folder / ".hidden.txt", "x")
    write(folder / ".git" / "a.txt", "x")
    assert _scan(folder) == Scan((), (), ())


@pytest.mark.parametrize("name", ["weir_files", "weir-Dateien", "weir.files"])
def test_parts_of_a_saved_page_are_passed_over(folder: Path, name: str) -> None:
    """What a browser puts beside a page that it saves is no document."""
    write(folder / "weir.html", "x")
    write(folder / name / "frame.html", "x")
    assert _scan(folder).problems == ()
    assert _paths(folder) == ["weir.html"]


def test_folder_that_only_looks_like_parts(folder: Path) -> None:
    """With no page of that name beside it, a folder is one like any other."""
    write(folder / "court_files" / "a.html", "x")
    write(folder / "weir.txt", "x")
    write(folder / "weir_files" / "b.html", "x")
    assert _paths(folder) == ["weir.txt", "court_files/a.html", "weir_files/b.html"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
@pytest.mark.timeout(10)
def test_pipe_is_passed_over(folder: Path) -> None:
    """A named pipe is not waited for, and listed."""
    os.mkfifo(folder / "pipe.txt")
    (problem,) = _scan(folder).problems
    assert (problem.path, problem.state) == ("pipe.txt", FileState.SKIPPED)
    assert "pipe" in problem.reason


def test_link_to_a_file_is_followed(folder: Path) -> None:
    """A link to a document is that document."""
    write(folder.parent / "elsewhere" / "a.txt", "12345")
    (folder / "link.txt").symlink_to(folder.parent / "elsewhere" / "a.txt")
    (file,) = _scan(folder).files
    assert (file.path, file.size_bytes) == ("link.txt", 5)


@pytest.mark.parametrize("target", ["gone.txt", "loop.txt"])
def test_link_to_nowhere_is_a_problem(folder: Path, target: str) -> None:
    """A link to nothing, or to itself, is listed with the reason."""
    (folder / "loop.txt").symlink_to(folder / target)
    (problem,) = _scan(folder).problems
    assert (problem.path, problem.state) == ("loop.txt", FileState.FAILED)
    assert problem.reason.startswith("cannot be read: ")


def test_link_to_a_folder_is_not_followed(folder: Path) -> None:
    """A linked folder's files are not seen, whatever its name ends in; the link is listed."""
    write(folder.parent / "elsewhere" / "a.txt", "x")
    (folder / "link.txt").symlink_to(folder.parent / "elsewhere")
    scan = _scan(folder)
    assert scan.files == ()
    assert [problem.path for problem in scan.problems] == ["link.txt"]
    assert "not followed" in scan.problems[0].reason


def test_folder_with_a_files_name(folder: Path) -> None:
    """A folder whose name ends like a document's is walked, not read."""
    write(folder / "notes.txt" / "a.txt", "x")
    assert _paths(folder) == ["notes.txt/a.txt"]


def test_left_out_folder(folder: Path) -> None:
    """The folder to leave out is not entered; one that begins alike is."""
    for name in ("library", "library2", "sub/library"):
        write(folder / name / "a.txt", "x")
    assert _paths(folder) == ["library2/a.txt", "sub/library/a.txt"]


def test_what_is_left_out_is_neither_entered_nor_listed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Left-out files are no problems, and left-out folders are not even looked into."""
    for name in ("a.txt", "a.jpg", "drafts/b.txt", "deep/drafts/c.txt", "deep/d.txt"):
        write(folder / name, "x")
    entered = _watch(monkeypatch)
    exclusion = Exclusion(("drafts/", "*.jpg"))
    scan = scan_folder(folder, max_bytes=9, leave_out=folder / "library", exclusion=exclusion)
    assert [file.path for file in scan.files] == ["a.txt", "deep/d.txt"]
    assert scan.problems == ()
    assert scan.n_left_out == 3
    assert [path for path in entered if "drafts" in path] == []


def _watch(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders whose entries are listed from now on."""
    scandir = os.scandir
    entered: list[str] = []

    def watched(path: str) -> object:
        entered.append(str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", watched)
    return entered


def test_a_left_out_link_is_not_listed(folder: Path) -> None:
    """A link to a folder is left out by its name."""
    (folder / "link").symlink_to(folder.parent)
    scan = scan_folder(
        folder, max_bytes=9, leave_out=folder / "library", exclusion=Exclusion(("link",))
    )
    assert scan.problems == ()


def test_sizes_of_what_is_skipped(folder: Path) -> None:
    """What is too large or of another format is listed with its size."""
    write(folder / "a.jpg", b"xyz")
    write(folder / "large.txt", b"x" * 1_001)
    assert _scan(folder).problem_bytes == {"a.jpg": 3, "large.txt": 1_001}


def test_limit_is_inclusive(folder: Path) -> None:
    """A file of exactly the limit is read, one byte more is skipped."""
    write(folder / "fits.txt", b"x" * 1_000)
    write(folder / "large.txt", b"x" * 1_001)
    scan = _scan(folder)
    assert [file.path for file in scan.files] == ["fits.txt"]
    assert [(p.path, p.state) for p in scan.problems] == [("large.txt", FileState.SKIPPED)]


def test_what_an_unreachable_folder_hides() -> None:
    """Only what lies below it, not what begins alike."""
    scan = Scan((), (), ("sub",))
    assert scan.hides("sub/a.txt")
    assert scan.hides("sub/deep/a.txt")
    assert not scan.hides("sub.txt")
    assert not scan.hides("subway/a.txt")


def test_resolved_folder_is_the_true_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Links, dots and the home sign all lead to one path."""
    link = folder.parent / "link"
    link.symlink_to(folder)
    monkeypatch.chdir(folder.parent)
    monkeypatch.setenv("HOME", str(folder.parent))
    spellings = (link, Path("documents"), folder / ".." / "documents", Path("~/documents"))
    assert {resolve_folder(path) for path in spellings} == {folder}


def test_folder_that_is_not_there(folder: Path) -> None:
    """The message names the path as it was resolved."""
    with pytest.raises(FolderError, match=str(folder / "gone")):
        resolve_folder(folder / "sub" / ".." / "gone")


def test_a_cancelled_walk_is_not_whole(tmp_path: Path) -> None:
    """It ends soon, and says that there may be more."""
    for n in range(300):
        (tmp_path / f"{n}.txt").write_text("text")
    scan = scan_folder(
        tmp_path, max_bytes=9, leave_out=tmp_path / "library", cancelled=lambda: True
    )
    assert 0 < len(scan.files) < 300
    assert not scan.is_whole
