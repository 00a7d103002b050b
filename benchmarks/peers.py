"""The same passages here, in txtai and in Chroma, with the same model: rate, latency, R@1.

python benchmarks/peers.py --python PYTHON [--passages N] [--questions N]
python benchmarks/peers.py --make-environment DIR

PYTHON is an interpreter that has the peers: they need other versions of some packages than we do.
The second line makes such an environment at DIR from the packages of the group `bench`.

Every peer and ours runs in a process of its own, one after the other, with its model loaded before
the clock starts. Ours reads files, one an article; the peers are given the paragraphs themselves,
in their largest usual batches. Passages beyond SQuAD's 2,067 are of the other question sets, and
then of all sets once more with the sentences of each in the opposite order.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
import venv
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from corpora import REPOSITORY, QuestionSet, load_set
from peer import peak_mb

from qa_app.engine import Engine
from qa_app.places import load_settings
from qa_app.reading.sentences import split_sentences

_ASKED_OF = "squad_v1_dev"
_OTHERS = ("whosaid_dev", "squad_v2_dev", "scifact")
_PEERS = ("txtai", "txtai-hybrid", "chroma")
_Documents = dict[str, list[tuple[str, str, str]]]


def main() -> None:
    """Print the table."""
    arguments = _arguments()
    if arguments.make_environment:
        _make_environment(arguments.make_environment)
        return
    if arguments.ours:
        print(json.dumps(_ours(arguments.ours, arguments.passages)))
        return
    corpus = _corpus(arguments.passages)
    with tempfile.TemporaryDirectory() as scratch:
        at = Path(scratch)
        _write(corpus, at, arguments.questions)
        n = len(corpus.texts)
        ours = [sys.executable, __file__, "--ours", str(at), "--passages", str(n)]
        peers = [
            [arguments.python, str(Path(__file__).with_name("peer.py")), name, str(at)]
            for name in arguments.peers
        ]
        print(f"{n} paragraphs in {len(corpus.documents)} documents")
        print("                       passages/s   p50 ms   p95 ms    R@1   peak MB")
        for command in (ours, *peers):
            told = _told(command, at)
            print(
                f"  {told['what']:20} {told['rate']:10.1f} {told['p50_ms']:8.1f} "
                f"{told['p95_ms']:8.1f} {told['r1']:6.3f} {told['memory_mb']:9.0f}"
            )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=sys.executable, help="an interpreter with the peers")
    parser.add_argument("--peers", nargs="*", default=_PEERS, choices=_PEERS)
    parser.add_argument("--passages", type=int, default=2_067, help="about this many")
    parser.add_argument("--questions", type=int, default=500, help="about this many")
    parser.add_argument("--make-environment", type=Path, metavar="DIR")
    parser.add_argument("--ours", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _make_environment(at: Path) -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["optional-dependencies"]["bench"]
    torch = next(name for name in project["dependencies"] if name.startswith("torch=="))
    venv.create(at, with_pip=True)
    python = at / "bin" / "python"
    # By itself first: an open range elsewhere must not bring another build of it.
    for packages in ([torch], [torch, *wanted]):
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    print(f"now: python benchmarks/peers.py --python {python}")


def _corpus(n_passages: int) -> QuestionSet:
    """SQuAD's articles with its questions, and as many documents more as it takes."""
    asked = load_set(_ASKED_OF)
    documents, n = {}, 0
    for name, rows in _documents(asked):
        if n >= n_passages:
            break
        documents[name] = rows
        n += len(rows)
    return QuestionSet(_ASKED_OF, documents, asked.questions, asked.relevant)


def _documents(asked: QuestionSet) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    yield from asked.documents.items()
    others = [(name, load_set(name).documents) for name in _OTHERS]
    for name, documents in others:
        for document, rows in documents.items():
            # An id may be another set's too.
            yield f"{name}/{document}", [(f"{name}/{i}", title, text) for i, title, text in rows]
    for name, documents in (*others, (_ASKED_OF, asked.documents)):
        for document, rows in documents.items():
            turned = [(f"turned/{name}/{i}", title, _turned(text)) for i, title, text in rows]
            yield f"turned/{name}/{document}", turned


def _turned(text: str) -> str:
    plain = " ".join(text.split())
    return " ".join(span.of(plain) for span in reversed(split_sentences(plain, by_line=True)))


def _write(corpus: QuestionSet, at: Path, n_questions: int) -> None:
    """The corpus as files for ours, as lines of JSON for the peers, and the questions."""
    (at / "documents").mkdir()
    corpus.write_files(at / "documents")
    asked = [q for q in corpus.questions if corpus.holds(q)]
    every = max(1, len(asked) // n_questions)
    questions = [
        {"text": str(q["text"]), "relevant": min(corpus.relevant[str(q["id"])])}
        for q in asked[::every]
    ]
    _write_lines(at / "questions.jsonl", questions)
    _write_lines(
        at / "passages.jsonl",
        [
            {"id": i, "text": " ".join(text.split())}
            for rows in corpus.documents.values()
            for i, _, text in rows
        ],
    )


def _write_lines(path: Path, rows: list[dict[str, str]]) -> None:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def _told(command: list[str], at: Path) -> dict[str, float]:
    # What ours knows of other libraries of this machine is to save it nothing.
    environment = {**os.environ, "XDG_STATE_HOME": str(at / "state")}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _ours(at: Path, n_passages: int) -> dict[str, object]:
    """Ours, in a process of its own."""
    corpus = _corpus(n_passages)
    engine = Engine(load_settings())
    engine.warm_up()
    began = time.perf_counter()
    engine.index(at / "library", at / "documents")
    indexing_s = time.perf_counter() - began
    lines = (at / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    with closing(engine.open(at / "library")) as library:
        engine.ask(library, "warm up")
        took_ms, n_right = [], 0
        for question in map(json.loads, lines):
            began = time.perf_counter()
            answer = engine.ask(library, question["text"])
            took_ms.append((time.perf_counter() - began) * 1000)
            # As for the peers, what is found counts, whether or not it is called an answer.
            for hit in (*answer.hits, *answer.related)[:1]:
                document = corpus.document_in(hit.source.path)
                n_right += corpus.passage_id(document, hit.text) == question["relevant"]
    return {
        "what": "ours",
        "rate": len(corpus.texts) / indexing_s,
        "p50_ms": statistics.median(took_ms),
        "p95_ms": statistics.quantiles(took_ms, n=20)[-1],
        "r1": n_right / len(lines),
        "memory_mb": peak_mb(),
    }


if __name__ == "__main__":
    main()
