"""The change by exercise, and by the level before, in words and as a table."""

from attachcalm.insight.average import Average
from attachcalm.insight.by_exercise import BandChange, ByExercise, ByLevel, Row
from attachcalm.insight.claims import LEAST, OFTEN
from attachcalm.insight.table import Table
from attachcalm.insight.told_lines import Words
from attachcalm.insight.words import (
    change_words,
    counted_words,
    list_words,
    number_words,
    times_words,
)

MOST_NAMED = 3  # exercises in the sentence on top


def exercises_told(view: ByExercise) -> Words:
    """Change by exercise: title, sentence, how, paragraph, lines, table."""
    told = [row for row in view.rows if not row.is_few]
    if not view.rows:
        headline = f"No exercise is rated before and after {view.period.words}."
    elif not told:
        headline = f"Too early to tell: no exercise is rated {times_words(OFTEN)} yet."
    else:
        named = [f"{_usual(row, counted=True)} after {row.title}" for row in told[:MOST_NAMED]]
        headline = f"Average change in distress: {list_words(named)}."
    how = (
        "The mark is the average of after minus before, the line its 90 % interval (Student's t, "
        "with a spread of 1.5 points assumed until your own ratings outweigh it). Exercises stand "
        "in the order of how often they were rated, not of how well they did: people begin when "
        f"distress is high, and some of a fall comes by itself. Below {OFTEN} times the mark is "
        "hollow, and nothing is said to be usual."
    )
    exercises = counted_words(len(view.rows), "exercise")
    paragraph = f"{counted_words(view.n, 'time')} rated before and after, {exercises}."
    return "Change by exercise", headline, how, paragraph, _lines(view.rows), _table(view.rows)


def levels_told(view: ByLevel) -> Words:
    """From which level: title, sentence, how, paragraph, lines, table."""
    if not view.rows:
        headline = f"No exercise is rated before and after {view.period.words}."
    else:
        exercises = counted_words(len(view.rows), "exercise")
        times = counted_words(view.n, "time")
        headline = f"{times} in {exercises}, by the level that each began at."
    how = (
        "Across is distress before, up is distress after, the same in every panel. On the line "
        "nothing changed; in the tinted half it was lower afterwards. Each dot is one or more "
        "times, the larger the more. Each cross stands for the times that began at 0 to 3, at "
        "4 to 6 or at 7 to 10: its bar across is their average change, drawn from the middle of "
        "those levels, its bar up the 90 % interval of that (Student's t, as in Change by "
        f"exercise), from {LEAST} times on. Below {OFTEN} times the bar across is broken, and "
        "nothing is said to be usual."
    )
    table = Table(
        ("Exercise", "Times", "Began 0 to 3", "Began 4 to 6", "Began 7 to 10"),
        view.rows,
        _band_cells,
    )
    lines = tuple(map(level_sentence, view.rows))
    return "By level", headline, how, "Distress after against before.", lines, table


def row_words(row: Row) -> str:
    """One exercise in a sentence."""
    if row.average is None:
        return f"{row.title}: rated {times_words(row.n)}, too few to tell."
    few = ", too few to say what is usual" if row.is_few else ""
    return f"{row.title}: {_usual(row)}, {times_words(row.n)}{few}."


def level_sentence(row: Row) -> str:
    """One exercise by the levels that it began at, in a sentence."""
    bands = (_band_sentence(band) for band in row.bands if band.n)
    return f"{row.title}: {'; '.join(bands)}."


def band_words(row: Row, band: BandChange) -> str:
    """The times of one exercise that began at some levels, in a sentence."""
    return f"{row.title}: {_band_sentence(band)}."


def _band_sentence(band: BandChange) -> str:
    return f"begun at {band.low} to {band.high}, {_band_change(band)}"


def _band_change(band: BandChange) -> str:
    if not band.n:
        return "none"
    if band.average is None:
        return f"{times_words(band.n)}, too few to tell"
    few = ", too few to say what is usual" if band.is_few else ""
    return f"{average_words(band.average)}, {times_words(band.n)}{few}"


def _usual(row: Row, *, counted: bool = False) -> str:
    return "" if row.average is None else average_words(row.average, counted=counted)


def average_words(average: Average, *, counted: bool = False) -> str:
    """An average change with its interval: "2.1 lower (2.9 to 1.3 lower)", n in it if `counted`."""
    low, high = change_words(average.low), change_words(average.high)
    if average.high < 0 or average.low > 0:
        low = number_words(abs(average.low))
    of = f", n = {average.n}" if counted else ""
    return f"{change_words(average.value)} ({low} to {high}{of})"


def _lines(rows: tuple[Row, ...]) -> tuple[str, ...]:
    return tuple(map(row_words, rows))


def _table(rows: tuple[Row, ...]) -> Table:
    return Table(("Exercise", "Times", "Average change", "From", "To"), rows, _cells)


def _cells(row: Row) -> tuple[str, ...]:
    if row.average is None:
        return row.title, str(row.n), "", "", ""
    average = row.average
    told = (f"{value:+.1f}" for value in (average.value, average.low, average.high))
    return row.title, str(row.n), *told


def _band_cells(row: Row) -> tuple[str, ...]:
    return row.title, str(row.n), *map(_band_change, row.bands)
