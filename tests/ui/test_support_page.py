"""Support: danger first, then people and lines; usable in any size, by keyboard, in any state."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from attachcalm.support.countries import OTHER, Country, Line, load
from attachcalm.support.numbers import Channel
from attachcalm.support.own import Own, Person
from attachcalm.ui import support_page
from attachcalm.ui.icons import Icons
from attachcalm.ui.print_card import card_html
from attachcalm.ui.support_page import SupportPage

Found = TypeVar("Found", bound=QWidget)
TAB = Qt.FocusPolicy.TabFocus
TODAY = date(2026, 11, 24)
OWN = Own(
    country="US",
    people=(Person("Ana", "020 7946 0000", "evenings"),),
    therapist=Person("Dr Lee", "020 7946 0123", "weekdays 9 to 17"),
)


def line(checked_on: date | None) -> Line:
    """A helpline last checked then."""
    return Line("Line", "123", Channel.CALL, "", "everyone", "differs", "x.org", checked_on)


def page_of(
    bot: QtBot, icons: Icons, countries: tuple[Country, ...], own: Own, today: date = TODAY
) -> SupportPage:
    """The page as it is shown in a window of the usual size."""
    page = SupportPage(icons, countries, own, today)
    bot.addWidget(page)
    page.resize(960, 800)
    page.show()
    icons.keeper.dress()
    return page


def find(page: QWidget, kind: type[Found], name: str) -> Found:
    """The control of this name."""
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def words_of(page: QWidget) -> str:
    """All that can be read."""
    labels = page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def countries(resources: Path) -> tuple[Country, ...]:
    """The countries that ship."""
    return load(resources / "support" / "countries")


def test_the_number_for_danger_stands_first(
    qtbot: QtBot, icons: Icons, countries: tuple[Country, ...]
) -> None:
    """Above all else on the page, with Copy beside it."""
    page = page_of(qtbot, icons, countries, OWN)
    number = find(page, QLabel, "emergency_number")

    assert number.text() == "911"
    others = [page.ground_button, page.people, page.lines, page.country]
    top = number.mapTo(page, QPoint()).y()
    assert all(other.mapTo(page, QPoint()).y() > top for other in others)
    assert find(page, QAbstractButton, "emergency_copy").isVisible()


def test_the_country_is_asked_and_can_be_changed(
    qtbot: QtBot, icons: Icons, countries: tuple[Country, ...]
) -> None:
    """Not chosen, chosen, chosen anew, and not listed: each is told and shown."""
    page = page_of(qtbot, icons, countries, Own())
    told: list[Own] = []
    page.own_changed.connect(told.append)
    assert page.country.currentText() == "Choose your country"
    assert "once a country is chosen" in words_of(page)

    for name, number in (("Ireland", "112"), ("Australia", "000")):
        _choose(page.country, name)
        assert find(page, QLabel, "emergency_number").text() == number
    _choose(page.country, "Not listed")

    assert [own.country for own in told] == ["IE", "AU", OTHER]
    assert page.findChild(QLabel, "emergency_number") is None
    assert "no numbers for your country yet" in words_of(page)
    assert "findahelpline.com" in words_of(page)


def test_a_country_that_is_no_longer_there_is_asked_again(qtbot: QtBot, icons: Icons) -> None:
    """Its file is broken, or came from a newer version: there is still what to do."""
    page = page_of(qtbot, icons, (), OWN)

    assert page.chosen is None
    assert page.country.currentText() == "Choose your country"
    assert "112" in page.danger.title.text()


@pytest.mark.parametrize(
    ("checked_on", "said", "unsaid"),
    [
        (date(2026, 5, 28), "checked", "too long ago"),  # 180 days
        (date(2026, 5, 27), "too long ago", "not yet"),  # 181 days
        (None, "not yet checked by us", "too long ago"),
    ],
)
def test_each_line_says_how_far_it_can_be_trusted(
    qtbot: QtBot, icons: Icons, checked_on: date | None, said: str, unsaid: str
) -> None:
    """At the threshold, above it, and never checked at all."""
    here = Country("XX", "Here", "112", (line(checked_on),))

    page = page_of(qtbot, icons, (here,), Own(country="XX"))

    assert said in words_of(page.lines)
    assert unsaid not in words_of(page.lines)


def test_a_text_line_says_what_to_write(
    qtbot: QtBot, icons: Icons, countries: tuple[Country, ...]
) -> None:
    """HOME to 741741; a chat says that it needs a browser."""
    page = page_of(qtbot, icons, countries, OWN)

    assert "Crisis Text Line: text HOME to" in words_of(page)
    assert "988 by chat (in a browser)" in words_of(page)


def test_it_is_said_that_nobody_sees_the_ratings(
    qtbot: QtBot, icons: Icons, countries: tuple[Country, ...]
) -> None:
    """Plainly, on the page itself."""
    assert "Nobody sees what you rate or write here unless you send it" in words_of(
        page_of(qtbot, icons, countries, Own())
    )


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [700, 964])
def test_nothing_is_cut_off_at_any_text_size(
    qtbot: QtBot, icons: Icons, countries: tuple[Country, ...], scale: float, width: int
) -> None:
    """In the least window with the rail, and wider: no sideways scrolling, all of it inside."""
    icons.keeper.choose("light", scale, less_motion=False)
    page = page_of(qtbot, icons, countries, OWN)
    page.resize(width, 600)
    page.people.add_button.click()
    find(page, QAbstractButton, "line_0_scan").click()
    settle()

    assert page.horizontalScrollBar().maximum() == 0
    content = page.widget()
    assert content is not None
    for kind in (QAbstractButton, QLineEdit, QComboBox, QLabel):
        for control in content.findChildren(kind):
            if control.isVisible():
                right = control.mapTo(content, control.rect().topRight()).x()
                assert right <= content.width(), control.objectName()
                assert control.height() >= control.minimumSizeHint().height(), control.objectName()


def visits(page: SupportPage) -> list[QWidget]:
    """What Tab visits from the top of the page on, round once."""
    met: list[QWidget] = []
    widget: QWidget | None = page.danger.controls[0]
    while widget is not None and widget not in met:
        met.append(widget)
        widget = widget.nextInFocusChain()
    return [each for each in met if each.isVisible() and each.focusPolicy() & TAB]


@pytest.mark.parametrize("change", ["nothing", "country", "people"])
def test_tab_goes_from_top_to_bottom(
    qtbot: QtBot, icons: Icons, countries: tuple[Country, ...], change: str
) -> None:
    """Each control once, as the eye meets them, after a change of country or people too."""
    page = page_of(qtbot, icons, countries, OWN)
    page.resize(600, 800)  # in one column
    if change == "country":
        _choose(page.country, "Canada")
    if change == "people":
        page.people.add_button.click()
        page.people.form.name.setText("Ben")
        page.people.form.keep_button.click()
    page.people.add_button.click()
    settle()

    met = visits(page)

    kinds = (QAbstractButton, QLineEdit, QComboBox)
    wanted = [w for kind in kinds for w in page.danger.window().findChildren(kind) if w.isVisible()]
    assert {w.objectName() for w in met} >= {w.objectName() for w in wanted if w.objectName()}
    content = page.widget()
    assert content is not None
    places = [each.mapTo(content, each.rect().center()).y() for each in met]
    assert all(after > before - 12 for before, after in pairwise(places)), [
        each.objectName() for each in met
    ]


def test_a_card_that_cannot_be_printed_is_told(
    qtbot: QtBot,
    icons: Icons,
    countries: tuple[Country, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Calmly, and gone when it works."""
    from attachcalm.ui import print_card

    page = page_of(qtbot, icons, countries, OWN)
    for done in (False, True):
        monkeypatch.setattr(print_card, "ask_and_print", lambda *_, done=done: done)
        page.print_button.click()
        assert ("could not be printed" in words_of(page)) is not done


