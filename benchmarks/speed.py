"""Indexing rate and question latency, beside the encoder alone in the same run.

python benchmarks/speed.py [--passages N] [--questions N]
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from corpora import load_set

from qa_app.encoding.protocol import PassageText
from qa_app.engine import Engine
from qa_app.model import Progress
from qa_app.places import load_settings


def main() -> None:
    """Print the table."""
    arguments = _arguments()
    whole = load_set("squad_v1_dev")
    engine = Engine(load_settings())
    print(f"model load: {_timed(engine.warm_up):.2f} s")
    texts = whole.texts[: arguments.passages]
    alone = len(texts) / _timed(lambda: _encode_alone(engine, texts))
    print(f"encoder alone, the same texts: {alone:.1f} passages/s")
    with tempfile.TemporaryDirectory() as scratch:
        documents, library = Path(scratch) / "documents", Path(scratch) / "library"
        documents.mkdir()
        whole.write_files(documents)
        for file in sorted(documents.iterdir())[_n_files(whole.documents, arguments.passages) :]:
            file.unlink()
        _index(engine, library, documents, alone)
        again = _timed(lambda: engine.index(library, documents))
        print(f"indexing again, nothing changed: {again * 1000:.0f} ms")
        asked = [str(q["text"]) for q in whole.questions]
        _ask(engine, library, asked[:: max(1, len(asked) // arguments.questions)])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=10_000, help="at most this many")
    parser.add_argument("--questions", type=int, default=300, help="about this many")
    return parser.parse_args()


def _n_files(documents: dict[str, list[tuple[str, str, str]]], n_passages: int) -> int:
    total = 0
    for n, rows in enumerate(documents.values()):
        if total >= n_passages:
            return n
        total += len(rows)
    return len(documents)


def _encode_alone(engine: Engine, texts: list[str]) -> None:
    for at in range(0, len(texts), 64):
        chunk = texts[at : at + 64]
        engine.encoder.encode_passages([PassageText("", text, ()) for text in chunk])


def _index(engine: Engine, library: Path, documents: Path, alone: float) -> None:
    def show(progress: Progress) -> None:
        print(
            f"\r{progress.n_passages} passages, {progress.rate:.0f}/s ",
            end="",
            flush=True,
            file=sys.stderr,
        )

    report = engine.index(library, documents, show)
    rate = report.n_encoded / report.took_s
    print(
        f"indexing, end to end: {report.n_encoded} passages, {rate:.1f}/s, "
        f"{rate / alone:.2f} of the encoder alone"
    )


def _ask(engine: Engine, library: Path, questions: list[str]) -> None:
    opened = engine.open(library)
    engine.ask(opened, questions[0])
    alone = [_timed(lambda q=q: engine.encoder.encode_question(q)) * 1000 for q in questions]  # type: ignore[misc]
    whole = [_timed(lambda q=q: engine.ask(opened, q)) * 1000 for q in questions]  # type: ignore[misc]
    typed = [_timed(lambda q=q: engine.peek(opened, q)) * 1000 for q in questions]  # type: ignore[misc]
    opened.close()
    for name, times in (
        ("encoder alone", alone),
        ("question, whole", whole),
        ("keyword hits", typed),
    ):
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"{name:16} p50 {statistics.median(times):6.1f} ms   p95 {p95:6.1f} ms")
    ratio = statistics.quantiles(whole, n=20)[-1] / statistics.quantiles(alone, n=20)[-1]
    print(f"question p95 / encoder p95: {ratio:.1f}")


def _timed(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
