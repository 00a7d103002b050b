"""Files are handed to other programs only where those show them."""

import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QUrl
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from qa_app.gui.opening import DOCUMENT_SUFFIXES, Opening, is_document, reveal_command
from qa_app.reading.registry import SUPPORTED_SUFFIXES


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that the desktop was asked to open."""
    paths: list[str] = []

    def open_url(url: QUrl) -> bool:
        paths.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return paths


@pytest.mark.parametrize("name", ["run.desktop", "run.sh", "run.exe", "run", "a.txt.bat", "a.lnk"])
def test_programs_are_refused(qtbot: QtBot, tmp_path: Path, opened: list[str], name: str) -> None:
    """What the desktop might run is not handed to it; a sentence says so."""
    path = tmp_path / name
    path.write_text("[Desktop Entry]\nExec=true\n")
    path.chmod(stat.S_IRWXU)
    parts = Opening()
    with qtbot.waitSignal(parts.problem_met) as said:
        parts.open_file(str(path))
    assert "may be programs" in said.args[0]
    assert not opened


def test_link_to_a_program_is_refused(tmp_path: Path) -> None:
    """A harmless name does not make a document of what it links to; neither is a folder one."""
    (tmp_path / "run.desktop").write_text("x")
    (tmp_path / "a.txt").symlink_to(tmp_path / "run.desktop")
    (tmp_path / "b.txt").mkdir()
    assert not is_document(str(tmp_path / "a.txt"))
    assert not is_document(str(tmp_path / "b.txt"))


def test_every_format_that_is_read_can_be_opened() -> None:
    """Whatever can be a hit can be opened."""
    assert SUPPORTED_SUFFIXES <= DOCUMENT_SUFFIXES


def test_document_is_opened(tmp_path: Path, opened: list[str]) -> None:
    """A document goes to its own program, whatever is in its name."""
    path = tmp_path / "bases #1 %20.HTML"
    path.write_text("x")
    Opening().open_file(str(path))
    assert opened == [str(path)]


def test_document_in_a_file_is_opened_as_that_file(tmp_path: Path, opened: list[str]) -> None:
    """Nobody but us could open a path that leads into an archive."""
    archive = tmp_path / "a.zip"
    archive.write_bytes(b"PK")
    Opening().open_file(f"{archive}/deep/run.sh")
    assert opened == [str(archive)]


def test_file_that_is_gone_is_a_message(qtbot: QtBot, opened: list[str]) -> None:
    """A path that leads nowhere is told in a sentence, by both actions."""
    parts = Opening()
    for action in (parts.open_file, parts.show_in_folder):
        with qtbot.waitSignal(parts.problem_met) as said:
            action("/nowhere/a.txt")
        assert "cannot be opened" in said.args[0]
    assert not opened


def test_paths_are_arguments_of_their_own() -> None:
    """No shell reads a path: it is one argument, blanks and quotes included."""
    assert reveal_command("/a b/'c'.txt", "darwin") == ["open", "-R", "/a b/'c'.txt"]
    assert reveal_command("C:/a b/c.txt", "win32") == [
        "explorer.exe",
        "/select,",
        "C:\\a b\\c.txt",
    ]
    assert reveal_command("/a", "linux") is None


def test_without_a_file_manager_the_folder_is_opened(
    tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody can show the file itself, its folder is shown."""
    path = tmp_path / "a.txt"
    path.write_text("x")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(QDBusConnection, "isConnected", lambda _self: False)
    Opening().show_in_folder(str(path))
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(QProcess, "startDetached", lambda *_: (False, 0))
    Opening().show_in_folder(str(path))
    assert opened == [str(tmp_path)] * 2
