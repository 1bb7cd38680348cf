"""Which module draws which view."""

from attachcalm.charts import day_strips, exercise_rows, level_panels, sticks, year_grid
from attachcalm.charts.blank import Heading
from attachcalm.charts.drawing import Drawing
from attachcalm.charts.look import Paper
from attachcalm.insight.by_exercise import ByExercise, ByLevel
from attachcalm.insight.day_parts import DayParts
from attachcalm.insight.series import Series
from attachcalm.insight.view import View
from attachcalm.insight.year import Year


def draw(view: View, paper: Paper, heading: Heading | None = None) -> Drawing:
    """Draw a view, whatever it holds; an empty one says in words that it is."""
    match view:
        case Series():
            return sticks.draw(view, paper, heading)
        case ByExercise():
            return exercise_rows.draw(view, paper, heading)
        case ByLevel():
            return level_panels.draw(view, paper, heading)
        case Year():
            return year_grid.draw(view, paper, heading)
        case DayParts():
            return day_strips.draw(view, paper, heading)
