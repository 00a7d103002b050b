"""What a person is answered where the question sets conditions: from files on disk to an answer."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from qa_app.engine import Engine
from qa_app.library.library import Library
from qa_app.model import Hit
from qa_app.settings import Settings
from tests.fakes import DirectReader, HashEncoder

TODAY = date(2026, 3, 4)
_FILES = {
    "jan.md": "publisher: Quay Gazette\nauthor: Ana Ruiz\ndate: 2025-01-14\ntitle: Old crane",
    "mar.md": "publisher: Quay Gazette\nauthor: Wei Li\ndate: 2025-03-20\ntitle: Lamp and lantern",
    "may.md": "publisher: Tarsos Post\nauthor: Ana Ruiz\ndate: 2024-05-09\ntitle: Storm",
}
_TEXTS = {
    "jan.md": "“The quay will be rebuilt,” Holm said.\n\nDredging goes on.",
    "mar.md": "Fuel is dearer than ever, Holm said.\n\nThe keeper trims every lantern at dusk.",
    "may.md": "The storm took the roof.\n\nThe mayor paid for the lantern, too.",
}


@pytest.fixture(scope="module")
def engine(cache_dir: Path) -> Engine:
    """The day is always the same."""
    return Engine(Settings(cache_dir=cache_dir), HashEncoder, lambda: TODAY, DirectReader)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> Iterator[Library]:
    """Three articles of two papers, none of February; and notes without a date."""
    folder = tmp_path_factory.mktemp("articles")
    for name, about in _FILES.items():
        (folder / name).write_text(f"---\n{about}\n---\n\n{_TEXTS[name]}\n")
    (folder / "notes.txt").write_text("Nobody oils the hinges of the shed.\n")
    at = tmp_path_factory.mktemp("place") / "library"
    engine.index(at, folder)
    opened = engine.open(at)
    yield opened
    opened.close()


def _names(hits: tuple[Hit, ...]) -> list[str]:
    return [Path(hit.source.path).name for hit in hits]


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("What did Holm say in February 2025?", "in February 2025"),
        ("What did Holm say in April?", "in April"),
        ("What did Holm say last week?", "last week"),
        ("What did Holm say before:2020", "before:2020"),
    ],
)
def test_time_that_no_document_is_of(
    engine: Engine, library: Library, question: str, typed: str
) -> None:
    """Nothing answers, the nearest without the condition is related; dropping it asks again."""
    answer = engine.ask(library, question)
    assert (answer.answered, answer.is_void, answer.hits) == (False, True, ())
    assert {r.typed for r in answer.restrictions} == {typed}
    assert {"jan.md", "mar.md"} <= set(_names(answer.related))
    again = engine.ask(library, question, [typed])
    assert again.answered
    assert not again.is_void
    assert again.restrictions == ()


def test_time_that_a_document_is_of(engine: Engine, library: Library) -> None:
    """A month alone is the latest; a year before today is the calendar's."""
    assert _names(engine.ask(library, "What did Holm say in January?").hits)[0] == "jan.md"
    assert set(_names(engine.ask(library, "What did Holm say last year?").hits)) == {
        "jan.md",
        "mar.md",
    }


@pytest.mark.parametrize(
    ("question", "files"),
    [
        ("What did the Quay Gazette report?", ["mar.md", "jan.md", "mar.md", "jan.md"]),
        ("articles by Ana Ruiz", ["jan.md", "may.md", "jan.md", "may.md"]),
        ("What did Ana Ruiz write in 2024?", ["may.md", "may.md"]),
    ],
)
def test_what_somebody_wrote_is_listed(
    engine: Engine, library: Library, question: str, files: list[str]
) -> None:
    """Where nothing else is asked: the newest document first, each in turn; also while typing."""
    answer = engine.ask(library, question)
    assert answer.answered
    assert _names(answer.hits) == files
    assert _names(engine.peek(library, question)) == files


def test_who_wrote_a_source_s_report_is_answered_by_its_by_line(
    engine: Engine, tmp_path: Path
) -> None:
    """What is left of the question after its source asks for the author, whose line comes first."""
    folder = tmp_path / "papers"
    folder.mkdir()
    about = "---\npublisher: Quay Gazette\ntitle: Old crane\n---\n\n"
    text = "The old crane on the quay was sold for scrap on Monday, after forty years of service."
    (folder / "crane.txt").write_text(f"{about}By Ana Ruiz\n\n{text}\n")
    engine.index(tmp_path / "library", folder)
    library = engine.open(tmp_path / "library")
    answer = engine.ask(library, "Who wrote the Quay Gazette report?")
    assert [r.value for r in answer.restrictions] == ["Quay Gazette"]
    assert answer.hits[0].text == "By Ana Ruiz"
    library.close()


def test_author_operator(engine: Engine, library: Library) -> None:
    """Only the author's documents are looked at."""
    answer = engine.ask(library, "lantern author:ruiz")
    assert set(_names(answer.hits or answer.related)) <= {"jan.md", "may.md"}


def test_words_of_a_passage_come_before_those_of_its_title(
    engine: Engine, library: Library
) -> None:
    """While typing, who holds the word is first; that only the title has it comes after."""
    found = engine.peek(library, "lantern")
    assert ["lantern" in hit.text for hit in found] == [True, True, False]
