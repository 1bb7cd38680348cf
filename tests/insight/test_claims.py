"""What may be said, just below, at and above each minimum, and how what is missing is told."""

import pytest

from attachcalm.insight import claims
from attachcalm.insight.claim_words import MISSING, claim_words, missing_words
from attachcalm.insight.claims import Claim, Lack, Missing

PLAIN, NOT_PLAIN = (-0.3, -0.1), (-0.3, 0.1)


def lacks(claim: Claim) -> dict[Lack, int]:
    """What a claim lacks, and how much of it."""
    return {missing.lack: missing.count for missing in claim.missing}


@pytest.mark.parametrize(("n", "missing"), [(0, 3), (2, 1), (3, None), (4, None)])
def test_an_average_needs_three(n: int, missing: int | None) -> None:
    """Two are too early, three are enough."""
    claim = claims.enough(n)

    assert claim.is_met is claim.has_data is (missing is None)
    assert lacks(claim).get(Lack.RATED_TWICE) == missing


@pytest.mark.parametrize(
    ("n", "overall", "likely", "lacking"),
    [
        (5, 10, 0.9, {}),
        (4, 10, 0.9, {Lack.RATED_TWICE_HERE: 1}),
        (5, 9, 0.9, {Lack.RATED_TWICE: 1}),
        (5, 10, 0.899, {Lack.CERTAINTY: 0}),
        (6, 11, 0.95, {}),
    ],
)
def test_often_helps_needs_times_here_times_overall_and_likelihood(
    n: int, overall: int, likely: float, lacking: dict[Lack, int]
) -> None:
    """5 with it, 10 in all, .90: each of them, and no less."""
    assert lacks(claims.often_helps(n, overall, likely)) == lacking


@pytest.mark.parametrize(("likely", "met"), [(0.899, False), (0.9, True), (0.901, True)])
def test_more_than_another_needs_a_likelihood(likely: float, met: bool) -> None:
    """P of .90."""
    assert claims.more_than(likely).is_met is met


@pytest.mark.parametrize(
    ("days", "span", "ends", "lacking"),
    [
        (8, 14, PLAIN, {}),
        (7, 14, PLAIN, {Lack.DAYS: 1}),
        (8, 13, PLAIN, {Lack.SPAN: 1}),
        (8, 14, NOT_PLAIN, {Lack.CERTAINTY: 0}),
        (8, 14, (0.0, 0.2), {Lack.CERTAINTY: 0}),
        (8, 14, (0.01, 0.2), {}),
        (9, 15, (None, None), {Lack.CERTAINTY: 0}),
        (1, 1, (None, None), {Lack.DAYS: 7, Lack.SPAN: 13, Lack.CERTAINTY: 0}),
    ],
)
def test_a_trend_needs_days_a_span_and_an_interval_without_0(
    days: int, span: int, ends: tuple[float | None, float | None], lacking: dict[Lack, int]
) -> None:
    """8 days over 14, up or down."""
    assert lacks(claims.trend(days, span, *ends)) == lacking


@pytest.mark.parametrize(("weeks", "missing"), [(4, 1), (5, None), (6, None)])
def test_a_trend_of_weeks_needs_five(weeks: int, missing: int | None) -> None:
    """Four in a row fall by chance once in 24 times, which is not rare enough."""
    assert lacks(claims.trend_of_weeks(weeks, *PLAIN)).get(Lack.WEEKS) == missing


@pytest.mark.parametrize(
    ("baseline", "practice", "beforehand", "lacking"),
    [
        (5, 5, True, {}),
        (4, 5, True, {Lack.BASELINE_DAYS: 1}),
        (5, 3, True, {Lack.PRACTICE_DAYS: 2}),
        (9, 9, False, {Lack.SET_BEFOREHAND: 0}),
    ],
)
def test_phases_need_five_days_each_and_dates_set_beforehand(
    baseline: int, practice: int, beforehand: bool, lacking: dict[Lack, int]
) -> None:
    """Dates that were chosen afterwards can be made to show anything."""
    assert lacks(claims.phases(baseline, practice, beforehand)) == lacking


def test_what_is_only_not_plain_has_its_data() -> None:
    """The figure may be shown; the claim may not be made."""
    claim = claims.trend(8, 14, *NOT_PLAIN)

    assert claim.has_data
    assert not claim.is_met


def test_what_is_missing_is_told_in_words() -> None:
    """One and several, and no word on certainty while there is too little data."""
    assert claim_words(claims.enough(3)) == "yes"
    assert claim_words(claims.more_than(0.5)) == "not plain in the ratings so far"
    early = claims.trend(5, 13, None, None)
    assert claim_words(early) == (
        "too early to tell; it takes 3 more rated days and 1 more day from the first to the last"
    )
    assert missing_words([Missing(Lack.CERTAINTY)]) == "a plain difference"


def test_everything_that_can_be_missing_has_words() -> None:
    """A new lack without words fails here and not on a person's screen."""
    assert set(MISSING) == set(Lack)