def test_printing_is_not_loaded_before_it_is_wanted() -> None:
    """The page must come at once."""
    assert "print_card" not in vars(support_page)


def settle() -> None:
    """Let layouts that are due happen."""
    for _ in range(3):
        QApplication.processEvents()


def _choose(picker: QComboBox, name: str) -> None:
    picker.setCurrentText(name)
    picker.activated.emit(picker.currentIndex())


class Shouting(QTranslator):
    """A language in which all that can be translated is said aloud."""

    def translate(
        self, _context: str, text: str, _note: str | None = None, _number: int = -1
    ) -> str:
        """The same, in capitals, with what is filled in left as it is."""
        return re.sub(r"(\{\w+\})|(.)", lambda at: at[1] or at[2].upper(), text)


@pytest.mark.parametrize("code", ["", "GB", "US"])
def test_all_but_names_and_numbers_can_be_translated(
    qtbot: QtBot, icons: Icons, countries: tuple[Country, ...], code: str
) -> None:
    """The sentence for danger, the countries, audiences and hours too, and the card on paper."""
    language = Shouting()
    assert QCoreApplication.installTranslator(language)
    try:
        page = page_of(qtbot, icons, countries, Own(country=code))
        chosen = next((country for country in countries if country.code == code), None)
        card = card_html(chosen, Own())
    finally:
        QCoreApplication.removeTranslator(language)

    said = f"{words_of(page)}\n{find(page, QComboBox, 'support_country').currentText()}\n{card}"
    assert "IF YOU OR SOMEONE ELSE IS IN DANGER NOW, CALL" in said
    for text in ("If you", "everyone", "any time", "differ", "United", "Choose", "checked"):
        assert text not in said
