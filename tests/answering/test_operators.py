"""The operators of a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.asked import without
from qa_app.answering.operators import read_operators
from qa_app.errors import QuestionError
from qa_app.model import RestrictionKind

SOURCE, AFTER, BEFORE = RestrictionKind.SOURCE, RestrictionKind.AFTER, RestrictionKind.BEFORE
PHRASE, WITHOUT = RestrictionKind.PHRASE, RestrictionKind.WITHOUT


def _read(question: str, *dropped: str) -> list[tuple[RestrictionKind, str, str]]:
    found = read_operators(question, {"source": str.upper, "author": str.title}, dropped)
    return [(r.kind, r.value, r.typed) for asked in found for r in asked.restrictions(question)]


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ("source:alma", SOURCE, "ALMA"),
        ("Source:alma.az", SOURCE, "ALMA.AZ"),
        ('source:"Tarsos Post"', SOURCE, "TARSOS POST"),
        ("source:“Tarsos Post”", SOURCE, "TARSOS POST"),
        ("author:ruiz", RestrictionKind.AUTHOR, "Ruiz"),
        ('Author:"ana ruiz"', RestrictionKind.AUTHOR, "Ana Ruiz"),
        ("before:2025-02-17", BEFORE, "2025-02-16"),
        ("before:2025", BEFORE, "2024-12-31"),
        ("BEFORE:feb-2025", BEFORE, "2025-01-31"),
        ("after:2025-02-17", AFTER, "2025-02-18"),
        ("after:2024", AFTER, "2025-01-01"),
        ("after:2024-02", AFTER, "2024-03-01"),
        ("after:2025/2/17", AFTER, "2025-02-18"),
        ("after:17.02.2025", AFTER, "2025-02-18"),
        ("after:17feb2025", AFTER, "2025-02-18"),
        ("after:February_2025", AFTER, "2025-03-01"),
        ('after:"17 February 2025"', AFTER, "2025-02-18"),
        ('"sea base"', PHRASE, "sea base"),
        ("“the sea base,”", PHRASE, "the sea base"),
        ("«sea base»", PHRASE, "sea base"),
        ("„sea base“", PHRASE, "sea base"),
        ("-quay", WITHOUT, "quay"),
        ("-al-Sharaa", WITHOUT, "al-Sharaa"),
        ('-"sea base"', WITHOUT, "sea base"),
    ],
)
@pytest.mark.parametrize("around", ["{}", "ferries {} harbour", "Which ferries? {}", "ferries {}?"])
def test_operators(typed: str, kind: RestrictionKind, value: str, around: str) -> None:
    """An operator is read wherever it stands; before and after leave out the time they name."""
    assert _read(around.format(typed)) == [(kind, value, typed)]


@pytest.mark.parametrize(
    "question",
    [
        "What happened before: the flood or the fire?",
        "al-Sharaa 2014-2015 - and - again -5 degrees",
        'a 6" pipe and a 5" pipe',
        'the "open end',
        'nothing in "" or "?!"',
        "resource:alma and the-source:x",
        "https://alma.az/before:2025",
    ],
)
def test_what_is_no_operator(question: str) -> None:
    """Dashes within words, inches, lone quotes and colons before a space are left alone."""
    assert _read(question) == []


def test_several_operators() -> None:
    """They are read in their order."""
    question = 'quay -raft source:alma "sea base" after:2024 before:2025-06'
    kinds = [kind for kind, _, _ in _read(question)]
    assert kinds == [WITHOUT, SOURCE, PHRASE, AFTER, BEFORE]
    rest = without(question, read_operators(question, {"source": str}, ()))
    assert rest == 'quay "sea base"'


def test_dropped_operators() -> None:
    """A dropped phrase is words again; every other operator is gone with what it asked."""
    question = 'quay source:alma "sea base" -raft'
    assert _read(question, "source:alma", '"sea base"') == [(WITHOUT, "raft", "-raft")]
    found = read_operators(question, {"source": str}, ["source:alma", '"sea base"'])
    assert without(question, found) == 'quay "sea base"'


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("before:banana", "before:banana.* names no date; write a day, a month or a year"),
        ("after:2025-02-30", "after:2025-02-30.* names no date"),
        ("after:february", "names no date"),
        ("before:03/04/2025", "may be two days; write the one as before:2025-02-17"),
        ("-source:alma", "-source:alma.* cannot be asked"),
    ],
)
def test_values_that_cannot_be_used(typed: str, message: str) -> None:
    """A value that is none is told in a sentence that names it and says what to write."""
    with pytest.raises(QuestionError, match=message):
        _read(f"quay {typed}")


@given(st.text(alphabet=st.sampled_from('ab -"“”«»:?.source:before:2025'), max_size=60))
def test_any_question_is_survived(question: str) -> None:
    """Whatever is typed is read or refused in a sentence; what is typed are its own words."""
    try:
        found = _read(question)
    except QuestionError:
        return
    assert all(typed in question and value for _, value, typed in found)
