"""Picks a time of the day, a quarter of an hour apart."""

from datetime import time

from PySide6.QtCore import Signal

from attachcalm.ui.dates import time_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.picker import Picker

QUARTERS = tuple(time(hour, minute) for hour in range(24) for minute in (0, 15, 30, 45))


class TimePicker(Picker):
    """A time that is none of the quarters, out of a file, has a place among them too."""

    picked = Signal()  # by the person

    def __init__(self, name: str, says: str, icons: Icons) -> None:
        super().__init__(name, says, (), icons)
        self._times: tuple[time, ...] = ()
        self.set_time(QUARTERS[0])
        self.activated.connect(self.picked)

    @property
    def chosen(self) -> time:
        """The time that is shown."""
        return self._times[self.currentIndex()]

    def set_time(self, at: time) -> None:
        """Show this time without telling anybody."""
        if at not in self._times:
            self._times = tuple(sorted({*QUARTERS, at}))
            self.clear()
            self.addItems([time_words(each) for each in self._times])
        self.setCurrentIndex(self._times.index(at))
