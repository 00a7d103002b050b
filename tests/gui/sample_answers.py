"""Answers that a question's words call for: a refusal, conditions, other spellings, doubt."""

from collections.abc import Collection

from qa_app.model import Answer, Hit, Restriction, RestrictionKind, Variant
from tests.gui.sample_news import ANSWER, TERM, answer_hits, hit

NARROW = (
    'source:"The Harbour Post" in February 2025 "sea base" -gas what of Hmeimim did Abu Qasra say?'
)
LONG_WORDS = "source:" + "TheRatherLongName" * 6
NOWHERE = "source:Ledger before:2020-01-01 what did Abu Qasra say?"
UNSURE = "perhaps what did Abu Qasra say?"

# What a question is understood to ask for, by the words that ask for it.
_RESTRICTIONS = (
    Restriction(RestrictionKind.SOURCE, "The Harbour Post", 'source:"The Harbour Post"'),
    Restriction(RestrictionKind.SOURCE, LONG_WORDS.removeprefix("source:"), LONG_WORDS),
    Restriction(RestrictionKind.SOURCE, "Ledger", "source:Ledger"),
    Restriction(RestrictionKind.AFTER, "2025-02-01", "in February 2025"),
    Restriction(RestrictionKind.BEFORE, "2025-02-28", "in February 2025"),
    Restriction(RestrictionKind.BEFORE, "2020-01-01", "before:2020-01-01"),
    Restriction(RestrictionKind.PHRASE, "sea base", '"sea base"'),
    Restriction(RestrictionKind.WITHOUT, "gas", "-gas"),
)
_VARIANTS = (
    Variant("Hmeimim", "Khmeimim"),
    Variant("Hmeimim", "Humaymim & <b>Hamim</b>"),
    Variant("spokesman", "spokesperson"),
)
_UNMET = "before:2020-01-01"


def answer(question: str, dropped: Collection[str] = ()) -> Answer:
    """The documents' answer to a question without what was dropped from it.

    It is a refusal where the question names Erdogan or a day before every document.
    """
    restrictions = tuple(r for r in _RESTRICTIONS if r.typed in question and r.typed not in dropped)
    variants = tuple(v for v in _VARIANTS if v.asked in question and v.form not in dropped)
    is_met = not any(restriction.typed == _UNMET for restriction in restrictions)
    answered = is_met and "erdogan" not in question.lower()
    return Answer(
        question,
        answered=answered,
        took_ms=18.4 if answered else 12.3,
        hits=answer_hits() if answered else (),
        related=_related() if is_met and not answered else (),
        missing_terms=("erdogan",) if "erdogan" in question.lower() else (),
        also_searched=variants,
        confidence=_confidence(question, answered=answered),
        restrictions=restrictions,
    )


def _confidence(question: str, *, answered: bool) -> float:
    if not answered:
        return 0.1
    return 0.45 if "perhaps" in question else 0.9


def _related() -> tuple[Hit, ...]:
    return (
        hit(1, 3, "Across", (ANSWER, "Officers say"), (TERM, "say")),
        hit(2, 1, "Two months"),
    )
