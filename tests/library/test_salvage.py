"""Reading what a damaged database still has."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_app.library.salvage import opened_as_it_is, readable_rows

_PAGE = 1024
_N = 300


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database of many small pages."""
    path = tmp_path_factory.mktemp("whole") / "a.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY AUTOINCREMENT, words TEXT)")
        words = ((n, f"row {n} " + "x" * 100) for n in range(1, _N + 1))
        connection.executemany("INSERT INTO rows VALUES (?, ?)", words)
        connection.commit()
    return path.read_bytes()


def _read(path: Path, data: bytes) -> list[tuple[int, str]]:
    path.write_bytes(data)
    with opened_as_it_is(path) as connection:
        return [(row["_id"], row["words"]) for row in readable_rows(connection, "rows", "words")]


@settings(max_examples=60, deadline=None)
@given(pages=st.sets(st.integers(3, 40), min_size=1, max_size=12))
def test_a_page_costs_what_is_on_it(
    whole: bytes, tmp_path_factory: pytest.TempPathFactory, pages: set[int]
) -> None:
    """What is read is as it was written, in order, each row once; a lost page has some ten rows."""
    data = bytearray(whole)
    for page in pages:
        begin = (page - 1) * _PAGE
        data[begin : begin + _PAGE] = bytes(len(data[begin : begin + _PAGE]))
    found = _read(tmp_path_factory.mktemp("torn") / "a.sqlite3", bytes(data))
    ids = [i for i, _ in found]
    assert ids == sorted(set(ids))
    assert all(words.startswith(f"row {i} x") for i, words in found)
    assert len(found) >= _N - 10 * len(pages)


@pytest.mark.parametrize("share", [0.9, 0.5])
def test_a_file_that_lost_its_end(whole: bytes, tmp_path: Path, share: float) -> None:
    """The rows of the pages that are left are read."""
    found = _read(tmp_path / "a.sqlite3", whole[: int(len(whole) * share)])
    assert len(found) > share * _N - 30


@pytest.mark.parametrize("content", [b"", b"garbage " * 1000])
def test_what_is_no_database(tmp_path: Path, content: bytes) -> None:
    """Nothing is read of it."""
    (tmp_path / "a.sqlite3").write_bytes(content)
    with pytest.raises(sqlite3.DatabaseError), opened_as_it_is(tmp_path / "a.sqlite3") as opened:
        opened.execute("SELECT * FROM rows")
    assert (tmp_path / "a.sqlite3").read_bytes() == content
