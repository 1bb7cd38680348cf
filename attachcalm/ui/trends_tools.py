"""What to look at on Trends: the view, the period, and what it is narrowed to."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from attachcalm.insight.period import ALL_TIME, PERIODS, THIRTY_DAYS, Period
from attachcalm.insight.selection import Choices, DayPart, Wish
from attachcalm.insight.view import CALENDAR, VIEWS
from attachcalm.insight.year import year_after, year_before
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import icon_button, pill_choice, pill_switch
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.text import one_line

NAMES = tuple(VIEWS)


class TrendsTools(QWidget):
    """Pills for views and periods, arrows to go through time, and three pickers on demand."""

    changed = Signal()

    def __init__(self, icons: Icons, today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("trends_tools")
        self._icons = icons
        self._today = today
        self._period: Period = THIRTY_DAYS
        self._year: Period = ALL_TIME  # up to when the calendar goes
        self._choices = Choices()
        self.views = QButtonGroup(self)
        self.periods = QButtonGroup(self)
        self.earlier = icon_button("trends_earlier", self.tr("Earlier"), icons, "arrow-left")
        self.later = icon_button("trends_later", self.tr("Later"), icons, "arrow-right")
        self.narrow = pill_switch(
            "trends_narrow", self.tr("Narrow down"), icons, "sliders-horizontal"
        )
        self.twelve_months = one_line(
            "label", self.tr("Always twelve months"), "trends_twelve_months"
        )
        self.exercise = Picker("trends_exercise", self.tr("Exercise"), (), icons)
        self.tag = Picker("trends_tag", self.tr("Tag"), (), icons)
        self.part = Picker(
            "trends_part", self.tr("Part of the day"),
            (
                self.tr("Whole day"), self.tr("Night"), self.tr("Morning"), self.tr("Afternoon"),
                self.tr("Evening"),
            ),
            icons,
        )  # fmt: skip
        self._arrange()
        self._connect()
        self.show_choices(Choices())

    def view(self) -> str:
        """The name of the view, one of VIEWS."""
        return NAMES[max(0, self.views.checkedId())]

    def wish(self) -> Wish:
        """What the person wants to see."""
        period = self._year if self.view() == CALENDAR else self._period
        if not self.narrow.isChecked():
            return Wish(period)
        exercise, tag, part = (
            picker.currentIndex() - 1 for picker in (self.exercise, self.tag, self.part)
        )
        return Wish(
            period,
            self._choices.exercises[exercise][0] if exercise >= 0 else None,
            self._choices.tags[tag] if tag >= 0 else None,
            tuple(DayPart)[part] if part >= 0 else None,
        )

    def show_choices(self, choices: Choices) -> None:
        """Offer these exercises and tags; what was picked stays picked while it is among them."""
        if choices == self._choices and self.exercise.count():
            return
        wish, self._choices = self.wish(), choices
        exercises = [title for _, title in choices.exercises]
        ids = [name for name, _ in choices.exercises]
        _offer(self.exercise, [self.tr("All exercises"), *exercises], ids, wish.exercise_id)
        _offer(self.tag, [self.tr("All tags"), *choices.tags], list(choices.tags), wish.tag)
        self.tag.setEnabled(bool(choices.tags))

    # ------------------------------------------------------------ what the person does
    def _choose_period(self, number: int) -> None:
        self._period = PERIODS[number]
        self._tell()

    def _choose_view(self) -> None:
        is_calendar = self.view() == CALENDAR
        for pill in self.periods.buttons():
            pill.setVisible(not is_calendar)
        self.twelve_months.setVisible(is_calendar)
        self._tell()

    def _go_earlier(self) -> None:
        today = self._today()
        if self.view() == CALENDAR:
            self._year = year_before(self._year, today)
        else:
            self._period = self._period.earlier(today)
        self._tell()

    def _go_later(self) -> None:
        today = self._today()
        if self.view() == CALENDAR:
            self._year = year_after(self._year, today)
        else:
            self._period = self._period.later(today)
        self._tell()

    def _switch_narrow(self, on: bool) -> None:
        self._pickers.setVisible(on)
        self._tell()

    def _tell(self) -> None:
        is_calendar = self.view() == CALENDAR
        shown = self._year if is_calendar else self._period
        can = (is_calendar or shown.days is not None), shown.until is not None
        for arrow, other, may in (
            (self.earlier, self.later, can[0]), (self.later, self.earlier, can[1]),
        ):  # fmt: skip
            had_keyboard = arrow.hasFocus()
            arrow.setEnabled(may)
            if had_keyboard and not may:
                other.setFocus()  # not somewhere far away
        self.changed.emit()

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        keeper = self._icons.keeper
        views = FlowRow("trends_views", keeper, 8)
        labels = (
            self.tr("Before and after"), self.tr("By exercise"), self.tr("By level"),
            self.tr("Calendar"), self.tr("Within the day"), self.tr("Energy"),
            self.tr("Felt security"),
        )  # fmt: skip
        for at, (name, label) in enumerate(zip(NAMES, labels, strict=True)):
            pill = pill_choice(f"view_{name}", label)
            pill.setChecked(at == 0)
            self.views.addButton(pill, at)
            views.add(pill)
        periods = FlowRow("trends_periods", keeper, 8)
        days = (self.tr("30 days"), self.tr("90 days"), self.tr("Year"), self.tr("All"))
        for at, label in enumerate(days):
            pill = pill_choice(f"period_{at}", label)
            pill.setChecked(at == 0)
            self.periods.addButton(pill, at)
            periods.add(pill)
        for tool in (self.twelve_months, self.earlier, self.later, self.narrow):
            periods.add(tool)
        self.twelve_months.hide()  # the row has shown it
        self.later.setEnabled(False)
        self._pickers = FlowRow("trends_pickers", keeper, 8)
        for picker in (self.exercise, self.tag, self.part):
            self._pickers.add(picker)
        self._pickers.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(keeper.look.px(10))
        for row in (views, periods, self._pickers):
            column.addWidget(row)

    def _connect(self) -> None:
        self.views.idClicked.connect(self._choose_view)
        self.periods.idClicked.connect(self._choose_period)
        self.earlier.clicked.connect(self._go_earlier)
        self.later.clicked.connect(self._go_later)
        self.narrow.toggled.connect(self._switch_narrow)
        for picker in (self.exercise, self.tag, self.part):
            picker.activated.connect(self.changed)


def _offer(picker: Picker, labels: list[str], known: list[str], wanted: str | None) -> None:
    picker.clear()
    picker.addItems(labels)
    picker.setCurrentIndex(known.index(wanted) + 1 if wanted in known else 0)
