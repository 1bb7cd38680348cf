"""Trends: the ratings in seven views, each as chart, words and table."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from attachcalm.charts.look import LEAST_HEIGHT, LEAST_WIDTH, Size
from attachcalm.journal.book import Journal
from attachcalm.ui.background import Background
from attachcalm.ui.chart_card import ChartCard
from attachcalm.ui.icons import Icons
from attachcalm.ui.trend_colours import colours_of
from attachcalm.ui.trend_figures import TrendFigures
from attachcalm.ui.trends_job import Picture, Records, Request, save
from attachcalm.ui.trends_tools import TrendsTools
from attachcalm.ui.widgets.buttons import compact, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words


class TrendsPage(ScrollPage):
    """Reads the journal and draws in the worker, so that the window never stands still."""

    check_ins_wanted = Signal()
    drawn = Signal()  # the picture of the last request is on the screen
    place_wanted = Signal(str)

    def __init__(
        self,
        icons: Icons,
        journal: Journal,
        background: Background,
        today: Callable[[], date],
        prepare_charts: Callable[[], None],
    ) -> None:
        super().__init__("trends", icons.keeper, self.tr("Trends"))
        self._icons = icons
        self._background = background
        self._today = today
        self._records = Records(journal, prepare_charts)
        self._picture: Picture | None = None
        self._asked = 0
        self.tools = TrendsTools(icons, today)
        self.figures = TrendFigures(icons)
        self.chart_card = ChartCard(icons)
        self.twin = words("", "", "trends_twin")
        self.session_button = compact(
            secondary_button(
                "trends_session", self.tr("A page for the session"), icons, "file-text"
            )
        )
        self.measures_button = compact(
            secondary_button("trends_measures", self.tr("Measures"), icons, "chart-column")
        )
        self.words_card = Card("trends_words", icons.keeper, self.tr("In words"))
        self.empty_note = Card("trends_empty", icons.keeper, " ", " ", kind="soft")
        self.check_ins_button = compact(
            secondary_button("trends_check_ins", self.tr("Check-ins"), icons, "list")
        )
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Read the journal anew and draw, in the worker."""
        self._records = Records(self._records.journal, self._records.prepare_charts)
        self.draw()

    def draw(self) -> None:
        """Draw what is wished for now, in the worker."""
        self._asked += 1
        job = partial(self._records.draw, self._request())
        self._background.run(job, partial(self._show, self._asked))

    def _request(self) -> Request:
        look, chart = self._icons.keeper.look, self.chart_card.chart
        size = Size(
            max(LEAST_WIDTH, chart.width()),
            max(LEAST_HEIGHT, chart.height()),
            self.devicePixelRatioF(),
            look.scale,
        )
        wish = self.tools.wish()
        return Request(self.tools.view(), wish, self._today(), size, colours_of(look.theme))

    def _show(self, asked: int, result: object) -> None:
        if isinstance(result, Exception):
            self.say(self.tr("Trends"), self.tr("The ratings could not be read. Nothing is lost."))
        if asked != self._asked or not isinstance(result, Picture):
            return  # another request is on its way
        self._picture = result
        self.say(self.tr("Trends"), result.ahead)
        self.tools.show_choices(result.choices)
        self.twin.setText("\n".join((result.told.paragraph, *result.told.lines[:3])))
        has_chart = result.chart is not None
        self.empty_note.say(result.told.headline, self._next_step())
        self.empty_note.setVisible(not has_chart)
        self.words_card.setVisible(has_chart)
        self.chart_card.setVisible(has_chart)
        summary = result.summary
        self.figures.setVisible(has_chart and summary is not None and summary.sittings > 0)
        if result.summary is not None:
            self.figures.show_summary(result.summary)
        if result.chart is not None:
            self.chart_card.show_told(result.told, result.chart)
        self.drawn.emit()

    def _next_step(self) -> str:
        """What would bring something to look at, where there is nothing."""
        wish, view = self.tools.wish(), self.tools.view()
        if wish.is_narrow:
            return self.tr("It is narrowed down. Without that there may be more to see.")
        if wish.period.until is not None:
            return self.tr("Another period may have more.")
        if view == "security":
            return self.tr("It is asked around exercises of closeness, and in a check-in by More.")
        if view == "energy":
            return self.tr("You can rate it before and after an exercise, and in a check-in.")
        if view in {"exercises", "levels"}:
            return self.tr("Rate before and after an exercise, and the ratings appear here.")
        return self.tr("Rate before and after an exercise, or check in; it all appears here.")

    # ------------------------------------------------------------ to a file
    def _save(self, path: Path) -> None:
        if self._picture is not None:
            colours = colours_of(self._icons.keeper.look.theme)
            self._background.run(partial(save, self._picture, path, colours), self._saved)

    def _saved(self, result: object) -> None:
        if isinstance(result, Exception):
            self.chart_card.reading.setText(str(result))
        elif isinstance(result, Path):
            self.chart_card.reading.setText(self.tr("Saved as {path}").format(path=result))

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        self.words_card.body.addWidget(self.twin)
        self.empty_note.hide()
        links = FlowRow("trends_links", self._icons.keeper, 12)
        links.add(self.check_ins_button)
        links.add(self.session_button)
        links.add(self.measures_button)
        for widget in (
            links, self.tools, self.empty_note, self.figures, self.chart_card, self.words_card,
        ):  # fmt: skip
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.tools.changed.connect(self.draw)
        self.session_button.clicked.connect(self._want_session)
        self.measures_button.clicked.connect(self._want_measures)
        self.check_ins_button.clicked.connect(self.check_ins_wanted)
        self.chart_card.chart.size_changed.connect(self._redraw)
        self.chart_card.save_wanted.connect(self._save)
        self._icons.keeper.changed.connect(self._redraw)

    def _want_session(self) -> None:
        self.place_wanted.emit("session")

    def _want_measures(self) -> None:
        self.place_wanted.emit("measures")

    def _redraw(self) -> None:
        if self.isVisible():
            self.draw()
