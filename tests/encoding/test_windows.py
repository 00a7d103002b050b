"""What is read at once, and with what."""

from hypothesis import given
from hypothesis import strategies as st

from qa_app.encoding.protocol import PassageText
from qa_app.encoding.windows import MAX_CONTEXT_TOKENS, Tokens, Window, batches, tokenized

_WINDOW = Window(size=100, before=(1,), after=(2, 3))


def _by_word(text: str) -> Tokens:
    words = text.split()
    return Tokens([len(word) for word in words], list(range(len(words))))


@given(st.lists(st.integers(10, 99), max_size=350))
def test_windows_hold_every_token_in_order(ids: list[int]) -> None:
    """Nothing is cut off, none is longer than the model reads, each has its special tokens."""
    windows = _WINDOW.cut(ids)
    assert [one for window in windows for one in window[1:-2]] == ids
    assert all(window[:1] == [1] and window[-2:] == [2, 3] for window in windows)
    assert max(map(len, windows)) <= 103


@given(st.lists(st.integers(0, 900), max_size=60))
def test_batches_are_of_like_length(lengths: list[int]) -> None:
    """Each window is in one batch, batches are small, and none is longer than those before it."""
    found = list(batches(lengths))
    ordered = [lengths[n] for batch in found for n in batch]
    assert sorted(n for batch in found for n in batch) == list(range(len(lengths)))
    assert ordered == sorted(lengths, reverse=True)
    assert all(len(batch) == 1 or len(batch) * lengths[batch[0]] <= 640 for batch in found)
    assert all(len(batch) <= 8 for batch in found)


@given(st.lists(st.sampled_from([16, 32, 48, 160]), max_size=60))
def test_batches_may_be_of_one_length(lengths: list[int]) -> None:
    """Where padding costs more than a batch does, nothing is padded to another's length."""
    found = list(batches(lengths, of_one_length=True))
    assert sorted(n for batch in found for n in batch) == list(range(len(lengths)))
    assert [lengths[n] for batch in found for n in batch] == sorted(lengths, reverse=True)
    assert all(len({lengths[n] for n in batch}) == 1 for batch in found)
    assert all(len(batch) == 1 or len(batch) * lengths[batch[0]] <= 640 for batch in found)


def test_a_context_has_a_limit() -> None:
    """However long a heading is, most of the window is the passage's."""
    found = tokenized(PassageText("a " * 200, "one two", ()), _by_word, _WINDOW)
    assert found.n_context == MAX_CONTEXT_TOKENS
    assert found.ids[-2:] == [3, 3]
    assert found.starts == [0, 1]


def test_a_passage_that_fills_the_window_has_no_context() -> None:
    """The context is cut before the passage has to be."""
    found = tokenized(PassageText("a heading", "word " * 100, ()), _by_word, _WINDOW)
    assert found.n_context == 0
