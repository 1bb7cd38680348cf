"""When a measure says something new again: not before its look-back is over."""

from datetime import date, timedelta

from attachcalm.measures.model import LEAST_INTERVAL_DAYS


def due_on(last: date, interval_days: int) -> date:
    """The first day on which a filling asks about other days than the last one did.

    Never sooner than 14 days, whatever the measure says.
    """
    days = max(interval_days, LEAST_INTERVAL_DAYS)
    room = (date.max - last).days
    return last + timedelta(days=min(days, room))


def is_due(last: date | None, interval_days: int, today: date) -> bool:
    """Whether it is time, or it was never filled in."""
    return last is None or today >= due_on(last, interval_days)
