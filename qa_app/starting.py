"""Starts our other processes; the engine's before anything that takes a while to be imported."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

# -P: a module that lies in the folder the program was started in is none of ours.
ENGINE_COMMAND = (sys.executable, "-P", "-m", "qa_app.service")

EnginePipes = subprocess.Popen[bytes]


def start_engine(command: Sequence[str] = ENGINE_COMMAND) -> EnginePipes:
    """A process that runs `command`, at the other end of three pipes. It ends when its stdin does.

    Raises:
        OSError: it cannot be started.
    """
    return subprocess.Popen(  # noqa: S603 - our own program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        # Windows would open a console for it.
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def environment() -> dict[str, str]:
    """Ours; the package is found wherever the program found it."""
    place = str(Path(__file__).resolve().parent.parent)
    paths = [place, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
