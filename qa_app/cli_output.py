"""What the command line prints: records for programs, text for people.

Plain in a pipe, coloured on a terminal. What comes from a document is shown, never obeyed: a
control character in it reaches no terminal.
"""

import json
import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec.structs import asdict
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.text import Text

from qa_app.citing.plain import source_line
from qa_app.explaining.conditions import Condition, conditions_of
from qa_app.explaining.shares import contributions_of, reason_words, signed, total_words
from qa_app.explaining.verdict import refusal_sentences, said_by, verdict_words
from qa_app.model import (
    Answer,
    Attribution,
    DocumentEntry,
    FileProblem,
    FileState,
    Highlight,
    HighlightKind,
    Hit,
    IndexReport,
    LibraryStatus,
    OnProgress,
    VectorStatus,
    ignore_progress,
)
from qa_app.model import Progress as IndexProgress

_STYLES = {
    HighlightKind.ANSWER: "underline",
    HighlightKind.TERM: "bold yellow",
    HighlightKind.SPEAKER: "bold cyan",
}
_SHOWN_PROBLEMS = 20
_TOGETHER = "Together"
_KILO = 1000

# Control characters as the pictures Unicode has for them; tabs and line ends do what they say.
_PICTURES = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
}


class PipeConsole(Console):
    """A console that leaves it to its caller what a broken pipe means."""

    def on_broken_pipe(self) -> None:
        """See `Console.on_broken_pipe`, which would end the program."""
        raise BrokenPipeError


def print_json(record: dict[str, object]) -> None:
    """A record on a line."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def answer_record(answer: Answer) -> dict[str, object]:
    """An answer for programs."""
    return {
        "question": answer.question,
        "answered": answer.answered,
        "took_ms": round(answer.took_ms, 2),
        "hits": [_hit_record(hit) for hit in answer.hits],
        "related": [_hit_record(hit) for hit in answer.related],
        "missing_terms": list(answer.missing_terms),
        "also_searched": [
            {"asked": variant.asked, "form": variant.form} for variant in answer.also_searched
        ],
        "restrictions": [
            {"kind": r.kind, "value": r.value, "typed": r.typed, "loose": r.loose}
            for r in answer.restrictions
        ],
        "is_void": answer.is_void,
        "confidence": round(answer.confidence, 4),
        "unsearched_files": answer.n_unsearched,
    }


def _hit_record(hit: Hit) -> dict[str, object]:
    source = hit.source
    return {
        "rank": hit.rank,
        "path": source.path,
        "title": source.metadata.title,
        "publisher": source.metadata.publisher,
        "author": source.metadata.author,
        "date": source.metadata.date,
        "page": source.page,
        "heading": source.heading,
        "paragraph": source.paragraph,
        "passage": hit.text,
        "span": [source.span.start, source.span.end],
        "highlights": [{"kind": h.kind, "start": h.start, "end": h.end} for h in hit.highlights],
        "scores": {name: round(score, 6) for name, score in hit.scores.items()},
        "shares": {name: round(share, 6) for name, share in hit.shares.items()},
        "attribution": _attribution_record(hit.attribution),
        "also_in": [
            {"path": s.path, "title": s.metadata.title, "span": [s.span.start, s.span.end]}
            for s in hit.also_in
        ],
    }


def _attribution_record(attribution: Attribution | None) -> dict[str, object] | None:
    if attribution is None:
        return None
    return {"speaker": attribution.speaker, "manner": attribution.manner}


def report_record(report: IndexReport) -> dict[str, object]:
    """A report for programs."""
    return {
        "folder": report.folder,
        "added": report.n_added,
        "changed": report.n_changed,
        "removed": report.n_removed,
        "moved": report.n_moved,
        "unchanged": report.n_unchanged,
        "encoded_passages": report.n_encoded,
        "examined": report.n_examined,
        "took_s": round(report.took_s, 2),
        "cancelled": report.cancelled,
        "problems": [_problem_record(problem) for problem in report.problems],
    }


def status_record(found: LibraryStatus) -> dict[str, object]:
    """A status for programs."""
    return {
        "library": found.library,
        "folders": list(found.folders),
        "documents": found.n_documents,
        "passages": found.n_passages,
        "sentences": found.n_sentences,
        "encoder": found.encoder,
        "dim": found.dim,
        "schema_version": found.schema_version,
        "generation": found.generation,
        "size_bytes": found.size_bytes,
        "excluded": list(found.excluded),
        "vectors": None if found.vectors is None else asdict(found.vectors),
        "problems": [_problem_record(problem) for problem in found.problems],
    }


def document_record(entry: DocumentEntry) -> dict[str, object]:
    """A file of the library's folders for programs."""
    return {
        "path": entry.path,
        "state": entry.state,
        "reason": entry.reason,
        "title": entry.title,
        "passages": entry.n_passages,
        "size_bytes": entry.size_bytes,
    }


