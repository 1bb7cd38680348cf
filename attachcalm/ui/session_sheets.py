"""The pages of a document as pictures below each other, each to be reached and read by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from attachcalm.ui.style import LookKeeper
from attachcalm.ui.widgets.text import words

LEAST = 200  # px: a page can still be told from another
NEAR, APART = 6, 18  # px at 100 %: a number over its page, and one page from the next


class Sheet(QWidget):
    """One page, as wide as there is room and no wider than its picture."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.picture = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: QImage) -> None:
        """Show this; its device pixel ratio says how large it is."""
        self.picture = picture
        self.setMaximumWidth(picture.deviceIndependentSize().toSize().width())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for its own size."""
        return self.picture.deviceIndependentSize().toSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with a small one."""
        width = min(LEAST, self.sizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Keep the shape of the page."""
        size = self.picture.size()
        wide = min(width, self.sizeHint().width())
        return round(wide * size.height() / size.width()) if size.width() else 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the page in the room that there is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(
            QRect(0, 0, self.width(), self.heightForWidth(self.width())), self.picture
        )


class SessionSheets(QWidget):
    """Tab goes from page to page, the arrows and Page up and down scroll.

    What stands on a page is its accessible description, so that it can be heard as well.
    """

    def __init__(self, keeper: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("session_sheets")
        self._keeper = keeper
        self.numbers: list[QLabel] = []
        self.sheets: list[Sheet] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_pages(self, pages: Sequence[QImage], texts: Sequence[str], ratio: float) -> None:
        """Show these in place of the last; `ratio` device pixels are one pixel."""
        self._column.setSpacing(self._keeper.look.px(NEAR))
        while len(self.sheets) < len(pages):
            self._add()
        for at, (number, sheet) in enumerate(zip(self.numbers, self.sheets, strict=True)):
            is_there = at < len(pages)
            number.setVisible(is_there and len(pages) > 1)
            sheet.setVisible(is_there)
            if is_there:
                self._fill(at, pages, texts[at], ratio)

    def _fill(self, at: int, pages: Sequence[QImage], text: str, ratio: float) -> None:
        number, sheet = self.numbers[at], self.sheets[at]
        told = self.tr("Page {n} of {all}").format(n=at + 1, all=len(pages))
        number.setText(told)
        number.setContentsMargins(0, self._keeper.look.px(APART) if at else 0, 0, 0)
        picture = QImage(pages[at])
        picture.setDevicePixelRatio(ratio)
        sheet.show_picture(picture)
        sheet.setAccessibleName(self.tr("{page}, as it will be saved").format(page=told))
        sheet.setAccessibleDescription(text)

    def _add(self) -> None:
        count = len(self.sheets) + 1
        number = words("small", "", f"session_number_{count}")
        sheet = Sheet(f"session_sheet_{count}")
        self.numbers.append(number)
        self.sheets.append(sheet)
        self._column.addWidget(number)
        self._column.addWidget(sheet)
