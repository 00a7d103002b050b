"""A document is cut into passages: its paragraphs, and parts of those too long for the encoder."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from qa_app.model import Block, BlockKind, Document, Passage, Span, page_at
from qa_app.reading.sentences import split_sentences
from qa_app.reading.tokens import TokenBudget

_MAX_CONTEXT_CHARS = 200
_MAX_LOOSE_HEADINGS = 2
# Where lines are only as long as a line can be.
_WRAPPED = frozenset({"text", "mail"})
_PASSAGES = frozenset({BlockKind.PARAGRAPH, BlockKind.BYLINE})
# No stretch that is worth a passage's tokens is longer, runs of spaces aside.
_WINDOW_CHARS = 4_000
_SPACE = re.compile(r"\s+")
_CLAUSE_END = re.compile(r"[,;:.!?…)\]}»”、，；：。！？）」』/&|=-]+")
_JOINER = "\u200d"
_MAX_CLUSTER_CHARS = 32


def cut_passages(document: Document, budget: TokenBudget) -> tuple[Passage, ...]:
    """The document's passages, in order and disjoint; none costs more than the budget's limit."""
    return tuple(_passages(document, budget))


def _passages(document: Document, budget: TokenBudget) -> Iterator[Passage]:
    headings = _Headings()
    paragraph = 0
    by_line = document.format not in _WRAPPED
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            headings.add(block, document.text)
        if block.kind not in _PASSAGES or not (span := _trimmed(document.text, block.span)):
            continue
        paragraph += 1
        context = headings.path()
        for sentences in _parts(document.text, span, budget, by_line=by_line):
            covered = Span(sentences[0].start, sentences[-1].end)
            page = page_at(document.pages, covered.start)
            yield Passage(covered, sentences, context, paragraph, block.kind, page)
        if block.kind is BlockKind.PARAGRAPH:
            headings.loose.clear()


class _Headings(Struct):
    """The headings over the place we have come to.

    Those with a level hold until one as high comes; a loose one heads the next paragraph only,
    since in plain text it may as well be a stray line.
    """

    leveled: list[tuple[int, str]] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)

    def add(self, block: Block, text: str) -> None:
        words = " ".join(block.span.of(text).split())
        if block.level:
            while self.leveled and self.leveled[-1][0] >= block.level:
                self.leveled.pop()
            self.leveled.append((block.level, words))
            self.loose.clear()
        elif words not in self.loose:
            self.loose.append(words)

    def path(self) -> str:
        """Outermost first, a line each; where it is too long the outer ones give way."""
        path = [words for _, words in self.leveled] + self.loose[-_MAX_LOOSE_HEADINGS:]
        while len(path) > 1 and len("\n".join(path)) > _MAX_CONTEXT_CHARS:
            path.pop(0)
        joined = "\n".join(path)
        if len(joined) <= _MAX_CONTEXT_CHARS:
            return joined
        return joined[: _MAX_CONTEXT_CHARS + 1].rpartition(" ")[0] or joined[:_MAX_CONTEXT_CHARS]


def _trimmed(text: str, span: Span) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    return Span(start, end) if start < end else None


def _parts(
    text: str, span: Span, budget: TokenBudget, *, by_line: bool
) -> Iterator[tuple[Span, ...]]:
    """The paragraph's sentences, in as few parts as fit the budget, about equally full."""
    words = span.of(text)
    sentences = tuple(s.shifted(span.start) for s in split_sentences(words, by_line=by_line))
    if budget.fits(words):
        yield sentences
        return
    pieces = [piece for sentence in sentences for piece in _fitting(text, sentence, budget)]
    costs = [budget.cost(piece.of(text)) for piece in pieces]
    for part in _balanced(costs, budget.limit):
        yield from _halved(text, pieces[part], budget)


def _halved(text: str, pieces: Sequence[Span], budget: TokenBudget) -> Iterator[tuple[Span, ...]]:
    """The part itself, or its halves where the space between the sentences makes it too dear."""
    waiting = [pieces]
    while waiting:
        part = waiting.pop()
        if len(part) == 1 or budget.fits(text[part[0].start : part[-1].end]):
            yield tuple(part)
        else:
            middle = len(part) // 2
            waiting += [part[middle:], part[:middle]]


def _balanced(costs: Sequence[int], limit: int) -> list[slice]:
    """The fewest runs of `costs` that stay within `limit`, their dearest as cheap as can be."""
    n_runs = len(_runs(costs, limit))
    low, high = max(costs), limit
    while low < high:
        middle = (low + high) // 2
        if len(_runs(costs, middle)) > n_runs:
            low = middle + 1
        else:
            high = middle
    return _runs(costs, high)


def _runs(costs: Sequence[int], limit: int) -> list[slice]:
    runs: list[slice] = []
    start = spent = 0
    for i, cost in enumerate(costs):
        if i > start and spent + cost > limit:
            runs.append(slice(start, i))
            start, spent = i, 0
        spent += cost
    return [*runs, slice(start, len(costs))]


def _fitting(text: str, sentence: Span, budget: TokenBudget) -> Iterator[Span]:
    """The sentence, or where it is over budget its fragments."""
    words = sentence.of(text)
    total = budget.cost(words)
    if total <= budget.limit:
        yield sentence
        return
    # Fragments of about one size read better than full ones and a scrap.
    n_fragments = -(-total // budget.limit)
    within = min(budget.limit, total // n_fragments + budget.limit // 10)
    start = sentence.start
    while start < sentence.end:
        window = text[start : min(start + _WINDOW_CHARS, sentence.end)]
        end = start + _cut_at(
            window, budget.reach(window, within), last=start + len(window) >= sentence.end
        )
        if fragment := _trimmed(text, Span(start, end)):
            yield fragment
        start = end


def _cut_at(window: str, reached: int, *, last: bool) -> int:
    """Where to cut up to `reached`: at white space, a clause's end, or between characters."""
    if reached == len(window) and last:
        return reached
    head = window[:reached]
    for mark in (_SPACE, _CLAUSE_END):
        ends = [found.end() for found in mark.finditer(head) if found.start()]
        if mark is _SPACE and window[reached : reached + 1].isspace():
            return reached
        if ends:
            return ends[-1]
    return _between_characters(window, reached)


def _between_characters(window: str, reached: int) -> int:
    for cut in range(reached, max(reached - _MAX_CLUSTER_CHARS, 0), -1):
        if cut == len(window) or not _joins(window[cut - 1], window[cut]):
            return cut
    return reached


def _joins(before: str, after: str) -> bool:
    """Whether the two code points are drawn as one character: marks, joiners, skin tones."""
    if _JOINER in (before, after) or "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    return unicodedata.category(after) in {"Mn", "Me", "Mc"}
