"""Ranking, marking and refusal over the question sets, through the engine as a person uses it.

python benchmarks/ranking.py [--libraries DIR] [--set NAME …] [--every N]

The baselines (BM25 alone, dense alone, reciprocal rank fusion with k = 60) are asked in the same
run, of the same libraries. The libraries are kept in DIR where it is given, so that a second run
encodes nothing.
"""

import argparse
import math
import random
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from corpora import QuestionSet, indexed, load_set
from msgspec import Struct
from msgspec.structs import replace
from sklearn.metrics import roc_auc_score

from qa_app.answering.answering_sentence import answering_sentence
from qa_app.answering.corpus_terms import look_up
from qa_app.answering.measuring import Measure
from qa_app.answering.question import understand
from qa_app.encoding.protocol import (
    Encoder,
    PassageText,
    PassageVectors,
    PendingVector,
    ReadyVector,
    Vectors,
)
from qa_app.engine import Engine
from qa_app.language.speakers import fold
from qa_app.library.library import Library
from qa_app.library.stored import StoredPassage
from qa_app.model import Answer, HighlightKind, Hit
from qa_app.places import load_settings

# A set's passage may be several of ours: ten of the set's need more of ours.
_N_HITS = 30
_N_EACH = 100
_RRF_K = 60
_REFUSED = 0.05
# The first heads the table. Half-0 and half-1, of `fit.py`, are others.
_DRAWS = (11, 12, 13)
_SETS = ("squad_v1_dev", "whosaid_dev", "scifact")


def main() -> None:
    """Print a table for each set, then marking and refusal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", nargs="*", default=(*_SETS, "refusal"), dest="sets")
    parser.add_argument("--every", type=int, default=1, help="ask every Nth question")
    parser.add_argument("--libraries", type=Path, help="keep the libraries here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(arguments.libraries or Path(scratch), arguments.every)
        for name in arguments.sets:
            if name == "refusal":
                bench.judge_refusal()
            else:
                bench.judge_set(load_set(name))


class Asked(Struct, frozen=True):
    """A question of a set, what came of it, and what the baselines make of it."""

    question: dict[str, object]
    answer: Answer
    orders: dict[str, list[str]]


class RememberingEncoder:
    """The settings' encoder; a question that was encoded once is not encoded again."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}
        self.name, self.dim = encoder.name, encoder.dim

    def load(self) -> None:
        """See `Encoder.load`."""
        self._encoder.load()

    def encode_passages(self, passages: Sequence[PassageText]) -> list[PassageVectors]:
        """See `Encoder.encode_passages`."""
        return self._encoder.encode_passages(passages)

    def encode_question(self, question: str) -> Vectors:
        """See `Encoder.encode_question`."""
        if question not in self._known:
            self._known[question] = self._encoder.encode_question(question)
        return self._known[question]

    def begin_question(self, question: str) -> PendingVector:
        """See `Encoder.begin_question`."""
        return ReadyVector(self.encode_question(question))


