"""What a person chose for an export, remembered from one to the next."""

from enum import StrEnum
from pathlib import Path, PurePath
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace
from PySide6.QtCore import QSettings, QStandardPaths

_GROUP = "export"
_FIRST_NAME = "quotes"
# What the formats of `citing.export.registry` are called there, and how their files' names end.
SUFFIXES = {
    "docx": ".docx",
    "pdf": ".pdf",
    "html": ".html",
    "markdown": ".md",
    "csv": ".csv",
    "json": ".json",
    "bibtex": ".bib",
    "ris": ".ris",
    "csl-json": ".csl.json",
    "jsonld": ".jsonld",
}
OWN_STYLE = "own"
# What `citing.styles` calls them; the empty one is a line that says all that is known.
STYLES = (
    *("", "plain", "apa", "mla", "chicago-notes", "chicago-author-date", "ieee", "vancouver"),
    OWN_STYLE,
)


class What(StrEnum):
    """What is exported; the value is what is remembered."""

    SNIPPETS = "snippets"
    GROUP = "group"
    QUESTION = "question"
    EVERYTHING = "everything"


class ExportChoices(Struct, frozen=True):
    """How to export. `style_file` is the person's own style, where `style` is `OWN_STYLE`."""

    what: What = What.SNIPPETS
    group: str = ""
    format: str = "docx"
    style: str = ""
    style_file: str = ""
    source_first: bool = False
    with_notes: bool = True
    file: str = ""


class Offer(Struct, frozen=True):
    """What there is to export: so many snippets by group, hits of a question, saved questions."""

    groups: dict[str, int]
    question: str = ""
    n_hits: int = 0
    n_saved: int = 0

    @property
    def n_snippets(self) -> int:
        """How many snippets there are."""
        return sum(self.groups.values())

    def has(self, what: What) -> bool:
        """Whether there is anything of that kind."""
        return {
            What.SNIPPETS: self.n_snippets > 0,
            What.GROUP: any(self.groups),
            What.QUESTION: self.n_hits > 0,
            What.EVERYTHING: self.n_snippets + self.n_saved > 0,
        }[what]


def remembered(settings: QSettings) -> ExportChoices:
    """The choices of the last export; what is no choice any more is as at first."""
    first = ExportChoices(file=str(_home() / f"{_FIRST_NAME}{SUFFIXES['docx']}"))
    said: dict[str, Any] = {
        name: settings.value(f"{_GROUP}/{name}", value, bool if isinstance(value, bool) else str)
        for name, value in asdict(first).items()
    }
    kept = {name: value for name, value in said.items() if _is_choice(name, value)}
    choices = replace(first, **kept)
    return replace(choices, what=What(choices.what))


def remember(settings: QSettings, choices: ExportChoices) -> None:
    """Keep choices for the next export."""
    for name, value in asdict(choices).items():
        settings.setValue(f"{_GROUP}/{name}", value if isinstance(value, bool) else str(value))


def format_of(file: str) -> str:
    """The format that a file's name promises; empty where it promises none."""
    name = PurePath(file).name.lower()
    found = [known for known, suffix in SUFFIXES.items() if name.endswith(suffix)]
    return max(found, key=lambda known: len(SUFFIXES[known]), default="")


def renamed(file: str, format_name: str) -> str:
    """The file's name with the end that a format's files have."""
    before = SUFFIXES.get(format_of(file), "")
    stem = file[: len(file) - len(before)] if before else file
    return stem + SUFFIXES[format_name]


def _is_choice(name: str, value: object) -> bool:
    known = {"what": tuple(What), "format": tuple(SUFFIXES), "style": STYLES}
    return name not in known or value in known[name]


def _home() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = QStandardPaths.writableLocation(place)
    return Path(found) if found and Path(found).is_dir() else Path.home()
