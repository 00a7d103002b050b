"""Question sets as folders of files, so that benchmarks go the way a person's documents go."""

import json
import os
import sys
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from qa_app.engine import Engine
from qa_app.library.library import Library
from qa_app.library.stored import StoredPassage
from qa_app.model import Progress

REPOSITORY = Path(__file__).resolve().parent.parent


class QuestionSet(Struct, frozen=True):
    """A set: passages by document, questions, and which passages answer which question."""

    name: str
    documents: dict[str, list[tuple[str, str, str]]]  # document: (passage id, title, text)
    questions: list[dict[str, object]]
    relevant: dict[str, set[str]]
    # Which passage of the set one of ours is, by document and text: it is asked for over and over.
    known: dict[tuple[str, str], str | None] = field(default_factory=dict)

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

    def part(self, name: str, documents: Sequence[str]) -> "QuestionSet":
        """The same questions over some of the documents."""
        kept = {document: self.documents[document] for document in documents}
        return replace(self, name=f"{self.name}-{name}", documents=kept, known={})

    def holds(self, question: Mapping[str, object]) -> bool:
        """Whether the documents hold a passage that is relevant to the question."""
        relevant = self.relevant.get(str(question["id"]), set())
        return any(i.rsplit("#", 1)[0] in self.documents for i in relevant)

    def fold_of(self, question: Mapping[str, object], n_folds: int) -> int:
        """The fold of a question: one for all of a document's, where it is asked of one."""
        about = str(question.get("doc") or question["id"])
        return zlib.crc32(about.encode()) % n_folds

    def passage_of(self, passage: StoredPassage) -> str | None:
        """The set's passage that ours is, or is a part of."""
        key = (passage.path, passage.text)
        if key not in self.known:
            self.known[key] = self.passage_id(self.document_in(passage.path), passage.text)
        return self.known[key]

    def is_right(self, passage: StoredPassage, question: Mapping[str, object]) -> bool:
        """Whether our passage is, or is a part of, one that is relevant to the question."""
        return self.passage_of(passage) in self.relevant.get(str(question["id"]), set())

    def text_of(self, passage_id: str) -> str:
        """A passage's text."""
        rows = self.documents[passage_id.rsplit("#", 1)[0]]
        return next(text for i, _, text in rows if i == passage_id)

    def spans(self) -> dict[tuple[str, str], list[tuple[int, int]]]:
        """What is attributed, by question and passage, in code points of the passage."""
        found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        path = shared_folder() / self.name / "spans.tsv"
        for line in path.read_text(encoding="utf-8").splitlines():
            question, passage_id, start, end = line.split("\t")
            found[question, passage_id].append((int(start), int(end)))
        return dict(found)

    def document_in(self, path: str) -> str:
        """The document in a file of `write_files`."""
        return list(self.documents)[int(Path(path).stem)]

    def passage_id(self, document: str, text: str) -> str | None:
        """Which passage of the document holds `text`."""
        wanted = " ".join(text.split())
        rows = self.documents[document]
        return next((i for i, _, whole in rows if wanted in " ".join(whole.split())), None)


def indexed(engine: Engine, questions: QuestionSet, where: Path) -> Library:
    """The set's library, open; made at `where`, or brought up to date if it is there."""
    documents = where / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    questions.write_files(documents)
    engine.index(where / "library", documents, show_progress)
    library = engine.open(where / "library")
    library.refresh()
    return library


def show_progress(progress: Progress) -> None:
    """A line aside that counts the passages encoded."""
    if progress.n_passages:
        print(f"\r{progress.n_passages} passages encoded ", end="", flush=True, file=sys.stderr)


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
