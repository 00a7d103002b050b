"""The libraries that were open before, as the settings remember them."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QSettings

_KEY = "recent_libraries"
N_KEPT = 20


class RecentLibrary(Struct, frozen=True):
    """A library's directory and what it held when it was open last, at `opened_at` (ISO 8601)."""

    library: str
    folders: tuple[str, ...] = ()
    n_documents: int = 0
    opened_at: str = ""


class RecentLibraries:
    """At most 20, the one opened last first."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def all(self) -> tuple[RecentLibrary, ...]:
        """Every library remembered."""
        # Another window's process writes there too.
        self._settings.sync()
        kept = str(self._settings.value(_KEY, "", str))
        try:
            return msgspec.json.decode(kept, type=tuple[RecentLibrary, ...]) if kept else ()
        except msgspec.DecodeError:
            # Settings that another version wrote, or a hand; the list will fill again.
            return ()

    def note(self, opened: RecentLibrary) -> None:
        """Put a library first."""
        others = [known for known in self.all() if known.library != opened.library]
        self._keep([opened, *others])

    def refresh(self, known: RecentLibrary) -> None:
        """Remember what a library holds now; its place and when it was opened stay."""
        kept = [
            replace(known, opened_at=old.opened_at) if old.library == known.library else old
            for old in self.all()
        ]
        self._keep(kept)

    def forget(self, libraries: Sequence[str]) -> None:
        """Take libraries off the list; on disk they stay."""
        self._keep([known for known in self.all() if known.library not in libraries])

    def _keep(self, libraries: Sequence[RecentLibrary]) -> None:
        kept = msgspec.json.encode(list(libraries[:N_KEPT])).decode()
        self._settings.setValue(_KEY, kept)
        self._settings.sync()
