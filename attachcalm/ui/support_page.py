"""Support: what helps when an exercise is not enough.  It needs no data, no rating, no login."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attachcalm.support.countries import (
    FINDER,
    OTHER,
    Channel,
    Country,
    Line,
    country_of,
    emergency_words,
)
from attachcalm.support.own import Own
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.number_row import NumberRow
from attachcalm.ui.people_card import PeopleCard
from attachcalm.ui.widgets.buttons import compact, secondary_button, sos_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.qr_view import QrView
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words


class SupportPage(ScrollPage):
    """People and numbers first, then something steadying to do."""

    ground_me_wanted = Signal()
    back_wanted = Signal()
    own_changed = Signal(object)  # Own

    def __init__(self, icons: Icons, countries: tuple[Country, ...], own: Own, today: date) -> None:
        super().__init__(
            "support",
            icons.keeper,
            self.tr("You do not have to do this alone"),
            self.tr("Nobody sees what you rate or write here unless you send it to them."),
        )
        self._icons = icons
        self._countries = countries
        self._own = own
        self._today = today
        self.danger = Card("support_danger", icons.keeper, kind="sos_soft", title_kind="title")
        choices = [country.name for country in countries]
        self.country = Picker(
            "support_country",
            self.tr("Which country are you in?"),
            [self.tr("Choose your country"), *choices, self.tr("Not listed")],
            icons,
        )
        self.lines_card = Card("support_numbers", icons.keeper, self.tr("Helplines"))
        self._lines = QVBoxLayout()
        self.people = PeopleCard(icons, own)
        self.scan_card = Card("support_scan", icons.keeper, self.tr("Scan with your phone"))
        self.code = QrView("support_code")
        self.ground_button = sos_button(
            "support_ground", self.tr("Ground me now"), icons, "anchor", big=True
        )
        self.print_button = compact(
            secondary_button("support_print", self.tr("Print card"), icons, "file-text")
        )
        self.back_button = secondary_button("support_back", self.tr("Back"), icons, "arrow-left")
        self._arrange()
        self._connect()
        self._show_country()

    @property
    def chosen(self) -> Country | None:
        """The country that the person chose; None if it is not listed, or not chosen."""
        return country_of(self._countries, self._own.country)

    def show_people(self) -> None:
        """Bring the own people into view: somebody wants to contact them."""
        self.ensureWidgetVisible(self.people)
        self.people.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ country and lines
    def _choose_country(self, at: int) -> None:
        listed = self._countries[at - 1].code if 0 < at <= len(self._countries) else OTHER
        self._own = replace(self._own, country="" if at == 0 else listed)
        self._show_country()
        self.own_changed.emit(self._own)

    def _show_country(self) -> None:
        country = self.chosen
        codes = ["", *(each.code for each in self._countries), OTHER]
        known = self._own.country if self._own.country in codes else ""
        self.country.setCurrentIndex(codes.index(known))
        self.danger.say(
            emergency_words(country),
            self.tr("Which country are you in? It is kept on this computer only."),
        )
        empty(self._lines)
        for at, line in enumerate(country.lines if country else ()):
            row = NumberRow(f"line_{at}", line.name, line.number, self._about(line), self._icons)
            row.scan_wanted.connect(self._show_code)
            self._lines.addWidget(row)
        finder = self.tr("In every country: {finder} (needs the internet, in a browser)")
        self._lines.addWidget(words("", finder.format(finder=FINDER)))

    def _about(self, line: Line) -> str:
        """What there is to know of a line, the day of its check first of all where it is old."""
        how = self.tr("text {word}").format(word=line.word) if line.channel is Channel.TEXT else ""
        parts = [how.strip(), line.audience, line.hours]
        if line.checked_on is None:
            parts.append(self.tr("not yet checked by us"))
        else:
            parts.append(self.tr("checked {day}").format(day=day_words(line.checked_on)))
            if line.is_old(self._today):
                parts.append(self.tr("that is long ago, it may have changed"))
        return " · ".join(part for part in parts if part)

    # ------------------------------------------------------------ own people, code, card
    def _people_changed(self, own: Own) -> None:
        self._own = replace(self._own, people=own.people, therapist=own.therapist)
        self.own_changed.emit(self._own)

    def set_own(self, own: Own) -> None:
        """Show what is the person's own from now on."""
        if own != self._own:
            self._own = own
            self.people.show_own(own)
            self._show_country()

    def _show_code(self, what: str, number: str) -> None:
        self.scan_card.say(self.tr("Scan with your phone"), f"{what}: {number}")
        self.code.show_number(number)
        self.scan_card.show()
        self.ensureWidgetVisible(self.scan_card)

    def _print(self) -> None:
        from attachcalm.ui.print_card import ask_and_print

        ask_and_print(self, self.chosen, self._own)

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        keeper = self._icons.keeper
        row = QHBoxLayout()
        row.addWidget(self.country)
        row.addStretch(1)
        self.danger.body.addLayout(row)
        self.lines_card.body.addLayout(self._lines)
        self.scan_card.body.addWidget(self.code)
        self.scan_card.hide()
        steady = Card(
            "support_steady",
            keeper,
            self.tr("Something steadying"),
            self.tr("Two minutes of looking around and arriving here."),
        )
        for button in (self.ground_button, self.back_button, self.print_button):
            steady.body.addWidget(button)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        for card in (steady, self.scan_card):
            column.addWidget(card)
        column.addStretch(1)
        numbers = QWidget()
        column = QVBoxLayout(numbers)
        column.setContentsMargins(0, 0, 0, 0)
        for card in (self.lines_card, self.people):
            column.addWidget(card)
        column.addStretch(1)
        columns = Columns("support_columns", keeper)
        columns.add(numbers, 3)
        columns.add(side, 2)
        self.body.addWidget(self.danger)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.country.activated.connect(self._choose_country)
        self.people.own_changed.connect(self._people_changed)
        self.people.scan_wanted.connect(self._show_code)
        self.ground_button.clicked.connect(self.ground_me_wanted)
        self.print_button.clicked.connect(self._print)
        self.back_button.clicked.connect(self.back_wanted)
