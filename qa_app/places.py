"""Where the program keeps things on this machine, and the settings it finds there."""

import hashlib
import re
import tomllib
from pathlib import Path

import platformdirs

from qa_app.errors import SettingsError
from qa_app.settings import Settings, settings_from

_APP = "qa-app"
_CHECKOUT = Path(__file__).resolve().parent.parent


def settings_file() -> Path:
    """Where a person writes their settings; it need not be there."""
    return platformdirs.user_config_path(_APP) / "settings.toml"


def default_library() -> Path:
    """The library that is meant where none is named."""
    return platformdirs.user_data_path(_APP) / "library"


def libraries_file() -> Path:
    """Where it is written down which libraries were indexed on this machine."""
    return platformdirs.user_state_path(_APP) / "libraries.json"


def library_for(folder: Path) -> Path:
    """The library that belongs to one folder, for those opened from the window."""
    resolved = folder.expanduser().resolve()
    name = re.sub(r"[^\w-]+", "-", resolved.name).strip("-") or "folder"
    digest = hashlib.sha256(str(resolved).encode("utf-8", "surrogateescape")).hexdigest()
    return platformdirs.user_data_path(_APP) / "libraries" / f"{name[:40]}-{digest[:8]}"


def file_on_disk(path: str) -> Path:
    """The file that a document's path leads to: itself, or the one that the document lies in.

    Where neither is there, the path as it is.
    """
    named = Path(path)
    places = (named, *named.parents)
    return next((place for place in places if place.is_file()), named)


def sample_corpus() -> tuple[Path, Path] | None:
    """(library, folder) of the sample corpus; None where the program was installed without it."""
    folder = _CHECKOUT / "seeds"
    return (_CHECKOUT / "index", folder) if folder.is_dir() else None


def load_settings() -> Settings:
    """The person's settings, or the defaults.

    Raises:
        SettingsError: the settings file is there and cannot be used.
    """
    path = settings_file()
    cache_dir = platformdirs.user_cache_path(_APP)
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        values = {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read ({error}); mend it or remove it.") from error
    return settings_from(values, cache_dir=cache_dir, origin=str(path))
