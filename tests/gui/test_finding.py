"""Words are found however they are written, exactly where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.gui import finding
from qa_app.gui.finding import Finder, Wanted
from qa_app.gui.folding import Folder

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("aAäßﬁe\u0301🚢 \n"))


def found(text: str, words: str, *, match_case: bool = False, whole: bool = False) -> list[str]:
    """The words found, as they stand in the text."""
    places = list(Finder(text).find(Wanted(words, match_case, whole)))[-1]
    return [text[a:b] for a, b in zip(places.starts, places.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "In Türkiye, TU\u0308RKIYE and Turkiye",
            "turkiye",
            ["Türkiye", "TU\u0308RKIYE", "Turkiye"],
        ),
        ("In Turkiye", "Türkiye", ["Turkiye"]),
        ("Straße and STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("the ﬁnal file", "fi", ["ﬁ", "fi"]),
        ("🚢🚢 a ship", "ship", ["ship"]),
        ("he said\nso", "said so", ["said\nso"]),
        ("“don’t” – no", '"don\'t" - no', ["“don’t” – no"]),
        ("coop\u00aderation", "cooperation", ["coop\u00aderation"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("قال أبو", "ابو", ["أبو"]),
        ("anything", "\u0301", []),
        ("", "x", []),
    ],
)
def test_case_accents_and_typography_do_not_matter(
    text: str, words: str, expected: list[str]
) -> None:
    """What is found is named as the text has it, from its first letter to its last accent."""
    assert found(text, words) == expected


def test_case_matters_where_asked() -> None:
    """With the case matched, a capital is another letter; accents still do not matter."""
    assert found("Ägypten, ägypten", "agypten", match_case=True) == ["ägypten"]


def test_whole_words_only_where_asked() -> None:
    """A part of a word does not count; what is no letter may stand right beside it."""
    assert found("base, bases, data_base, (base)", "base", whole=True) == ["base", "base"]


def test_match_across_two_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a stretch of the work ends does not matter."""
    text = "ab🚢e\u0301 the ports ß " * 8
    whole = found(text, "the ports ss")
    for n_chars in (13, 17, 23):
        monkeypatch.setattr(finding, "_CHUNK_CHARS", n_chars)
        assert found(text, "the ports ss") == whole == ["the ports ß"] * 8


@given(text=TEXTS, ends=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_every_part_of_a_text_is_found_in_it(text: str, ends: tuple[int, int]) -> None:
    """Places are disjoint, in order, and fold to what was looked for, or end inside a character."""
    start, end = sorted(ends)
    words = text[start:end]
    folder = Folder(match_case=False)
    needle = folder.fold(words).text
    places = list(Finder(text).find(Wanted(words)))[-1]
    edges = [edge for pair in zip(places.starts, places.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert bool(places.starts) == bool(needle)
    for a, b in zip(places.starts, places.ends, strict=True):
        assert needle in folder.fold(text[a:b]).text


@given(text=TEXTS)
def test_each_folded_character_has_an_origin(text: str) -> None:
    """A folded character came from one of the text that becomes it, or several with it."""
    folder = Folder(match_case=False)
    folded = folder.fold(text)
    for at, char in enumerate(folded.text):
        assert char in folder.fold(text[folded.begin(at)]).text
