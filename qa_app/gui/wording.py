"""How values read to a person: plain text, never markup."""

from pathlib import Path, PurePath

from PySide6.QtCore import QCoreApplication

from qa_app.explaining.dates import date_words
from qa_app.explaining.shares import Contribution
from qa_app.explaining.verdict import said_by
from qa_app.model import FileProblem, FileState, Hit, LibraryStatus, Progress, Source

SEPARATOR = " · "
_MINUTE_S = 60
_HOUR_S = 3600


def tr(text: str) -> str:
    """`text` in the person's language."""
    return QCoreApplication.translate("Wording", text)


def title_of(source: Source) -> str:
    """The document's title, or its file's name where it has none."""
    return source.metadata.title or PurePath(source.path).name


def path_words(path: str) -> str:
    """A path as people write it, `~` for their own folder."""
    home = Path.home()
    shown = PurePath(path)
    return f"~/{shown.relative_to(home)}" if shown.is_relative_to(home) else path


def place_words(source: Source) -> str:
    """Publisher, date and paragraph: what follows the title in a source line."""
    facts = (source.metadata.publisher, date_words(source.metadata.date), f"¶ {source.paragraph}")
    return SEPARATOR.join(fact for fact in facts if fact)


def source_line(source: Source) -> str:
    """Title, publisher, date and paragraph on one line."""
    return title_of(source) + SEPARATOR + place_words(source)


def agreement(hit: Hit) -> str:
    """Who else says it, with the number of sources that agree; empty where nobody does."""
    if not hit.also_in:
        return ""
    names = dict.fromkeys(s.metadata.publisher or title_of(s) for s in hit.also_in)
    n_sources = len({hit.source.document_id, *(s.document_id for s in hit.also_in)})
    also = tr("also in: {names}").format(names=", ".join(names))
    if n_sources == 1:
        return also
    return tr("{n} sources agree").format(n=n_sources) + SEPARATOR + also


def quotation(hit: Hit) -> str:
    """A passage with its source line, fit for a plain-text clipboard."""
    return f"{hit.text}\n— {source_line(hit.source)}"


def row_words(hit: Hit, n_hits: int, *, related: bool) -> str:
    """A hit as it is read aloud."""
    kind = tr("Related passage") if related else tr("Hit")
    words = tr("{kind} {rank} of {n}: {text}, source {source}").format(
        kind=kind, rank=hit.rank, n=n_hits, text=hit.text, source=source_line(hit.source)
    )
    said = said_by(hit.attribution) if hit.attribution is not None else ""
    return ", ".join(part for part in (words, said, agreement(hit)) if part)


def share_words(contribution: Contribution) -> str:
    """What a score adds to a hit, as it is read aloud."""
    adds = contribution.share >= 0
    words = tr("{label} adds {share:.2f}") if adds else tr("{label} takes away {share:.2f}")
    said = words.format(label=contribution.label, share=abs(contribution.share))
    return f"{said}, {contribution.measured}" if contribution.measured else said


def duration_words(took_ms: float) -> str:
    """A duration in the unit that suits it."""
    return f"{took_ms / 1000:.1f} s" if took_ms >= 1000 else f"{took_ms:.0f} ms"


def count(n: int, one: str, many: str) -> str:
    """`n` with the noun that fits it; both nouns are already in the person's language."""
    return f"{n:,} {one if n == 1 else many}"


def holdings(status: LibraryStatus) -> str:
    """How much a library holds."""
    documents = count(status.n_documents, tr("document"), tr("documents"))
    return f"{documents}, {count(status.n_passages, tr('passage'), tr('passages'))}"


def progress_words(progress: Progress) -> str:
    """How far an indexing run is."""
    parts = [
        tr("{done:,} of {all:,} files").format(done=progress.n_files_done, all=progress.n_files)
    ]
    if progress.rate >= 1:
        parts.append(tr("{rate:,.0f} passages/s").format(rate=progress.rate))
    if progress.left_s is not None:
        parts.append(_left_words(progress.left_s))
    return SEPARATOR.join(parts)


def problem_words(problems: tuple[FileProblem, ...]) -> str:
    """How many files are missing from the library, or not wholly in it."""
    n_failed = sum(p.state is FileState.FAILED for p in problems)
    n_skipped = sum(p.state is FileState.SKIPPED for p in problems)
    n_lacking = len(problems) - n_failed - n_skipped
    parts = []
    if n_failed:
        parts.append(count(n_failed, tr("file could not be read"), tr("files could not be read")))
    if n_skipped:
        parts.append(count(n_skipped, tr("file was skipped"), tr("files were skipped")))
    if n_lacking:
        parts.append(count(n_lacking, tr("file lacks statements"), tr("files lack statements")))
    return ", ".join(parts)


def _left_words(left_s: float) -> str:
    if left_s >= _HOUR_S:
        return tr("about {n:.0f} h left").format(n=left_s / _HOUR_S)
    if left_s >= _MINUTE_S:
        return tr("about {n:.0f} min left").format(n=left_s / _MINUTE_S)
    return tr("about {n:.0f} s left").format(n=max(1, left_s))
