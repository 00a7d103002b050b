"""A window on a fake engine: a real child process that speaks the real protocol."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_app.gui.languages import speak
from qa_app.gui.main_window import MainWindow
from qa_app.gui.tasks import EngineClient

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FAKE_SERVICE = Path(__file__).with_name("fake_service.py")
ROOT = Path(__file__).parents[2]

OpenWindow = Callable[..., MainWindow]
MakeClient = Callable[..., EngineClient]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform cannot tell a window manager sizes, and says so at every dialog."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Settings that nobody else has."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def make_client(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeClient]:
    """Makes clients of fake engines, and ends the engines."""
    del qtbot
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    clients: list[EngineClient] = []

    def make(*arguments: str) -> EngineClient:
        client = EngineClient([sys.executable, str(FAKE_SERVICE), *arguments])
        clients.append(client)
        return client

    yield make
    for client in clients:
        client.close()
        assert not client.is_running()


@pytest.fixture
def open_window(qtbot: QtBot, make_client: MakeClient, settings: QSettings) -> OpenWindow:
    """Opens windows on a library, by default one that holds something and is up to date."""

    def open_it(*arguments: str, library: str = "/full", folder: str = "") -> MainWindow:
        window = MainWindow(
            client=make_client(*arguments), settings=settings, library_for=lambda f: f"/of{f}"
        )
        qtbot.addWidget(window)
        window.resize(1000, 700)
        window.show()
        qtbot.waitUntil(window.isActiveWindow)
        window.open(library, folder, is_sample=True)
        return window

    return open_it


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow) -> MainWindow:
    """A window on three documents, up to date."""
    opened = open_window()
    qtbot.waitUntil(lambda: ", up to date" in opened.status_line.state.whole_text())
    return opened


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """German from now on, until the test has ended."""
    before = qapp.findChildren(QTranslator)
    speak("de", qapp)
    yield
    QLocale.setDefault(QLocale.c())
    for translator in qapp.findChildren(QTranslator):
        if translator not in before:
            qapp.removeTranslator(translator)
            translator.deleteLater()
