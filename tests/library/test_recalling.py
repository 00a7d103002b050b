"""Vectors that are asked of one after the other."""

from qa_app.encoding.protocol import PassageText, PassageVectors
from qa_app.library.recalling import Recalling
from qa_app.model import Span
from tests.fakes import HashEncoder


def _text(words: str) -> PassageText:
    return PassageText("", words, (Span(0, len(words)),))


def test_the_first_that_knows_it_is_taken() -> None:
    """What nobody knows is None, and what was known is counted."""
    known = HashEncoder().encode_passages([_text("seven")])[0]

    def recall(text: PassageText) -> PassageVectors | None:
        return known if text == _text("two") else None

    recalling = Recalling([lambda _text: None, recall])
    assert [recalling(_text(words)) for words in ("one", "two", "three")] == [None, known, None]
    assert recalling.n_recalled == 1
