"""Who says what in a document: paragraphs with several statements, and several paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.language.speech.recognition import statements_in
from qa_app.model import Manner, Passage, Span
from tests.language.speech.reading import byline, document, only, said, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dahl said it was safe, but Reyes denied that it was.",
            [("Dahl", "it was safe"), ("Reyes", "it was")],
        ),
        (
            "Dahl said it was safe and added that it had been tested.",
            [("Dahl", "it was safe"), ("Dahl", "it had been tested")],
        ),
        (
            "“It is safe,” Dahl said, adding that it had been tested.",
            [("Dahl", "“It is safe,”"), ("Dahl", "it had been tested")],
        ),
        (
            "Both Dahl and Reyes said it was safe.",
            [("Dahl", "it was safe"), ("Reyes", "it was safe")],
        ),
        (
            "Dahl, Reyes and Moe say it is safe.",
            [("Reyes", "it is safe"), ("Dahl", "it is safe"), ("Moe", "it is safe")],
        ),
        (
            "Dahl writes that it broke; the guard, she adds, saw it.",
            [("Dahl", "it broke"), ("Dahl", "the guard / saw it")],
        ),
        ("“A,” said Tom. “B,” said Ann. “C.”", [("Tom", "“A,”"), ("Ann", "“B,” / “C.”")]),
        (
            "Dahl said that Reyes had told the board that it was safe.",
            [("Dahl", "Reyes had told the board that it was safe"), ("Reyes", "it was safe")],
        ),
        (
            "Dahl, the mayor, and Moe, her deputy, said it was safe.",
            [("Dahl", "it was safe"), ("Moe", "it was safe")],
        ),
        (
            "It was safe, Dahl said on Monday, adding that it was dry.",
            [("Dahl", "It was safe"), ("Dahl", "it was dry")],
        ),
        (
            "The ministry disputes that. “There are no boats in the harbour.”",
            [("ministry", "“There are no boats in the harbour.”")],
        ),
        (
            "Dahl said she thinks it will hold.",
            [("Dahl", "she thinks it will hold")],
        ),
    ],
)
def test_several_statements(text: str, expected: list[tuple[str, str]]) -> None:
    """Each speaker of a paragraph has their own words; what is within theirs is not said twice."""
    (found,) = statements(text)
    assert [(s.speaker, " / ".join(said(s, text))) for s in found] == expected


def test_quotation_runs_on_in_the_next_paragraph() -> None:
    """A paragraph that is all quotation is whose words the one before ended with, less surely."""
    closed = statements("“It is old,” Dahl said.", "“It must go.”", "It rained.")
    opened = statements("Dahl said: “It is old.", "“It must go.”", "It rained.")
    for found in (closed, opened):
        assert [[s.speaker for s in each] for each in found] == [["Dahl"], ["Dahl"], []]
        assert found[1][0].name is None
    assert closed[1][0].certainty < opened[1][0].certainty < 0.97


def test_taking_turns_ends_a_quotation() -> None:
    """In a dialogue the next line is not simply the last speaker's."""
    found = statements("“I stay,” said Anna.", "“Go,” said Tom.", "“I stay.”")
    assert found[2] == []


def test_colon_leads_to_the_next_paragraph() -> None:
    """A paragraph that ends in a colon introduces the quotation after it."""
    found = statements("Dahl said:", "“It is old.”", "It rained.")
    assert [[s.speaker for s in each] for each in found] == [[], ["Dahl"], []]


def test_transcript() -> None:
    """Where names open the paragraphs time and again, all that follows is theirs, directly."""
    texts = ("SMITH: I was in.", "COUNSEL: Alone?", "SMITH: Yes.", "COUNSEL: Sure?", "SMITH: Yes.")
    found = statements(*texts)
    assert [each[0].speaker for each in found] == ["SMITH", "COUNSEL", "SMITH", "COUNSEL", "SMITH"]
    assert said(found[0][0], texts[0]) == ["I was in"]
    assert found[0][0].manner is Manner.DIRECT


def test_label_of_one_who_speaks() -> None:
    """A headline's “NAME: …” is theirs where they speak in the document; another's is not."""
    found = statements("Dahl: wall will hold", "Weather: rain", "“It will hold,” Dahl said.")
    assert [[s.speaker for s in each] for each in found] == [["Dahl"], [], ["Dahl"]]


def test_byline_says_nothing() -> None:
    """Who wrote the text is not who speaks in it."""
    assert statements_in("By Ida Moe, who said no", [byline("By Ida Moe, who said no")]) == [[]]


def test_parts_of_one_paragraph() -> None:
    """A quotation that goes on in the paragraph's next part is theirs, where no name stands."""
    text = "“It is old,” Dahl said. “It must go. It must go soon.”"
    cut = text.index("It must go soon")
    parts = [(0, cut - 1), (cut, len(text))]
    passages = [Passage(Span(a, b), (Span(a, b),), "", 1) for a, b in parts]
    first, second = statements_in(text, passages)
    assert [s.speaker for s in (*first, *second)] == ["Dahl", "Dahl"]
    assert second[0].name is None
    assert said(second[0], text[cut:]) == ["It must go soon.”"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Dahl warned that it may break.", "warn"),
        ("“No,” Dahl replied.", "reply"),
        ("According to Dahl, it may break.", ""),
    ],
)
def test_verb_is_kept(text: str, verb: str) -> None:
    """The lemma of the verb that reports is kept; where there is none it is empty."""
    assert only(text).verb == verb


_PIECES = st.sampled_from(
    "Abu Qasra said told he she that was . , : ; — ( ) “ ” ‘ ’ ' '' \" « » ’s the minister "
    "according to by and who saying 🚢 \n asked not If Mr. Dr.".split(" ")
)


@given(st.lists(st.lists(_PIECES, max_size=25).map(" ".join), min_size=1, max_size=4))
def test_spans_lie_inside(paragraphs: list[str]) -> None:
    """Whatever a text holds, names and words lie in their passage, in order, none of it empty."""
    text, passages = document(*paragraphs)
    for passage, found in zip(passages, statements_in(text, passages), strict=True):
        words = passage.span.of(text)
        for statement in found:
            spans = (*statement.said, *([statement.name] if statement.name else []))
            assert all(0 <= span.start < span.end <= len(words) for span in spans)
            assert list(statement.said) == sorted(statement.said)
            assert statement.said
            assert 0 < statement.certainty <= 1
            assert statement.speaker


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """No text breaks it."""
    statements_in(*document(text))
