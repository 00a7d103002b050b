"""What the command line prints of an answer, for people and for programs."""

import json
from collections.abc import Callable

import pytest

from qa_app.cli_output import answer_record, print_answer
from qa_app.model import Answer
from tests.gui.sample_answers import NARROW, NOWHERE, UNSURE, answer

Printed = Callable[..., list[str]]


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Printed:
    """Prints an answer; the lines."""

    def print_it(shown: Answer, *, why: bool = False) -> list[str]:
        print_answer(shown, why=why)
        return capsys.readouterr().out.splitlines()

    return print_it


def test_conditions_are_listed_with_what_drops_them(printed: Printed) -> None:
    """A line names each condition and the option that does without it, ready for a shell."""
    lines = printed(answer('source:"The Harbour Post" in February 2025 what of Hmeimim?'))
    assert lines[2] == (
        "conditions: source: The Harbour Post (--drop 'source:\"The Harbour Post\"'); "
        "February 2025 (--drop 'in February 2025'); "
        "also searched: Khmeimim (--drop Khmeimim); "
        "also searched: Humaymim & <b>Hamim</b> (--drop 'Humaymim & <b>Hamim</b>')"
    )


def test_no_conditions_no_line(printed: Printed) -> None:
    """Nothing is said of conditions that were not set."""
    assert not any("conditions" in line for line in printed(answer("why?")))


@pytest.mark.parametrize(("question", "words"), [("why?", "likely"), (UNSURE, "perhaps")])
def test_confidence_is_a_word(printed: Printed, question: str, words: str) -> None:
    """The line below the question says how sure the answer is."""
    assert printed(answer(question))[1] == f"6 hits · {words} answered · 18 ms"


def test_hit_says_whose_words_it_shows(printed: Printed) -> None:
    """Speaker and manner stand below the passage, where they are known."""
    lines = printed(answer("why?"))
    assert lines.count("   said by Murhaf Abu Qasra, direct") == 1
    assert sum("said by" in line for line in lines) == 5


def test_why_is_a_table_below_each_hit(printed: Printed) -> None:
    """What decided in a sentence, then each share with what was measured, and their sum."""
    lines = printed(answer("why?"), why=True)
    at = lines.index("   Ranked here mostly for its keywords. Its title counted against it.")
    assert lines[at + 1 : at + 6] == [
        "     Keywords               +0.90  BM25 4.55, best sentence 3.62",
        "     The question’s words   +0.40  0.80",
        "     Meaning                +0.35  cosine 0.52, best sentence 0.55",
        "     Title and headings     −0.21",
        "     Together                1.44",
    ]
    assert not any("Ranked here" in line for line in printed(answer("why?")))


def test_refusal_names_terms_and_related_passages(printed: Printed) -> None:
    """No answer, the terms that are never mentioned, and what is near as such."""
    lines = printed(answer("What did Erdogan say?"))
    assert lines[1:4] == [
        "The documents do not answer this.",
        "They never mention: erdogan.",
        "Related, not an answer:",
    ]


def test_conditions_that_nothing_meets_are_named(printed: Printed) -> None:
    """Where conditions leave nothing it is said, and what to do."""
    lines = printed(answer(NOWHERE))
    assert lines[1:3] == [
        "There is no passage from Ledger dated 1 Jan 2020 or earlier.",
        "Drop a condition to search more widely.",
    ]
    assert "--drop before:2020-01-01" in lines[3]


def test_record_carries_all_of_it() -> None:
    """Programs get shares, attribution and restrictions as numbers and names."""
    record = json.loads(json.dumps(answer_record(answer(NARROW))))
    assert record["restrictions"][1] == {
        "kind": "after",
        "value": "2025-02-01",
        "typed": "in February 2025",
        "loose": False,
    }
    assert record["also_searched"][0] == {"asked": "Hmeimim", "form": "Khmeimim"}
    first, second, *_, last = record["hits"]
    assert first["shares"]["title"] == 0.0
    assert sum(second["shares"].values()) == pytest.approx(second["scores"]["fused"])
    assert second["attribution"] == {"speaker": "Murhaf Abu Qasra", "manner": "direct"}
    assert last["attribution"] is None
