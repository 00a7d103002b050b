"""The real model behind the protocol."""

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from qa_app.encoding.protocol import PassageText
from qa_app.encoding.sentence_transformer import SentenceTransformerEncoder
from qa_app.encoding.weights import choose_model
from qa_app.encoding.windows import tokenized
from qa_app.errors import EncoderError
from qa_app.model import Span
from qa_app.settings import Settings

pytestmark = pytest.mark.integration

_TEXT = "The bridge closes in June. Ferries will cross the river instead, the mayor said."
_SENTENCES = (Span(0, 26), Span(27, len(_TEXT)))


def _passage(text: str, sentences: tuple[Span, ...] = (), context: str = "") -> PassageText:
    return PassageText(context, text, sentences)


def test_a_passage_has_the_models_own_vector(real_encoder: SentenceTransformerEncoder) -> None:
    """Our one forward pass gives what sentence-transformers itself gives."""
    (ours,) = real_encoder.encode_passages([_passage(_TEXT, _SENTENCES)])
    theirs = real_encoder.model().model.encode(_TEXT, normalize_embeddings=True)
    assert float(ours.passage @ theirs) > 0.9999


def test_vectors_are_unit_rows_of_float32(real_encoder: SentenceTransformerEncoder) -> None:
    """The interface's promise, for passages, sentences and questions."""
    (ours,) = real_encoder.encode_passages([_passage(_TEXT, _SENTENCES)])
    question = real_encoder.encode_question("When does the bridge close?")
    assert ours.sentences.shape == (2, real_encoder.dim)
    for rows in (ours.passage[None], ours.sentences, question[None]):
        assert rows.dtype == np.float32
        assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_the_answering_sentence_is_nearest(real_encoder: SentenceTransformerEncoder) -> None:
    """Sentence vectors tell the sentences of a passage apart."""
    (ours,) = real_encoder.encode_passages([_passage(_TEXT, _SENTENCES)])
    for question, nearest in (("When does the bridge close?", 0), ("How will people cross?", 1)):
        cosines = ours.sentences @ real_encoder.encode_question(question)
        assert int(cosines.argmax()) == nearest


def test_company_does_not_change_a_vector(real_encoder: SentenceTransformerEncoder) -> None:
    """Alone or among others of any length, in any order, a passage has the same vectors."""
    texts = ["Short.", _TEXT, "word " * 150, "Другой текст про мост.", "x"]
    alone = [real_encoder.encode_passages([_passage(t, (Span(0, len(t)),))])[0] for t in texts]
    together = real_encoder.encode_passages([_passage(t, (Span(0, len(t)),)) for t in texts])
    for one, other in zip(alone, together, strict=True):
        assert float(one.passage @ other.passage) > 0.9999
        assert float(one.sentences[0] @ other.sentences[0]) > 0.9999


def test_nothing_is_cut_off(real_encoder: SentenceTransformerEncoder) -> None:
    """A text longer than the window is read to its end: what stands last still counts."""
    filler = "The committee met again and adjourned. " * 60
    plain, ended = filler + "Nothing else.", filler + "Penguins live in Antarctica."
    sentence = Span(len(filler), len(ended))
    first, last = real_encoder.encode_passages([_passage(plain), _passage(ended, (sentence,))])
    question = real_encoder.encode_question("Where do penguins live?")
    assert float(last.passage @ question) > float(first.passage @ question)
    assert float(last.sentences[0] @ question) > 0.6


def test_context_takes_only_the_room_that_is_left(
    real_encoder: SentenceTransformerEncoder,
) -> None:
    """A heading colours a passage, and is cut before the passage has to be."""
    (bare, headed) = real_encoder.encode_passages(
        [_passage(_TEXT), _passage(_TEXT, context="Traffic in Springfield")]
    )
    question = real_encoder.encode_question("Springfield traffic news")
    assert float(headed.passage @ question) > float(bare.passage @ question)
    full = "word " * 253
    model = real_encoder.model()
    found = tokenized(_passage(full, context="a b c d e f"), model.tokens, model.window)
    assert (len(found.ids), found.n_context) == (model.window.size, 1)


def test_an_odd_passage_has_vectors(real_encoder: SentenceTransformerEncoder) -> None:
    """Nothing that the model has a token for is still no crash."""
    (ours,) = real_encoder.encode_passages([_passage("\u200b\u200d", (Span(0, 1), Span(1, 2)))])
    assert np.isfinite(ours.passage).all()
    assert np.isfinite(ours.sentences).all()


def test_a_folder_that_is_no_model(settings: Settings, tmp_path: Path) -> None:
    """One sentence that names the folder; no traceback of the library's."""
    (tmp_path / "readme.txt").write_text("not a model")
    choice = choose_model(replace(settings, model=str(tmp_path)))
    with pytest.raises(EncoderError, match="cannot be loaded"):
        SentenceTransformerEncoder(choice).encode_question("Is anybody there?")
