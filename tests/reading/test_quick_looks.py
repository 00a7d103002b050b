"""What is seen at a glance is what a long look would tell."""

from collections.abc import Callable

import pytest
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
# One of each kind and one of each way to begin.
_FORMS = (
    "5 min read", "5-minute of reading time", "views: 1,204", "share-lineliked this story? yes",
    "like the article! or not", "enjoyed this story? more below", "share the article on the net!",
    "share via mail", "follow us on the net", "join us on the net", "find us on the net",
    "subscribe to our weekly newsletter", "sign up for the newsletter.",
    "subscribe to our channel!",
    "click here to read more", "tap here", "photo: the valley post", "tags: weir, lock",
    "topic: weir | lock", "https://harwick.example/weir", "www.harwick.example", "me@harwick.com",
    "@harwick", "harwick.co.uk", "page 1 of 12", "12/14", "#12", "advertisement below",
    "article continues below", "story continues below", "1 204 / 3", "12.30 p.m.", "7:05 pm",
)  # fmt: skip
_EDGES = st.text(" \t:»›•*#+-–—().…?!,0123456789km\x1f", max_size=6)


@pytest.mark.parametrize("change", [str.lower, str.upper, str.title, "  {} ".format])
@pytest.mark.parametrize("line", _FORMS)
def test_forms(line: str, change: Callable[[str], str]) -> None:
    """No line of a known form is passed by, however it is written."""
    assert furniture._FORM.fullmatch(change(line).strip())
    assert is_furniture(change(line))


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
