"""A model is exported, compared with the original, and kept or refused."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from qa_app.encoding import exporting
from qa_app.encoding.exported import Export, Origin, Refused, export_folder, read_note
from qa_app.encoding.exporting import exported
from qa_app.encoding.model_encoder import ModelEncoder
from qa_app.encoding.protocol import PassageText
from qa_app.encoding.run_time import BF16, INT8, RunTime
from qa_app.encoding.sentence_transformer import LoadedModel, SentenceTransformerEncoder
from qa_app.encoding.weights import ModelChoice
from tests.encoding.conftest import ALIKE

pytestmark = pytest.mark.integration

_ORIGIN = Origin("name", "stamp", "machine")
_TEXTS = ["Short.", "The bridge closes in June, the mayor said. " * 9, "word " * 300, "Мост."] * 3


@pytest.mark.parametrize("precision", [BF16, INT8])
def test_each_precision_is_exact_enough(
    precision: str, real_encoder: SentenceTransformerEncoder, tmp_path: Path
) -> None:
    """Near the original's vectors, and the same alone and in company."""
    export = exported(real_encoder.model(), _ORIGIN, tmp_path, [precision])
    assert isinstance(export, Export)
    assert export.cosine > 0.997
    run_time = RunTime(export, tmp_path)
    passages = [PassageText("", text, ()) for text in _TEXTS]
    together = run_time.encode_passages(passages)
    alone = [run_time.encode_passages([passage])[0] for passage in passages]
    plain = real_encoder.encode_passages(passages)
    likeness = [float(a.passage @ b.passage) for a, b in zip(together, plain, strict=True)]
    assert np.mean(likeness) > 0.997
    assert min(likeness) > ALIKE[precision]
    assert all(float(a.passage @ b.passage) > 0.999 for a, b in zip(together, alone, strict=True))


@pytest.mark.parametrize(
    ("times", "chosen"),
    [
        ([(1.0, 0.9), (1.0, 0.9), (1.0, 0.9)], BF16),
        ([(1.0, 0.5), (1.0, 0.5), (1.0, 0.5)], INT8),
        # Another program was at work in two of three turns.
        ([(9.0, 0.9), (9.0, 0.9), (1.0, 0.9)], BF16),
        ([(1.0, 9.0), (1.0, 9.0), (1.0, 0.5)], INT8),
    ],
)
def test_the_more_exact_unless_another_is_much_faster(
    times: list[tuple[float, float]],
    chosen: str,
    real_encoder: SentenceTransformerEncoder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a processor can do does not say how fast it is at it: that is measured."""
    told = iter([took_s for turn in times for took_s in turn])
    monkeypatch.setattr(exporting, "_bulk_s", lambda _reader: next(told))
    monkeypatch.setattr(exporting, "_compiled", lambda _onnx, precision: precision.encode())
    monkeypatch.setattr(exporting, "_cosines", lambda *_: np.ones(2))
    monkeypatch.setattr(exporting, "RunTime", lambda *_: None)
    note = exported(real_encoder.model(), _ORIGIN, tmp_path, [BF16, INT8])
    assert isinstance(note, Export)
    assert note.precision == chosen
    assert list(told) == []


def test_what_rounds_too_much_is_no_choice(
    real_encoder: SentenceTransformerEncoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However fast it is; the other one is kept, and nothing is timed."""
    cosines = iter([np.array([1, 0.98]), np.ones(2)])
    monkeypatch.setattr(exporting, "_compiled", lambda _onnx, precision: precision.encode())
    monkeypatch.setattr(exporting, "_cosines", lambda *_: next(cosines))
    monkeypatch.setattr(exporting, "RunTime", lambda *_: None)
    note = exported(real_encoder.model(), _ORIGIN, tmp_path, [BF16, INT8])
    assert isinstance(note, Export)
    assert note.precision == INT8


def test_what_cannot_be_had_in_one_precision_is_had_in_another(
    real_encoder: SentenceTransformerEncoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model of another build may not let its weights be rounded; it is fast all the same."""

    def compiled(_onnx: Path, precision: str) -> bytes:
        if precision == INT8:
            raise RuntimeError("no such weights")
        return b"compiled"

    monkeypatch.setattr(exporting, "_compiled", compiled)
    monkeypatch.setattr(exporting, "_cosines", lambda *_: np.ones(2))
    monkeypatch.setattr(exporting, "RunTime", lambda *_: None)
    note = exported(real_encoder.model(), _ORIGIN, tmp_path, [BF16, INT8])
    assert isinstance(note, Export)
    assert note.precision == BF16
    assert exported(real_encoder.model(), _ORIGIN, tmp_path, [INT8]) == Refused(
        _ORIGIN, "no such weights"
    )


def test_what_was_exported_is_noted(
    model_encoder: ModelEncoder, choice: ModelChoice, cache_dir: Path
) -> None:
    """Of what it was made, and how near it comes."""
    model_encoder.load()
    note = read_note(export_folder(choice, cache_dir))
    assert isinstance(note, Export)
    assert note.origin.name == "all-MiniLM-L6-v2"
    assert note.cosine > 0.997


def test_vectors_that_would_differ_are_refused(
    model_encoder: ModelEncoder,
    real_encoder: SentenceTransformerEncoder,
    choice: ModelChoice,
    cache_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A processor that rounds too much costs speed, not answers."""
    model_encoder.load()
    (blob,) = export_folder(choice, cache_dir).glob("*.blob")
    monkeypatch.setattr(exporting, "_compiled", lambda *_: blob.read_bytes())
    monkeypatch.setattr(exporting, "_cosines", lambda *_: np.array([1, 0.98]))
    note = exported(real_encoder.model(), _ORIGIN, tmp_path, [BF16])
    assert isinstance(note, Refused)
    assert "its vectors would differ" in note.reason


def test_a_model_with_more_parts_is_refused(tmp_path: Path) -> None:
    """What stands behind the pooling would be left out."""
    parts = [type(name, (), {})() for name in ("Transformer", "Pooling", "Dense")]
    model = cast("LoadedModel", SimpleNamespace(model=parts))
    assert exported(model, _ORIGIN, tmp_path, [INT8]) == Refused(
        _ORIGIN, "it is made of Transformer, Pooling, Dense"
    )
