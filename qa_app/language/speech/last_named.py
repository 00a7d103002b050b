"""Who bore an office last, and which company was named last, before a place in the document."""

from collections.abc import Sequence

from qa_app.language.speech.document_names import kinds_of, offices_of
from qa_app.language.speech.mentions import Mention, Sort
from qa_app.language.speech.outline import Token
from qa_app.language.speech.word_lists import FIRM_ENDINGS, FIRM_NOUNS

_LESSER = frozenset("acting assistant associate deputy ex former late vice".split())
_FIRMS = frozenset("company firm".split())


class LastNamed:
    """The names of the paragraphs read so far, by the nouns that can stand for them."""

    def __init__(self) -> None:
        self._latest: dict[str, list[tuple[frozenset[str], Mention]]] = {}
        # Most are never asked for.
        self._waiting: list[tuple[Sequence[Mention], Sequence[Token]]] = []

    def note(self, mentions: Sequence[Mention], tokens: Sequence[Token]) -> None:
        """Take down a paragraph's names, in order."""
        self._waiting.append((mentions, tokens))

    def find(
        self, noun: Sequence[str], mentions: Sequence[Mention], tokens: Sequence[Token]
    ) -> Mention | None:
        """The last name that a noun such as (`foreign`, `minister`) can stand for.

        Args:
            noun: its words, folded.
            mentions: the names of the paragraph at hand that stand before it.
            tokens: that paragraph.
        """
        wanted = frozenset(noun)
        for mention in reversed(mentions):
            if any(_means(wanted, frozenset(words)) for words in _called(mention, tokens)):
                return mention
        self._take_down()
        earlier = self._latest.get(noun[-1], [])
        return next((m for words, m in reversed(earlier) if _means(wanted, words)), None)

    def _take_down(self) -> None:
        for mentions, tokens in self._waiting:
            for mention in mentions:
                for words in _called(mention, tokens):
                    self._latest.setdefault(words[-1], []).append((frozenset(words), mention))
        self._waiting.clear()


def _means(wanted: frozenset[str], office: frozenset[str]) -> bool:
    """Whether an office can be called so: a vice president is not the president."""
    return wanted <= office and _LESSER.isdisjoint(office - wanted)


def _called(mention: Mention, tokens: Sequence[Token]) -> list[Sequence[str]]:
    """What the document can call someone instead: by their offices; a company by its kind."""
    kinds = set(kinds_of(mention, tokens)) if not mention.titles else set()
    if mention.keys[-1] in FIRM_ENDINGS or not kinds.isdisjoint(FIRM_NOUNS):
        kinds |= _FIRMS
    if kinds and mention.sort is not Sort.OFFICE:
        return [(kind,) for kind in sorted(kinds)]
    return list(offices_of(mention, tokens)) if mention.sort is Sort.PERSON else []
