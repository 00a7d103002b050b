"""What a citation knows of a source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.citing.item import (
    Kind,
    Locator,
    LocatorKind,
    csl_json,
    date_parts,
    item_of,
    locator_at,
)
from qa_app.model import Metadata


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("2025-02-17", (2025, 2, 17)),
        ("2025-02", (2025, 2)),
        ("2025", (2025,)),
        ("2025-02-17T10:00:00Z", (2025, 2, 17)),
        ("2025-02-30", (2025, 2)),
        ("2025-13", (2025,)),
        ("0000-01-01", ()),
        ("last week", ()),
        ("", ()),
        ("20250217", ()),
    ],
)
def test_a_date_is_read_as_far_as_it_is_possible(written: str, parts: tuple[int, ...]) -> None:
    """Year, month and day; what cannot be is left out."""
    assert date_parts(written) == parts


@pytest.mark.parametrize(
    ("metadata", "has_pages", "kind"),
    [
        (Metadata("Tides", "Gazette", date="2025"), False, Kind.ARTICLE),
        (Metadata("Tides", "Works", date="2025"), True, Kind.REPORT),
        (Metadata("Tides", "Trust", address="https://trust.example"), False, Kind.PAGE),
        (Metadata("Tides", "Trust"), False, Kind.DOCUMENT),
        (Metadata("Tides"), True, Kind.DOCUMENT),
    ],
)
def test_what_is_known_of_a_source_says_what_it_is(
    metadata: Metadata, has_pages: bool, kind: Kind
) -> None:
    """A paper's article, a report, a page of a site, else a document."""
    assert item_of(metadata, "a.txt", has_pages=has_pages).kind is kind


def test_the_file_name_stands_in_for_a_title() -> None:
    """A source always has something to be called by, on one line."""
    assert item_of(Metadata(), "notes/minutes.txt").title == "minutes.txt"
    assert item_of(Metadata("Two\nlines"), "a.txt").title == "Two lines"


def test_a_locator_is_the_page_where_there_is_one() -> None:
    """Else it is the paragraph."""
    assert locator_at(5, page="12") == Locator(LocatorKind.PAGE, "12")
    assert locator_at(5) == Locator(LocatorKind.PARAGRAPH, "5")


def test_csl_json_says_what_is_known_and_nothing_else() -> None:
    """Names and dates are in parts; there is no date of access, for nobody noted one."""
    about = Metadata("Tides", "Gazette", "Jan van der Velde; Port Office", "2025-02")
    assert csl_json(item_of(about, "a.txt"), "k1") == {
        "id": "k1",
        "type": "article-newspaper",
        "title": "Tides",
        "container-title": "Gazette",
        "author": [
            {"family": "Velde", "given": "Jan", "non-dropping-particle": "van der"},
            {"literal": "Port Office"},
        ],
        "issued": {"date-parts": [[2025, 2]]},
    }


@given(st.builds(Metadata, *[st.text(max_size=30)] * 5), st.booleans())
def test_any_metadata_makes_an_item(metadata: Metadata, has_pages: bool) -> None:
    """Nothing raises, and no field holds a line end."""
    made = item_of(metadata, "a.txt", has_pages=has_pages)
    assert made.title
    assert not any("\n" in text for text in (made.title, made.container, made.address))
