"""Every rating as CSV, one a line, so that any spreadsheet can filter and draw it."""

import csv
from collections.abc import Iterable, Iterator
from typing import Final

from attachcalm.insight.table import safe_cell
from attachcalm.journal.entry import RatedAfter, Started
from attachcalm.journal.mood import DISTRESS, ENERGY, SECURITY, Moment, Mood
from attachcalm.journal.page import CheckIn, LookBack, OwnWord, Page, Score
from attachcalm.journal.whole import Whole

COLUMNS: Final = (
    "kind", "local_time", "utc_offset_minutes", "label", "value", "scale_low", "scale_high",
    "unit", "exercise", "exercise_id", "version", "group", "sitting", "page",
)  # fmt: skip
UNIT: Final = "points"
BOM: Final = "\ufeff"  # by which Excel knows UTF-8

SECURITY_LABEL: Final = "felt security"
_SCALES: Final = (
    ("distress", DISTRESS),
    ("energy", ENERGY),
    (SECURITY_LABEL, SECURITY),
)
_NO_EXERCISE: Final = ("", "", "", "", "")
_ENOUGH = 1_000  # lines that are handed on at once

Cell = str | int | float | None
Line = tuple[Cell, ...]


class _Handed:
    """What the writer of CSV writes into: it hands the line back."""

    def write(self, line: str) -> str:
        """Return the line as `writerow` will."""
        return line


def csv_pieces(whole: Whole) -> Iterator[bytes]:
    """The file, piece by piece.  What was taken out is not in it."""
    writer = csv.writer(_Handed())
    waiting = [BOM, writer.writerow(COLUMNS)]
    for line in lines_of(whole):
        waiting.append(writer.writerow(line))
        if len(waiting) >= _ENOUGH:
            yield _encoded(waiting)
            waiting.clear()
    yield _encoded(waiting)


def _encoded(lines: Iterable[str]) -> bytes:
    return "".join(lines).encode("utf-8", "replace")


def lines_of(whole: Whole) -> Iterator[Line]:
    """A line for each rating: those of sittings, then those of pages.

    Distress and energy are asked each time, so that a skipped one is a line without a value;
    felt security is asked with some exercises only and has a line where it was rated.
    """
    cells: dict[object, Line] = {}
    for fact in whole.facts:
        match fact:
            case Started():
                cells[fact.sitting] = _exercise(fact)
                yield from _asked("before", fact.at, fact.before, cells[fact.sitting], "")
            case RatedAfter():
                about = cells.get(fact.sitting, _NO_EXERCISE)
                yield from _asked("after", fact.at, fact.after, about, "")
            case _:
                continue
    for page in whole.pages:
        if not page.is_gone:
            yield from _page_lines(page, cells)


def _exercise(started: Started) -> Line:
    return (
        safe_cell(started.exercise_title),
        safe_cell(started.exercise_id),
        safe_cell(started.version_id),
        safe_cell(started.group),
        str(started.sitting),
    )


def _page_lines(page: Page, cells: dict[object, Line]) -> Iterator[Line]:
    name = str(page.id)
    match page:
        case CheckIn() if page.sitting is None:
            yield from _asked("check-in", page.at, page.mood, _NO_EXERCISE, name)
        case CheckIn():  # says more of a sitting; the ratings are the sitting's own
            about = cells.get(page.sitting, _NO_EXERCISE)
            yield from _rated("check-in", page.at, page.mood, about, name)
        case LookBack():
            yield from _rated("look-back", page.at, page.mood, _NO_EXERCISE, name)
        case Score():
            yield from _score_lines(page, name)
        case OwnWord():  # is no rating
            return


def _score_lines(score: Score, name: str) -> Iterator[Line]:
    """The scores, and where its items are ours each answer; their scales are the publisher's."""
    measure = score.title or score.measure
    told: list[tuple[str, float | None]] = [
        (f"{measure}, {scale}", value) for scale, value in score.values
    ]
    told += [(f"{measure}, item {n}", answer) for n, answer in enumerate(score.answers, 1)]
    for label, value in told:
        yield (*_when("score", score.at), safe_cell(label), value, None, None, UNIT,
               *_NO_EXERCISE, name)  # fmt: skip


def _asked(kind: str, at: Moment, mood: Mood | None, about: Line, page: str) -> Iterator[Line]:
    mood = mood or Mood()
    when = _when(kind, at)
    for (label, scale), value in zip(_SCALES, _values(mood), strict=True):
        if value is not None or label != SECURITY_LABEL:
            yield (*when, label, value, scale.start, scale.stop - 1, UNIT, *about, page)


def _rated(kind: str, at: Moment, mood: Mood, about: Line, page: str) -> Iterator[Line]:
    """Only what was rated, where not everything is asked."""
    return (line for line in _asked(kind, at, mood, about, page) if line[4] is not None)


def _values(mood: Mood) -> tuple[int | None, int | None, int | None]:
    return mood.distress, mood.energy, mood.security


def _when(kind: str, at: Moment) -> tuple[str, str, int]:
    local = at.local.replace(tzinfo=None).isoformat(" ", timespec="seconds")
    return kind, local, at.offset_minutes
