"""What is got ready before the first question."""

import re

import pytest

from qa_app.answering.answerer import answer, keyword_hits
from qa_app.answering.rehearsal import rehearse
from qa_app.library.library import Library
from tests.fakes import HashEncoder

QUESTIONS = [
    "what did Abu Qasra say?",
    "What did Reuters say in December about the bases?",
    "ships at sea",
    "According to Kaja Kallas, what should run?",
]


def test_no_question_waits_for_a_pattern(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a rehearsal no question of any kind has a pattern compiled."""
    encoder = HashEncoder()
    assert len(list(rehearse(library, encoder))) > len(QUESTIONS)
    monkeypatch.setattr(re, "compile", lambda form, *_: pytest.fail(f"compiled: {form}"))
    for question in QUESTIONS:
        assert answer(library, encoder, question, 3).question == question
        assert keyword_hits(library, question, 3)
