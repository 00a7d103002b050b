"""What is seen at a glance is what a long look would tell."""

from hypothesis import given
from hypothesis import strategies as st

from qa_app.reading import furniture
from qa_app.reading.furniture import (
    MAX_OWN_WORDS,
    has_too_many_words,
    hints_at_furniture,
    is_furniture,
    is_job,
    is_sites_own,
    opens_related,
)
from qa_app.reading.furniture_words import JOBS, OPENERS, phrases
from qa_app.reading.line_shape import has_more_words

_WORDS = st.sampled_from(
    "the weir Read also RELATED 12 1,204 – • … k ـ “quoted” 中文 at\xa0once \t \u2009 : © @".split(
        " "
    )
)
_EDGES = st.text(" \t:»›•*#+-–—().…?!,0123456789km\x1f", max_size=6)


@given(st.from_regex(furniture._FORM, fullmatch=True))
def test_forms(line: str) -> None:
    """No line that has a known form is passed by."""
    assert is_furniture(line) or not furniture._FORM.fullmatch(line.strip())


@given(_EDGES, st.sampled_from(sorted(phrases(JOBS))), _EDGES)
def test_jobs(before: str, job: str, after: str) -> None:
    """A job is known whatever marks and counts stand around it."""
    line = before + job.title() + after
    assert is_job(line) == (furniture._phrase(line) in phrases(JOBS))


@given(_EDGES, st.sampled_from(sorted(phrases(OPENERS))), _EDGES)
def test_openers(before: str, opener: str, after: str) -> None:
    """What opens a list of other articles does so whatever stands around it."""
    line = before + opener + after
    assert opens_related(line) == (furniture._phrase(line) in phrases(OPENERS))


@given(st.lists(_WORDS, min_size=20, max_size=80), st.sampled_from((" ", "  ", "\n", " \n ", "\t")))
def test_too_many_words(words: list[str], between: str) -> None:
    """What has too many words is nothing that fewer words could be."""
    line = between.join(words)
    told = opens_related(line) or hints_at_furniture(line) or is_sites_own(line)
    few = not has_more_words(line, MAX_OWN_WORDS)
    assert not (has_too_many_words(line) and (told or few))


def test_plain_sentences_have_too_many() -> None:
    """Whatever parts the words, forty-six of them are too many and forty-five are not."""
    for between in (" ", "  ", "\n", "\t"):
        assert has_too_many_words(between.join(["weir"] * 46))
        assert not has_too_many_words(between.join(["weir"] * 45))
