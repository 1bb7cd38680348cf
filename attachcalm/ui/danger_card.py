"""The first thing on Support: which number to call in danger, in the country that was chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.support.countries import OTHER, Country, country_of
from attachcalm.support.numbers import link_of
from attachcalm.ui.icons import Icons
from attachcalm.ui.number_row import NumberRow
from attachcalm.ui.support_words import danger_words, support_words
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.text import one_line


class DangerCard(Card):
    """The country is asked here, never guessed, and can be changed at any time."""

    country_chosen = Signal(str)  # a code, OTHER, or empty: not chosen

    def __init__(self, icons: Icons, countries: tuple[Country, ...]) -> None:
        super().__init__("support_danger", icons.keeper, kind="sos_soft", title_kind="title")
        self._icons = icons
        self._countries = countries
        self._codes = ("", *(country.code for country in countries), OTHER)
        self._number = QVBoxLayout()
        asked = self.tr("Which country are you in?")
        names = [support_words(country.name) for country in countries]
        choices = [self.tr("Choose your country"), *names, self.tr("Not listed")]
        self.country = Picker("support_country", asked, choices, icons)
        self.controls: list[QWidget] = [self.country]  # as the keyboard meets them
        self._asked = one_line("label", asked)
        self._kept = one_line("", self.tr("It is kept on this computer only."))
        row = FlowRow("support_country_row", icons.keeper)
        for widget in (self._asked, self.country, self._kept):
            row.add(widget)
        self.body.addLayout(self._number)
        self.body.addWidget(row)
        self.country.activated.connect(self._choose)

    def show_country(self, code: str) -> None:
        """Show the number of this country, or what holds wherever somebody is."""
        self.country.setCurrentIndex(self._codes.index(code) if code in self._codes else 0)
        country = country_of(self._countries, code)
        empty(self._number)
        self.controls = [self.country]
        if country is None:
            self.say(danger_words(None))
            return
        self.say(self.tr("If you or someone else is in danger now, call"))
        number = country.emergency
        what = self.tr("Emergency number, {country}").format(country=support_words(country.name))
        link = link_of(number)
        row = NumberRow("emergency", self._icons, what, number, link=link, huge=True)
        self._number.addWidget(row)
        row.show()
        self.controls = [*row.controls, self.country]

    def _choose(self, at: int) -> None:
        self.country_chosen.emit(self._codes[at])
