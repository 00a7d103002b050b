"""Which names of the corpus a question's name is taken for, and which not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_app.answering.asked_names import AskedNames
from qa_app.answering.corpus_names import CorpusNames
from qa_app.engine import Engine
from qa_app.library.library import Library
from tests.answering.making import ANALYZER, ask


@pytest.fixture
def indexed(engine: Engine, library_dir: Path, folder: Path) -> Callable[..., Library]:
    """Makes a library of texts, a document each."""

    def index(*texts: str) -> Library:
        for n, text in enumerate(texts):
            (folder / f"{n}.txt").write_text(text)
        engine.index(library_dir, folder)
        library = engine.open(library_dir)
        library.refresh()
        return library

    return index


def _other_forms(library: Library, question: str) -> list[str]:
    asked = AskedNames.of(ask(question), ANALYZER)
    names = [*asked.words, *asked.runs]
    corpus = CorpusNames(names, library)
    return [form for name in names for form in corpus.other_forms(name)]


def test_most_frequent_form_first(indexed: Callable[..., Library]) -> None:
    """Of several other spellings the one in most passages comes first."""
    texts = ["The road ends at Hmeimim."] * 2 + ["The road ends at Khmeimim."] * 3
    library = indexed("\n\n".join(texts))
    assert _other_forms(library, "Humaymim") == ["Khmeimim", "Hmeimim"]
    library.close()


def test_word_of_the_corpus_is_no_name(indexed: Callable[..., Library]) -> None:
    """A form that stands in small letters as often is a word; it stands for nothing."""
    library = indexed("A man named Khalva came.", "The khalva is sweet.", "They like khalva.")
    assert _other_forms(library, "about Halva") == []
    library.close()


def test_both_in_the_corpus(indexed: Callable[..., Library]) -> None:
    """Two like names of one corpus are two people, unless both are from another alphabet."""
    library = indexed(
        "In May the men of Philips and Phillips met.\n\n"
        "They saw Sergei Sedov. They saw Sergey Ivanov. They saw Omar Hadid and Umar Hadi."
    )
    assert _other_forms(library, "about Philips") == []
    assert _other_forms(library, "about Sergei") == ["Sergey"]
    assert _other_forms(library, "about Omar") == ["Umar"]
    library.close()


def test_long_name_misspelled(indexed: Callable[..., Library]) -> None:
    """A long name that the corpus has otherwise is taken for that; a short one is not."""
    library = indexed("The train from Damascus to Millan was late.")
    assert _other_forms(library, "Damaskus") == ["Damascus"]
    assert _other_forms(library, "Milan") == []
    library.close()


def test_acronym_of_several_bodies(indexed: Callable[..., Library]) -> None:
    """What an acronym stands for as a rule is searched, a body that once had its letters is not."""
    often = "The Northern Lights Agency (NLA) met.\n\nNLA {}."
    library = indexed(
        *(often.format(word) for word in "won lost slept rose fell".split()),
        "The National Lemon Archive (NLA) burned.",
    )
    assert _other_forms(library, "NLA") == ["Northern Lights Agency"]
    assert _other_forms(library, "National Lemon Archive") == []
    assert _other_forms(library, "Northern Lights Agency") == ["NLA"]
    library.close()


def test_word_of_an_acronyms_letters(indexed: Callable[..., Library]) -> None:
    """Letters count in capitals, or in small ones where the corpus has no such word."""
    library = indexed(
        "The Centre for Ancient Maps (CAM) opened.\n\nCam Lewis came by. So did a cam maker.",
        "The Northern Lights Agency (NLA) met.",
    )
    assert _other_forms(library, "about CAM") == ["Centre for Ancient Maps"]
    assert _other_forms(library, "about Cam") == []
    assert _other_forms(library, "about cam") == []
    assert _other_forms(library, "Centre for Ancient Maps") == []
    assert _other_forms(library, "about nla") == ["Northern Lights Agency"]
    library.close()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("about U.S. aid", {"USA", "United States"}),
        ("about US aid", {"U.S.", "USA", "United States"}),
        ("about USA aid", {"U.S.", "United States"}),
        ("about usa aid", {"U.S.", "United States"}),
        ("about us", set()),
    ],
)
def test_listed_letters(indexed: Callable[..., Library], question: str, expected: set[str]) -> None:
    """Listed names stand for each other, with dots and without."""
    library = indexed("The United States sent aid.\n\nThe U.S. sent aid.\n\nThe USA sent aid.")
    assert set(_other_forms(library, question)) == expected
    library.close()
