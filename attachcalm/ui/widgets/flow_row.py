"""Widgets beside each other that go on in a new line where there is no room, like words."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from attachcalm.ui.style import LookKeeper


class FlowRow(QWidget):
    """A row of buttons, pills or chips that is never wider than its page.

    `gap` is the space between them in px at 100 %. Every widget keeps the size it asks for, and
    is only made narrower if it alone is wider than the row.
    """

    def __init__(self, name: str, keeper: LookKeeper, gap: int = 12) -> None:
        super().__init__()
        self.setObjectName(name)
        self._keeper = keeper
        self._gap = gap
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end of the row."""
        widget.setParent(self)
        widget.show()
        self._widgets.append(widget)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Lay out again when a widget asks for another size (new words, new look)."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the row anew for the new width."""
        self._place()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out what came or went while nobody saw the row: Qt asks for nothing then."""
        self._place()
        self.updateGeometry()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Turn around with the reading direction."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all lines at this width."""
        return max((spot.bottom() + 1 for _, spot in self._spots(width)), default=0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for everything on one line."""
        sizes = [widget.sizeHint() for widget in self._shown()]
        gaps = self._keeper.look.px(self._gap) * max(0, len(sizes) - 1)
        width = sum(size.width() for size in sizes) + gaps
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with the widest single widget."""
        sizes = [widget.minimumSizeHint() for widget in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _place(self) -> None:
        for widget, spot in self._spots(self.width()):
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                spot.moveLeft(self.width() - spot.right() - 1)
            widget.setGeometry(spot)

    def _spots(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        """Give each widget its place in a row `width` wide, left to right, line under line."""
        gap = self._keeper.look.px(self._gap)
        line: list[tuple[QWidget, QRect]] = []
        left = top = 0
        for widget in self._shown():
            size = widget.sizeHint().expandedTo(widget.minimumSize())
            size = size.boundedTo(widget.maximumSize())
            wide = min(size.width(), width)
            if line and left + wide > width:
                yield from centred(line)
                left, top, line = 0, max(spot.bottom() + 1 for _, spot in line) + gap, []
            line.append((widget, QRect(left, top, wide, size.height())))
            left += wide + gap
        yield from centred(line)


def centred(line: list[tuple[QWidget, QRect]]) -> list[tuple[QWidget, QRect]]:
    """Return one line with its lower widgets moved to the middle of the highest."""
    highest = max((spot.height() for _, spot in line), default=0)
    return [(widget, spot.translated(0, (highest - spot.height()) // 2)) for widget, spot in line]
