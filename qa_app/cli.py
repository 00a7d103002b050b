"""The command line: index, ask, status, documents, exclude, forget, export, verify, doctor.

Exit status: 0 done (a question that the documents do not answer counts as done), 1 a bug of ours
(for verify: a quote that is not verbatim), 2 wrong usage, 3 bad input or surroundings (one line
on stderr says what), 130 cancelled.
"""

import io
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from qa_app import __version__, cli_doctor, cli_export
from qa_app.cli_options import JsonOption, LibraryOption
from qa_app.cli_output import (
    answer_record,
    document_record,
    print_answer,
    print_documents,
    print_json,
    print_report,
    print_status,
    progress_shown,
    report_record,
    status_record,
)
from qa_app.errors import EncoderError, QaError, QuestionError
from qa_app.model import FileState
from qa_app.places import default_library, load_settings

if TYPE_CHECKING:
    from qa_app.engine import Engine

EXIT_BUG = 1
EXIT_USAGE = 2
EXIT_INPUT = 3
EXIT_CANCELLED = 130


class OpenWindow(Protocol):
    """Opens the window and returns when it is closed: an exit status."""

    def __call__(self, library: Path | None, *, sample: bool) -> int: ...  # noqa: D102


def run_cli(open_window: OpenWindow) -> int:
    """Run the command line; `open_window` is what `qa-app` without a command does."""
    _print_whatever_comes()
    try:
        result = _commands(open_window)(standalone_mode=False)
        return result if isinstance(result, int) else 0
    except typer.TyperException as error:
        return _complain(f"{error.format_message()} See qa-app --help.", EXIT_USAGE)
    except (typer.Abort, KeyboardInterrupt):
        return _complain("Cancelled.", EXIT_CANCELLED)
    except BrokenPipeError:
        # Whoever read our output has seen enough; there is nobody left to tell.
        sys.stderr.close()
        return 0
    except (QaError, OSError) as error:
        return _complain(_sentence(error), EXIT_INPUT)
    except Exception as error:  # noqa: BLE001 - the outermost edge
        return _complain(f"Something went wrong: {error!r}. Details: {_kept_details()}", EXIT_BUG)


def _sentence(error: QaError | OSError) -> str:
    if isinstance(error, QaError):
        return str(error)
    return f"The output cannot be written ({error.strerror or error}); make room or name a file."


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
        if context.invoked_subcommand is None:
            return open_window(library, sample=sample)
        if library is not None:
            # Named before the command, it is meant for the command.
            context.default_map = {context.invoked_subcommand: {"library": str(library)}}
        return 0

    app.command()(index)
    app.command()(ask)
    app.command()(status)
    app.command()(documents)
    app.command()(exclude)
    app.command()(forget)
    cli_export.add_commands(app, _engine, _cancel_on_interrupt)
    cli_doctor.add_command(app, _engine, _cancel_on_interrupt)
    return typer.main.get_command(app)


def index(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The folder to index.")],
    library: LibraryOption = None,
    *,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on until Ctrl+C: read what changes as it does.")
    ] = False,
    as_json: JsonOption = False,
) -> int:
    """Bring the library up to date with a folder; only what changed is read and encoded."""
    if not folder.strip():
        raise typer.BadParameter("The folder's name is empty; for this folder: qa-app index .")
    engine, kept_in = _engine(), library or default_library()
    with _cancel_on_interrupt() as cancelled:
        changes = engine.changes(kept_in, Path(folder), cancelled) if watch else iter(())
        while True:
            with progress_shown() as on_progress:
                report = engine.index(kept_in, Path(folder), on_progress, cancelled)
            if as_json:
                print_json(report_record(report))
            else:
                print_report(report)
            _tell_of_model(engine)
            if report.cancelled or next(changes, None) is None:
                return EXIT_CANCELLED if report.cancelled else 0


