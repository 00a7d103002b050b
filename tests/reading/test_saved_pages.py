"""Saved pages of many kinds, line by line: what is kept of them and what is left out.

The lines of the five documents the project was started from are told apart by their numbers.
"""

from pathlib import Path

import pytest

from tests.reading.labelled_pages import LabelledPage, load_pages, page_of_lines, tallied

KEPT = 0.99
LEFT_OUT = 0.90

# The numbers of the lines that are furniture, and of those that may be either: a by-line, the
# caption of a photograph, a writer's biography.
FURNITURE = {
    "000": {*range(11, 18)},
    "001": set[int](),
    "002": {11},
    "003": {1, 5, 6, 19, 31, 32, 33, 35, 39, 40, 41},
    "004": {*range(1, 13), *range(19, 24), 27, 47, 48, *range(50, 58)},
}
EITHER = {"003": {7, 37}, "004": {45}}


def seed_pages(shared: Path) -> list[LabelledPage]:
    """The five documents with their labels."""
    files = sorted((shared / "seeds").glob("*.txt"))
    return [
        page_of_lines(
            number := file.name[:3],
            file.read_text("utf-8"),
            FURNITURE[number],
            EITHER.get(number, set()),
        )
        for file in files
    ]


@pytest.mark.parametrize("part", ["known", "unseen"])
def test_pages(part: str) -> None:
    """The bars hold for the pages that the rules were made with, and for those they were not."""
    tally = tallied(load_pages(part))
    print(f"{part}: {tally}")  # noqa: T201 - the figures are the point
    assert tally.kept >= KEPT, tally.lost
    assert tally.left_out >= LEFT_OUT, tally.let_in


def test_there_are_enough_pages() -> None:
    """Forty and more, a third of them unseen, in text, HTML and Markdown."""
    known, unseen = load_pages("known"), load_pages("unseen")
    assert len(known) + len(unseen) >= 40
    assert len(unseen) >= (len(known) + len(unseen)) / 3
    assert {page.format for page in unseen} == {"text", "html", "markdown"}


def test_seeds(shared: Path) -> None:
    """The bars hold for the documents the project was started from."""
    tally = tallied(seed_pages(shared))
    print(f"seeds: {tally}")  # noqa: T201 - as above
    assert tally.kept >= KEPT, tally.lost
    assert tally.left_out >= LEFT_OUT, tally.let_in
