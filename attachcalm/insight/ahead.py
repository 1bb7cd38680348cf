"""What is dated after today: kept, in no view, and said."""

from collections.abc import Iterable
from datetime import date


def ahead_words(days: Iterable[date], today: date) -> str:
    """What is said of records of these days that are dated after today; nothing of none."""
    count = sum(day > today for day in days)
    if not count:
        return ""
    if count == 1:
        return (
            "1 record is dated after today, by a clock that was ahead. It is kept, and left out "
            "here until its day comes."
        )
    return (
        f"{count} records are dated after today, by a clock that was ahead. They are kept, and "
        "left out here until their days come."
    )
