"""The helplines of a country, each with what is known about it and when that was checked."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.support.countries import FINDER, Country, Line
from attachcalm.support.numbers import Channel
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.number_row import NumberRow
from attachcalm.ui.support_words import hours_words, support_words
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.text import words


class HelplinesCard(Card):
    """Nothing here opens the network: the finder is an address to be typed in a browser."""

    def __init__(self, icons: Icons, today: date) -> None:
        super().__init__("support_numbers", icons.keeper, self.tr("Helplines"))
        self._icons = icons
        self._today = today
        self.controls: list[QWidget] = []  # as the keyboard meets them
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)
        finder = self.tr("In every country: {finder} (opens in a browser, needs the internet)")
        self.body.addWidget(words("", finder.format(finder=FINDER), "support_finder"))
        self.body.addStretch(1)

    def show_country(self, country: Country | None, *, is_listed: bool = True) -> None:
        """Show the lines of this country; None if none was chosen, or it is not listed."""
        empty(self._lines)
        self.controls.clear()
        for at, line in enumerate(country.lines if country else ()):
            what, about = self._what(line), self._about(line)
            row = NumberRow(f"line_{at}", self._icons, what, line.number, about, link=line.link)
            self._lines.addWidget(row)
            row.show()
            self.controls += row.controls
        told = ""
        if not is_listed:
            told = self.tr("We have no numbers for your country yet. The finder below may.")
        elif country is None:
            told = self.tr("They are shown here once a country is chosen above.")
        self.say(self.tr("Helplines"), told)

    def _what(self, line: Line) -> str:
        if line.channel is Channel.CHAT:
            return self.tr("{name} (in a browser)").format(name=line.name)
        if line.channel is Channel.CALL:
            return line.name
        if not line.word:
            return self.tr("{name}: send a text to").format(name=line.name)
        return self.tr("{name}: text {word} to").format(name=line.name, word=line.word)

    def _about(self, line: Line) -> str:
        """What there is to know of a line, and how far it can be trusted."""
        if line.checked_on is None:
            trust = self.tr("not yet checked by us")
        else:
            trust = self.tr("checked {day}").format(day=day_words(line.checked_on))
            if line.is_old(self._today):
                told = self.tr("{checked}: too long ago to be sure, it may have changed")
                trust = told.format(checked=trust)
        return f"{support_words(line.audience)} · {hours_words(line)} · {trust}"
