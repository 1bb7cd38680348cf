"""Trends as a person walks through it: by keys and by mouse, view by view."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from attachcalm.charts.drawing import Mark
from attachcalm.charts.image import ChartImage
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.page import CheckIn
from attachcalm.store.late import LateJournal
from attachcalm.ui.chart_view import ChartView
from attachcalm.ui.icons import Icons
from attachcalm.ui.where_to_save import WhereToSave
from tests.whole_app.conftest import Laptop
from tests.whole_app.test_trends import _look, _practise, _trends


def _check_in(laptop: Laptop, days_ago: int, level: int) -> None:
    at = laptop.wall() - timedelta(days=days_ago)
    LateJournal(laptop.paths.database).keep([CheckIn(uuid4(), Moment.of(at), at, Mood(level))])


# ---------------------------------------------------------------- the calendar
def test_the_calendar_offers_no_period_that_would_do_nothing(laptop: Laptop) -> None:
    """The pills go, a word says why, and they come back as they were with the next view."""
    laptop.open()
    _practise(laptop, 7, 4)
    page = _trends(laptop)
    _look(laptop, page, "period_1")
    pills = page.tools.periods.buttons()
    assert not page.tools.twelve_months.isVisible()

    _look(laptop, page, "view_year")
    assert not any(pill.isVisible() for pill in pills)
    assert laptop.find("trends_twelve_months", QLabel).text() == "Always twelve months"
    _look(laptop, page, "view_day")

    assert all(pill.isVisible() for pill in pills)
    assert not page.tools.twelve_months.isVisible()
    assert page.tools.wish().period.days == 90


def test_the_arrows_turn_the_calendar_by_twelve_months_and_nothing_else(laptop: Laptop) -> None:
    """The year before has what was rated then; the other views stay where they were."""
    laptop.open()
    _check_in(laptop, 0, 3)
    _check_in(laptop, 400, 8)
    page = _trends(laptop)
    _look(laptop, page, "view_year")
    assert page.tools.earlier.isEnabled()
    assert not page.tools.later.isEnabled()
    here = [mark.sentence for mark in page.chart_card.chart.marks]

    _look(laptop, page, "trends_earlier")
    before = [mark.sentence for mark in page.chart_card.chart.marks]
    _look(laptop, page, "trends_later")

    assert ["8, one rating" in sentence for sentence in before] == [True]
    assert ["3, one rating" in sentence for sentence in here] == [True]
    assert [mark.sentence for mark in page.chart_card.chart.marks] == here
    _look(laptop, page, "trends_earlier")
    _look(laptop, page, "view_sticks")
    assert page.tools.wish().period.until is None
    assert not page.tools.later.isEnabled()


def test_an_arrow_that_goes_out_hands_the_keyboard_to_the_other(laptop: Laptop) -> None:
    """Nobody is thrown to the top of the window by coming back to today."""
    laptop.open()
    _practise(laptop, 7, 4)
    page = _trends(laptop)
    _look(laptop, page, "trends_earlier")
    laptop.take_keyboard()
    page.tools.later.setFocus()

    with laptop.bot.waitSignal(page.drawn, timeout=60_000):
        QTest.keyClick(page.tools.later, Qt.Key.Key_Space)

    assert not page.tools.later.isEnabled()
    assert laptop.windows[-1].focusWidget() is page.tools.earlier


# ---------------------------------------------------------------- dated ahead
@pytest.mark.parametrize("view", ["sticks", "year", "day"])
def test_what_is_dated_ahead_is_in_no_view_and_is_said(laptop: Laptop, view: str) -> None:
    """One rule for all of them, and one sentence on top."""
    laptop.open()
    _check_in(laptop, 0, 3)
    _check_in(laptop, -2, 9)
    page = _trends(laptop)
    if view != "sticks":
        _look(laptop, page, f"view_{view}")

    cells = [cell for line in page.chart_card.model.table.lines for cell in line]  # type: ignore[union-attr]
    assert "9" not in cells
    assert "1 record is dated after today" in laptop.find("trends_sentence", QLabel).text()
    _look(laptop, page, "trends_earlier")
    assert not page.sentence.isVisible()


# ---------------------------------------------------------------- where the keyboard is
@pytest.mark.parametrize(
    ("begun_on", "led_to"), [("nav_home", "nav_trends"), ("home_check_in", "trends_check_ins")]
)
def test_the_key_to_trends_shows_where_the_keyboard_is(
    laptop: Laptop, begun_on: str, led_to: str
) -> None:
    """From the rail to Trends in it, from a page into the next, ringed; a click shows no ring."""
    window = laptop.open()
    laptop.take_keyboard()
    laptop.find(begun_on, QWidget).setFocus()

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == led_to
    ring = window.focus_ring
    assert ring is not None
    assert ring.isVisible()

    place = laptop.find("nav_exercises", QWidget)
    spot = place.mapTo(window, place.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)

    assert window.pages.here == "exercises"
    assert not ring.isVisible()


def test_the_chart_says_how_it_is_read_to_whoever_comes_by_keys(laptop: Laptop) -> None:
    """Until the first mark is read, and never to a click."""
    window = laptop.open()
    _practise(laptop, 7, 4)
    page = _trends(laptop)
    laptop.take_keyboard()
    reading = laptop.find("trends_reading", QLabel)
    page.chart_card.chart.setFocus(Qt.FocusReason.MouseFocusReason)
    assert "arrow keys" not in reading.text()

    page.tools.narrow.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert window.focusWidget() is page.chart_card.chart
    assert "arrow keys" in reading.text()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Left)
    assert "7 before, 4 after" in reading.text()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)

    assert not reading.text()


# ---------------------------------------------------------------- hover and files
def _pointed(icons: Icons, marks: tuple[Mark, ...], spot: QPoint) -> str:
    chart = ChartView("chart", icons.keeper)
    chart.resize(300, 200)
    chart.show_chart(ChartImage(bytes(4 * 300 * 200), 300, 200, 1, marks))
    told: list[str] = []
    chart.mark_read.connect(told.append)
    none = Qt.MouseButton.NoButton
    QApplication.sendEvent(
        chart,
        QMouseEvent(
            QEvent.Type.MouseMove, QPointF(spot), QPointF(spot), none, none,
            Qt.KeyboardModifier.NoModifier,
        ),
    )  # fmt: skip
    chart.deleteLater()
    return told[-1] if told else ""


def test_the_day_under_the_mouse_is_read_and_not_the_month_above(icons: Icons) -> None:
    """Squares 20 pixels high lie one below the other."""
    marks = tuple(
        Mark(None, 100, 50 + 20 * row, 41 + 20 * row, 59 + 20 * row, f"row {row}.", 9)
        for row in range(4)
    )

    for row in range(4):
        assert _pointed(icons, marks, QPoint(100, 50 + 20 * row)) == f"row {row}."
    assert _pointed(icons, marks, QPoint(100, 190)) == ""


def test_a_dot_under_an_interval_can_still_be_read(icons: Icons) -> None:
    """Each by pointing at its own middle."""
    marks = (
        Mark(None, 100, 60, 60, 60, "dot."),
        Mark(None, 100, 90, 40, 140, "interval."),
    )

    assert _pointed(icons, marks, QPoint(100, 60)) == "dot."
    assert _pointed(icons, marks, QPoint(100, 92)) == "interval."


def test_what_was_copied_is_said_beside_the_table_too(laptop: Laptop) -> None:
    """The sentence stands below both."""
    laptop.open()
    _practise(laptop, 7, 4)
    _trends(laptop)
    laptop.click("trends_as_table")

    laptop.click("trends_copy")

    assert laptop.find("trends_reading", QLabel).text() == "It is on the clipboard."


def test_the_ending_follows_the_kind_that_is_picked(laptop: Laptop, tmp_path: Path) -> None:
    """So Qt asks about overwriting the file that will be written."""
    window = laptop.open()
    kinds = {"Picture (*.png)": "png", "Table (*.csv)": "csv"}
    dialog = WhereToSave(window, "Save the chart", "Calendar", kinds)
    assert dialog.path.name == "Calendar.png"

    dialog.filterSelected.emit("Table (*.csv)")
    assert dialog.path.name == "Calendar.csv"
    dialog.selectFile(str(tmp_path / "mine.svg"))

    assert dialog.path.name == "mine.svg"
    dialog.deleteLater()


def test_every_button_that_writes_a_file_says_save(laptop: Laptop) -> None:
    """On Trends, on the page for the session and in the settings."""
    window = laptop.open()
    _practise(laptop, 7, 4)
    page = _trends(laptop)
    session = window.pages.session()
    laptop.click("nav_settings")
    card = window.findChild(QWidget, "records_export")
    assert card is not None

    found = [
        page.chart_card.save_button.text(), session.save_button.text(), card.property("text"),
    ]  # fmt: skip

    assert found == ["Save …", "Save as PDF …", "Save all …"]


def test_closing_after_a_copy_leaves_the_picture_and_nothing_of_the_window(laptop: Laptop) -> None:
    """Whatever the interpreter made is let go before it ends, or the end would be a crash."""
    laptop.open()
    _practise(laptop, 7, 4)
    _trends(laptop)
    laptop.click("trends_copy")
    assert QApplication.clipboard().mimeData().hasText()

    laptop.app.aboutToQuit.emit()

    assert not QApplication.clipboard().image().isNull()
    assert not QApplication.clipboard().mimeData().hasText()
