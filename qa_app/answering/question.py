"""What is asked: the terms to look for, and whether it asks who said something."""

import re
from enum import StrEnum

from msgspec import Struct

from qa_app.answering.asked_speaker import asked_speaker
from qa_app.answering.question_forms import Saying, anyone_said, saying_in
from qa_app.errors import QuestionError
from qa_app.language.mentions import is_article
from qa_app.language.speakers import Speaker
from qa_app.library.analyzer import Analyzer
from qa_app.settings import MAX_QUESTION_CHARS

# Words that shape a question and say nothing of its answer; the analyzer drops a few more.
_SHAPING = frozenset(
    "what who whom whose which when where why how do does did doing done can could would should "
    "shall may might must i you we me my your our he she his her him them they their theirs its "
    "has have had having were am been being about from so than there any some please tell show "
    "find give list all said say says mean means many much else exactly actually anything "
    "everything something made".split()
)
_AUTHORSHIP = re.compile(
    r"\bwho\s+(?:is|was|were|are)\s+the\s+(?:authors?|writers?|reporters?)\b"
    r"|\bwho\s+(?:wrote|authored|reported)\b|\bwritten\s+by\s+whom\b|\bauthors?\s+of\b",
    re.IGNORECASE,
)
_AUTHORSHIP_WORDS = "author authors write wrote writer written reporter article story report text"
# To whom and when something was said is not what it was about.
_NO_TOPIC = (
    "press media reporter reporters journalist journalists news interview statement speech public "
    "today yesterday recently earlier later last week month year january february march april may "
    "june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday"
)
# Fewer words than this, none of them a question's, are a search for those words.
_MAX_KEYWORDS = 6


class Intent(StrEnum):
    """What kind of answer a question wants."""

    PASSAGE = "passage"
    KEYWORDS = "keywords"
    STATEMENT = "statement"
    WHO_SAID = "who_said"
    AUTHOR = "author"


class Question(Struct, frozen=True):
    """A question understood.

    `terms` are analysed, in order, each once; `words` maps each to the word that was typed.
    `speaker` is set where the intent is a statement; `topic` are the terms of what it is to be
    about, also where anyone may have made it. `verb` is the lemma it is asked for with, where that
    says more than “say”; `wants_words` is true where only what was said answers (“say”, not
    “argue”).
    """

    text: str
    terms: tuple[str, ...]
    words: dict[str, str]
    intent: Intent = Intent.PASSAGE
    speaker: Speaker | None = None
    topic: tuple[str, ...] = ()
    wants_words: bool = False
    verb: str = ""


def understand(text: str, analyzer: Analyzer) -> Question:
    """The question in `text`.

    Raises:
        QuestionError: it is empty, too long to be a question, or no text.
    """
    asked = " ".join(text.split())
    if not any(character.isalnum() for character in asked):
        raise QuestionError("The question is empty; type a few words, such as: what did NAME say?")
    if len(text) > MAX_QUESTION_CHARS:
        raise QuestionError(
            f"The question has {len(text):,} characters; "
            f"ask in at most {MAX_QUESTION_CHARS:,}, a sentence is best."
        )
    if any("\ud800" <= character <= "\udfff" for character in asked):
        raise QuestionError("The question is not valid Unicode; type it again.")
    saying = saying_in(asked)
    speaker = asked_speaker(saying.who) if saying is not None else None
    if saying is not None and speaker is not None:
        return _about_statement(asked, saying, speaker, analyzer)
    topic = anyone_said(asked)
    if topic is not None:
        return _about_anyone(asked, topic, analyzer)
    if _AUTHORSHIP.search(asked):
        words = _terms(asked, analyzer, leave_out=frozenset(analyzer.terms(_AUTHORSHIP_WORDS)))
        return Question(asked, tuple(words), words, Intent.AUTHOR)
    words = _terms(asked, analyzer, leave_out=frozenset())
    intent = Intent.KEYWORDS if _is_keywords(asked) else Intent.PASSAGE
    return Question(asked, tuple(words), words, intent)


def _about_statement(asked: str, saying: Saying, speaker: Speaker, analyzer: Analyzer) -> Question:
    words = _terms(asked, analyzer, leave_out=frozenset(analyzer.terms(saying.left_out)))
    return Question(
        text=asked,
        terms=tuple(words),
        words=words,
        intent=Intent.STATEMENT,
        speaker=speaker,
        topic=_topic(saying.topic, words, analyzer),
        wants_words=saying.wants_words,
        verb=saying.verb,
    )


def _about_anyone(asked: str, topic: str, analyzer: Analyzer) -> Question:
    words = _terms(asked, analyzer, leave_out=frozenset(analyzer.terms("quoted saying")))
    return Question(
        text=asked,
        terms=tuple(words),
        words=words,
        intent=Intent.WHO_SAID,
        topic=_topic(topic, words, analyzer),
    )


def _topic(typed: str, words: dict[str, str], analyzer: Analyzer) -> tuple[str, ...]:
    """The terms of what it was about; not to whom and when it was said."""
    topic = _terms(typed, analyzer, leave_out=frozenset(analyzer.terms(_NO_TOPIC)))
    return tuple(term for term in topic if term in words)


def _is_keywords(asked: str) -> bool:
    typed = asked.lower().split()
    return (
        "?" not in asked and len(typed) <= _MAX_KEYWORDS and not any(w in _SHAPING for w in typed)
    )


def _terms(asked: str, analyzer: Analyzer, *, leave_out: frozenset[str]) -> dict[str, str]:
    words: dict[str, str] = {}
    for term, span in analyzer.positioned_terms(asked):
        word = span.of(asked)
        # The article of one name is that of every other too: al-Sharaa is not al-Assad.
        if word.lower() in _SHAPING or term in leave_out or is_article(asked, span):
            continue
        words.setdefault(term, word)
    return words
