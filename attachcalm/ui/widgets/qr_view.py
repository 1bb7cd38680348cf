"""A link as a picture that a phone can scan: a laptop cannot dial."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from attachcalm.ui.style import LookKeeper

SIDE = 176  # px at 100 %
QUIET = 4  # modules of white around the code, as the standard asks (ISO/IEC 18004)


class QrView(QWidget):
    """Shows one link as a QR code, black on white whatever the theme: phones read that best."""

    def __init__(self, name: str, keeper: LookKeeper) -> None:
        super().__init__()
        self.setObjectName(name)
        self._keeper = keeper
        self._rows: tuple[bytes, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        keeper.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a square of whole modules that a phone reads from arm's length."""
        side = self._module() * self._modules()
        return QSize(side, side)

    def show_link(self, link: str, number: str) -> None:
        """Show the code that opens this link; `number` is how it is said."""
        import segno

        made = segno.make(link, error="m", micro=False)
        self._rows = tuple(bytes(row) for row in made.matrix)
        told = self.tr("QR code for {number}").format(number=number)
        self.setAccessibleName(told)
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint each module on whole pixels."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        side = self._module()
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    spot = QRect((x + QUIET) * side, (y + QUIET) * side, side, side)
                    painter.fillRect(spot, QColor("black"))

    def _modules(self) -> int:
        return len(self._rows) + 2 * QUIET

    def _module(self) -> int:
        return max(1, round(self._keeper.look.px(SIDE) / self._modules()))
