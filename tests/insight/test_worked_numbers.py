"""Every worked number of the clinical statistics, item by item, to three decimals.

Those of items 7, 8 and 10 that were there before stand in test_works.py and test_summary.py.
"""

from collections import Counter
from datetime import date, timedelta

import pytest

from attachcalm.insight.autocorrelation import independent, lag_one
from attachcalm.insight.comparator import adjusted, expected
from attachcalm.insight.days import smoothed
from attachcalm.insight.ease import eases_of
from attachcalm.insight.missing import missed_of
from attachcalm.insight.overlap import Strength, overlap_of, pair_score
from attachcalm.insight.reliable import Reliability, Shift, reliable_change
from attachcalm.insight.share import share_of
from attachcalm.insight.tau import corrected_tau_of, kendall_of, tau_u_of
from attachcalm.insight.trend import mann_kendall
from attachcalm.insight.trend_line import line_of
from attachcalm.insight.window import window_change_of, window_gain

BEFORE = (8, 7, 6, 9, 5, 7, 4, 8)
AFTER = (5, 6, 6, 6, 6, 4, 3, 7)
HIGHER_BETTER = (20, 20, 26, 25, 22, 23), (28, 25, 24, 27, 30, 30, 29)
LOWER_BETTER = (7, 8, 6, 7, 7), (5, 6, 4, 5, 3, 4)
TRAP = (8, 7, 7, 6, 6), (5, 5, 4, 3, 4, 3)
DAYS = (0, 2, 3, 9, 16, 17, 30)
RATINGS = (7, 8, 6, 6, 5, 4, 4)


def near(expected: object) -> object:
    """To three decimals, as the worked numbers are."""
    return pytest.approx(expected, abs=0.001)


def in_time(first: tuple[int, ...], second: tuple[int, ...]) -> list[list[tuple[float, float]]]:
    """Two phases as points, one a day from day 1 on."""
    points = [(float(day), float(value)) for day, value in enumerate(first + second, 1)]
    return [points[: len(first)], points[len(first) :]]


def test_item_1_changes_within_eight_sittings() -> None:
    """Mean 1.375, SD 1.5059, median 1, typical 1.25, d_z .913."""
    told = eases_of(zip(BEFORE, AFTER, strict=True))

    assert (told.n, told.mean, told.median) == (8, 1.375, 1)
    assert told.sd == near(1.5059)
    assert told.typical.value == 1.25
    assert told.standardised == near(0.913)
    assert told.eased is not None
    assert told.clearly_eased is not None
    assert (told.eased.count, told.eased.of, told.clearly_eased.count) == (6, 8, 3)
    assert (told.eased.low, told.eased.high) == near((0.409, 0.929))
    assert (told.clearly_eased.low, told.clearly_eased.high) == near((0.137, 0.694))
    assert (told.unchanged.count, told.harder.count, told.no_room) == (1, 1, 0)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"), [(4, 5, 0.376, 0.964), (12, 15, 0.548, 0.930)]
)
def test_item_1_wilson(count: int, of: int, low: float, high: float) -> None:
    """The interval of a share."""
    assert (share_of(count, of).low, share_of(count, of).high) == near((low, high))


def test_item_2_window_of_tolerance() -> None:
    """Gains 2, 1, 0, 2, -1, 2; 3 of 5 that began outside ended inside."""
    before, after = (-3, -2, 0, 3, 2, -4), (-1, -1, 1, 1, 3, -2)

    told = window_change_of(zip(before, after, strict=True))

    assert [window_gain(*pair) for pair in zip(before, after, strict=True)] == [2, 1, 0, 2, -1, 2]
    assert told.returned is not None
    assert (told.returned.count, told.returned.of) == (3, 5)


def test_item_3_where_higher_is_better() -> None:
    """38.5 of 42 pairs: .9167, SE .0690, interval .597 to .986."""
    told = overlap_of(*HIGHER_BETTER, lower_is_better=False)

    assert told.value == pytest.approx(38.5 / 42)
    assert told.value == near(0.9167)
    assert told.error == pytest.approx(0.0690, abs=0.00005)
    assert (told.low, told.high) == near((0.597, 0.986))
    assert told.strength is Strength.MEDIUM


def test_item_3_where_lower_is_better() -> None:
    """29.5 of 30 pairs: .9833, SE .0264, SE without a difference .1826, interval .643 to .999."""
    told = overlap_of(*LOWER_BETTER, lower_is_better=True)

    assert told.value == pytest.approx(29.5 / 30)
    assert told.error == pytest.approx(0.0264, abs=0.00005)
    assert told.error_if_equal == pytest.approx(0.1826, abs=0.00005)
    assert (told.low, told.high) == near((0.643, 0.999))
    assert told.strength is Strength.STRONG


def test_item_4_taus() -> None:
    """S between 29, within the first phase 1: Tau .9667, Tau-U .9333, tau-b .7564."""
    first, second = in_time(*LOWER_BETTER)
    counted = [Counter(value for _, value in phase) for phase in (first, second)]

    assert -pair_score(*counted) == 29
    assert -kendall_of(first).score == 1
    assert overlap_of(*LOWER_BETTER, lower_is_better=True).tau == near(0.9667)
    assert tau_u_of(first, second, lower_is_better=True) == near(0.9333)
    assert corrected_tau_of(first, second, lower_is_better=True).tau_b == near(0.7564)


