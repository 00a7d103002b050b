"""Exports a model for the fast run time, in a process of its own: torch ends with it.

python -m qa_app.encoding.exporting FOLDER < choice.json: the model is loaded and checked by
sentence-transformers, compiled for this processor, and kept if it gives the same vectors.
"""

import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import numpy as np

from qa_app.encoding.export_sample import SAMPLE, TYPICAL
from qa_app.encoding.exported import Export, Origin, Refused, keep_file, stamp_of, write_note
from qa_app.encoding.protocol import PassageText, PassageVectors, Vectors
from qa_app.encoding.run_time import (
    BF16,
    RunTime,
    machine,
    openvino,
    precisions_here,
    run_settings,
)
from qa_app.encoding.sentence_transformer import LoadedModel, SentenceTransformerEncoder
from qa_app.encoding.weights import ModelChoice
from qa_app.errors import EncoderError
from qa_app.model import Span

_OPSET = 17
_MIN_MEAN_COSINE = 0.997
_MIN_COSINE = 0.99
# A precision that is less exact has to be faster by a good deal, and more than a clock is off.
_MUCH_FASTER = 0.8
_N_TIMED_TURNS = 3
_N_TIMED_PASSAGES = 16
_EXIT_NO_MODEL = 3


def main() -> int:
    """Export the model that stdin names into the folder that is named."""
    folder = Path(sys.argv[1])
    choice = msgspec.json.decode(sys.stdin.buffer.read(), type=ModelChoice)
    try:
        export_model(choice, folder)
    except EncoderError as error:
        sys.stderr.write(f"{error}\n")
        return _EXIT_NO_MODEL
    return 0


def export_model(choice: ModelChoice, folder: Path) -> Export | Refused:
    """Export the model into `folder`, or note there why it cannot be.

    Raises:
        EncoderError: the model cannot be loaded at all.
        OSError: the folder cannot be written.
    """
    origin = Origin(choice.name, stamp_of(choice.location), machine())
    encoder = SentenceTransformerEncoder(choice)
    model = encoder.model()
    try:
        note: Export | Refused = exported(model, origin, folder, precisions_here())
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever model a person names must work plainly
        note = _refused(origin, error)
    write_note(folder, note)
    return note


def exported(
    model: LoadedModel, origin: Origin, folder: Path, precisions: Sequence[str]
) -> Export | Refused:
    """Export a model that is loaded, in the precision that this processor is best with.

    Args:
        model: the original.
        origin: what the export is made of.
        folder: where its files go.
        precisions: those to choose from, the most exact first; what does not give the vectors that
            it should is left out.

    Raises:
        OSError: the folder cannot be written.
    """
    parts = [type(part).__name__ for part in model.model]
    if parts[:2] != ["Transformer", "Pooling"] or parts[2:] not in ([], ["Normalize"]):
        return Refused(origin, f"it is made of {', '.join(parts)}")
    with TemporaryDirectory(dir=folder, prefix=".new-") as scratch:
        onnx = Path(scratch) / "model.onnx"
        _write_onnx(model.model[0].auto_model, onnx)
        made = [_made(model, origin, folder, onnx, precision) for precision in precisions]
    good = [one for one in made if isinstance(one, Export)]
    return _preferred(good, folder) if good else made[0]


def _made(
    model: LoadedModel, origin: Origin, folder: Path, onnx: Path, precision: str
) -> Export | Refused:
    """The export in one precision, if the model can be had in that."""
    try:
        return _checked(model, origin, folder, onnx, precision)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - another precision may do
        return _refused(origin, error)


def _refused(origin: Origin, error: Exception) -> Refused:
    return Refused(origin, str(error).strip().partition("\n")[0] or type(error).__name__)


def _checked(
    model: LoadedModel, origin: Origin, folder: Path, onnx: Path, precision: str
) -> Export | Refused:
    """The export in one precision, if it gives the vectors it should."""
    tokenizer = model.model.tokenizer
    export = Export(
        origin,
        model=keep_file(folder, "model", ".blob", _compiled(onnx, precision)),
        tokenizer=keep_file(
            folder, "tokenizer", ".json", tokenizer.backend_tokenizer.to_str().encode()
        ),
        dim=model.dim,
        size=model.window.size,
        before=model.window.before,
        after=model.window.after,
        pad=tokenizer.pad_token_id or 0,
        prompt=model.model.prompts.get("query") or "",
        precision=precision,
        cosine=0.0,
    )
    cosines = _cosines(model, RunTime(export, folder))
    if cosines.mean() < _MIN_MEAN_COSINE or cosines.min() < _MIN_COSINE:
        return Refused(origin, f"its vectors would differ (cosine {cosines.min():.4f})")
    return msgspec.structs.replace(export, cosine=float(cosines.mean()))


