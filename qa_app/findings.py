"""What the doctor finds in a library."""

from enum import StrEnum

from msgspec import Struct


class Part(StrEnum):
    """What is looked at."""

    DISK = "disk"
    WRITER = "writer"
    DATABASE = "database"
    DOCUMENTS = "documents"
    INDEXES = "indexes"
    FOLDERS = "folders"
    NOTEBOOK = "notebook"
    LEFTOVERS = "leftovers"
    MODEL = "model"


class Health(StrEnum):
    """How it stands with it."""

    FINE = "fine"
    REPAIRED = "repaired"
    TROUBLE = "trouble"


class Finding(Struct, frozen=True):
    """One thing that was found, in a sentence; `done` is what was done about it, step by step."""

    part: Part
    health: Health
    says: str
    done: tuple[str, ...] = ()


class Diagnosis(Struct, frozen=True):
    """What was found in a library; one that was `cancelled` lacks what was not looked at."""

    library: str
    findings: tuple[Finding, ...]
    cancelled: bool = False

    @property
    def is_well(self) -> bool:
        """Whether no trouble is left."""
        return all(finding.health is not Health.TROUBLE for finding in self.findings)


def fine(part: Part, says: str) -> Finding:
    """Something is as it should be."""
    return Finding(part, Health.FINE, says)


def trouble(part: Part, says: str) -> Finding:
    """Something is not as it should be."""
    return Finding(part, Health.TROUBLE, says)
