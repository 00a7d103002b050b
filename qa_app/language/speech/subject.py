"""A phrase that may name a speaker, and how surely it does."""

from enum import IntEnum

from msgspec import Struct
from msgspec.structs import replace

from qa_app.language.speech.mentions import Mention
from qa_app.model import Span

_SURNAME_ALONE = 0.97


class Who(IntEnum):
    """How a speaker is named, the surest last."""

    THING = 0  # a noun that is not known to speak
    PRONOUN = 1
    NOUN = 2  # an office, a kind of person or body, something written
    NAME = 3


_SURE = {Who.NAME: 1.0, Who.NOUN: 0.9, Who.PRONOUN: 0.75, Who.THING: 0.45}


class Subject(Struct, frozen=True):
    """A phrase that may name a speaker: `tokens[first:last]`.

    `name` is the part to be marked, `text` the same as a person would write it. `offices` and
    `bodies` describe the speaker: “press secretary”, “White House”.
    """

    first: int
    last: int
    who: Who
    name: Span
    text: str
    mention: Mention | None = None
    offices: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    is_many: bool = False

    @property
    def certainty(self) -> float:
        """How sure it is that the phrase names who speaks, beside a verb of saying; 0 to 1."""
        is_single = self.mention is not None and len(self.mention.keys) == 1
        return _SURE[self.who] * (_SURNAME_ALONE if is_single else 1.0)

    @property
    def is_first_person(self) -> bool:
        """Whether it is whoever wrote the text, or whom it addresses."""
        return self.text in {"i", "we", "you"}

    def described(self, other: "Subject") -> "Subject":
        """The same with what an apposition says of them."""
        return replace(
            self,
            first=min(self.first, other.first),
            offices=tuple(dict.fromkeys((*self.offices, *other.offices))),
            bodies=tuple(dict.fromkeys((*self.bodies, *other.bodies))),
        )
