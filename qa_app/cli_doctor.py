"""The command that checks a library and repairs it: doctor."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Annotated

import typer

from qa_app.cli_options import JsonOption, LibraryOption
from qa_app.cli_output import print_json, progress_shown, shown_plainly
from qa_app.places import default_library

if TYPE_CHECKING:
    from qa_app.engine import Engine
    from qa_app.findings import Finding

EXIT_TROUBLE = 3
EXIT_CANCELLED = 130

MakeEngine = Callable[[], "Engine"]
CancelOnInterrupt = Callable[[], AbstractContextManager[Callable[[], bool]]]


def add_command(
    app: typer.Typer, make_engine: MakeEngine, cancel_on_interrupt: CancelOnInterrupt
) -> None:
    """Give the command line `doctor`."""

    @app.command()
    def doctor(
        library: LibraryOption = None,
        *,
        repair: Annotated[
            bool,
            typer.Option("--repair", help="Mend what can be mended; nothing is deleted for that."),
        ] = False,
        as_json: JsonOption = False,
    ) -> int:
        """Check the library, a line for each part of it; with --repair mend it.

        The exit status is 3 where trouble is left.
        """
        engine = make_engine()
        with cancel_on_interrupt() as cancelled, progress_shown() as on_progress:
            found = engine.doctor(
                library or default_library(),
                repair=repair,
                on_progress=on_progress,
                cancelled=cancelled,
            )
        for finding in found.findings:
            if as_json:
                print_json({"part": finding.part, "health": finding.health, "says": _said(finding)})
            else:
                sys.stdout.write(_line(finding))
        if found.cancelled:
            return EXIT_CANCELLED
        return 0 if found.is_well else EXIT_TROUBLE


def _line(finding: "Finding") -> str:
    says = shown_plainly(" ".join(_said(finding).split()))
    return f"{finding.health:8}  {finding.part:9}  {says}\n"


def _said(finding: "Finding") -> str:
    return "; ".join((finding.says, *finding.done))
