"""What is got ready before the first question."""

import re

import pytest

from qa_app.answering import question_forms, restrictions, writers_asked
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


def _ask_all(library: Library, encoder: HashEncoder) -> None:
    for question in QUESTIONS:
        assert answer(library, encoder, question, 3).question == question
        assert keyword_hits(library, question, 3)


def test_no_question_waits_for_a_pattern(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a rehearsal no question of any kind has a pattern compiled, as it had before."""
    encoder, compiled = HashEncoder(), list[str]()
    for late in (question_forms._compiled, restrictions._of_texts, writers_asked._said):
        late.cache_clear()
    with monkeypatch.context() as patched:
        compile_ = re.compile

        def noted(form: str, flags: int = 0) -> re.Pattern[str]:
            compiled.append(form)
            return compile_(form, flags)

        patched.setattr(re, "compile", noted)
        steps = list(rehearse(library, encoder))
        n_rehearsed = len(compiled)
        _ask_all(library, encoder)
    assert len(steps) > len(QUESTIONS)
    assert n_rehearsed > len(question_forms._BY_VERB)
    assert compiled[n_rehearsed:] == []
