"""What verifying an export found: a verdict for each quote."""

from enum import StrEnum

from msgspec import Struct

from qa_app.model import Span


class QuoteState(StrEnum):
    """How an exported quote stands in its source now.

    `MOVED` is verbatim too, in another place or another file than the export says.
    """

    VERBATIM = "verbatim"
    MOVED = "moved"
    CHANGED = "changed"
    MISSING = "missing"


class PartKind(StrEnum):
    """Where a part of a difference stands: in both, only in the source, only in the quote."""

    SAME = "same"
    SOURCE = "source"
    QUOTE = "quote"


class DiffPart(Struct, frozen=True):
    """A stretch of words, and where it stands."""

    kind: PartKind
    text: str


class Verdict(Struct, frozen=True):
    """A quote as a reader of the export sees it, and how it stands in its source.

    `path` is the file that was looked into and `span` where the words stand in it, in code points
    of its text; where they are changed, where they stood, if that is known. `difference` is set
    where they are changed, `reason` where the source could not be read.
    """

    quote: str
    path: str
    state: QuoteState
    span: Span | None = None
    difference: tuple[DiffPart, ...] = ()
    reason: str = ""

    @property
    def is_verbatim(self) -> bool:
        """Whether the words stand in the source as the export has them."""
        return self.state in {QuoteState.VERBATIM, QuoteState.MOVED}


class VerifyReport(Struct, frozen=True):
    """The verdicts on the quotes of an export, in its order."""

    file: str
    verdicts: tuple[Verdict, ...]
    cancelled: bool = False

    @property
    def is_verbatim(self) -> bool:
        """Whether every quote is verbatim."""
        return all(verdict.is_verbatim for verdict in self.verdicts)
