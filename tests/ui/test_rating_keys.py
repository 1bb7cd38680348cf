"""What digits, signs and steps mean on a rating scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.ui.widgets.rating_keys import SECOND_KEY_MS, RatingKeys


def zero_to_ten() -> RatingKeys:
    return RatingKeys(0, 10, starts_at=0)


def energy() -> RatingKeys:
    return RatingKeys(-4, 4, starts_at=0)


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_is_its_rating(digit: int) -> None:
    """One key is one rating, 0 as well."""
    assert zero_to_ten().typed(str(digit), 0, None) == digit


def test_one_and_soon_after_zero_is_ten() -> None:
    """Ten is typed as it is written."""
    keys = zero_to_ten()
    assert keys.typed("1", 1000, None) == 1
    assert keys.typed("0", 1000 + SECOND_KEY_MS - 1, 1) == 10


def test_one_and_much_later_zero_is_zero() -> None:
    """Whoever thinks again after a 1 can still choose 0."""
    keys = zero_to_ten()
    keys.typed("1", 1000, None)
    assert keys.typed("0", 1000 + SECOND_KEY_MS, 1) == 0


def test_zero_after_ten_is_zero() -> None:
    """A second 0 does not make ten again."""
    keys = zero_to_ten()
    keys.typed("1", 0, None)
    keys.typed("0", 10, 1)
    assert keys.typed("0", 20, 10) == 0


def test_a_minus_turns_the_chosen_energy() -> None:
    """3 and then minus is -3, and plus turns it back."""
    keys = energy()
    assert keys.typed("3", 0, None) == 3
    assert keys.typed("-", 10, 3) == -3
    assert keys.typed("+", 20, -3) == 3


def test_a_minus_waits_for_its_digit() -> None:
    """Minus chooses nothing by itself; with a digit it is a rating."""
    keys = energy()
    assert keys.typed("-", 0, None) is None
    assert keys.typed("2", 10, None) == -2


@pytest.mark.parametrize("key", ["5", "9", "", "a", "²", "٣", "10"])
def test_what_is_not_on_the_scale_chooses_nothing(key: str) -> None:
    """Keys that are no rating here change nothing."""
    assert energy().typed(key, 0, None) is None


@given(
    steps=st.lists(st.integers(-3, 3), max_size=30),
    first=st.one_of(st.none(), st.integers(-4, 4)),
)
def test_steps_never_leave_the_scale(steps: list[int], first: int | None) -> None:
    """However often the arrows are pressed, the value stays on the scale."""
    keys, value = energy(), first
    for step in steps:
        value = keys.stepped(step, value)
        assert -4 <= value <= 4
