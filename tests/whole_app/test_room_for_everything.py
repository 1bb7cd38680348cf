"""The smallest window and the largest words: nothing is cut off, covered or off to the side."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from attachcalm.support.flags import Health
from attachcalm.support.own import Own, Person
from attachcalm.ui.main_window import MainWindow
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.scroll_page import ScrollPage
from tests.whole_app import on_home, on_learn
from tests.whole_app.conftest import Laptop

PLACES = (
    "home", "exercises", "findings", "trends", "learn", "leaflet", "settings", "help", "health",
    "check_in", "check_ins", "let_out", "look_back", "words", "kit", "taking_out", "support",
)  # fmt: skip
SIZES = ((940, 600), (1180, 800))


def as_large_as_can_be(window: MainWindow, size: tuple[int, int]) -> None:
    """Words at 200 % in a window of this size."""
    window.settings.change(replace(window.settings.settings, text_size=200))
    window.resize(*size)
    settle()


def settle() -> None:
    """Let what is to be laid out be laid out."""
    for _ in range(5):
        QApplication.processEvents()


def holds_all_of_its_words(page: QWidget) -> None:
    """No sideways scrolling, no word and no line cut off."""
    for scrolling in (page, *page.findChildren(ScrollPage)):
        if isinstance(scrolling, ScrollPage) and scrolling.isVisible():
            assert scrolling.horizontalScrollBar().maximum() == 0, scrolling.objectName()
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and label.wordWrap():
            words = re.split(r"[\s/\\-]", label.text())  # Qt breaks a path too
            longest = max(label.fontMetrics().horizontalAdvance(word) for word in words)
            assert longest <= label.width(), label.text()
            assert label.heightForWidth(label.width()) <= label.height() + 1, label.text()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.minimumSizeHint().width() <= button.width(), button.objectName()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
def test_every_page_has_room_for_its_words(
    laptop: Laptop, place: str, size: tuple[int, int]
) -> None:
    """With people on Support, and with suggestions on Home."""
    window = laptop.open()
    on_home.suggested(laptop, window)
    people = (Person("Ada", "+44 20 7946 0000", "evenings"), Person("Next door", "", "knock"))
    window.own.change(Own(country="GB", people=people, therapist=Person("Dr Lind", "+44 20 1")))
    on_learn.show(laptop, window, place)

    as_large_as_can_be(window, size)

    holds_all_of_its_words(window.pages.page(place))


@pytest.mark.parametrize("size", SIZES)
def test_the_places_and_help_are_whole_in_the_rail(laptop: Laptop, size: tuple[int, int]) -> None:
    """None lies over another, and help now ends inside the window."""
    window = laptop.open()

    as_large_as_can_be(window, size)

    buttons = [*window.rail.places.buttons(), window.rail.help_now]
    spots = [QRect(button.mapTo(window, QPoint(0, 0)), button.size()) for button in buttons]
    assert not any(above.intersects(below) for above, below in pairwise(spots))
    assert window.rect().contains(spots[-1])
    assert window.height() - spots[-1].bottom() > 4


def test_a_low_window_that_grows_again_has_its_full_targets_back(laptop: Laptop) -> None:
    """The rail is smaller only while it has to be."""
    window = laptop.open()
    usual = window.rail.help_now.height()
    as_large_as_can_be(window, (940, 600))

    window.settings.change(replace(window.settings.settings, text_size=100))
    settle()

    assert window.rail.help_now.height() == usual
    assert not window.rail.help_now.property("compact")


def test_a_reason_to_wait_shows_each_way_on_beside_the_other(laptop: Laptop) -> None:
    """A 7 before a stronger exercise, after an 8: one way on more, and none on top of another."""
    window = laptop.open()
    window.own.change(Own(health=Health(asked_on=laptop.wall().date())))
    stronger = next(card for card in window.library.library.cards if card.gate == 2)

    for distress in (8, 7):
        window.ways_in.open_exercise(stronger)
        if window.pages.practice().before.side_effects.isVisible():
            laptop.click("side_effects_read")
        laptop.click(f"before_rating_distress_{distress}")
        laptop.click("before_rating_done")
        if distress == 8:
            laptop.click("first_things_close")

    names = ("first_things_go_on", "first_things_all_the_same", "first_things_close")
    places = [laptop.find(name, QWidget).geometry() for name in names]
    assert not any(one.intersects(other) for one, other in pairwise(places))


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("place", PLACES)
def test_a_page_ends_where_its_words_end(laptop: Laptop, place: str, scale: int) -> None:
    """No bar where all is in view, and no empty ground to scroll to."""
    window = laptop.open()
    window.settings.change(replace(window.settings.settings, text_size=scale))
    on_learn.show(laptop, window, place)
    window.resize(940, 600)
    settle()

    ends_where_its_words_end(window.pages.page(place))


def test_the_two_halves_of_after_are_each_as_high_as_they_are(laptop: Laptop) -> None:
    """The rating first; what comes then needs more room, and only then."""
    window = laptop.open()
    laptop.click("breathe_now")
    laptop.click("player_stop")
    settle()
    ends_where_its_words_end(window.pages.practice().after)

    laptop.click("after_rating_done")
    settle()
    ends_where_its_words_end(window.pages.practice().after)


def ends_where_its_words_end(page: QWidget) -> None:
    """The content is as high as the view, or ends a margin below the last card."""
    assert isinstance(page, ScrollPage)
    content = page.widget()
    assert content is not None
    lowest = max(
        card.mapTo(content, card.rect().bottomLeft()).y()
        for card in content.findChildren(Card)
        if card.isVisible()
    )
    margins = page.body.contentsMargins().bottom() + 4 * page.body.spacing()
    assert content.height() <= max(page.viewport().height(), lowest + margins)
