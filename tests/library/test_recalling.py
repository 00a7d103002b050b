"""An encoder that is asked only for what is not known."""

from qa_app.encoding.protocol import PassageText, PassageVectors
from qa_app.library.recalling import RecallingEncoder
from qa_app.model import Span
from tests.fakes import HashEncoder


def _text(words: str) -> PassageText:
    return PassageText("", words, (Span(0, len(words)),))


def test_what_is_known_is_not_encoded() -> None:
    """Vectors come back in the order of the texts, from wherever they come."""
    texts = [_text("one"), _text("two"), _text("three")]
    known = HashEncoder().encode_passages([_text("seven")])[0]
    inner = HashEncoder()

    def recall(text: PassageText) -> PassageVectors | None:
        return known if text == texts[1] else None

    encoder = RecallingEncoder(inner, [lambda _text: None, recall])
    found = encoder.encode_passages(texts)
    assert found[1] is known
    wanted = HashEncoder().encode_passages([texts[0], texts[2]])
    assert [v.passage.tolist() for v in (found[0], found[2])] == [
        v.passage.tolist() for v in wanted
    ]
    assert (inner.n_passages, encoder.n_recalled) == (2, 1)


def test_where_all_is_known_no_model_is_needed() -> None:
    """The other encoder is not called at all."""
    known = HashEncoder().encode_passages([_text("seven")])[0]
    inner = HashEncoder()
    encoder = RecallingEncoder(inner, [lambda _text: known])
    assert encoder.encode_passages([_text("one")]) == [known]
    assert inner.n_passages == 0
