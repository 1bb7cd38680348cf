"""What the numbers' data say, in the person's language; names and numbers stay as they are."""

from PySide6.QtCore import QCoreApplication

from attachcalm.support.countries import Country, Line, emergency_words

DIFFERS = "differs"  # the word of the data where hours are not the same everywhere


def support_words(text: str) -> str:
    """A country, an audience, hours or a sentence of the data, in the person's language."""
    return QCoreApplication.translate("Support", text)


def danger_words(country: Country | None) -> str:
    """Which number to call when somebody is in danger, with or without a country."""
    return emergency_words(country, support_words)


def hours_words(line: Line) -> str:
    """When a line answers."""
    return support_words("hours differ" if line.hours == DIFFERS else line.hours)
