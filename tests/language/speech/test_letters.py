"""Letters and e-mails: who wrote them, and where they speak for themselves."""

import pytest

from qa_app.language.speech.letters import author_of
from tests.language.speech.reading import said, statements


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("From: Ida Moe <ida@pier.example>\nTo: Bo\n\nIt rained.", "Ida Moe"),
        ('From: "Åse Moe" <ida@pier.example>\nSubject: Rain\n', "Åse Moe"),
        ("Dear Bo,\n\nIt rained.\n\nYours sincerely,\nIda Moe\n", "Ida Moe"),
        ("Dear Sir\n\nIt rained.\n\nBest wishes\n\nIda\n", "Ida"),
        ("From: the sea to the hill\nIt rained.", ""),
        ("It rained.\n\nLove,\nIda", ""),
        ("", ""),
    ],
)
def test_author(text: str, author: str) -> None:
    """The sender of an e-mail, or who signs a letter that greets somebody."""
    assert author_of(text) == author


def test_first_person_is_the_authors() -> None:
    """What is told in the first person is theirs; what they report is whose they say it is."""
    text = "I think it will rain. The bank is closed."
    found = statements("From: Ida Moe\nTo: Bo Lie", "Dear Bo,", text, "Omar says it rained.")
    assert [[s.speaker for s in each] for each in found] == [[], [], ["Ida Moe"], ["Omar"]]
    assert said(found[2][0], text) == ["I think it will rain. The bank is closed"]
    assert found[2][0].verb == "write"


def test_no_letter() -> None:
    """In other texts the first person is nobody who is known."""
    assert statements("I think it will rain.") == [[]]
