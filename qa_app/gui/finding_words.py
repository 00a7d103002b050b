"""Everything the window says of what a check of the library has found."""

from collections import Counter

from qa_app.findings import Diagnosis, Finding, Health, Part
from qa_app.gui.engine_words import in_own_words
from qa_app.gui.wording import count, tr


def part_words(part: Part) -> str:
    """What was looked at, in a word or two."""
    return {
        Part.DISK: tr("Disk"),
        Part.WRITER: tr("Other programs"),
        Part.DATABASE: tr("Database"),
        Part.DOCUMENTS: tr("Documents"),
        Part.INDEXES: tr("Indexes"),
        Part.FOLDERS: tr("Folders"),
        Part.NOTEBOOK: tr("Snippets and questions"),
        Part.LEFTOVERS: tr("Leftovers"),
        Part.MODEL: tr("Model"),
    }[part]


def health_words(health: Health) -> str:
    """How it stands with a part, in a word."""
    return {
        Health.FINE: tr("fine"),
        Health.REPAIRED: tr("repaired"),
        Health.TROUBLE: tr("trouble"),
    }[health]


def health_mark(health: Health) -> str:
    """How it stands with a part, in a sign that needs no colour."""
    return {Health.FINE: "✓", Health.REPAIRED: "↻", Health.TROUBLE: "✕"}[health]


def finding_words(finding: Finding) -> str:
    """What was found, and what was done about it."""
    return "; ".join(in_own_words(said) for said in (finding.says, *finding.done))


def finding_text(finding: Finding) -> str:
    """A finding as a line of plain text."""
    head = f"{part_words(finding.part)} ({health_words(finding.health)})"
    return f"{head}: {finding_words(finding)}"


def diagnosis_text(diagnosis: Diagnosis) -> str:
    """All that was found, as plain text."""
    found = (finding_text(finding) for finding in diagnosis.findings)
    return "\n".join((diagnosis_summary(diagnosis), diagnosis.library, "", *found))


def diagnosis_summary(diagnosis: Diagnosis) -> str:
    """How it stands with the library, in a sentence."""
    if diagnosis.cancelled:
        return tr("Stopped before the end; what was not looked at is not listed.")
    healths = Counter(finding.health for finding in diagnosis.findings)
    said = []
    if n_repaired := healths[Health.REPAIRED]:
        said.append(count(n_repaired, tr("thing was repaired"), tr("things were repaired")))
    if n_troubled := healths[Health.TROUBLE]:
        said.append(count(n_troubled, tr("thing is in trouble"), tr("things are in trouble")))
    return ", ".join(said) or tr("Everything is fine.")
