"""A page for the session: chosen, seen, saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from attachcalm.journal.mood import Moment
from attachcalm.journal.page import CheckIn
from attachcalm.store.late import LateJournal
from attachcalm.ui.session_page import SessionPage
from attachcalm.ui.session_sheets import Sheet
from tests.whole_app.conftest import Laptop


def _practise(laptop: Laptop) -> None:
    laptop.click("nav_exercises")
    laptop.click("start_long-out")
    laptop.click("before_rating_distress_7")
    laptop.click("before_rating_done")
    laptop.pass_time(4_000)
    laptop.click("player_stop")
    laptop.click("after_rating_distress_4")
    laptop.click("after_rating_done")
    laptop.click("after_done")


def _until_set(laptop: Laptop, page: SessionPage, act: Callable[[], object]) -> None:
    with laptop.bot.waitSignal(page.proofed, timeout=60_000):
        act()


def _open(laptop: Laptop) -> SessionPage:
    laptop.click("nav_trends")
    page = laptop.windows[-1].pages.session()
    _until_set(laptop, page, lambda: laptop.click("trends_session"))
    return page


def _text(page: SessionPage) -> str:
    assert page.proof is not None
    pdf = pypdfium2.PdfDocument(page.proof.setting.pdf)
    return " ".join(sheet.get_textpage().get_text_range() for sheet in pdf)


def test_the_page_is_seen_as_it_will_be_saved(laptop: Laptop, tmp_path: Path) -> None:
    """What is on the screen is the file, byte for byte."""
    laptop.open()
    _practise(laptop)
    page = _open(laptop)
    assert page.proof is not None
    assert "practised once" in _text(page)
    sheet = laptop.find("session_sheet_1", Sheet)
    assert not sheet.picture.isNull()
    assert "practised once" in sheet.accessibleDescription()
    file = tmp_path / "session.pdf"
    page.choose_file = lambda: file

    laptop.click("session_save")

    laptop.bot.waitUntil(file.exists, timeout=60_000)
    laptop.bot.waitUntil(lambda: "saved" in laptop.find("session_note", QLabel).text())
    assert file.read_bytes() == page.proof.setting.pdf


def test_what_is_left_out_is_not_in_the_file_and_is_remembered(laptop: Laptop) -> None:
    """A section goes with its switch, also at the next start."""
    laptop.open()
    _practise(laptop)
    page = _open(laptop)
    assert "Before and after" in _text(page)

    _until_set(laptop, page, lambda: laptop.click("session_change"))
    assert "Before and after" not in _text(page)
    laptop.windows[-1].close()
    laptop.open()

    assert "Before and after" not in _text(_open(laptop))


def test_what_one_wants_to_talk_about_stands_on_top_and_is_kept(laptop: Laptop) -> None:
    """Typed once, there at the next start; nothing of it was lost between."""
    laptop.open()
    page = _open(laptop)
    edit = laptop.find("session_topic_0", QLineEdit)

    _until_set(laptop, page, lambda: QTest.keyClicks(edit, "The mornings"))
    assert "The mornings" in _text(page)
    laptop.windows[-1].close()
    laptop.open()

    assert "The mornings" in _text(_open(laptop))


def test_nothing_can_be_saved_that_was_not_seen(laptop: Laptop) -> None:
    """While a change is not on the picture yet, there is no saving."""
    laptop.open()
    page = _open(laptop)
    button = laptop.find("session_save", QPushButton)
    assert button.isEnabled()

    laptop.click("session_weeks_4")
    assert not button.isEnabled()
    _until_set(laptop, page, lambda: None)

    assert button.isEnabled()
    assert "The last 4 weeks" in _text(page)


def test_a_folder_that_takes_nothing_is_said(laptop: Laptop, tmp_path: Path) -> None:
    """And the page stays where it is."""
    laptop.open()
    page = _open(laptop)
    page.choose_file = lambda: tmp_path / "nowhere" / "session.pdf"

    laptop.click("session_save")

    note = laptop.find("session_note", QLabel)
    laptop.bot.waitUntil(lambda: "Nothing was overwritten" in note.text(), timeout=60_000)


def test_it_leads_back_to_trends(laptop: Laptop) -> None:
    """Where it was opened."""
    laptop.open()
    _open(laptop)

    laptop.click("session_back")

    assert laptop.windows[-1].pages.here == "trends"


def test_every_page_is_seen_before_it_is_saved(laptop: Laptop) -> None:
    """Where the weeks take two sheets, both are on the screen."""
    now = laptop.wall()
    notes = [
        CheckIn(uuid4(), Moment.of(now - timedelta(hours=n)), now, note="a long day " * 150)
        for n in range(1, 9)
    ]
    laptop.open()
    LateJournal(laptop.paths.database).keep(notes)
    page = _open(laptop)
    assert not page.sheets.numbers[0].isVisible()

    _until_set(laptop, page, lambda: laptop.click("session_notes"))

    assert page.proof is not None
    assert page.proof.setting.pages == len(page.proof.pages) == 2
    names = [laptop.find(f"session_sheet_{n}", Sheet).accessibleName() for n in (1, 2)]
    assert names == [f"Page {n} of 2, as it will be saved" for n in (1, 2)]
    assert "a long day" in laptop.find("session_sheet_2", Sheet).accessibleDescription()
    assert laptop.find("session_number_2", QLabel).text() == "Page 2 of 2"
    assert "2 pages" in laptop.find("session_note", QLabel).text()


def test_the_pages_are_reached_and_turned_by_keys(laptop: Laptop) -> None:
    """Tab goes from the button to the first page and on to the second; Page down scrolls."""
    now = laptop.wall()
    notes = [
        CheckIn(uuid4(), Moment.of(now - timedelta(hours=n)), now, note="a long day " * 150)
        for n in range(1, 9)
    ]
    window = laptop.open()
    LateJournal(laptop.paths.database).keep(notes)
    page = _open(laptop)
    _until_set(laptop, page, lambda: laptop.click("session_notes"))
    laptop.take_keyboard()
    laptop.find("session_save", QPushButton).setFocus()

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert window.focusWidget() is page.sheets.sheets[0]
    here = page.verticalScrollBar().value()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > here
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)

    assert window.focusWidget() is page.sheets.sheets[1]


def test_a_page_is_never_wider_than_its_place(laptop: Laptop) -> None:
    """At 200 % in a small window it is made smaller instead of running out of it."""
    window = laptop.open()
    _practise(laptop)
    window.settings.change(replace(window.settings.settings, text_size=200))
    window.resize(1600, 900)
    page = _open(laptop)
    _until_set(laptop, page, page.refresh)
    assert page.sheets.sheets[0].width() > 940

    window.resize(940, 600)

    laptop.bot.waitUntil(lambda: page.horizontalScrollBar().maximum() == 0)
    sheet = laptop.find("session_sheet_1", Sheet)
    assert sheet.height() >= sheet.heightForWidth(sheet.width()) > sheet.width()


def test_a_page_that_is_no_longer_needed_goes(laptop: Laptop) -> None:
    """Two sheets, then one: the second is not left standing."""
    now = laptop.wall()
    notes = [CheckIn(uuid4(), Moment.of(now - timedelta(hours=1)), now, note="word " * 2_500)]
    laptop.open()
    LateJournal(laptop.paths.database).keep(notes)
    page = _open(laptop)
    _until_set(laptop, page, lambda: laptop.click("session_notes"))
    assert page.sheets.sheets[1].isVisible()

    _until_set(laptop, page, lambda: laptop.click("session_notes"))

    assert not page.sheets.sheets[1].isVisible()
    assert not page.sheets.numbers[0].isVisible()
