"""Which of someone's statements fit the verb they are asked for with."""

from qa_app.answering.attribution import as_asked, fit_of_verb
from qa_app.model import Manner
from tests.language.speech.reading import statements


def test_best_verb_of_a_passage() -> None:
    """Of several statements in a passage those with the verb asked for are left."""
    (found,) = statements("Dahl warned that it leaks. Dahl promised to mend it.")
    assert [s.verb for s in as_asked("warn", found)] == ["warn"]
    assert [s.verb for s in as_asked("", found)] == ["warn", "promise"]


def test_deeds_need_their_verb() -> None:
    """Asked what was decided, nobody wants what was said otherwise."""
    (found,) = statements("The council said it was late. The council resolved to close the pier.")
    assert [s.verb for s in as_asked("decide", found)] == ["resolve"]
    assert as_asked("accept", found) == ()


def test_silence_where_nothing_was_said() -> None:
    """Silence is shown where it is all there is in a passage."""
    (silent,) = statements("Dahl declined to comment.")
    (both,) = statements("Dahl said it leaks but declined to say why.")
    assert [s.manner for s in as_asked("", silent)] == [Manner.SILENT]
    assert [s.manner for s in as_asked("", both)] == [Manner.REPORTED]


def test_verb_asked_with() -> None:
    """The verb asked with fits best, then its like, and another kind of act hardly."""
    fits = [fit_of_verb("deny", verb) for verb in ("deny", "refute", "say", "promise")]
    assert fits == sorted(fits, reverse=True)
    assert fits[0] == fit_of_verb("", "say") == 1
