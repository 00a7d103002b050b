"""Fit the weights of ranking, marking and refusal, and write them to weights.toml.

python benchmarks/fit.py --libraries DIR [--only ranking|sentence|refusal] [--dry]

Refusal is fitted in two steps, of which the second is for borderline questions (`second_look`).

Prints what the fit does on documents that were left out of it (four folds), then fits on all. The
libraries are kept in DIR, so that a second run encodes nothing.
"""

import argparse
import random
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

import numpy as np
from corpora import QuestionSet, indexed, load_set
from fitting import (
    N_FOLDS,
    Example,
    Flags,
    Group,
    Judged,
    fit_order,
    fit_refusal,
    held_out,
    held_out_logits,
    order_figures,
)
from msgspec.structs import replace
from sklearn.metrics import roc_auc_score

from qa_app.answering.corpus_terms import look_up
from qa_app.answering.features import Features
from qa_app.answering.inquiry import Inquiry, inquire, measured
from qa_app.answering.question import Intent, Question
from qa_app.answering.ranking import given_score, rank, ranking_features
from qa_app.answering.refusal import refusal_features
from qa_app.answering.second_look import nearness_by_word, together
from qa_app.answering.weights import weights
from qa_app.encoding.protocol import ReadyVector
from qa_app.engine import Engine
from qa_app.language.speakers import fold as folded
from qa_app.library.library import Library
from qa_app.places import load_settings

_FILE = Path(__file__).parent.parent / "qa_app" / "answering" / "weights.toml"
# People at a desk do not have the paragraph before them: a part of the fit is on questions that
# have lost half of the words they share with it.
_LOST = 0.5
_WEIGHT_OF_LOST = 0.2
_EVERY = 4
_N_HALVES = 2
_N_FEW = 10
_FEW = 3
_ASKED_OF_FEW = 120
_REFUSED = 0.05
_SECTIONS = {
    "ranking": ("ranking",),
    "sentence": ("sentence",),
    "refusal": ("refusal", "second_look"),
}
# The second look is fitted on more than it is asked for: few questions are borderline.
_NEAR_THE_LINE = 2.5


def main() -> None:
    """Fit all three and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--libraries", type=Path, required=True, help="keep the libraries here")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    parser.add_argument("--only", choices=_SECTIONS, help="fit this alone")
    arguments = parser.parse_args()
    asker = Asker(arguments.libraries)
    squad, scifact = load_set("squad_v1_dev"), load_set("scifact")
    judged = cache(lambda: list(_corpora(asker, squad, scifact)))
    fits: dict[str, Callable[[], list[float]]] = {
        "ranking": lambda: _fit_ranking(asker, squad, scifact),
        "sentence": lambda: _fit_sentence(asker, squad),
        "refusal": lambda: _fit_refusal(judged()),
        "second_look": lambda: _fit_second_look(judged()),
    }
    for section in _SECTIONS[arguments.only] if arguments.only else fits:
        values = fits[section]()
        print(section, [round(value, 3) for value in values], flush=True)
        if not arguments.dry:
            _write(section, values)


class Asker:
    """Asks questions of sets as the program would, as far as the features."""

    def __init__(self, libraries: Path) -> None:
        self._engine = Engine(load_settings())
        self._engine.warm_up()
        self._libraries = libraries

    def library(self, questions: QuestionSet) -> Library:
        """The set's library, indexed where it is not yet."""
        return indexed(self._engine, questions, self._libraries / questions.name)

    def ask(
        self, library: Library, text: str, gone: Collection[str] = ()
    ) -> tuple[Inquiry, list[Features]]:
        """The inquiry, without the terms `gone`, and its candidates' features."""
        inquiry = inquire(library, text)
        vector = self._engine.encoder.encode_question(inquiry.question.text)
        if gone:
            left = _but(inquiry.question, gone)
            inquiry = replace(inquiry, question=left, terms=look_up(left, library))
        return inquiry, measured(library, inquiry, ReadyVector(vector))

    def look_again(self, library: Library, inquiry: Inquiry, best: Features) -> float:
        """The nearness of the best candidate by words."""
        asked, idf = inquiry.question.text, inquiry.terms.idf
        return together(
            nearness_by_word(self._engine.encoder.encode_passages, library.analyzer, asked, best),
            idf,
            idf,
        )


