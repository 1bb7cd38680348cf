"""The days that are looked at: a length up to a last day, or everything."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from attachcalm.insight.words import day_words


@dataclass(frozen=True, slots=True)
class Period:
    """The last `days` days up to `until`, both ends included; None: everything, up to today.

    Raises ValueError for a period of less than one day.
    """

    days: int | None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.days is not None and self.days < 1:
            raise ValueError(f"a period has at least 1 day; {self.days} is not enough")

    def first_day(self, today: date) -> date:
        """Return its first day; a period longer than the calendar begins with the calendar."""
        last = self.until or today
        reach = last.toordinal() - date.min.toordinal()
        if self.days is None or self.days > reach:
            return date.min
        return last - timedelta(days=self.days - 1)

    def holds(self, day: date, today: date) -> bool:
        """Whether a day belongs to it.

        What is dated after today, by a clock that was ahead once, belongs to none until that day
        comes: no view shows a day that has not been.  `ahead` says how much there is of it.
        """
        return day.toordinal() in self.ordinals(today)

    def ordinals(self, today: date) -> range:
        """The days that it holds, as `date.toordinal` counts them."""
        last = min(self.until or today, today)
        return range(self.first_day(today).toordinal(), last.toordinal() + 1)

    def earlier(self, today: date) -> "Period":
        """The period of the same length just before; everything stays everything."""
        if self.days is None or self.first_day(today) == date.min:
            return self
        return replace(self, until=self.first_day(today) - timedelta(days=1))

    def later(self, today: date) -> "Period":
        """The period of the same length just after, at most the one up to today."""
        if self.days is None or self.until is None:
            return self
        reach = date.max.toordinal() - self.until.toordinal()
        last = self.until + timedelta(days=min(self.days, reach))
        return replace(self, until=None if last >= today else last)

    @property
    def words(self) -> str:
        """How a sentence says it: "in the last 30 days", "today", "so far"."""
        if self.days is None:
            return "so far" if self.until is None else f"up to {day_words(self.until)}"
        if self.until is not None:
            first = self.first_day(self.until)
            return f"from {day_words(first)} to {day_words(self.until)}"
        if self.days in {14, 28}:  # as the session page has it
            return f"in the last {self.days // 7} weeks"
        return "today" if self.days == 1 else f"in the last {self.days} days"


THIRTY_DAYS: Final = Period(30)
NINETY_DAYS: Final = Period(90)
YEAR: Final = Period(365)
ALL_TIME: Final = Period(None)
PERIODS: Final = (THIRTY_DAYS, NINETY_DAYS, YEAR, ALL_TIME)
