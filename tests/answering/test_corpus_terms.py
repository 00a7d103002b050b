"""The question's terms as the corpus knows them."""

from qa_app.answering.corpus_terms import look_up
from qa_app.library.library import Library
from qa_app.model import Variant
from tests.answering.making import ask


def test_terms_that_are_there(library: Library) -> None:
    """Known terms have an idf, the rarer the higher, and nothing is missing."""
    terms = look_up(ask("said ferry"), library)
    assert terms.missing == ()
    assert terms.expansions == ()
    both = look_up(ask("bases ferry"), library).idf
    assert both["ferri"] > both["base"]


def test_missing_words_are_named_as_typed(library: Library) -> None:
    """Words that no passage holds are told in the person's own spelling."""
    assert look_up(ask("Penicillins in the quarry"), library).missing == ("Penicillins",)


def test_word_of_a_heading_is_not_missing(library: Library) -> None:
    """A word that stands only in a heading is in the corpus."""
    terms = look_up(ask("zeppelins"), library)
    assert terms.missing == ()
    assert set(terms.searched) == {"zeppelin"}


def test_alike_words_stand_in(library: Library) -> None:
    """A missing word's nearest kin are searched in its place; it still counts as missing."""
    terms = look_up(ask("councilwoman"), library)
    assert terms.missing == ("councilwoman",)
    assert terms.also_searched == (Variant("councilwoman", "council"),)
    assert terms.searched == ("councilwoman", "council")


def test_other_forms_are_the_same_word(library: Library) -> None:
    """A word in another form than the corpus has is not missing."""
    terms = look_up(ask("quarrying"), library)
    assert (terms.missing, terms.searched) == ((), ("quarri",))


def test_stand_in_has_the_idf_of_what_it_finds(library: Library) -> None:
    """A missing term is as rare as what stands in for it."""
    alike = look_up(ask("councilwoman"), library).idf["councilwoman"]
    there = look_up(ask("council"), library).idf["council"]
    assert alike == there


def test_short_words_have_no_kin(library: Library) -> None:
    """A few letters in common are no kinship."""
    assert look_up(ask("ferx"), library).expansions == ()


def test_question_without_terms(library: Library) -> None:
    """Nothing to look up, nothing missing."""
    terms = look_up(ask("What is it?"), library)
    assert (terms.idf, terms.missing, terms.searched) == ({}, (), ())
