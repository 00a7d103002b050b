"""What is asked: the terms to look for, and whether it asks who said something."""

import re
from dataclasses import dataclass
from enum import StrEnum

from qa_app.errors import QuestionError
from qa_app.language.reporting_verbs import ANY_FORM
from qa_app.language.speakers import Speaker, speaker_named
from qa_app.library.analyzer import Analyzer
from qa_app.settings import MAX_QUESTION_CHARS

# Words that shape a question and say nothing of its answer; the analyzer drops a few more.
_SHAPING = frozenset(
    "what who whom whose which when where why how do does did doing done can could would should "
    "shall may might must i you we me my your our he she his her him them they their theirs its "
    "has have had having were am been being about from so than there any some please tell show "
    "find give list all said say says mean means many much".split()
)
# An article belongs to the name after it: “the report” never is “the”, which reports.
_SUBJECT = r"(?P<who>(?:(?:the|an?|this|that|these|those)\s+)?+[^?]{2,80}?)"
_ABOUT = r"(?:\s+(?:about|on|regarding|concerning|of)\s+(?P<topic>[^?]+?))?"
_SAYING = (
    # What did X say (about Y)? / What has X said? First: other verbs may be words of a name.
    re.compile(
        rf"^\s*what\s+(?:else\s+)?(?:did|does|do|has|have|had|is|was)\s+{_SUBJECT}\s+"
        rf"(?P<verb>say|said|saying)\b(?P<rest>[^?]*)\??\s*$",
        re.IGNORECASE,
    ),
    # What does X think of Y? / What has X promised?
    re.compile(
        rf"^\s*what\s+(?:else\s+)?(?:did|does|do|has|have|had)\s+{_SUBJECT}\s+"
        rf"(?P<verb>(?!states\b){ANY_FORM})\b(?P<rest>[^?]*)\??\s*$",
        re.IGNORECASE,
    ),
    # What was said by X (about Y)?
    re.compile(
        rf"^\s*what\s+(?:was|is|has\s+been)\s+(?P<verb>{ANY_FORM})\s+by\s+{_SUBJECT}{_ABOUT}\s*\??\s*$",
        re.IGNORECASE,
    ),
    # what Trump said about Putin
    re.compile(
        rf"^\s*(?:what|whatever|everything|anything)\s+{_SUBJECT}\s+(?P<verb>said|says)\b"
        rf"(?P<rest>[^?]*)\??\s*$",
        re.IGNORECASE,
    ),
    # X said what?
    re.compile(
        rf"^\s*{_SUBJECT}\s+(?P<verb>said|says)\s+what\b(?P<rest>[^?]*)\??\s*$",
        re.IGNORECASE,
    ),
    # statements by X / quotes from X
    re.compile(
        rf"^\s*(?:(?:all|the|any)\s+)?(?P<noun>statements?|quotes?|comments?|remarks?|words)\s+"
        rf"(?:by|from|of)\s+{_SUBJECT}{_ABOUT}\s*\??\s*$",
        re.IGNORECASE,
    ),
)  # fmt: skip
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
_PLAIN_VERBS = frozenset("say said says saying tell told tells comment commented".split())
# Fewer words than this, none of them a question's, are a search for those words.
_MAX_KEYWORDS = 6


class Intent(StrEnum):
    """What kind of answer a question wants."""

    PASSAGE = "passage"
    KEYWORDS = "keywords"
    STATEMENT = "statement"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood.

    `terms` are analysed, in order, each once; `words` maps each to the word that was typed.
    `speaker` is set where the intent is a statement; `topic` are the terms of what it is to be
    about, and `wants_words` is true where only what was said answers (“say”, not “argue”).
    """

    text: str
    terms: tuple[str, ...]
    words: dict[str, str]
    intent: Intent = Intent.PASSAGE
    speaker: Speaker | None = None
    topic: tuple[str, ...] = ()
    wants_words: bool = False


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
    saying = _saying(asked)
    if saying is not None:
        speaker = speaker_named(saying["who"])
        if speaker is not None:
            return _about_statement(asked, saying, speaker, analyzer)
    if _AUTHORSHIP.search(asked):
        words = _terms(asked, analyzer, leave_out=frozenset(analyzer.terms(_AUTHORSHIP_WORDS)))
        return Question(asked, tuple(words), words, Intent.AUTHOR)
    words = _terms(asked, analyzer, leave_out=frozenset())
    intent = Intent.KEYWORDS if _is_keywords(asked) else Intent.PASSAGE
    return Question(asked, tuple(words), words, intent)


def _about_statement(
    asked: str, saying: dict[str, str], speaker: Speaker, analyzer: Analyzer
) -> Question:
    verb = (saying.get("verb") or "").lower()
    words = _terms(asked, analyzer, leave_out=_verb_terms(saying, analyzer))
    rest = saying.get("rest") or saying.get("topic") or ""
    topic = tuple(_terms(rest, analyzer, leave_out=frozenset(analyzer.terms(_NO_TOPIC))))
    return Question(
        text=asked,
        terms=tuple(words),
        words=words,
        intent=Intent.STATEMENT,
        speaker=speaker,
        topic=tuple(term for term in topic if term in words),
        wants_words=verb in _PLAIN_VERBS or "noun" in saying,
    )


def _is_keywords(asked: str) -> bool:
    typed = asked.lower().split()
    return (
        "?" not in asked and len(typed) <= _MAX_KEYWORDS and not any(w in _SHAPING for w in typed)
    )


def _saying(asked: str) -> dict[str, str] | None:
    for pattern in _SAYING:
        if match := pattern.match(asked):
            return match.groupdict()
    return None


def _verb_terms(saying: dict[str, str], analyzer: Analyzer) -> frozenset[str]:
    """What asks for words is not in them: “say” should not match every “say”."""
    verb = saying.get("verb") or ""
    is_saying = verb.lower() in {"say", "said", "says", "saying", "tell"}
    return frozenset(analyzer.terms(verb if is_saying else saying.get("noun") or ""))


def _terms(asked: str, analyzer: Analyzer, *, leave_out: frozenset[str]) -> dict[str, str]:
    words: dict[str, str] = {}
    for term, span in analyzer.positioned_terms(asked):
        word = span.of(asked)
        if word.lower() not in _SHAPING and term not in leave_out:
            words.setdefault(term, word)
    return words
