"""The libraries that were open before."""

import subprocess
import sys

from PySide6.QtCore import QSettings

from qa_app.gui.recent_libraries import N_KEPT, RecentLibraries, RecentLibrary


def test_the_last_one_is_first(settings: QSettings) -> None:
    """A library opened again goes to the top and stands there once."""
    recent = RecentLibraries(settings)
    for name in ("/a", "/b", "/a"):
        recent.note(RecentLibrary(name))
    assert [known.library for known in recent.all()] == ["/a", "/b"]


def test_two_windows_lose_nothing_of_each_other_s(settings: QSettings) -> None:
    """What another process wrote meanwhile is kept."""
    recent = RecentLibraries(settings)
    recent.note(RecentLibrary("/a"))
    script = (
        "import sys; from PySide6.QtCore import QSettings;"
        "from qa_app.gui.recent_libraries import RecentLibraries, RecentLibrary;"
        "settings = QSettings(sys.argv[1], QSettings.Format.IniFormat);"
        "RecentLibraries(settings).note(RecentLibrary('/b'))"
    )
    subprocess.run([sys.executable, "-c", script, settings.fileName()], check=True)
    recent.note(RecentLibrary("/c"))
    assert [known.library for known in recent.all()] == ["/c", "/b", "/a"]


def test_no_more_than_twenty_are_kept(settings: QSettings) -> None:
    """The oldest goes."""
    recent = RecentLibraries(settings)
    for n in range(N_KEPT + 3):
        recent.note(RecentLibrary(f"/{n}"))
    assert len(recent.all()) == N_KEPT
    assert recent.all()[-1].library == "/3"


def test_refreshing_keeps_place_and_time(settings: QSettings) -> None:
    """What it holds now is remembered; when it was opened stays."""
    recent = RecentLibraries(settings)
    recent.note(RecentLibrary("/a", opened_at="2026-01-01T10:00:00+01:00"))
    recent.note(RecentLibrary("/b"))
    recent.refresh(RecentLibrary("/a", ("/f",), 7, "2026-02-01T10:00:00+01:00"))
    known = recent.all()[1]
    assert (known.folders, known.n_documents) == (("/f",), 7)
    assert known.opened_at == "2026-01-01T10:00:00+01:00"


def test_settings_of_another_version_are_no_error(settings: QSettings) -> None:
    """What cannot be read is an empty list."""
    settings.setValue("recent_libraries", '[{"library": 3}]')
    assert RecentLibraries(settings).all() == ()


def test_forgotten_ones_are_gone(settings: QSettings) -> None:
    """Others stay."""
    recent = RecentLibraries(settings)
    for name in ("/a", "/b", "/c"):
        recent.note(RecentLibrary(name))
    recent.forget(("/b",))
    assert [known.library for known in recent.all()] == ["/c", "/a"]
