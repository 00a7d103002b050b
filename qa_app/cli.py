"""The command line: index, ask, status. Plain in a pipe, coloured on a terminal.

Exit status: 0 done (a question that the documents do not answer counts as done), 1 a bug of ours,
2 wrong usage, 3 bad input or surroundings (one line on stderr says what), 130 cancelled.
"""

import json
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Protocol

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.text import Text

from qa_app import __version__
from qa_app.citing.plain import source_line
from qa_app.engine import Engine
from qa_app.errors import QaError, QuestionError
from qa_app.library.library import Library
from qa_app.model import (
    Answer,
    FileProblem,
    Highlight,
    HighlightKind,
    Hit,
    IndexReport,
    LibraryStatus,
    OnProgress,
    ignore_progress,
)
from qa_app.model import Progress as IndexProgress
from qa_app.places import default_library, load_settings

EXIT_BUG = 1
EXIT_USAGE = 2
EXIT_INPUT = 3
EXIT_CANCELLED = 130

_STYLES = {
    HighlightKind.ANSWER: "underline",
    HighlightKind.TERM: "bold yellow",
    HighlightKind.SPEAKER: "bold cyan",
}
_SHOWN_PROBLEMS = 20

LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", metavar="DIR", help="The library to use instead of the default."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]


class OpenWindow(Protocol):
    """Opens the window and returns when it is closed: an exit status."""

    def __call__(self, library: Path | None, *, sample: bool) -> int: ...  # noqa: D102


def run_cli(open_window: OpenWindow) -> int:
    """Run the command line; `open_window` is what `qa-app` without a command does."""
    try:
        result = _commands(open_window)(standalone_mode=False)
        return result if isinstance(result, int) else 0
    except typer.TyperException as error:
        return _complain(f"{error.format_message()} See qa-app --help.", EXIT_USAGE)
    except (typer.Abort, KeyboardInterrupt):
        return _complain("Cancelled.", EXIT_CANCELLED)
    except QaError as error:
        return _complain(str(error), EXIT_INPUT)
    except BrokenPipeError:
        # Whoever read our output has seen enough; there is nobody left to tell.
        sys.stderr.close()
        return 0
    except Exception as error:  # noqa: BLE001 - the outermost edge
        return _complain(f"Something went wrong: {error!r}. Details: {_kept_details()}", EXIT_BUG)


def _commands(open_window: OpenWindow) -> Callable[..., object]:
    app = typer.Typer(
        name="qa-app",
        help="Answers a question with the words your own documents use. "
        "Without a command it opens the window.",
        invoke_without_command=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )

    @app.callback()
    def window(
        context: typer.Context,
        library: LibraryOption = None,
        *,
        sample: Annotated[
            bool, typer.Option("--sample", help="Open the window on the sample corpus.")
        ] = False,
        version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    ) -> int:
        if version:
            sys.stdout.write(f"qa-app {__version__}\n")
            return 0
        return open_window(library, sample=sample) if context.invoked_subcommand is None else 0

    app.command()(index)
    app.command()(ask)
    app.command()(status)
    return typer.main.get_command(app)


def index(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to index.")],
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> int:
    """Bring the library up to date with a folder; only what changed is read and encoded."""
    engine = Engine(load_settings())
    with _cancel_on_interrupt() as cancelled, _progress_shown() as on_progress:
        report = engine.index(library or default_library(), folder, on_progress, cancelled)
    if as_json:
        _print_json(_report_record(report))
    else:
        _print_report(report)
    return EXIT_CANCELLED if report.cancelled else 0


def ask(
    question: Annotated[str | None, typer.Argument(metavar="QUESTION")] = None,
    library: LibraryOption = None,
    from_file: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="Ask each line of a file (- for stdin)."),
    ] = None,
    *,
    as_json: JsonOption = False,
) -> int:
    """Answer a question with passages of the indexed documents."""
    if (question is None) == (from_file is None):
        raise typer.BadParameter("Give a question, or --from FILE, and not both.")
    engine = Engine(load_settings())
    opened = engine.open(library or default_library())
    try:
        if from_file is None:
            _show_answer(engine.ask(opened, question or ""), as_json=as_json)
            return 0
        return _ask_each(engine, opened, _lines_of(from_file), as_json=as_json)
    finally:
        opened.close()


def status(library: LibraryOption = None, *, as_json: JsonOption = False) -> int:
    """Say what the library holds and which files are not in it, and why."""
    opened = Library(library or default_library())
    try:
        found = opened.status()
    finally:
        opened.close()
    if as_json:
        _print_json(_status_record(found))
    else:
        _print_status(found)
    return 0


def _ask_each(engine: Engine, library: Library, questions: Iterator[str], *, as_json: bool) -> int:
    """Ask question after question; one that cannot be asked does not keep the others waiting."""
    result = 0
    for question in questions:
        try:
            _show_answer(engine.ask(library, question), as_json=as_json)
        except QuestionError as error:
            result = _complain(str(error), EXIT_INPUT)
            if as_json:
                _print_json({"question": question, "error": str(error)})
    return result


def _lines_of(name: str) -> Iterator[str]:
    """The questions of a file, a line each; empty lines are passed over."""
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QaError(f"The questions in {name} cannot be read ({error}).") from error
    return (line.strip() for line in text.splitlines() if line.strip())


