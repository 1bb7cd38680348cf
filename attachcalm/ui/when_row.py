"""When it was: now, earlier today, yesterday, or on another day."""

from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QWidget

from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.time_picker import TimePicker
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.picker import Picker

NOW, TODAY, YESTERDAY, ANOTHER = range(4)
DAYS_BACK = 60  # that another day can be
QUARTER = 15  # minutes


class WhenRow(FlowRow):
    """One picker; the others come when they are needed."""

    def __init__(self, icons: Icons) -> None:
        super().__init__("check_in_when", icons.keeper)
        self._today = date.min
        self.which = Picker("when_which", self.tr("When"), (), icons)
        self.day = Picker("when_day", self.tr("Which day"), (), icons)
        self.time = TimePicker("when_time", self.tr("What time"), icons)
        for picker in (self.which, self.day, self.time):
            self.add(picker)
        self.which.activated.connect(self._show)

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        return [self.which, self.day, self.time]

    def ask(self, now: datetime, as_it_was: str = "") -> None:
        """Ask afresh; `as_it_was` is the first choice of something that has a time already."""
        self._today = now.date()
        self.which.clear()
        self.which.addItems((
            as_it_was or self.tr("Now"), self.tr("Earlier today"), self.tr("Yesterday"),
            self.tr("Another day"),
        ))  # fmt: skip
        self.day.clear()
        self.day.addItems([day_words(day) for day in self._days()])
        self.time.set_time(time(now.hour, now.minute // QUARTER * QUARTER))
        self._show()

    def chosen(self) -> tuple[date, time] | None:
        """The day and the time, or None for the first choice."""
        which = self.which.currentIndex()
        if which <= NOW:
            return None
        days = {TODAY: 0, YESTERDAY: 1}
        back = days.get(which, self.day.currentIndex() + 2)
        return self._today - timedelta(days=back), self.time.chosen

    def _days(self) -> list[date]:
        return [self._today - timedelta(days=back) for back in range(2, DAYS_BACK + 2)]

    def _show(self) -> None:
        which = self.which.currentIndex()
        self.day.setVisible(which == ANOTHER)
        self.time.setVisible(which > NOW)
