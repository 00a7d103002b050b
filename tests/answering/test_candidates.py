"""Which passages are measured."""

from qa_app.answering.candidates import candidates
from qa_app.answering.corpus_terms import look_up
from qa_app.library.library import Library
from tests.answering.making import ENCODER, ask, statement

_TEXT = "Kallas said no."


def test_keywords_and_vectors_both_find(library: Library) -> None:
    """Each passage once, those that both ways find first."""
    terms = look_up(ask("ships at sea"), library)
    vector = ENCODER.begin_question("ships at sea")
    found = candidates(library, terms, vector)
    assert len(found) == len(set(found))
    assert set(candidates(library, terms, None)) <= set(found)
    assert found[0] == candidates(library, terms, None)[0]


def test_statements_come_first_the_surest_before(library: Library) -> None:
    """Of passages that nothing else finds, those with the surer statements are measured."""
    terms = look_up(ask("zeppelin"), library)
    said = {
        900 + n: (statement(_TEXT, "no", name="Kallas", certainty=n / 100),) for n in range(1, 90)
    }
    found = candidates(library, terms, None, said=said)
    assert found[:3] == [989, 988, 987]
    assert 901 not in found
