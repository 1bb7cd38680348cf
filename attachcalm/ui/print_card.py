"""The support card on paper, in the size of a bank card: danger, own people, and the lines."""

from collections.abc import Iterator
from html import escape
from itertools import product

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from attachcalm.support.countries import Country, Line
from attachcalm.support.numbers import Channel
from attachcalm.support.own import Own
from attachcalm.ui.support_words import danger_words, hours_words
from attachcalm.ui.tokens import FONT_FAMILY

WIDTH, HEIGHT = 85.6, 53.98  # mm: ISO/IEC 7810 ID-1, what a wallet is made for
MARGIN = 3.5  # mm
TEXT = 2.9  # mm: 8 pt
MM_PER_INCH = 25.4


def card_html(country: Country | None, own: Own) -> str:
    """The card as text; everything that a person typed is shown as they typed it.

    It does not name AttachCalm: a wallet may be seen by others.
    """
    people = [*own.people, *([own.therapist] if own.therapist else [])]
    rows = [f"<b>{escape(danger_words(country))}</b>"]
    rows += [_row(person.name, person.number, person.note) for person in people]
    rows += [_line_row(line) for line in (country.lines if country else ())]
    return "".join(f"<p>{row}</p>" for row in rows)


def _line_row(line: Line) -> str:
    if line.checked_on:
        told = QCoreApplication.translate("PrintCard", "checked {day}")
        trust = told.format(day=line.checked_on.isoformat())
    else:
        trust = QCoreApplication.translate("PrintCard", "not yet checked")
    word = line.word
    if line.channel is Channel.TEXT:
        word = QCoreApplication.translate("PrintCard", "by text {word}").format(word=word).strip()
    about = ", ".join(part for part in (word, hours_words(line), trust) if part)
    return _row(line.name, line.number, about)


def _row(name: str, number: str, about: str) -> str:
    return " ".join(
        part
        for part in (escape(name), f"<b>{escape(number)}</b>" if number else "", escape(about))
        if part
    )


def card_document(html: str, dots_per_mm: float) -> QTextDocument:
    """The text set in as many cards as it takes, one page of the document for each."""
    document = QTextDocument()
    font = QFont(FONT_FAMILY)
    font.setPixelSize(max(1, round(TEXT * dots_per_mm)))
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(f"p {{ margin: 0 0 {round(dots_per_mm)}px 0; }}")
    document.setDocumentMargin(MARGIN * dots_per_mm)
    document.setHtml(html)
    document.setPageSize(QSizeF(WIDTH * dots_per_mm, HEIGHT * dots_per_mm))
    return document


def print_on(printer: QPrinter, country: Country | None, own: Own) -> bool:
    """Print on this printer, or into the file that it stands for; False if it cannot be done."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    document = card_document(card_html(country, own), printer.resolution() / MM_PER_INCH)
    places = list(_places(printer.pageRect(QPrinter.Unit.DevicePixel).size(), document.pageSize()))
    done = True
    for card in range(document.pageCount()):
        at = card % len(places)
        if card and at == 0:
            done = printer.newPage() and done
        _draw(painter, document, card, places[at])
    return painter.end() and done


def _places(sheet: QSizeF, card: QSizeF) -> Iterator[QPointF]:
    """Where cards stand on a sheet, line by line; at least one, however small the sheet is."""
    across = max(1, int(sheet.width() // card.width()))
    down = max(1, int(sheet.height() // card.height()))
    for row, column in product(range(down), range(across)):
        yield QPointF(column * card.width(), row * card.height())


def _draw(painter: QPainter, document: QTextDocument, card: int, place: QPointF) -> None:
    """Draw one card black on white, whatever the theme, with an edge to cut along."""
    size = document.pageSize()
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    context.palette = palette
    context.clip = QRectF(QPointF(0, card * size.height()), size)
    painter.save()
    painter.setPen(QPen(Qt.GlobalColor.gray, 0, Qt.PenStyle.DashLine))
    painter.drawRect(QRectF(place, size))
    painter.translate(place - context.clip.topLeft())
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def ask_and_print(parent: QWidget, country: Country | None, own: Own) -> bool:
    """Let the person choose a printer or a PDF file; False if printing went wrong."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return True
    return print_on(printer, country, own)
