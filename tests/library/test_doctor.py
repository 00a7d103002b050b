"""What the doctor finds in a library that something befell, and what it makes of it."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import faiss
import numpy as np
import pytest
from msgspec.structs import replace

from qa_app.engine import Engine
from qa_app.errors import EncoderError, LibraryMissing
from qa_app.findings import Health, Part
from qa_app.library.database import DATABASE_NAME
from qa_app.library.notebook import Notebook, now
from qa_app.library.notebook_file import NOTEBOOK_NAME
from qa_app.model import Progress, Span
from qa_app.settings import Settings
from tests.fakes import HashEncoder
from tests.library.conftest import long_text, write
from tests.library.faults.comparing import Told, told

_QUESTIONS = ("Where is the harbour?", "What did the NWB close?")
_PAGE = 4096


# How much of 82 passages is encoded again.
_ALL, _SOME, _ONE, _NONE = range(82, 83), range(78), range(1, 2), range(1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, cache_dir: Path) -> Path:
    """A library that no test changes; its documents are beside it."""
    at = tmp_path_factory.mktemp("made")
    engine = Engine(Settings(cache_dir=cache_dir), HashEncoder)
    return _make(engine, at / "library", at / "documents")


@pytest.fixture
def library(made: Path, library_dir: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, library_dir))


def _make(engine: Engine, library: Path, folder: Path) -> Path:
    """A library of some pages, with snippets, questions, a correction and a pattern."""
    write(folder / "a.txt", "The harbour of Tarsos opens in March, said Ana Ruiz. Ferries wait.")
    write(folder / "b.md", "# Roads\n\nThe National Water Board (NWB) closed the tunnel.\n")
    for name in ("lighthouse", "granary"):
        write(folder / f"{name}.txt", long_text(name))
    engine.index(library, folder)
    engine.exclude(library, ["*.bak"])
    with closing(engine.open(library)) as opened:
        document = next(e.document_id for e in opened.entries() if e.path.endswith("a.txt"))
        notebook = Notebook(library)
        for n in range(40):
            snippet = opened.make_snippet(document, Span(4, 20), "Who?", now())
            notebook.keep(replace(snippet, id=f"{n}", note="x" * 300))
            notebook.note(f"question {n}", (), now())
        notebook.save("question 7", now(), saved=True)
        shown, _ = engine.metadata(opened, document)
        engine.correct(opened, document, replace(shown, author="Corrected"))
    engine.doctor(library)
    _fold(library / DATABASE_NAME)
    _fold(library / NOTEBOOK_NAME)
    return library


def _told(engine: Engine, library: Path) -> Told:
    """See `told`; of what comes after the best hit much is as good as something else."""
    return told(engine, library, _QUESTIONS, n_hits=1)


def _fold(database: Path) -> None:
    """Put all of a database in one file."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")


def _sql(script: str) -> Callable[[Path], None]:
    def run(library: Path) -> None:
        with closing(sqlite3.connect(library / DATABASE_NAME)) as connection:
            connection.executescript(script)

    return run


