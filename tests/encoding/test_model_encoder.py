"""The model in its fast run time, and what happens where that cannot be."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from qa_app.encoding.exported import (
    Export,
    Refused,
    export_folder,
    keep_file,
    read_note,
    write_note,
)
from qa_app.encoding.model_encoder import ModelEncoder
from qa_app.encoding.protocol import PassageText
from qa_app.encoding.run_time import RunTime
from qa_app.encoding.sentence_transformer import SentenceTransformerEncoder
from qa_app.encoding.weights import ModelChoice
from qa_app.errors import EncoderError
from qa_app.model import Span
from tests.conftest import REPOSITORY
from tests.encoding.conftest import ALIKE

pytestmark = pytest.mark.integration

_QUESTION = "When does the bridge close?"
_TEXT = "The bridge closes in June. Ferries will cross the river instead, the mayor said."
_SENTENCES = (Span(0, 26), Span(27, len(_TEXT)))
# Some of what is drawn from all of Unicode, and words as people write them, also very many.
_TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.lists(
        st.sampled_from(
            "bridge mayor Fähre мост 橋 🚢 👩‍👩‍👧 e\u0301 3.14 said, “so” \n\n".split(" ")
        ),
        max_size=400,
    ).map(" ".join),
)
_WITHOUT_TORCH = """
import sys
from pathlib import Path
from qa_app.engine import Engine
from qa_app.encoding.protocol import PassageText
from qa_app.settings import Settings
engine = Engine(Settings(cache_dir=Path(sys.argv[1])))
engine.warm_up()
engine.encoder.encode_passages([PassageText("", "word " * n, ()) for n in range(9)])
heavy = {"torch", "transformers", "sentence_transformers", "onnx", "openvino_telemetry"}
sys.exit(", ".join(sorted(heavy & set(sys.modules))) or 0)
"""


def _passage(text: str, context: str = "") -> PassageText:
    half = len(text) // 2
    return PassageText(context, text, (Span(0, half), Span(half, len(text))))


@pytest.fixture
def kept(choice: ModelChoice, model_encoder: ModelEncoder, cache_dir: Path, tmp_path: Path) -> Path:
    """A copy of the export, in a cache of the test's own: its folder."""
    assert model_encoder.notice == ""
    folder = export_folder(choice, tmp_path)
    shutil.copytree(export_folder(choice, cache_dir), folder)
    return folder


@pytest.fixture
def export_again(choice: ModelChoice, cache_dir: Path) -> tuple[str, ...]:
    """A command that puts the good export where one is asked for, and notes that it did."""
    good = str(export_folder(choice, cache_dir))
    code = (
        "import shutil, sys, pathlib;"
        "shutil.copytree(sys.argv[1], sys.argv[2], dirs_exist_ok=True);"
        "pathlib.Path(sys.argv[2], 'made').touch()"
    )
    return (sys.executable, "-c", code, good)


@hypothesis_settings(max_examples=40)
@given(text=_TEXTS, context=_TEXTS)
def test_both_ways_give_the_same_vectors(
    model_encoder: ModelEncoder,
    real_encoder: SentenceTransformerEncoder,
    choice: ModelChoice,
    cache_dir: Path,
    text: str,
    context: str,
) -> None:
    """Within rounding: passages, their sentences and questions, of whatever length and script."""
    note = read_note(export_folder(choice, cache_dir))
    assert isinstance(note, Export)
    alike = ALIKE[note.precision]
    passages = [_passage(text, context), _passage(_TEXT), _passage(text)]
    ours, theirs = model_encoder.encode_passages(passages), real_encoder.encode_passages(passages)
    for one, other in zip(ours, theirs, strict=True):
        assert float(one.passage @ other.passage) > alike
        assert ((one.sentences * other.sentences).sum(axis=1) > alike).all()
    asked = model_encoder.encode_question(text)
    assert float(asked @ real_encoder.encode_question(text)) > alike


@given(text=_TEXTS)
def test_both_ways_read_the_same_tokens(
    model_encoder: ModelEncoder, real_encoder: SentenceTransformerEncoder, text: str
) -> None:
    """The tokenizer is the model's own, its positions are code points, and nothing is cut off."""
    fast = model_encoder._loaded()
    assert isinstance(fast, RunTime)
    assert fast.tokens(text) == real_encoder.model().tokens(text)
    assert fast.window == real_encoder.model().window


def test_vectors_are_unit_rows_of_float32(model_encoder: ModelEncoder) -> None:
    """The interface's promise, for passages, sentences and questions."""
    (ours,) = model_encoder.encode_passages([PassageText("", _TEXT, _SENTENCES)])
    question = model_encoder.encode_question(_QUESTION)
    assert ours.sentences.shape == (2, model_encoder.dim)
    for rows in (ours.passage[None], ours.sentences, question[None]):
        assert rows.dtype == np.float32
        assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_company_does_not_change_a_vector(model_encoder: ModelEncoder) -> None:
    """Alone or among others of any length, in any order, a passage has the same vectors."""
    texts = ["Short.", _TEXT, "word " * 600, "Другой текст про мост.", "x", "word " * 150] * 3
    alone = [model_encoder.encode_passages([_passage(text)])[0] for text in texts]
    together = model_encoder.encode_passages([_passage(text) for text in texts])
    for one, other in zip(alone, together, strict=True):
        assert float(one.passage @ other.passage) > 0.9999
        assert ((one.sentences * other.sentences).sum(axis=1) > 0.9999).all()


