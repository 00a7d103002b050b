"""Latency of a question in a library of 20,000 passages, beside the encoder's own pass for it.

python benchmarks/latency.py [--libraries DIR] [--passages N] [--questions N]

The library holds the passages of every set, and then, until there are enough, those of the sets
once more with the sentences of each in the opposite order. It is kept in DIR where it is given, so
that a second run encodes nothing.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, zip_longest
from pathlib import Path

from corpora import QuestionSet, load_set, show_progress

from qa_app.engine import Engine
from qa_app.library.library import Library
from qa_app.places import load_settings
from qa_app.reading.sentences import split_sentences

SETS = ("whosaid_dev", "squad_v1_dev", "squad_v2_dev", "scifact")
_PARAGRAPHS = "\n\n"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--libraries", type=Path, help="keep the library here")
    parser.add_argument("--passages", type=int, default=20_000, help="at least this many")
    parser.add_argument("--questions", type=int, default=400, help="about this many")
    arguments = parser.parse_args()
    sets = [load_set(name) for name in SETS]
    engine = Engine(load_settings())
    engine.warm_up()
    with tempfile.TemporaryDirectory() as scratch:
        where = (arguments.libraries or Path(scratch)) / f"latency-{arguments.passages}"
        library = made_library(engine, sets, where, arguments.passages)
        asked = _mixed(sets)[: arguments.questions]
        _print_times(engine, library, asked)
        library.close()


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


def _print_times(engine: Engine, library: Library, questions: Sequence[str]) -> None:
    # As the window's service does while nobody asks.
    for _ in engine.rehearse(library):
        pass
    alone, whole, typed = [], [], []
    for question in questions:
        alone.append(_timed_ms(lambda q=question: engine.encoder.encode_question(q)))  # type: ignore[misc]  # bound at once
        whole.append(_timed_ms(lambda q=question: engine.ask(library, q)))  # type: ignore[misc]  # the same
        typed.append(_timed_ms(lambda q=question: engine.peek(library, q)))  # type: ignore[misc]  # the same
    for name, times in (("encoder alone", alone), ("question, whole", whole), ("peek", typed)):
        print(f"{name:16} p50 {statistics.median(times):6.1f} ms   p95 {_p95(times):6.1f} ms")
    print(f"question p95 / encoder p95: {_p95(whole) / _p95(alone):.2f}")


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _timed_ms(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
