"""The commands that take snippets along, and check them: export, verify."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn

from qa_app.cli_options import JsonOption, LibraryOption
from qa_app.cli_output import PipeConsole, print_json, shown_plainly
from qa_app.places import default_library

if TYPE_CHECKING:
    from qa_app.engine import Engine
    from qa_app.verdicts import DiffPart, Verdict

EXIT_NOT_VERBATIM = 1
EXIT_CANCELLED = 130

MakeEngine = Callable[[], "Engine"]
CancelOnInterrupt = Callable[[], AbstractContextManager[Callable[[], bool]]]


def add_commands(
    app: typer.Typer, make_engine: MakeEngine, cancel_on_interrupt: CancelOnInterrupt
) -> None:
    """Give the command line `export` and `verify`."""

    @app.command()
    def export(
        file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")],
        library: LibraryOption = None,
        *,
        format_name: Annotated[
            str,
            typer.Option(
                "--format",
                metavar="FORMAT",
                help="markdown html docx pdf csv json csl-json bibtex ris jsonld; else FILE's "
                "name says.",
            ),
        ] = "",
        question: Annotated[
            list[str] | None,
            typer.Option(
                "--question", metavar="WORDS", help="Its hits; may be given more than once."
            ),
        ] = None,
        group: Annotated[
            str | None, typer.Option("--group", metavar="NAME", help="Snippets of that group.")
        ] = None,
        style: Annotated[
            str,
            typer.Option(
                "--style", metavar="STYLE", help="apa, mla … as the README lists, or a .csl file."
            ),
        ] = "",
        everything: Annotated[
            bool, typer.Option("--everything", help="Snippets, and hits of saved questions.")
        ] = False,
        source_first: Annotated[
            bool, typer.Option("--source-first", help="The source above its quote.")
        ] = False,
        without_notes: Annotated[
            bool, typer.Option("--without-notes", help="Leave out notes and tags.")
        ] = False,
        force: Annotated[bool, typer.Option("--force", help="Replace FILE.")] = False,
        as_json: JsonOption = False,
    ) -> int:
        """Write the snippets to FILE with their sources; or what questions find."""
        if (question is not None) + (group is not None) + everything > 1:
            raise typer.BadParameter("Give one of --question, --group and --everything.")
        # Only now: the window is not to wait for what exporting imports.
        from qa_app.citing.export.content import Template  # noqa: PLC0415
        from qa_app.citing.export.order import ExportOrder  # noqa: PLC0415

        order = ExportOrder(
            questions=tuple(question or ()),
            group=group,
            everything=everything,
            format=format_name,
            style=style,
            template=Template(source_first=source_first, with_notes=not without_notes),
            force=force,
        )
        engine = make_engine()
        with cancel_on_interrupt() as cancelled, _steps_shown("exporting") as on_step:
            report = engine.export(library or default_library(), file, order, on_step, cancelled)
        if report.cancelled:
            sys.stderr.write("qa-app: Cancelled; nothing was written.\n")
            return EXIT_CANCELLED
        if as_json:
            record = {"file": report.file, "format": report.format, "snippets": report.n_snippets}
            print_json(record)
        else:
            n = report.n_snippets
            _say(f"Exported {n:,} snippet{'s' * (n != 1)} to {report.file} ({report.format})")
        return 0

    @app.command()
    def verify(
        file: Annotated[Path, typer.Argument(metavar="FILE", help="An export made here.")],
        library: LibraryOption = None,
        *,
        as_json: JsonOption = False,
    ) -> int:
        """Look every quote of an export up in its source again.

        The exit status is 1 where a quote is not verbatim. One that has moved is verbatim.
        """
        engine = make_engine()
        with cancel_on_interrupt() as cancelled, _steps_shown("checking") as on_step:
            report = engine.verify(file, library or default_library(), on_step, cancelled)
        for verdict in report.verdicts:
            if as_json:
                print_json(_record(verdict))
            else:
                _print_verdict(verdict)
        if report.cancelled:
            return EXIT_CANCELLED
        if not as_json:
            n, of = sum(v.is_verbatim for v in report.verdicts), len(report.verdicts)
            _say(f"{n:,} of {of:,} quote{'s' * (of != 1)} verbatim")
        return 0 if report.is_verbatim else EXIT_NOT_VERBATIM


def _record(verdict: "Verdict") -> dict[str, object]:
    """A verdict for programs."""
    span = verdict.span
    return {
        "state": verdict.state,
        "verbatim": verdict.is_verbatim,
        "quote": verdict.quote,
        "path": verdict.path,
        "span": None if span is None else [span.start, span.end],
        "difference": [{"in": part.kind, "text": part.text} for part in verdict.difference],
        "reason": verdict.reason,
    }


def _print_verdict(verdict: "Verdict") -> None:
    place = "" if verdict.span is None else f" at {verdict.span.start}–{verdict.span.end}"
    reason = f" ({verdict.reason})" if verdict.reason else ""
    _say(f"{verdict.state:8}  {verdict.path}{place}{reason}")
    if not verdict.is_verbatim:
        shown = "".join(map(_marked, verdict.difference)) or verdict.quote
        for line in shown.split("\n"):
            _say(f"          {line}")


def _marked(part: "DiffPart") -> str:
    """Words only of the source as `[-words-]`, words only of the quote as `{+words+}`."""
    marks = {"source": ("[-", "-]"), "quote": ("{+", "+}")}
    before, after = marks.get(part.kind, ("", ""))
    return f"{before}{part.text}{after}"


def _say(line: str) -> None:
    sys.stdout.write(f"{shown_plainly(line)}\n")


@contextmanager
def _steps_shown(doing: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr where that is a terminal; silence elsewhere."""
    console = PipeConsole(stderr=True, highlight=False)
    if not console.is_terminal:
        yield lambda _n_done, _n: None
        return
    columns = (BarColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(f"{doing} …", total=None)

        def show(n_done: int, n: int) -> None:
            bar.update(task, total=n, completed=n_done, description=f"{doing} {n_done} of {n}")

        yield show
