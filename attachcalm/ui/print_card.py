"""The support card on paper: the emergency number, own people, and the lines of the country."""

from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from attachcalm.support.countries import Country, emergency_words
from attachcalm.support.own import Own


def card_html(country: Country | None, own: Own) -> str:
    """The card as a page; everything that a person typed is shown as they typed it."""
    rows = [f"<p><b>{escape(emergency_words(country))}</b></p>"]
    people = [*own.people, *([own.therapist] if own.therapist else [])]
    rows += [
        f"<p>{escape(person.name)} <b>{escape(person.number)}</b> {escape(person.note)}</p>"
        for person in people
    ]
    for line in country.lines if country else ():
        day = f", {line.checked_on.isoformat()}" if line.checked_on else ""
        rows.append(
            f"<p>{escape(line.name)} <b>{escape(line.number)}</b> {escape(line.word)} "
            f"<small>{escape(line.hours)}{day}</small></p>"
        )
    return f"<h3>AttachCalm</h3>{''.join(rows)}"


def print_on(printer: QPrinter, country: Country | None, own: Own) -> None:
    """Print the card on this printer, or into the file that it stands for."""
    document = QTextDocument()
    document.setHtml(card_html(country, own))
    document.print_(printer)


def ask_and_print(parent: QWidget, country: Country | None, own: Own) -> None:
    """Let the person choose a printer, and print."""
    printer = QPrinter()
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        print_on(printer, country, own)
