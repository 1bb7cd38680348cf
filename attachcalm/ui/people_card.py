"""My people: who to turn to, with their numbers, and the therapist with hours."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from attachcalm.support.own import LONGEST, MOST_PEOPLE, Own, Person
from attachcalm.ui.icons import Icons
from attachcalm.ui.number_row import NumberRow
from attachcalm.ui.widgets.buttons import compact, ghost_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.text import words


class PeopleCard(Card):
    """Shows them, and lets one be added or taken out, in one place."""

    own_changed = Signal(object)  # Own
    scan_wanted = Signal(str, str)

    def __init__(self, icons: Icons, own: Own) -> None:
        super().__init__("support_people", icons.keeper, self.tr("My people"))
        self._icons = icons
        self._own = own
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self.add_button = compact(
            secondary_button("people_add", self.tr("Add somebody"), icons, "user-round")
        )
        self.form = QWidget()
        self.name = self._field("people_name", self.tr("Name"))
        self.number = self._field("people_number", self.tr("Number"))
        self.note = self._field("people_note", self.tr("When, or what for"))
        self.is_therapist = QCheckBox(self.tr("This is my therapist"))
        self.keep_button = compact(secondary_button("people_keep", self.tr("Keep"), icons, "check"))
        self._arrange()
        self._connect()
        self.show_own(own)

    def show_own(self, own: Own) -> None:
        """Show these people."""
        self._own = own
        empty(self._rows)
        people = [*own.people, *([own.therapist] if own.therapist else [])]
        if not people:
            self._rows.addWidget(
                words("muted", self.tr("Nobody is written down yet. A friend, a line, a service."))
            )
        for at, person in enumerate(own.people):
            self._add_row(f"person_{at}", person, person.name)
        if own.therapist:
            what = self.tr("{name}, therapist").format(name=own.therapist.name)
            self._add_row("person_therapist", own.therapist, what)
        self.add_button.setEnabled(len(own.people) < MOST_PEOPLE)

    def _add_row(self, name: str, person: Person, what: str) -> None:
        row = NumberRow(name, what, person.number, person.note, self._icons)
        row.scan_wanted.connect(self.scan_wanted)
        remove = compact(
            ghost_button(
                f"{name}_remove",
                self.tr("Take out"),
                self._icons,
                "x",
                says=self.tr("Take {name} out").format(name=person.name),
            )
        )
        remove.setProperty("person", person.name)
        remove.clicked.connect(self._remove)
        row.add_button(remove)
        self._rows.addWidget(row)

    def _remove(self) -> None:
        sender = self.sender()
        name = sender.property("person")
        kept = tuple(person for person in self._own.people if person.name != name)
        therapist = self._own.therapist
        if therapist is not None and therapist.name == name:
            therapist = None
        self._change(replace(self._own, people=kept, therapist=therapist))

    def _keep(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            self.name.setFocus()
            return
        person = Person(name, self.number.text().strip(), self.note.text().strip())
        if self.is_therapist.isChecked():
            self._change(replace(self._own, therapist=person))
        else:
            others = tuple(other for other in self._own.people if other.name != name)
            self._change(replace(self._own, people=(*others, person)))
        for field in (self.name, self.number, self.note):
            field.clear()
        self.is_therapist.setChecked(False)
        self.form.hide()
        self.add_button.setFocus()

    def _change(self, own: Own) -> None:
        self.show_own(own)
        self.own_changed.emit(own)

    def _open_form(self) -> None:
        self.form.show()
        self.name.setFocus()

    def _field(self, name: str, says: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(says)
        field.setPlaceholderText(says)
        field.setMaxLength(LONGEST)
        return field

    def _arrange(self) -> None:
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.is_therapist.setObjectName("people_is_therapist")
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.name, self.number, self.note, self.is_therapist, self.keep_button):
            column.addWidget(widget)
        self.form.hide()
        for part in (self._list, self.add_button, self.form):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._open_form)
        self.keep_button.clicked.connect(self._keep)
        self.note.returnPressed.connect(self._keep)
