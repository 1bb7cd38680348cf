"""How a check-in and its moment are said."""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from attachcalm.insight.words import signed_words
from attachcalm.journal.mood import Moment, Mood
from attachcalm.ui.dates import day_words, time_words

SHORT: Final = 24  # characters


def translate(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("CheckIn", text)


def rating_words(mood: Mood) -> str:
    """What was rated, empty where nothing was: "Distress 6 of 10, energy +2"."""
    told = []
    if mood.distress is not None:
        told.append(translate("distress {value} of 10").format(value=mood.distress))
    if mood.energy is not None:
        told.append(translate("energy {value}").format(value=signed_words(mood.energy)))
    if mood.security is not None:
        told.append(translate("felt security {value} of 10").format(value=mood.security))
    joined = ", ".join(told)
    return joined[:1].upper() + joined[1:]


def in_short(word: str) -> str:
    """A word as it fits on a button at any text size; whoever shows it says all of it elsewhere."""
    shown = word if len(word) <= SHORT else f"{word[: SHORT - 1]}…"
    return shown.replace("&", "&&")  # one alone would stand for a key


def breakable(text: str) -> str:
    """The same to read; what is longer than any word may go on in the next line."""
    return re.sub(rf"(\S{{{SHORT}}})(?=\S)", "\\1\u200b", text)


def moment_words(at: Moment) -> str:
    """A day and a time: "Monday 2 March 2026, 09:30"."""
    return f"{day_words(at.day)}, {time_words(at.local.time())}"
