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
from qa_app.encoding.run_time import INT8, RunTime
from qa_app.encoding.sentence_transformer import LoadedModel, SentenceTransformerEncoder
from qa_app.encoding.weights import ModelChoice

pytestmark = pytest.mark.integration

_ORIGIN = Origin("name", "stamp", "machine")
_TEXTS = ["Short.", "The bridge closes in June, the mayor said. " * 9, "word " * 300, "Мост."] * 3


@pytest.fixture
def read_in_8_bits(real_encoder: SentenceTransformerEncoder, tmp_path: Path) -> RunTime:
    """The export that processors without bfloat16 have."""
    export = exported(real_encoder.model(), _ORIGIN, tmp_path, INT8)
    assert isinstance(export, Export)
    assert export.cosine > 0.997
    return RunTime(export, tmp_path)


def test_eight_bits_are_exact_enough(
    read_in_8_bits: RunTime, real_encoder: SentenceTransformerEncoder
) -> None:
    """Near the original's vectors, and the same alone and in company."""
    passages = [PassageText("", text, ()) for text in _TEXTS]
    together = read_in_8_bits.encode_passages(passages)
    alone = [read_in_8_bits.encode_passages([passage])[0] for passage in passages]
    plain = real_encoder.encode_passages(passages)
    likeness = [float(a.passage @ b.passage) for a, b in zip(together, plain, strict=True)]
    assert np.mean(likeness) > 0.997
    assert all(float(a.passage @ b.passage) > 0.999 for a, b in zip(together, alone, strict=True))


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
    note = exported(real_encoder.model(), _ORIGIN, tmp_path, "bf16")
    assert isinstance(note, Refused)
    assert "its vectors would differ" in note.reason


def test_a_model_with_more_parts_is_refused(tmp_path: Path) -> None:
    """What stands behind the pooling would be left out."""
    parts = [type(name, (), {})() for name in ("Transformer", "Pooling", "Dense")]
    model = cast("LoadedModel", SimpleNamespace(model=parts))
    assert exported(model, _ORIGIN, tmp_path, INT8) == Refused(
        _ORIGIN, "it is made of Transformer, Pooling, Dense"
    )
