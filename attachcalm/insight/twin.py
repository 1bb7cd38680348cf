"""The Trends chart in words: the same facts for a screen reader, a terminal and a saved picture."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from attachcalm.insight.ease import CLEARLY, ROOM
from attachcalm.insight.scale import DISTRESS_SCALE, Scale
from attachcalm.insight.series import Gap, Series, Stick
from attachcalm.insight.share import Share
from attachcalm.insight.summary import Summary
from attachcalm.insight.words import (
    change_words,
    counted_words,
    day_words,
    days_words,
    half_words,
    minutes_words,
    number_words,
    percent_words,
    span_words,
    times_words,
)

RECENT: Final = 10  # sittings and gaps told one by one; the table has them all


@dataclass(frozen=True, slots=True)
class Twin:
    """A chart in words."""

    headline: str  # one sentence, shown above the chart too
    paragraph: str
    lines: tuple[str, ...]  # the latest sittings and gaps, newest first, a sentence each

    @property
    def text(self) -> str:
        """All of it, a line each."""
        return "\n".join((self.headline, self.paragraph, *self.lines))


def twin_of(series: Series, summary: Summary) -> Twin:
    """The text twin of a series and its summary."""
    told = [_scale_words(series), count_words(summary), _range_words(series)]
    told += [typical_words(summary), _share_words(summary), _missing_words(summary)]
    told += [_usual_words(series), _gap_count_words(series), _caveat(summary)]
    return Twin(
        headline_of(series, summary),
        " ".join(sentence for sentence in told if sentence),
        tuple(_lines(series)),
    )


def headline_of(series: Series, summary: Summary) -> str:
    """The one sentence above the chart; "too early to tell" until 3 sittings are rated twice."""
    alone = sum(stick.is_alone for stick in series.sticks)
    if not summary.sittings and alone:
        return f"{counted_words(alone, 'check-in')} {series.period.words}, without an exercise."
    if not summary.sittings:
        return f"Nothing is recorded {series.period.words}."
    if summary.change is None:
        count = summary.missing
        ratings = "one more time" if count == 1 else f"{count} more times"
        return f"Too early to tell: what is typical shows when you rate before and after {ratings}."
    counts = f"lower {times_words(summary.lower)}, the same {times_words(summary.same)}"
    counts += f" and higher {times_words(summary.higher)}"
    rated = f"{summary.pairs} of {summary.rated_before} rated afterwards"
    thin = f" (only {rated})" if summary.is_thin else ""
    return f"After practice {series.period.words}, ratings were {counts}{thin}."


def stick_words(stick: Stick, scale: Scale = DISTRESS_SCALE) -> str:
    """One sitting or check-in in a sentence: its day, its exercise, its ratings."""
    start = f"{day_words(stick.day)}, {stick.exercise_title}"
    before, after = (
        "" if level is None else scale.level_words(level) for level in (stick.before, stick.after)
    )
    if stick.is_alone:
        return f"{start}: {before}."
    if stick.before is None:
        return f"{start}: {after} after, not rated before."
    if stick.change is None:
        stopped = "stopped early and " if stick.stopped else ""
        return f"{start}: {before} before, {stopped}not rated after."
    return f"{start}: {before} before, {after} after, {change_words(stick.change)}."


def several_words(
    days: tuple[date, date],
    times: int,
    before: float | None,
    after: float | None,
    scale: Scale = DISTRESS_SCALE,
) -> str:
    """Several sittings, drawn as one, in a sentence; levels are medians, None if not rated."""
    first, last = days
    span = day_words(first)
    if last != first:
        span += f" to {day_words(last)}"
    levels = [
        "not rated before" if before is None else f"usually {scale.level_words(before)} before",
        "not rated after" if after is None else f"usually {scale.level_words(after)} after",
    ]
    return f"{span}, {times_words(times)}: {', '.join(levels)}."


def gap_words(gap: Gap) -> str:
    """A gap in a sentence."""
    between = f"{day_words(gap.last)} and {day_words(gap.following)}"
    return f"Nothing is rated between {between} ({days_words(gap.days)})."


def _scale_words(series: Series) -> str:
    scale = "from 0 (none) to 10 (as much as can be)"
    return f"Distress before and after practice, {scale}, {series.period.words}."


def count_words(summary: Summary) -> str:
    """How often and how long was practised."""
    if not summary.sittings:
        return "No exercise was practised."
    spent = f"You practised {times_words(summary.sittings)} on {days_words(summary.days)}"
    if summary.minutes is not None:
        length = summary.minutes
        half = half_words(number_words(length.low), number_words(length.high))
        spent += f", typically for {minutes_words(length.median)} ({half}, n = {summary.timed})"
    return f"{spent}; {times_words(summary.pairs)} with a rating before and after."


def _range_words(series: Series) -> str:
    of_sittings = [stick for stick in series.sticks if not stick.is_alone]
    alone = [stick.before for stick in series.sticks if stick.is_alone]
    told = [
        f"Ratings {when} are {span_words(str(min(values)), str(max(values)))}."
        for when, levels in (
            ("before", [stick.before for stick in of_sittings]),
            ("after", [stick.after for stick in of_sittings]),
            ("of check-ins", alone),
        )
        if (values := [level for level in levels if level is not None])
    ]
    return " ".join(told)


def typical_words(summary: Summary) -> str:
    """The typical change of distress, or that it is too early to tell."""
    change = summary.change
    if change is None:
        return "It is too early to tell what is typical."
    low, high = change_words(change.low), change_words(change.high)
    told = f"{half_words(low, high)}, n = {summary.pairs}"
    return f"The typical change is {change_words(change.median)} ({told})."


def _share_words(summary: Summary) -> str:
    eased, clearly = summary.eased, summary.clearly_eased
    if eased is None or clearly is None:
        return ""
    began = f"Of the {eased.of} times that began at {ROOM} or more"
    more = f"{clearly.count} by {CLEARLY} or more {_interval(clearly)}"
    return f"{began}, {eased.count} ended lower {_interval(eased)}, {more}."


def _interval(share: Share) -> str:
    ends = f"{percent_words(share.low)} to {percent_words(share.high)}"
    return f"({percent_words(share.value)}, plausibly {ends})"


def _missing_words(summary: Summary) -> str:
    unrated = summary.rated_before - summary.pairs
    if not unrated:
        return ""
    told = f"{times_words(unrated).capitalize()} there is no rating after"
    if summary.stopped_unrated:
        told += f", {times_words(summary.stopped_unrated)} of these after stopping early"
    if summary.eased_bounds is None:
        return f"{told}."
    low, high = map(percent_words, summary.eased_bounds)
    return f"{told}. Counting those either way, the share that ended lower is {low} to {high}."


def _usual_words(series: Series) -> str:
    if not series.runs:
        return ""
    usual = series.runs[-1][-1]
    levels = f"{number_words(usual.before)} before and {number_words(usual.after)} after"
    return f"The latest usual levels are {levels} (medians of up to 7 times)."


def _gap_count_words(series: Series) -> str:
    if not series.gaps:
        return ""
    count = len(series.gaps)
    return f"Nothing is rated for more than a week in {count} {'gap' if count == 1 else 'gaps'}."


def _caveat(summary: Summary) -> str:
    if summary.change is None or not summary.lower:
        return ""  # nothing fell
    return "People often practise when distress is high, so some of a fall would come by itself."


def _lines(series: Series) -> list[str]:
    told = [(stick.day, 1, stick_words(stick)) for stick in series.sticks[-RECENT:]]
    told += [(gap.following, 0, gap_words(gap)) for gap in series.gaps[-RECENT:]]
    told.sort(key=lambda line: line[:2])
    return [words for _, _, words in reversed(told)]
