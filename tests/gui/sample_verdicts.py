"""A verdict of each state, as a check of an export finds them."""

from qa_app.model import Span
from qa_app.verdicts import DiffPart, PartKind, QuoteState, Verdict
from tests.gui.sample_news import PATHS, TEXTS

WORDS = "“In politics there are no permanent enemies,” Abu Qasra added"
MOVED = "Prices in the markets eased for a week and then rose again."
_AT, _MOVED_AT = TEXTS[1].index(WORDS), TEXTS[2].index(MOVED)

VERDICTS = (
    Verdict(WORDS, PATHS[1], QuoteState.VERBATIM, Span(_AT, _AT + len(WORDS))),
    Verdict(MOVED, PATHS[2], QuoteState.MOVED, Span(_MOVED_AT, _MOVED_AT + len(MOVED))),
    Verdict(
        "Prices in the shops eased for a week and then rose again.",
        PATHS[2],
        QuoteState.CHANGED,
        Span(_MOVED_AT, _MOVED_AT + len(MOVED)),
        (
            DiffPart(PartKind.SAME, "Prices in the "),
            DiffPart(PartKind.SOURCE, "markets"),
            DiffPart(PartKind.QUOTE, "shops"),
            DiffPart(PartKind.SAME, " eased for a week and then rose again."),
        ),
    ),
    Verdict(
        "Abu Qasra said the army would be one army",
        "/home/lina/press/gone.txt",
        QuoteState.MISSING,
        reason="No such file or directory",
    ),
)
