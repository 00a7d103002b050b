"""How values read to a person: plain text, never markup."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePath

from PySide6.QtCore import QCoreApplication, QLocale

from qa_app.explaining.dates import date_words
from qa_app.explaining.names import file_name, isolated, shown_name, shown_path
from qa_app.explaining.quoting import heading_mark, place_mark
from qa_app.explaining.shares import Contribution
from qa_app.explaining.verdict import said_by
from qa_app.model import (
    FileProblem,
    FileState,
    HighlightKind,
    Hit,
    LibraryStatus,
    Progress,
    Snippet,
    SnippetState,
    Source,
)

SEPARATOR = " · "
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,](?=\d)")
_MINUTE_S = 60
_HOUR_S = 3600
_KILO = 1000


def tr(text: str) -> str:
    """`text` in the person's language."""
    return QCoreApplication.translate("Wording", text)


def explained(text: str) -> str:
    """A text of `explaining` in the person's language: a `Translate`."""
    return QCoreApplication.translate("Explaining", text)


class Number:
    """A number that texts show with the separators of the person's language."""

    __slots__ = ("_value",)

    def __init__(self, value: float) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        """As the number itself, but for the separators."""
        return in_figures(format(self._value, spec))


def in_figures(text: str) -> str:
    """A text of figures with the separators of the person's language."""
    locale = QLocale()
    own = {",": locale.groupSeparator(), ".": locale.decimalPoint()}
    return _BETWEEN_DIGITS.sub(lambda found: own[found[0]], text)


def title_of(source: Source) -> str:
    """The document's title, or its file's name where it has none."""
    return shown_name(source.metadata.title) or file_name(source.path)


def path_words(path: str) -> str:
    """A path as people write it, `~` for their own folder."""
    home = Path.home()
    shown = PurePath(path)
    own = shown.is_relative_to(home)
    return shown_path(f"~/{shown.relative_to(home)}" if own else path)


def folder_names(folders: Iterable[str]) -> str:
    """Folders by their last names."""
    return ", ".join(file_name(folder) or folder for folder in folders if folder)


def place_words(source: Source) -> str:
    """Publisher, date, page or heading and paragraph: what follows the title in a source line."""
    facts = (
        isolated(shown_name(source.metadata.publisher)),
        isolated(shown_name(date_words(source.metadata.date, explained))),
        isolated(heading_mark(source.heading, source.page)),
        place_mark(source.paragraph, source.page, explained),
    )
    return SEPARATOR.join(fact for fact in facts if fact)


def source_line(source: Source) -> str:
    """Title, publisher, date and place on one line."""
    return isolated(title_of(source)) + SEPARATOR + place_words(source)


def agreement(hit: Hit) -> str:
    """Who else says it, with the number of sources that agree; empty where nobody does."""
    parts = (agreement_badge(hit), agreeing_names(hit))
    return SEPARATOR.join(part for part in parts if part)


def agreement_badge(hit: Hit) -> str:
    """How many sources agree; empty where there is one."""
    n_sources = len({hit.source.document_id, *(s.document_id for s in hit.also_in)})
    return tr("{n} sources agree").format(n=n_sources) if n_sources > 1 else ""


def agreeing_names(hit: Hit) -> str:
    """The names of the other sources that say it; empty where there are none."""
    known = (shown_name(s.metadata.publisher) or title_of(s) for s in hit.also_in)
    names = dict.fromkeys(map(isolated, known))
    return tr("also in: {names}").format(names=", ".join(names)) if names else ""


def row_words(hit: Hit, n_hits: int, *, related: bool) -> str:
    """A hit as it is read aloud."""
    kind = tr("Related passage") if related else tr("Hit")
    words = tr("{kind} {rank} of {n}: {text}, source {source}").format(
        kind=kind, rank=hit.rank, n=n_hits, text=hit.text, source=source_line(hit.source)
    )
    said = said_by(hit.attribution, explained) if hit.attribution is not None else ""
    return ", ".join(part for part in (words, said, agreement(hit)) if part)


def marks_words(hit: Hit) -> str:
    """What is marked in a hit, as it is read aloud; empty where nothing is."""
    names = {
        HighlightKind.ANSWER: tr("answer: {words}"),
        HighlightKind.SPEAKER: tr("speaker: {words}"),
        HighlightKind.TERM: tr("words of the question: {words}"),
    }
    said = []
    for kind, name in names.items():
        marked = [hit.text[h.start : h.end] for h in hit.highlights if h.kind is kind]
        if marked:
            said.append(name.format(words=", ".join(dict.fromkeys(marked))))
    return "; ".join(said)