def _problem_record(problem: FileProblem) -> dict[str, object]:
    return {"path": problem.path, "state": problem.state, "reason": problem.reason}


def print_answer(answer: Answer, *, why: bool = False) -> None:
    """An answer for people; with `why` each hit says what put it in its place."""
    console = _console()
    console.print(_plain(answer.question, style="bold"))
    if answer.answered:
        n = len(answer.hits)
        parts = (f"{n} hit{'s' * (n != 1)}", verdict_words(answer), f"{answer.took_ms:.0f} ms")
        console.print(_plain(" · ".join(parts), style="dim"))
    else:
        _print_refusal(console, answer)
    _print_conditions(console, conditions_of(answer))
    _print_unsearched(console, answer.n_unsearched)
    if answer.related and not answer.answered:
        console.print(Text("Related, not an answer:"))
    for hit in answer.hits or answer.related:
        console.print()
        _print_hit(console, hit, why=why)
    console.print()


def _print_refusal(console: Console, answer: Answer) -> None:
    first, *others = refusal_sentences(answer)
    console.print(_plain(first, style="bold red"))
    for sentence in others:
        console.print(_plain(sentence))


def _print_conditions(console: Console, conditions: Sequence[Condition]) -> None:
    """What the question was understood to ask for, and how to do without it."""
    shown = []
    for condition in conditions:
        also = "also searched: " if condition.is_variant else ""
        shown.append(f"{also}{condition.words} (--drop {shlex.quote(condition.drop)})")
    if shown:
        console.print(_plain(f"conditions: {'; '.join(shown)}", style="dim"))


def _print_unsearched(console: Console, n_files: int) -> None:
    if n_files:
        were = "file was" if n_files == 1 else "files were"
        console.print(
            _plain(f"{n_files:,} {were} not searched; to see why: qa-app documents", style="yellow")
        )


def _print_hit(console: Console, hit: Hit, *, why: bool) -> None:
    console.print(_plain(f"{hit.rank}. {source_line(hit.source)}", style="bold"))
    console.print(_plain(f"   {hit.source.path}", style="dim"))
    console.print(_indented(_marked(hit.text, hit.highlights)))
    if hit.attribution is not None:
        console.print(_plain(f"   {said_by(hit.attribution)}"))
    for source in hit.also_in:
        console.print(_plain(f"   also in: {source_line(source)}", style="dim"))
    if why:
        _print_shares(console, hit)


def _print_shares(console: Console, hit: Hit) -> None:
    """What each feature adds to the hit's score, largest first, beside what was measured."""
    contributions = contributions_of(hit)
    if not contributions:
        return
    console.print(_plain(f"   {reason_words(hit)}"))
    widest = max(len(_TOGETHER), *(len(c.label) for c in contributions))
    for c in contributions:
        line = f"     {c.label:{widest}}  {signed(c.share):>6}  {c.measured()}"
        console.print(_plain(line.rstrip(), style="dim"))
    console.print(_plain(f"     {_TOGETHER:{widest}}  {total_words(hit):>6}", style="dim"))


def shown_plainly(text: str) -> str:
    """The text with pictures for control characters, which no terminal is to obey."""
    return text.translate(_PICTURES)


def _plain(text: str, style: str = "") -> Text:
    return Text(text.translate(_PICTURES), style=style)


def _marked(text: str, highlights: tuple[Highlight, ...]) -> Text:
    marked = Text(text.translate(_PICTURES))
    for highlight in highlights:
        marked.stylize(_STYLES[highlight.kind], highlight.start, highlight.end)
    return marked


def _indented(text: Text) -> Text:
    lines = text.split("\n", allow_blank=True)
    return Text("\n").join(Text("   ").append_text(line) for line in lines)


