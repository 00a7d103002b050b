"""Files such as .gitignore are heeded."""

from pathlib import Path

import pytest

from qa_app.library.excluding import Exclusion
from qa_app.library.folder import scan_folder
from tests.library.conftest import write


def _seen(folder: Path, patterns: tuple[str, ...] = ()) -> list[str]:
    scan = scan_folder(
        folder, max_bytes=1_000, leave_out=folder / "library", exclusion=Exclusion(patterns)
    )
    return [file.path for file in scan.files]


@pytest.fixture
def papers(folder: Path) -> Path:
    """A folder with two others in it."""
    for name in ("a.txt", "b.md", "drafts/a.txt", "drafts/old/a.txt", "news/a.txt", "news/b.md"):
        write(folder / name, "x")
    return folder


@pytest.mark.parametrize(
    ("files", "seen"),
    [
        ({".gitignore": "*.txt\n"}, ["b.md", "news/b.md"]),
        ({".ignore": "drafts/\n*.md\n"}, ["a.txt", "news/a.txt"]),
        ({".qaignore": "/a.txt\n"}, [
            "b.md", "drafts/a.txt", "drafts/old/a.txt", "news/a.txt", "news/b.md",
        ]),
        ({"news/.gitignore": "/a.txt\n"}, [
            "a.txt", "b.md", "drafts/a.txt", "drafts/old/a.txt", "news/b.md",
        ]),
        ({".gitignore": "*.txt\n", "news/.gitignore": "!a.txt\n"}, [
            "b.md", "news/a.txt", "news/b.md",
        ]),
        ({".gitignore": "*.txt\n", ".qaignore": "!/a.txt\n"}, ["a.txt", "b.md", "news/b.md"]),
        ({".gitignore": "drafts/*\n!drafts/old/\n"}, [
            "a.txt", "b.md", "drafts/old/a.txt", "news/a.txt", "news/b.md",
        ]),
        ({"drafts/.gitignore": "*\n"}, ["a.txt", "b.md", "news/a.txt", "news/b.md"]),
        ({".gitignore": "# *.txt\n\n!!!\n[\n*.md  \n"}, [
            "a.txt", "drafts/a.txt", "drafts/old/a.txt", "news/a.txt",
        ]),
    ],
)  # fmt: skip
def test_what_such_a_file_says_is_left_out(
    papers: Path, files: dict[str, str], seen: list[str]
) -> None:
    """It counts for its folder and those below; what is nearer counts more."""
    for name, lines in files.items():
        (papers / name).write_text(lines, encoding="utf-8")
    assert _seen(papers) == seen


def test_the_person_s_patterns_count_most(papers: Path) -> None:
    """They leave out what no such file does, and bring back what one does."""
    (papers / ".gitignore").write_text("*.txt\n", encoding="utf-8")
    assert _seen(papers, ("!news/a.txt", "*.md")) == ["news/a.txt"]


@pytest.mark.parametrize("lines", [b"\xff\xfe*.\x00txt\x00", b"*.txt\n" * 200_000])
def test_what_is_no_such_file_leaves_out_nothing(papers: Path, lines: bytes) -> None:
    """Noise and what is far too long for one are passed over."""
    everything = _seen(papers)
    (papers / ".gitignore").write_bytes(lines)
    assert _seen(papers) == everything


def test_a_folder_of_that_name_is_no_such_file(papers: Path) -> None:
    """It is passed over as hidden folders are."""
    everything = _seen(papers)
    (papers / ".gitignore").mkdir()
    assert _seen(papers) == everything
