"""Features become one score; the same statement from several files becomes one hit.

The score is a linear model whose weights are fitted so that the passages that answer come before
those that do not: a logistic regression on differences of features.
Source: Herbrich, Graepel and Obermayer, “Large Margin Rank Boundaries for Ordinal Regression”
(2000), with the logistic loss of Burges et al., “Learning to Rank Using Gradient Descent” (2005).
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain, takewhile

from msgspec import Struct
from msgspec.structs import asdict, replace

from qa_app.answering.answering_sentence import answering_sentence
from qa_app.answering.features import Features, Sentence
from qa_app.answering.question import Intent
from qa_app.answering.weights import weights
from qa_app.language.speakers import Speaker, fold, name_spans
from qa_app.language.speech.statement import Statement
from qa_app.library.stored import StoredPassage
from qa_app.model import BlockKind, Source

# A passage is as near as its nearest sentence for the most part, and as its whole for the rest.
_SENTENCE_SHARE = 0.7
# Shorter sentences (“Yes.”, “He declined.”) are the same words without being the same statement.
_MIN_SAME_WORDS = 6
_MIN_SAME_SAID = 4
_MOST_ON_END = 2
_N_DIGITS = 5
_BY_NAME = frozenset({"statement", "byline"})
_WORD = re.compile(r"[^\W_]+")
_SPACED = str.maketrans({n: " " for n in range(128) if not chr(n).isalnum()})


# Without slots: what is worked out from a hit is kept with it.
class Ranked(Struct, frozen=True, dict=True):
    """A candidate with what each feature adds to its score, by name.

    `also_in` are the other sources that say the same word for word.
    """

    features: Features
    shares: Mapping[str, float]
    also_in: tuple[Source, ...] = ()

    @cached_property
    def fused(self) -> float:
        """The score that the ranking follows: the sum of the shares."""
        return sum(self.shares.values())

    @cached_property
    def statement(self) -> Statement | None:
        """The surest of the statements that were asked for."""
        found = chain(*self.features.statements)
        return max(found, key=lambda statement: statement.certainty, default=None)

    @cached_property
    def sentence(self) -> Sentence | None:
        """Its answering sentence; worked out when asked for, few candidates are."""
        return answering_sentence(self.features)

    @cached_property
    def part(self) -> int:
        """The number of the part to show: where the statement or the answering sentence is."""
        if (statement := self.statement) is not None:
            return next(n for n, own in enumerate(self.features.statements) if statement in own)
        sentence = self.sentence
        return sentence.part if sentence else 0

    @cached_property
    def passage(self) -> StoredPassage:
        """The passage to show."""
        return self.features.parts[self.part]

    @cached_property
    def scores(self) -> dict[str, float]:
        """Its scores by name, see `Hit.scores`."""
        features = self.features
        return {
            "bm25": features.bm25,
            "bm25_sentence": features.bm25_sentence,
            "cosine": features.cosine,
            "cosine_sentence": features.cosine_sentence,
            "coverage": features.coverage,
            "statement": features.certainty,
            "fused": self.fused,
        }


def rank(candidates: Sequence[Features], intent: Intent, *, on_topic: bool = True) -> list[Ranked]:
    """Candidates by fused score, best first.

    Args:
        candidates: in any order.
        intent: what kind of answer is wanted.
        on_topic: whether a statement is to be about something, or anything they said will do.
    """
    if not candidates:
        return []
    farthest = min(map(_meaning, candidates))
    best_bm25 = max(candidate.bm25_sentence for candidate in candidates)
    ranked = [
        Ranked(c, _shares(c, farthest, best_bm25) | _asked_by_name(c, intent, on_topic=on_topic))
        for c in candidates
    ]
    # A stable order for equal scores, whatever their last digits: as the documents have it.
    ranked.sort(key=lambda hit: (-round(hit.fused, _N_DIGITS), hit.features.id))
    return ranked


def ranking_features(features: Features, candidates: Sequence[Features]) -> tuple[float, ...]:
    """What `RankingWeights` weigh, in their order; all but the first lie in 0 to 1.

    How much nearer in meaning it is than the farthest candidate; the rest as `Features` has them.
    """
    return _compared(features, min(map(_meaning, candidates)))


def given_score(features: Features, candidates: Sequence[Features]) -> float:
    """What is added to the fitted part of the score whatever the fit."""
    return sum(_given(features, max(c.bm25_sentence for c in candidates)).values())


def _compared(features: Features, farthest: float) -> tuple[float, ...]:
    return (
        _meaning(features) - farthest,
        features.coverage,
        features.coverage_nearby,
        features.answer_kind,
    )


def _given(features: Features, best_bm25: float) -> dict[str, float]:
    by = weights().by_hand
    return {
        "keywords": by.keywords * features.bm25_sentence / (best_bm25 or 1.0),
        "phrases": by.phrases * features.phrases,
    }


def _meaning(features: Features) -> float:
    """How near it is to the question in meaning: a cosine, in -1 to 1."""
    return _SENTENCE_SHARE * features.cosine_sentence + (1 - _SENTENCE_SHARE) * features.cosine


def _shares(features: Features, farthest: float, best_bm25: float) -> dict[str, float]:
    by, values = asdict(weights().ranking), _compared(features, farthest)
    shares = {
        name: weight * value for (name, weight), value in zip(by.items(), values, strict=True)
    }
    return shares | _given(features, best_bm25)


def _asked_by_name(features: Features, intent: Intent, *, on_topic: bool) -> dict[str, float]:
    """What a candidate gains by being a statement, or a by-line, where that is asked for."""
    by, certainty = weights().by_hand, features.certainty
    if intent is Intent.STATEMENT and certainty:
        return {
            "statement": by.statement
            + (by.certainty if on_topic else by.certainty_alone) * certainty
        }
    if intent is Intent.WHO_SAID and certainty:
        return {"statement": by.said_by_anyone * certainty}
    is_byline = features.parts[0].kind is BlockKind.BYLINE
    if intent is Intent.AUTHOR and is_byline and features.coverage:
        return {"byline": by.byline * features.coverage}
    return {}


def to_the_point(
    ranked: list[Ranked], intent: Intent, speaker: Speaker | None = None
) -> list[Ranked]:
    """The candidates that have to do with what was asked for by name, where there are any.

    Of someone's statements those passages that name them, of keywords those that hold one; none
    that falls far behind the best of its kind, but every statement.

    Args:
        ranked: the candidates, best first.
        intent: what kind of answer is wanted.
        speaker: whose statements, where they are.
    """
    if intent is Intent.STATEMENT and ranked and ranked[0].features.certainty:
        ranked = [hit for hit in ranked if hit.features.certainty or _names(hit, speaker)]
    if intent is Intent.KEYWORDS and any(hit.features.coverage for hit in ranked):
        ranked = [hit for hit in ranked if hit.features.coverage]
    named = intent in {Intent.STATEMENT, Intent.AUTHOR}
    asked_for = [hit for hit in ranked if named and not _BY_NAME.isdisjoint(hit.shares)]
    others = [hit for hit in ranked if not named or _BY_NAME.isdisjoint(hit.shares)]
    least = others[0].fused - weights().by_hand.keep_within if others else 0.0
    return asked_for + list(takewhile(lambda hit: hit.fused >= least, others))


def _names(hit: Ranked, speaker: Speaker | None) -> bool:
    return speaker is not None and any(any(name_spans(speaker, p.text)) for p in hit.features.parts)


def varied(ranked: Sequence[Ranked]) -> list[Ranked]:
    """At most two hits on end from one document, while others score close."""
    left = list(ranked)
    order: list[Ranked] = []
    while left:
        order.append(left.pop(_next_of_another(order, left)))
    return order


def _next_of_another(order: Sequence[Ranked], left: Sequence[Ranked]) -> int:
    """The place of the next hit: the best, unless its document had the last two."""
    last = {hit.features.parts[0].document_id for hit in order[-_MOST_ON_END:]}
    if len(order) < _MOST_ON_END or last != {left[0].features.parts[0].document_id}:
        return 0
    least = left[0].fused - weights().by_hand.close_within
    close = takewhile(lambda n: left[n].fused >= least, range(len(left)))
    return next((n for n in close if left[n].features.parts[0].document_id not in last), 0)


def merge_same(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Each statement once, under the best hit that makes it; the rest become its other sources."""
    first: dict[str, int] = {}
    merged: list[list[Ranked]] = []
    # A statement is the same as words in another order: Kallas said no, “No,” said Kallas.
    has_statements = any(hit.statement for hit in ranked)
    for hit in ranked:
        # Which sentence answers takes a while to find out, and most hits are never shown.
        keys = _sameness_keys(hit) if has_statements or hit.features.may_repeat else []
        at = next((first[key] for key in keys if key in first), None)
        if at is None:
            at = len(merged)
            merged.append([])
        merged[at].append(hit)
        for key in keys:
            first.setdefault(key, at)
    return [_united(best, others) for best, *others in merged]


