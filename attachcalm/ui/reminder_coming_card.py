"""What the plan comes to: the next three reminders in words, and a file for any calendar."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from attachcalm.reminders import Plan, coming
from attachcalm.ui.icons import Icons
from attachcalm.ui.reminder_words import moment_words
from attachcalm.ui.widgets.buttons import secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.text import words

SHOWN = 3


def ask_where(parent: QWidget, title: str, name: str) -> Path | None:
    """Ask for a file to write; None if the person changed their mind.

    The dialog is Qt's own: those of the system remember the file among the recent ones.
    """
    dialog = QFileDialog(parent, title, str(Path.home()), "iCalendar (*.ics)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("ics")
    dialog.selectFile(name)
    chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    dialog.deleteLater()
    return chosen


class ReminderComingCard(Card):
    """Shows what comes, or the reason why nothing does."""

    file_chosen = Signal(object)  # Path

    def __init__(self, icons: Icons) -> None:
        super().__init__("reminder_coming", icons.keeper, self.tr("What comes next"))
        self.ask_where: Callable[[QWidget, str, str], Path | None] = ask_where
        self._plan = Plan()
        self.list = words("", "", "reminder_coming_list")
        self.save_button = secondary_button(
            "reminder_save", self.tr("Save as calendar file (.ics) …"), icons, "download"
        )
        self.about = words("small", self.tr(
            "A calendar program reminds you even while AttachCalm is closed. Whoever sees your "
            "calendar sees the words in it."), "reminder_save_about")  # fmt: skip
        self.note = words("", "", "reminder_save_note")
        self.note.hide()
        for part in (self.list, self.about):
            self.body.addWidget(part)
        self.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.note)
        self.save_button.clicked.connect(self._save)

    def show_plan(self, plan: Plan, now: datetime) -> None:
        """Show what comes by this plan; for one that is off, what would."""
        if plan != self._plan:
            self.note.hide()
        self._plan = plan
        times = [*coming(replace(plan, on=True), now, SHOWN)]
        told = [moment_words(at, now.date()) for at in times] or [self._why_none(plan)]
        self.list.setText("\n".join(told))
        about = "" if plan.on else self.tr("Reminders are off. Switched on, they would come so:")
        self.say(self.title.text(), about if times else "")
        self.save_button.setEnabled(bool(times))

    def say_saved(self, path: Path) -> None:
        """Say where it is and what to do with it."""
        told = self.tr("Saved as {name}. Open it with your calendar program to take it in.")
        self._say("ok", told.format(name=path.name))

    def say_not_saved(self, error: OSError) -> None:
        """Say why not, and what may help."""
        told = self.tr("The file could not be saved ({reason}). Another folder may do.")
        self._say("warn", told.format(reason=error.strerror or type(error).__name__))

    def _say(self, kind: str, told: str) -> None:
        self.note.setProperty("kind", kind)
        self.note.style().polish(self.note)
        self.note.setText(told)
        self.note.show()

    def _why_none(self, plan: Plan) -> str:
        if not plan.times:
            return self.tr("Nothing: there is no time yet.")
        if not plan.weekdays:
            return self.tr("Nothing: no day of the week is chosen.")
        if not plan.open_times:
            return self.tr("Nothing: every time lies within the quiet hours.")
        return self.tr("Nothing: the days of rest fall on each day that is chosen.")

    def _save(self) -> None:
        name = "reminders.ics" if self._plan.neutral else "attachcalm-reminders.ics"
        path = self.ask_where(self, self.tr("Save as calendar file"), name)
        if path is not None:
            self.file_chosen.emit(path)