def _zeros(name: str, first: float, last: float) -> Callable[[Path], None]:
    """Whole pages of nothing, from a share of the file to another."""

    def overwrite(library: Path) -> None:
        data = bytearray((library / name).read_bytes())
        begin, end = (int(len(data) * share) // _PAGE * _PAGE for share in (first, last))
        data[begin:end] = bytes(end - begin)
        (library / name).write_bytes(data)

    return overwrite


def _cut(name: str, share: float) -> Callable[[Path], None]:
    def cut(library: Path) -> None:
        data = (library / name).read_bytes()
        (library / name).write_bytes(data[: int(len(data) * share)])

    return cut


def _foreign(library: Path) -> None:
    (library / DATABASE_NAME).unlink()
    with closing(sqlite3.connect(library / DATABASE_NAME)) as connection:
        connection.executescript("CREATE TABLE notes (words TEXT); INSERT INTO notes VALUES ('a')")


def _put_foreign_vectors(library: Path) -> None:
    index = faiss.IndexIDMap2(faiss.IndexFlatIP(64))
    index.add_with_ids(np.ones((3, 64), dtype=np.float32), np.arange(3))
    faiss.write_index(index, str(library / "vectors.flat"))


_NORMAL = "UPDATE passages SET "
# What befell the library, which part it shows in, and how much is encoded again.
DAMAGE: dict[str, tuple[Callable[[Path], object], Part, range]] = {
    "no database": (
        lambda at: (at / DATABASE_NAME).unlink(),
        Part.DATABASE,
        _ALL,
    ),
    "garbage": (
        lambda at: (at / DATABASE_NAME).write_bytes(b"garbage " * 4096),
        Part.DATABASE,
        _ALL,
    ),
    "an empty file": (
        lambda at: (at / DATABASE_NAME).write_bytes(b""),
        Part.DATABASE,
        _ALL,
    ),
    "another program's database": (_foreign, Part.DATABASE, _ALL),
    "the first page": (
        _zeros(DATABASE_NAME, 0, 0.1),
        Part.DATABASE,
        _ALL,
    ),
    "zeros in the middle": (
        _zeros(DATABASE_NAME, 0.5, 0.55),
        Part.DATABASE,
        _SOME,
    ),
    # In so small a library the vectors lie on one page, or two.
    "zeros near the end": (_zeros(DATABASE_NAME, 0.8, 0.9), Part.DATABASE, range(83)),
    "the end is lost": (_cut(DATABASE_NAME, 0.9), Part.DATABASE, range(83)),
    "half is lost": (_cut(DATABASE_NAME, 0.5), Part.DATABASE, range(83)),
    "an index is lost": (_sql("DROP INDEX files_by_document"), Part.DATABASE, _NONE),
    "a table is lost": (_sql("DROP TABLE acronyms"), Part.DATABASE, _NONE),
    "it does not say what made it": (
        _sql("DELETE FROM meta WHERE key = 'dim'"),
        Part.DATABASE,
        _NONE,
    ),
    "passages without a document": (
        _sql("PRAGMA foreign_keys = OFF; DELETE FROM documents WHERE id = 2"),
        Part.DATABASE,
        range(3),
    ),
    "spellings that do not add up": (
        _sql("UPDATE spellings SET n = n + 1"),
        Part.DATABASE,
        _NONE,
    ),
    "totals that do not add up": (
        _sql("UPDATE totals SET n_terms = n_terms + 1"),
        Part.DATABASE,
        _NONE,
    ),
    "a passage with other words": (
        _sql(_NORMAL + "text = 'Nobody said that.' WHERE id = 5"),
        Part.DOCUMENTS,
        _ONE,
    ),
    "a span beyond its text": (
        _sql(_NORMAL + '"end" = 99999 WHERE id = 5'),
        Part.DOCUMENTS,
        _NONE,
    ),
    "a vector of another length": (
        _sql("UPDATE vectors SET vector = x'0000' WHERE passage_id = 5"),
        Part.DOCUMENTS,
        _ONE,
    ),
    "a vector of nothing": (
        _sql("UPDATE vectors SET vector = zeroblob(66) WHERE passage_id = 5"),
        Part.DOCUMENTS,
        _ONE,
    ),
    "sentences that are none": (
        _sql(_NORMAL + "sentences = x'00' WHERE id = 5"),
        Part.DOCUMENTS,
        _ONE,
    ),
    "blocks that are none": (
        _sql("UPDATE documents SET blocks = x'00' WHERE id = 1"),
        Part.DOCUMENTS,
        _NONE,
    ),
    "a text that is none": (
        _sql("UPDATE documents SET rest = CAST(x'ff00' AS TEXT) WHERE id = 2"),
        Part.DOCUMENTS,
        _NONE,
    ),
    "vectors set aside that are none": (
        _sql("INSERT INTO set_aside VALUES (x'00', x'00', x'00')"),
        Part.DOCUMENTS,
        _NONE,
    ),
    "no stamp": (lambda at: (at / "derived.json").unlink(), Part.INDEXES, _NONE),
    "a torn stamp": (_cut("derived.json", 0.5), Part.INDEXES, _NONE),
    "zeros in the vectors": (_zeros("vectors.flat", 0.4, 0.8), Part.INDEXES, _NONE),
    "foreign vectors": (_put_foreign_vectors, Part.INDEXES, _NONE),
    "no keywords": (lambda at: shutil.rmtree(at / "keywords"), Part.INDEXES, _NONE),
    "indexes of an earlier state": (
        _sql("UPDATE meta SET value = value + 1 WHERE key = 'generation'"),
        Part.INDEXES,
        _NONE,
    ),
    "a passage that the indexes do not know": (
        _sql(
            "PRAGMA foreign_keys = OFF;"
            "UPDATE vectors SET passage_id = 1000 WHERE passage_id = 82;"
            "UPDATE sentence_vectors SET id = id + (1000 - 82) * 65536 WHERE id / 65536 = 82;"
            "UPDATE passages SET id = 1000 WHERE id = 82"
        ),
        Part.INDEXES,
        _NONE,
    ),
    "leftovers": (
        lambda at: [
            write(at / name, "half")
            for name in (".derived.json.new", ".vectors.faiss.merged", ".keywords.old/a")
        ],
        Part.LEFTOVERS,
        _NONE,
    ),
}


@pytest.mark.parametrize(("damage", "part", "n_encoded"), DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_named_and_repaired(
    library: Path,
    engine: Engine,
    encoder: HashEncoder,
    damage: Callable[[Path], object],
    part: Part,
    n_encoded: range,
) -> None:
    """A check names it and changes nothing; a repair mends it, and the library is what it was."""
    before = _told(engine, library)
    damage(library)
    files = _contents(library)
    checked = engine.doctor(library)
    assert {f.part for f in checked.findings if f.health is Health.TROUBLE} == {part}
    assert _contents(library).items() >= files.items()
    n_before = encoder.n_passages
    repaired = engine.doctor(library, repair=True)
    assert repaired.is_well, repaired.findings
    assert {f.part for f in repaired.findings if f.health is Health.REPAIRED} == {part}
    assert encoder.n_passages - n_before in n_encoded
    assert _told(engine, library) == before
    assert engine.doctor(library).is_well
    assert engine.status(library).excluded == ("*.bak",)


def _contents(library: Path) -> dict[str, bytes]:
    """What must not change: not SQLite's own files, which it makes for reading too."""
    return {
        path.name: path.read_bytes()
        for path in library.rglob("*")
        if path.is_file() and not path.name.endswith(("-shm", "-wal", ".lock"))
    }


def test_a_sound_library_is_left_alone(library: Path, engine: Engine) -> None:
    """Nothing is written, and every part has its line."""
    engine.doctor(library)
    before = _contents(library)
    found = engine.doctor(library, repair=True)
    assert {f.health for f in found.findings} == {Health.FINE}
    assert [f.part for f in found.findings] == list(Part)
    assert _contents(library) == before


def test_what_is_damaged_is_set_aside(library: Path, engine: Engine) -> None:
    """It is there as it was, under another name, and its snippets are written beside it."""
    (library / DATABASE_NAME).write_bytes(b"")
    (library / f"{DATABASE_NAME}-wal").write_bytes(b"its log")
    found = engine.doctor(library, repair=True).findings
    done = next(f.done for f in found if f.part is Part.DATABASE)
    (aside,) = library.glob("library.damaged-*.sqlite3")
    assert f"set aside as {aside.name}" in done
    assert aside.read_bytes() == b""
    assert Path(f"{aside}-wal").read_bytes() == b"its log"
    (export,) = library.glob("snippets.damaged-*.json")
    assert f"the snippets also written to {export.name}" in done
    assert len(json.loads(export.read_bytes())["snippets"]) == 40


def test_a_reader_takes_up_the_new_database(library: Path, engine: Engine) -> None:
    """A window that was open meanwhile need not be closed."""
    with closing(engine.open(library)) as opened:
        opened.refresh()
        with closing(sqlite3.connect(library / DATABASE_NAME)) as connection:
            connection.executescript("DROP TABLE acronyms")
        assert engine.doctor(library, repair=True).is_well
        assert engine.ask(opened, _QUESTIONS[0]).hits
        assert opened.meta()["library_id"] != ""
        assert opened.explained({"nwb"}, set())


def test_a_second_repair_knows_the_vectors_of_the_first(
    library: Path, engine: Engine, encoder: HashEncoder
) -> None:
    """Cut off after the database was set aside, nothing that can be read is encoded again."""
    _sql("DROP TABLE acronyms")(library)
    (library / DATABASE_NAME).rename(library / "library.damaged-20260102-030405.sqlite3")
    (library / "folders.json").unlink()
    before = encoder.n_passages
    assert engine.doctor(library, repair=True).is_well
    assert encoder.n_passages == before
    assert engine.status(library).excluded == ("*.bak",)


def test_folders_that_nothing_names(library: Path, engine: Engine, made: Path) -> None:
    """The library is made anew, empty, and the doctor says what to do."""
    (library / DATABASE_NAME).write_bytes(b"garbage " * 4096)
    (library / "folders.json").unlink()
    found = engine.doctor(library, repair=True)
    assert not found.is_well
    assert any("qa-app index FOLDER" in f.says for f in found.findings)
    assert engine.index(library, made.parent / "documents").n_added == 4


def test_a_folder_that_is_away(engine: Engine, library_dir: Path, folder: Path) -> None:
    """What cannot be read again is trouble that is left; once it is back all is well."""
    library = _make(engine, library_dir, folder)
    before = _told(engine, library)
    (library / DATABASE_NAME).write_bytes(b"garbage " * 4096)
    folder.rename(folder.with_name("away"))
    found = engine.doctor(library, repair=True)
    assert [f.part for f in found.findings if f.health is Health.TROUBLE] == [Part.FOLDERS]
    folder.with_name("away").rename(folder)
    engine.update(library)
    assert _told(engine, library) == before


def test_a_repair_that_is_cancelled(library: Path, engine: Engine) -> None:
    """It says so, and the next one finishes."""
    before = _told(engine, library)
    (library / DATABASE_NAME).write_bytes(b"garbage " * 4096)
    told: list[Progress] = []
    found = engine.doctor(
        library,
        repair=True,
        on_progress=told.append,
        cancelled=lambda: bool(told and told[-1].n_files_done),
    )
    assert found.cancelled
    assert engine.doctor(library, cancelled=lambda: True).cancelled
    engine.doctor(library, repair=True)
    engine.update(library)
    assert _told(engine, library) == before


NOTEBOOK_DAMAGE: dict[str, tuple[Callable[[Path], object], int]] = {
    "zeros in the middle": (_zeros(NOTEBOOK_NAME, 0.4, 0.6), 1),
    "the end is lost": (_cut(NOTEBOOK_NAME, 0.7), 1),
    "garbage": (lambda at: (at / NOTEBOOK_NAME).write_bytes(b"Dear diary,\n" * 500), 0),
    "emptied, but for its log": (
        lambda at: [
            (at / NOTEBOOK_NAME).write_bytes(b""),
            (at / f"{NOTEBOOK_NAME}-wal").write_bytes(b"what was written last"),
        ],
        0,
    ),
}


@pytest.mark.parametrize(("damage", "fewest"), NOTEBOOK_DAMAGE.values(), ids=NOTEBOOK_DAMAGE.keys())
def test_a_damaged_notebook(
    library: Path, engine: Engine, damage: Callable[[Path], object], fewest: int
) -> None:
    """What can be read of it is in a new one, and written beside it; the old one is kept."""
    before = Notebook(library).snippets()
    damage(library)
    checked = engine.doctor(library)
    assert {f.part for f in checked.findings if f.health is Health.TROUBLE} == {Part.NOTEBOOK}
    damaged = (library / NOTEBOOK_NAME).read_bytes()
    found = engine.doctor(library, repair=True)
    assert found.is_well, found.findings
    (aside,) = library.glob("notebook.damaged-*.sqlite")
    assert aside.read_bytes() == damaged
    notebook = Notebook(library)
    assert fewest <= len(notebook.snippets()) + len(notebook.questions()) < 80
    assert set(notebook.snippets()) <= set(before)
    exports = list(library.glob("snippets.damaged-*.json"))
    assert len(exports) == fewest
    for export in exports:
        kept = json.loads(export.read_bytes())
        assert len(kept["snippets"]) == len(notebook.snippets())
    notebook.note("afterwards", (), now())
    assert notebook.questions()[0].question == "afterwards"


def test_all_of_a_notebook_that_can_be_read_is_taken_over(library: Path, engine: Engine) -> None:
    """One bad value costs its own row: the rest stays, in order, corrections too."""
    before = Notebook(library).snippets()
    with closing(sqlite3.connect(library / NOTEBOOK_NAME)) as connection, connection:
        connection.execute("UPDATE snippets SET tags = '{' WHERE id = '3'")
        connection.execute("UPDATE questions SET dropped = '{' WHERE question = 'question 5'")
    found = engine.doctor(library, repair=True)
    assert found.is_well, found.findings
    assert Notebook(library).snippets() == tuple(s for s in before if s.id != "3")
    asked = Notebook(library).questions()
    assert [a.question for a in asked] == [f"question {n}" for n in range(39, -1, -1) if n != 5]
    assert [a.question for a in asked if a.saved] == ["question 7"]
    with closing(engine.open(library)) as opened:
        titles = {entry.document_id for entry in opened.entries()}
        authors = {engine.metadata(opened, i)[0].author for i in titles if i}
    assert "Corrected" in authors


class TestModel:
    """What the doctor says of the model."""

    def test_another_model(self, library: Path, settings: Settings) -> None:
        """A library of another encoder's vectors is trouble that no repair mends."""
        other = Engine(settings, lambda: HashEncoder("other-64"))
        for repair in (False, True):
            found = other.doctor(library, repair=repair)
            assert [f.part for f in found.findings if f.health is Health.TROUBLE] == [Part.MODEL]

    def test_vectors_of_another_length(self, library: Path, settings: Settings) -> None:
        """A model of the same name whose vectors have another length is none of the library's."""
        found = Engine(settings, lambda: HashEncoder("hash-64", dim=32)).doctor(library)
        says = [f.says for f in found.findings if f.health is Health.TROUBLE]
        assert len(says) == 1
        assert "64 numbers" in says[0]

    def test_no_model(self, library: Path, settings: Settings) -> None:
        """Without one nothing is moved: what could be made of it would be nothing."""

        def none() -> HashEncoder:
            raise EncoderError("The model is missing; install it.")

        (library / DATABASE_NAME).write_bytes(b"garbage " * 4096)
        found = Engine(settings, none).doctor(library, repair=True)
        assert not found.is_well
        assert not list(library.glob("*.damaged-*"))


def test_a_disk_that_is_nearly_full(
    library: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is trouble before anything else is: no index could be made anew."""
    usage = shutil.disk_usage(library)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    found = engine.doctor(library, repair=True)
    (says,) = (f.says for f in found.findings if f.health is Health.TROUBLE)
    assert says.startswith("1 MB are free")
    assert says.endswith("make room")


def test_no_library(engine: Engine, tmp_path: Path) -> None:
    """Where there is none, none is made."""
    with pytest.raises(LibraryMissing, match="qa-app index FOLDER"):
        engine.doctor(tmp_path / "nowhere", repair=True)
    assert not (tmp_path / "nowhere").exists()
