"""The words by which a statement's speaker can be asked for."""

from qa_app.language.speakers import WORD, fold
from qa_app.language.speech.statement import Statement
from qa_app.language.speech.word_lists import FUNCTION_WORDS, NAME_SUFFIXES

# The last word of a name is what it is asked for by; what describes its bearer may be anyone's.
_GIVEN_NAME = 0.9
_DESCRIPTION = 0.8


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, the parts of hyphenated ones apart, without suffixes (Jr.)."""
    words = [fold(match.group()).removesuffix("'s") for match in WORD.finditer(name)]
    parts = [part for word in words for part in word.split("-") if part]
    while len(parts) > 1 and parts[-1] in NAME_SUFFIXES:
        parts.pop()
    return tuple(parts)


def initials(name: str) -> str:
    """The first letters of a name of three words or more, folded: imf; empty where it has less."""
    words = [word for word in name_words(name) if word not in FUNCTION_WORDS]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def words_naming(statement: Statement) -> dict[str, float]:
    """Each word that may be asked for, and how sure it then is that the statement is theirs.

    They are the words of the name, of the offices and of the bodies; a certainty is in 0 to 1.
    """
    found: dict[str, float] = {}
    *given, last = name_words(statement.speaker) or ("",)
    described = [
        word for text in (*statement.offices, *statement.bodies) for word in name_words(text)
    ]
    short = [initials(statement.speaker)]
    for words, share in (
        ([last], 1.0),
        (short, 1.0),
        (given, _GIVEN_NAME),
        (described, _DESCRIPTION),
    ):
        for word in words:
            if len(word) > 1 and word not in FUNCTION_WORDS:
                found.setdefault(word, round(share * statement.certainty, 3))
    return found
