"""A rating scale as a row of round radio buttons: 0 to 10, or energy from -4 to +4.

Nothing is chosen at first, and nothing can be chosen again: 0 is a rating, None is none.
"""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QLabel, QVBoxLayout

from attachcalm.ui.icons import Icons
from attachcalm.ui.tokens import Look
from attachcalm.ui.widgets.buttons import compact, ghost_button
from attachcalm.ui.widgets.circles import ROOM, CircleButton, Circles
from attachcalm.ui.widgets.rating_keys import RatingKeys
from attachcalm.ui.widgets.text import words

KEY = Qt.Key
STEPS: dict[int, int] = {KEY.Key_Right: 1, KEY.Key_Up: 1, KEY.Key_Left: -1, KEY.Key_Down: -1}
KEYPAD, SHIFT = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier
SIGNS = ("-", "+", "\N{MINUS SIGN}")


class Scale(NamedTuple):
    """What a row of circles asks: whole numbers `least` to `most`, and what the ends mean.

    `starts_at` is where the keyboard starts while nothing is chosen.
    """

    question: str
    least: int
    most: int
    low: str
    high: str
    middle: str = ""
    starts_at: int = 0

    def shown(self, value: int) -> str:
        """Return the number as it stands in its circle: with a sign on a two-sided scale."""
        if self.least >= 0:
            return str(value)
        return "0" if value == 0 else f"{value:+d}".replace("-", "\N{MINUS SIGN}")

    def spoken(self, value: int) -> str:
        """Return the accessible name of a value: "7 of 10", "+2, towards revved, panicky"."""
        number = self.shown(value)
        if self.least >= 0:
            number = translate("{value} of {most}").format(value=value, most=self.most)
        ends = {self.least: self.low, self.most: self.high}
        if self.least < 0:
            ends[0] = self.middle
        if value in ends:
            return f"{number}, {ends[value]}"
        if self.least >= 0:
            return number
        side = self.low if value < 0 else self.high
        return translate("{value}, towards {end}").format(value=number, end=side)


def translate(text: str) -> str:
    """Return `text` in the person's language."""
    return QCoreApplication.translate("ScaleRow", text)


def distress_scale(question: str) -> Scale:
    """Return the scale for distress, 0 to 10."""
    return Scale(question, 0, 10, translate("none"), translate("the most there can be"))


def energy_scale(question: str) -> Scale:
    """Return the two-sided scale for energy, -4 to +4: calmer is not better for someone numb."""
    return Scale(
        question,
        -4,
        4,
        translate("shut down, numb"),
        translate("revved, panicky"),
        translate("about right"),
    )


def security_scale(question: str) -> Scale:
    """Return the scale for felt security, 0 to 10."""
    return Scale(question, 0, 10, translate("not safe at all"), translate("fully safe"))


class ScaleRow(QGroupBox):
    """Asks for one rating. Digits, arrows, Home, End and Delete work while it has the focus."""

    changed = Signal(object)  # the new value, int or None

    def __init__(self, name: str, scale: Scale, icons: Icons) -> None:
        super().__init__()
        self.scale = scale
        self._value: int | None = None
        self._keys = RatingKeys(scale.least, scale.most, scale.starts_at)
        self._make(name, icons)
        self._arrange(icons.keeper.look)
        self._connect(icons)

    def value(self) -> int | None:
        """Return the rating, or None while nothing is chosen."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Choose `value`, or nothing with None. A value off the scale is a ValueError."""
        if value is not None and not self.scale.least <= value <= self.scale.most:
            raise ValueError(
                f"{value} is not on a scale of {self.scale.least} to {self.scale.most}"
            )
        self._mark(value)
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def take_focus(self) -> None:
        """Put the keyboard on the chosen circle, or where it starts while nothing is chosen."""
        at = self.scale.starts_at if self._value is None else self._value
        self._button_at(at).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Rate by keys; what means nothing here goes on to the page."""
        if event.modifiers() & ~(KEYPAD | SHIFT):
            super().keyPressEvent(event)
        elif event.key() in (KEY.Key_Delete, KEY.Key_Backspace):
            self._clear_by_person()
        elif (wanted := self._wanted_by(event)) is not None:
            self.set_value(wanted)
            self._button_at(wanted).setFocus(Qt.FocusReason.TabFocusReason)
        elif event.text() not in SIGNS:
            super().keyPressEvent(event)

    def _wanted_by(self, event: QKeyEvent) -> int | None:
        key = event.key()
        if key == KEY.Key_Home:
            return self.scale.least
        if key == KEY.Key_End:
            return self.scale.most
        if key in STEPS:
            across = key in (KEY.Key_Left, KEY.Key_Right)
            mirrored = across and self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            return self._keys.stepped(-STEPS[key] if mirrored else STEPS[key], self._value)
        typed = event.text().replace("\N{MINUS SIGN}", "-")
        return self._keys.typed(typed, event.timestamp(), self._value)

    def _clear_by_person(self) -> None:
        self._button_at(self.scale.starts_at).setFocus(Qt.FocusReason.TabFocusReason)
        self.set_value(None)  # after the focus: a hidden button would hand it to a stranger

    def _make(self, name: str, icons: Icons) -> None:
        scale = self.scale
        self.setObjectName(name)
        self.setAccessibleName(scale.question)
        self.question = words("label", scale.question, f"{name}_question")
        self.buttons = [
            CircleButton(f"{name}_{value}", scale.shown(value), scale.spoken(value), icons.keeper)
            for value in range(scale.least, scale.most + 1)
        ]
        below = [words("small", text) for text in (scale.low, scale.middle, scale.high)]
        below[1].setAlignment(Qt.AlignmentFlag.AlignHCenter)
        below[2].setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self.ends: list[QLabel] = below
        self.circles = Circles(self.buttons, below, icons.keeper)
        says = translate("Clear: {question}").format(question=scale.question)
        self.clear_button = compact(
            ghost_button(f"{name}_clear", translate("Clear"), icons, "x", says=says)
        )
        policy = self.clear_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(policy)
        self._mark(None)

    def _arrange(self, look: Look) -> None:
        head = QHBoxLayout()
        head.addWidget(self.question, 1)
        head.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.circles)
        self._space(look)

    def _connect(self, icons: Icons) -> None:
        for button in self.buttons:
            button.clicked.connect(self._circle_clicked)
        self.clear_button.clicked.connect(self._clear_by_person)
        icons.keeper.changed.connect(self._space)

    def _space(self, look: Look) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(look.px(4))
        self.setMaximumWidth(look.px(ROOM))

    def _circle_clicked(self) -> None:
        clicked = self.sender()
        for value, button in enumerate(self.buttons, self.scale.least):
            if button is clicked:
                self.set_value(value)

    def _button_at(self, value: int) -> CircleButton:
        return self.buttons[value - self.scale.least]

    def _mark(self, value: int | None) -> None:
        """Show `value` as chosen and make it (or the start) the row's one stop for Tab."""
        stop = self._button_at(self.scale.starts_at if value is None else value)
        chosen = None if value is None else stop
        for button in self.buttons:
            button.choose(button is chosen)
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self.clear_button.setVisible(value is not None)
