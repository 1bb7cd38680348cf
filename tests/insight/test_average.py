"""The average change and its interval, beside scipy's."""

from collections import Counter
from math import sqrt
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from attachcalm.insight.average import average_of, t_quantile
from attachcalm.insight.works import NOISE, NOISE_WEIGHT


@pytest.mark.parametrize("free", [6, 7, 10, 30, 1_000, 100_000])
@pytest.mark.parametrize("share", [0.025, 0.05, 0.5, 0.9, 0.95, 0.975])
def test_the_quantile_of_t_is_scipys(share: float, free: int) -> None:
    """Within 0.002, from six degrees of freedom on."""
    assert t_quantile(share, free) == pytest.approx(stats.t.ppf(share, free), abs=0.002)


def test_a_worked_number() -> None:
    """Changes 3, 2, 4, 3, 2: mean 2.8, variance (13.5 + 2.8) / 10, t with 10 degrees."""
    average = average_of(Counter([3, 2, 4, 3, 2]))

    half = 1.812 * sqrt(16.3 / 10 / 5)
    assert average.value == pytest.approx(2.8)
    assert (average.low, average.high) == pytest.approx((2.8 - half, 2.8 + half), abs=0.002)
    assert average.n == 5


@given(st.lists(st.integers(-10, 10), min_size=1, max_size=60))
def test_the_interval_is_students_with_the_first_guess_mixed_in(changes: list[int]) -> None:
    """Against plain reckoning and scipy, whatever the changes."""
    average = average_of(Counter(changes))

    mean, free = fmean(changes), NOISE_WEIGHT + len(changes) - 1
    squares = sum((change - mean) ** 2 for change in changes)
    spread = sqrt((NOISE_WEIGHT * NOISE**2 + squares) / free / len(changes))
    low, high = stats.t.interval(0.9, free, mean, spread)
    assert average.value == pytest.approx(mean)
    assert (average.low, average.high) == pytest.approx((low, high), abs=0.02)


def test_equal_changes_are_not_certainty() -> None:
    """Three times the same leaves room for another."""
    average = average_of(Counter({-2: 3}))

    assert average.low < -2.5 < average.value < -1.5 < average.high


def test_more_of_the_same_narrows_it() -> None:
    """And the order of telling plays no part, for it is counted."""
    told = [average_of(Counter({-2: times, -1: times})) for times in (1, 3, 10, 1_000)]
    widths = [average.high - average.low for average in told]

    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < 0.1


def test_no_values_have_no_average() -> None:
    """It is a mistake to ask."""
    with pytest.raises(ValueError, match="no values"):
        average_of(Counter())
