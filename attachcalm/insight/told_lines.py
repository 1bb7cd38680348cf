"""Energy and felt security over days, in words and as a table; the table of the sticks."""

from functools import partial

from attachcalm.insight.claims import LEAST
from attachcalm.insight.middle import middle_of
from attachcalm.insight.scale import Scale
from attachcalm.insight.series import Series, Stick
from attachcalm.insight.share import Share
from attachcalm.insight.table import Table, known
from attachcalm.insight.twin import RECENT, stick_words
from attachcalm.insight.window import window_change_of
from attachcalm.insight.words import (
    change_words,
    counted_words,
    percent_words,
    span_words,
    times_words,
)

Words = tuple[str, str, str, str, tuple[str, ...], Table]

_HEADS = ("Day", "Time", "Exercise", "Before", "After", "Change")


def sticks_table(series: Series) -> Table:
    """Every stick, the latest first."""
    return Table(_HEADS, series.sticks[::-1], partial(_cells, series.scale))


def _cells(scale: Scale, stick: Stick) -> tuple[str, ...]:
    change = stick.change
    levels = (
        None if level is None else f"{level:+d}" if scale.low < 0 and level else str(level)
        for level in (stick.before, stick.after)
    )  # an ordinary minus: a spreadsheet reads it as a number
    sign = None if change is None else f"{change:+d}" if change else "0"
    at = stick.day.isoformat(), stick.at.strftime("%H:%M")
    return (*at, stick.exercise_title, *map(known, levels), known(sign))


def line_told(series: Series) -> Words:
    """Energy or felt security: title, sentence, how, paragraph, lines, table."""
    title = "Energy and the window" if series.scale.inside else "Felt security"
    headline, how = _energy(series) if series.scale.inside else _security(series)
    lines = tuple(stick_words(stick, series.scale) for stick in series.sticks[::-1][:RECENT])
    return title, headline, how, _range(series), lines, sticks_table(series)


def returns(series: Series) -> Share | None:
    """Of the sittings that began outside the window, those that ended inside (clinical, item 2).

    None without a sitting that began outside and was rated after.
    """
    pairs = [
        (stick.before, stick.after)
        for stick in series.sticks
        if stick.before is not None and stick.after is not None
    ]
    return window_change_of(pairs).returned if pairs else None


def _energy(series: Series) -> tuple[str, str]:
    share = returns(series)
    if not series.n:
        headline = f"Energy was not rated {series.period.words}."
    elif share is None or share.of < LEAST:
        headline = "Too early to tell how often energy comes back into the window."
    else:
        headline = (
            f"Of {times_words(share.of)} that began outside the window {series.period.words}, "
            f"{share.count} ended inside ({percent_words(share.value)}, plausibly "
            f"{percent_words(share.low)} to {percent_words(share.high)})."
        )
    how = (
        "Energy goes from \N{MINUS SIGN}4 (numb) over 0 (about right) to +4 (revved). The tinted "
        "stretch from \N{MINUS SIGN}1 to +1 is the window of tolerance. A stick is drawn solid "
        "where it ended nearer to the window, dashed where it ended farther away. The interval is "
        "Wilson's, 95 %."
    )
    return headline, how


def _security(series: Series) -> tuple[str, str]:
    changes = [change for stick in series.sticks if (change := stick.change) is not None]
    if not series.n:
        headline = f"Felt security was not rated {series.period.words}."
    elif len(changes) < LEAST:
        headline = "Too early to tell what is typical for felt security."
    else:
        typical = change_words(middle_of(changes))
        least, most = change_words(min(changes)), change_words(max(changes))
        headline = (
            f"Felt security after practice {series.period.words} was typically {typical} "
            f"(median of {times_words(len(changes))}, {span_words(least, most)})."
        )
    how = (
        "Felt security goes from 0 (not at all) to 10 (fully). It is asked around exercises of "
        "closeness, in a check-in by More, and in the weekly look-back, which is a ring alone. A "
        "stick is drawn solid where it ended higher, dashed where it ended lower. A median "
        "stands with its number of times and its range, the least change to the most, without an "
        "interval."
    )
    return headline, how


def _range(series: Series) -> str:
    before = [stick.before for stick in series.sticks if stick.before is not None]
    after = [stick.after for stick in series.sticks if stick.after is not None]
    level = series.scale.level_words
    told = [
        f"{counted_words(len(values), 'rating')} {when}, "
        f"{span_words(level(min(values)), level(max(values)))}."
        for when, values in (("before or alone", before), ("after", after))
        if values
    ]
    return " ".join(told) or "Nothing is rated."
