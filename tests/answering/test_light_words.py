"""Words that shape a question."""

import pytest

from qa_app.answering.light_words import light_terms
from tests.answering.making import ANALYZER, ask


@pytest.mark.parametrize(
    ("question", "light"),
    [
        ("What type of engine did the ferry use?", {"type", "use"}),
        ("Which architect drew the lighthouse?", {"architect"}),
        ("Who opened the quarry?", set()),
        ("When did the flood happen?", {"happen"}),
    ],
)
def test_what_an_answer_may_do_without(question: str, light: set[str]) -> None:
    """Kinds, measures and the noun asked for shape a question; what it is about does not."""
    assert light_terms(ask(question), ANALYZER) == light