class Bench:
    """Asks sets of questions and prints what came of them."""

    def __init__(self, libraries: Path, every: int) -> None:
        settings = replace(load_settings(), n_hits=_N_HITS)
        encoder = RememberingEncoder(Engine(settings).encoder)
        self._engine = Engine(settings, lambda: encoder)
        self._engine.warm_up()
        self._libraries = libraries
        self._every = every

    def judge_set(self, questions: QuestionSet) -> None:
        """Ranking against the baselines, and what is marked."""
        library = indexed(self._engine, questions, self._libraries / questions.name)
        asked = [q for q in questions.questions if q["id"] in questions.relevant][:: self._every]
        found = [self._ask(library, questions, q) for q in _shown(asked)]
        print(f"\n{questions.name}: {len(found)} questions", flush=True)
        print(f"{'':12} {'R@1':>6} {'R@5':>6} {'Hit@1':>6} {'MRR@10':>6} {'nDCG@10':>7}")
        for name in found[0].orders:
            rows = [
                _measures(own.orders[name], questions.relevant[str(own.question["id"])])
                for own in found
            ]
            print(f"{name:12} " + " ".join(f"{mean:6.3f}" for mean in np.mean(rows, axis=0)))
        answered = np.mean([own.answer.answered for own in found])
        print(f"answered: {answered:.3f}")
        if any(question["answers"] for question in asked):
            self._judge_marked_sentence(library, questions, asked)
        if questions.name == "whosaid_dev":
            _judge_marked_words(questions, found)
        library.close()

    def judge_refusal(self) -> None:
        """Whether what is refused is what the documents do not answer.

        Which articles are left out moves the figures by more than most changes do, so beside the
        draw that heads the table there are others, and their mean.
        """
        squad = load_set("squad_v1_dev")
        drawn = [self._refusal(_half(squad, seed), f"draw {seed}") for seed in _DRAWS]
        area, refused = np.mean(drawn, axis=0)
        print(f"\nmean of {len(drawn)} draws: area {area:.4f}, refused {refused:.3f}", flush=True)
        self._refusal(load_set("squad_v2_dev"), "whole")

    def _refusal(self, questions: QuestionSet, what: str) -> tuple[float, float]:
        library = indexed(self._engine, questions, self._libraries / questions.name)
        asked = questions.questions[:: self._every]
        answers = [self._engine.ask(library, str(q["text"])) for q in _shown(asked)]
        library.close()
        has = np.array([questions.holds(q) and not q["unanswerable"] for q in asked])
        answered = np.array([answer.answered for answer in answers])
        area, refused = _refusal_figures(has, answers)
        print(
            f"\nrefusal, {questions.name}, {what}: {len(asked)} questions\n"
            f"area under ROC {area:.4f}; where {_REFUSED:.0%} of the answerable are refused, "
            f"{refused:.3f} of the unanswerable are\nas the app draws the line: "
            f"{1 - answered[has].mean():.3f} of the answerable are refused, "
            f"{1 - answered[~has].mean():.3f} of the unanswerable",
            flush=True,
        )
        return area, refused

    def _ask(self, library: Library, questions: QuestionSet, question: dict[str, object]) -> Asked:
        text = str(question["text"])
        answer = self._engine.ask(library, text)
        bm25, dense = self._baselines(library, text)
        orders = {
            "BM25": _distinct(library, questions, bm25),
            "dense": _distinct(library, questions, dense),
            "RRF": _distinct(library, questions, _reciprocal_rank_fusion(bm25, dense)),
            "ours": _of_hits(questions, answer.hits or answer.related),
        }
        return Asked(question, answer, orders)

    def _baselines(self, library: Library, text: str) -> tuple[list[int], list[int]]:
        question = understand(text, library.analyzer)
        terms = look_up(question, library)
        vector = self._engine.encoder.encode_question(text)
        (keyword,) = library.by_keywords([tuple(terms.idf)], _N_EACH)
        (dense,) = library.by_vectors(vector[np.newaxis], _N_EACH)
        return list(keyword), list(dense)

    def _judge_marked_sentence(
        self, library: Library, questions: QuestionSet, asked: Sequence[dict[str, object]]
    ) -> None:
        """The marked sentence, right passage given, of every question that has an answer."""
        paragraphs = {questions.passage_of(own[0]): own for own in _all_paragraphs(library)}
        held = []
        for question in _shown(asked):
            relevant = next(iter(questions.relevant[str(question["id"])]))
            measure = self._measure(library, str(question["text"]))
            sentence = answering_sentence(measure.all([paragraphs[relevant]])[0])
            answers = [fold(str(a)) for a in question["answers"]]  # type: ignore[attr-defined]  # a list
            held.append(sentence is not None and any(a in fold(sentence.text) for a in answers))
        print(f"the marked sentence holds the answer: {np.mean(held):.3f}", flush=True)

    def _measure(self, library: Library, text: str) -> Measure:
        question = understand(text, library.analyzer)
        terms = look_up(question, library)
        return Measure(
            question=question,
            vector=self._engine.encoder.encode_question(text),
            idf=terms.idf,
            averages=library.averages,
            analyzer=library.analyzer,
            expansions=terms.expansions,
        )


def _all_paragraphs(library: Library) -> list[tuple[StoredPassage, ...]]:
    n_passages = library.status().n_passages
    found = library.paragraphs(range(1, n_passages + 1))
    if sum(map(len, found)) != n_passages:
        sys.exit(f"The library at {library.folder} was changed; delete it and run again.")
    return found


def _right_hit(questions: QuestionSet, asked: Asked) -> Hit | None:
    relevant = questions.relevant[str(asked.question["id"])]
    hits = asked.answer.hits or asked.answer.related
    return next((hit for hit in hits if _passage_id(questions, hit) in relevant), None)


