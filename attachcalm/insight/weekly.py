"""When a look back on the week is offered, and which week it is."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from attachcalm.journal.entry import Entry
from attachcalm.journal.page import CheckIn, LookBack, Page

WEEK: Final = 7  # days
LEAST_DAYS: Final = 3  # rated days of the last seven, before there is something to look back on
MIDDLE: Final = 3  # days


def monday_of(day: date) -> date:
    """The Monday of this day's week; the calendar's first day is one too."""
    return day - timedelta(days=day.weekday())


def week_of(today: date) -> date:
    """The Monday of the week that most of the last seven days lie in."""
    return monday_of(today - timedelta(days=MIDDLE))


def rated_days(entries: Iterable[Entry], pages: Iterable[Page]) -> set[date]:
    """The person's own days with a rating: before, after, or without an exercise."""
    days = {e.started.at.day for e in entries if _is_rated(e)}
    days |= {p.at.day for p in pages if isinstance(p, CheckIn) and not p.mood.is_skipped}
    return days


def is_due(
    entries: Iterable[Entry], pages: Iterable[Page], today: date, put_off: date | None = None
) -> bool:
    """Whether a look-back is offered: three rated days in the last seven, and none in that time.

    `put_off` is the day on which "not now" was said last; that keeps it away for seven days.
    """
    pages = tuple(pages)
    lately = {today - timedelta(days=back) for back in range(WEEK)}
    if put_off in lately:
        return False
    told = [page for page in pages if isinstance(page, LookBack)]
    if any(page.at.day in lately or page.week == week_of(today) for page in told):
        return False
    return len(rated_days(entries, pages) & lately) >= LEAST_DAYS


def _is_rated(entry: Entry) -> bool:
    moods = (entry.before, entry.after)
    return any(mood is not None and not mood.is_skipped for mood in moods)
