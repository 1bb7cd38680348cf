"""One word of the person's own: what it is, what it says, and two ways to change that."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from attachcalm.support.kit import LONGEST
from attachcalm.ui.check_in_words import breakable, in_short
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import compact, ghost_button, icon_button, secondary_button
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words

LONGEST_SHOWN = 600  # characters; all of it is there to be changed


@dataclass(frozen=True, slots=True)
class Told:
    """What a row shows.  An empty `text` is a place where something can be put."""

    slot: str
    name: str
    text: str
    about: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()  # what could be put there by one press


class WordRow(QWidget):
    """Reads as plain text; Change turns it into a line to write on.  Enter keeps it."""

    kept = Signal(str, str)  # slot, text
    taken_out = Signal(str)  # slot
    opened = Signal()  # for writing

    def __init__(self, told: Told, icons: Icons) -> None:
        super().__init__()
        self.told = told
        self._icons = icons
        slot, name = told.slot, told.name
        self.setObjectName(f"word_{slot}")
        self.text = words("heading", breakable(told.text[:LONGEST_SHOWN]), f"word_{slot}_text")
        self.change_button: QPushButton = icon_button(
            f"word_{slot}_change", self.tr("Change: {name}").format(name=name), icons, "pencil"
        )
        self.out_button: QPushButton = icon_button(
            f"word_{slot}_out", self.tr("Take out: {name}").format(name=name), icons, "x"
        )
        says = self.tr("Put something here: {name}").format(name=name)
        self.add_button = compact(secondary_button(
            f"word_{slot}_add", self.tr("Put something here"), icons, "pencil", says=says
        ))  # fmt: skip
        self.field = QLineEdit()
        self.keep_button = self._small("keep", self.tr("Keep"), "check")
        self.leave_button = compact(ghost_button(f"word_{slot}_leave", self.tr("Leave it"), icons))
        self.offer_buttons = [self._offer(at, text) for at, text in enumerate(told.offers)]
        self._form = QWidget()
        self._arrange()
        self._connect()

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        shown = (self.change_button, self.out_button) if self.told.text else (self.add_button,)
        return [*shown, self.field, *self.offer_buttons, self.keep_button, self.leave_button]

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard acts on something in it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def take_focus(self) -> None:
        """Put the keyboard on what opens it."""
        self.controls[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Let the person write."""
        self.opened.emit()
        self.field.setMaxLength(max(LONGEST, len(self.told.text)))
        self.field.setText(self.told.text)
        self._form.show()
        self._set_reading(False)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def close_form(self) -> None:
        """Read again; what was written and not kept is let go."""
        if not self._form.isHidden():
            had_keyboard = self.has_keyboard
            self._form.hide()
            self._set_reading(True)
            if had_keyboard:
                self.take_focus()

    def _set_reading(self, reading: bool) -> None:
        self.text.setVisible(reading and bool(self.told.text))
        for button in (self.change_button, self.out_button):
            button.setVisible(reading and bool(self.told.text))
        self.add_button.setVisible(reading and not self.told.text)

    def _keep(self) -> None:
        text = " ".join(self.field.text().split())
        if text and text != self.told.text:
            self.kept.emit(self.told.slot, text)
        else:
            self.close_form()

    def _take_out(self) -> None:
        self.taken_out.emit(self.told.slot)

    def _use_offer(self) -> None:
        at = self.offer_buttons.index(self.sender())  # type: ignore[arg-type]  # one of them
        self.kept.emit(self.told.slot, self.told.offers[at])

    # ------------------------------------------------------------ arrangement
    def _small(self, name: str, text: str, icon: str) -> QPushButton:
        made = secondary_button(f"word_{self.told.slot}_{name}", text, self._icons, icon)
        return compact(made)

    def _offer(self, at: int, text: str) -> QPushButton:
        shown = f"“{in_short(text)}”"
        says = self.tr("Use “{text}”").format(text=text)
        name = f"word_{self.told.slot}_offer_{at}"
        return compact(secondary_button(name, shown, self._icons, says=says))

    def _arrange(self) -> None:
        self.field.setObjectName(f"word_{self.told.slot}_field")
        self.field.setAccessibleName(self.told.name)
        buttons = FlowRow(f"word_{self.told.slot}_buttons", self._icons.keeper)
        for button in (*self.offer_buttons, self.keep_button, self.leave_button):
            buttons.add(button)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.addWidget(self.field)
        if self.offer_buttons:
            form.addWidget(words("small", self.tr("Or take what you told an exercise:")))
        form.addWidget(buttons)
        column = QVBoxLayout()
        column.setSpacing(self._icons.keeper.look.px(4))
        column.addWidget(words("label", breakable(self.told.name)))
        column.addWidget(self.text)
        column.addWidget(self._form)
        for about in self.told.about:
            column.addWidget(words("small", breakable(about)))
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        for icon in (self.change_button, self.out_button):
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self._form.hide()
        self._set_reading(True)

    def _connect(self) -> None:
        self.change_button.clicked.connect(self.open)
        self.add_button.clicked.connect(self.open)
        self.out_button.clicked.connect(self._take_out)
        self.field.returnPressed.connect(self._keep)
        self.keep_button.clicked.connect(self._keep)
        self.leave_button.clicked.connect(self.close_form)
        for button in self.offer_buttons:
            button.clicked.connect(self._use_offer)
