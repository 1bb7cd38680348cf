"""Everything has the room it needs, at every text size and width."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from attachcalm.settings import TEXT_SIZES
from attachcalm.ui.icons import Icons
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import (
    LIGHT,
    TARGET,
    TARGET_SMALL,
)
from attachcalm.ui.widgets import buttons
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import one_line, steady_digits, words
from attachcalm.ui.widgets.tile import Tile
from tests.fakes.every_widget import SENTENCE, everything, ink, settle

TEXT_SCALES = tuple(size / 100 for size in TEXT_SIZES)


@pytest.fixture
def page(qtbot: QtBot, icons: Icons) -> ScrollPage:
    """Show a page with everything, as wide as the smallest window."""
    made = everything(icons)
    qtbot.addWidget(made)
    made.resize(940, 600)
    made.show()
    return made


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("width", [780, 940, 1400])
def test_nothing_is_cut_off_or_needs_scrolling_sideways(
    page: ScrollPage, keeper: LookKeeper, width: int, scale: float
) -> None:
    """Every label and button has the room it asks for, at every text size."""
    page.resize(width, 600)
    keeper.choose("light", scale, less_motion=None)
    settle(page)
    assert page.horizontalScrollBar().maximum() == 0
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.width() >= label.minimumSizeHint().width(), label.text()
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            hint = button.minimumSizeHint()
            width = button.width()
            high = button.heightForWidth(width) if button.hasHeightForWidth() else hint.height()
            assert width >= hint.width(), button.objectName()
            assert button.height() >= high, button.objectName()
            parent = button.parentWidget()
            assert parent is not None
            assert parent.rect().contains(button.geometry()), button.objectName()


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_every_target_is_large_enough_to_hit(
    page: ScrollPage, keeper: LookKeeper, scale: float
) -> None:
    """What matters is 44 px high or more, everything else that can be pressed 36."""
    keeper.choose("light", scale, less_motion=None)
    settle(page)
    large = {"save", "back", "skip", "sos", "big", "home", "answer", "tile_Steady"}
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and not button.objectName().startswith("qt_"):
            least = TARGET if button.objectName() in large else TARGET_SMALL
            assert button.height() >= keeper.look.px(least), button.objectName()


MAKERS: dict[str, Callable[[Icons], QWidget]] = {
    "tile": lambda icons: Tile("tile", "Somewhat warmer than before", icons, "leaf"),
    "tile above": lambda icons: Tile("tile", "Too revved", icons, "leaf", above=True),
    "button": lambda icons: buttons.secondary_button("b", "Back 15 seconds", icons, "repeat"),
    "compact": lambda icons: buttons.compact(buttons.ghost_button("b", "Again, gently", icons)),
    "pill": lambda _icons: buttons.pill_choice("pill", "90 days, gently"),
    "place": lambda icons: buttons.nav_button("nav", "Exercises, gently", icons, "wind"),
    "words": lambda _icons: words("title", SENTENCE),
    "clock": lambda _icons: steady_digits(one_line("label", "12:08 of 18:00, gypsy jigs")),
}


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("name", MAKERS)
def test_a_widget_at_the_size_it_asks_for_shows_all_its_ink(
    qtbot: QtBot, keeper: LookKeeper, icons: Icons, name: str, scale: float
) -> None:
    """As many text-coloured pixels as with room to spare: nothing is painted outside the edge."""
    keeper.choose("light", scale, less_motion=None)
    widget = MAKERS[name](icons)
    qtbot.addWidget(widget)
    widget.ensurePolished()
    size = widget.sizeHint()
    if widget.hasHeightForWidth():
        size = QSize(size.width(), widget.heightForWidth(size.width()))
    spare = QSize(size.width() + 40, size.height() + 40)
    counts = []
    for room in (size, spare):
        widget.setFixedSize(room)
        counts.append(ink(widget.grab().toImage(), LIGHT.text))
    assert counts[1] > 50
    assert counts[0] >= counts[1] * 0.97


def test_columns_go_under_each_other_where_there_is_no_room(
    qtbot: QtBot, icons: Icons, keeper: LookKeeper
) -> None:
    """Beside each other from 820 px times the text size on."""
    columns = Columns("columns", keeper)
    qtbot.addWidget(columns)
    left, right = QLabel("left"), QLabel("right")
    columns.add(left)
    columns.add(right)
    columns.show()
    for width, scale, beside in ((900, 1.0, True), (700, 1.0, False), (900, 1.25, False)):
        columns.resize(width, 200)
        keeper.choose("light", scale, less_motion=None)
        settle(columns)
        assert (right.x() > left.x()) is beside, (width, scale)
        assert (right.y() > left.y()) is not beside, (width, scale)


def test_a_flow_row_breaks_like_words_and_centres_each_line(
    qtbot: QtBot, icons: Icons, keeper: LookKeeper
) -> None:
    """Where the third button has no room it begins a new line, and nothing overlaps."""
    row = FlowRow("row", keeper)
    qtbot.addWidget(row)
    first = buttons.secondary_button("first", "The first of them", icons)
    second = buttons.compact(buttons.secondary_button("second", "The second", icons))
    third = buttons.secondary_button("third", "The third of them", icons)
    for button in (first, second, third):
        row.add(button)
    row.show()
    width = first.sizeHint().width() + second.sizeHint().width() + 12
    row.resize(width, row.heightForWidth(width))
    settle(row)
    assert row.height() == first.height() + 12 + third.height()
    assert (third.x(), third.y()) == (0, first.height() + 12)
    assert second.x() == first.geometry().right() + 1 + 12
    assert second.geometry().center().y() == first.geometry().center().y()
    first.hide()
    settle(row)
    assert second.x() == 0


def test_what_came_into_a_flow_row_unseen_has_a_place_of_its_own(
    qtbot: QtBot, icons: Icons
) -> None:
    """Hidden at first, let in before the page is shown: it lies on top of nothing."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    row = FlowRow("row", icons.keeper)
    made = [buttons.ghost_button(name, name, icons) for name in ("one", "two", "three")]
    for button in made:
        row.add(button)
    column.addWidget(row)
    qtbot.addWidget(holder)
    holder.resize(500, 200)
    made[1].hide()
    holder.show()
    holder.hide()

    made[1].show()
    holder.show()

    places = [button.geometry() for button in made]
    assert not any(a.intersects(b) for a, b in pairwise(places))
