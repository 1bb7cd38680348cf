"""My people: who to turn to, with their numbers, and the therapist with hours."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.support.numbers import link_of
from attachcalm.support.own import MOST_PEOPLE, Own, Person
from attachcalm.ui.icons import Icons
from attachcalm.ui.number_row import NumberRow
from attachcalm.ui.people_form import PeopleForm
from attachcalm.ui.widgets.buttons import compact, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words

THERAPIST = -1  # the place of the therapist; people stand at 0 and on


class PersonRow(NumberRow):
    """Somebody to turn to, with a button that opens the form."""

    change_wanted = Signal(int)  # the place

    def __init__(self, icons: Icons, at: int, person: Person, what: str) -> None:
        name = "person_therapist" if at == THERAPIST else f"person_{at}"
        super().__init__(name, icons, what, person.number, person.note, link=link_of(person.number))
        self._at = at
        says = self.tr("Change {name}").format(name=person.name)
        self.change = compact(
            secondary_button(f"{name}_change", self.tr("Change"), icons, "pencil", says=says)
        )
        self.add_button(self.change)
        self.change.clicked.connect(self._want_change)

    def _want_change(self) -> None:
        self.change_wanted.emit(self._at)


class PeopleCard(Card):
    """Shows them, and lets one be added, changed or taken out, in one place."""

    own_changed = Signal(object)  # Own
    form_opened = Signal()

    def __init__(self, icons: Icons, own: Own) -> None:
        super().__init__("support_people", icons.keeper, self.tr("My people"))
        self._icons = icons
        self._own = own
        self._at: int | None = None  # whom the form changes; None is somebody new
        self._shown: list[PersonRow] = []
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self.add_button = compact(
            secondary_button("people_add", self.tr("Add somebody"), icons, "user-round")
        )
        self.add_therapist_button = compact(
            secondary_button("people_add_therapist", self.tr("Add my therapist"), icons)
        )
        self._adding = FlowRow("people_adding", icons.keeper)
        self.form = PeopleForm(icons)
        self._arrange()
        self._connect()
        self.show_own(own)

    def show_own(self, own: Own) -> None:
        """Show these people."""
        self._own = own
        empty(self._rows)
        self._shown.clear()
        if not own.people and own.therapist is None:
            nobody = self.tr("Nobody is written down yet. A friend, a neighbour, a service.")
            self._rows.addWidget(words("muted", nobody))
        for at, person in enumerate(own.people):
            self._add_row(at, person, person.name)
        if own.therapist is not None:
            told = self.tr("{name}, my therapist").format(name=own.therapist.name)
            self._add_row(THERAPIST, own.therapist, told)
        self.add_button.setEnabled(len(own.people) < MOST_PEOPLE)
        self.add_therapist_button.setVisible(own.therapist is None)

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        rows = [control for row in self._shown for control in row.controls]
        return [*rows, self.add_button, self.add_therapist_button, *self.form.controls]

    def take_focus(self) -> None:
        """Put the keyboard on the first of them, or where somebody can be added."""
        self.controls[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, at: int, person: Person, what: str) -> None:
        row = PersonRow(self._icons, at, person, what)
        row.change_wanted.connect(self._change)
        self._rows.addWidget(row)
        row.show()  # now: the keyboard may be wanted here
        self._shown.append(row)

    # ------------------------------------------------------------ the form
    def _add(self) -> None:
        self._open(None, None)

    def _change(self, at: int) -> None:
        self._open(at, self._own.therapist if at == THERAPIST else self._own.people[at])

    def _add_therapist(self) -> None:
        self._open(THERAPIST, None)

    def _open(self, at: int | None, person: Person | None) -> None:
        self._at = at
        self.form.open(person, is_therapist=at == THERAPIST)
        self.form_opened.emit()

    def _keep(self, person: Person) -> None:
        people = self._own.people
        if self._at == THERAPIST:
            self._tell(replace(self._own, therapist=person))
        elif self._at is None:
            self._tell(replace(self._own, people=(*people, person)))
        else:
            changed = (*people[: self._at], person, *people[self._at + 1 :])
            self._tell(replace(self._own, people=changed))

    def _take_out(self) -> None:
        if self._at == THERAPIST:
            self._tell(replace(self._own, therapist=None))
        elif self._at is not None:
            people = self._own.people
            kept = (*people[: self._at], *people[self._at + 1 :])
            self._tell(replace(self._own, people=kept))

    def _tell(self, own: Own) -> None:
        self.show_own(own)
        self._close()
        self.own_changed.emit(own)

    def _close(self) -> None:
        """Hide the form; the keyboard goes on where somebody else can be added."""
        at, self._at = self._at, None
        button = self.add_therapist_button if at == THERAPIST else self.add_button
        if not button.isVisibleTo(self) or not button.isEnabled():
            button = self._shown[-1].change
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.hide()

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        self._rows.setContentsMargins(0, 0, 0, 0)
        for button in (self.add_button, self.add_therapist_button):
            self._adding.add(button)
        self.form.hide()
        for part in (self._list, self._adding, self.form):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.add_therapist_button.clicked.connect(self._add_therapist)
        self.form.kept.connect(self._keep)
        self.form.taken_out.connect(self._take_out)
        self.form.left.connect(self._close)
