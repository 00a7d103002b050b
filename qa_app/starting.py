"""Starts the engine's process, before anything else that takes a while to be imported."""

import subprocess
import sys
from collections.abc import Sequence

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
        # Windows would open a console for it.
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
