"""When a run says how long it will still take, and what it says."""

import pytest

from qa_app.library.estimating import estimate_left_s


@pytest.mark.parametrize(
    ("elapsed_s", "n_bytes_done", "left_s"),
    [
        (9.0, 0, None),
        (2.0, 500, None),
        (4.0, 40, None),
        (4.0, 50, 76.0),
        (30.0, 10, 2970.0),
        (0.1, 1000, 0.0),
    ],
)
def test_estimate_waits_until_it_can_be_trusted(
    elapsed_s: float, n_bytes_done: int, left_s: float | None
) -> None:
    """Nothing before three seconds, nor on less than a twentieth of the work at first."""
    left = estimate_left_s(elapsed_s, n_bytes_done, 1000)
    assert left == (pytest.approx(left_s) if left_s is not None else None)
