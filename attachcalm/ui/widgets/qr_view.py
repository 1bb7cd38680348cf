"""A number as a picture that a phone can scan: a laptop cannot dial."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

SIDE = 168  # px
QUIET = 4  # modules of white around the code, as the standard asks (ISO/IEC 18004)


class QrView(QWidget):
    """Shows one text as a QR code, black on white whatever the theme: phones read that best."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._rows: tuple[tuple[int, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a square that a phone reads from arm's length."""
        return QSize(SIDE, SIDE)

    def show_number(self, number: str) -> None:
        """Show the code with which a phone dials this number."""
        import segno

        dialled = "".join(sign for sign in number if sign.isdigit() or sign == "+")
        made = segno.make(f"tel:{dialled}", error="m", micro=False)
        self._rows = tuple(tuple(int(dark) for dark in row) for row in made.matrix)
        self.setAccessibleName(self.tr("QR code that dials {number}").format(number=number))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the modules on whole pixels as far as they go."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        if not self._rows:
            return
        module = SIDE / (len(self._rows) + 2 * QUIET)
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    spot = QRectF((x + QUIET) * module, (y + QUIET) * module, module, module)
                    painter.fillRect(spot, QColor("black"))
