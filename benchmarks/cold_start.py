"""From starting the program to its first answer, beside a bare window and the plain encoder.

python benchmarks/cold_start.py [--starts N]

The window opens on the sample corpus, indexed before, and a question is asked as soon as it is
painted; the answer is the full ranking. In the same run, turn by turn: a bare PySide6 window until
a key is in its field; importing sentence-transformers; importing it, loading the model and encoding
one question with it, as the plain way would; the same with the exported model. Start times are by
the clock, so a busy machine is unfair to all.

Runs on the display there is, or on Qt's offscreen platform.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time

from bytecode import keep_bytecode
from corpora import REPOSITORY
from window import timed_start

from qa_app.engine import Engine
from qa_app.places import load_settings, sample_corpus

_IMPORT = "import sentence_transformers"
_ENCODE = """
from qa_app.encoding.{module} import {encoder}
from qa_app.encoding.weights import choose_model
from qa_app.places import load_settings
settings = load_settings()
{encoder}({arguments}).encode_question("What did the minister say?")
"""
_PLAIN = _ENCODE.format(
    module="sentence_transformer",
    encoder="SentenceTransformerEncoder",
    arguments="choose_model(settings)",
)
_OURS = _ENCODE.format(
    module="model_encoder",
    encoder="ModelEncoder",
    arguments="choose_model(settings), settings.cache_dir",
)

_CODES = (_IMPORT, _PLAIN, _OURS)
_BARE, _ANSWER, _PEER = "bare window, a key in it", "ours, first answer", _IMPORT
_KINDS = (_BARE, "ours, painted", _ANSWER, _PEER, "encoder alone, plain", "encoder alone, ours")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--starts", type=int, default=7, help="start each so many times")
    n_starts = parser.parse_args().starts
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    keep_bytecode()
    _index_the_sample()
    times: dict[str, list[float]] = {kind: [] for kind in _KINDS}
    for _ in range(n_starts):
        measured_once = (timed_start("bare")[1], *timed_start("answer"), *map(_timed, _CODES))
        for kind, took_s in zip(_KINDS, measured_once, strict=True):
            times[kind].append(took_s)
    for kind, measured in times.items():
        print(
            f"{kind:34} {statistics.median(measured):6.2f} s "
            f"({min(measured):.2f} – {max(measured):.2f})"
        )
    for kind in (_BARE, _PEER):
        ratios = [own / its for own, its in zip(times[_ANSWER], times[kind], strict=True)]
        print(f"first answer / {kind}: {statistics.median(ratios):.2f}")


def _index_the_sample() -> None:
    """As `make run` leaves it: indexed, and the model exported."""
    engine = Engine(load_settings())
    where = sample_corpus()
    if where is None:
        sys.exit("There is no sample corpus here; run it from a checkout.")
    library, folder = where
    engine.index(library, folder)
    engine.warm_up()
    print(engine.model_notice or "the model is exported")


def _timed(code: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
