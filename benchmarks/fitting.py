"""The fits themselves: logistic regressions on differences of features, and on features."""

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
N_FOLDS = 4
_MOST_RIGHT = 3
_NEAREST_WRONG = 15


class Example(Struct, frozen=True):
    """A question's candidates: `(n, n_features)`, best first; which are right; its fold.

    `n_right` counts the right ones that are no candidates too; `given` is a part of each score that
    is not fitted, `(n,)`.
    """

    rows: Array
    right: Flags
    n_right: int
    fold: int
    given: Array


class Group(Struct, frozen=True):
    """Examples of one kind, and how much they weigh in a fit."""

    name: str
    examples: Sequence[Example]
    weight: float

    def but(self, fold: int) -> "Group":
        """The examples of the other folds."""
        return Group(self.name, [e for e in self.examples if e.fold != fold], self.weight)


def fit_order(groups: Sequence[Group]) -> Array:
    """Weights under which right candidates come before wrong ones."""
    rows, shares = [], []
    for group in groups:
        pairs = [_differences(e) for e in group.examples if e.right.any() and not e.right.all()]
        rows += pairs
        shares += [np.full(len(own), group.weight / len(pairs) / len(own)) for own in pairs]
    return _logistic(
        np.concatenate([*rows, *(-own for own in rows)]),
        np.repeat([True, False], sum(map(len, rows))),
        np.concatenate([*shares, *shares]),
        intercept=False,
    )


def held_out(groups: Sequence[Group]) -> dict[str, list[tuple[Example, Array]]]:
    """Each group's examples with scores by a fit that has not seen their fold."""
    scored: dict[str, list[tuple[Example, Array]]] = {group.name: [] for group in groups}
    for fold in range(N_FOLDS):
        fit = fit_order([group.but(fold) for group in groups])
        for group in groups:
            own = [e for e in group.examples if e.fold == fold]
            scored[group.name] += [(e, e.rows @ fit + e.given) for e in own]
    return scored


def order_figures(scored: Iterable[tuple[Example, Array]]) -> str:
    """R@1, R@5 and nDCG@10 over questions, as the evaluator of the sets reckons them."""
    rows = []
    for example, scores in scored:
        hits = example.right[np.argsort(-scores, kind="stable")][:10]
        gain = sum(1 / math.log2(n + 2) for n, hit in enumerate(hits) if hit)
        ideal = sum(1 / math.log2(n + 2) for n in range(min(10, example.n_right)))
        rows.append((hits[0] / example.n_right, hits[:5].sum() / example.n_right, gain / ideal))
    r1, r5, ndcg = np.mean(rows, axis=0)
    return f"R@1 {r1:.3f}  R@5 {r5:.3f}  nDCG@10 {ndcg:.3f}  ({len(rows)} questions)"


class Judged(Struct, frozen=True):
    """A corpus's best candidates, `(n, n_features)`, and which questions it does answer.

    `again` gives each one's nearness at a second look, which takes a while.
    """

    name: str
    rows: Array
    answered: Flags
    folds: NDArray[np.int64]
    weight: float
    again: Sequence[Callable[[], float]]

    def where(self, chosen: Flags) -> "Judged":
        """The chosen questions alone."""
        again = [own for own, is_chosen in zip(self.again, chosen, strict=True) if is_chosen]
        rows, answered, folds = self.rows[chosen], self.answered[chosen], self.folds[chosen]
        return Judged(self.name, rows, answered, folds, self.weight, again)

    def looked_again(self, logits: Array, within: float) -> "Judged":
        """Those within so many log-odds of an even chance: their log-odds and nearness as rows."""
        near = np.abs(logits) < within
        chosen = self.where(near)
        nearness = np.array([again() for again in chosen.again])
        return replace(chosen, rows=np.column_stack([logits[near], nearness]))


def fit_refusal(corpora: Sequence[Judged]) -> Array:
    """Intercept and weights of the logistic; both kinds of question weigh alike in a corpus."""
    shares = [_balanced(corpus) for corpus in corpora]
    return _logistic(
        np.concatenate([corpus.rows for corpus in corpora]),
        np.concatenate([corpus.answered for corpus in corpora]),
        np.concatenate(shares),
        intercept=True,
    )


def held_out_logits(
    corpora: Sequence[Judged], fit: Callable[[Sequence[Judged]], Array] = fit_refusal
) -> list[Array]:
    """Each corpus's logits by a fit that has not seen the fold of the question."""
    logits = [np.zeros(len(corpus.answered)) for corpus in corpora]
    for fold in range(N_FOLDS):
        weighed = [corpus.where(corpus.folds != fold) for corpus in corpora if corpus.weight]
        intercept, *slopes = fit(weighed)
        for own, corpus in zip(logits, corpora, strict=True):
            chosen = corpus.folds == fold
            own[chosen] = intercept + corpus.rows[chosen] @ np.asarray(slopes)
    return logits


def _differences(example: Example) -> Array:
    """Right candidates less the nearest wrong ones."""
    right = example.rows[example.right][:_MOST_RIGHT]
    wrong = example.rows[~example.right][:_NEAREST_WRONG]
    pairs: Array = (right[:, None] - wrong[None]).reshape(-1, example.rows.shape[1])
    return pairs


def _balanced(corpus: Judged) -> Array:
    n_answered = corpus.answered.sum()
    share = np.where(
        corpus.answered, 1 / max(n_answered, 1), 1 / max(len(corpus.answered) - n_answered, 1)
    )
    weighed: Array = corpus.weight * share
    return weighed


def _logistic(rows: Array, labels: Flags, shares: Array, *, intercept: bool) -> Array:
    """Weights of a logistic regression, the intercept first where there is one.

    The shares are scaled so that the penalty on the weights stays small beside the data.
    """
    scale = rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=1.0, fit_intercept=intercept, max_iter=2000)
    model.fit(rows / scale, labels, sample_weight=shares / shares.sum() * 6000)
    slopes: Array = model.coef_[0] / scale
    return np.concatenate([model.intercept_, slopes]) if intercept else slopes