def _sameness_keys(hit: Ranked) -> list[str]:
    """What two hits share if they say the same word for word."""
    texts = [hit.passage.text]
    if (statement := hit.statement) is not None:
        said = _words(" ".join(span.of(hit.passage.text) for span in statement.said))
        surname = _words(statement.speaker)[-1:]
        own = [" ".join((*surname, "said", *said))] if len(said) >= _MIN_SAME_SAID else []
        return own + _whole_keys(texts)
    if (sentence := hit.sentence) is not None:
        texts.append(sentence.text)
    return _whole_keys(texts)


def _whole_keys(texts: Sequence[str]) -> list[str]:
    return [" ".join(found) for found in map(_words, texts) if len(found) >= _MIN_SAME_WORDS]


def _words(text: str) -> list[str]:
    folded = fold(text)
    # The same, several times faster.
    return folded.translate(_SPACED).split() if folded.isascii() else _WORD.findall(folded)


def _united(best: Ranked, others: Sequence[Ranked]) -> Ranked:
    """The best hit, with the files of the others that are none of its own."""
    if not others:
        return best
    own = {best.passage.path, *best.passage.other_paths}
    also_in = {source.path: source for source in best.also_in}
    for passage in (other.passage for other in others):
        if own.issuperset((passage.path, *passage.other_paths)):
            continue
        for source in (passage.source, *passage.copies):
            if source.path not in own:
                also_in.setdefault(source.path, source)
    united = replace(best, also_in=tuple(also_in.values()))
    # What is worked out of it already is the same for both.
    united.__dict__.update(best.__dict__)
    return united
