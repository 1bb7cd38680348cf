"""What many ratings are worth that tell of each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.insight.autocorrelation import independent, lag_one


@pytest.mark.parametrize(
    ("r1", "worth"), [(None, 10), (-0.5, 10), (0, 10), (0.2, 10 * 0.8 / 1.2), (0.5, 10 / 3)]
)
def test_only_ratings_that_hang_together_are_worth_less(r1: float | None, worth: float) -> None:
    """Ratings that alternate are not worth more than they are."""
    assert independent(10, r1) == pytest.approx(worth)


@pytest.mark.parametrize("values", [(), (5,), (5, 5, 5)])
def test_what_does_not_vary_tells_nothing(values: tuple[float, ...]) -> None:
    """Neither 0 nor 1: not known."""
    assert lag_one(values) is None


@given(st.lists(st.integers(0, 10), min_size=2, max_size=60))
def test_it_stays_below_one_and_leaves_something(values: list[int]) -> None:
    """However slowly they change, some of the ratings count."""
    r1 = lag_one(values)

    assert r1 is None or -1 <= r1 < 1
    assert 0 < independent(len(values), r1) <= len(values)
    assert lag_one(values[::-1]) == (None if r1 is None else pytest.approx(r1))
