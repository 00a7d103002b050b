"""What the corpus calls what a question asks for: spellings, other names, acronyms."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qa_app.answering.corpus_terms import look_up
from qa_app.answering.variants import Expansion, expansions_of, names_of, surnames_of
from qa_app.engine import Engine
from qa_app.language.speakers import speaker_named
from qa_app.library.library import Library
from qa_app.model import Variant
from tests.answering.making import ask

TEXTS = {
    "coast.txt": (
        "The crew left the Khmeimim airfield for Tartus. Ahmed al-Sharaa thanked the crew.\n\n"
        "In Türkiye the ferries waited. The head of al-Sharaa’s office flew home to Kharkiv."
    ),
    "island.txt": (
        "Boats from the Hmeimim field came by night. Ahmad al-Shara saw them, and so did Dmitry "
        "Orlov.\n\nThe Northern Lights Agency (NLA) took the names. NLA men counted nine boats."
    ),
    "court.txt": (
        "Judge Angela Merkin heard Dolores Markin. Peter Kerri sat beside Joan Kerry.\n\n"
        "The European Union paid. Nobody at the EU minded. They gave us hope; hope is cheap.\n\n"
        "A turkey ran over the yard, and another turkey after it. Hoppe watched the turkey.\n\n"
        "They met Abdel Fattah el-Sisi in Deir ez-Zor. They met Nasser Hassan and Omar Hussein."
    ),
}  # fmt: skip
Forms = Callable[[str], set[str]]


@pytest.fixture
def corpus_library(engine: Engine, library_dir: Path, folder: Path) -> Iterator[Library]:
    """The texts, indexed and open."""
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    engine.index(library_dir, folder)
    library = engine.open(library_dir)
    library.refresh()
    yield library
    library.close()


@pytest.fixture
def forms(corpus_library: Library) -> Forms:
    """The forms that are searched beside a question's words."""
    return lambda text: {e.variant.form for e in expansions_of(ask(text), corpus_library)}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Khmeimim base", {"Hmeimim"}),
        ("where is hmeimim", {"Khmeimim"}),
        ("where is Humaymim", {"Hmeimim", "Khmeimim"}),
        ("tartous", {"Tartus"}),
        ("What did al-Sharaa say?", {"Shara"}),
        ("What did Al Sharaa say?", {"Shara"}),
        ("what did sharaa say", {"Shara"}),
        ("What did ash-Shara say?", {"Sharaa"}),
        ("What did alsharaa say?", {"Sharaa", "Shara"}),
        ("What did Ahmed al-Charaa say?", {"Ahmad", "Sharaa", "Shara"}),
        ("What did Dmitri Orlow say?", {"Orlov"}),
        ("Where is Abdulfattah?", {"Abdel Fattah"}),
        ("Where is Deir Ezzor?", {"Deir ez-Zor"}),
    ],
)
def test_spellings(forms: Forms, question: str, expected: set[str]) -> None:
    """A name is found however it is spelled, in the corpus or in the question."""
    assert forms(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Where is Kharkov?", {"Kharkiv"}),
        ("ferries in Turkey", {"Türkiye"}),
        ("EU", {"European Union"}),
        ("what did the european union pay", {"EU"}),
        ("what did the NLA count", {"Northern Lights Agency"}),
        ("what did the nla count", {"Northern Lights Agency"}),
        ("what did the Northern Lights Agency count", {"NLA"}),
    ],
)
def test_other_names(forms: Forms, question: str, expected: set[str]) -> None:
    """A name is found under its other names, and an acronym under its words."""
    assert forms(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "What did Merkin say?",
        "What did Kerry say?",
        "what did they give us",
        "is there hope",
        "where did the turkey run",
        "What did Hassan say?",
        "What did Hussein say?",
        "Where is Iraq?",
        "Where is Burma?",
        "the crew of the boats",
        "TÜRKIYE",
        "Kharkiv's ferries",
    ],
)
def test_nothing_else_is_searched(forms: Forms, question: str) -> None:
    """Other people, ordinary words, absent names and other cases of a word add nothing."""
    assert forms(question) == set()


def test_expansion_stands_for_the_words_asked(corpus_library: Library) -> None:
    """Terms of the corpus stand for the question's; the person sees both as they are written."""
    (found,) = expansions_of(ask("what did the NLA count"), corpus_library)
    variant = Variant("NLA", "Northern Lights Agency")
    assert found == Expansion(variant, ("northern", "light", "agenc"), ("nla",))


@pytest.mark.parametrize("dropped", ["Hmeimim", "HMEIMIM"])
def test_dropped_form(corpus_library: Library, dropped: str) -> None:
    """A form that is dropped is not searched; others are."""
    found = expansions_of(ask("Humaymim"), corpus_library, (dropped,))
    assert [e.variant.form for e in found] == ["Khmeimim"]


def test_word_spelled_otherwise_is_not_missing(corpus_library: Library) -> None:
    """What the corpus has under another spelling is not missing, and is as rare as that."""
    terms = look_up(ask("ferries in Turkey and Kharkov"), corpus_library)
    assert terms.missing == ()
    assert terms.idf["kharkov"] == look_up(ask("Kharkiv"), corpus_library).idf["kharkiv"]


def test_dropping_makes_a_word_missing_again(corpus_library: Library) -> None:
    """Without its other name, a word that no passage holds is missing."""
    assert look_up(ask("in Kharkov"), corpus_library, ("Kharkiv",)).missing == ("Kharkov",)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("al-Sharaa", {"sharaa", "shara"}),
        ("Ahmad al-Charaa", {"charaa", "sharaa", "shara"}),
        ("Orlow", {"orlow", "orlov"}),
        ("Turkey", {"turkey", "turkiye"}),
        ("Kerry", {"kerry"}),
        ("the EU", {"eu"}),
        ("the Northern Lights Agency", {"agency"}),
        ("the mayor", {"mayor"}),
    ],
)
def test_surnames(corpus_library: Library, name: str, expected: set[str]) -> None:
    """A speaker's surname in all its spellings; bodies and offices have just one."""
    speaker = speaker_named(name)
    assert speaker is not None
    assert surnames_of(speaker, corpus_library) == expected


def test_dropped_surname(corpus_library: Library) -> None:
    """A dropped form is no surname; the one asked for always is."""
    speaker = speaker_named("al-Sharaa")
    assert speaker is not None
    assert surnames_of(speaker, corpus_library, ("shara", "Sharaa")) == {"sharaa"}


@pytest.mark.parametrize(
    ("name", "names", "surnames"),
    [
        ("the NLA", {"northern lights agency"}, set()),
        ("the Northern Lights Agency", {"nla"}, set()),
        ("Merkinov", set(), {"merkin"}),
        ("Ann Lee", set(), set()),
    ],
)
def test_names_that_stand_for_a_speaker(
    corpus_library: Library, name: str, names: set[str], surnames: set[str]
) -> None:
    """An acronym and its words are names of a speaker; a word much alike may be the surname."""
    speaker = speaker_named(name)
    assert speaker is not None
    expansions = look_up(ask(f"What did {name} say?"), corpus_library).expansions
    found = names_of(speaker, expansions, corpus_library)
    assert [set(words) for words in found] == [names, surnames]
