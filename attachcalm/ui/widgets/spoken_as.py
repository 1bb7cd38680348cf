"""Telling assistive technology what a widget is, where Qt would say less: a heading, a drawing."""

from typing import cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QLabel, QWidget

_ROLE = "spoken_role"  # the property in which a widget says what it is
_made: list[bool] = []  # filled once the factory is installed


class _Spoken(QAccessibleObject):
    """What a screen reader is told of such a widget: its role, its words, its place."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget)
        self._role = role

    def role(self) -> QAccessible.Role:
        return self._role

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.invisible = not self._widget.isVisible()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Description:
            return self._widget.accessibleDescription()
        if kind != QAccessible.Text.Name:
            return ""
        words = self._widget.text() if isinstance(self._widget, QLabel) else ""
        return self._widget.accessibleName() or words

    def parent(self) -> QAccessibleInterface:
        above = self._widget.parentWidget() or self._widget.window()
        return QAccessible.queryAccessibleInterface(above)

    def rect(self) -> QRect:
        return QRect(self._widget.mapToGlobal(QPoint(0, 0)), self._widget.size())

    @property
    def _widget(self) -> QWidget:
        """Asked of Qt each time: a hold of our own would be a circle."""
        return cast("QWidget", self.object())

    def child(self, _index: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value] # Qt's word for "there is none"

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        return -1


def spoken_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Let this widget be spoken of as that."""
    if not _made:
        QAccessible.installFactory(_spoken)
        _made.append(True)
    widget.setProperty(_ROLE, role.value)


def _spoken(_class: str, told: QObject) -> QAccessibleInterface | None:
    """Qt asks this of every widget that a screen reader meets."""
    if not isinstance(told, QWidget) or told.property(_ROLE) is None:
        return None
    spoken = _Spoken(told, QAccessible.Role(told.property(_ROLE)))
    told.__dict__["_spoken"] = spoken  # Qt takes no hold of it: unkept, it would be freed at once
    return spoken
