"""What a reminder says, and its times in words: neutral, without a why."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from attachcalm.reminders import Plan
from attachcalm.ui.dates import day_words, time_words


def title_words(plan: Plan) -> str:
    """Who speaks; a neutral plan leaves out even that."""
    return _tr("Reminder") if plan.neutral else "AttachCalm"


def reminder_words() -> str:
    """What it says: the same for every kind, so whoever looks on learns nothing."""
    return _tr("A quiet minute, if you like.")


def calendar_words(plan: Plan) -> str:
    """What stands in a calendar, where title and sentence are one."""
    return reminder_words() if plan.neutral else f"{title_words(plan)}: {reminder_words()}"


def moment_words(at: datetime, today: date) -> str:
    """A day and a time: "Tomorrow, 18:00"."""
    near = {today: _tr("Today"), today + timedelta(days=1): _tr("Tomorrow")}
    day = near.get(at.date()) or day_words(at.date())
    return _tr("{day}, {time}").format(day=day, time=time_words(at.time()))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reminders", text)
