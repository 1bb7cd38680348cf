"""Support: what helps when an exercise is not enough.  It needs no data, no rating, no login."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal

from attachcalm.support.countries import OTHER, Country, country_of
from attachcalm.support.own import Own
from attachcalm.ui.danger_card import DangerCard
from attachcalm.ui.helplines_card import HelplinesCard
from attachcalm.ui.icons import Icons
from attachcalm.ui.people_card import PeopleCard
from attachcalm.ui.shortcuts import bind
from attachcalm.ui.widgets.buttons import secondary_button, sos_button
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.key_order import order_keys
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words


class SupportPage(ScrollPage):
    """The number for danger first, then people, lines, and something steadying to do."""

    ground_me_wanted = Signal()
    back_wanted = Signal()
    own_changed = Signal(object)  # Own

    def __init__(self, icons: Icons, countries: tuple[Country, ...], own: Own, today: date) -> None:
        super().__init__(
            "support",
            icons.keeper,
            self.tr("You do not have to do this alone"),
        )
        self._icons = icons
        self._countries = countries
        self._own = own
        self.danger = DangerCard(icons, countries)
        self.country = self.danger.country
        self.ground_button = sos_button("support_ground", self.tr("Ground me now"), icons, "anchor")
        self.print_button = secondary_button(
            "support_print", self.tr("Print card"), icons, "file-text"
        )
        self.back_button = secondary_button("support_back", self.tr("Back"), icons, "arrow-left")
        told = self.tr("Nobody sees what you rate or write here unless you send it to them.")
        self._private = words("muted", told, "support_private")
        self._print_note = words("warn", "", "support_print_note")
        self.people = PeopleCard(icons, own)
        self.lines = HelplinesCard(icons, today)
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
        self.people.take_focus()

    def set_own(self, own: Own) -> None:
        """Show what is the person's own from now on."""
        if own == self._own:
            return
        self._own = own
        self.people.show_own(own)
        self._show_country()

    def _show_form(self) -> None:
        QTimer.singleShot(0, self, self._reveal_form)  # when it has its place

    def _reveal_form(self) -> None:
        self.ensureWidgetVisible(self.people.form)

    def _show_country(self) -> None:
        code = self._own.country
        self.danger.show_country(code)
        self.lines.show_country(self.chosen, is_listed=code != OTHER)

        self._order_keys()

    def _order_keys(self) -> None:
        actions = (self.ground_button, self.back_button, self.print_button)
        cards = (*self.people.controls, *self.lines.controls)
        order_keys((*self.danger.controls, *actions, *cards))

    def _choose_country(self, code: str) -> None:
        self._own = replace(self._own, country=code)
        self._show_country()
        self.own_changed.emit(self._own)

    def _change_people(self, own: Own) -> None:
        self._own = replace(self._own, people=own.people, therapist=own.therapist)
        self._order_keys()
        self.own_changed.emit(self._own)

    def _go_back(self) -> None:
        """Out of the form first, if somebody is being written down; then to where one was."""
        if self.people.form.isVisible():
            self.people.form.left.emit()
        else:
            self.back_wanted.emit()

    def _print(self) -> None:
        from attachcalm.ui.print_card import ask_and_print

        done = ask_and_print(self, self.chosen, self._own)
        self._print_note.setText(
            "" if done else self.tr("The card could not be printed. Another printer may do it.")
        )
        self._print_note.setVisible(not done)

    def _arrange(self) -> None:
        actions = FlowRow("support_actions", self._icons.keeper)
        for button in (self.ground_button, self.back_button, self.print_button):
            actions.add(button)
        self._print_note.hide()
        columns = Columns("support_columns", self._icons.keeper)
        columns.add(self.people)
        columns.add(self.lines)
        for part in (self.danger, actions, self._print_note, self._private, columns):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.danger.country_chosen.connect(self._choose_country)
        self.people.own_changed.connect(self._change_people)
        self.people.form_opened.connect(self._show_form)
        self.ground_button.clicked.connect(self.ground_me_wanted)
        self.print_button.clicked.connect(self._print)
        self.back_button.clicked.connect(self.back_wanted)
        bind(self, (("Esc", self._go_back),))
