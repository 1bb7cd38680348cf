"""Trends: the ratings before and after each time, as chart, words and table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from attachcalm.charts.image import ChartImage
from attachcalm.charts.look import Size
from attachcalm.insight.series import PERIODS, Series, series_of
from attachcalm.insight.summary import Summary, summary_of
from attachcalm.insight.twin import Twin, twin_of
from attachcalm.journal.book import Journal
from attachcalm.ui.background import Background
from attachcalm.ui.chart_view import ChartView
from attachcalm.ui.icons import Icons
from attachcalm.ui.ratings_model import RatingsModel
from attachcalm.ui.tokens import FONT_FAMILY
from attachcalm.ui.trend_colours import colours_of
from attachcalm.ui.trend_figures import TrendFigures
from attachcalm.ui.widgets.buttons import compact, ghost_button, pill_choice, pill_switch
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.quiet_table import QuietTable
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words


@dataclass(frozen=True, slots=True)
class Picture:
    """What the worker made of the journal for this page."""

    series: Series
    summary: Summary
    twin: Twin
    chart: ChartImage | None


class TrendsPage(ScrollPage):
    """Reads the journal and draws in the worker, so that the window never stands still."""

    place_wanted = Signal(str)
    drawn = Signal()  # the picture of the last refresh is on the screen

    def __init__(
        self,
        icons: Icons,
        journal: Journal,
        background: Background,
        today: Callable[[], date],
        prepare_charts: Callable[[], None],
    ) -> None:
        super().__init__("trends", icons.keeper, self.tr("Trends"), " ")
        self._icons = icons
        self._journal = journal
        self._background = background
        self._today = today
        self._prepare_charts = prepare_charts
        self._asked = 0
        self.periods = QButtonGroup(self)
        self.figures = TrendFigures(icons)
        self.chart_card = Card(
            "trends_chart_card",
            icons.keeper,
            self.tr("Before and after each time"),
            self.tr(
                "A ring is the rating before, a dot the rating after. The band runs from the "
                "usual level before to the usual level after (median of 7)."
            ),
        )
        self.chart = ChartView("trends_chart", icons.keeper)
        self.reading = words("small", "", "trends_reading")
        self.twin = words("", "", "trends_twin")
        self.model = RatingsModel()
        self.table = QuietTable(
            "trends_table", self.tr("All ratings of this period"), self.model, icons.keeper
        )
        self.as_table = pill_switch("trends_as_table", self.tr("Show as table"), icons, "table")
        self.measures_button = compact(
            ghost_button("trends_measures", self.tr("Measures"), icons, "file-text")
        )
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Read the journal and draw, in the worker."""
        self._asked += 1
        self._background.run(self._job(), self._show)

    def _job(self) -> Callable[[], tuple[int, Picture]]:
        """What the worker does, with everything of the window settled beforehand."""
        asked, look = self._asked, self._icons.keeper.look
        period = PERIODS[max(0, self.periods.checkedId())]
        today, journal, prepare = self._today(), self._journal, self._prepare_charts
        size = Size(
            max(240, self.chart.width()),
            max(180, self.chart.height()),
            self.devicePixelRatioF(),
            look.scale,
        )

        def draw() -> tuple[int, Picture]:
            from attachcalm.charts.image import render

            since = None if period.days is None else period.first_day(today)
            series = series_of(journal.entries(since), today, period)
            summary = summary_of(series)
            chart = None
            if series.sticks:
                prepare()
                chart = render(series, size, colours_of(look.theme), FONT_FAMILY)
            return asked, Picture(series, summary, twin_of(series, summary), chart)

        return draw

    def _show(self, result: object) -> None:
        if isinstance(result, Exception):
            self.sentence.setText(self.tr("The ratings could not be read. Nothing is lost."))
            return
        asked, picture = result if isinstance(result, tuple) else (0, None)
        if asked != self._asked or not isinstance(picture, Picture):
            return  # another refresh is on its way
        self.sentence.setText(picture.twin.headline)
        self.chart.setAccessibleName(picture.twin.headline)
        self.figures.show_summary(picture.summary)
        self.twin.setText(picture.twin.paragraph)
        self.model.show_sticks(picture.series.sticks)
        self._empty_note.setVisible(picture.chart is None)
        self.chart_card.setVisible(picture.chart is not None)
        self.figures.setVisible(picture.chart is not None)
        if picture.chart is not None:
            self.chart.show_chart(picture.chart)
        self.drawn.emit()

    def _switch_view(self, as_table: bool) -> None:
        self._stack.setCurrentWidget(self.table if as_table else self._chart_side)

    def _arrange(self) -> None:
        tools = FlowRow("trends_tools", self._icons.keeper, 12)
        labels = (self.tr("30 days"), self.tr("90 days"), self.tr("Year"), self.tr("All"))
        for at, label in enumerate(labels):
            button = pill_choice(f"period_{at}", label)
            button.setChecked(at == 0)
            self.periods.addButton(button, at)
            tools.add(button)
        tools.add(self.as_table)
        tools.add(self.measures_button)
        self._empty_note = Card(
            "trends_empty",
            self._icons.keeper,
            self.tr("Nothing rated in this period yet"),
            self.tr("Rate before and after an exercise, and the two ratings appear here."),
            kind="soft",
        )
        self._chart_side = QWidget()
        side = QVBoxLayout(self._chart_side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.chart, 1)
        side.addWidget(self.reading)
        self._stack.addWidget(self._chart_side)
        self._stack.addWidget(self.table)
        self._stack.setMinimumHeight(self._icons.keeper.look.px(420))
        self.chart_card.body.addWidget(self._stack, 1)
        words_card = Card("trends_words", self._icons.keeper, self.tr("In words"))
        words_card.body.addWidget(self.twin)
        self._empty_note.hide()
        for widget in (tools, self._empty_note, self.figures, self.chart_card, words_card):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.reading.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def _connect(self) -> None:
        self.periods.idClicked.connect(self.refresh)
        self.as_table.toggled.connect(self._switch_view)
        self.measures_button.clicked.connect(self._want_measures)
        self.chart.size_changed.connect(self._redraw)
        self.chart.mark_read.connect(self.reading.setText)
        self._icons.keeper.changed.connect(self._redraw)

    def _want_measures(self) -> None:
        self.place_wanted.emit("measures")

    def _redraw(self) -> None:
        if self.isVisible():
            self.refresh()
