"""What kind of thing a question asks for, and whether a sentence holds one.

Source: the coarse answer types of Li and Roth, “Learning Question Classifiers” (2002), as far as
the form of a word shows them: numbers, dates, names, reasons.
"""

import re
from enum import StrEnum

from qa_app.language.speakers import WORD, fold


class AnswerKind(StrEnum):
    """What an answer must hold to be one."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    REASON = "reason"
    ANY = "any"


_ASKED_FOR = (
    (
        AnswerKind.NUMBER,
        re.compile(
            r"\bhow\s+(?:many|much|long|old|far|tall|large|big|high|often|deep|wide|fast|heavy)\b"
            r"|\b(?:what|which)\s+(?:was\s+|is\s+)?(?:the\s+)?(?:\w+\s+)?(?:percentage|percent|number|amount|"
            r"proportion|fraction|population|age|temperature|length|height|distance|speed|size|"
            r"price|cost|rate)\b",
            re.IGNORECASE,
        ),
    ),
    (
        AnswerKind.DATE,
        re.compile(
            r"\bwhen\b|\b(?:what|which)\s+(?:\w+\s+)?(?:year|date|day|month|century|decade)s?\b",
            re.IGNORECASE,
        ),
    ),
    (
        AnswerKind.NAME,
        re.compile(
            r"\b(?:who|whom|whose|where)\b|\b(?:what|which)\s+(?:\w+\s+)?(?:person|man|woman|city|"
            r"country|state|region|county|town|continent|street|river|university|company|team)\b",
            re.IGNORECASE,
        ),
    ),
    (AnswerKind.REASON, re.compile(r"\bwhy\b|\bwhat\s+(?:caused|led\s+to)\b", re.IGNORECASE)),
)  # fmt: skip
_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|"
    r"thousands?|millions?|billions?|twice|half|thirds?|quarter|percent|per cent)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b(?:1[0-9]|20)\d\d(?:s\b|\b)|\bcentur(?:y|ies)\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_REASON = re.compile(
    r"\b(?:because|due to|since|causes?|caused|reasons?|results?|resulted|therefore|so that"
    r"|in order|owing|thanks to|led to)\b",
    re.IGNORECASE,
)
# Where no kind is asked for, every sentence is as good as half a find.
_UNDECIDED = 0.5
_SOME_DIGIT = 0.3


def asked_for(question: str) -> AnswerKind:
    """What kind of thing the question asks for."""
    return next((kind for kind, form in _ASKED_FOR if form.search(question)), AnswerKind.ANY)


def holds(kind: AnswerKind, sentence: str, asked: frozenset[str]) -> float:
    """How far the sentence holds something of that kind, 0 to 1.

    Args:
        kind: what is asked for.
        sentence: verbatim.
        asked: the folded words of the question; what it names already is no answer.
    """
    if kind is AnswerKind.ANY:
        return _UNDECIDED
    if kind is AnswerKind.NUMBER:
        return float(_is_new(_NUMBER, sentence, asked))
    if kind is AnswerKind.DATE:
        if _is_new(_DATE, sentence, asked):
            return 1.0
        return _SOME_DIGIT if _NUMBER.search(sentence) else 0.0
    if kind is AnswerKind.REASON:
        return float(_REASON.search(sentence) is not None)
    return float(_names_another(sentence, asked))


def _is_new(form: re.Pattern[str], sentence: str, asked: frozenset[str]) -> bool:
    return any(match.group().lower() not in asked for match in form.finditer(sentence))


def _names_another(sentence: str, asked: frozenset[str]) -> bool:
    """Whether a word inside the sentence is written as a name and is not in the question."""
    words = WORD.finditer(sentence)
    next(words, None)
    return any(word[0].isupper() and fold(word) not in asked for word in (m.group() for m in words))
