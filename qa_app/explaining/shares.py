"""Why a hit stands where it does: what each feature adds to the score that the ranking follows.

The features are an open list: one that has no words here is called by its name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_app.model import Hit

_MOSTLY = 0.5
_TOGETHER = 0.7
_COUNTS_AGAINST = 0.1
# Nothing is left of a smaller share where two decimals are shown.
_SHOWN_FROM = 0.005


@dataclass(frozen=True, slots=True)
class _Feature:
    """How a feature is called, in a table and in a sentence; and the scores it is made of."""

    label: str
    reason: str
    scores: tuple[str, ...]


_FEATURES = {
    "keywords": _Feature("Keywords", "its keywords", ("bm25", "bm25_sentence")),
    "keywords_sentence": _Feature("Keywords, sentence", "its keywords", ("bm25_sentence",)),
    "meaning": _Feature("Meaning", "its meaning", ("cosine", "cosine_sentence")),
    "meaning_sentence": _Feature("Meaning, sentence", "its meaning", ("cosine_sentence",)),
    "coverage": _Feature("The question’s words", "the question’s words in it", ("coverage",)),
    "coverage_nearby": _Feature("Words close together", "words close together", ()),
    "phrases": _Feature("Words side by side", "words side by side", ("phrases",)),
    "names_numbers": _Feature("Names and numbers", "names and numbers", ("names_numbers",)),
    "answer_kind": _Feature("Kind of answer", "the kind of answer it holds", ("answer_kind",)),
    "title": _Feature("Title and headings", "its title", ("title",)),
    "statement": _Feature("Who says it", "who says it", ("statement",)),
    "byline": _Feature("Who wrote it", "who wrote it", ("byline",)),
}
_MEASURES = {"bm25": "BM25", "cosine": "cosine"}


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a feature adds to a hit's score, negative where it takes away.

    `values` are the raw scores behind it, where they are known: of the passage and, if there are
    two, of its best sentence; `measure` is what they are called.
    """

    label: str
    share: float
    measure: str = ""
    values: tuple[float, ...] = ()

    @property
    def measured(self) -> str:
        """The raw scores in words: `BM25 9.10, best sentence 7.25`."""
        return ", best sentence ".join(self._in_figures())

    @property
    def measured_briefly(self) -> str:
        """The same where there is little room: `BM25 9.10 / 7.25`."""
        return " / ".join(self._in_figures())

    def _in_figures(self) -> list[str]:
        figures = [f"{value:.2f}" for value in self.values]
        return [f"{self.measure} {figures[0]}".strip(), *figures[1:]] if figures else []


def contributions_of(hit: Hit) -> tuple[Contribution, ...]:
    """The shares of a hit that can be seen at two decimals, the largest first."""
    shown = [(name, share) for name, share in hit.shares.items() if abs(share) >= _SHOWN_FROM]
    shown.sort(key=lambda named: -named[1])
    return tuple(_contribution(hit, _feature(name), share) for name, share in shown)


def reason_words(hit: Hit) -> str:
    """A sentence that says what decided; empty where the shares are not known."""
    if not hit.shares:
        return ""
    shares = _by_reason(hit)
    speaking_for = [(reason, share) for reason, share in shares if share >= _SHOWN_FROM]
    if not speaking_for:
        return "Nothing speaks for it; the others are further still."
    total = sum(share for _, share in speaking_for)
    reason, share = shares[-1]
    against = f" {_capital(reason)} counted against it." if -share > _COUNTS_AGAINST * total else ""
    return f"Ranked here {_decided(speaking_for, total)}.{against}"


def signed(share: float) -> str:
    """A share with its sign at two decimals: `+0.31`, `−0.05`."""
    return f"{share:+.2f}".replace("-", "−")


def total_words(hit: Hit) -> str:
    """What the shares sum to, the score that the ranking follows, at two decimals."""
    return f"{hit.scores.get('fused', sum(hit.shares.values())):.2f}".replace("-", "−")


def _feature(name: str) -> _Feature:
    return _FEATURES.get(name, _Feature(name, f"“{name}”", (name,)))


def _contribution(hit: Hit, feature: _Feature, share: float) -> Contribution:
    values = tuple(hit.scores[name] for name in feature.scores if name in hit.scores)
    first = next(iter(feature.scores), "").removesuffix("_sentence")
    return Contribution(feature.label, share, _MEASURES.get(first, ""), values)


def _by_reason(hit: Hit) -> list[tuple[str, float]]:
    """Shares by what a person would call their reason, the largest first."""
    shares: dict[str, float] = {}
    for name, share in hit.shares.items():
        reason = _feature(name).reason
        shares[reason] = shares.get(reason, 0.0) + share
    return sorted(shares.items(), key=lambda named: -named[1])


def _decided(shares: Sequence[tuple[str, float]], total: float) -> str:
    (first, share), *others = shares
    if not others:
        return f"for {first} alone"
    if share >= _MOSTLY * total:
        return f"mostly for {first}"
    second, more = others[0]
    if share + more >= _TOGETHER * total:
        return f"for {first} and {second}"
    return f"for several reasons, first {first} and {second}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
