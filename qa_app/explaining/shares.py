"""Why a hit stands where it does: what each feature adds to the score that the ranking follows.

The features are an open list: one that has no words here is called by its name.
"""

from collections.abc import Sequence

from msgspec import Struct

from qa_app.explaining.translation import Translate, as_written, later
from qa_app.model import Hit

_MOSTLY = 0.5
_TOGETHER = 0.7
_COUNTS_AGAINST = 0.1
# Nothing is left of a smaller share where two decimals are shown.
_SHOWN_FROM = 0.005


class _Feature(Struct, frozen=True):
    """How a feature is called, in a table and in a sentence; and the scores it is made of."""

    label: str
    reason: str
    scores: tuple[str, ...]


_FEATURES = {
    "keywords": _Feature(later("Keywords"), later("its keywords"), ("bm25", "bm25_sentence")),
    "keywords_sentence": _Feature(
        later("Keywords, sentence"), later("its keywords"), ("bm25_sentence",)
    ),
    "meaning": _Feature(later("Meaning"), later("its meaning"), ("cosine", "cosine_sentence")),
    "meaning_sentence": _Feature(
        later("Meaning, sentence"), later("its meaning"), ("cosine_sentence",)
    ),
    "coverage": _Feature(
        later("The question’s words"), later("the question’s words in it"), ("coverage",)
    ),
    "coverage_nearby": _Feature(later("Words close together"), later("words close together"), ()),
    "phrases": _Feature(later("Words side by side"), later("words side by side"), ("phrases",)),
    "names_numbers": _Feature(
        later("Names and numbers"), later("names and numbers"), ("names_numbers",)
    ),
    "answer_kind": _Feature(
        later("Kind of answer"), later("the kind of answer it holds"), ("answer_kind",)
    ),
    "title": _Feature(later("Title and headings"), later("its title"), ("title",)),
    "statement": _Feature(later("Who says it"), later("who says it"), ("statement",)),
    "byline": _Feature(later("Who wrote it"), later("who wrote it"), ("byline",)),
}
_MEASURES = {"bm25": "BM25", "cosine": later("cosine")}


class Contribution(Struct, frozen=True):
    """What a feature adds to a hit's score, negative where it takes away.

    `values` are the raw scores behind it, where they are known: of the passage and, if there are
    two, of its best sentence; `measure` is what they are called.
    """

    label: str
    share: float
    measure: str = ""
    values: tuple[float, ...] = ()

    def measured(self, tr: Translate = as_written) -> str:
        """The raw scores in words: `BM25 9.10, best sentence 7.25`."""
        return tr(", best sentence ").join(self._in_figures())

    @property
    def measured_briefly(self) -> str:
        """The same where there is little room: `BM25 9.10 / 7.25`."""
        return " / ".join(self._in_figures())

    def _in_figures(self) -> list[str]:
        figures = [f"{value:.2f}" for value in self.values]
        return [f"{self.measure} {figures[0]}".strip(), *figures[1:]] if figures else []


def contributions_of(hit: Hit, tr: Translate = as_written) -> tuple[Contribution, ...]:
    """The shares of a hit that can be seen at two decimals, the largest first."""
    shown = [(name, share) for name, share in hit.shares.items() if abs(share) >= _SHOWN_FROM]
    shown.sort(key=lambda named: -named[1])
    return tuple(_contribution(hit, _feature(name), share, tr) for name, share in shown)


def reason_words(hit: Hit, tr: Translate = as_written) -> str:
    """A sentence that says what decided; empty where the shares are not known."""
    if not hit.shares:
        return ""
    shares = _by_reason(hit)
    speaking_for = [(reason, share) for reason, share in shares if share >= _SHOWN_FROM]
    if not speaking_for:
        return tr("Nothing speaks for it; the others are further still.")
    total = sum(share for _, share in speaking_for)
    reason, share = shares[-1]
    decided = _decided(speaking_for, total, tr)
    if -share <= _COUNTS_AGAINST * total:
        return decided
    against = tr("{reason} counted against it.").format(reason=_capital(tr(reason)))
    return f"{decided} {against}"


def signed(share: float) -> str:
    """A share with its sign at two decimals: `+0.31`, `−0.05`."""
    return f"{share:+.2f}".replace("-", "−")


def total_words(hit: Hit) -> str:
    """What the shares sum to, the score that the ranking follows, at two decimals."""
    return f"{hit.scores.get('fused', sum(hit.shares.values())):.2f}".replace("-", "−")


def _feature(name: str) -> _Feature:
    return _FEATURES.get(name, _Feature(name, f"“{name}”", (name,)))


def _contribution(hit: Hit, feature: _Feature, share: float, tr: Translate) -> Contribution:
    values = tuple(hit.scores[name] for name in feature.scores if name in hit.scores)
    first = next(iter(feature.scores), "").removesuffix("_sentence")
    measure = _MEASURES.get(first, "")
    return Contribution(tr(feature.label), share, tr(measure) if measure else "", values)


def _by_reason(hit: Hit) -> list[tuple[str, float]]:
    """Shares by what a person would call their reason, the largest first."""
    shares: dict[str, float] = {}
    for name, share in hit.shares.items():
        reason = _feature(name).reason
        shares[reason] = shares.get(reason, 0.0) + share
    return sorted(shares.items(), key=lambda named: -named[1])


def _decided(shares: Sequence[tuple[str, float]], total: float, tr: Translate) -> str:
    (first, share), *others = shares
    if not others:
        return tr("Ranked here for {first} alone.").format(first=tr(first))
    if share >= _MOSTLY * total:
        return tr("Ranked here mostly for {first}.").format(first=tr(first))
    second, more = others[0]
    if share + more >= _TOGETHER * total:
        sentence = tr("Ranked here for {first} and {second}.")
    else:
        sentence = tr("Ranked here for several reasons, first {first} and {second}.")
    return sentence.format(first=tr(first), second=tr(second))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
