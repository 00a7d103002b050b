"""Files are read in a process of their own, and what is made to harm harms that process alone."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from qa_app.errors import ReaderError
from qa_app.model import FileState
from qa_app.reading.file_reader import Content, Reading, ReadingStopped, wants_all
from qa_app.reading.limits import DEFAULT_LIMITS
from qa_app.reading.worker import process_reader
from qa_app.reading.worker.frames import Read, Ready, Start, event_in, frame, n_bytes_of
from qa_app.reading.worker.process import DEFAULT_COMMAND
from qa_app.reading.worker.process_reader import ProcessReader
from tests.fakes import DirectReader
from tests.reading.hostile_worker import COMMAND, CRASH, HANG, QUIT, SWELL, WRITE
from tests.reading.sound_files import SOUND, archive, text

_LIMITS = replace(DEFAULT_LIMITS, max_read_s=1, max_memory_bytes=400_000_000)
_GOOD = "The bridge is shut."


@pytest.fixture(scope="module")
def reader(cache_dir: Path) -> Iterator[ProcessReader]:
    """A reader that serves a text which tells it to do harm; it is started again as need be."""
    made = ProcessReader(_LIMITS, cache_dir, COMMAND)
    yield made
    made.close()


def _read(reader: ProcessReader, data: bytes, form: str = "text") -> dict[str, Reading]:
    readings = list(reader.read(data, form, wants_all))
    told = {reading.content.name: reading for reading in readings}
    assert len(told) == len(readings)
    return told


def _text(reading: Reading) -> str:
    assert reading.document is not None
    return reading.document.text


@pytest.mark.parametrize("form", SOUND)
def test_it_reads_what_would_be_read_here(reader: ProcessReader, form: str) -> None:
    """Documents and passages of every format come through the pipe as they are."""
    data = SOUND[form]()
    here = list(DirectReader(_LIMITS).read(data, form, wants_all))
    assert list(reader.read(data, form, wants_all)) == here


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (CRASH, "the reader crashed on it (SIGSEGV)"),
        (QUIT, "the reader crashed on it (exit status 7)"),
        (HANG, "took longer than 1 s to read; raise max_read_s to wait longer"),
        (
            SWELL,
            "needs more than 400 MB of memory to be read; raise max_read_memory_mb to read it",
        ),
    ],
)
def test_what_does_harm_costs_itself(reader: ProcessReader, order: bytes, reason: str) -> None:
    """It is told what it did, and the next file is read."""
    (harmful,) = _read(reader, order).values()
    assert (harmful.state, harmful.reason) == (FileState.FAILED, reason)
    (good,) = _read(reader, _GOOD.encode()).values()
    assert _text(good) == _GOOD


def test_harmful_files_in_a_file_cost_themselves(reader: ProcessReader) -> None:
    """Those before and after them are read, each once, in inner files too."""
    inner = archive(("in.txt", CRASH), ("out.txt", b"The gate is open."))
    members = (("a.txt", text()), ("b.txt", CRASH), ("c.zip", inner), ("x.bin", b""))
    told = _read(reader, archive(*members, ("d.txt", _GOOD.encode())), "zip")
    assert list(told) == ["a.txt", "b.txt", "c.zip/in.txt", "c.zip/out.txt", "c.zip", "x.bin",
                          "d.txt", ""]  # fmt: skip
    failed = [name for name, reading in told.items() if reading.state is FileState.FAILED]
    assert failed == ["b.txt", "c.zip/in.txt"]


def test_file_with_too_many_harmful_files(
    reader: ProcessReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After so many the rest of it is given up, and that is told."""
    monkeypatch.setattr(process_reader, "_MAX_ENDS", 2)
    told = _read(reader, archive(*((f"{n}.txt", QUIT) for n in range(3))), "zip")
    assert list(told) == ["0.txt", "1.txt", ""]
    assert "ended on 2 of the files in it" in told[""].reason


def test_each_file_in_a_file_is_asked_for_once(reader: ProcessReader) -> None:
    """Also where the file is begun again; what is not wanted is not read."""
    asked: list[str] = []

    def wants(content: Content) -> bool:
        asked.append(content.name)
        return content.name != "a.txt"

    data = archive(("a.txt", CRASH), ("b.txt", CRASH), ("c.txt", text()))
    told = [reading.content.name for reading in reader.read(data, "zip", wants)]
    assert (told, asked) == (["b.txt", "c.txt", ""], ["a.txt", "b.txt", "c.txt"])


