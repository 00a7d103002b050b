"""What a near miss looks like in a library."""

from pathlib import Path

from qa_app.answering.background import MIN_DOCUMENTS, background_of
from qa_app.engine import Engine
from qa_app.library.library import Library

_THINGS = "harbour ferry mill bridge tunnel quarry lighthouse cannery orchard railway".split()


def _indexed(engine: Engine, library_dir: Path, folder: Path, texts: list[str]) -> Library:
    for n, text in enumerate(texts):
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    engine.index(library_dir, folder)
    library = engine.open(library_dir)
    library.refresh()
    return library


def _texts(shared: str) -> list[str]:
    return [
        f"The {_THINGS[n % 10]} number {n} has a keeper, a ledger and a lamp {shared}."
        for n in range(MIN_DOCUMENTS)
    ]


def test_small_library_tells_nothing(engine: Engine, library_dir: Path, folder: Path) -> None:
    """A few documents are no measure of one another."""
    library = _indexed(engine, library_dir, folder, _texts("")[:3])
    assert background_of(library) is None
    assert library.background is None
    library.close()


def test_measured_when_indexed(engine: Engine, library_dir: Path, folder: Path) -> None:
    """An indexing run measures it, keeps it with the library, and not again for nothing."""
    library = _indexed(engine, library_dir, folder, _texts(""))
    kept = library.background
    assert kept is not None
    assert kept == background_of(library)
    library.close()
