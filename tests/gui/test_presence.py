"""Two windows of one library are one."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from qa_app.gui.presence import Presence

CLAIM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from qa_app.gui.presence import Presence
app = QCoreApplication([])
presence = Presence(Path(sys.argv[1]))
print(presence.claim(sys.argv[2]), flush=True)
"""
CRASH = CLAIM + "\nimport os, time\napp.processEvents(); app.processEvents(); os._exit(9)\n"


def claimed_elsewhere(qtbot: QtBot, folder: Path, library: str) -> str:
    """What another process is told that claims a library, while this one goes on."""
    command = [sys.executable, "-c", CLAIM, str(folder), library]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as second:
        qtbot.waitUntil(lambda: second.poll() is not None)
        return second.communicate()[0].strip()


def test_second_process_calls_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    """Who claims a library that is open elsewhere is refused, and the window there is called."""
    presence = Presence(tmp_path)
    assert presence.claim("/some/library")
    with qtbot.waitSignal(presence.called):
        assert claimed_elsewhere(qtbot, tmp_path, "/some/library") == "False"
    presence.release()
    assert claimed_elsewhere(qtbot, tmp_path, "/some/library") == "True"


def test_another_library_is_another_window(tmp_path: Path) -> None:
    """A process may claim what nobody has open, and gives up what it had."""
    first, second = Presence(tmp_path), Presence(tmp_path)
    assert first.claim("/one")
    assert second.claim("/two")
    assert first.claim("/three")
    assert second.claim("/one")
    first.release()
    second.release()


def test_crash_leaves_nothing_in_the_way(qtbot: QtBot, tmp_path: Path) -> None:
    """After the owner was killed the library can be claimed, and its window called."""
    done = subprocess.run(
        [sys.executable, "-c", CRASH, str(tmp_path), "/lib"],
        stdout=subprocess.PIPE,
        check=False,
        text=True,
    )
    assert (done.stdout.strip(), done.returncode) == ("True", 9)
    presence = Presence(tmp_path)
    assert presence.claim("/lib")
    with qtbot.waitSignal(presence.called):
        assert claimed_elsewhere(qtbot, tmp_path, "/lib") == "False"
    presence.release()
