"""Where a text quotes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.language.speech.quotations import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is,” she said. “So?”", ["“It is,”", "“So?”"]),
        ('"It is," she said. "So?"', ['"It is,"', '"So?"']),
        ("''It is,'' she said. ''So?''", ["''It is,''", "''So?''"]),
        ("``It is,'' she said.", ["``It is,''"]),
        ("‘It’s the ministers’ fault,’ he said.", ["‘It’s the ministers’ fault,’"]),
        ("'I can't,' she said. 'It's Tom's.'", ["'I can't,'", "'It's Tom's.'"]),
        ("„Nein“, sagte er. «Non», dit-il.", ["„Nein“", "«Non»"]),
        ('"Opened straight,” he said.', ['"Opened straight,”']),
        ('“Opened curly," he said.', ['“Opened curly,"']),
        ("“He told me ‘no’ and “never”,” she said.", ["“He told me ‘no’ and “never”"]),
        ("An 'intentional act.'", ["'intentional act.'"]),
        ("The girls' books are Tom's.", []),
        ("'Twas the summer of '69, rock 'n' roll.", []),
        ('A board 6" by 8" wide.', []),
        ("No marks at all", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    """Curly, straight, doubled and single marks quote; apostrophes and inches do not."""
    assert [quotation.span.of(text) for quotation in quotations(text)] == expected


def test_quotation_that_runs_on_is_open() -> None:
    """Without a closing mark it goes on after the paragraph; a stray mark opens nothing."""
    (opened,) = quotations("He said: “It is old. It must go.")
    assert opened.is_open
    assert quotations('The board is 6 "wide or so') == []


def test_next_quotation_closes_an_open_one() -> None:
    """A line that begins with a mark begins a new quotation; a broken line does not."""
    text = "“It is\nold.\n“It must go,” he said."
    assert [q.span.of(text) for q in quotations(text)] == ["“It is\nold.", "“It must go,”"]
    assert [q.is_open for q in quotations(text)] == [True, False]


@given(st.text(st.sampled_from("ab .,\n“”‘’'\"«»„`"), max_size=60))
def test_quotations_are_disjoint(text: str) -> None:
    """They lie in the text, in order, and none overlaps another."""
    spans = [quotation.span for quotation in quotations(text)]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
