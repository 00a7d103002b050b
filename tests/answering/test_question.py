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
    ("what did al-Sharaa say?", "al sharaa", "sharaa"),
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
    ("what did Abu Qasra actually say about the bases?", "abu qasra", "abu qasra base"),
    ("What exactly did Smith say?", "smith", "smith"),
    ("What has Smith been saying about tariffs?", "smith", "smith tariff"),
    ("What did Smith have to say about tariffs?", "smith", "smith tariff"),
    ("What is Smith quoted as saying about tariffs?", "smith", "smith tariff"),
    ("Tell me what Smith said about tariffs", "smith", "smith tariff"),
    ("everything Smith has said about tariffs", "smith", "smith tariff"),
    ("what Smith thinks of tariffs", "smith", "smith think tariff"),
    ("What were Smith's words on tariffs?", "smith", "smith tariff"),
    ("What did Orlov's spokesman say?", "spokesman", None),
    ("What did the mayor of Sorna say?", "mayor", None),
    ("What did the Bank of Sorna say?", "bank sorna", None),
    ("Has Smith denied anything?", "smith", "smith deni"),
    ("Did Smith promise to resign?", "smith", "smith promis resign"),
    ("Has the minister warned that it is late?", "minister", None),
    ("What was Smith’s opinion of tariffs?", "smith", "smith tariff"),
    ("What is the mayor's position on the bridge?", "mayor", "mayor bridg"),
    ("What is the position of the mayor on the bridge?", "mayor", "mayor bridg"),
    ("Smith's views on tariffs", "smith", "smith tariff"),
    ("What stance did Smith take on tariffs?", "smith", None),
    ("What was Smith's reaction to the ruling?", "smith", "smith rule"),
    ("How did Smith react to the ruling?", "smith", "smith rule"),
    ("How did Smith respond to the ruling?", "smith", "smith rule"),
    ("How does Smith describe the bridge?", "smith", "smith bridg"),
    ("According to Smith, what caused the fire?", "smith", "smith caus fire"),
    ("What caused the fire, according to Smith?", "smith", "caus fire smith"),
    ("Did Smith comment on the ruling?", "smith", "smith rule"),
    ("Has Smith said anything about the ruling?", "smith", "smith rule"),
    ("comments made by Smith on tariffs", "smith", "smith tariff"),
    ("find quotes by Smith about the bridge", "smith", "smith bridg"),
    ("What does a 2013 report on Nigeria suggest?", "2013 report nigeria", None),
    ("What did the Islamic State proclaim?", "islamic state", None),
    ("What did Theresa May say?", "theresa may", "theresa"),
    ("What did Grace Kelly say?", "grace kelly", "grace kelli"),
]
PASSAGES = [
    ("Where is the harbour?", "harbour"),
    ("When did Smith say the bridge would open?", "smith bridg open"),
    ("What was the report about?", "report"),
    ("What is the answer to the question?", "answer question"),
    ("What did he say?", ""),
    ("What did they say about inflation?", "inflat"),
    ("how does a ferry cross the river", "ferri cross river"),
    ("harbour?", "harbour"),
    ("What is it?", ""),
    ("What has been said about the bases?", "base"),
    ("What is being said about the bases?", "base"),
    ("What did the ship's log say?", None),
    ("Did the Senate decide to vote?", None),
    ("What did Trump and Putin say?", "trump putin"),
    ("What does it take to call an election?", None),
    ("Did the Kremlin spokesman comment?", "kremlin spokesman comment"),
    ("According to the article, what caused the fire?", None),
    ("What grows on it, according to legend?", None),
    ("How do plants respond to light?", "plant respond light"),
    ("What did the study find?", "studi"),
    ("What has happened to the bridge?", "happen bridg"),
    ("What was the message of the film?", "messag film"),
    ("When did Lutherans regret Luther's statements about it?", None),
    ("What year is the oldest bridge said to have been lost?", None),
]
WHO_SAID = [
    ("Who said the harbour is closed?", "harbour close"),
    ("Who claims that the wall is safe?", "wall safe"),
    ("Who told the council that the wall is safe?", "wall safe"),
    ("Who is quoted as saying that the wall is safe?", "wall safe"),
    ("Which scientist argued that the wall is safe?", "wall safe"),
]
TOPICS = [
    ("What did Smith say?", ""),
    ("What did Smith say about the bases?", "base"),
    ("What did Smith say on Monday in an interview about the bases?", "base"),
    ("What did Smith tell the BBC about the bases?", "base"),
    ("What did Smith tell reporters?", ""),
    ("What did Smith promise the farmers?", "farmer"),
    ("What is Smith's opinion of the bases?", "base"),
    ("According to Smith, who owns the bases?", "own base"),
    ("Statements by Smith on the bases", "base"),
    ("Who said that the bases are closed?", "base close"),
]
KEYWORDS = [
    ("harbour tariffs", "harbour tariff"),
    ("Abu Qasra", "abu qasra"),
    ("harbour harbours Harbour", "harbour"),
    ("Türkiye", "turkiy"),
    ("the view of the harbour", "view harbour"),
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


@pytest.mark.parametrize(("text", "topic"), WHO_SAID)
def test_who_said(text: str, topic: str) -> None:
    """Asking who said something wants anyone's statement about it."""
    question = ask(text)
    assert (question.intent, question.speaker) == (Intent.WHO_SAID, None)
    assert " ".join(question.topic) == topic


@pytest.mark.parametrize(("text", "topic"), TOPICS)
def test_topic(text: str, topic: str) -> None:
    """The topic is what was spoken of, not to whom, when and where; its terms are searched for."""
    question = ask(text)
    assert " ".join(question.topic) == topic
    assert set(question.topic) <= set(question.terms)


@pytest.mark.parametrize(
    ("text", "verb", "wants_words"),
    [
        ("What did Smith say?", "", True),
        ("What did Smith tell the BBC?", "", True),
        ("What were Smith's words?", "", True),
        ("Quotes by Smith", "", True),
        ("What did Smith warn about?", "warn", False),
        ("What has Smith promised?", "promise", False),
        ("What does Smith think of it?", "think", False),
        ("What is Smith's opinion of it?", "", False),
        ("What does the layer tell geologists?", "", False),
        ("How did Smith respond to it?", "", False),
    ],
)
def test_verb(text: str, verb: str, wants_words: bool) -> None:
    """A verb that says more than “say” is kept; only plain ones want nothing but words."""
    question = ask(text)
    assert (question.verb, question.wants_words) == (verb, wants_words)


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


def test_who_said_wants_a_statement_by_anyone() -> None:
    """Asked who said something, no speaker is named, and what was said is the topic."""
    question = ask("Who said that the harbour is closed?")
    assert (question.intent, question.speaker) == (Intent.WHO_SAID, None)
    assert question.topic == ("harbour", "close")