def _judge_marked_words(questions: QuestionSet, found: Sequence[Asked]) -> None:
    """Whether the marked words of the first right hit overlap what was attributed, and how far."""
    spans = questions.spans()
    overlaps = []
    for own in found:
        hit = _right_hit(questions, own)
        passage_id = hit and _passage_id(questions, hit)
        if hit is None or (str(own.question["id"]), str(passage_id)) not in spans:
            continue
        whole = questions.text_of(str(passage_id))
        wanted = [
            " ".join(whole[start:end].split())
            for start, end in spans[str(own.question["id"]), str(passage_id)]
        ]
        marked = [" ".join(text.split()) for text in _marked(hit, HighlightKind.ANSWER)]
        overlaps.append(_overlap(" ".join(whole.split()), wanted, marked))
    shares = np.array(overlaps)
    print(
        f"the marked words overlap what was attributed: {(shares > 0).mean():.3f} of {len(shares)} "
        f"hits; as a share of both together {shares.mean():.3f}"
    )


def _overlap(text: str, wanted: Sequence[str], marked: Sequence[str]) -> float:
    """Code points in both over code points in either, 0 to 1."""
    a, b = _places(text, wanted), _places(text, marked)
    return len(a & b) / len(a | b) if a | b else 0.0


def _places(text: str, parts: Iterable[str]) -> set[int]:
    found = ((text.find(part), part) for part in parts if part)
    return {n for at, part in found if at >= 0 for n in range(at, at + len(part))}


def _half(squad: QuestionSet, seed: int) -> QuestionSet:
    """Half of the articles, drawn."""
    chance = random.Random(seed)  # noqa: S311 - a draw that is to be the same each time
    name = "half" if seed == _DRAWS[0] else f"half-{seed}"
    return squad.part(name, chance.sample(sorted(squad.documents), len(squad.documents) // 2))


def _refusal_figures(has: np.ndarray, answers: Sequence[Answer]) -> tuple[float, float]:
    """Area under ROC; the unanswerable refused where a few of the answerable are."""
    sure = np.array([answer.confidence for answer in answers])
    line = np.quantile(sure[has], _REFUSED)
    return float(roc_auc_score(has, sure)), float((sure[~has] < line).mean())


def _shown(questions: Sequence[dict[str, object]]) -> Iterator[dict[str, object]]:
    for n, question in enumerate(questions):
        if n % 100 == 0:
            print(f"\r{n} of {len(questions)} questions ", end="", flush=True, file=sys.stderr)
        yield question


def _reciprocal_rank_fusion(*orders: Sequence[int]) -> list[int]:
    scores: dict[int, float] = {}
    for order in orders:
        for rank, i in enumerate(order, start=1):
            scores[i] = scores.get(i, 0.0) + 1 / (_RRF_K + rank)
    return sorted(scores, key=lambda i: (-scores[i], i))


def _distinct(library: Library, questions: QuestionSet, ids: Sequence[int]) -> list[str]:
    """The set's passages in the order of ours, each once, as many as are judged."""
    found: dict[str, None] = {}
    passages = library.passages(ids[:_N_HITS])
    for i in ids[:_N_HITS]:
        passage_id = questions.passage_of(passages[i])
        if passage_id is not None:
            found.setdefault(passage_id)
    return list(found)


def _of_hits(questions: QuestionSet, hits: Sequence[Hit]) -> list[str]:
    """Passage ids in order, each once; what is only related counts too: this judges ranking."""
    found = (_passage_id(questions, hit) for hit in hits)
    return list(dict.fromkeys(passage_id for passage_id in found if passage_id is not None))


def _passage_id(questions: QuestionSet, hit: Hit) -> str | None:
    return questions.passage_id(questions.document_in(hit.source.path), hit.text)


def _marked(hit: Hit, kind: HighlightKind) -> list[str]:
    return [hit.text[mark.start : mark.end] for mark in hit.highlights if mark.kind is kind]


def _measures(found: list[str], relevant: set[str]) -> tuple[float, float, float, float, float]:
    """R@1, R@5, Hit@1, MRR@10 and nDCG@10, by the rules of the sets' own evaluator."""
    hits = [passage_id in relevant for passage_id in found[:10]]
    first = next((n for n, hit in enumerate(hits) if hit), None)
    gain = sum(1 / math.log2(n + 2) for n, hit in enumerate(hits) if hit)
    ideal = sum(1 / math.log2(n + 2) for n in range(min(10, len(relevant))))
    return (
        sum(hits[:1]) / len(relevant),
        sum(hits[:5]) / len(relevant),
        float(bool(hits and hits[0])),
        0.0 if first is None else 1 / (first + 1),
        gain / ideal,
    )


if __name__ == "__main__":
    main()
