"""Days and times as the person's own language and country write them."""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QTime


def day_words(day: date) -> str:
    """A day in full: Tuesday 24 November 2026."""
    told = QDate(day.year, day.month, day.day)
    return QLocale().toString(told, QLocale.FormatType.LongFormat)


def time_words(at: time) -> str:
    """A time of the day: 18:00, or 6:00 PM."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
