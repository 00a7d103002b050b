"""Files in files, as a library keeps them."""

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from msgspec.structs import replace

from qa_app.engine import Engine
from qa_app.library import indexing_run
from qa_app.library.library import Library
from qa_app.model import Cancelled, DocumentEntry, FileState, IndexReport, never_cancelled
from qa_app.reading.file_reader import Reading, Wants
from qa_app.reading.limits import ReadingLimits, limits_of
from qa_app.reading.registry import READING_VERSION
from qa_app.settings import Settings
from tests.fakes import DirectReader, HashEncoder
from tests.library.conftest import Found, Index, long_text, write
from tests.reading.sound_files import archive, letter, mailbox, text

_HARBOUR, _BRIDGE = b"The harbour opens in March.", b"The bridge over the Alma is shut."
_MEMBERS = (("harbour.txt", _HARBOUR), ("deep/bridge.txt", _BRIDGE), ("photo.jpg", b"\xff\xd8"))


def _counts(report: IndexReport) -> dict[str, int]:
    counts = {
        "added": report.n_added,
        "changed": report.n_changed,
        "removed": report.n_removed,
        "moved": report.n_moved,
        "unchanged": report.n_unchanged,
    }
    return {name: n for name, n in counts.items() if n}


@pytest.fixture
def entries(
    engine: Engine, library_dir: Path, folder: Path
) -> Callable[[], dict[str, DocumentEntry]]:
    """Every file of the library, by its path in the folder."""

    def listed() -> dict[str, DocumentEntry]:
        library = engine.open(library_dir)
        try:
            found = {entry.path: entry for entry in library.entries()}
        finally:
            library.close()
        return {Path(path).relative_to(folder).as_posix(): found[path] for path in found}

    return listed


Entries = Callable[[], dict[str, DocumentEntry]]


@pytest.fixture
def packed(folder: Path, index: Index) -> Path:
    """The folder with an indexed archive of two documents and a picture."""
    write(folder / "a.zip", archive(*_MEMBERS))
    index()
    return folder


class TestListing:
    """Each file in a file is a file of the library."""

    def test_members_and_containers_are_listed(
        self, folder: Path, index: Index, entries: Entries
    ) -> None:
        """Under paths that begin with the container's; it holds nothing itself, a mail does."""
        write(folder / "a.zip", archive(*_MEMBERS))
        write(folder / "b.eml", letter("Plan", ("plan.txt", text())).as_bytes())
        report = index()
        assert {path: entry.state for path, entry in entries().items()} == {
            "a.zip": FileState.INDEXED,
            "a.zip/deep/bridge.txt": FileState.INDEXED,
            "a.zip/harbour.txt": FileState.INDEXED,
            "a.zip/photo.jpg": FileState.SKIPPED,
            "b.eml": FileState.INDEXED,
            "b.eml/plan.txt": FileState.INDEXED,
        }
        with_document = {path for path, entry in entries().items() if entry.document_id}
        assert with_document == set(entries()) - {"a.zip", "a.zip/photo.jpg"}
        assert entries()["b.eml"].title == "Plan"
        assert _counts(report) == {"added": 4}
        assert [problem.path for problem in report.problems] == [str(folder / "a.zip/photo.jpg")]

    def test_hits_say_where_they_are(
        self, packed: Path, engine: Engine, opened: Callable[[], Library]
    ) -> None:
        """The path of a hit leads into the container."""
        library = opened()
        (hit,) = engine.ask(library, "What is over the Alma?").hits
        assert hit.source.path == str(packed / "a.zip/deep/bridge.txt")

    @pytest.mark.usefixtures("packed")
    def test_only_what_could_be_text_counts_as_unsearched(
        self, opened: Callable[[], Library]
    ) -> None:
        """A picture in an archive is missed by nobody."""
        assert opened().n_unsearched == 0

    def test_container_that_cannot_be_opened(
        self, packed: Path, index: Index, entries: Entries, found: Found
    ) -> None:
        """It failed, and what was in it before is kept."""
        write(packed / "a.zip", b"no archive")
        (problem, *_) = index().problems
        assert (problem.path, problem.state) == (str(packed / "a.zip"), FileState.FAILED)
        assert entries()["a.zip"].state is FileState.FAILED
        assert found("harbour") == {"harbour.txt"}


