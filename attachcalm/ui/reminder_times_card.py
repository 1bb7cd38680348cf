"""Whether, what for and when to be reminded."""

from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from attachcalm.reminders import DAYS, Plan, plan_of
from attachcalm.settings import MOST_REMINDERS, REMINDER_KINDS, Settings
from attachcalm.ui.dates import time_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.time_picker import TimePicker
from attachcalm.ui.widgets.buttons import compact, pill_switch, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.switch_row import SwitchRow
from attachcalm.ui.widgets.text import words

FIRST_OFFER = time(12)


class ReminderTimesCard(Card):
    """Each change is told at once, as the whole Settings."""

    changed = Signal(object)  # Settings

    def __init__(self, icons: Icons, settings: Settings) -> None:
        super().__init__("reminder_times", icons.keeper, self.tr("When and what for"))
        self._icons = icons
        self._settings = settings
        self._today = date.min
        self.on = SwitchRow(
            "reminder_on",
            self.tr("Remind me"),
            self.tr("A few quiet words. None comes while you practise, and nothing is counted."),
            icons.keeper,
        )
        self.tray_note = words("small", "", "reminder_tray_note")
        self.kind_note = words(
            "small", self.tr("A click on a reminder leads there. Nothing starts by itself.")
        )
        kinds = (self.tr("To practise"), self.tr("Someone in your corner, 1 min"))
        self.kind = Picker("reminder_kind", self.tr("What for"), kinds, icons)
        self.note = words("small", "", "reminder_times_note")
        self.time = TimePicker("reminder_time", self.tr("A time to add"), icons)
        self.add_button = compact(
            secondary_button("reminder_add", self.tr("Add this time"), icons, "check")
        )
        self.days = [self._day(day) for day in range(DAYS)]
        self._chips: list[QPushButton] = []
        self._times = QHBoxLayout()
        self.time.set_time(FIRST_OFFER)
        self._arrange()
        self._connect()

    def show_settings(self, settings: Settings, today: date, *, has_tray: bool) -> None:
        """Show these without telling anybody."""
        self._today = today
        plan = plan_of(settings)
        self._settings = settings
        self.on.set_on(plan.on)
        self.kind.setCurrentIndex(REMINDER_KINDS.index(plan.kind))
        for day, pill in enumerate(self.days):
            pill.setChecked(day in plan.weekdays)
        self._show_times(plan)
        self._say_what_cannot_be(plan)
        self._say_where(has_tray=has_tray)

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        return [self.on.switch, self.kind, *self._chips, self.time, self.add_button, *self.days]

    def _say_where(self, *, has_tray: bool) -> None:
        if has_tray:
            told = self.tr("While they are on, a small icon stands among those of the desktop.")
        else:
            told = self.tr(
                "This desktop has no place for notifications. Reminders then stand on top of the "
                "window; a calendar file, further down, can remind you outside of it."
            )
        self.tray_note.setText(told)
        self.tray_note.setProperty("kind", "small" if has_tray else "warn")
        self.tray_note.style().polish(self.tray_note)

    # ------------------------------------------------------------ times
    def _show_times(self, plan: Plan) -> None:
        empty(self._times)
        row = FlowRow("reminder_chips", self._icons.keeper)
        self._chips = [self._chip(at, is_quiet=plan.is_quiet(at)) for at in sorted(plan.times)]
        for chip in self._chips:
            row.add(chip)
        self._times.addWidget(row)
        row.setVisible(bool(self._chips))  # now: the keyboard may be wanted here
        self.add_button.setEnabled(len(plan.times) < MOST_REMINDERS)

    def _chip(self, at: time, *, is_quiet: bool) -> QPushButton:
        told = self.tr("{time} (quiet hours)") if is_quiet else "{time}"
        chip = compact(secondary_button(
            f"reminder_time_{at:%H%M}", told.format(time=time_words(at)), self._icons, "x",
            says=self.tr("Take out {time}").format(time=time_words(at)),
        ))  # fmt: skip
        chip.setProperty("time", f"{at:%H:%M}")
        chip.setToolTip(chip.accessibleName())
        chip.clicked.connect(self._take_out)
        return chip

    def _say_what_cannot_be(self, plan: Plan) -> None:
        told = []
        if not plan.times:
            told.append(self.tr("No time yet."))
        if any(plan.is_quiet(at) for at in plan.times):
            quiet = self.tr("In your quiet hours, {begin} to {end}, no reminder comes.")
            begin, end = time_words(plan.quiet_from), time_words(plan.quiet_to)
            told.append(quiet.format(begin=begin, end=end))
        if len(plan.times) >= MOST_REMINDERS:
            told.append(self.tr("There is room for six times a day."))
        self.note.setText(" ".join(told))
        self.note.setVisible(bool(told))

    def _add(self) -> None:
        new = f"{self.time.chosen:%H:%M}"
        times = self._settings.reminder_times
        if new in times:
            told = self.tr("{time} is there already.").format(time=time_words(self.time.chosen))
            self.note.setText(told)
            self.note.show()
            return
        self._tell(replace(self._settings, reminder_times=tuple(sorted((*times, new)))))

    def _take_out(self) -> None:
        out = self.sender().property("time")
        kept = tuple(at for at in self._settings.reminder_times if at != out)
        self.time.setFocus(Qt.FocusReason.OtherFocusReason)  # what was pressed goes away
        self._tell(replace(self._settings, reminder_times=kept))

    # ------------------------------------------------------------ the others
    def _day(self, day: int) -> QPushButton:
        name = QLocale().standaloneDayName(day + 1, QLocale.FormatType.ShortFormat)
        says = QLocale().standaloneDayName(day + 1, QLocale.FormatType.LongFormat)
        return pill_switch(f"reminder_day_{day}", name, self._icons, says=says)

    def _switch(self, on: bool) -> None:
        """Begin the rhythm of rest with today."""
        since = self._today.isoformat() if on else self._settings.reminder_since
        self._tell(replace(self._settings, reminders=on, reminder_since=since))

    def _pick_kind(self) -> None:
        kind = REMINDER_KINDS[self.kind.currentIndex()]
        self._tell(replace(self._settings, reminder_kind=kind))

    def _choose_days(self) -> None:
        days = tuple(day for day, pill in enumerate(self.days) if pill.isChecked())
        self._tell(replace(self._settings, reminder_days=days))

    def _tell(self, settings: Settings) -> None:
        self.changed.emit(settings)

    def _arrange(self) -> None:
        adding = FlowRow("reminder_adding", self._icons.keeper)
        week = FlowRow("reminder_week", self._icons.keeper, gap=8)
        adding.add(self.time)
        adding.add(self.add_button)
        for pill in self.days:
            week.add(pill)
        kind = words("label", self.tr("What for"))
        kind.setBuddy(self.kind)
        times = words("label", self.tr("Times of the day"))
        for part in (self.on, self.tray_note, kind, self.kind, self.kind_note, times):
            self.body.addWidget(part)
        self.body.addLayout(self._times)
        days = words("label", self.tr("Days of the week"))
        for below in (self.note, adding, days, week):
            self.body.addWidget(below)

    def _connect(self) -> None:
        self.on.switched.connect(self._switch)
        self.kind.activated.connect(self._pick_kind)
        self.add_button.clicked.connect(self._add)
        for pill in self.days:
            pill.clicked.connect(self._choose_days)
