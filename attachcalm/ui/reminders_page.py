"""Reminders: off until somebody wants them, and then in the person's own rhythm."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent

from attachcalm.reminders import Plan, plan_of
from attachcalm.settings import Settings
from attachcalm.ui.icons import Icons
from attachcalm.ui.reminder_coming_card import ReminderComingCard
from attachcalm.ui.reminder_rest_card import ReminderRestCard
from attachcalm.ui.reminder_times_card import ReminderTimesCard
from attachcalm.ui.reminder_words import calendar_words
from attachcalm.ui.widgets.buttons import ghost_button
from attachcalm.ui.widgets.key_order import order_keys
from attachcalm.ui.widgets.scroll_page import ScrollPage


@dataclass(frozen=True, slots=True)
class Outside:
    """What of the world outside the page works with."""

    now: Callable[[], datetime]
    has_tray: Callable[[], bool]
    save_calendar: Callable[[Plan, str, Path], None]  # raises OSError


class RemindersPage(ScrollPage):
    """The plan in three cards; each change is kept at once."""

    settings_changed = Signal(object)  # the whole Settings
    left = Signal()

    def __init__(self, icons: Icons, settings: Settings, outside: Outside) -> None:
        super().__init__("reminders", icons.keeper, self.tr("Reminders"), self.tr(
            "Off until you want them. They come while AttachCalm is open, behind other windows "
            "too, and never bring it to the front by themselves."))  # fmt: skip
        self._settings = settings
        self._outside = outside
        self.back_button = ghost_button("reminders_back", self.tr("Back"), icons, "arrow-left")
        self.times = ReminderTimesCard(icons, settings)
        self.rest = ReminderRestCard(icons, settings)
        self.coming = ReminderComingCard(icons)
        self._arrange()
        self._connect()
        self._show()

    def set_settings(self, settings: Settings) -> None:
        """Show these without telling anybody."""
        if settings != self._settings:
            self._settings = settings
            self._show()

    def _show(self) -> None:
        settings, now = self._settings, self._outside.now()
        self.times.show_settings(settings, now.date(), has_tray=self._outside.has_tray())
        self.rest.show_settings(settings, now.date())
        self.coming.show_plan(plan_of(settings), now)
        cards = (*self.times.controls, *self.rest.controls, self.coming.save_button)
        order_keys((self.back_button, *cards))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Another day may have begun since the page was shown last."""
        self._show()
        super().showEvent(event)

    def _change(self, settings: Settings) -> None:
        self.set_settings(settings)
        self.settings_changed.emit(settings)

    def _save(self, path: Path) -> None:
        plan = plan_of(self._settings)
        try:
            self._outside.save_calendar(plan, calendar_words(plan), path)
        except OSError as error:
            self.coming.say_not_saved(error)
        else:
            self.coming.say_saved(path)

    def _arrange(self) -> None:
        self.body.insertWidget(0, self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        for card in (self.times, self.rest, self.coming):
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.times.changed.connect(self._change)
        self.rest.changed.connect(self._change)
        self.coming.file_chosen.connect(self._save)