def ask(
    question: Annotated[str | None, typer.Argument(metavar="QUESTION")] = None,
    library: LibraryOption = None,
    from_file: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="Ask each line of a file (- for stdin)."),
    ] = None,
    drop: Annotated[
        list[str] | None,
        typer.Option(
            "--drop",
            metavar="WORDS",
            help="Do without a condition, or something also searched, that an answer lists; "
            "may be given more than once.",
        ),
    ] = None,
    *,
    why: Annotated[
        bool, typer.Option("--why", help="Print what put each hit in its place.")
    ] = False,
    as_json: JsonOption = False,
) -> int:
    """Answer a question with passages of the indexed documents.

    Words that narrow a question down: source:NAME (or source:"TWO WORDS"), author:NAME,
    after:DATE, before:DATE (a day as 2025-02-17, a month, a year), "EXACT WORDS", -WORD.
    """
    if (question is None) == (from_file is None):
        raise typer.BadParameter("Give a question, or --from FILE, and not both.")
    engine = _engine()
    opened = engine.open(library or default_library())

    def answer_it(text: str) -> None:
        answer = engine.ask(opened, text, tuple(drop or ()))
        if as_json:
            print_json(answer_record(answer))
        else:
            print_answer(answer, why=why)

    try:
        if from_file is None:
            answer_it(question or "")
            return 0
        return _ask_each(_lines_of(from_file), answer_it, as_json=as_json)
    finally:
        opened.close()
        _tell_of_model(engine)


def status(library: LibraryOption = None, *, as_json: JsonOption = False) -> int:
    """Say what the library holds and which files are not in it, and why."""
    engine = _engine()
    found = engine.status(library or default_library())
    if as_json:
        print_json(status_record(found))
    else:
        print_status(found)
    _tell_of_model(engine)
    return 0


def documents(
    library: LibraryOption = None,
    state: Annotated[
        list[FileState] | None,
        typer.Option("--state", help="List only files in that state; may be given more than once."),
    ] = None,
    *,
    as_json: JsonOption = False,
) -> int:
    """List every file of the library's folders and what became of it."""
    opened = _engine().open(library or default_library())
    try:
        listed = [entry for entry in opened.entries() if not state or entry.state in state]
    finally:
        opened.close()
    if as_json:
        for entry in listed:
            print_json(document_record(entry))
    else:
        print_documents(listed)
    return 0


def exclude(
    patterns: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATTERN]...", help="As in a .gitignore file: *.bak drafts/"),
    ] = None,
    library: LibraryOption = None,
    *,
    clear: Annotated[bool, typer.Option("--clear", help="Leave out nothing any more.")] = False,
) -> int:
    """Leave out of the library what PATTERNs match, from the next run on; alone it lists them.

    The patterns replace those given before.
    """
    if clear and patterns:
        raise typer.BadParameter("Give patterns, or --clear, and not both.")
    engine = _engine()
    if clear or patterns:
        found = engine.exclude(library or default_library(), patterns or ())
    else:
        found = engine.status(library or default_library())
    sys.stdout.writelines(f"{pattern}\n" for pattern in found.excluded)
    return 0


def forget(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of the library.")],
    library: LibraryOption = None,
) -> int:
    """Take a folder out of the library; the folder itself is left alone."""
    n_files = _engine().forget(library or default_library(), folder)
    sys.stdout.write(f"Forgot {folder}: {n_files} file{'s' * (n_files != 1)}\n")
    return 0


def _engine() -> "Engine":
    """The engine; only a command needs it, and the window is not to wait for its imports."""
    from qa_app.engine import Engine  # noqa: PLC0415

    return Engine(load_settings())


def _tell_of_model(engine: "Engine") -> None:
    """Say that the model is read the slow way, where it is; what else is wrong others say."""
    with suppress(EncoderError):
        if notice := engine.model_notice:
            sys.stderr.write(f"qa-app: {notice}\n")


def _ask_each(questions: Iterator[str], answer_it: Callable[[str], None], *, as_json: bool) -> int:
    """Ask question after question; one that cannot be asked does not keep the others waiting."""
    result = 0
    for question in questions:
        try:
            answer_it(question)
        except QuestionError as error:
            result = _complain(str(error), EXIT_INPUT)
            if as_json:
                print_json({"question": question, "error": str(error)})
    return result


def _lines_of(name: str) -> Iterator[str]:
    """The questions of a file, a line each; empty lines are passed over."""
    if name == "-" and sys.stdin is None:
        raise QaError("There is no standard input to read questions from; name a file instead.")
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise QaError(
            f"The questions in {name} cannot be read ({error.strerror}); name a text file."
        ) from error
    except UnicodeDecodeError as error:
        raise QaError(f"{name} is not a text file in UTF-8; save its questions as one.") from error
    return (line.strip() for line in text.splitlines() if line.strip())


def _print_whatever_comes() -> None:
    """A terminal or pipe that lacks a letter gets its number instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


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
