"""What a file would add, and what its own words mean, before anything is added."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.journal.mood import DISTRESS
from attachcalm.records.choices import Choices, Found, Role
from attachcalm.records.sentences import short
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import primary_button, secondary_button
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.key_order import order_keys
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.setting_row import setting_row
from attachcalm.ui.widgets.text import words

MOST_ASKED = 12  # the words that are most often in the file; the others are told as left out


class RecordsPreview(QWidget):
    """The sentences, a picker for each word that needs the person, and the two ways on."""

    choices_changed = Signal(object)  # Choices
    add_wanted = Signal()
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("records_preview")
        self._icons = icons
        self._found: tuple[Found, ...] = ()
        self._pickers: list[Picker] = []
        self.told = words("", "", "records_preview_told")
        self._ask = words("label", "", "records_preview_ask")
        self._rows = QVBoxLayout()
        self.add_button = primary_button("records_add", self.tr("Add these"), icons, "check")
        self.leave_button = secondary_button("records_leave", self.tr("Leave it"), icons, "x")
        self._arrange(icons)
        self.add_button.clicked.connect(self.add_wanted)
        self.leave_button.clicked.connect(self.left)

    def show_lines(self, lines: Sequence[str], found: Sequence[Found], *, can_add: bool) -> None:
        """Show what would be added; where the words are the same, their pickers stay."""
        self.told.setText("\n".join(lines))
        self.add_button.setVisible(can_add)
        asked = tuple(found[:MOST_ASKED])
        if [each.word for each in asked] != [each.word for each in self._found]:
            self._make_pickers(asked)
        self._found = asked
        self.show()

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        return [*self._pickers, self.add_button, self.leave_button]

    def take_focus(self) -> None:
        """Put the keyboard on the way on."""
        button = self.leave_button if self.add_button.isHidden() else self.add_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Show nothing of the last file."""
        self._make_pickers(())
        self._found = ()
        self.told.setText("")
        self.hide()

    @property
    def choices(self) -> Choices:
        """What the person says."""
        told = list(zip(self._found, self._pickers, strict=True))
        moods = {each.word: _mood_at(picker) for each, picker in told if each.is_mood}
        columns = {
            each.word: ROLES[picker.currentIndex()] for each, picker in told if not each.is_mood
        }
        return Choices(moods, columns)

    def _make_pickers(self, asked: Sequence[Found]) -> None:
        empty(self._rows)
        self._pickers = [self._picker(number, each) for number, each in enumerate(asked)]
        for each, picker in zip(asked, self._pickers, strict=True):
            self._rows.addWidget(setting_row(short(each.word), picker))
        is_mood = any(each.is_mood for each in asked)
        self._ask.setText(
            self.tr("How much distress is each mood?") if is_mood else self.tr("What are these?")
        )
        self._ask.setVisible(bool(asked))
        order_keys(self.controls)

    def _picker(self, number: int, each: Found) -> Picker:
        says = self.tr("What {word} is").format(word=short(each.word))
        if isinstance(each.value, Role):
            labels = self._role_labels()
            picker = Picker(
                f"records_choice_{number}", says, [labels[r] for r in ROLES], self._icons
            )
            picker.setCurrentIndex(ROLES.index(each.value))
        else:
            degrees = [self.tr("Leave it out"), *map(str, DISTRESS)]
            degrees[1], degrees[-1] = self.tr("0, none"), self.tr("10, as much as can be")
            picker = Picker(f"records_choice_{number}", says, degrees, self._icons)
            picker.setCurrentIndex(0 if each.value is None else each.value + 1)
        picker.currentIndexChanged.connect(self._tell)
        return picker

    def _role_labels(self) -> Mapping[Role, str]:
        return {
            Role.OUT: self.tr("Leave it out"),
            Role.DISTRESS: self.tr("Distress, 0 to 10"),
            Role.TURNED: self.tr("Wellbeing, 10 is best"),
            Role.SECURITY: self.tr("Felt security, 0 to 10"),
            Role.TAG: self.tr("A tag on its days"),
        }

    def _tell(self) -> None:
        self.choices_changed.emit(self.choices)

    def _arrange(self, icons: Icons) -> None:
        ways = FlowRow("records_ways", icons.keeper)
        for button in (self.add_button, self.leave_button):
            ways.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for layout in (column, self._rows):
            layout.setSpacing(icons.keeper.look.px(12))
        column.addWidget(self.told)
        column.addWidget(self._ask)
        column.addLayout(self._rows)
        column.addWidget(ways)
        self._ask.hide()


ROLES = (Role.OUT, Role.DISTRESS, Role.TURNED, Role.SECURITY, Role.TAG)


def _mood_at(picker: Picker) -> int | None:
    """The degree that is picked; the first place is left out."""
    at = picker.currentIndex()
    return None if at == 0 else at - 1
