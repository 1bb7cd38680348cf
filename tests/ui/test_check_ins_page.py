"""The list of check-ins: how much is shown at once, and what is said when it cannot be read."""

from datetime import timedelta
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.page import CheckIn
from attachcalm.ui.check_in_row import LONGEST_SHOWN, CheckInRow
from attachcalm.ui.check_ins_page import AT_ONCE, CheckInsPage
from attachcalm.ui.icons import Icons
from tests.fakes.facts import FIRST, checked_in, looked_back


@pytest.fixture
def page(icons: Icons, qtbot: QtBot) -> CheckInsPage:
    """The list, empty."""
    made = CheckInsPage(icons)
    qtbot.addWidget(made)
    made.show()
    return made


def hours(count: int) -> tuple[CheckIn, ...]:
    """So many check-ins, one each hour, the earliest first."""
    moments = [Moment(FIRST + timedelta(hours=hour), 0) for hour in range(count)]
    return tuple(CheckIn(uuid4(), at, at.at, Mood(hour % 11)) for hour, at in enumerate(moments))


def rows(page: CheckInsPage) -> list[CheckInRow]:
    """Those that are seen."""
    return [row for row in page.findChildren(CheckInRow) if row.isVisible()]


@pytest.mark.parametrize(
    ("count", "shown", "more"),
    [(AT_ONCE - 1, AT_ONCE - 1, False), (AT_ONCE, AT_ONCE, False), (AT_ONCE + 1, AT_ONCE, True)],
)
def test_so_many_are_shown_at_once(page: CheckInsPage, count: int, shown: int, more: bool) -> None:
    """And the rest when it is asked for."""
    page.show_pages(hours(count))

    assert len(rows(page)) == shown
    assert page.earlier_button.isVisible() is more
    page.earlier_button.click()
    assert len(rows(page)) == count
    assert not page.earlier_button.isVisible() or not more


def test_only_check_ins_are_listed(page: CheckInsPage) -> None:
    """A look-back has its own page."""
    page.show_pages((looked_back(), checked_in(Mood(3))))

    assert len(rows(page)) == 1
    assert not page.note.isVisible()


def test_what_cannot_be_read_is_said_and_what_was_shown_stays(page: CheckInsPage) -> None:
    """Nothing is lost, and nobody is told that there is nothing."""
    page.show_pages((checked_in(Mood(3)),))

    page.show_pages(OSError("canary"))

    assert "could not be read" in page.note.title.text()
    assert "canary" not in page.note.title.text()
    assert len(rows(page)) == 1


def test_undo_is_there_until_the_next_thing_is_done(page: CheckInsPage, qtbot: QtBot) -> None:
    """Showing others is such a thing; so is leaving."""
    page.show_pages(hours(AT_ONCE + 1))
    for next_thing in (page.earlier_button.click, page.hide):
        page.show()
        with qtbot.waitSignal(page.deleted):
            rows(page)[0].delete_button.click()
        assert page.bar.isVisible()

        next_thing()

        assert page.bar.isHidden()
        with qtbot.assertNotEmitted(page.undone):
            page.bar.undo_button.click()


def test_a_long_note_is_cut_in_the_list_and_said_to_go_on(icons: Icons, qtbot: QtBot) -> None:
    """All of it is there to be changed."""
    row = CheckInRow(checked_in(note="x " * LONGEST_SHOWN), icons)
    qtbot.addWidget(row)

    kind, text = row._lines()[-1]

    assert kind == ""
    assert len(text) == LONGEST_SHOWN + 1
    assert text.endswith("…")
