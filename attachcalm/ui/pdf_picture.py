"""A PDF as pictures of its pages, exactly as any reader shows it.  For the worker."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

EDGE = "#b9b3a6"  # so that a white sheet is seen on a white card


def pictures_of(pdf: bytes, width: int) -> tuple[QImage, ...]:
    """Each page, `width` pixels wide, on white, with a thin edge."""
    content = QByteArray(pdf)
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = tuple(_picture(document, number, width) for number in range(document.pageCount()))
    document.close()
    return pages


def _picture(document: QPdfDocument, number: int, width: int) -> QImage:
    size = document.pagePointSize(number)
    shape = QSize(width, round(width * size.height() / size.width()))
    page = document.render(number, shape)
    white = QImage(shape, QImage.Format.Format_RGB32)
    white.fill(QColor("white"))
    painter = QPainter(white)
    painter.drawImage(0, 0, page)
    painter.setPen(QColor(EDGE))
    painter.drawRect(0, 0, shape.width() - 1, shape.height() - 1)
    painter.end()
    return white


def one_below_the_other(pages: Sequence[QImage]) -> QImage:
    """All pages in one picture; a single page is that page."""
    if len(pages) == 1:
        return pages[0]
    high = sum(page.height() for page in pages)
    whole = QImage(pages[0].width(), high, QImage.Format.Format_RGB32)
    painter = QPainter(whole)
    top = 0
    for page in pages:
        painter.drawImage(0, top, page)
        top += page.height()
    painter.end()
    return whole
