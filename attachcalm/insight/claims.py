"""What may be said, and from how much data on: the one place that knows (clinical rule 12).

A claim is a value: whether it holds, and if not, what it still takes.  A person reads it as "too
early to tell; it takes 3 more rated days".
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LEAST: Final = 3  # ratings before any average is shown
OFTEN: Final = 5  # rated times of an exercise before it is said to help often ...
OVERALL: Final = 10  # ... and of all exercises together
PLAINLY: Final = 0.9  # the probability from which one thing is said to be more than another
WEEK_DAYS: Final = 2  # rated days that a week needs to have a middle
TREND_DAYS: Final = 8  # rated days that a trend needs ...
TREND_SPAN: Final = 14  # ... and how many days they lie over, the first and the last counted
TREND_WEEKS: Final = 5  # weeks that a trend of weeks needs: with 4, none can be beyond chance
PHASE_DAYS: Final = 5  # rated days of each phase (single-case standards [53])
COMPARED: Final = 8  # times of just sitting before the person's own fall by itself is known
ALONE: Final = 8  # ratings without an exercise before the mean that one falls back to is known
COMPLETE: Final = 0.7  # with fewer after-ratings than this share, a claim is greyed


class Lack(StrEnum):
    """What a claim can lack."""

    SITTINGS = "sittings"  # more sittings, rated or not
    RATED_BEFORE = "rated_before"  # more times rated before
    RATED_TWICE = "rated_twice"  # more times rated before and after
    RATED_TWICE_HERE = "rated_twice_here"  # ... of this exercise
    STARTS_OUTSIDE = "starts_outside"  # more times that began outside the window of tolerance
    JUST_SAT = "just_sat"  # more times of just sitting, rated before and after
    RATED_ALONE = "rated_alone"  # more ratings without an exercise
    DAYS = "days"  # more rated days
    WEEKS = "weeks"  # more weeks with a middle
    SPAN = "span"  # more days between the first and the last
    BASELINE_DAYS = "baseline_days"
    PRACTICE_DAYS = "practice_days"
    PHASES = "phases"  # two phases with their dates
    SET_BEFOREHAND = "set_beforehand"  # dates that were set before the practice phase began
    CERTAINTY = "certainty"  # there is enough data, and the difference is not plain in it


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that a claim lacks, and how many more of it are needed (0: not a count)."""

    lack: Lack
    count: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """Whether a claim holds; `missing` says what it lacks, most important first."""

    missing: tuple[Missing, ...] = ()

    @property
    def has_data(self) -> bool:
        """Whether the minimum data is there; the figure may be shown, if with no claim."""
        return all(missing.lack is Lack.CERTAINTY for missing in self.missing)

    @property
    def is_met(self) -> bool:
        """Whether the claim may be made."""
        return not self.missing


def enough(n: int, least: int = LEAST, lack: Lack = Lack.RATED_TWICE) -> Claim:
    """An average, a median, a share: 3 of what it is made of, unless said otherwise."""
    return Claim(_short(lack, n, least))


def often_helps(n: int, overall: int, likely: float) -> Claim:
    """What is said to help often: rated 5 times, 10 of all exercises, P(eases) of .90 or more."""
    short = _short(Lack.RATED_TWICE_HERE, n, OFTEN) + _short(Lack.RATED_TWICE, overall, OVERALL)
    return Claim(short + _unsure(likely >= PLAINLY))


def more_than(likely: float) -> Claim:
    """What is said to be more than another: P of .90 or more."""
    return Claim(_unsure(likely >= PLAINLY))


def trend(days: int, span: int, low: float | None, high: float | None) -> Claim:
    """A trend: 8 rated days over 14, and a 95 % interval of the slope without 0.

    `span` counts the days from the first to the last, both included; `low` and `high` are None
    where there is no slope.
    """
    short = _short(Lack.DAYS, days, TREND_DAYS) + _short(Lack.SPAN, span, TREND_SPAN)
    return Claim(short + _unsure(_is_without_0(low, high)))


def trend_of_weeks(weeks: int, low: float | None, high: float | None) -> Claim:
    """A trend of the medians of weeks: 5 of them, and a 95 % interval without 0."""
    return Claim(_short(Lack.WEEKS, weeks, TREND_WEEKS) + _unsure(_is_without_0(low, high)))


def phases(baseline: int, practice: int, is_set_beforehand: bool) -> Claim:
    """Two phases: 5 rated days in each, and dates that were set before the second began."""
    short = _short(Lack.BASELINE_DAYS, baseline, PHASE_DAYS)
    short += _short(Lack.PRACTICE_DAYS, practice, PHASE_DAYS)
    return Claim(short if is_set_beforehand else (Missing(Lack.SET_BEFOREHAND), *short))


def _is_without_0(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and (low > 0 or high < 0)


def _short(lack: Lack, n: int, least: int) -> tuple[Missing, ...]:
    return (Missing(lack, least - n),) if n < least else ()


def _unsure(is_plain: bool) -> tuple[Missing, ...]:
    return () if is_plain else (Missing(Lack.CERTAINTY),)
