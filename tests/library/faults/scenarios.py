"""What is going on when a fault falls: a first run, a run that finds changes, and other writing."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from qa_app.engine import Engine
from qa_app.library import encoding_ahead
from qa_app.library.indexing_run import IndexingRun
from qa_app.library.notebook import Notebook, now
from qa_app.library.publishing import Publishing
from qa_app.model import Span
from tests.library.conftest import long_text, write

# Each word stands in one file alone.
WORDS = {
    "a.txt": "harbour", "b.txt": "bridge", "c.md": "tunnel", "d.html": "quarry", "e.txt": "mill",
    "long.txt": "lighthouse", "aa.eml": "granite", "gate.txt": "gate",
}  # fmt: skip
PASSAGES_A_SLICE = 3
QUESTIONS = (
    "What did the keeper of the lighthouse see?",
    "What did Ana Ruiz say about the harbour?",
    "Where is the quarry?",
    "What did the mayor say about zebras?",
)
_MAIL = """\
From: Ana Ruiz <ana@harwick.example>
Subject: Stone
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="part"

--part
Content-Type: text/plain

The granite was sold to the council of Harwick.

--part
Content-Type: text/plain
Content-Disposition: attachment; filename="gate.txt"

The gate of the weir is shut, the keeper said.

--part--
"""
_TEXTS = {
    "aa.eml": _MAIL,
    "a.txt": "Ana Ruiz said that the harbour of Tarsos opens in March. Ferries wait there.\n",
    "b.txt": "The bridge over the Alma was closed by the mayor in April.\n",
    "c.md": "# Roads\n\nThe tunnel under the hill is wet and dark.\n",
    "d.html": "<title>Stone</title><p>The quarry is flooded, the National Water Board (NWB) said.",
    "e.txt": "The mill stands still on Sundays, said Olga Petrova.\n",
}


class Scenario(Struct, frozen=True):
    """A library as it is before, None for none, and what is done to it when a fault falls."""

    name: str
    folder: Path
    before: Path | None
    act: Callable[[Engine, Path], object]


def scenarios(engine: Engine, at: Path) -> Iterator[Scenario]:
    """Make them, in a folder of their own."""
    folder = _folder(at / "first" / "documents")
    yield Scenario("first", folder, None, lambda e, library: e.index(library, folder))

    changed = _folder(at / "changes" / "documents")
    before = at / "changes" / "before"
    _prepare(engine, before, changed)
    _change(changed)
    yield Scenario("changes", changed, before, lambda e, library: e.index(library, changed))

    whole = at / "rebuilding" / "before"
    still = _folder(at / "rebuilding" / "documents")
    _prepare(engine, whole, still)
    (whole / "derived.json").unlink()
    yield Scenario("rebuilding", still, whole, _look)

    two = at / "forgetting" / "before"
    kept, gone = (_folder(at / "forgetting" / name) for name in ("documents", "gone"))
    write(gone / "gone.txt", "The meadow is mown.")
    _prepare(engine, two, kept)
    engine.index(two, gone)
    yield Scenario("forgetting", kept, two, lambda e, library: _forget(e, library, gone))


def publish_often() -> None:
    """Let a run publish after every second file, however fast it is."""
    due = cycle((False, True))

    def is_due(_: Publishing) -> bool:
        return next(due)

    Publishing.is_due = is_due  # type: ignore[method-assign,assignment]


def encode_little_by_little() -> None:
    """Let a run encode a few passages at a time, and do without those of a long document."""
    encoding_ahead._LEAST_SLICE = encoding_ahead._MOST_SLICE = PASSAGES_A_SLICE
    encoding_ahead._LONG = 32


def tell_what_is_done(tell: Callable[[str], object]) -> None:
    """Have a run say of each file that it is done, once it is."""
    count_done = IndexingRun._count_done

    def count_and_tell(self: IndexingRun, file: object) -> None:
        count_done(self, file)  # type: ignore[arg-type]
        tell(file.path)  # type: ignore[attr-defined]

    IndexingRun._count_done = count_and_tell  # type: ignore[method-assign]


def _folder(at: Path) -> Path:
    for name, text in _TEXTS.items():
        write(at / name, text)
    # More than is encoded in one go.
    write(at / "long.txt", long_text("lighthouse", 70))
    return at


def _prepare(engine: Engine, library: Path, folder: Path) -> None:
    """An indexed folder, with a snippet and a correction."""
    engine.index(library, folder)
    with closing(engine.open(library)) as opened:
        documents = {Path(e.path).name: e.document_id for e in opened.entries()}
        for name in ("a.txt", "b.txt"):
            snippet = opened.make_snippet(documents[name], Span(4, 20), "Who?", now())
            Notebook(library).keep(replace(snippet, id=name))
        shown, _ = engine.metadata(opened, documents["a.txt"])
        engine.correct(opened, documents["a.txt"], replace(shown, author="Corrected"))


def _change(folder: Path) -> None:
    """A file is changed, one moved, one removed, and two are new."""
    write(folder / "a.txt", f"{_TEXTS['a.txt']}\nThe crane of the harbour is new, said Ana Ruiz.\n")
    (folder / "below").mkdir()
    (folder / "b.txt").rename(folder / "below" / "b.txt")
    (folder / "c.md").unlink()
    write(folder / "new.txt", "The orchard was sold, according to the council.\n")
    write(folder / "long too.txt", long_text("granary", 66))


def _look(engine: Engine, library: Path) -> None:
    with closing(engine.open(library)) as opened:
        opened.refresh()


def _forget(engine: Engine, library: Path, folder: Path) -> None:
    with closing(engine.open(library)) as opened:
        known = opened.folders()
    if str(folder) in known:
        engine.forget(library, folder)


def copy_of(before: Path | None, library: Path) -> None:
    """Put the library as it was before in its place."""
    shutil.rmtree(library, ignore_errors=True)
    if before is not None:
        shutil.copytree(before, library)
