"""Medians and quartiles, against the standard library's."""

from statistics import median, quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.insight.middle import middle_half_of, middle_of

ratings = st.lists(st.integers(-10, 10), min_size=2, max_size=40)


@given(ratings)
def test_the_middle_half_is_that_of_the_inclusive_quartiles(values: list[int]) -> None:
    """Median and quartiles agree with another implementation of definition 7."""
    middle = middle_half_of(values)

    low, _, high = quantiles(values, n=4, method="inclusive")
    assert middle.median == middle_of(values) == median(values)
    assert (middle.low, middle.high) == pytest.approx((low, high))


def test_a_single_value_is_its_own_middle() -> None:
    """One value is median and both quartiles."""
    middle = middle_half_of([3])

    assert (middle.low, middle.median, middle.high) == (3, 3, 3)


def test_no_values_have_no_middle() -> None:
    """Nothing is not 0."""
    with pytest.raises(ValueError, match="no middle"):
        middle_of([])
    with pytest.raises(ValueError, match="no middle"):
        middle_half_of([])