def test_nothing_is_nothing(model_encoder: ModelEncoder) -> None:
    """No passages have no vectors."""
    assert model_encoder.encode_passages([]) == []


def test_torch_is_not_imported(model_encoder: ModelEncoder, cache_dir: Path) -> None:
    """Once a model is exported, questions and passages are read without it."""
    assert model_encoder.notice == ""
    run = subprocess.run(
        [sys.executable, "-c", _WITHOUT_TORCH, str(cache_dir)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")


def _torn(folder: Path) -> None:
    (model,) = folder.glob("model-*.blob")
    os.truncate(model, 1_000)


def _gone(folder: Path) -> None:
    (tokenizer,) = folder.glob("tokenizer-*.json")
    tokenizer.unlink()


def _of_another_machine(folder: Path) -> None:
    note = read_note(folder)
    assert note is not None
    origin = msgspec.structs.replace(note.origin, machine="another")
    write_note(folder, msgspec.structs.replace(note, origin=origin))


def _of_other_weights(folder: Path) -> None:
    note = read_note(folder)
    assert note is not None
    origin = msgspec.structs.replace(note.origin, stamp="others")
    write_note(folder, Refused(origin, "they were odd"))


def _not_compiled(folder: Path) -> None:
    """Whole, and nothing that OpenVINO can read."""
    note = read_note(folder)
    assert isinstance(note, Export)
    model = keep_file(folder, "model", ".blob", b"no model")
    write_note(folder, msgspec.structs.replace(note, model=model))


def _nothing(_folder: Path) -> None:
    pass


@pytest.mark.parametrize(
    ("harm", "is_made"),
    [
        (_torn, True),
        (_gone, True),
        (_of_another_machine, True),
        (_of_other_weights, True),
        (_not_compiled, True),
        (_nothing, False),
    ],
)
def test_an_export_that_does_not_hold_is_made_again(
    harm: Callable[[Path], None],
    is_made: bool,
    choice: ModelChoice,
    kept: Path,
    export_again: tuple[str, ...],
    tmp_path: Path,
) -> None:
    """Torn, foreign or outdated: it is never read, and one that holds is not made twice."""
    harm(kept)
    encoder = ModelEncoder(choice, tmp_path, export_again)
    assert np.isclose(np.linalg.norm(encoder.encode_question(_QUESTION)), 1)
    assert (kept / "made").exists() == is_made
    assert encoder.notice == ""


def test_an_export_that_fails(choice: ModelChoice, tmp_path: Path) -> None:
    """The model is read all the same, and the person is told why it takes longer."""
    command = (sys.executable, "-c", "import sys; sys.exit('no room')")
    encoder = ModelEncoder(choice, tmp_path, command)
    (ours,) = encoder.encode_passages([PassageText("", _TEXT, _SENTENCES)])
    nearest = ours.sentences @ encoder.encode_question(_QUESTION)
    assert int(nearest.argmax()) == 0
    assert encoder.notice == (
        "The model “all-MiniLM-L6-v2” is read the slow way: its export failed (no room)."
    )


def test_a_cache_that_cannot_be_written(choice: ModelChoice, tmp_path: Path) -> None:
    """The same."""
    (tmp_path / "cache").write_text("a file")
    encoder = ModelEncoder(choice, tmp_path / "cache")
    assert encoder.dim == 384
    assert "cannot be written (Not a directory)" in encoder.notice


def test_a_model_that_cannot_be_exported_is_not_tried_again(
    choice: ModelChoice, kept: Path, export_again: tuple[str, ...], tmp_path: Path
) -> None:
    """What was found the first time is said at each start, before the model is loaded too."""
    note = read_note(kept)
    assert note is not None
    write_note(kept, Refused(note.origin, "it is made of Router"))
    encoder = ModelEncoder(choice, tmp_path, export_again)
    said = "is read the slow way: it cannot be exported (it is made of Router)."
    assert said in encoder.notice
    encoder.load()
    assert said in encoder.notice
    assert not (kept / "made").exists()


def test_a_folder_that_is_no_model(tmp_path: Path) -> None:
    """One sentence that names the folder, whichever process found it out."""
    (tmp_path / "readme.txt").write_text("not a model")
    choice = ModelChoice("mine@12345678", str(tmp_path), allow_network=False)
    command = (sys.executable, "-c", "import sys; sys.exit(3)")
    with pytest.raises(EncoderError, match="cannot be loaded"):
        ModelEncoder(choice, tmp_path / "cache", command).load()
