"""Days as the person's own language and country write them."""

from datetime import date

from PySide6.QtCore import QDate, QLocale


def day_words(day: date) -> str:
    """A day in full: Tuesday 24 November 2026."""
    told = QDate(day.year, day.month, day.day)
    return QLocale().toString(told, QLocale.FormatType.LongFormat)
