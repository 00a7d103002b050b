"""Question sets as folders of files, so that benchmarks go the way a person's documents go."""

import json
import os
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A set: passages by document, questions, and which passages answer which question."""

    name: str
    documents: dict[str, list[tuple[str, str, str]]]  # document: (passage id, title, text)
    questions: list[dict[str, object]]
    relevant: dict[str, set[str]]

    @property
    def texts(self) -> list[str]:
        """Every passage's text."""
        return [text for rows in self.documents.values() for _, _, text in rows]

    def write_files(self, folder: Path) -> dict[str, str]:
        """A text file for each document; the document's id by file name."""
        names: dict[str, str] = {}
        for n, (document, rows) in enumerate(self.documents.items()):
            title = json.dumps(rows[0][1].replace("_", " "), ensure_ascii=False)
            body = "\n\n".join(" ".join(text.split()) for _, _, text in rows)
            name = f"{n:05}.txt"
            (folder / name).write_text(f"---\ntitle: {title}\n---\n\n{body}\n", encoding="utf-8")
            names[name] = document
        return names

    def passage_id(self, document: str, text: str) -> str | None:
        """Which passage of the document holds `text`."""
        wanted = " ".join(text.split())
        rows = self.documents[document]
        return next((i for i, _, whole in rows if wanted in " ".join(whole.split())), None)


def shared_folder() -> Path:
    """Where the question sets are; ends the program with a sentence where they are not."""
    path = Path(os.environ.get("QA_APP_SHARED", REPOSITORY.parent / "shared")) / "eval"
    if not path.is_dir():
        sys.exit(f"The question sets are not at {path}; QA_APP_SHARED names another place.")
    return path


def load_set(name: str) -> QuestionSet:
    """The set of that name."""
    folder = shared_folder() / name
    documents: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in _lines(folder / "corpus.jsonl"):
        passage_id = str(row["id"])
        document = passage_id.rsplit("#", 1)[0]
        documents[document].append((passage_id, str(row["title"]), str(row["text"])))
    relevant: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        question, passage_id, relevance = line.split("\t")
        if int(relevance) > 0:
            relevant[question].add(passage_id)
    return QuestionSet(name, dict(documents), _lines(folder / "queries.jsonl"), dict(relevant))


def _lines(path: Path) -> list[dict[str, object]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]
