"""When a run says how long it will still take, and what it says."""

import pytest

from qa_app.library.estimating import TimeLeft


class _Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> _Clock:
    """A clock that is set by hand."""
    return _Clock()


def _left_after(clock: _Clock, done: list[tuple[float, int]], n_bytes: int) -> float | None:
    """What is said of a run in which files of so many bytes are done at those seconds."""
    left = TimeLeft(n_bytes, clock)
    began = clock.now_s
    said: float | None = None
    for at_s, size_bytes in done:
        clock.now_s = began + at_s
        left.note(size_bytes)
        said = left.estimate()
    return said


@pytest.mark.parametrize(
    ("done", "left_s"),
    [
        ([], None),
        ([(9.0, 0)], None),
        ([(1.0, 250), (2.0, 250)], None),
        ([(1.0, 20), (4.0, 20)], None),
        ([(2.0, 20), (4.0, 30)], 2.0 / 30 * 950),
        ([(20.0, 5), (30.0, 5)], 10.0 / 5 * 990),
        ([(0.1, 1000)], 0.0),
    ],
)
def test_estimate_waits_until_it_can_be_trusted(
    clock: _Clock, done: list[tuple[float, int]], left_s: float | None
) -> None:
    """Nothing before three seconds, nor on less than a twentieth of the work at first."""
    left = _left_after(clock, done, 1000)
    assert left == (pytest.approx(left_s) if left_s is not None else None)


def test_loading_the_model_is_not_taken_for_work(clock: _Clock) -> None:
    """Eight seconds pass before the first file is done, and one for each file after it."""
    assert _left_after(clock, [(8.0, 10), (9.0, 10), (10.0, 10)], 100) == pytest.approx(7)


def test_what_was_known_promises_nothing_for_what_is_new(clock: _Clock) -> None:
    """A minute after a thousand files of no cost, a file a second counts as such."""
    known = [(n / 100, 10) for n in range(1, 1001)]
    new = [(10.0 + n, 10) for n in range(1, 91)]
    assert _left_after(clock, known + new, 20_000) == pytest.approx(910, rel=0.05)


def test_a_file_counts_as_far_as_its_passages_are_done(clock: _Clock) -> None:
    """Of one long file half is done in ten seconds after the first tenth."""
    left = TimeLeft(1000, clock)
    clock.now_s += 5
    assert left.estimate(100.0) is None
    clock.now_s += 10
    assert left.estimate(600.0) == pytest.approx(8)


def test_a_run_that_stands_still_promises_less_and_less(clock: _Clock) -> None:
    """The time left grows while nothing more is done."""
    left = TimeLeft(1000, clock)
    said = []
    for at_s, n in ((1.0, 100), (5.0, 100), (20.0, 0), (200.0, 0)):
        clock.now_s = 100 + at_s
        left.note(n)
        said.append(left.estimate())
    assert said == [None, pytest.approx(32), pytest.approx(152), pytest.approx(1592)]
