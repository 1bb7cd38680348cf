"""What may be said, and from how much data on: the one place that knows (clinical rule 12).

A verdict is a value: whether a claim holds, and if not, what it still takes.  A person reads it as
"too early to tell: 3 more days".
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
PHASE_DAYS: Final = 5  # rated days of each phase (single-case standards [53])
COMPARED: Final = 8  # times of just sitting before the person's own fall by itself is known
COMPLETE: Final = 0.7  # with fewer after-ratings than this share, a claim is greyed


class Lack(StrEnum):
    """What a claim can lack."""

    RATED_TWICE = "rated_twice"  # more times rated before and after
    RATED_TWICE_HERE = "rated_twice_here"  # ... of this exercise
    STARTS_OUTSIDE = "starts_outside"  # more times that began outside the window of tolerance
    JUST_SAT = "just_sat"  # more times of just sitting, rated before and after
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
class Verdict:
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


def enough(n: int, least: int = LEAST, lack: Lack = Lack.RATED_TWICE) -> Verdict:
    """An average, a median, a share: 3 of what it is made of, unless said otherwise."""
    return Verdict(_short(lack, n, least))


def often_helps(n: int, overall: int, likely: float) -> Verdict:
    """What is said to help often: rated 5 times, 10 of all exercises, P(eases) of .90 or more."""
    short = _short(Lack.RATED_TWICE_HERE, n, OFTEN) + _short(Lack.RATED_TWICE, overall, OVERALL)
    return Verdict(short + _unsure(likely >= PLAINLY))


def more_than(likely: float) -> Verdict:
    """What is said to be more than another: P of .90 or more."""
    return Verdict(_unsure(likely >= PLAINLY))


def trend(days: int, span: int, low: float | None, high: float | None) -> Verdict:
    """A trend: 8 rated days over 14, and a 95 % interval of the slope without 0.

    `span` counts the days from the first to the last, both included; `low` and `high` are None
    where there is no slope.
    """
    short = _short(Lack.DAYS, days, TREND_DAYS) + _short(Lack.SPAN, span, TREND_SPAN)
    is_plain = low is not None and high is not None and (low > 0 or high < 0)
    return Verdict(short + _unsure(is_plain))


def phases(baseline: int, practice: int, is_set_beforehand: bool) -> Verdict:
    """Two phases: 5 rated days in each, and dates that were set before the second began."""
    short = _short(Lack.BASELINE_DAYS, baseline, PHASE_DAYS)
    short += _short(Lack.PRACTICE_DAYS, practice, PHASE_DAYS)
    return Verdict(short if is_set_beforehand else (Missing(Lack.SET_BEFOREHAND), *short))


def _short(lack: Lack, n: int, least: int) -> tuple[Missing, ...]:
    return (Missing(lack, least - n),) if n < least else ()


def _unsure(is_plain: bool) -> tuple[Missing, ...]:
    return () if is_plain else (Missing(Lack.CERTAINTY),)