def test_cancelling_does_not_wait(cache_dir: Path) -> None:
    """A file that takes for ever is left at once, and the next one can be read."""
    reader = ProcessReader(replace(_LIMITS, max_read_s=10_000), cache_dir, COMMAND)
    with pytest.raises(ReadingStopped):
        list(reader.read(HANG, "text", wants_all, lambda: True))
    assert _text(_read(reader, _GOOD.encode())[""]) == _GOOD
    reader.close()


def test_cancelling_among_files_that_are_not_wanted(reader: ProcessReader) -> None:
    """It is heard between them, though nothing is told of any."""
    offered: list[str] = []

    def wants(content: Content) -> bool:
        offered.append(content.name)
        return False

    data = archive(*((f"{n}.txt", text()) for n in range(9)))
    with pytest.raises(ReadingStopped):
        list(reader.read(data, "zip", wants, lambda: len(offered) == 2))
    assert offered == ["0.txt", "1.txt"]


def test_leaving_in_the_middle(reader: ProcessReader) -> None:
    """Whoever wants no more of a file can begin another."""
    readings = reader.read(archive(("a.txt", text()), ("b.txt", text())), "zip", wants_all)
    assert next(readings).content.name == "a.txt"
    readings.close()
    assert _text(_read(reader, _GOOD.encode())[""]) == _GOOD


def test_error_of_whoever_asks_comes_through(reader: ProcessReader) -> None:
    """A full disk while we look up what we have is no trouble of the file's."""

    def wants(_content: Content) -> bool:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        list(reader.read(archive(("a.txt", text())), "zip", wants))
    assert _text(_read(reader, _GOOD.encode())[""]) == _GOOD


def test_it_writes_no_file(reader: ProcessReader, tmp_path: Path) -> None:
    """What takes it over cannot leave a byte on the disk."""
    place = tmp_path / "mine"
    (reading,) = _read(reader, WRITE + f" {place}".encode()).values()
    assert reading.state is FileState.FAILED
    assert not place.exists() or not place.read_bytes()


def test_it_is_started_anew_now_and_then(cache_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a library leaks does not add up for ever."""
    monkeypatch.setattr(process_reader, "_FILES_A_PROCESS", 2)
    reader = ProcessReader(_LIMITS, cache_dir)
    processes = []
    for _ in range(3):
        _read(reader, _GOOD.encode())
        processes.append(reader._process)
    reader.close()
    assert processes[0] is processes[1] is not processes[2]


def test_nothing_runs_before_a_file_comes(cache_dir: Path) -> None:
    """A run that finds nothing new starts no process; closing is no trouble."""
    reader = ProcessReader(_LIMITS, cache_dir, ("/nowhere/reader",))
    reader.close()
    assert reader._process is None


@pytest.mark.parametrize(
    "command", [("/nowhere/reader",), (sys.executable, "-c", "import sys; sys.exit(3)")]
)
def test_reader_that_does_not_start(cache_dir: Path, command: tuple[str, ...]) -> None:
    """That is no file's fault: nothing can be read, and a sentence says so."""
    reader = ProcessReader(_LIMITS, cache_dir, command)
    with pytest.raises(ReaderError, match="process that reads files"):
        list(reader.read(b"x", "text", wants_all))
    reader.close()


def test_token_table_that_cannot_be_kept(tmp_path: Path) -> None:
    """Its own sentence is shown."""
    place = tmp_path / "file"
    place.write_text("in the way")
    reader = ProcessReader(_LIMITS, place)
    with pytest.raises(ReaderError, match="token table cannot be kept"):
        list(reader.read(b"x", "text", wants_all))
    reader.close()


def test_modules_that_lie_about_are_not_imported(
    cache_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program may be started in a folder full of documents; none of them is run."""
    (tmp_path / "msgspec.py").write_text("raise SystemExit(5)")
    monkeypatch.chdir(tmp_path)
    reader = ProcessReader(_LIMITS, cache_dir)
    assert _text(_read(reader, _GOOD.encode())[""]) == _GOOD
    reader.close()


@pytest.mark.parametrize("said", [b"", frame(Read("text", 100)) + b"only a part"])
def test_it_ends_with_the_program(cache_dir: Path, said: bytes) -> None:
    """When nobody is left to read for, it ends by itself."""
    start = frame(Start(_LIMITS, str(cache_dir)))
    ended = subprocess.run(DEFAULT_COMMAND, input=start + said, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert n_bytes_of(ended.stdout[:8]) == len(ended.stdout) - 8
    assert event_in(ended.stdout[8:]) == Ready()
