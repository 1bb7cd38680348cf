"""A PDF as pictures of its pages, exactly as any reader shows it.  For the worker."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

EDGE = "#b9b3a6"  # so that a white sheet is seen on a white card


def pictures_of(pdf: bytes, width: int) -> tuple[QImage, ...]:
    """Each page, `width` pixels wide, on white, with a thin edge."""
    with _opened(pdf) as document:
        return tuple(_picture(document, at, width) for at in range(document.pageCount()))


def texts_of(pdf: bytes) -> tuple[str, ...]:
    """What stands on each page, in words."""
    with _opened(pdf) as document:
        return tuple(document.getAllText(at).text() for at in range(document.pageCount()))


@contextmanager
def _opened(pdf: bytes) -> Iterator[QPdfDocument]:
    content = QByteArray(pdf)
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()


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
