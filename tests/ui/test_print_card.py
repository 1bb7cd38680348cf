"""The card fits a wallet, holds what helps, and can be read on paper."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from attachcalm.support.countries import Country, country_of, load
from attachcalm.support.own import MOST_PEOPLE, Own, Person
from attachcalm.ui import print_card
from attachcalm.ui.print_card import HEIGHT, WIDTH, card_document, card_html, print_on
from attachcalm.ui.style import LookKeeper

OWN = Own(
    people=(Person("Ana <3 & Ben", "020 7946 0000", "evenings"),),
    therapist=Person("Dr Lee", "020 7946 0123", "weekdays 9 to 17"),
)
DOTS_PER_MM = 300 / 25.4


@pytest.fixture
def us(resources: Path) -> Country:
    """A country with a line for each channel."""
    found = country_of(load(resources / "support" / "countries"), "US")
    assert found is not None
    return found


def text_of(country: Country | None, own: Own) -> str:
    """What stands on the card."""
    return card_document(card_html(country, own), DOTS_PER_MM).toPlainText()


def test_the_card_holds_danger_people_and_lines(keeper: LookKeeper, us: Country) -> None:
    """In this order, as they were typed, with what to know of each."""
    text = text_of(us, OWN)

    order = ["call 911", "Ana <3 & Ben 020 7946 0000 evenings", "Dr Lee", "988", "741741"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "by text HOME" in text
    assert "checked 2026-11-24" in text


def test_the_card_does_not_tell_where_it_comes_from(keeper: LookKeeper, us: Country) -> None:
    """Others may see into a wallet."""
    assert "attachcalm" not in text_of(us, OWN).lower()


def test_an_unchecked_number_says_so_on_paper(keeper: LookKeeper, resources: Path) -> None:
    """Paper stays longer than the page."""
    france = country_of(load(resources / "support" / "countries"), "FR")

    assert "not yet checked" in text_of(france, Own())


def test_without_a_country_there_is_a_card_all_the_same(keeper: LookKeeper) -> None:
    """Own people are what it is for."""
    text = text_of(None, OWN)

    assert "112" in text
    assert "Dr Lee" in text


def test_it_goes_on_on_another_card_where_one_is_not_enough(
    keeper: LookKeeper, us: Country
) -> None:
    """Twelve people: no line is lost or cut, and each card is as large as a bank card."""
    many = Own(people=(Person("Somebody with a long name", "020 7946 0000", "any time"),) * 12)
    assert len(many.people) == MOST_PEOPLE
    document = card_document(card_html(us, many), DOTS_PER_MM)

    assert document.pageCount() > 1
    assert document.pageSize().width() == pytest.approx(WIDTH * DOTS_PER_MM)
    assert document.pageSize().height() == pytest.approx(HEIGHT * DOTS_PER_MM)
    assert (WIDTH, HEIGHT) == (85.6, 53.98)


def test_it_is_written_into_a_pdf(keeper: LookKeeper, us: Country, tmp_path: Path) -> None:
    """A printer that is a file."""
    file = tmp_path / "card.pdf"

    assert print_on(_pdf(file), us, OWN)

    assert file.read_bytes().startswith(b"%PDF")
    assert file.stat().st_size > 1_000


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_it_is_told_when_it_cannot_be_written(
    keeper: LookKeeper, us: Country, tmp_path: Path
) -> None:
    """A folder that is not there."""
    assert not print_on(_pdf(tmp_path / "none" / "card.pdf"), us, OWN)


def test_it_is_black_on_white_in_the_dark_too(
    qapp: QApplication, bundled_fonts: None, us: Country
) -> None:
    """Paper is white, whatever the window looks like."""
    keeper = LookKeeper(qapp, "dark", 1.0, less_motion=False)
    document = card_document(card_html(us, OWN), 10)
    picture = QImage(900, 600, QImage.Format.Format_RGB32)
    picture.fill("white")
    painter = QPainter(picture)
    (place,) = list(print_card._places(document.pageSize(), document.pageSize()))
    print_card._draw(painter, document, 0, place)
    painter.end()
    keeper.deleteLater()

    darkest = min(
        picture.pixelColor(x, y).lightness() for x in range(40, 800) for y in range(40, 120)
    )
    assert darkest < 40


def _pdf(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer
