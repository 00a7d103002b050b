"""Words as the keyword index knows them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.library.analyzer import Analyzer, SpacedTerms, spaced_analyzer, text_analyzer, words

ANALYZER = Analyzer()


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Ferries and harbours", ["ferri", "harbour"]),
        ("reconstruct reconstructed reconstructing", ["reconstruct"] * 3),
        ("Türkiye", ["turkiy"]),
        ("naïve État façade Straße", ["naiv", "etat", "facad", "strass"]),
        ("Turkey’s", ["turkey"]),
        ("the minister's", ["minist"]),
        ("don't we've they’ll", ["don", "we"]),
        ("O'Brien l’Élysée", ["o", "brien", "l", "elyse"]),
        ("al-Sharaa, al_Sharaa", ["al", "sharaa", "al", "sharaa"]),
        ("3.5 2025-02-17 T-90", ["3", "5", "2025", "02", "17", "t", "90"]),
        ("Хмеймим база", ["хмеймим", "база"]),
        ("Tu\u0308rkiye", ["turkiy"]),
        ("جداً", ["جدا"]),
        ("قاعدة حميميم", ["قاعدة", "حميميم"]),
        ("the of and", []),
        ("… — !?", []),
        ("🚢 ship", ["ship"]),
        ("", []),
        ("x" * 100, []),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    """Words are lower-cased, folded and stemmed; stop words, ’s and the overlong are left out."""
    assert ANALYZER.terms(text) == terms


@given(st.text(st.sampled_from("aAéÉsS'’ \n-_.3🚢ия"), max_size=60))
def test_positioned_terms_slice_to_their_words(text: str) -> None:
    """Each span slices to one word, whose term it is, in order; without spans they are the same."""
    found = list(ANALYZER.positioned_terms(text))
    assert [term for term, _ in found] == ANALYZER.terms(text)
    assert [ANALYZER.terms(span.of(text)) for _, span in found] == [[term] for term, _ in found]
    assert all(a.end <= b.start for (_, a), (_, b) in pairwise(found))


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_terms_are_those_of_the_index(text: str) -> None:
    """The index makes the same terms of a text as we do, whatever script or symbols it is in."""
    assert text_analyzer().analyze(words(text)) == ANALYZER.terms(text)


@given(st.text(st.sampled_from("aAéÉsStm'’_ \n\t\x1c\u2003-.3²№①½🚢ияſ\u0301\u0903漢")))
def test_spaced_terms_are_those_of_the_whole_text(text: str) -> None:
    """What stands between spaces has the same terms wherever it stands."""
    assert SpacedTerms().of(text).split() == text_analyzer().analyze(words(text))


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_spaced_terms_of_any_text(text: str) -> None:
    """However a text is written, the index is given the terms that the analyzer finds."""
    spaced = SpacedTerms().of(text)
    assert spaced_analyzer().analyze(spaced) == text_analyzer().analyze(words(text))


@given(st.lists(st.text(st.sampled_from("aAéÉsStm'’_ \n-.3²№🚢ияſ\u0301\ud800漢"), max_size=30)))
def test_scans_have_what_the_slower_way_finds(texts: list[str]) -> None:
    """The numbers and places of scans are those of the positioned terms, whatever the scripts."""
    scans = Analyzer().scans(texts)
    for text, scan in zip(texts, scans, strict=True):
        slow = list(ANALYZER.positioned_terms(text))
        assert scan.numbers.tolist() == [ANALYZER.number(term) for term, _ in slow]
        found = zip(scan.starts.tolist(), scan.ends.tolist(), strict=True)
        assert list(found) == [(span.start, span.end) for _, span in slow]


def test_many_scans_are_remembered_for_a_while() -> None:
    """More texts than are remembered are scanned all the same."""
    analyzer = Analyzer()
    texts = [f"harbour {n}" for n in range(9_000)]
    for at in range(0, len(texts), 500):
        assert all(len(scan.numbers) == 2 for scan in analyzer.scans(texts[at : at + 500]))


@given(st.text(st.sampled_from("aStTré'’_- .1\u0301İ")))
def test_number_of_terms(text: str) -> None:
    """Terms are counted as they are told, contractions and stop words left out."""
    assert ANALYZER.n_terms(text) == len(ANALYZER.terms(text))
