"""The numbers above the chart, against worked numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.insight.selection import Wish, select
from attachcalm.insight.series import series_of
from attachcalm.insight.share import share_of
from attachcalm.insight.summary import Summary, summary_of
from attachcalm.journal.entry import Ending, Entry
from tests.insight.records import FIRST, daily, flat, sitting

BEFORE = (8, 7, 6, 9, 5, 7, 4, 8)
AFTER = (5, 6, 6, 6, 6, 4, 3, 7)


def summed(entries: list[Entry]) -> Summary:
    """Return the summary of all these entries."""
    return summary_of(series_of(select(flat(*entries), (), Wish(), date(2025, 12, 1))))


def test_the_worked_example_of_eight_sittings() -> None:
    """Six of eight lower, one the same, one higher, typically by one point."""
    summary = summed(daily(*zip(BEFORE, AFTER, strict=True)))

    assert (summary.pairs, summary.lower, summary.same, summary.higher) == (8, 6, 1, 1)
    assert summary.change is not None
    assert summary.change.median == -1
    assert (summary.change.low, summary.change.high) == (-3, -0.75)
    assert summary.eased is not None
    assert (summary.eased.count, summary.eased.of) == (6, 8)
    assert (summary.eased.low, summary.eased.high) == pytest.approx((0.409, 0.929), abs=0.001)
    assert summary.clearly_eased is not None
    clearly = summary.clearly_eased
    assert (clearly.count, clearly.of) == (3, 8)
    assert (clearly.low, clearly.high) == pytest.approx((0.137, 0.694), abs=0.001)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"), [(4, 5, 0.376, 0.964), (12, 15, 0.548, 0.930)]
)
def test_wilson_intervals_as_published(count: int, of: int, low: float, high: float) -> None:
    """The interval is Wilson's, to three decimals."""
    share = share_of(count, of)

    assert (share.low, share.high) == pytest.approx((low, high), abs=0.001)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_its_share_and_stays_a_share(told: tuple[int, int]) -> None:
    """Between 0 and 1, the share inside, and never without width."""
    share = share_of(*told)

    assert 0 <= share.low <= share.value + 1e-12
    assert share.value - 1e-12 <= share.high <= 1
    assert share.low < share.high


@pytest.mark.parametrize(("count", "of"), [(0, 0), (5, 4), (-1, 3)])
def test_what_is_no_share_is_refused(count: int, of: int) -> None:
    """More than all, less than none, and a part of nothing."""
    with pytest.raises(ValueError, match="not a share"):
        share_of(count, of)


def test_a_sitting_that_began_at_one_is_left_out_of_the_eased_share() -> None:
    """There was no room to ease; it still counts among the changes."""
    summary = summed(daily((6, 4), (6, 4), (6, 7), (1, 1), (0, 2)))

    assert summary.eased is not None
    assert (summary.eased.count, summary.eased.of, summary.no_room) == (2, 3, 2)
    assert (summary.lower, summary.same, summary.higher) == (2, 1, 2)


def test_missing_ratings_widen_the_claim_and_grey_it() -> None:
    """20 sittings, 14 rated after, 10 of them eased: 71 % seen, 50 to 80 % possible."""
    rated = [*[(7, 5)] * 10, *[(7, 7)] * 4]
    summary = summed(daily(*rated, *[(7, None)] * 6))

    assert summary.eased is not None
    assert summary.eased.value == pytest.approx(0.714, abs=0.001)
    assert summary.eased_bounds == pytest.approx((0.5, 0.8))
    assert summary.completeness == pytest.approx(0.7)
    assert not summary.is_thin

    thinner = summed(daily(*rated, *[(7, None)] * 7))
    assert thinner.is_thin


def test_two_pairs_are_too_early_to_tell() -> None:
    """None stands for not known yet, and what is missing is counted."""
    summary = summed(daily((7, 5), (7, 4), (7, None)))

    assert summary.change is None
    assert summary.eased is None
    assert summary.eased_bounds is None
    assert summary.missing == 1
    assert summed(daily((7, 5), (7, 4), (7, 6))).missing == 0


def test_without_a_rating_there_is_no_completeness() -> None:
    """Nothing of nothing is neither full nor thin."""
    summary = summed(daily((None, None)))

    assert summary.completeness is None
    assert not summary.is_thin
    assert summary.missing == 3


def test_a_sitting_stopped_early_and_not_rated_is_unknown() -> None:
    """It is counted by itself and never as a change."""
    entries = [
        sitting(0, FIRST, 7, None, ending=Ending.STOPPED),
        sitting(1, FIRST, 7, None, ending=Ending.FINISHED),
        sitting(2, FIRST, 7, 5, ending=Ending.STOPPED),
    ]

    assert summed(entries).stopped_unrated == 1


def test_the_typical_length_is_the_median_of_at_least_three() -> None:
    """In minutes of practice; sittings that were opened and left do not count."""
    lengths = (2, 5, 11)
    entries = [
        sitting(day, FIRST + timedelta(days=day), None, None, minutes=minutes)
        for day, minutes in enumerate(lengths)
    ]

    typical = summed(entries).minutes
    assert typical is not None
    assert (typical.low, typical.median, typical.high) == (3.5, 5, 8)
    assert summed(entries).timed == 3
    assert summed(entries[:2]).minutes is None
    assert summed([*entries, sitting(9, FIRST, None, None, minutes=0)]).minutes == typical


def test_days_are_days_and_not_sittings() -> None:
    """Three times on one day are one day."""
    entries = [sitting(hour, FIRST + timedelta(hours=hour), 5, 4) for hour in range(3)]

    summary = summed(entries)

    assert (summary.sittings, summary.days) == (3, 1)


rating = st.none() | st.integers(0, 10)


@given(st.lists(st.tuples(rating, rating), max_size=30))
def test_every_pair_is_counted_once(ratings: list[tuple[int | None, int | None]]) -> None:
    """Lower, the same and higher make up all pairs, and the bounds hold the share."""
    summary = summed(daily(*ratings))

    pairs = [(b, a) for b, a in ratings if b is not None and a is not None]
    assert summary.lower + summary.same + summary.higher == summary.pairs == len(pairs)
    assert (summary.change is None) == (len(pairs) < 3)
    if summary.eased is not None and summary.eased_bounds is not None:
        low, high = summary.eased_bounds
        assert low - 1e-12 <= summary.eased.value <= high + 1e-12