class TestOnlyWhatChanged:
    """A container that is as it was is not opened; in one that is not only what is new costs."""

    def test_unchanged_container_is_not_opened(
        self, packed: Path, index: Index, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Its members count as unchanged, and what is amiss in it is still told."""
        assert packed
        monkeypatch.setattr(DirectReader, "read", None)
        report = index()
        assert _counts(report) == {"unchanged": 2}
        assert [Path(problem.path).name for problem in report.problems] == ["photo.jpg"]

    def test_changed_container(
        self, packed: Path, index: Index, encoder: HashEncoder, found: Found, entries: Entries
    ) -> None:
        """New members are read, those that are gone are forgotten, the others cost nothing."""
        before = encoder.n_passages
        members = (("harbour.txt", _HARBOUR), ("new.txt", b"The tunnel is wet."))
        write(packed / "a.zip", archive(*members))
        assert _counts(index()) == {"added": 1, "removed": 1, "unchanged": 1}
        assert encoder.n_passages == before + 1
        assert (found("bridge"), found("tunnel")) == (set(), {"new.txt"})
        assert set(entries()) == {"a.zip", "a.zip/harbour.txt", "a.zip/new.txt"}

    def test_moved_container(
        self, packed: Path, index: Index, encoder: HashEncoder, entries: Entries
    ) -> None:
        """Its members have moved with it, and nothing is encoded."""
        before = encoder.n_passages
        (packed / "a.zip").rename(packed / "z.zip")
        assert _counts(index()) == {"moved": 2}
        assert encoder.n_passages == before
        assert {path.split("/")[0] for path in entries()} == {"z.zip"}

    def test_file_that_was_packed(
        self, folder: Path, index: Index, encoder: HashEncoder, found: Found
    ) -> None:
        """The same bytes are the same document, in an archive or beside it."""
        write(folder / "harbour.txt", _HARBOUR)
        index()
        write(folder / "a.zip", archive(("packed.txt", _HARBOUR), ("again.txt", _HARBOUR)))
        (folder / "harbour.txt").unlink()
        assert _counts(index()) == {"added": 1, "moved": 1}
        assert encoder.n_passages == 1
        assert found("harbour") == {"packed.txt"}

    def test_removed_container(
        self, packed: Path, index: Index, found: Found, entries: Entries
    ) -> None:
        """Its members go with it."""
        (packed / "a.zip").unlink()
        write(packed / "b.txt", "The tunnel is wet.")
        assert _counts(index()) == {"added": 1, "removed": 2}
        assert (found("harbour"), set(entries())) == (set(), {"b.txt"})

    def test_mail_that_left_its_mailbox(
        self, folder: Path, index: Index, encoder: HashEncoder
    ) -> None:
        """The others are numbered anew; that is a move and costs nothing."""
        data = mailbox()
        write(folder / "in.mbox", data)
        index()
        before = encoder.n_passages
        write(folder / "in.mbox", data[data.index(b"\nFrom ", 1) + 1 :])
        assert _counts(index()) == {"moved": 2, "removed": 1}
        assert encoder.n_passages == before

    def test_new_way_of_reading(
        self, packed: Path, index: Index, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A raised reading version opens containers again, those without a text of their own."""
        assert packed
        monkeypatch.setattr(indexing_run, "READING_VERSION", READING_VERSION + 1)
        assert _counts(index()) == {"changed": 2}
        assert _counts(index()) == {"unchanged": 2}


class TestLeavingOut:
    """Patterns hold for files in files."""

    def test_patterns_reach_into_containers(
        self, packed: Path, engine: Engine, index: Index, library_dir: Path, entries: Entries
    ) -> None:
        """Names, folders and whole paths; what is allowed again comes back."""
        assert packed
        for patterns, left in (
            (["*.jpg", "deep/"], {"a.zip", "a.zip/harbour.txt"}),
            (["/a.zip/harbour.txt"], {"a.zip", "a.zip/deep/bridge.txt", "a.zip/photo.jpg"}),
            ([], {"a.zip", *(f"a.zip/{name}" for name, _ in _MEMBERS)}),
        ):
            engine.exclude(library_dir, patterns)
            index()
            assert set(entries()) == left

    def test_inner_container_that_is_left_out(
        self, folder: Path, engine: Engine, index: Index, library_dir: Path, entries: Entries
    ) -> None:
        """Nothing in it is looked at."""
        inner = archive(("harbour.txt", _HARBOUR))
        write(folder / "a.zip", archive(("in.zip", inner), ("bridge.txt", _BRIDGE)))
        index()
        engine.exclude(library_dir, ["in.zip"])
        index()
        assert set(entries()) == {"a.zip", "a.zip/bridge.txt"}


class TestCancelling:
    """A container that was not read to its end is read again."""

    def test_rest_of_a_container(
        self,
        engine: Engine,
        folder: Path,
        library_dir: Path,
        encoder: HashEncoder,
        entries: Entries,
    ) -> None:
        """What was done of it is kept and not encoded again."""
        members = ((f"{word}.txt", long_text(word).encode()) for word in ("harbour", "bridge"))
        write(folder / "a.zip", archive(*members))
        report = engine.index(library_dir, folder, cancelled=lambda: encoder.n_passages > 0)
        assert (report.cancelled, _counts(report)) == (True, {"added": 1})
        assert entries()["a.zip"].state is FileState.PENDING
        assert _counts(engine.index(library_dir, folder)) == {"added": 1, "unchanged": 1}
        assert encoder.n_passages == 80
        assert entries()["a.zip"].state is FileState.INDEXED

    def test_cancelled_run_forgets_what_left_a_container_that_it_finished(
        self,
        packed: Path,
        engine: Engine,
        library_dir: Path,
        encoder: HashEncoder,
        entries: Entries,
    ) -> None:
        """The next run will not open it, so it must be forgotten with it."""
        write(packed / "a.zip", archive(("new.txt", long_text("tunnel").encode())))
        write(packed / "z.txt", "The quarry is flooded.")
        before = encoder.n_passages
        engine.index(library_dir, packed, cancelled=lambda: encoder.n_passages >= before + 40)
        engine.index(library_dir, packed)
        assert set(entries()) == {"a.zip", "a.zip/new.txt", "z.txt"}


class TestLimitsThatChange:
    """What a limit kept out is read once the limit allows it."""

    def _index(self, settings: Settings, library: Path, folder: Path) -> IndexReport:
        reader = DirectReader(limits_of(settings))
        return Engine(settings, HashEncoder, reader=lambda: reader).index(library, folder)

    def test_more_members(self, settings: Settings, library_dir: Path, folder: Path) -> None:
        """The container says that there were more, and is opened again."""
        write(folder / "a.zip", archive(("a.txt", _HARBOUR), ("b.txt", _BRIDGE)))
        few = replace(settings, max_members=1)
        (problem,) = self._index(few, library_dir, folder).problems
        assert (problem.path, problem.state) == (str(folder / "a.zip"), FileState.INDEXED)
        assert "raise max_members" in problem.reason
        assert _counts(self._index(few, library_dir, folder)) == {"unchanged": 1}
        report = self._index(settings, library_dir, folder)
        assert (_counts(report), report.problems) == ({"added": 1, "unchanged": 1}, ())

    def test_larger_members(self, settings: Settings, library_dir: Path, folder: Path) -> None:
        """A member that was too large is read."""
        large = b"x" * 1_500_000
        write(folder / "a.zip", archive(("a.txt", _HARBOUR), ("b.txt", large)))
        small = replace(settings, max_file_mb=1)
        (problem,) = self._index(small, library_dir, folder).problems
        assert (problem.path, problem.state) == (str(folder / "a.zip/b.txt"), FileState.SKIPPED)
        assert problem.reason == "larger than 1 MB; raise max_file_mb to read it"
        assert _counts(self._index(small, library_dir, folder)) == {"unchanged": 1}

    def test_more_pages(
        self, settings: Settings, library_dir: Path, folder: Path, encoder: HashEncoder
    ) -> None:
        """A document that was cut off says so; what is read of it then takes its place."""
        write(folder / "a.txt", _HARBOUR)

        def run(max_pages: int) -> IndexReport:
            allowed = replace(settings, max_pages=max_pages)
            reader = _FirstPages(limits_of(allowed))
            return Engine(allowed, lambda: encoder, reader=lambda: reader).index(
                library_dir, folder
            )

        (problem,) = run(1).problems
        assert (problem.state, problem.reason) == (FileState.INDEXED, "page 2 is left out")
        assert _counts(run(1)) == {"unchanged": 1}
        write(folder / "copy.txt", _HARBOUR)
        assert [problem.reason for problem in run(1).problems] == ["page 2 is left out"]
        report = run(2)
        assert (_counts(report), report.problems) == ({"changed": 2}, ())
        status = Engine(settings, lambda: encoder).status(library_dir)
        assert (status.n_documents, status.problems) == (1, ())


class _FirstPages(DirectReader):
    """Says of every document that a page is left out, where only one may be read."""

    def __init__(self, limits: ReadingLimits) -> None:
        super().__init__(limits)
        self._max_pages = limits.max_pages

    def read(
        self,
        data: bytes,
        format: str,  # noqa: A002 - as the protocol has it
        wants: Wants,
        _cancelled: Cancelled = never_cancelled,
    ) -> Generator[Reading, None, None]:
        """See `FileReader.read`."""
        left_out = "page 2 is left out" if self._max_pages == 1 else ""
        for reading in super().read(data, format, wants):
            assert reading.document is not None
            yield replace(reading, document=replace(reading.document, left_out=left_out))
