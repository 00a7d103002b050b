"""What each shipped style makes of a source: lines checked by hand against the style's manual."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from qa_app.citing.authors import Author
from qa_app.citing.item import (
    Item,
    Kind,
    Locator,
    LocatorKind,
    item_of,
    locator_at,
    told_apart,
)
from qa_app.citing.styles import STYLE_LABELS, Style, StyleName, shipped_style, style_of
from qa_app.citing.template import Line, Run
from qa_app.errors import StyleError
from qa_app.model import Metadata

_ARTICLE = item_of(
    Metadata(
        "River port reopens to ferries",
        "The Lowland Courier",
        "Ana Ruiz",
        "2025-02-17",
        "https://courier.example/port",
    ),
    "port.html",
)
_REPORT = item_of(
    Metadata(
        "Harbour dredging: A review",
        "Ministry of Works",
        "Wei Li, Jan Peter van der Velde and Port Office",
        "2024-05",
    ),
    "review.pdf",
    has_pages=True,
)
_PAGE = item_of(
    Metadata("How the lock works", "Canal Trust", "", "", "https://canal.example/lock"), "lock.html"
)
_SOURCES = {
    "article": (_ARTICLE, locator_at(5)),
    "report": (_REPORT, locator_at(9, page="12")),
    "page": (_PAGE, locator_at(3)),
}

_CITED = {
    StyleName.PLAIN: (
        (
            "Ana Ruiz. “River port reopens to ferries.” The Lowland Courier, 17 Feb 2025, ¶ 5."
            " https://courier.example/port."
        ),
        (
            "Wei Li, Jan Peter van der Velde and Port Office. “Harbour dredging: A review.”"
            " Ministry of Works, May 2024, p. 12."
        ),
        "“How the lock works.” Canal Trust, ¶ 3. https://canal.example/lock.",
    ),
    StyleName.APA: (
        "(Ruiz, 2025, para. 5)",
        "(Li et al., 2024, p. 12)",
        "(*How the lock works*, n.d., para. 3)",
    ),
    StyleName.MLA: (
        "(Ruiz, par. 5)",
        "(Li et al. 12)",
        "(“How the lock works,” par. 3)",
    ),
    StyleName.CHICAGO_NOTES: (
        (
            "Ana Ruiz, “River port reopens to ferries,” *The Lowland Courier*, February 17, 2025,"
            " para. 5, https://courier.example/port."
        ),
        "Wei Li et al., *Harbour dredging: A review* (Ministry of Works, 2024), 12.",
        "“How the lock works,” Canal Trust, para. 3, https://canal.example/lock.",
    ),
    StyleName.CHICAGO_AUTHOR_DATE: (
        "(Ruiz 2025, para. 5)",
        "(Li et al. 2024, 12)",
        "(Canal Trust, n.d., para. 3)",
    ),
    StyleName.IEEE: ("[7, Para. 5]", "[7, p. 12]", "[7, Para. 3]"),
    StyleName.VANCOUVER: ("(7, para. 5)", "(7, p. 12)", "(7, para. 3)"),
}
_LISTED = {
    StyleName.PLAIN: (
        (
            "Ana Ruiz. “River port reopens to ferries.” The Lowland Courier, 17 Feb 2025."
            " https://courier.example/port."
        ),
        (
            "Wei Li, Jan Peter van der Velde and Port Office. “Harbour dredging: A review.”"
            " Ministry of Works, May 2024."
        ),
        "“How the lock works.” Canal Trust. https://canal.example/lock.",
    ),
    StyleName.APA: (
        (
            "Ruiz, A. (2025, February 17). River port reopens to ferries. *The Lowland Courier*."
            " https://courier.example/port"
        ),
        (
            "Li, W., van der Velde, J. P., & Port Office. (2024). *Harbour dredging: A review*."
            " Ministry of Works."
        ),
        "*How the lock works*. (n.d.). Canal Trust. https://canal.example/lock",
    ),
    StyleName.MLA: (
        (
            "Ruiz, Ana. “River port reopens to ferries.” *The Lowland Courier*, 17 Feb. 2025,"
            " https://courier.example/port."
        ),
        "Li, Wei, et al. *Harbour dredging: A review*. Ministry of Works, May 2024.",
        "“How the lock works.” *Canal Trust*, https://canal.example/lock.",
    ),
    StyleName.CHICAGO_NOTES: (
        (
            "Ruiz, Ana. “River port reopens to ferries.” *The Lowland Courier*, February 17, 2025."
            " https://courier.example/port."
        ),
        (
            "Li, Wei, Jan Peter van der Velde, and Port Office. *Harbour dredging: A review*."
            " Ministry of Works, 2024."
        ),
        "Canal Trust. “How the lock works.” https://canal.example/lock.",
    ),
    StyleName.CHICAGO_AUTHOR_DATE: (
        (
            "Ruiz, Ana. 2025. “River port reopens to ferries.” *The Lowland Courier*, February 17."
            " https://courier.example/port."
        ),
        (
            "Li, Wei, Jan Peter van der Velde, and Port Office. 2024. *Harbour dredging: A review*."
            " Ministry of Works."
        ),
        "Canal Trust. n.d. “How the lock works.” https://canal.example/lock.",
    ),
    StyleName.IEEE: (
        (
            "[7] A. Ruiz, “River port reopens to ferries,” *The Lowland Courier*, Feb. 17, 2025."
            " [Online]. Available: https://courier.example/port"
        ),
        (
            "[7] W. Li, J. P. van der Velde, and Port Office, “Harbour dredging: A review,”"
            " Ministry of Works, May 2024."
        ),
        "[7] “How the lock works,” Canal Trust. [Online]. Available: https://canal.example/lock",
    ),
    StyleName.VANCOUVER: (
        (
            "7. Ruiz A. River port reopens to ferries. The Lowland Courier [Internet]. 2025 Feb 17."
            " Available from: https://courier.example/port"
        ),
        (
            "7. Li W, van der Velde JP, Port Office. Harbour dredging: A review. Ministry of Works;"
            " 2024 May."
        ),
        "7. Canal Trust [Internet]. How the lock works. Available from: https://canal.example/lock",
    ),
}
_STYLES = {name: shipped_style(name) for name in StyleName}
# What a style, XML, HTML or Markdown would take for its own.
_HOSTILE = (
    "<i>Tides</i> &amp; *winds* {\\b} “why?” \ue000\ue004\uf8ff 𝐀 — مرحبا 🙂 e\u0301",
    "=cmd|' /C calc'!A0",
    "]]> <script>alert('1')</script>",
    "What now?",
    "Over and out...",
    "It said “no”",
    "THE NATO, and the SMALL words",
    "t " * 3_000,
)


def _marked(line: Line) -> str:
    return "".join(f"*{run.text}*" if run.is_italic else run.text for run in line.runs)


@pytest.mark.parametrize("name", StyleName)
@pytest.mark.parametrize("source", _SOURCES)
def test_a_source_is_cited_as_the_style_says(name: StyleName, source: str) -> None:
    """The note or what stands in the text, with its place in the source, and the entry."""
    item, locator = _SOURCES[source]
    nth = list(_SOURCES).index(source)
    assert _marked(_STYLES[name].cite(item, locator, 7)) == _CITED[name][nth]
    assert _marked(_STYLES[name].entry(item, 7)) == _LISTED[name][nth]


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        (StyleName.APA, "Ruiz, A., Li, W., & Marsh, T. (2024, May). Low water. *Gazette*."),
        (StyleName.MLA, "Ruiz, Ana, et al. “Low water.” *Gazette*, May 2024."),
        (
            StyleName.CHICAGO_NOTES,
            "Ruiz, Ana, Wei Li, and Tom Marsh. “Low water.” *Gazette*, May 2024.",
        ),
        (StyleName.IEEE, "[1] A. Ruiz, W. Li, and T. Marsh, “Low water,” *Gazette*, May 2024."),
        (StyleName.VANCOUVER, "1. Ruiz A, Li W, Marsh T. Low water. Gazette. 2024 May."),
    ],
)  # fmt: skip
def test_three_authors_and_a_month(name: StyleName, entry: str) -> None:
    """All are named as the style lists them; a date without a day has none."""
    about = Metadata("Low water", "Gazette", "Ana Ruiz, Wei Li and Tom Marsh", "2024-05")
    assert _marked(_STYLES[name].entry(item_of(about, "a.txt"))) == entry


def test_articles_of_one_author_and_year_are_told_apart() -> None:
    """By letters in the order of their titles, where the style knows authors by their years."""
    about = Metadata("Low water", "Gazette", "Ana Ruiz", "2025-02")
    low, high = (item_of(replace(about, title=t), "a.txt") for t in ("Low water", "High water"))
    low, high, again = told_apart([low, high, low])
    assert (low.year_suffix, high.year_suffix, again) == ("b", "a", low)
    assert _STYLES[StyleName.APA].cite(low, locator_at(2)).text == "(Ruiz, 2025b, para. 2)"
    assert _STYLES[StyleName.APA].entry(high).text == (
        "Ruiz, A. (2025a, February). High water. Gazette."
    )
    author_date = _STYLES[StyleName.CHICAGO_AUTHOR_DATE]
    assert author_date.cite(high, locator_at(2)).text == "(Ruiz 2025a, para. 2)"
    assert author_date.entry(low).text == "Ruiz, Ana. 2025b. “Low water.” Gazette, February."
    assert _STYLES[StyleName.IEEE].entry(low).text.endswith("“Low water,” Gazette, Feb. 2025.")


def test_an_organisation_is_not_taken_apart() -> None:
    """Its name has no initials."""
    item = item_of(Metadata("Low water", "Works", "Port Office", "2024"), "a.pdf", has_pages=True)
    assert _STYLES[StyleName.APA].entry(item).text == "Port Office. (2024). Low water. Works."
    assert (
        _STYLES[StyleName.VANCOUVER].entry(item).text == "1. Port Office. Low water. Works; 2024."
    )


@pytest.mark.parametrize("style", _STYLES.values(), ids=list(_STYLES))
@pytest.mark.parametrize("words", _HOSTILE, ids=range(len(_HOSTILE)))
def test_the_words_of_a_document_come_out_as_they_are(style: Style, words: str) -> None:
    """No markup, case, quotation mark or punctuation in them is touched."""
    item = Item(Kind.ARTICLE, words, (Author(literal=words),), words, "", (2025,), words)
    assert style.entry(item).text.count(words) >= 3
    cited = style.cite(Item(Kind.DOCUMENT, words), locator_at(4)).text
    assert words in cited or "7" in style.cite(item, None, 7).text


def test_punctuation_is_not_doubled() -> None:
    """A title that ends in a mark, and a suffix that ends in a full stop, need no other."""
    item = item_of(Metadata("Who pays?", "Gazette", "Sam Holt Jr.", "2025-02-17"), "a.txt")
    assert _STYLES[StyleName.MLA].entry(item).text == (
        "Holt, Sam, Jr. “Who pays?” Gazette, 17 Feb. 2025."
    )
    assert _STYLES[StyleName.APA].entry(item).text == (
        "Holt, S., Jr. (2025, February 17). Who pays? Gazette."
    )


def test_what_a_style_made_before_changes_nothing() -> None:
    """The same source is cited alike, whatever was cited before it."""
    used, fresh = _STYLES[StyleName.CHICAGO_NOTES], shipped_style(StyleName.CHICAGO_NOTES)
    for item, locator in _SOURCES.values():
        used.cite(item, locator)
    assert used.cite(_ARTICLE) == fresh.cite(_ARTICLE)


def test_a_line_says_what_is_in_italics() -> None:
    """It is runs of plain text."""
    assert _STYLES[StyleName.APA].entry(_PAGE).runs[:2] == (
        Run("How the lock works", is_italic=True),
        Run(". (n.d.). Canal Trust. https://canal.example/lock"),
    )


def test_every_style_has_a_label_and_is_found_by_name() -> None:
    """What a person chooses from is complete; another name is refused with those there are."""
    assert set(STYLE_LABELS) == set(StyleName)
    assert style_of("mla").entry(_PAGE) == _STYLES[StyleName.MLA].entry(_PAGE)
    with pytest.raises(StyleError, match="chicago-notes"):
        style_of("harvard")


_NAMES = st.builds(
    Author,
    family=st.text(min_size=1, max_size=9),
    given=st.text(max_size=12),
    particle=st.sampled_from(["", "van der"]),
    suffix=st.sampled_from(["", "Jr."]),
)
_ITEMS = st.builds(
    Item,
    kind=st.sampled_from(Kind),
    title=st.text(min_size=1, max_size=40).map(str.strip).filter(bool),
    authors=st.lists(_NAMES, max_size=30).map(tuple),
    container=st.text(max_size=20),
    publisher=st.text(max_size=20),
    issued=st.sampled_from([(), (2025,), (2025, 2), (2025, 2, 17), (1, 1, 1)]),
    address=st.text(max_size=20),
)


@settings(max_examples=60, deadline=None)
@given(item=_ITEMS, number=st.integers(1, 5_000))
def test_any_source_can_be_cited(item: Item, number: int) -> None:
    """No style raises, each entry has the title's words, and each place is shown."""
    for style in _STYLES.values():
        assert item.title in style.entry(item, number).text
        assert "4321" in style.cite(item, Locator(LocatorKind.PARAGRAPH, "4321"), number).text
