"""The derived indexes: made again from the database when they do not fit, at no encoding cost."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import faiss
import numpy as np
import pytest
from msgspec.structs import replace

from qa_app.engine import Engine
from qa_app.library import derived, vector_kinds
from qa_app.library.keyword_index import KeywordEntry, KeywordIndex
from qa_app.library.library import Library
from qa_app.library.vector_kinds import Kind, Sizes
from qa_app.library.vector_parts import FlatPart, MainPart
from tests.fakes import HashEncoder
from tests.library.conftest import Index, write

Open = Callable[[], Library]


def _tear(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _tear_segment(library: Path) -> None:
    """Cut the largest file of the keyword index in half."""
    _tear(max((library / "keywords").iterdir(), key=lambda file: file.stat().st_size))


def _drop_positions(library: Path) -> None:
    """Take away what tantivy first opens when it searches."""
    for path in (library / "keywords").glob("*.pos"):
        path.unlink()


def _put_foreign_vectors(library: Path) -> None:
    """An index that FAISS can read, of other passages."""
    index = faiss.IndexIDMap2(faiss.IndexFlatIP(64))
    index.add_with_ids(np.ones((3, 64), dtype=np.float32), np.arange(3))
    faiss.write_index(index, str(_vectors(library)))


def _put_other_length(library: Path) -> None:
    """Vectors of another length."""
    part = FlatPart(8)
    part.add(np.arange(3), np.ones((3, 8), dtype=np.float32))
    part.write(_vectors(library), np.zeros(0, dtype=np.int64))


def _vectors(library: Path) -> Path:
    """The file that most vectors are in."""
    main = library / "vectors.faiss"
    return main if main.exists() else library / "vectors.flat"


def _blank_middle(path: Path) -> None:
    """Put nothing in the place of some bytes; the size is as it was."""
    data = bytearray(path.read_bytes())
    at = len(data) // 3
    data[at : at + 32] = bytes(32)
    path.write_bytes(data)


def _blank_segment(library: Path) -> None:
    """Blank the middle of the largest file of the keyword index."""
    _blank_middle(max((library / "keywords").iterdir(), key=lambda file: file.stat().st_size))


def _claim_more_vectors(library: Path) -> None:
    """A number of vectors that no machine has the memory for."""
    data = bytearray(_vectors(library).read_bytes())
    data[:16] = (2**60).to_bytes(8, "little") * 2
    _vectors(library).write_bytes(data)


def _put_other_keywords(library: Path) -> None:
    """A whole index of other words, of the same passages."""
    index = KeywordIndex.create(library / "keywords")
    index.write([KeywordEntry(i, "other words", "") for i in (1, 2, 3)], ())


DAMAGE: dict[str, Callable[[Path], object]] = {
    "no stamp": lambda library: (library / "derived.json").unlink(),
    "torn stamp": lambda library: _tear(library / "derived.json"),
    "stamp of no text": lambda library: (library / "derived.json").write_bytes(
        b'{"library_id":"\xff"}'
    ),
    "stamp of another shape": lambda library: (library / "derived.json").write_bytes(b"[1]"),
    "no vectors": lambda library: _vectors(library).unlink(),
    "torn vectors": lambda library: _tear(_vectors(library)),
    "empty vectors": lambda library: _vectors(library).write_bytes(b""),
    "no recent vectors": lambda library: (library / "vectors.flat").unlink(),
    "torn recent vectors": lambda library: _tear(library / "vectors.flat"),
    "foreign vectors": _put_foreign_vectors,
    "vectors of another length": _put_other_length,
    "vectors with nothing in the middle": lambda library: _blank_middle(_vectors(library)),
    "vectors beyond all memory": _claim_more_vectors,
    "keywords with nothing in the middle": _blank_segment,
    "other keywords": _put_other_keywords,
    "torn list of keyword files": lambda library: _tear(library / "keywords" / ".managed.json"),
    "no keywords": lambda library: shutil.rmtree(library / "keywords"),
    "no keyword list": lambda library: (library / "keywords" / "meta.json").unlink(),
    "torn keyword list": lambda library: _tear(library / "keywords" / "meta.json"),
    "torn keywords": _tear_segment,
    "no keyword positions": _drop_positions,
}


# What befalls the vectors, of whatever kind, and what befalls the rest.
CASES = [
    pytest.param(kind, damage, id=f"{name}, {kind}")
    for name, damage in DAMAGE.items()
    for kind in (Kind if "vectors" in name else (Kind.FLAT,))
]


def _set_kind(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let libraries of a few passages have vectors of that kind."""
    sizes = {Kind.FLAT: Sizes(), Kind.CODES: Sizes(flat=0), Kind.LISTS: Sizes(flat=0, codes=0)}
    monkeypatch.setattr(vector_kinds, "SIZES", replace(sizes[kind], n_lists=2, least=1))


