"""An exported model as OpenVINO runs it: one question at once, passages on every core.

torch has no part in it. Questions have a run of their own, on one thread: that is as fast as two
for so few tokens, and a question that comes while passages are encoded waits for none of them.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from qa_app.encoding.exported import DamagedExportError, Export, content_of, read_into, size_of
from qa_app.encoding.late_chunking import late_chunked
from qa_app.encoding.pooling import unit_rows
from qa_app.encoding.protocol import (
    PassageText,
    PassageVectors,
    PendingVector,
    ReadyVector,
    Vectors,
)
from qa_app.encoding.windows import Tokens, Window, batches

# So many windows are not worth every core.
_FEW = 2
# Each has working memory of its own.
_MAX_WORKERS = 8
# Lengths are rounded up to a multiple: the kernels for a length are made when it is first met, as
# long as a question takes to read, and they multiply so many rows at a time anyway.
_STEP = 16
BF16, INT8 = "bf16", "int8"

_Ids = NDArray[np.int64]


def openvino() -> Any:  # noqa: ANN401 - it has no types
    """The module, imported when it is first needed.

    Its converter, which we do not use, imports a client that reports to its makers: it is kept out.
    """
    sys.modules.setdefault("openvino.tools.ovc", None)  # type: ignore[arg-type]  # as import wants it
    import openvino  # noqa: PLC0415 - takes a moment

    return openvino


def machine() -> str:
    """Names what a compiled model depends on: the run time and the processor."""
    module = openvino()
    core = module.Core()
    names = ("FULL_DEVICE_NAME", "OPTIMIZATION_CAPABILITIES")
    said = [str(core.get_property("CPU", name)) for name in names]
    return " ".join((module.get_version(), *said))


def precisions_here() -> tuple[str, ...]:
    """Those this processor has a fast way for, the most exact first."""
    can = openvino().Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    return (BF16, INT8) if "BF16" in can else (INT8,)


def run_settings(precision: str, n_workers: int = 1) -> dict[str, object]:
    """OpenVINO's settings for so many workers of one thread each.

    With 8-bit weights each run of 32 activations is rounded by itself, so that a text's vectors do
    not depend on those it is read with.
    """
    return {
        "INFERENCE_PRECISION_HINT": "bf16" if precision == BF16 else "f32",
        "DYNAMIC_QUANTIZATION_GROUP_SIZE": 32,
        "NUM_STREAMS": n_workers,
        "INFERENCE_NUM_THREADS": n_workers,
        # Else questions and passages are bound to the same core.
        "ENABLE_CPU_PINNING": False,
    }


class RunTime:
    """Reads with an exported model, from any thread."""

    def __init__(self, export: Export, folder: Path) -> None:
        """Load what a question needs.

        Raises:
            DamagedExportError: a file of the export is not the one that was made.
        """
        self.window = Window(export.size, export.before, export.after)
        self._export = export
        self._folder = folder
        self._tokenizer = Tokenizer.from_str(content_of(folder, export.tokenizer).decode())
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._single = self._compiled(1)
        # Requests that nobody uses at the moment; one that is given up never comes back.
        self._spare: list[Any] = []
        # The window of the last question, and what was read in it.
        self._asked: tuple[list[int], Vectors] = ([], np.empty((0, 0), dtype=np.float32))
        self._many: Any = None
        self._many_lock = Lock()

    @property
    def dim(self) -> int:
        """See `Encoder.dim`."""
        return self._export.dim

    def encode_question(self, question: str) -> Vectors:
        """See `Encoder.encode_question`: a long question is read in windows, without the prompt."""
        return self.begin_question(question).result()

    def begin_question(self, question: str) -> PendingVector:
        """See `Encoder.begin_question`: it is read by a thread that needs no interpreter."""
        if len(self.tokens(question).ids) > self.window.size:
            return ReadyVector(self.encode_passages([PassageText("", question, ())])[0].passage)
        ids = self.tokens(self._export.prompt + question).ids[: self.window.size]
        return _Pending(self._begin(self.window.cut(ids)[0]), self._remember)

    def _remember(self, window: list[int], read: Vectors) -> None:
        # Its words may be wanted next, one by one.
        self._asked = (window, read)

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """See `Encoder.encode_passages`."""
        return late_chunked(passages, self.tokens, self.window, self._read)

    def tokens(self, text: str) -> Tokens:
        """The text's own tokens, however many."""
        found = self._tokenizer.encode(text, add_special_tokens=False)
        return Tokens(found.ids, [start for start, _ in found.offsets])

    def _read(self, windows: list[list[int]]) -> list[Vectors]:
        if len(windows) <= _FEW:
            asked, read = self._asked
            return [read if window == asked else self._read_one(window) for window in windows]
        found: dict[int, Vectors] = {}
        with self._many_lock:
            if self._many is None:
                self._many = self._queue()
            lengths = [self._padded_length(len(window)) for window in windows]
            # A batch costs as much as some 15 tokens, and one of two lengths has more to pad.
            for chosen in batches(lengths, of_one_length=True):
                rows = [windows[n] for n in chosen]
                self._many.start_async(self._padded(rows), (found, chosen, rows))
            self._many.wait_all()
        return [found[n] for n in range(len(windows))]

    def _read_one(self, window: list[int]) -> Vectors:
        return self._begin(window).result()

    def _begin(self, window: list[int]) -> "_OneWindow":
        try:
            request = self._spare.pop()
        except IndexError:
            request = self._single.create_infer_request()
        request.start_async(self._padded([window]))
        return _OneWindow(window, request, self._spare)

    def _queue(self) -> Any:  # noqa: ANN401 - an AsyncInferQueue
        n_workers = min(_MAX_WORKERS, _n_cores())
        # One more than work at once, so that none waits for us.
        queue = openvino().AsyncInferQueue(self._compiled(n_workers), n_workers + 1)
        queue.set_callback(_keep)
        return queue

    def _compiled(self, n_workers: int) -> Any:  # noqa: ANN401 - a CompiledModel
        model = self._export.model
        # Memory of OpenVINO's own, which it keeps: other memory it would copy.
        content = openvino().Tensor(openvino().Type.u8, [size_of(self._folder, model)])
        read_into(content.data.data, self._folder, model)
        settings = run_settings(self._export.precision, n_workers)
        try:
            return openvino().Core().import_model(content, "CPU", settings)
        except RuntimeError as error:
            raise DamagedExportError(model.name) from error

    def _padded_length(self, n: int) -> int:
        """How long a window of `n` tokens is made; never longer than the model reads."""
        longest = len(self.window.before) + self.window.size + len(self.window.after)
        return max(n, min(-(-n // _STEP) * _STEP, longest))

    def _padded(self, windows: Sequence[Sequence[int]]) -> dict[int, _Ids]:
        """Token ids and which of them count, a row each."""
        longest = self._padded_length(max(map(len, windows)))
        ids = np.full((len(windows), longest), self._export.pad, dtype=np.int64)
        counts = np.zeros_like(ids)
        for row, window in enumerate(windows):
            ids[row, : len(window)] = window
            counts[row, : len(window)] = 1
        return {0: ids, 1: counts}


class _OneWindow:
    """A window that is being read, and the vectors of its tokens when they are there."""

    def __init__(self, window: list[int], request: Any, spare: list[Any]) -> None:  # noqa: ANN401 - an InferRequest
        self.window = window
        self._request = request
        self._spare = spare
        self._read: Vectors | None = None

    def done(self) -> bool:
        return self._read is not None or bool(self._request.wait_for(0))

    def result(self) -> Vectors:
        if self._read is None:
            self._request.wait()
            read: Vectors = self._request.get_output_tensor(0).data[0, : len(self.window)].copy()
            self._read = read
            self._spare.append(self._request)
        return self._read


class _Pending:
    """See `PendingVector`."""

    def __init__(self, reading: _OneWindow, remember: Callable[[list[int], Vectors], None]) -> None:
        self._reading = reading
        self._remember = remember

    def done(self) -> bool:
        """See `PendingVector.done`."""
        return self._reading.done()

    def result(self) -> Vectors:
        """See `PendingVector.result`."""
        read = self._reading.result()
        self._remember(self._reading.window, read)
        row: Vectors = unit_rows(read.mean(axis=0, keepdims=True))[0]
        return row


def _keep(request: Any, asked: tuple[dict[int, Vectors], list[int], list[list[int]]]) -> None:  # noqa: ANN401 - an InferRequest
    """Copy the token vectors of a batch, padding left out."""
    found, chosen, windows = asked
    vectors = request.get_output_tensor(0).data
    for n, row, window in zip(chosen, vectors, windows, strict=True):
        found[n] = row[: len(window)].copy()


def _n_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