def _fit_ranking(asker: Asker, squad: QuestionSet, scifact: QuestionSet) -> list[float]:
    groups = []
    for questions, every in ((squad, _EVERY), (scifact, 1)):
        whole = list(_ranked_examples(asker, questions, every, lost=0.0))
        lost = list(_ranked_examples(asker, questions, 2 * every, lost=_LOST))
        groups.append(Group(questions.name, whole, 1.0))
        groups.append(Group(f"{questions.name}, words lost", lost, _WEIGHT_OF_LOST))
    for name, scored in held_out(groups).items():
        print(f"  {name:26} {order_figures(scored)}", flush=True)
    return [float(weight) for weight in fit_order(groups)]


def _ranked_examples(
    asker: Asker, questions: QuestionSet, every: int, *, lost: float
) -> Iterator[Example]:
    library = asker.library(questions)
    chance = random.Random(7)  # noqa: S311 - a draw that is to be the same each time
    for question in [q for q in questions.questions if q["id"] in questions.relevant][::every]:
        relevant = questions.relevant[str(question["id"])]
        shared = {t for i in relevant for t in library.analyzer.terms(questions.text_of(i))}
        gone = {term for term in sorted(shared) if chance.random() < lost}
        _, candidates = asker.ask(library, str(question["text"]), gone)
        ranked = [hit.features for hit in rank(candidates, Intent.PASSAGE)]
        if ranked:
            rows = np.array([ranking_features(own, ranked) for own in ranked])
            right = np.array([questions.passage_of(own.parts[0]) in relevant for own in ranked])
            given = np.array([given_score(own, ranked) for own in ranked])
            fold = questions.fold_of(question, N_FOLDS)
            yield Example(rows, right, len(relevant), fold, given)


def _but(question: Question, gone: Collection[str]) -> Question:
    """The question without some of its words, one at least left."""
    words = {term: word for term, word in question.words.items() if term not in gone}
    words = words or dict(list(question.words.items())[:1])
    return replace(question, words=words, terms=tuple(words))


def _fit_sentence(asker: Asker, squad: QuestionSet) -> list[float]:
    examples = list(_sentence_examples(asker, squad))
    group = Group("the marked sentence", [e for e in examples if len(e.right) > 1], 1.0)
    ((_, scored),) = held_out([group]).items()
    found = sum(bool(e.right[scores.argmax()]) for e, scores in scored)
    alone = sum(bool(e.right[0]) for e in examples if len(e.right) == 1)
    print(f"  the marked sentence holds the answer: {(found + alone) / len(examples):.3f}")
    return [float(weight) for weight in fit_order([group])]


def _sentence_examples(asker: Asker, questions: QuestionSet) -> Iterator[Example]:
    library = asker.library(questions)
    for question in questions.questions[::_EVERY]:
        _, candidates = asker.ask(library, str(question["text"]))
        own = next((c for c in candidates if questions.is_right(c.parts[0], question)), None)
        if own is None or not own.sentences:
            continue
        answers = [folded(str(a)) for a in question["answers"]]  # type: ignore[attr-defined]  # a list
        right = np.array([any(a in folded(s.text) for a in answers) for s in own.sentences])
        rows = np.array(
            [
                (one.nearer, one.rare, kind, one.carried_on)
                for one, kind in zip(own.sentence_features(), own.answer_kinds, strict=True)
            ]
        )
        fold = questions.fold_of(question, N_FOLDS)
        yield Example(rows, right, 1, fold, np.zeros(len(rows)))


def _fit_refusal(corpora: Sequence[Judged]) -> list[float]:
    for corpus, logits in zip(corpora, held_out_logits(corpora), strict=True):
        print(f"  {corpus.name:34} {_refusal_figures(corpus.answered, logits)}", flush=True)
    return [float(weight) for weight in fit_refusal([c for c in corpora if c.weight])]


