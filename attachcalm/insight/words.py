"""How numbers, times and days are said, alike in the window, the terminal and the saved picture."""

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_words(day: date) -> str:
    """A day in full: "26 October 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day_words(day: date) -> str:
    """A day where the year is plain: "26 Oct"."""
    return f"{day.day} {short_month(day)}"


def short_month(day: date) -> str:
    """Return the month in three letters: "Oct"."""
    return MONTHS[day.month - 1][:3]


def number_words(value: float) -> str:
    """A number with one decimal where it has one: "2", "1.5"."""
    return f"{value:.1f}".removesuffix(".0")


def signed_words(value: int) -> str:
    """A rating on a two-sided scale with its sign, a true minus; 0 has none."""
    return f"{value:+d}".replace("-", "\N{MINUS SIGN}") if value else "0"


def percent_words(share: float) -> str:
    """A share, 0 to 1, in whole percent: "71 %"."""
    return f"{round(share * 100)} %"


def times_words(count: int) -> str:
    """How often: "once", "twice", "26 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def days_words(count: int) -> str:
    """How many days: "1 day", "19 days"."""
    return "1 day" if count == 1 else f"{count} days"


def counted_words(count: int, thing: str) -> str:
    """So many of a thing with a plain plural: "1 rating", "3 ratings"."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def minutes_words(minutes: float) -> str:
    """How long: "1 minute", "6.5 minutes"."""
    told = number_words(minutes)
    return f"{told} minute" if told == "1" else f"{told} minutes"


def half_words(low: str, high: str) -> str:
    """The middle half of some values: "middle half 4 to 7", or "middle half all 5"."""
    return f"middle half all {low}" if low == high else f"middle half {low} to {high}"


def span_words(low: str, high: str) -> str:
    """From where to where, or the one where both are the same: "from 3 to 7", "all 5"."""
    return f"all {low}" if low == high else f"from {low} to {high}"


def change_words(change: float) -> str:
    """A change of a rating, negative for lower: "2 lower", "1.5 higher", "no change"."""
    size = number_words(abs(change))
    if size == "0":
        return "no change"
    return f"{size} {'lower' if change < 0 else 'higher'}"


def list_words(items: list[str]) -> str:
    """Several things in one breath: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
