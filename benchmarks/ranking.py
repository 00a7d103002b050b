"""Ranking and refusal over the question sets, through the engine as a person would use it.

python benchmarks/ranking.py [--set NAME …] [--every N] [--libraries DIR]

The libraries are kept in DIR where it is given, so that a second run encodes nothing.
"""

import argparse
import math
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from corpora import QuestionSet, load_set

from qa_app.engine import Engine
from qa_app.model import Answer, Progress
from qa_app.places import load_settings

# A set's passage may be several of ours: ten of the set's need more of ours.
_N_HITS = 30
_SETS = ("squad_v1_dev", "scifact", "whosaid_dev")


def main() -> None:
    """Print a row for each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", nargs="*", default=_SETS, dest="sets")
    parser.add_argument("--every", type=int, default=1, help="ask every Nth question")
    parser.add_argument("--libraries", type=Path, help="keep the libraries here")
    arguments = parser.parse_args()
    engine = Engine(replace(load_settings(), n_hits=_N_HITS))
    print("set             questions    R@1    R@5  Hit@1 MRR@10 nDCG@10 answered")
    with tempfile.TemporaryDirectory() as scratch:
        for name in arguments.sets:
            where = (arguments.libraries or Path(scratch)) / name
            _judge(engine, load_set(name), where, arguments.every)


def _judge(engine: Engine, questions: QuestionSet, where: Path, every: int) -> None:
    documents = where / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    names = questions.write_files(documents)
    engine.index(where / "library", documents, _show)
    library = engine.open(where / "library")
    asked = [q for q in questions.questions if q["id"] in questions.relevant][::every]
    rows = []
    for n, question in enumerate(asked):
        answer = engine.ask(library, str(question["text"]))
        found = _passages(questions, names, answer)
        rows.append((*_measures(found, questions.relevant[str(question["id"])]), answer.answered))
        if n % 100 == 0:
            print(f"\r{n} of {len(asked)} questions ", end="", flush=True, file=sys.stderr)
    library.close()
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    shown = " ".join(f"{mean:6.3f}" for mean in means)
    print(f"{questions.name:16} {len(rows):8} {shown}")


def _show(progress: Progress) -> None:
    print(f"\r{progress.n_passages} passages encoded ", end="", flush=True, file=sys.stderr)


def _passages(questions: QuestionSet, names: dict[str, str], answer: Answer) -> list[str]:
    """Passage ids in order, each once; what is only related counts too: this judges ranking."""
    found: dict[str, None] = {}
    for hit in answer.hits or answer.related:
        document = names[Path(hit.source.path).name]
        passage_id = questions.passage_id(document, hit.text)
        if passage_id is not None:
            found.setdefault(passage_id)
    return list(found)


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
