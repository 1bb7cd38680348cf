"""What a view says: a sentence on top, how it was computed, the same in words and as a table."""

from dataclasses import dataclass

from attachcalm.insight.by_exercise import ByExercise, ByLevel
from attachcalm.insight.day_parts import DayParts
from attachcalm.insight.scale import DISTRESS_SCALE
from attachcalm.insight.series import Series
from attachcalm.insight.summary import summary_of
from attachcalm.insight.table import Table
from attachcalm.insight.told_days import days_told, parts_told
from attachcalm.insight.told_exercises import exercises_told, levels_told
from attachcalm.insight.told_lines import line_told, sticks_table
from attachcalm.insight.twin import twin_of
from attachcalm.insight.view import View
from attachcalm.insight.year import Year


@dataclass(frozen=True, slots=True)
class Told:
    """A view in words.  `lines` tell the marks one by one, the latest or most first."""

    title: str
    headline: str
    how: str
    paragraph: str
    lines: tuple[str, ...]
    table: Table

    @property
    def text(self) -> str:
        """All of it, a line each."""
        return "\n".join((self.title, self.headline, self.paragraph, *self.lines))


def told_of(view: View) -> Told:
    """The words of a view."""
    match view:
        case Series() if view.scale is DISTRESS_SCALE:
            twin = twin_of(view, summary_of(view))
            return Told(
                "Before and after each time", twin.headline, STICKS_HOW, twin.paragraph,
                twin.lines, sticks_table(view),
            )  # fmt: skip
        case Series():
            return Told(*line_told(view))
        case ByExercise():
            return Told(*exercises_told(view))
        case ByLevel():
            return Told(*levels_told(view))
        case Year():
            return Told(*days_told(view))
        case DayParts():
            return Told(*parts_told(view))


STICKS_HOW = (
    "Each stick is one time: a ring where distress was before, a dot where it was after; a "
    "check-in is a ring alone. The band runs between the medians of the last 7 times that were "
    "rated before and after, and breaks where nothing was rated for more than 7 days. Shares have "
    "95 % Wilson intervals and leave out times that began at 0 or 1, for those had no room. A "
    "rating that was skipped is left out, never counted as 0."
)
