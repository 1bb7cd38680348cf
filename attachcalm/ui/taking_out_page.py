"""Everything of someone, taken out together: after a loss, or a parting."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout

from attachcalm.journal.held import Held
from attachcalm.support.belongings import Belonging, belongings, people
from attachcalm.support.kit import SLOTS, Place
from attachcalm.support.own import LONGEST, Own
from attachcalm.ui.check_in_words import breakable, in_short
from attachcalm.ui.icons import Icons
from attachcalm.ui.shortcuts import bind
from attachcalm.ui.slot_words import slot_name, sound_name
from attachcalm.ui.widgets.buttons import compact, ghost_button, primary_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.key_order import order_keys
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.switch_row import SwitchRow
from attachcalm.ui.widgets.text import words

MOST_NAMES = 12
MOST_ROWS = 200  # nobody has so many; a file that was taken in might
LONGEST_SHOWN = 200  # characters


class TakingOutPage(ScrollPage):
    """First whose, then what: nothing goes before the one button is pressed."""

    shown = Signal()
    taken_out = Signal(object)  # a tuple of Belonging
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("taking_out", icons.keeper, self.tr("Take out everything of someone"),
                         self.tr("Take the time that you need. Nothing goes before you press the "
                                 "button, and then you can still have it back."))  # fmt: skip
        self._icons = icons
        self._held: Mapping[str, Held] = {}
        self._own = Own()
        self._all: tuple[Belonging, ...] = ()
        self._names: tuple[str, ...] = ()
        self.name_buttons: list[QPushButton] = []
        self.rows: list[SwitchRow] = []
        self.back_button = ghost_button("taking_out_back", self.tr("Back"), icons, "arrow-left")
        self.whose = Card("taking_out_whose", icons.keeper, self.tr("Of whom?"), " ")
        self.field = QLineEdit()
        self.what = Card("taking_out_what", icons.keeper, self.tr("What goes"), self.tr(
            "What has their name in it, or was said in the same sitting, is switched on. Change "
            "that as you like."
        ))  # fmt: skip
        self.stays = Card("taking_out_stays", icons.keeper, self.tr("What stays"), self.tr(
            "What you answered in earlier sittings stays in your record, in the journal on this "
            "computer and in files that you saved, but no exercise says it any more. Single "
            "answers cannot be deleted from the record yet. Check-ins and look-backs that speak "
            "of them can be deleted one by one, under Trends, Check-ins."
        ), kind="soft")  # fmt: skip
        self.out_button = primary_button("taking_out_go", self.tr("Take these out"), icons)
        self.leave_button = ghost_button("taking_out_leave", self.tr("Leave everything"), icons)
        self._arrange()
        self._connect()

    def show_everything(self, held: Mapping[str, Held], own: Own) -> None:
        """Begin anew with what there is."""
        self._held = {slot: each for slot, each in held.items() if each.text.strip()}
        self._own = own
        self._names = people(self._held, own)[:MOST_NAMES]
        self.field.clear()
        empty(self._names_column)
        self._names_row = FlowRow("taking_out_names", self._icons.keeper, 8)
        self.name_buttons = [self._name_button(at) for at in range(len(self._names))]
        for button in self.name_buttons:
            self._names_row.add(button)
        self._names_column.addWidget(self._names_row)
        self._names_row.setVisible(bool(self._names))
        named = self.tr("Choose, or write a name. It is kept nowhere.")
        self.whose.say(
            self.whose.title.text(),
            named if self._names else self.tr("Write a name. It is kept nowhere."),
        )
        self._list("")

    # ------------------------------------------------------------ whose
    def _name_button(self, at: int) -> QPushButton:
        name = f"taking_out_name_{at}"
        shown = in_short(self._names[at])
        button = compact(secondary_button(name, shown, self._icons, says=self._names[at]))
        button.clicked.connect(self._choose)
        return button

    def _choose(self) -> None:
        at = self.name_buttons.index(self.sender())  # type: ignore[arg-type]  # one of them
        self.field.setText(self._names[at])

    # ------------------------------------------------------------ what
    def _list(self, name: str) -> None:
        """Everything there is, once somebody is named."""
        wanted = " ".join(name.split())
        found = belongings(wanted, self._held.values(), self._own) if wanted else ()
        self._all = found[:MOST_ROWS]
        empty(self._column)
        self.rows = []
        for at, each in enumerate(self._all):
            row = SwitchRow(
                f"taking_out_{at}", breakable(_says(each)[:LONGEST_SHOWN]), _place(each),
                self._icons.keeper,
            )  # fmt: skip
            row.set_on(each.is_theirs)
            row.switched.connect(self._count)
            self._column.addWidget(row)
            row.show()
            self.rows.append(row)
        for widget in (self.what, self.stays, self._buttons):
            widget.setVisible(bool(wanted))
        self._nothing.setVisible(not self._all)
        self._count()
        switches = [row.switch for row in self.rows]
        order_keys((self.back_button, *self.name_buttons, self.field, *switches,
                    self.out_button, self.leave_button))  # fmt: skip

    def _chosen(self) -> tuple[Belonging, ...]:
        pairs = zip(self._all, self.rows, strict=True)
        return tuple(each for each, row in pairs if row.is_on())

    def _count(self) -> None:
        count = len(self._chosen())
        told = self.tr("Take out {count} of these").format(count=count)
        self.out_button.setText(told if count else self.tr("Nothing is chosen"))
        self.out_button.setEnabled(bool(count))

    def _take_out(self) -> None:
        self.taken_out.emit(self._chosen())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read everything anew."""
        super().showEvent(event)
        if not event.spontaneous():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.shown.emit()

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        keeper = self._icons.keeper
        self.field.setObjectName("taking_out_field")
        self.field.setAccessibleName(self.tr("Their name"))
        self.field.setPlaceholderText(self.tr("Their name"))
        self.field.setMaxLength(LONGEST)
        self._names_column = QVBoxLayout()
        self.whose.body.addLayout(self._names_column)
        self.whose.body.addWidget(self.field)
        self._nothing = words("muted", self.tr("Nothing of your own is kept here at all."))
        self._column = QVBoxLayout()
        self.what.body.addLayout(self._column)
        self.what.body.addWidget(self._nothing)
        self._buttons = FlowRow("taking_out_buttons", keeper)
        for button in (self.out_button, self.leave_button):
            self._buttons.add(button)
        self.body.insertWidget(0, self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        for widget in (self.whose, self.what, self.stays, self._buttons):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        for widget in (self.what, self.stays, self._buttons):
            widget.hide()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.leave_button.clicked.connect(self.left)
        self.field.textChanged.connect(self._list)
        self.out_button.clicked.connect(self._take_out)
        bind(self, (("Esc", self.left.emit),))


def _says(each: Belonging) -> str:
    is_sound = each.held is not None and each.held.slot == Place.SOUND
    return sound_name(each.text) if is_sound else each.text


def _place(each: Belonging) -> str:
    """Where it stands."""
    if each.held is None:
        return translate("On Support, with a number")
    name = slot_name(each.held.slot)
    if each.held.slot == Place.PHOTO:
        return translate("In your kit: the photo, with its file")
    return translate("In your kit: {name}").format(name=name) if each.held.slot in SLOTS else name


def translate(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("TakingOut", text)