def _fit_second_look(corpora: Sequence[Judged]) -> list[float]:
    first = held_out_logits(corpora)
    near = [
        corpus.looked_again(logits, _NEAR_THE_LINE)
        for corpus, logits in zip(corpora, first, strict=True)
    ]
    borderline = weights().by_hand.borderline
    for corpus, before, again, after in zip(
        corpora, first, near, held_out_logits(near), strict=True
    ):
        logits = before.copy()
        logits[np.abs(before) < _NEAR_THE_LINE] = np.where(
            np.abs(again.rows[:, 0]) < borderline, after, again.rows[:, 0]
        )
        share = (np.abs(before) < borderline).mean()
        print(
            f"  {corpus.name:34} {_refusal_figures(corpus.answered, logits)}; "
            f"{share:.1%} looked at again",
            flush=True,
        )
    return [float(weight) for weight in fit_refusal([c for c in near if c.weight])]


def _refusal_figures(answered: Flags, logits: np.ndarray) -> str:
    if answered.all() or not answered.any():
        return f"refused at even odds: {(logits < 0).mean():.3f}"
    line = np.quantile(logits[answered], _REFUSED)
    return (
        f"AUC {roc_auc_score(answered, logits):.3f}; where {_REFUSED:.0%} of the answerable are "
        f"refused, {(logits[~answered] < line).mean():.3f} of the unanswerable are"
    )


def _corpora(asker: Asker, squad: QuestionSet, scifact: QuestionSet) -> Iterator[Judged]:
    chance = random.Random(3)  # noqa: S311 - a draw that is to be the same each time
    names = sorted(squad.documents)
    for n in range(_N_HALVES):
        half = squad.part(f"half-{n}", chance.sample(names, len(names) // 2))
        yield _judged(asker, half, squad.questions[n :: 2 * _EVERY], "SQuAD, half its articles", 1)
    few = []
    for n in range(_N_FEW):
        part = squad.part(f"few-{n}", chance.sample(names, _FEW))
        inside = [q for q in squad.questions if part.holds(q)]
        outside = [q for q in squad.questions if not part.holds(q)]
        asked = [*chance.sample(inside, _ASKED_OF_FEW), *chance.sample(outside, _ASKED_OF_FEW)]
        few.append(_judged(asker, part, asked, "SQuAD, three articles at a time", 1))
    yield _joined(few)
    claims = [q for q in scifact.questions if q["id"] in scifact.relevant]
    asked = [*claims, *squad.questions[:: 5 * _EVERY]]
    yield _judged(asker, scifact, asked, "SciFact, SQuAD asked of it", 1)
    yield _judged(asker, squad, claims, "SQuAD, SciFact asked of it", 0.5)
    second = load_set("squad_v2_dev")
    yield _judged(asker, second, second.questions[::_EVERY], "SQuAD 2.0 (not fitted on)", 0)


def _judged(
    asker: Asker,
    questions: QuestionSet,
    asked: Sequence[dict[str, object]],
    name: str,
    weight: float,
) -> Judged:
    library = asker.library(questions)
    rows, answered, folds, again = [], [], [], []
    for question in asked:
        inquiry, candidates = asker.ask(library, str(question["text"]))
        ranked = [hit.features for hit in rank(candidates, Intent.PASSAGE)]
        rows.append(refusal_features(ranked))
        again.append(partial(asker.look_again, library, inquiry, ranked[0]))
        answered.append(questions.holds(question) and not question["unanswerable"])
        folds.append(questions.fold_of(question, N_FOLDS))
    return Judged(name, np.array(rows), np.array(answered), np.array(folds), weight, again)


def _joined(parts: Sequence[Judged]) -> Judged:
    return Judged(
        parts[0].name,
        np.concatenate([part.rows for part in parts]),
        np.concatenate([part.answered for part in parts]),
        np.concatenate([part.folds for part in parts]),
        parts[0].weight,
        [again for part in parts for again in part.again],
    )


def _write(section: str, values: Sequence[float]) -> None:
    """Put the values in place of the section's, in order."""
    text = _FILE.read_text(encoding="utf-8")
    head, body = text.split(f"[{section}]\n", 1)
    new = iter(values)
    lines, ended = [], False
    for line in body.split("\n"):
        ended = ended or line.startswith("[")
        is_value = not ended and re.match(r"\w+ = ", line)
        lines.append(f"{line.split(' = ')[0]} = {next(new):.2f}" if is_value else line)
    _FILE.write_text(f"{head}[{section}]\n" + "\n".join(lines), encoding="utf-8")
    weights.cache_clear()


if __name__ == "__main__":
    main()