def _show_answer(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        _print_json(_answer_record(answer))
    else:
        _print_answer(answer)


def _answer_record(answer: Answer) -> dict[str, object]:
    return {
        "question": answer.question,
        "answered": answer.answered,
        "took_ms": round(answer.took_ms, 2),
        "hits": [_hit_record(hit) for hit in answer.hits],
        "related": [_hit_record(hit) for hit in answer.related],
        "missing_terms": list(answer.missing_terms),
        "also_searched": list(answer.also_searched),
        "confidence": round(answer.confidence, 4),
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
        "paragraph": source.paragraph,
        "passage": hit.text,
        "span": [source.span.start, source.span.end],
        "highlights": [{"kind": h.kind, "start": h.start, "end": h.end} for h in hit.highlights],
        "scores": {name: round(score, 6) for name, score in hit.scores.items()},
        "also_in": [
            {"path": s.path, "title": s.metadata.title, "span": [s.span.start, s.span.end]}
            for s in hit.also_in
        ],
    }


def _report_record(report: IndexReport) -> dict[str, object]:
    return {
        "folder": report.folder,
        "added": report.n_added,
        "changed": report.n_changed,
        "removed": report.n_removed,
        "moved": report.n_moved,
        "unchanged": report.n_unchanged,
        "encoded_passages": report.n_encoded,
        "took_s": round(report.took_s, 2),
        "cancelled": report.cancelled,
        "problems": [_problem_record(problem) for problem in report.problems],
    }


def _status_record(found: LibraryStatus) -> dict[str, object]:
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
        "problems": [_problem_record(problem) for problem in found.problems],
    }


def _problem_record(problem: FileProblem) -> dict[str, object]:
    return {"path": problem.path, "state": problem.state, "reason": problem.reason}


def _print_json(record: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _print_answer(answer: Answer) -> None:
    console = _console()
    console.print(Text(answer.question, style="bold"))
    if answer.answered:
        n = len(answer.hits)
        console.print(Text(f"{n} hit{'s' * (n != 1)} · {answer.took_ms:.0f} ms", style="dim"))
    else:
        _print_refusal(console, answer)
    if answer.also_searched:
        console.print(Text(f"also searched: {', '.join(answer.also_searched)}", style="dim"))
    for hit in answer.hits or answer.related:
        console.print()
        console.print(Text(f"{hit.rank}. {source_line(hit.source)}", style="bold"))
        console.print(Text(f"   {hit.source.path}", style="dim"))
        console.print(_indented(_marked(hit.text, hit.highlights)))
        for source in hit.also_in:
            console.print(Text(f"   also in: {source_line(source)}", style="dim"))
    console.print()


def _print_refusal(console: Console, answer: Answer) -> None:
    console.print(Text("The documents do not answer this.", style="bold red"))
    if answer.missing_terms:
        console.print(Text(f"They never mention: {', '.join(answer.missing_terms)}."))
    if answer.related:
        console.print(Text("Related, not an answer:"))


def _marked(text: str, highlights: tuple[Highlight, ...]) -> Text:
    marked = Text(text)
    for highlight in highlights:
        marked.stylize(_STYLES[highlight.kind], highlight.start, highlight.end)
    return marked


def _indented(text: Text) -> Text:
    lines = text.split("\n", allow_blank=True)
    return Text("\n").join(Text("   ").append_text(line) for line in lines)


def _print_report(report: IndexReport) -> None:
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
        Text(
            f"{verb} {report.folder}: {', '.join(parts) or 'nothing'} "
            f"({report.n_encoded} passages encoded, {report.took_s:.1f} s)"
        )
    )
    _print_problems(console, report.problems)


def _print_status(found: LibraryStatus) -> None:
    console = _console()
    for name, value in (
        ("library", found.library),
        ("folders", ", ".join(found.folders) or "none"),
        ("documents", f"{found.n_documents:,}"),
        ("passages", f"{found.n_passages:,} ({found.n_sentences:,} sentences)"),
        ("encoder", f"{found.encoder}, {found.dim} dimensions"),
        ("on disk", f"{found.size_bytes / 1e6:.1f} MB"),
        ("version", f"schema {found.schema_version}, generation {found.generation}"),
    ):
        console.print(Text(f"{name:10}", style="bold").append(f" {value}", style="not bold"))
    _print_problems(console, found.problems)


def _print_problems(console: Console, problems: tuple[FileProblem, ...]) -> None:
    for problem in problems[:_SHOWN_PROBLEMS]:
        console.print(Text(f"  {problem.state}: {problem.path}: {problem.reason}", style="yellow"))
    if len(problems) > _SHOWN_PROBLEMS:
        left = len(problems) - _SHOWN_PROBLEMS
        console.print(Text(f"  and {left} more; --json lists them all", style="yellow"))


def _console() -> Console:
    """Colours and wrapping on a terminal; in a pipe plain lines, a paragraph each."""
    console = Console(highlight=False, emoji=False, markup=False)
    console.soft_wrap = not console.is_terminal
    return console


def _complain(message: str, exit_status: int) -> int:
    sys.stderr.write(f"qa-app: {message}\n")
    return exit_status


def _kept_details() -> str:
    """Write the traceback where a person can find it and send it; the file's path."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="qa-app-error-", suffix=".txt", delete=False
    ) as file:
        traceback.print_exc(file=file)
        return file.name


@contextmanager
def _cancel_on_interrupt() -> Iterator[Callable[[], bool]]:
    """The first Ctrl+C asks the run to stop and keep what is done; the second stops at once."""
    flag = threading.Event()

    def on_interrupt(_signal: int, _frame: object) -> None:
        flag.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield flag.is_set
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _progress_shown() -> Iterator[OnProgress]:
    """A bar on stderr where that is a terminal; silence elsewhere."""
    console = Console(stderr=True, highlight=False)
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
