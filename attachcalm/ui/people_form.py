"""Writing down somebody to turn to, or changing what stands there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from attachcalm.support.own import LONGEST, Person
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, ghost_button, secondary_button
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words

LONGEST_NUMBER = 40  # signs; two numbers with a word between them


class PeopleForm(QWidget):
    """Three lines of text.  Enter keeps them; nothing is kept until then."""

    kept = Signal(object)  # Person
    taken_out = Signal()
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.title = words("label", "", "people_form_title")
        self.name = self._field("people_name", LONGEST)
        self.number = self._field("people_number", LONGEST_NUMBER)
        self.note = self._field("people_note", LONGEST)
        self._note_label = QLabel()
        self._missing = words("warn", self.tr("Please write a name first."), "people_missing")
        self.keep_button = compact(secondary_button("people_keep", self.tr("Keep"), icons, "check"))
        self.leave_button = compact(ghost_button("people_leave", self.tr("Leave it"), icons))
        self.take_out_button = compact(
            ghost_button("people_take_out", self.tr("Take out"), icons, "x")
        )
        self._row = FlowRow("people_form_buttons", icons.keeper)
        self._arrange()
        self._connect()

    def open(self, person: Person | None, *, is_therapist: bool) -> None:
        """Show what stands there; None is somebody new."""
        shown = person or Person("")
        self.name.setText(shown.name)
        self.number.setText(shown.number)
        self.note.setText(shown.note)
        note = self.tr("Hours") if is_therapist else self.tr("When to reach them, or what for")
        self._note_label.setText(note)
        self.note.setAccessibleName(note)
        if person is not None:
            self.title.setText(self.tr("Change {name}").format(name=person.name))
        elif is_therapist:
            self.title.setText(self.tr("My therapist"))
        else:
            self.title.setText(self.tr("Somebody to turn to"))
        self.take_out_button.setVisible(person is not None)
        self._missing.hide()
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        buttons = (self.keep_button, self.leave_button, self.take_out_button)
        return [self.name, self.number, self.note, *buttons]

    def _keep(self) -> None:
        name, number, note = (
            " ".join(field.text().split()) for field in (self.name, self.number, self.note)
        )
        self._missing.setVisible(not name)
        if name:
            self.kept.emit(Person(name, number, note))
        else:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, name: str, longest: int) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setMaxLength(longest)
        return field

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        labels = (QLabel(self.tr("Name")), QLabel(self.tr("Number")), self._note_label)
        for label, field in zip(labels, (self.name, self.number, self.note), strict=True):
            label.setBuddy(field)
            label.setWordWrap(True)
            field.setAccessibleName(label.text())
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self._missing)
        for button in (self.keep_button, self.leave_button, self.take_out_button):
            self._row.add(button)
        column.addWidget(self._row)

    def _connect(self) -> None:
        for field in (self.name, self.number, self.note):
            field.returnPressed.connect(self._keep)
        self.keep_button.clicked.connect(self._keep)
        self.leave_button.clicked.connect(self.left)
        self.take_out_button.clicked.connect(self.taken_out)
