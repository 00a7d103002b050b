"""What an attribution is while a paragraph is read, before it is known who “he” is."""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from qa_app.language.reporting_verbs import Verb
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.subject import Subject

_MAX_SENTENCE_TOKENS = 400
# Looking a member up in its enumeration takes longer than telling whether it is the one.
_END, _QUOTATION = Kind.END, Kind.QUOTATION


class Draft(Struct, frozen=True):
    """An attribution found in a paragraph.

    `pieces` are ranges of tokens; `cue` is the token that attributes, `first` where the
    attribution's own words begin, `end` the end of its sentence. `verb` is a lemma, or empty.
    Where it `is_silent`, the pieces tell that nothing was said.
    """

    subject: Subject
    verb: str
    cue: int
    first: int
    end: int
    pieces: tuple[tuple[int, int], ...]
    certainty: float
    is_quoted: bool = False
    is_label: bool = False
    is_silent: bool = False


class Cue(Struct, frozen=True):
    """A verb that may attribute, at token `at` of the sentence `tokens[start:end]`.

    `earlier` is the sentence's last attribution before it.
    """

    tokens: Sequence[Token]
    start: int
    end: int
    at: int
    verb: Verb
    earlier: Draft | None


class Survey:
    """A paragraph at one look: most have none of the words that one or the other rule is about.

    `words` are those of all tokens, folded, `sentences` the ranges of `sentence_ranges`, and
    `quoted` the places of quotations.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._lows = [token.low for token in tokens]
        self.words = frozenset(self._lows)
        self.sentences = list(sentence_ranges(tokens))
        self.quoted = [n for n, token in enumerate(tokens) if token.kind is _QUOTATION]

    def has(self, words: Collection[str]) -> bool:
        """Whether the paragraph has one of these words."""
        return not self.words.isdisjoint(words)

    def places(self, words: Collection[str]) -> Iterator[tuple[int, int, int]]:
        """Where these words are, each with the range of its sentence before it."""
        yield from self.within([n for n, low in enumerate(self._lows) if low in words])

    def within(self, places: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """Those of `places` that are in a sentence, each with the range of that before it."""
        at = 0
        for start, end in self.sentences if places else ():
            while at < len(places) and places[at] < end:
                if places[at] >= start:
                    yield start, end, places[at]
                at += 1


def sentence_ranges(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends; its END is not in it.

    What is longer than any sentence, such as a table run together, is left out.
    """
    start = 1
    for n in [n for n, token in enumerate(tokens) if token.kind is _END and n]:
        if n - start <= _MAX_SENTENCE_TOKENS:
            yield start, n
        start = n + 1
