"""The encoder beside SentenceTransformer.encode in fp32, at the same thread count, in turns.

python benchmarks/encoder.py [--turns N] [--passages N] [--threads N] [--precision bf16|int8]

Passages of about 130 tokens and questions of SQuAD 1.1 dev. In each turn both encode the same
passages, one after the other; the ratio is the median of the turns'. Processor time is that of the
whole process, so that what others do on the machine weighs less. `--precision` measures an export
made for that, whatever this processor is fastest with.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from corpora import load_set

from qa_app.encoding.exported import Export, Origin
from qa_app.encoding.exporting import exported
from qa_app.encoding.model_encoder import ModelEncoder
from qa_app.encoding.protocol import PassageText, Vectors
from qa_app.encoding.run_time import RunTime
from qa_app.encoding.sentence_transformer import LoadedModel, SentenceTransformerEncoder
from qa_app.encoding.weights import choose_model
from qa_app.places import load_settings

_MIN_TOKENS, _MAX_TOKENS = 100, 160


def main() -> None:
    """Print the table."""
    arguments = _arguments()
    if arguments.threads:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: arguments.threads])
    n_threads = len(os.sched_getaffinity(0))
    settings = load_settings()
    plain = SentenceTransformerEncoder(choose_model(settings)).model()
    _set_threads(n_threads)
    with tempfile.TemporaryDirectory() as scratch:
        ours = _ours(Path(scratch), arguments.precision)
        squad = load_set("squad_v1_dev")
        texts = _of_about_130_tokens(squad.texts, plain)
        print(f"{n_threads} threads, {len(texts)} passages to draw from")
        _print_passages(ours, plain, texts, arguments)
        questions = [str(q["text"]) for q in squad.questions[:: len(squad.questions) // 100]]
        _print_questions(ours, plain, questions)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=7, help="so many turns of both")
    parser.add_argument("--passages", type=int, default=64, help="so many a turn")
    parser.add_argument("--threads", type=int, default=0, help="on so many cores; 0: all")
    parser.add_argument("--precision", choices=("bf16", "int8"), help="export for that")
    return parser.parse_args()


def _set_threads(n_threads: int) -> None:
    import torch  # noqa: PLC0415 - loaded with the model

    torch.set_num_threads(n_threads)


def _ours(scratch: Path, precision: str | None) -> ModelEncoder | RunTime:
    if precision is None:
        settings = load_settings()
        encoder = ModelEncoder(choose_model(settings), settings.cache_dir)
        encoder.load()
        print(encoder.notice or "exported")
        return encoder
    # Of its own: exporting leaves a model with a slower kind of attention.
    model = SentenceTransformerEncoder(choose_model(load_settings())).model()
    note = exported(model, Origin("benchmark", "", ""), scratch, [precision])
    if not isinstance(note, Export):
        raise SystemExit(f"The model cannot be exported: {note.reason}.")
    print(f"{precision}, likeness on the sample: {note.cosine:.5f}")
    return RunTime(note, scratch)


def _of_about_130_tokens(texts: Sequence[str], plain: LoadedModel) -> list[str]:
    lengths = [len(plain.tokens(text).ids) for text in texts]
    return [t for t, n in zip(texts, lengths, strict=True) if _MIN_TOKENS <= n <= _MAX_TOKENS]


def _print_passages(
    ours: ModelEncoder | RunTime,
    plain: LoadedModel,
    texts: Sequence[str],
    arguments: argparse.Namespace,
) -> None:
    rng = np.random.default_rng(7)
    turns: list[tuple[float, float, float, float]] = []
    likeness: list[float] = []
    company: list[float] = []
    for turn in range(arguments.turns + 1):
        drawn = [texts[n] for n in rng.choice(len(texts), arguments.passages, replace=False)]
        (ours_s, ours_cpu_s, own) = _timed(lambda d=drawn: _rows(ours, d))  # type: ignore[misc]  # bound at once
        (its_s, its_cpu_s, its) = _timed(lambda d=drawn: _of_peer(plain, d))  # type: ignore[misc]  # the same
        if turn:
            # The first warms both up.
            turns.append((ours_s, its_s, ours_cpu_s, its_cpu_s))
        likeness += (own * its).sum(axis=1).tolist()
        company += [float(own[n] @ _rows(ours, drawn[n : n + 1])[0]) for n in range(4)]
    ours_s, its_s, ours_cpu_s, its_cpu_s = (statistics.median(c) for c in zip(*turns, strict=True))
    n = arguments.passages
    print(f"passages/s: ours {n / ours_s:.1f}, sentence-transformers {n / its_s:.1f}")
    by_clock = statistics.median(its / own for own, its, _, _ in turns)
    by_cpu = statistics.median(its / own for _, _, own, its in turns)
    print(f"times as fast: {by_clock:.2f}; by processor time {by_cpu:.2f}")
    print(f"processor time a passage: {1e3 * ours_cpu_s / n:.1f} and {1e3 * its_cpu_s / n:.1f} ms")
    print(f"cosine to fp32: mean {np.mean(likeness):.5f}, least {min(likeness):.5f}")
    print(f"alone and in company: least cosine {min(company):.6f}")


def _print_questions(
    ours: ModelEncoder | RunTime, plain: LoadedModel, questions: Sequence[str]
) -> None:
    ours.encode_question(questions[0])
    plain.encode_question(questions[0])
    own, its, likeness = [], [], []
    for question in questions:
        own_s, _, a = _timed(lambda q=question: ours.encode_question(q))  # type: ignore[misc]  # bound at once
        its_s, _, b = _timed(lambda q=question: plain.encode_question(q))  # type: ignore[misc]  # the same
        own.append(own_s * 1e3)
        its.append(its_s * 1e3)
        likeness.append(float(a @ b))
    for name, times in (("ours", own), ("sentence-transformers", its)):
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"a question, {name}: p50 {statistics.median(times):.1f} ms, p95 {p95:.1f} ms")
    print(f"cosine to fp32: mean {np.mean(likeness):.5f}, least {min(likeness):.5f}")


def _rows(ours: ModelEncoder | RunTime, texts: Sequence[str]) -> Vectors:
    passages = [PassageText("", text, ()) for text in texts]
    return np.stack([own.passage for own in ours.encode_passages(passages)])


def _of_peer(plain: LoadedModel, texts: Sequence[str]) -> Vectors:
    vectors: Vectors = plain.model.encode(list(texts), normalize_embeddings=True)
    return vectors


def _timed(call: Callable[[], Vectors]) -> tuple[float, float, Vectors]:
    """Seconds by the clock and of the processor, and what it gave."""
    began, cpu_began = time.perf_counter(), time.process_time()
    result = call()
    return time.perf_counter() - began, time.process_time() - cpu_began, result


if __name__ == "__main__":
    main()
