"""A year of days, and the parts of the day, in words and as tables."""

from attachcalm.insight.claims import LEAST
from attachcalm.insight.day_parts import DayParts, Part
from attachcalm.insight.middle import Middle, middle_half_of
from attachcalm.insight.table import Table
from attachcalm.insight.told_lines import Words
from attachcalm.insight.twin import RECENT
from attachcalm.insight.words import (
    counted_words,
    day_words,
    days_words,
    half_words,
    list_words,
    number_words,
    span_words,
)
from attachcalm.insight.year import Day, Year

MOST_APART = 1.0  # points between two parts of the day, below which they are called alike


def days_told(year: Year) -> Words:
    """A year of days: title, sentence, how, paragraph, lines, table."""
    if len(year.days) < LEAST:
        headline = "Too early to tell: fewer than 3 days are rated."
    else:
        middle = middle_half_of([day.level for day in year.days])
        headline = (
            f"{days_words(len(year.days))} rated in twelve months: typically "
            f"{number_words(middle.median)} ({_half(middle)})."
        )
    how = (
        "Each small square is one day. Its number is the median of all ratings of distress on that "
        "day, before, after and on their own, rounded; the darker, the higher. A day without a "
        "rating is left empty, and nothing is filled in."
    )
    table = Table(("Day", "Median", "Lowest", "Highest", "Ratings"), year.days[::-1], _day_cells)
    lines = tuple(day_sentence(day) for day in year.days[::-1][:RECENT])
    first, last = day_words(year.first), day_words(year.today)
    return "Calendar", headline, how, f"From {first} to {last}.", lines, table


def day_sentence(day: Day) -> str:
    """One day in a sentence."""
    if day.n == 1:
        return f"{day_words(day.day)}: {number_words(day.level)}, one rating."
    span = span_words(str(day.low), str(day.high))
    return f"{day_words(day.day)}: {number_words(day.level)} ({day.n} ratings, {span})."


def _day_cells(day: Day) -> tuple[str, ...]:
    told = (number_words(day.level), str(day.low), str(day.high), str(day.n))
    return (day.day.isoformat(), *told)


def parts_told(view: DayParts) -> Words:
    """The parts of the day: title, sentence, how, paragraph, lines, table."""
    how = (
        "Ratings before practice and check-ins, by the clock where you were: night from 0, morning "
        "from 6, afternoon from 12, evening from 18 o'clock. Each dot is a rating; the bar is the "
        "middle half, the tick the median, both from 3 ratings on."
    )
    heads = ("Part of the day", "Ratings", "Median", "Middle half")
    table = Table(heads, view.parts, _part_cells)
    told = f"{counted_words(view.n, 'rating')} {view.period.words}."
    lines = tuple(map(part_words, view.parts))
    return "Within the day", _hardest(view), how, told, lines, table


def part_words(part: Part) -> str:
    """One part of the day in a sentence."""
    name = part.part.value.capitalize()
    if part.middle is None:
        return f"{name}: {counted_words(part.n, 'rating')}, too few to tell."
    middle = part.middle
    return f"{name}: usually {number_words(middle.median)} ({_half(middle)}, n = {part.n})."


def _half(middle: Middle) -> str:
    return half_words(number_words(middle.low), number_words(middle.high))


def _hardest(view: DayParts) -> str:
    told = {
        part.part.value: (
            f"the {part.part.value} ({number_words(part.middle.median)}, {_half(part.middle)}, "
            f"n = {part.n})"
        )
        for part in view.parts
        if part.middle
    }
    levels = {part.part.value: part.middle.median for part in view.parts if part.middle}
    if len(levels) < 2:
        return "Too early to tell: fewer than two parts of the day have 3 ratings."
    most, least = max(levels.values()), min(levels.values())
    if most - least < MOST_APART:
        when = list_words(
            [f"the {part.part.value} (n = {part.n})" for part in view.parts if part.middle]
        )
        return f"Distress was about the same in {when} {view.period.words}."
    when = list_words([told[name] for name, level in levels.items() if level == most])
    return f"Distress was usually highest in {when} {view.period.words}."


def _part_cells(part: Part) -> tuple[str, ...]:
    name = part.part.value.capitalize()
    if part.middle is None:
        return name, str(part.n), "", ""
    half = f"{number_words(part.middle.low)} to {number_words(part.middle.high)}"
    return name, str(part.n), number_words(part.middle.median), half
