"""What is understood of a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.question import Intent
from qa_app.errors import QuestionError
from qa_app.settings import MAX_QUESTION_CHARS
from tests.answering.making import ANALYZER, ask

STATEMENTS = [
    ("what did Abu Qasra say?", "abu qasra", "abu qasra"),
    ("What did Abu Qasra say about the bases?", "abu qasra", "abu qasra base"),
    ("What has Dr. Smith said about tariffs?", "smith", "dr smith tariff"),
    ("What does Smith think of tariffs?", "smith", "smith think tariff"),
    ("What is Smith saying about tariffs?", "smith", "smith tariff"),
    ("What was said by the mayor?", "mayor", "mayor"),
    ("What was said by Kaja Kallas about Russia?", "kaja kallas", "kaja kalla russia"),
    ("statements by Kaja Kallas", "kaja kallas", "kaja kalla"),
    ("all quotes from Kaja Kallas on Russia", "kaja kallas", "kaja kalla russia"),
    ("What else did Defence Minister Murhaf Abu Qasra say?", "murhaf abu qasra", None),
    ("WHAT DID ABU QASRA SAY", "abu qasra", "abu qasra"),
    ("what did al-Sharaa say?", "al sharaa", "al sharaa"),
    ("What did O’Brien say?", "o'brien", "o brien"),
    ("What did the report say about inflation?", "report", "report inflat"),
    ("What has the committee reported?", "committee", None),
    ("What did the United States say?", "united states", "unit state"),
    ("What has the United States promised?", "united states", None),
    ("What did Bob Hope say?", "bob hope", "bob hope"),
    ("What did Stephen King say?", "stephen king", "stephen king"),
    ("What did John Major say about Europe?", "john major", "john major europ"),
    ("What did King Charles say?", "charles", None),
    ("What did the Bank of England say?", "bank england", "bank england"),
    ("what Trump said about Putin", "trump", "trump putin"),
    ("Trump said what?", "trump", "trump"),
]
PASSAGES = [
    ("Where is the harbour?", "harbour"),
    ("When did Smith say the bridge would open?", "smith bridg open"),
    ("Who said that the harbour is closed?", "harbour close"),
    ("What was the report about?", "report"),
    ("What is the answer to the question?", "answer question"),
    ("What did he say?", ""),
    ("What did they say about inflation?", "inflat"),
    ("how does a ferry cross the river", "ferri cross river"),
    ("harbour?", "harbour"),
    ("What is it?", ""),
    ("What has been said about the bases?", "base"),
    ("What is being said about the bases?", "base"),
    ("What did Putin's spokesman say?", None),
    ("What did Trump and Putin say?", "trump putin"),
    ("What does it take to call an election?", None),
]
KEYWORDS = [
    ("harbour tariffs", "harbour tariff"),
    ("Abu Qasra", "abu qasra"),
    ("harbour harbours Harbour", "harbour"),
    ("Türkiye", "turkiy"),
]
AUTHORS = [
    ("Who wrote the harbour report?", "harbour"),
    ("Who is the author of the article about bases?", "base"),
    ("who are the authors?", ""),
    ("Who reported on the ferry?", "ferri"),
]


@pytest.mark.parametrize(("text", "speaker", "terms"), STATEMENTS)
def test_statement(text: str, speaker: str, terms: str | None) -> None:
    """Asking what someone said names the speaker without titles; the verb is no term."""
    question = ask(text)
    assert question.intent is Intent.STATEMENT
    assert question.speaker is not None
    assert " ".join(question.speaker.words) == speaker
    assert terms is None or " ".join(question.terms) == terms


@pytest.mark.parametrize(
    ("text", "terms", "intent"),
    [(*row, Intent.PASSAGE) for row in PASSAGES]
    + [(*row, Intent.KEYWORDS) for row in KEYWORDS]
    + [(*row, Intent.AUTHOR) for row in AUTHORS],
)
def test_other_intents(text: str, terms: str, intent: Intent) -> None:
    """A question that names no speaker wants a passage, a by-line, or is a search for words."""
    question = ask(text)
    assert (question.intent, question.speaker) == (intent, None)
    assert terms is None or " ".join(question.terms) == terms


def test_words_are_those_that_were_typed() -> None:
    """Each term leads back to the first word it was made of."""
    assert ask("Which Harbours and harbours did Türkiye’s fleet use?").words == {
        "harbour": "Harbours",
        "turkiy": "Türkiye",
        "fleet": "fleet",
        "use": "use",
    }


def test_white_space_is_one_space() -> None:
    """Line breaks and runs of spaces do not change a question."""
    assert ask("  what did\n\tAbu   Qasra say? ") == ask("what did Abu Qasra say?")


@pytest.mark.parametrize("text", ["", "   ", "\n", "?", "…!—“”", "🚢"])
def test_nothing_asked(text: str) -> None:
    """Without a letter or a digit there is no question, and the message shows one."""
    with pytest.raises(QuestionError, match=r"empty.*what did NAME say"):
        ask(text)


def test_too_long() -> None:
    """A question of 100,000 characters is refused with both numbers."""
    with pytest.raises(QuestionError, match=r"100,000.*2,000"):
        ask("a" * 100_000)


def test_no_text() -> None:
    """What a terminal makes of bytes that are no text is refused, not handed to the model."""
    with pytest.raises(QuestionError, match="Unicode"):
        ask("harbour \udcff")


def test_longest() -> None:
    """A question may be as long as the limit, and is understood in no time."""
    text = ("what did " + "the report of " * 200)[:MAX_QUESTION_CHARS]
    assert ask(text).terms == ("report",)


@given(st.text(max_size=80), st.sampled_from(["", "what did ", "statements by ", "who wrote "]))
def test_anything_typed_is_a_question_or_refused(typed: str, lead: str) -> None:
    """No typing breaks it; the terms are the words' terms, each once."""
    try:
        question = ask(lead + typed)
    except QuestionError:
        return
    assert len(set(question.terms)) == len(question.terms)
    assert set(question.terms) == set(question.words)
    for term, word in question.words.items():
        assert word in question.text
        assert ANALYZER.terms(word) == [term]
    assert (question.speaker is not None) == (question.intent is Intent.STATEMENT)
