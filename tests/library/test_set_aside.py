"""Damaged files renamed."""

from pathlib import Path

import pytest

from qa_app.library.own_files import is_own, is_set_aside
from qa_app.library.set_aside import databases_set_aside, free_name, set_aside


def test_what_lies_beside_a_database_goes_along(tmp_path: Path) -> None:
    """Its log is found under its new name, and each name is one of ours."""
    database = tmp_path / "library.sqlite3"
    for end in ("", "-wal", "-shm"):
        Path(f"{database}{end}").write_text(end)
    aside = set_aside(database)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        f"{aside.name}{end}": end for end in ("", "-wal", "-shm")
    }
    assert all(is_set_aside(path.name) and is_own(path.name) for path in tmp_path.iterdir())


def test_nothing_takes_the_place_of_another(tmp_path: Path) -> None:
    """Two in one second are two."""
    database = tmp_path / "library.sqlite3"
    names = []
    for words in ("one", "two", "three"):
        database.write_text(words)
        names.append(set_aside(database))
    assert [path.read_text() for path in names] == ["one", "two", "three"]
    assert set(databases_set_aside(database)) == set(names)
    assert free_name(database, ".sqlite3") not in names


def test_the_log_is_never_left_alone_beside_a_new_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off in the middle, the database is still there, without its log, and not the reverse."""
    database = tmp_path / "library.sqlite3"
    for end in ("", "-wal"):
        Path(f"{database}{end}").write_text(end)
    rename = Path.rename

    def rename_logs_only(path: Path, target: str) -> Path:
        if path == database:
            raise OSError(5, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", rename_logs_only)
    with pytest.raises(OSError, match="Input/output"):
        set_aside(database)
    assert database.exists()
    assert not Path(f"{database}-wal").exists()
