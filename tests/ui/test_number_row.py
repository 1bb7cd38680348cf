"""A number can be read, copied, and reached with a phone."""

import segno
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from attachcalm.ui.icons import Icons
from attachcalm.ui.number_row import NumberRow
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.widgets.qr_view import QUIET, QrView


def row_of(bot: QtBot, icons: Icons, number: str, link: str) -> NumberRow:
    """A row that is shown."""
    row = NumberRow("row", icons, "Samaritans", number, "any time", link=link)
    bot.addWidget(row)
    row.show()
    return row


def test_copy_puts_the_number_as_it_is_written_on_the_clipboard(qtbot: QtBot, icons: Icons) -> None:
    """And says so."""
    row = row_of(qtbot, icons, "116 123", "tel:116123")

    row.copy.click()

    assert QGuiApplication.clipboard().text() == "116 123"
    assert row.copy.text() == "Copied"


def test_the_code_comes_and_goes_where_the_number_is(qtbot: QtBot, icons: Icons) -> None:
    """One button for both, by its own words."""
    row = row_of(qtbot, icons, "116 123", "tel:116123")
    assert not row.code.isVisible()

    row.scan.click()
    assert row.code.isVisible()
    assert row.scan.text() == "Hide code"
    row.scan.click()

    assert not row.code.isVisible()
    assert row.scan.text() == "Show code"


def test_without_a_link_there_is_no_code(qtbot: QtBot, icons: Icons) -> None:
    """A sentence instead of a number cannot be dialled, but it can be copied."""
    row = row_of(qtbot, icons, "ask at the desk", "")

    assert not row.scan.isVisible()
    assert row.copy.isVisible()


def test_without_a_number_there_is_nothing_to_copy(qtbot: QtBot, icons: Icons) -> None:
    """Somebody who lives next door."""
    row = row_of(qtbot, icons, "", "")

    assert not row.copy.isVisible()


def test_everything_says_what_it_is_for(qtbot: QtBot, icons: Icons) -> None:
    """Five buttons called Copy would be one riddle to a screen reader."""
    row = row_of(qtbot, icons, "116 123", "tel:116123")

    assert row.copy.accessibleName() == "Copy 116 123, Samaritans"
    assert "Samaritans" in row.scan.accessibleName()
    assert row.number.accessibleName() == "Samaritans: 116 123"


def test_the_number_in_danger_is_larger_than_all_others(
    qtbot: QtBot, icons: Icons, keeper: LookKeeper
) -> None:
    """And grows with the text."""
    plain = row_of(qtbot, icons, "112", "tel:112")
    huge = NumberRow("huge", icons, "Emergency", "112", link="tel:112", huge=True)
    qtbot.addWidget(huge)
    huge.show()

    first = huge.number.fontMetrics().height()
    assert first > 1.5 * plain.number.fontMetrics().height()
    keeper.choose("light", 2.0, less_motion=False)
    assert huge.number.fontMetrics().height() > 1.8 * first


def test_the_picture_is_the_code_of_the_link(
    qtbot: QtBot, icons: Icons, keeper: LookKeeper
) -> None:
    """Module for module, black on white in the dark too, with four modules of white around."""
    keeper.choose("dark", 1.0, less_motion=False)
    view = QrView("code", icons.keeper)
    qtbot.addWidget(view)
    view.show_link("tel:116123", "116 123")
    view.resize(view.sizeHint())

    picture = view.grab().toImage()
    expected = segno.make("tel:116123", error="m", micro=False).matrix
    modules = len(expected) + 2 * QUIET
    side = picture.width() // modules

    assert picture.width() == side * modules
    seen = [
        [picture.pixelColor(x * side + side // 2, y * side + side // 2) for x in range(modules)]
        for y in range(modules)
    ]
    black, white = QColor("black"), QColor("white")
    inner = [row[QUIET:-QUIET] for row in seen[QUIET:-QUIET]]
    assert inner == [[black if dark else white for dark in row] for row in expected]
    edge = seen[:QUIET] + seen[-QUIET:] + [row[:QUIET] + row[-QUIET:] for row in seen]
    assert {colour.name() for row in edge for colour in row} == {white.name()}
    assert side * modules >= 120
