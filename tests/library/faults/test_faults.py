"""Whatever cuts a writer off, the library opens, answers, and becomes what it would have been.

Each fault falls on a real process between two writes that it makes to the library, whichever of
SQLite, tantivy, FAISS and Python makes them (see tracing.py): it is killed by SIGKILL before a
write or in the middle of one; killed so that all is lost that was not synced to the disk by then,
as by a power cut; or its writes fail, all from one on with ENOSPC or a single one with EIO. What is
not injected: errors in reading, and disks that lie about what they have synced.
"""

import json
import subprocess
import sys
from collections import Counter

import pytest

from tests.conftest import REPOSITORY
from tests.library.faults.driver import N_FAULTS

_N_SHARDS = 2


@pytest.mark.timeout(1500)
@pytest.mark.parametrize("kinds", ["kill,torn,power", "full,error"])
def test_the_next_start_answers_and_finishes(kinds: str) -> None:
    """After 240 faults, 200 of them in indexing runs, all holds that holds without.

    The next start opens the library, finds every file that was done, quotes exactly; the next run
    ends with the same documents, passages, vectors, indexes, snippets and answers as one that no
    fault befell. A process whose writes fail ends with a sentence.
    """
    shards = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.library.faults.driver", kinds, str(n), str(_N_SHARDS)],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for n in range(_N_SHARDS)
    ]
    ended = [(*shard.communicate(), shard.returncode) for shard in shards]
    assert [code for *_, code in ended] == [0] * _N_SHARDS, ended[0][1]
    told = [json.loads(line) for out, *_ in ended for line in out.splitlines()]
    assert [fault for fault in told if fault[-1]] == []
    assert Counter(name for name, *_ in told) == N_FAULTS
    assert {kind for _, kind, *_ in told} == set(kinds.split(","))
