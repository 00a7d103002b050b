"""Reads damaged files of every format, and sees that each ends as a document or with a reason.

python -m tests.fuzz.fuzz_reading --n 5000 [--seed 1] [--keep FOLDER]

A crash or a hang of the process that reads is contained, and told here all the same, like an
exception that nobody foresaw: the exit status is 1 then, and FOLDER holds the files.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from qa_app.model import FileState
from qa_app.reading.file_reader import FileReader, Reading, wants_all
from qa_app.reading.limits import DEFAULT_LIMITS
from qa_app.reading.registry import holds_files
from qa_app.reading.worker.process_reader import ProcessReader
from tests.fuzz.mutating import Mutant, mutants

LIMITS = replace(DEFAULT_LIMITS, max_read_s=60, max_memory_bytes=1_000_000_000)
# What would be a fault of ours in a reason: the process crashed, hung or swelled, or worse.
_FAULTS = ("crashed", "took longer", "of memory", "bug of ours", "went silent", "lost the thread")


def faults_of(mutant: Mutant, reader: FileReader) -> tuple[list[str], str]:
    """What went wrong with a damaged file, if anything did, and what became of it."""
    readings = list(reader.read(mutant.data, mutant.format, wants_all))
    faults = [fault for reading in readings for fault in _faults(reading)]
    if [reading.content.name for reading in readings].count("") != 1 or readings[-1].content.name:
        faults.append("the file itself is not told of once, and last")
    return faults, readings[-1].state if readings else ""


def _faults(reading: Reading) -> Iterator[str]:
    name = reading.content.name or "the file"
    if any(fault in reading.reason for fault in _FAULTS):
        yield f"{name}: {reading.reason}"
    if reading.state is not FileState.INDEXED:
        if not reading.reason or reading.document is not None:
            yield f"{name}: no reason, or a document beside it"
    elif reading.document is None:
        if not holds_files(reading.content.format):
            yield f"{name}: neither a document nor a reason"
    else:
        yield from _faults_in_document(name, reading)


def _faults_in_document(name: str, reading: Reading) -> Iterator[str]:
    """Each passage is a slice of the text, in order, and the text can be stored."""
    document, at = reading.document, 0
    for passage in reading.passages:
        if document is None or not at <= passage.span.start < passage.span.end <= len(
            document.text
        ):
            yield f"{name}: a passage is outside of the text or out of turn"
            return
        at = passage.span.end


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=None)
    chosen = parser.parse_args(arguments)
    began, ends, n_faulty = time.monotonic(), Counter[str](), 0
    slowest, slowest_name = 0.0, ""
    with (
        tempfile.TemporaryDirectory() as cache_dir,
        closing(ProcessReader(LIMITS, Path(cache_dir))) as reader,
    ):
        for mutant in mutants(chosen.n, chosen.seed):
            begun = time.monotonic()
            faults, end = faults_of(mutant, reader)
            ends[f"{mutant.format} {end}"] += 1
            took = time.monotonic() - begun
            if took > slowest:
                slowest, slowest_name = took, mutant.name
            if faults:
                n_faulty += 1
                print(mutant.name, *faults, sep="\n    ")  # noqa: T201 - it is a command
                if chosen.keep is not None:
                    chosen.keep.mkdir(parents=True, exist_ok=True)
                    (chosen.keep / mutant.name).write_bytes(mutant.data)
    for end, n in sorted(ends.items()):
        print(f"{n:6} {end}")  # noqa: T201 - the same
    took = time.monotonic() - began
    print(  # noqa: T201 - the same
        f"{chosen.n} files, {n_faulty} faulty, {took:.0f} s; slowest {slowest_name} {slowest:.1f} s"
    )
    return 1 if n_faulty else 0


if __name__ == "__main__":
    sys.exit(main())