def test_item_4_an_old_trend_is_no_effect() -> None:
    """NAP 1 and Tau-U .733 of a baseline that was falling already: .058 is left of them."""
    first, second = in_time(*TRAP)

    told = corrected_tau_of(first, second, lower_is_better=True)

    assert overlap_of(*TRAP, lower_is_better=True).value == 1
    assert -kendall_of(first).score == 8
    assert tau_u_of(first, second, lower_is_better=True) == near(0.733)
    assert told.baseline.tau_b == near(-0.894)
    assert told.baseline.p == near(0.037)
    assert told.removed is not None
    assert (told.removed.slope, told.removed.intercept) == (-0.5, 8.5)
    left = [value - told.removed.at(day) for day, value in first + second]
    assert left == [0, -0.5, 0, -0.5, 0, -0.5, 0, -0.5, -1, 0.5, 0]
    assert told.tau_b == near(0.058)
    assert told.p == pytest.approx(0.84, abs=0.005)


def test_item_5_reliable_change() -> None:
    """SD 5.5, r .84: threshold 6.098, 16 to 9 is reliable.  SD 13, r .85: 48 to 36 is not."""
    anxiety, wellbeing = Reliability(5.5, 0.84), Reliability(13, 0.85)

    assert anxiety.error == near(2.2)
    assert anxiety.error_of_difference == near(3.1113)
    assert anxiety.threshold == near(6.098)
    assert anxiety.index(16, 9) == near(-2.250)
    assert reliable_change(16, 9, anxiety.threshold) is Shift.LOWER
    assert wellbeing.index(48, 36) == near(-1.685)
    assert reliable_change(48, 36, wellbeing.threshold) is Shift.NOT_RELIABLE


def test_item_6_a_line_through_real_dates() -> None:
    """21 slopes, -1/7 a day, -1.0 a week; interval -.2857 to -.0714; S -17, z -2.459, p .0139."""
    points = list(zip(map(float, DAYS), map(float, RATINGS), strict=True))

    line, test = line_of(points), mann_kendall(points)

    assert line.slope == pytest.approx(-1 / 7)
    assert line.intercept == near(7.286)
    assert (line.low, line.high) == pytest.approx((-0.2857, -0.0714), abs=0.0001)
    assert (line.low * 7, line.high * 7) == near((-2.0, -0.5))
    assert test.score == -17
    assert test.variance == near(42.333)
    assert test.z == near(-2.459)
    assert test.p == pytest.approx(0.0139, abs=0.00005)


@pytest.mark.parametrize(("before", "after"), [(8, 6.4), (2, 2.8)])
def test_item_8_what_comes_by_itself(before: float, after: float) -> None:
    """Mean 4, .6 kept: 8 goes to 6.4 and 2 to 2.8."""
    assert expected(before, 4, 0.6) == pytest.approx(after)
    assert adjusted(before, after, 4, 0.6) == pytest.approx(0)


def test_item_8_the_same_eight_sittings_adjusted() -> None:
    """.675 is left of 1.375."""
    left = [adjusted(p, q, 5, 0.6) for p, q in zip(BEFORE, AFTER, strict=True)]

    assert left == pytest.approx([1.8, 0.2, -0.4, 1.4, -1, 2.2, 1.4, -0.2])
    assert sum(left) / 8 == pytest.approx(0.675)


def test_item_9_a_smooth_line_knows_how_long_it_waited() -> None:
    """Days 0, 1, 4, 5, 15: the last value counts for most after ten days."""
    line = smoothed([(0, 7), (1, 6), (4, 8), (5, 5), (15, 4)])

    assert list(line) == near([7, 6.867, 7.262, 6.961, 4.709])


def test_item_10_what_misses_is_bounded() -> None:
    """20 sittings, 14 rated after, 10 eased: .714 seen, .50 to .80 possible, .70 complete."""
    told = [(7, 5, False)] * 10 + [(7, 7, False)] * 4 + [(7, None, True)] * 6

    missed = missed_of(told)

    assert missed.completeness == pytest.approx(0.7)
    assert missed.bounds == pytest.approx((0.5, 0.8))
    assert missed.stopped_unrated == 6
    assert not missed.is_thin
    assert eases_of([(p, q) for p, q, _ in told if q is not None]).eased == share_of(10, 14)
    assert share_of(10, 14).value == near(0.714)


def test_item_11_ratings_tell_of_the_next() -> None:
    """r1 .2546: eight ratings are worth 4.753."""
    r1 = lag_one((7, 6, 7, 5, 5, 4, 5, 3))

    assert r1 == near(0.2546)
    assert independent(8, r1) == near(4.753)


def test_the_dates_of_item_6_are_days() -> None:
    """A line on days of the calendar is the line on their distances."""
    first = date(2026, 3, 20)  # the clocks change on the 29th
    calendar = [float((first + timedelta(days=day)).toordinal()) for day in DAYS]

    line = line_of(list(zip(calendar, map(float, RATINGS), strict=True)))

    assert line.slope == pytest.approx(-1 / 7)
