"""The forms of reporting verbs."""

import pytest

from qa_app.language.reporting_verbs import VERBS, Form, Need, asking_forms


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("said", "say", Form.PAST),
        ("says", "say", Form.PRESENT),
        ("told", "tell", Form.PAST),
        ("denies", "deny", Form.PRESENT),
        ("denied", "deny", Form.PAST),
        ("admitted", "admit", Form.PAST),
        ("quipping", "quip", Form.GERUND),
        ("stresses", "stress", Form.PRESENT),
        ("agreed", "agree", Form.PAST),
        ("written", "write", Form.PARTICIPLE),
        ("wrote", "write", Form.PAST),
        ("signalled", "signal", Form.PAST),
        ("signaled", "signal", Form.PAST),
        ("promising", "promise", Form.GERUND),
        ("warn", "warn", Form.BASE),
    ],
)
def test_forms(word: str, lemma: str, form: Form) -> None:
    """Regular and irregular forms lead to the lemma."""
    assert (VERBS[word].lemma, VERBS[word].form) == (lemma, form)


def test_needs() -> None:
    """Some verbs report by themselves, some with a clause, some with a quotation only."""
    assert [VERBS[word].need for word in ("said", "added", "whispered")] == [
        Need.NOTHING,
        Need.CLAUSE,
        Need.QUOTATION,
    ]


@pytest.mark.parametrize("word", ["agreeed", "admited", "sayed", "writed", "shruged", "saw"])
def test_no_forms(word: str) -> None:
    """What is no form of a reporting verb is not among them."""
    assert word not in VERBS


def test_forms_that_ask() -> None:
    """What is asked for with a verb is words; verbs that are nouns too come apart."""
    plain, nouns = (asking_forms({Form.BASE}, nouns=nouns) for nouns in (False, True))
    assert {"say", "warn", "think"} <= set(plain)
    assert {"report", "claim", "promise"} <= set(nouns)
    assert not {"find", "whisper", "expect"} & {*plain, *nouns}
