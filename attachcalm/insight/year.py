"""A year of days: each rated day by the middle of its ratings, every other day left empty."""

from dataclasses import dataclass
from datetime import date, timedelta

from attachcalm.insight.middle import middle_of
from attachcalm.insight.period import Period
from attachcalm.insight.scale import DISTRESS_SCALE, Scale
from attachcalm.insight.selection import Selection
from attachcalm.insight.series import series_of


@dataclass(frozen=True, slots=True)
class Day:
    """A rated day: the median of its `n` ratings, before, after and alone, and how far they go."""

    day: date
    level: float
    low: int
    high: int
    n: int


@dataclass(frozen=True, slots=True)
class Year:
    """The rated days of twelve months, the last of them the month of `today`."""

    period: Period
    scale: Scale
    first: date  # the first day of the first month
    today: date
    days: tuple[Day, ...]

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month, in order."""
        begin = self.first.year * 12 + self.first.month - 1
        return tuple(date(at // 12, at % 12 + 1, 1) for at in range(begin, begin + 12))


def first_of_year(last: date) -> date:
    """The first day of the twelve months that end with the month of this day."""
    begin = max(last.year * 12 + last.month - 12, date.min.year * 12)
    return date(begin // 12, begin % 12 + 1, 1)


def year_before(period: Period, today: date) -> Period:
    """Everything up to the day before the twelve months that end with this period."""
    first = first_of_year(period.until or today)
    return period if first == date.min else Period(None, first - timedelta(days=1))


def year_after(period: Period, today: date) -> Period:
    """Everything up to the last day of the twelve months that follow, at most up to today."""
    if period.until is None:
        return period
    begin = period.until.year * 12 + period.until.month + 12  # the month after these twelve
    if begin >= today.year * 12 + today.month:
        return Period(None)
    return Period(None, date(begin // 12, begin % 12 + 1, 1) - timedelta(days=1))


def year_of(chosen: Selection) -> Year:
    """The twelve months up to the last day of these records' period."""
    last = chosen.wish.period.until or chosen.today
    first = first_of_year(last)
    ratings: dict[date, list[int]] = {}
    for stick in series_of(chosen).sticks:
        if first <= stick.day <= last:
            told = [level for level in (stick.before, stick.after) if level is not None]
            ratings.setdefault(stick.day, []).extend(told)
    days = tuple(
        Day(day, middle_of(levels), min(levels), max(levels), len(levels))
        for day, levels in sorted(ratings.items())
    )
    return Year(chosen.wish.period, DISTRESS_SCALE, first, last, days)