def snippet_source_line(snippet: Snippet) -> str:
    """Where a snippet stands, and how its source answered what."""
    place = (snippet.shown_paragraph, snippet.shown_page)
    source = Source(0, snippet.path, snippet.metadata, snippet.span, *place)
    asked = tr("on “{question}”").format(question=snippet.question) if snippet.question else ""
    return SEPARATOR.join(part for part in (source_line(source), asked) if part)


def snippet_remarks(snippet: Snippet) -> str:
    """A snippet's note and tags on one line; empty where it has neither."""
    tags = " ".join(f"#{tag}" for tag in snippet.tags)
    return SEPARATOR.join(part for part in (snippet.note, tags) if part)


def snippet_words(snippet: Snippet, number: int, n_snippets: int) -> str:
    """A snippet as it is read aloud."""
    words = tr("Snippet {n} of {all}: {quote}, source {source}").format(
        n=number, all=n_snippets, quote=snippet.quote, source=snippet_source_line(snippet)
    )
    states = {
        SnippetState.VERBATIM: "",
        SnippetState.CHANGED: tr("source changed"),
        SnippetState.MISSING: tr("source gone"),
    }
    parts = (words, snippet.group, snippet_remarks(snippet), states[snippet.state])
    return ", ".join(part for part in parts if part)


def share_words(contribution: Contribution) -> str:
    """What a score adds to a hit, as it is read aloud."""
    adds = contribution.share >= 0
    words = tr("{label} adds {share:.2f}") if adds else tr("{label} takes away {share:.2f}")
    said = words.format(label=contribution.label, share=Number(abs(contribution.share)))
    return ", ".join(part for part in (said, in_figures(contribution.measured(explained))) if part)


def duration_words(took_ms: float) -> str:
    """A duration in the unit that suits it."""
    return f"{Number(took_ms / 1000):.1f} s" if took_ms >= 1000 else f"{took_ms:.0f} ms"


def count(n: int, one: str, many: str) -> str:
    """`n` with the noun that fits it; both nouns are already in the person's language."""
    return f"{Number(n):,} {one if n == 1 else many}"


def holdings(status: LibraryStatus) -> str:
    """How much a library holds."""
    documents = count(status.n_documents, tr("document"), tr("documents"))
    return f"{documents}, {count(status.n_passages, tr('passage'), tr('passages'))}"


def progress_words(progress: Progress) -> str:
    """How far an indexing run is."""
    parts = [
        tr("{done:,} of {all:,} files").format(
            done=Number(progress.n_files_done), all=Number(progress.n_files)
        )
    ]
    if progress.rate >= 1:
        parts.append(tr("{rate:,.0f} passages/s").format(rate=Number(progress.rate)))
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
        parts.append(count(n_lacking, tr("file was read in part"), tr("files were read in part")))
    return ", ".join(parts)


def few_problem_words(problems: tuple[FileProblem, ...]) -> str:
    """The same in few words."""
    n = len(problems)
    return count(n, tr("file read in part"), tr("files read in part")) if n else ""


def _left_words(left_s: float) -> str:
    if left_s >= _HOUR_S:
        return tr("about {n:.0f} h left").format(n=left_s / _HOUR_S)
    if left_s >= _MINUTE_S:
        return tr("about {n:.0f} min left").format(n=left_s / _MINUTE_S)
    return tr("about {n:.0f} s left").format(n=max(1, left_s))


def state_words(state: FileState) -> str:
    """What became of a file, in a word."""
    return {
        FileState.INDEXED: tr("indexed"),
        FileState.FAILED: tr("failed"),
        FileState.SKIPPED: tr("skipped"),
        FileState.PENDING: tr("pending"),
    }[state]


def state_mark(state: FileState) -> str:
    """What became of a file, in a sign that needs no colour."""
    return {
        FileState.INDEXED: "✓",
        FileState.FAILED: "✕",
        FileState.SKIPPED: "–",
        FileState.PENDING: "…",
    }[state]


def size_words(n_bytes: int) -> str:
    """A file's size in the unit that suits it."""
    if n_bytes < _KILO:
        return count(n_bytes, tr("byte"), tr("bytes"))
    if n_bytes < _KILO * _KILO:
        return tr("{n:.0f} kB").format(n=n_bytes / _KILO)
    return tr("{n:,.1f} MB").format(n=Number(n_bytes / _KILO / _KILO))
