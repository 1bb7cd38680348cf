"""What the worker does for Trends: read the journal once, look at it as wished, and draw."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from attachcalm.charts.image import ChartImage
from attachcalm.charts.look import ChartColours, Size
from attachcalm.insight.ahead import ahead_words
from attachcalm.insight.selection import Choices, Wish, choices_of
from attachcalm.insight.series import Series
from attachcalm.insight.summary import Summary, summary_of
from attachcalm.insight.told import Told, told_of
from attachcalm.insight.view import View, first_needed, is_empty, look
from attachcalm.journal.book import Journal
from attachcalm.journal.page import Page
from attachcalm.journal.sitting import Sitting
from attachcalm.ui.tokens import FONT_FAMILY


@dataclass(frozen=True, slots=True)
class Request:
    """Which view of which records, and how large and in which colours it is drawn."""

    view: str  # one of VIEWS
    wish: Wish
    today: date
    size: Size
    colours: ChartColours


@dataclass(frozen=True, slots=True)
class Picture:
    """What came of it.  `chart` is None where there is nothing to draw."""

    view: View
    told: Told
    summary: Summary | None  # of the sticks only
    choices: Choices
    chart: ChartImage | None
    ahead: str = ""  # what is said of records that are dated after today


@dataclass(slots=True)
class Records:
    """The journal as far back as it was needed; another way to look reads nothing again.

    Only one worker uses it, one job after the other.
    """

    journal: Journal
    prepare_charts: Callable[[], None]
    sittings: tuple[Sitting, ...] = ()
    pages: tuple[Page, ...] = ()
    since: date = date.max  # what lies before this day has not been read

    def draw(self, request: Request) -> Picture:
        """Look, and draw.  Raises what the journal raises when it cannot be read."""
        self._read(first_needed(request.view, request.wish, request.today))
        view = look(request.view, self.sittings, self.pages, request.wish, request.today)
        chart = None
        if not is_empty(view):
            from attachcalm.charts.image import render

            self.prepare_charts()
            chart = render(view, request.size, request.colours, FONT_FAMILY)
        is_sticks = request.view == "sticks" and isinstance(view, Series)
        summary = summary_of(view) if is_sticks and isinstance(view, Series) else None
        choices = choices_of(self.sittings, self.pages)
        ahead = "" if request.wish.period.until else self._ahead(request.today)
        return Picture(view, told_of(view), summary, choices, chart, ahead)

    def _ahead(self, today: date) -> str:
        days = [date.fromordinal(sitting.ordinal) for sitting in self.sittings]
        return ahead_words([*days, *(page.at.day for page in self.pages)], today)

    def _read(self, since: date | None) -> None:
        if (since or date.min) < self.since:
            self.sittings, self.pages = self.journal.sittings(since), self.journal.pages(since)
            self.since = since or date.min


def save(picture: Picture, path: Path, colours: ChartColours) -> Path:
    """Write the view to this file: a chart by its ending, or its table as .csv.

    Raises ChartNotSavedError, which says why and that nothing was overwritten.
    """
    from attachcalm.charts.files import save as save_chart
    from attachcalm.charts.files import save_table

    if path.suffix.lower() == ".csv":
        save_table(picture.told.table, path)
    else:
        save_chart(picture.view, path, colours, FONT_FAMILY)
    return path
