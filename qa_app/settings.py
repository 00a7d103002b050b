"""What a person can choose. One frozen object, made at the entry point and passed down; no I/O."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from qa_app.errors import SettingsError

MAX_QUESTION_CHARS = 2_000


class Settings(Struct, frozen=True):
    """Settings of one run of the program.

    `model` names a sentence-transformers model: empty for the bundled all-MiniLM-L6-v2, else a
    local folder, or a name on the hub where `allow_network` is true. `n_hits` is how many hits an
    answer shows at most; `max_file_mb` is the size above which a file is skipped, and listed. With
    `watch` the window reads what is new or changed in its folders as soon as it is.

    Of a document `max_pages` are read at most, of a file that holds others `max_members`, and
    reading one may take `max_read_s` and `max_read_memory_mb`; what is left out is listed.
    """

    cache_dir: Path
    model: str = ""
    allow_network: bool = False
    n_hits: int = 10
    max_file_mb: int = 50
    max_pages: int = 5_000
    max_members: int = 10_000
    max_read_s: int = 60
    max_read_memory_mb: int = 2_048
    watch: bool = True


# What may be chosen, and what holds where nothing is.
_CHOICES = {n: value for n, value in asdict(Settings(Path())).items() if n != "cache_dir"}


def settings_from(values: Mapping[str, object], *, cache_dir: Path, origin: str) -> Settings:
    """Settings from the table of a settings file.

    Args:
        values: what the file says; a key left out keeps its default.
        cache_dir: where the program may keep what it can make again.
        origin: the file's path, for messages.

    Raises:
        SettingsError: a key is unknown or its value has the wrong type or range.
    """
    settings: dict[str, object] = {}
    for key, value in values.items():
        if key not in _CHOICES:
            known = ", ".join(sorted(_CHOICES))
            raise SettingsError(f"{origin}: unknown setting “{key}”; the settings are {known}.")
        wanted = type(_CHOICES[key])
        if type(value) is not wanted:
            raise SettingsError(f"{origin}: “{key}” must be of type {wanted.__name__}.")
        if isinstance(value, int) and not isinstance(value, bool) and value < 1:
            raise SettingsError(f"{origin}: “{key}” must be at least 1.")
        settings[key] = value
    return Settings(cache_dir=cache_dir, **settings)  # type: ignore[arg-type]  # checked above
