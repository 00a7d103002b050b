"""The model that the settings name, in the fast run time where it can be exported for that."""

import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from qa_app.encoding.exported import (
    DamagedExportError,
    Origin,
    Refused,
    export_folder,
    read_note,
    stamp_of,
)
from qa_app.encoding.protocol import PassageText, PassageVectors, PendingVector, Vectors
from qa_app.encoding.run_time import RunTime, machine
from qa_app.encoding.weights import ModelChoice
from qa_app.starting import environment

if TYPE_CHECKING:
    from qa_app.encoding.sentence_transformer import SentenceTransformerEncoder

# -P: a module that lies in the folder the program was started in is none of ours.
EXPORT_COMMAND = (sys.executable, "-P", "-m", "qa_app.encoding.exporting")
# Loading torch on a busy machine takes a while; what takes longer than this hangs.
_PATIENCE_S = 300


class _NoExportError(Exception):
    """The model is to be read the slow way; the message is the reason."""


class ModelEncoder:
    """Exports the model once, and reads with the export from then on.

    Both ways give the same vectors within rounding, so that what one has encoded the other finds,
    and they go by the same name. Where there can be no export sentence-transformers reads.
    """

    def __init__(
        self, choice: ModelChoice, cache_dir: Path, command: Sequence[str] = EXPORT_COMMAND
    ) -> None:
        self._choice = choice
        self._folder = export_folder(choice, cache_dir)
        self._command = (*command, str(self._folder))
        self._lock = Lock()
        self._reads: RunTime | SentenceTransformerEncoder | None = None
        self._notice = ""

    @property
    def name(self) -> str:
        """See `Encoder.name`."""
        return self._choice.name

    @property
    def dim(self) -> int:
        """See `Encoder.dim`. Loads the model."""
        return self._loaded().dim

    @property
    def notice(self) -> str:
        """A sentence where the model is read the slow way, as far as that is known by now."""
        note = None if self._reads else read_note(self._folder)
        return self._said_of(_refusal(note)) if isinstance(note, Refused) else self._notice

    def load(self) -> None:
        """See `Encoder.load`. The first time with a model, it is exported."""
        self._loaded()

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """See `Encoder.encode_passages`."""
        return self._loaded().encode_passages(passages)

    def encode_question(self, question: str) -> Vectors:
        """See `Encoder.encode_question`."""
        return self._loaded().encode_question(question)

    def begin_question(self, question: str) -> PendingVector:
        """See `Encoder.begin_question`."""
        return self._loaded().begin_question(question)

    def _loaded(self) -> "RunTime | SentenceTransformerEncoder":
        # Two threads must not load the model twice.
        with self._lock:
            if self._reads is None:
                try:
                    self._reads = self._exported()
                except _NoExportError as reason:
                    self._reads = self._plain(str(reason))
            return self._reads

    def _plain(self, reason: str) -> "SentenceTransformerEncoder":
        # Only the slow way needs what it imports.
        from qa_app.encoding.sentence_transformer import (  # noqa: PLC0415
            SentenceTransformerEncoder,
        )

        encoder = SentenceTransformerEncoder(self._choice)
        encoder.load()
        self._notice = self._said_of(reason)
        return encoder

    def _said_of(self, reason: str) -> str:
        return f"The model “{self._choice.name}” is read the slow way: {reason}."

    def _exported(self) -> RunTime:
        try:
            origin = Origin(self._choice.name, stamp_of(self._choice.location), machine())
        except (ImportError, RuntimeError) as error:
            raise _NoExportError(f"OpenVINO does not run here ({error})") from error
        found = self._kept(origin)
        if found is None:
            said = self._export(origin)
            found = self._kept(origin)
            if found is None:
                raise _NoExportError(f"its export failed ({said})")
        return found

    def _kept(self, origin: Origin) -> RunTime | None:
        """What was exported before; None where that does not hold."""
        note = read_note(self._folder)
        if note is None or note.origin != origin:
            return None
        if isinstance(note, Refused):
            raise _NoExportError(_refusal(note))
        try:
            return RunTime(note, self._folder)
        except DamagedExportError:
            return None

    def _export(self, origin: Origin) -> str:
        """Have another process export the model; what it said last."""
        from subprocess import TimeoutExpired  # noqa: PLC0415 - few starts export anything

        from filelock import FileLock, Timeout  # noqa: PLC0415 - the same

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # Another program may be at it, and then it need not be done twice.
            with FileLock(self._folder / "lock", timeout=_PATIENCE_S):
                return "" if self._kept(origin) else self._run_export()
        except (Timeout, TimeoutExpired) as error:
            raise _NoExportError("its export takes too long") from error
        except OSError as error:
            raise _NoExportError(
                f"the cache {self._folder} cannot be written ({error.strerror})"
            ) from error

    def _run_export(self) -> str:
        import subprocess  # noqa: PLC0415 - few starts export anything

        done = subprocess.run(  # noqa: S603 - our own program
            self._command,
            input=msgspec.json.encode(self._choice),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=_PATIENCE_S,
            env=environment(),
            check=False,
        )
        *_, last = ("", *done.stderr.decode("utf-8", "replace").strip().splitlines())
        return last or f"exit status {done.returncode}"


def _refusal(note: Refused) -> str:
    return f"it cannot be exported ({note.reason})"
