"""What every test stands on: no network, no model unless asked for, a home of its own."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from qa_app.engine import Engine
from qa_app.library.library import Library
from qa_app.reading.limits import limits_of
from qa_app.settings import Settings
from tests.fakes import DirectReader, HashEncoder

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("QA_APP_SHARED") or REPOSITORY.parent / "shared")
_NETWORK_EVENTS = frozenset(
    {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"}
)


def _refuse_network(event: str, args: tuple[object, ...]) -> None:
    if event in _NETWORK_EVENTS and not (args and _is_local(args[0])):
        raise AssertionError(f"a test reached for the network: {event} {args[1:]}")


def _is_local(thing: object) -> bool:
    return isinstance(thing, socket.socket) and thing.family == socket.AF_UNIX


sys.addaudithook(_refuse_network)

# How long an example takes says more of the machine than of the program. A commit passes or fails
# whoever asks; `pytest --hypothesis-profile=searching` looks for examples that nobody has seen.
hypothesis_settings.register_profile("searching", deadline=None)
hypothesis_settings.register_profile("the same each time", deadline=None, derandomize=True)
hypothesis_settings.load_profile("the same each time")


@pytest.fixture(autouse=True)
def _own_home(
    tmp_path_factory: pytest.TempPathFactory, cache_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No test reads or writes the settings, libraries or caches of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_dir.parent))


@pytest.fixture(scope="session")
def cache_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for the whole run: the model is exported and the token table written once."""
    return tmp_path_factory.mktemp("cache") / "qa-app"


@pytest.fixture
def settings(cache_dir: Path) -> Settings:
    """The default settings."""
    return Settings(cache_dir=cache_dir)


@pytest.fixture
def encoder() -> HashEncoder:
    """An encoder that needs no model."""
    return HashEncoder()


@pytest.fixture
def engine(settings: Settings, encoder: HashEncoder) -> Engine:
    """An engine that needs no model and starts no process."""
    limits = limits_of(settings)
    return Engine(settings, lambda: encoder, reader=lambda: DirectReader(limits))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for documents."""
    path = tmp_path / "documents"
    path.mkdir()
    return path


@pytest.fixture
def library_dir(tmp_path: Path) -> Path:
    """Where a test's library will be made."""
    return tmp_path / "library"


@pytest.fixture
def opened(engine: Engine, library_dir: Path) -> Iterator[Callable[[], Library]]:
    """Opens the test's library, and closes what was opened."""
    libraries: list[Library] = []

    def open_it() -> Library:
        libraries.append(engine.open(library_dir))
        return libraries[-1]

    yield open_it
    for library in libraries:
        library.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip(f"the development data is not at {SHARED} (QA_APP_SHARED names another place)")
    return SHARED
