"""When no reminder comes, and what it does not say: rest and quiet are part of the plan."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from attachcalm.reminders import Plan, plan_of
from attachcalm.settings import REMINDER_RESTS, Settings
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.time_picker import TimePicker
from attachcalm.ui.widgets.buttons import compact, ghost_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.switch_row import SwitchRow
from attachcalm.ui.widgets.text import words


class ReminderRestCard(Card):
    """Each change is told at once, as the whole Settings."""

    changed = Signal(object)  # Settings

    def __init__(self, icons: Icons, settings: Settings) -> None:
        super().__init__("reminder_rest", icons.keeper, self.tr("Rest and quiet"))
        self._icons = icons
        self._settings = settings
        self._today = date.min
        rhythms = (
            self.tr("None"),
            self.tr("After 3 days, 1 of rest"),
            self.tr("After 5 days, 2 of rest"),
            self.tr("After 7 days, 7 of rest"),
        )
        self.rhythm = Picker("reminder_rhythm", self.tr("Days of rest"), rhythms, icons)
        self.resting = words("ok", "", "reminder_resting")
        self.today_button = compact(
            secondary_button("reminder_rest_today", self.tr("Rest today"), icons, "moon")
        )
        self.week_button = compact(
            secondary_button("reminder_rest_week", self.tr("Rest for a week"), icons, "moon")
        )
        self.end_button = compact(
            ghost_button("reminder_rest_end", self.tr("End the rest now"), icons)
        )
        self.quiet_from = TimePicker("reminder_quiet_from", self.tr("Quiet from"), icons)
        self.quiet_to = TimePicker("reminder_quiet_to", self.tr("Quiet until"), icons)
        self.quiet_note = words("small", "", "reminder_quiet_note")
        self.neutral = SwitchRow(
            "reminder_neutral",
            self.tr("Say it without the app's name"),
            self.tr("A bell and a few words. Some desktops add a program's name by themselves."),
            icons.keeper,
        )
        self._arrange()
        self._connect()

    def show_settings(self, settings: Settings, today: date) -> None:
        """Show these without telling anybody."""
        self._settings = settings
        self._today = today
        plan = plan_of(settings)
        self.rhythm.setCurrentIndex(REMINDER_RESTS.index(settings.reminder_rest))
        self.quiet_from.set_time(plan.quiet_from)
        self.quiet_to.set_time(plan.quiet_to)
        self.quiet_note.setText(
            self.tr("No hour is quiet.")
            if plan.quiet_from == plan.quiet_to
            else self.tr("Between these two nothing comes, and nothing is made up for later.")
        )
        self.neutral.set_on(plan.neutral)
        self._show_rest(plan)

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        rest = (self.today_button, self.week_button, self.end_button)
        return [self.rhythm, *rest, self.quiet_from, self.quiet_to, self.neutral.switch]

    def _show_rest(self, plan: Plan) -> None:
        until = plan.resting_until
        is_resting = until is not None and until > self._today
        if until is not None and is_resting:
            told = self.tr("Resting. Reminders can come again from {day} on.")
            self.resting.setText(told.format(day=day_words(until)))
        self.resting.setVisible(is_resting)
        self.end_button.setVisible(is_resting)

    # ------------------------------------------------------------ what is chosen
    def _pick_rhythm(self) -> None:
        rest = REMINDER_RESTS[self.rhythm.currentIndex()]
        since = self._today.isoformat()
        self.changed.emit(replace(self._settings, reminder_rest=rest, reminder_since=since))

    def _rest_today(self) -> None:
        self._rest(1)

    def _rest_a_week(self) -> None:
        self._rest(7)

    def _rest(self, days: int) -> None:
        until = self._today + timedelta(days=days)
        self.changed.emit(replace(self._settings, reminder_resting_until=until.isoformat()))

    def _end_rest(self) -> None:
        self.changed.emit(replace(self._settings, reminder_resting_until=""))

    def _pick_quiet(self) -> None:
        begin, end = (f"{picker.chosen:%H:%M}" for picker in (self.quiet_from, self.quiet_to))
        self.changed.emit(replace(self._settings, quiet_from=begin, quiet_to=end))

    def _go_neutral(self, neutral: bool) -> None:
        self.changed.emit(replace(self._settings, reminder_neutral=neutral))

    def _arrange(self) -> None:
        buttons = FlowRow("reminder_rest_buttons", self._icons.keeper)
        for button in (self.today_button, self.week_button, self.end_button):
            buttons.add(button)
        quiet = FlowRow("reminder_quiet", self._icons.keeper)
        for says, picker in (
            (self.tr("from"), self.quiet_from), (self.tr("until"), self.quiet_to),
        ):  # fmt: skip
            quiet.add(words("", says))
            quiet.add(picker)
        rhythm = words("label", self.tr("Days of rest"))
        rhythm.setBuddy(self.rhythm)
        for part in (rhythm, self.rhythm, self.resting, buttons):
            self.body.addWidget(part)
        hours = words("label", self.tr("Quiet hours"))
        for below in (hours, quiet, self.quiet_note, self.neutral):
            self.body.addWidget(below)

    def _connect(self) -> None:
        self.rhythm.activated.connect(self._pick_rhythm)
        self.today_button.clicked.connect(self._rest_today)
        self.week_button.clicked.connect(self._rest_a_week)
        self.end_button.clicked.connect(self._end_rest)
        for picker in (self.quiet_from, self.quiet_to):
            picker.picked.connect(self._pick_quiet)
        self.neutral.switched.connect(self._go_neutral)
