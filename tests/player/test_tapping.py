"""Tapping along with the own breath: one steady number, or none."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.player.tapping import BOUNCE_MS, FORGOT_MS, Taps


def taps_after(*gaps: int, start: int = 1_000) -> Taps:
    """Taps with these times between them."""
    taps = Taps()
    for at in accumulate(gaps, initial=start):
        taps = taps.tapped(at)
    return taps


@pytest.mark.parametrize(
    "gaps, cycle",
    [
        ((4_000, 4_000), None),
        ((4_000, 4_100, 4_200), 4_100),
        ((4_000, 4_200, 4_100, 4_300), 4_150),
        ((4_000, 4_200, 4_100, 4_300, 3_900), 4_100),
    ],
)
def test_four_to_six_taps_give_the_middle_time(gaps: tuple[int, ...], cycle: int | None) -> None:
    """Three taps are too few."""
    assert taps_after(*gaps).cycle_ms == cycle


def test_one_stumble_changes_nothing() -> None:
    """A breath that was missed counts double, and the middle stays."""
    assert taps_after(4_000, 8_000, 4_100).cycle_ms == 4_100
    assert taps_after(4_000, 4_000, 1_200, 4_000).cycle_ms == 4_000


@pytest.mark.parametrize(
    "gap, is_near", [(2_665, False), (2_666, False), (2_667, True), (6_000, True), (6_001, False)]
)
def test_a_time_is_off_beyond_two_thirds_and_one_and_a_half(gap: int, is_near: bool) -> None:
    """One of five is off already, so the other one decides; the middle is four seconds."""
    taps = taps_after(4_000, 4_000, 4_000, gap, 12_000 if gap > 4_000 else 1_000)

    assert (taps.cycle_ms is not None) is is_near


def test_six_taps_without_a_rhythm_are_unclear() -> None:
    """Five could still become one; after the sixth the person is told."""
    five = taps_after(1_000, 9_000, 2_000, 15_000)
    six = five.tapped(five.times[-1] + 4_000)

    assert (five.cycle_ms, five.is_unclear) == (None, False)
    assert (six.cycle_ms, six.is_unclear) == (None, True)


@pytest.mark.parametrize(
    "gap, cycle",
    [(1_999, None), (2_000, 2_000), (2_001, 2_001), (19_999, 19_999), (20_000, 20_000),
     (20_001, None)],
)  # fmt: skip
def test_a_pace_no_breath_has_is_none(gap: int, cycle: int | None) -> None:
    """From three to thirty breaths a minute."""
    assert taps_after(gap, gap, gap, gap, gap).cycle_ms == cycle


@pytest.mark.parametrize("gap, count", [(BOUNCE_MS - 1, 1), (BOUNCE_MS, 2), (BOUNCE_MS + 1, 2)])
def test_a_finger_that_bounces_taps_once(gap: int, count: int) -> None:
    """Below, at and above three tenths of a second."""
    assert taps_after(gap).count == count


@pytest.mark.parametrize("gap, count", [(FORGOT_MS - 1, 4), (FORGOT_MS, 4), (FORGOT_MS + 1, 1)])
def test_who_forgot_to_tap_begins_anew(gap: int, count: int) -> None:
    """Below, at and above twenty seconds."""
    assert taps_after(5_000, 5_000, gap).count == count


def test_the_seventh_tap_begins_anew() -> None:
    """Nothing of the six is in the next number."""
    six = taps_after(4_000, 4_000, 4_000, 4_000, 4_000)

    seventh = six.tapped(six.times[-1] + 2_500)

    assert (six.count, seventh.count, seventh.cycle_ms) == (6, 1, None)


@given(st.integers(3_000, 19_000), st.lists(st.integers(-400, 400), min_size=3, max_size=5))
def test_a_breath_that_is_nearly_even_is_measured(pace: int, shifts: list[int]) -> None:
    """The number lies among the times that were tapped."""
    gaps = [pace + shift for shift in shifts]

    cycle = taps_after(*gaps).cycle_ms

    assert cycle is not None
    assert min(gaps) <= cycle <= max(gaps)


@given(st.lists(st.integers(0, 100_000), max_size=20))
def test_any_taps_give_a_sane_number_or_none(gaps: list[int]) -> None:
    """However wildly somebody taps."""
    taps = taps_after(*gaps)

    assert 1 <= taps.count <= 6
    assert taps.cycle_ms is None or 2_000 <= taps.cycle_ms <= 20_000
