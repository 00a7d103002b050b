"""Lets faults fall on libraries, one after the other, and says what was amiss after any of them.

A process of its own, so that nothing but this is in the one that is forked.
"""

import gc
import json
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Collection, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import faiss

from qa_app.engine import Engine
from qa_app.errors import LibraryMissing, QaError
from qa_app.library.library import Library
from qa_app.settings import Settings
from tests.library.faults.comparing import Told, told
from tests.library.faults.counting import Begun, CountingEncoder, CountingReader, Counts
from tests.library.faults.scenarios import (
    PASSAGES_A_SLICE,
    QUESTIONS,
    WORDS,
    Scenario,
    copy_of,
    encode_little_by_little,
    publish_often,
    scenarios,
    tell_what_is_done,
)
from tests.library.faults.tracing import Fault, Kind, Run, run_traced

_SEED = 6
# How many faults fall on each scenario, of the kinds that are asked for taken together.
N_FAULTS = {"first": 80, "changes": 120, "rebuilding": 20, "forgetting": 20}
# Two with the encoder, and one between it and the database.
_SLICES_IN_HAND = 3
_NOT_FAILED = frozenset({Kind.KILL, Kind.TORN, Kind.POWER})


def main(kinds: tuple[Kind, ...], shard: int, n_shards: int) -> None:
    """Print a line of JSON for each fault: the scenario, the fault and what was amiss after it."""
    # What runs in other threads is not there in a fork.
    faiss.omp_set_num_threads(1)
    with tempfile.TemporaryDirectory() as name:
        at = Path(name).resolve()
        # No other of these processes is to look for vectors in a library that is being replaced.
        os.environ["XDG_STATE_HOME"] = str(at / "state")
        counts = Counts(at / "counts")
        engine = Engine(
            Settings(cache_dir=at / "cache"),
            lambda: CountingEncoder(counts),
            reader=lambda: CountingReader(counts),
        )
        for scenario in scenarios(engine, at):
            _Trial(engine, counts, scenario, at).run(kinds, shard, n_shards)


class _Trial:
    """A scenario, and what it leads to where no fault falls."""

    def __init__(self, engine: Engine, counts: Counts, scenario: Scenario, at: Path) -> None:
        self._engine, self._counts, self._scenario = engine, counts, scenario
        self._library = at / "library"
        self._done = at / "done"
        self._amiss = at / "amiss"
        copy_of(scenario.before, self._library)
        self._calls = run_traced(self._act, self._library).calls
        self._wanted = told(engine, self._library, QUESTIONS)
        _let_watchers_end()

    def run(self, kinds: tuple[Kind, ...], shard: int, n_shards: int) -> None:
        faults = list(_faults(kinds, len(self._calls), N_FAULTS[self._scenario.name]))
        for fault in faults[shard::n_shards]:
            copy_of(self._scenario.before, self._library)
            self._amiss.unlink(missing_ok=True)
            self._counts.taken()
            run = run_traced(self._act, self._library, fault)
            self._in_fork(partial(self._check, run, fault))
            amiss = self._amiss.read_text() if self._amiss.exists() else "the check died"
            call = run.calls[fault.at] if fault.at < len(run.calls) else "beyond the last call"
            line = [self._scenario.name, fault.kind, fault.at, call, amiss]
            print(json.dumps(line), flush=True)  # noqa: T201 - a program's output

    def _act(self) -> None:
        """What a fault falls on; files that are done are told as soon as they are."""
        self._done.write_text("")
        log = os.open(self._done, os.O_WRONLY | os.O_APPEND)
        publish_often()
        encode_little_by_little()
        tell_what_is_done(lambda path: os.write(log, f"{path}\n".encode()))
        try:
            self._scenario.act(self._engine, self._library)
        except QaError as error:
            os.write(log, f"! {error}\n".encode())
        except BaseException:  # noqa: BLE001 - what it is will be read
            os.write(log, f"!! {traceback.format_exc()!r}\n".encode())

    def _in_fork(self, work: Callable[[], None]) -> None:
        pid = os.fork()
        if pid == 0:
            try:
                work()
                self._amiss.write_text("")
            except BaseException:  # noqa: BLE001 - what it is will be read
                self._amiss.write_text(traceback.format_exc())
            finally:
                os._exit(0)
        os.waitpid(pid, 0)

    def _check(self, run: Run, fault: Fault) -> None:
        """What holds after a fault, at the next start."""
        lines = self._done.read_text().splitlines()
        done = [line for line in lines if not line.startswith("!")]
        assert not [line for line in lines if line.startswith("!!")], lines
        if fault.kind in _NOT_FAILED:
            assert run.status == -9, run.status
        else:
            assert run.status == 0, run.status
        self._opens_and_answers(done)
        before = self._counts.taken()
        self._scenario.act(self._engine, self._library)
        _little_is_done_again(before, self._counts.taken())
        found = told(self._engine, self._library, QUESTIONS)
        differs = {name: _difference(found, self._wanted, name) for name in self._wanted}
        assert found == self._wanted, {name: d for name, d in differs.items() if d}

    def _opens_and_answers(self, done: Collection[str]) -> None:
        try:
            library = self._engine.open(self._library)
        except LibraryMissing:
            assert not done
            assert self._scenario.before is None
            return
        with closing(library):
            library.refresh()
            for path in done:
                assert path in _found(self._engine, library, path), path
            _quotes_are_exact(library)