def _answers(library: Library, encoder: HashEncoder) -> object:
    library.refresh()
    return (
        library.by_keywords([["harbour", "tunnel"]], 10),
        library.by_vectors(encoder.encode_question("the closed bridge")[None], 10),
        library.document_frequencies(["harbour", "tunnel"]),
    )


class TestDamage:
    """Whatever becomes of a derived index, the answers stay the same."""

    @pytest.mark.parametrize(("kind", "damage"), CASES)
    def test_it_is_made_again_without_encoding(
        self,
        request: pytest.FixtureRequest,
        monkeypatch: pytest.MonkeyPatch,
        opened: Open,
        encoder: HashEncoder,
        library_dir: Path,
        kind: Kind,
        damage: Callable[[Path], object],
    ) -> None:
        """A reader rebuilds it from the database and answers as before."""
        _set_kind(kind, monkeypatch)
        request.getfixturevalue("three_files")
        before, n_encoded = _answers(opened(), encoder), encoder.n_passages
        damage(library_dir)
        assert _answers(opened(), encoder) == before
        assert encoder.n_passages == n_encoded

    @pytest.mark.parametrize("damage", ["no stamp", "torn vectors", "torn keywords"])
    def test_the_next_run_mends_it_too(
        self, three_files: Path, index: Index, opened: Open, encoder: HashEncoder, damage: str
    ) -> None:
        """An indexing run that finds it broken publishes it whole."""
        before, n_encoded = _answers(opened(), encoder), encoder.n_passages
        DAMAGE[damage](three_files.parent / "library")
        index()
        assert derived.open_derived(three_files.parent / "library", 64) is not None
        assert _answers(opened(), encoder) == before
        assert encoder.n_passages == n_encoded

    @pytest.mark.usefixtures("three_files")
    def test_indexes_of_another_library_are_not_taken(
        self, engine: Engine, opened: Open, encoder: HashEncoder, library_dir: Path, tmp_path: Path
    ) -> None:
        """Indexes copied over from elsewhere are told by their library's id."""
        before = _answers(opened(), encoder)
        for name in ("x", "y", "z"):
            write(tmp_path / "others" / f"{name}.txt", f"The {name} quarry is flooded.")
        engine.index(tmp_path / "other library", tmp_path / "others")
        for name in ("derived.json", "vectors.flat", "keywords"):
            _copy(tmp_path / "other library" / name, library_dir / name)
        assert _answers(opened(), encoder) == before

    @pytest.mark.usefixtures("three_files")
    def test_a_reader_that_puts_a_lock_into_the_old_keywords(
        self,
        opened: Open,
        encoder: HashEncoder,
        library_dir: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """It does not keep the new ones from taking their place."""
        before = _answers(opened(), encoder)
        (library_dir / "derived.json").unlink()
        remove = shutil.rmtree

        def remove_and_lock(folder: Path, *, ignore_errors: bool) -> None:
            remove(folder, ignore_errors=ignore_errors)
            if folder.name == "keywords":
                folder.mkdir()
                (folder / ".tantivy-meta.lock").touch()

        monkeypatch.setattr(shutil, "rmtree", remove_and_lock)
        assert _answers(opened(), encoder) == before

    @pytest.mark.usefixtures("three_files")
    def test_rebuilding_cut_off_is_done_again(
        self,
        opened: Open,
        encoder: HashEncoder,
        library_dir: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """A rebuild that dies half-way leaves nothing that passes for whole."""
        before = _answers(opened(), encoder)
        shutil.rmtree(library_dir / "keywords")

        def die(*_args: object) -> NoReturn:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(KeywordIndex, "write", die)
            with pytest.raises(KeyboardInterrupt):
                opened().refresh()
        assert _answers(opened(), encoder) == before


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.rmtree(target)
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)


class TestUpdate:
    """Changes are carried into both indexes."""

    def test_updated_answers_as_rebuilt(
        self, three_files: Path, index: Index, opened: Open, encoder: HashEncoder, library_dir: Path
    ) -> None:
        """Indexes that followed changes hold the same passages as indexes made anew."""
        write(three_files / "a.txt", "The harbour is closed. The tunnel is open.")
        (three_files / "b.txt").unlink()
        index()
        followed = _held(opened(), encoder)
        (library_dir / "derived.json").unlink()
        assert _held(opened(), encoder) == followed

    @pytest.mark.usefixtures("three_files")
    def test_stamp_names_the_state(self, library_dir: Path, opened: Open) -> None:
        """The stamp carries the generation of the database and the number of vectors."""
        stamp = derived.read_stamp(library_dir)
        status = opened().status()
        assert stamp is not None
        assert (stamp.generation, stamp.n_vectors) == (status.generation, status.n_passages)


def _paragraphs(words: Sequence[str]) -> str:
    return "\n\n".join(f"The {word} of Tarsos was seen again by the keeper." for word in words)


class TestKinds:
    """A library that grows and shrinks has vectors of the kind that its size asks for."""

    def test_from_kind_to_kind(
        self,
        folder: Path,
        index: Index,
        opened: Open,
        encoder: HashEncoder,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Up and down again, nothing is encoded but what is new, and every passage is found."""
        sizes = Sizes(flat=6, codes=20, least=2, n_lists=3)
        monkeypatch.setattr(vector_kinds, "SIZES", sizes)
        seen = []
        for n in (5, 12, 40, 12, 3):
            words = [f"harbour{i}" for i in range(n)]
            write(folder / "long.txt", _paragraphs(words))
            index()
            library = opened()
            library.refresh()
            vectors = library.status().vectors
            assert vectors is not None
            seen.append(vectors.kind)
            for word in words:
                asked = encoder.encode_question(f"The {word} of Tarsos was seen again.")
                ((best,),) = library.by_vectors(asked[None], 1)
                assert word in library.passages([best])[best].text
        assert seen == ["flat", "codes", "lists", "codes", "flat"]

    @pytest.mark.usefixtures("three_files")
    def test_an_index_of_the_format_before_is_as_good(
        self, index: Index, opened: Open, encoder: HashEncoder, library_dir: Path
    ) -> None:
        """What an earlier program made in the same way is not made again."""
        index()
        stamp = library_dir / "derived.json"
        before = _answers(opened(), encoder)
        text = stamp.read_text(encoding="utf-8")
        older = text.replace(f'"format":{derived.FORMAT}', '"format":3')
        assert older != text
        stamp.write_text(older, encoding="utf-8")
        assert _answers(opened(), encoder) == before
        assert stamp.read_text(encoding="utf-8") == older

    @pytest.mark.parametrize("kind", [Kind.CODES, Kind.LISTS])
    def test_a_small_change_leaves_the_main_part(
        self,
        folder: Path,
        index: Index,
        opened: Open,
        library_dir: Path,
        monkeypatch: pytest.MonkeyPatch,
        kind: Kind,
    ) -> None:
        """What came and went is kept beside it, until that is too much; then it is put in."""
        _set_kind(kind, monkeypatch)
        monkeypatch.setattr(vector_kinds, "SIZES", replace(vector_kinds.SIZES, least=3))
        write(folder / "long.txt", _paragraphs([f"harbour{i}" for i in range(40)]))
        write(folder / "other.txt", _paragraphs(["quay"]))
        index()
        main = (library_dir / "vectors.faiss").read_bytes()
        changes = []
        for words in (["quay", "bridge"], ["mill"], ["tower"]):
            write(folder / "other.txt", _paragraphs(words))
            index()
            vectors = opened().status().vectors
            assert vectors is not None
            is_same = (library_dir / "vectors.faiss").read_bytes() == main
            changes.append((vectors.n_recent, vectors.n_gone, is_same))
        assert changes == [(2, 1, True), (1, 1, True), (1, 1, True)]

    def test_a_reader_keeps_the_main_part(
        self, folder: Path, index: Index, opened: Open, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What has not changed is not opened again."""
        _set_kind(Kind.LISTS, monkeypatch)
        monkeypatch.setattr(vector_kinds, "SIZES", replace(vector_kinds.SIZES, least=100))
        write(folder / "long.txt", _paragraphs(["harbour", "quay", "mill"]))
        index()
        library = opened()
        library.refresh()
        write(folder / "other.txt", _paragraphs(["bridge"]))
        index()
        monkeypatch.setattr(MainPart, "open", lambda *_, **__: pytest.fail("opened again"))
        library.refresh()
        assert len(library.passage_ids()) == 4


def _held(library: Library, encoder: HashEncoder) -> object:
    library.refresh()
    (keywords,) = library.by_keywords([["harbour", "tunnel", "bridg"]], 10)
    (vectors,) = library.by_vectors(encoder.encode_question("harbour")[None], 10)
    return set(keywords), [(i, pytest.approx(c, abs=1e-6)) for i, c in vectors.items()]