def print_report(report: IndexReport) -> None:
    """A report for people."""
    console = _console()
    parts = [
        f"{n} {name}"
        for n, name in (
            (report.n_added, "added"),
            (report.n_changed, "changed"),
            (report.n_moved, "moved"),
            (report.n_removed, "removed"),
            (report.n_unchanged, "unchanged"),
        )
        if n
    ]
    verb = "Cancelled; kept so far" if report.cancelled else "Indexed"
    console.print(
        _plain(
            f"{verb} {report.folder}: {', '.join(parts) or 'nothing'} "
            f"({_counted(report.n_encoded, 'passage')} encoded, {report.took_s:.1f} s)"
        )
    )
    _print_problems(console, report.problems)


def print_status(found: LibraryStatus) -> None:
    """A status for people."""
    console = _console()
    for name, value in (
        ("library", found.library),
        ("folders", ", ".join(found.folders) or "none"),
        ("documents", f"{found.n_documents:,}"),
        ("passages", f"{found.n_passages:,} ({_counted(found.n_sentences, 'sentence')})"),
        ("left out", " ".join(map(shlex.quote, found.excluded)) or "nothing"),
        ("encoder", f"{found.encoder}, {found.dim} dimensions"),
        ("vectors", _vectors_line(found.vectors)),
        ("on disk", f"{found.size_bytes / 1e6:.1f} MB"),
        ("version", f"schema {found.schema_version}, generation {found.generation}"),
    ):
        console.print(_plain(f"{name:10}", style="bold").append(f" {value}", style="not bold"))
    _print_problems(console, found.problems)


def _vectors_line(vectors: VectorStatus | None) -> str:
    if vectors is None:
        return "not published yet"
    if vectors.kind == "flat":
        return "flat, all compared"
    how = (
        f"{vectors.n_probed:,} of {vectors.n_lists:,} compared"
        if vectors.n_lists
        else "all compared"
    )
    changed = f"{vectors.n_recent:,} recent, {vectors.n_gone:,} gone"
    return f"{vectors.kind}, {how}, {vectors.recall:.1%} of the nearest ten found; {changed}"


def print_documents(entries: Sequence[DocumentEntry]) -> None:
    """The files of a library's folders for people, a line each."""
    console = _console()
    for entry in entries:
        parts = [entry.state, entry.path, entry.reason]
        if entry.n_passages:
            parts.append(_counted(entry.n_passages, "passage"))
        if entry.size_bytes:
            parts.append(_size(entry.size_bytes))
        style = "yellow" if entry.reason or entry.state is not FileState.INDEXED else ""
        console.print(_plain(" · ".join(part for part in parts if part), style=style))


def _counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'s' * (n != 1)}"


def _size(n_bytes: int) -> str:
    if n_bytes < _KILO:
        return _counted(n_bytes, "byte")
    if n_bytes < _KILO * _KILO:
        return f"{n_bytes / _KILO:.1f} kB"
    return f"{n_bytes / _KILO / _KILO:,.1f} MB"


def _print_problems(console: Console, problems: tuple[FileProblem, ...]) -> None:
    for problem in problems[:_SHOWN_PROBLEMS]:
        console.print(
            _plain(f"  {problem.state}: {problem.path}: {problem.reason}", style="yellow")
        )
    if len(problems) > _SHOWN_PROBLEMS:
        left = len(problems) - _SHOWN_PROBLEMS
        console.print(_plain(f"  and {left} more; --json lists them all", style="yellow"))


def _console() -> PipeConsole:
    """Colours and wrapping on a terminal; in a pipe plain lines, a paragraph each."""
    console = PipeConsole(highlight=False, emoji=False, markup=False)
    console.soft_wrap = not console.is_terminal
    return console


@contextmanager
def progress_shown() -> Iterator[OnProgress]:
    """A bar on stderr where that is a terminal; silence elsewhere."""
    console = PipeConsole(stderr=True, highlight=False)
    if not console.is_terminal:
        yield ignore_progress
        return
    columns = (BarColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading …", total=None)

        def show(progress: IndexProgress) -> None:
            bar.update(
                task,
                total=progress.n_files,
                completed=progress.n_files_done,
                description=_progress_line(progress),
            )

        yield show


def _progress_line(progress: IndexProgress) -> str:
    parts = [
        f"{progress.n_files_done} of {progress.n_files} files",
        f"{progress.n_passages} passages",
    ]
    if progress.rate:
        parts.append(f"{progress.rate:.0f}/s")
    if progress.left_s is not None:
        parts.append(f"{progress.left_s:.0f} s left")
    return " · ".join(parts)
