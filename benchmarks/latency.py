"""Latency of a question in a library of 20,000 passages, beside the encoder's own pass for it.

python benchmarks/latency.py [--libraries DIR] [--passages N] [--questions N] [--rounds N]

The library holds the passages of every set, and then, until there are enough, those of the sets
once more with the sentences of each in the opposite order. It is kept in DIR where it is given, so
that a second run encodes nothing.

Every question is asked once in each round, of the library opened anew: of the round before no
passage is remembered, though the process knows words and names of questions by then. What a
question finds is in memory when its key stroke (peek) is timed.

A machine that others share stands still now and then, which what takes longer meets more often: so
beside each round's times stand the shortest of all rounds, question by question, of the encoder's
pass as of the answer.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, zip_longest
from pathlib import Path

import numpy as np
from corpora import QuestionSet, load_set, show_progress
from numpy.typing import NDArray

from qa_app.engine import Engine
from qa_app.library.library import Library
from qa_app.places import load_settings
from qa_app.reading.sentences import split_sentences

# Milliseconds of each question, a column for each of these.
Times = NDArray[np.float64]
_TIMED = ("encoder alone", "question, whole", "peek")
SETS = ("whosaid_dev", "squad_v1_dev", "squad_v2_dev", "scifact")
_PARAGRAPHS = "\n\n"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--libraries", type=Path, help="keep the library here")
    parser.add_argument("--passages", type=int, default=20_000, help="at least this many")
    parser.add_argument("--questions", type=int, default=400, help="about this many")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is asked")
    arguments = parser.parse_args()
    sets = [load_set(name) for name in SETS]
    engine = Engine(load_settings())
    engine.warm_up()
    with tempfile.TemporaryDirectory() as scratch:
        where = (arguments.libraries or Path(scratch)) / f"latency-{arguments.passages}"
        made_library(engine, sets, where, arguments.passages).close()
        asked = _mixed(sets)[: arguments.questions]
        rounds = []
        for n in range(1, arguments.rounds + 1):
            library = engine.open(where / "library")
            rounds.append(_timed(engine, library, asked))
            library.close()
            _print_times(f"round {n}", rounds[-1])
        _print_times("shortest", np.min(rounds, axis=0))


def made_library(
    engine: Engine, sets: Sequence[QuestionSet], where: Path, n_passages: int
) -> Library:
    """A library of at least so many passages, open; made at `where`, or brought up to date."""
    documents = where / "documents"
    for folder, texts in _folders(sets):
        target = documents / folder
        if not target.exists():
            target.mkdir(parents=True)
            for n, text in enumerate(texts):
                (target / f"{n:05}.txt").write_text(text, encoding="utf-8")
        engine.index(where / "library", documents, show_progress)
        if engine.status(where / "library").n_passages >= n_passages:
            break
    library = engine.open(where / "library")
    library.refresh()
    print(f"{library.status().n_passages} passages")
    return library


def _folders(sets: Sequence[QuestionSet]) -> Iterator[tuple[str, list[str]]]:
    """A folder for each set, then for each once more, its paragraphs turned round."""
    for questions in sets:
        yield questions.name, [_PARAGRAPHS.join(own) for own in _bodies(questions)]
    for questions in sets:
        turned = [_PARAGRAPHS.join(map(_turned_round, own)) for own in _bodies(questions)]
        yield f"{questions.name}-turned", turned


def _bodies(questions: QuestionSet) -> Iterator[list[str]]:
    for rows in questions.documents.values():
        yield [" ".join(text.split()) for _, _, text in rows]


def _turned_round(text: str) -> str:
    spans = split_sentences(text, by_line=False)
    return " ".join(span.of(text) for span in reversed(spans))


def _mixed(sets: Sequence[QuestionSet]) -> list[str]:
    """Questions of each set in turn."""
    lists = [
        [str(q["text"]) for q in own.questions[:: 1 + len(own.questions) // 300]] for own in sets
    ]
    return [text for text in chain.from_iterable(zip_longest(*lists)) if text is not None]


def _timed(engine: Engine, library: Library, questions: Sequence[str]) -> Times:
    # As the window's service does while nobody asks.
    for _ in engine.rehearse(library):
        pass
    calls = (
        engine.encoder.encode_question,
        lambda question: engine.ask(library, question),
        lambda question: engine.peek(library, question),
    )
    return np.array([[_timed_ms(partial(call, q)) for call in calls] for q in questions])


def _print_times(what: str, times: Times) -> None:
    middle, late = np.median(times, axis=0), np.quantile(times, 0.95, axis=0)
    print(f"\n{what}")
    for name, p50, p95 in zip(_TIMED, middle, late, strict=True):
        print(f"{name:16} p50 {p50:6.1f} ms   p95 {p95:6.1f} ms")
    print(f"question / encoder: p50 {middle[1] / middle[0]:.2f}   p95 {late[1] / late[0]:.2f}")


def _timed_ms(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