def _preferred(exports: Sequence[Export], folder: Path) -> Export:
    """The first, unless a later one is much faster here.

    What a processor can do does not say how fast it is at it: bfloat16 is the fastest with units
    for matrices of it, and without them slower than 8 bits by far.
    """
    if len(exports) == 1:
        return exports[0]
    readers = [RunTime(export, folder) for export in exports]
    times = [[_bulk_s(reader) for reader in readers] for _ in range(_N_TIMED_TURNS)]
    # The shortest of several turns: other programs are at work too. The first makes the kernels.
    first, *others = (min(turns) for turns in zip(*times, strict=True))
    chosen = 0
    for n, took_s in enumerate(others, start=1):
        if took_s < _MUCH_FASTER * first:
            chosen, first = n, took_s
    return exports[chosen]


def _bulk_s(reader: RunTime) -> float:
    """How long passages of some 150 tokens take, in seconds."""
    passages = [PassageText("", TYPICAL, ())] * _N_TIMED_PASSAGES
    began = time.perf_counter()
    reader.encode_passages(passages)
    return time.perf_counter() - began


def _compiled(onnx: Path, precision: str) -> bytes:
    """The transformer, token ids to token vectors, compiled for this processor."""
    core = openvino().Core()
    graph = core.read_model(onnx)
    if precision == BF16:
        # Half the file, and nothing lost: the processor takes fewer digits still.
        openvino().save_model(graph, onnx.with_suffix(".xml"), compress_to_fp16=True)
        graph = core.read_model(onnx.with_suffix(".xml"))
    else:
        quantise_weights(graph)
    compiled = core.compile_model(graph, "CPU", run_settings(precision))
    content: bytes = compiled.export_model().getvalue()
    return content


def _write_onnx(transformer: Any, file: Path) -> None:  # noqa: ANN401 - a PreTrainedModel
    import torch  # noqa: PLC0415 - loaded with the model

    class TokenVectors(torch.nn.Module):  # type: ignore[misc]  # it has no types
        def __init__(self) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, ids: Any, counts: Any) -> Any:  # noqa: ANN401 - tensors
            return self.transformer(input_ids=ids, attention_mask=counts).last_hidden_state

    # The plain form of attention, which every reader of ONNX understands.
    transformer.set_attn_implementation("eager")
    ids = torch.ones((2, 9), dtype=torch.int64)
    counts = torch.ones_like(ids)
    counts[1, 5:] = 0
    shape = {0: "text", 1: "token"}
    with torch.inference_mode(), warnings.catch_warnings():
        # What torch says of a model's code while it is traced is for the model's developers.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            TokenVectors().eval(),
            (ids, counts),
            str(file),
            input_names=["ids", "counts"],
            output_names=["vectors"],
            dynamic_axes={"ids": shape, "counts": shape, "vectors": shape},
            opset_version=_OPSET,
            dynamo=False,
        )


def quantise_weights(graph: Any) -> None:  # noqa: ANN401 - an openvino.Model
    """Keep the weights of matrix products in 8 bits, a scale for each column.

    Source: symmetric round-to-nearest, w ≈ s·q, s = max|w| / 127.
    """
    ops = openvino().opset13
    for node in graph.get_ordered_ops():
        if node.get_type_name() != "MatMul":
            continue
        weights = node.input_value(1).get_node()
        if weights.get_type_name() != "Constant" or len(weights.shape) != 2:
            continue
        is_transposed = node.get_attributes()["transpose_b"]
        values = weights.data if is_transposed else weights.data.T
        scale = np.maximum(np.abs(values).max(axis=1, keepdims=True) / 127, 1e-12)
        rounded = np.round(values / scale).astype(np.int8)
        restored = ops.multiply(
            ops.convert(ops.constant(rounded), "f32"), ops.constant(scale.astype(np.float32))
        )
        product = ops.matmul(node.input_value(0), restored, False, True)
        for target in list(node.output(0).get_target_inputs()):
            target.replace_source_output(product.output(0))


def _cosines(model: LoadedModel, run_time: RunTime) -> Vectors:
    """The likeness of both ways' vectors, for passages, sentences and questions."""
    passages = [
        PassageText("A heading", text, (Span(0, len(text) // 2), Span(len(text) // 2, len(text))))
        for text in SAMPLE
    ]
    ours, theirs = run_time.encode_passages(passages), model.encode_passages(passages)
    asked = [text for text in SAMPLE if text]
    cosines = (_rows(ours) * _rows(theirs)).sum(axis=1)
    of_questions = [
        float(run_time.encode_question(text) @ model.encode_question(text)) for text in asked
    ]
    return np.concatenate([cosines, np.array(of_questions, dtype=np.float32)])


def _rows(vectors: Sequence[PassageVectors]) -> Vectors:
    return np.concatenate([np.vstack([own.passage[None], own.sentences]) for own in vectors])


if __name__ == "__main__":
    sys.exit(main())
