"""Which days are written under a time axis."""

from datetime import date, timedelta
from typing import Final

from attachcalm.insight.words import short_day_words, short_month

DAY_STEPS: Final = (1, 2, 3, 7, 14)
MONTH_STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200)
MONTH_DAYS: Final = 28  # the shortest
LONGEST_IN_DAYS: Final = 75  # days; a longer axis is written in months


def date_ticks(first: date, last: date, room: float, month_room: float) -> list[tuple[date, str]]:
    """The days to name from `first` to `last`, with their words, as close as their room allows.

    `room` is how many days of the axis a day's words take ("26 Oct"), `month_room` a month's
    ("Oct 2025").  A month stands at its first day.  There is always one: the first day of all if
    nothing rounder lies on the axis.
    """
    span = (last - first).days
    step = next((step for step in DAY_STEPS if step >= room), None)
    if step is not None and span <= LONGEST_IN_DAYS:
        days = [first + timedelta(ahead) for ahead in range(0, span + 1, step)]
        return [(day, short_day_words(day)) for day in days]
    months = next((step for step in MONTH_STEPS if step * MONTH_DAYS >= month_room), 12_000)
    starts = _month_starts(first, last, months)
    if not starts:
        return [(first, short_day_words(first))]
    return [(day, f"{short_month(day)} {day.year}") for day in starts]


def _month_starts(first: date, last: date, step: int) -> list[date]:
    """Return the first days of every `step`th month, counted from January of year 0."""
    month = first.year * 12 + first.month - 1 + (first.day > 1)
    month += -month % step
    end = last.year * 12 + last.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(month, end + 1, step)]
