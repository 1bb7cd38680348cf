"""One measure in the list: what it asks, when it was filled in, and when it says something new."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from attachcalm.journal.page import Score
from attachcalm.measures.due import due_on, is_due
from attachcalm.measures.model import EntryMeasure, Measure
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.measure_words import values_words
from attachcalm.ui.widgets.buttons import compact, ghost_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words


class MeasureCard(Card):
    """Earlier than its interval it opens all the same, by a button that says so."""

    fill_wanted = Signal(str)  # the measure's id
    past_wanted = Signal(str)

    def __init__(self, measure: Measure | EntryMeasure, icons: Icons) -> None:
        name = f"measure_{measure.id}"
        super().__init__(name, icons.keeper, measure.title, measure.asks)
        self.measure = measure
        self.last = words("", "", f"{name}_last")
        self.when = words("small", "", f"{name}_when")
        rights = measure.source
        if isinstance(measure, Measure):
            rights = f"{measure.licence}. {measure.attribution}"
        self.rights = words("small", rights, f"{name}_rights")
        says = self.tr("Fill in {title}").format(title=measure.title)
        self.fill_button = compact(
            secondary_button(f"{name}_fill", self.tr("Fill in"), icons, "pencil", says=says)
        )
        says = self.tr("Past scores of {title}").format(title=measure.title)
        self.past_button = compact(
            ghost_button(f"{name}_past", self.tr("Past scores"), icons, "list", says=says)
        )
        self._arrange(icons)
        self.fill_button.clicked.connect(self._want_fill)
        self.past_button.clicked.connect(self._want_past)

    @property
    def controls(self) -> tuple[QPushButton, QPushButton]:
        """Its buttons, as the keyboard meets them."""
        return self.fill_button, self.past_button

    def show_last(self, last: Score | None, today: date) -> None:
        """Show what is known of the last filling."""
        self.last.setVisible(last is not None)
        self.past_button.setVisible(last is not None)
        due = is_due(None if last is None else last.at.day, self.measure.interval_days, today)
        self.when.setText(self._when(last, due))
        self.when.setVisible(bool(self.when.text()))
        is_shown_here = isinstance(self.measure, Measure)
        ready, early = self.tr("Fill in"), self.tr("Fill in anyway")
        if not is_shown_here:
            ready, early = self.tr("Write down a score"), self.tr("Write one down anyway")
        self.fill_button.setText(ready if due else early)
        self.fill_button.setAccessibleName(f"{self.fill_button.text()}: {self.measure.title}")
        if last is not None:
            told = self.tr("Last on {day}: {values}")
            self.last.setText(told.format(day=day_words(last.at.day), values=values_words(last)))

    def _when(self, last: Score | None, due: bool) -> str:
        if last is None:
            if not isinstance(self.measure, Measure):
                return ""
            told = self.tr("{count} questions, about {minutes} min. Each can be left out.")
            count = len(self.measure.items)
            return told.format(count=count, minutes=max(1, round(count / 5)))
        if due:
            return self.tr("It is long enough ago to say something new.")
        day = day_words(due_on(last.at.day, self.measure.interval_days))
        if isinstance(self.measure, Measure):
            told = self.tr("It looks back {days} days, so it says most again from {day} on.")
            return told.format(days=self.measure.look_back_days, day=day)
        told = self.tr("Closer than {days} days it says little new: from {day} on it says most.")
        return told.format(days=self.measure.interval_days, day=day)

    def _arrange(self, icons: Icons) -> None:
        row = FlowRow(f"{self.objectName()}_buttons", icons.keeper)
        for button in self.controls:
            row.add(button)
        for widget in (self.last, self.when, row, self.rights):
            self.body.addWidget(widget)

    def _want_fill(self) -> None:
        self.fill_wanted.emit(self.measure.id)

    def _want_past(self) -> None:
        self.past_wanted.emit(self.measure.id)
