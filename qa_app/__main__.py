"""Where the program begins: the window, or the command line."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from qa_app.errors import QaError

if TYPE_CHECKING:
    from qa_app.cli import OpenWindow
    from qa_app.starting import EnginePipes

_NO_DISPLAY = (
    "There is no display for the window here; use the command line instead: "
    'qa-app ask "what did NAME say?" (see qa-app --help).'
)


def main() -> int:
    """Run the program; its exit status."""
    arguments = sys.argv[1:]
    if arguments not in ([], ["--sample"]):
        return _run_cli(open_window)
    # The window needs nothing of the command line, whose libraries take a while to be imported.
    try:
        return open_window(None, sample=bool(arguments))
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - said as every error is
        return _run_cli(_raising(error))


def _run_cli(opening: "OpenWindow") -> int:
    from qa_app.cli import run_cli  # noqa: PLC0415 - see above

    return run_cli(opening)


def _raising(error: BaseException) -> "OpenWindow":
    """In place of opening the window: what came of it the first time."""

    def opening(library: Path | None, *, sample: bool) -> NoReturn:  # noqa: ARG001 - as opening is
        raise error

    return opening


def open_window(library: Path | None, *, sample: bool) -> int:
    """Open the window on a library; without one, on the last one used or the sample corpus.

    Raises:
        QaError: there is no display, or the system lacks what Qt needs.
    """
    if not _has_display():
        raise QaError(_NO_DISPLAY)
    pipes = _engine_started()
    try:
        from qa_app.gui.app import run  # noqa: PLC0415 - the command line needs no Qt
        from qa_app.gui.corpus import Corpus  # noqa: PLC0415 - the same
    except ImportError as error:
        raise QaError(
            f"The window cannot be opened ({error}); on Debian and Ubuntu: "
            "apt install libegl1 libgl1 libxkbcommon0 libxcb-cursor0 libdbus-1-3."
        ) from error
    from qa_app.places import default_library, library_for, sample_corpus  # noqa: PLC0415 - as above

    paths = sample_corpus()
    samples = Corpus(str(paths[0]), str(paths[1]), is_sample=True) if paths else None
    default = Corpus(str(default_library())) if default_library().exists() else None
    named = Corpus(str(library.absolute())) if library is not None else None
    return run(
        wanted=samples if sample else named,
        otherwise=default or samples,
        library_for=lambda folder: str(library_for(Path(folder))),
        sample=samples,
        pipes=pipes,
    )


def _engine_started() -> "EnginePipes | None":
    """The engine, which takes longer to be there than the window does.

    None where it cannot be started: the window says so when it tries again.
    """
    from qa_app.starting import start_engine  # noqa: PLC0415 - only a window needs it

    with suppress(OSError):
        return start_engine()
    return None


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    named = ("DISPLAY", "WAYLAND_DISPLAY")
    if any(os.environ.get(name) for name in named):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    return platform in {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}


if __name__ == "__main__":
    sys.exit(main())
