"""A short run of the fuzzer, and what becomes of its files in a library."""

from pathlib import Path

from qa_app.engine import Engine
from qa_app.model import FileState
from qa_app.reading.registry import SUPPORTED_SUFFIXES, format_of
from qa_app.reading.worker.process_reader import ProcessReader
from qa_app.settings import Settings
from tests.fakes import HashEncoder
from tests.fuzz.fuzz_reading import LIMITS, faults_of
from tests.fuzz.mutating import mutants

_N = 150
_SEED = 7


def test_each_file_ends_as_a_document_or_with_a_reason(cache_dir: Path) -> None:
    """Whatever is damaged in it, nothing crashes, hangs, or fails in a way nobody foresaw."""
    reader = ProcessReader(LIMITS, cache_dir)
    faults = {mutant.name: faults_of(mutant, reader)[0] for mutant in mutants(_N, _SEED)}
    reader.close()
    assert {name: found for name, found in faults.items() if found} == {}


def test_every_format_is_fuzzed() -> None:
    """Also in the short run."""
    fuzzed = {mutant.format for mutant in mutants(_N, _SEED)}
    assert fuzzed == {format_of(Path(f"a{suffix}")) for suffix in SUPPORTED_SUFFIXES}


def test_a_folder_of_damaged_files_is_indexed(
    settings: Settings, folder: Path, library_dir: Path
) -> None:
    """Each of them is listed, and each that is not in the library with its reason."""
    names = set()
    for mutant in mutants(_N, _SEED + 1):
        (folder / mutant.name).write_bytes(mutant.data)
        names.add(str(folder / mutant.name))
    engine = Engine(settings, HashEncoder)
    report = engine.index(library_dir, folder)
    library = engine.open(library_dir)
    listed = {entry.path: entry for entry in library.entries()}
    library.close()
    assert names <= set(listed)
    assert all(entry.state is FileState.INDEXED or entry.reason for entry in listed.values())
    lacking = {path for path, entry in listed.items() if entry.state is not FileState.INDEXED}
    assert lacking <= {problem.path for problem in report.problems}
    assert engine.index(library_dir, folder).n_encoded == 0