def _little_is_done_again(before: Begun, after: Begun) -> None:
    """At most the file that was being read, and what the encoder had."""
    assert set(before.read).intersection(after.read) <= set(before.read[-1:]), (before, after)
    again = set(before.encoded).intersection(after.encoded)
    assert len(again) <= _SLICES_IN_HAND * PASSAGES_A_SLICE, again


def _let_watchers_end() -> None:
    """Wait for the threads by which tantivy watches an index, until it is let go.

    One may hold a lock that a fork would inherit, and wait for.
    """
    gc.collect()
    while any(_is_watcher(thread) for thread in Path("/proc/self/task").iterdir()):
        time.sleep(0.05)


def _is_watcher(thread: Path) -> bool:
    try:
        return (thread / "comm").read_text().startswith("thread-tantivy")
    except OSError:  # it has ended
        return False


def _faults(kinds: tuple[Kind, ...], n_calls: int, n: int) -> Iterator[Fault]:
    """At moments of a run drawn once and for all, each another one as far as there are so many."""
    choice = random.Random(f"{_SEED} {kinds}")  # noqa: S311 - no secret
    every = [Fault(kind, at) for kind in kinds for at in range(n_calls)]
    yield from choice.sample(every, min(n, len(every)))


def _found(engine: Engine, library: Library, path: str) -> set[str]:
    """The files, relative to their folder, that answer for the word that only `path` holds."""
    word = {"new.txt": "orchard", "long too.txt": "granary"}.get(path) or WORDS[Path(path).name]
    by_keyword = list(library.by_keywords([library.analyzer.terms(word)], 100)[0])
    answer = engine.ask(library, f"Where is the {word}?")
    hits = [
        source.path
        for hit in (*answer.hits, *answer.related)
        for source in (hit.source, *hit.also_in)
    ]
    # A file that is moved is shown at both places until the run has seen the whole folder.
    held = library.passages(by_keyword).values()
    paths = {path for p in held for path in (p.path, *p.other_paths)}.intersection(hits)
    folders = library.folders()
    return {path.removeprefix(f"{folder}/") for path in paths for folder in folders}


def _quotes_are_exact(library: Library) -> None:
    for passage in library.passages(library.passage_ids()).values():
        source = library.source_text(passage.document_id)
        assert source is not None
        assert passage.span.of(source.text) == passage.text


def _difference(found: Told, wanted: Told, name: str) -> str:
    if found[name] == wanted[name]:
        return ""
    return f"{found[name]!r:.2000} INSTEAD OF {wanted[name]!r:.2000}"


if __name__ == "__main__":
    main(tuple(Kind(name) for name in sys.argv[1].split(",")), *map(int, sys.argv[2:]))
