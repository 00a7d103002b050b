"""A statement and whose it is, as the library keeps it."""

from msgspec import Struct

from qa_app.model import Manner, Span


class Statement(Struct, frozen=True):
    """Words of a passage that somebody said; spans are of the passage.

    `speaker` is the fullest name the document has for them, or the office or pronoun where it has
    none; `name` is where the passage names them, None where only what comes before it does.
    `said` are the words attributed, in pieces where “X said” stands between. `offices` and `bodies`
    describe the speaker as the document does (“press secretary”, “White House”); `verb` is the
    verb's lemma, empty where there is none. `certainty` is in 0 to 1.
    """

    speaker: str
    name: Span | None
    said: tuple[Span, ...]
    manner: Manner
    certainty: float
    verb: str = ""
    offices: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
