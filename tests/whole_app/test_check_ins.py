"""Checking in without an exercise: from the first tap to a list that is the person's own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton

from attachcalm.journal.book import NotSavedError
from attachcalm.journal.mood import Mood
from attachcalm.journal.page import CheckIn, Page
from attachcalm.store.late import LateJournal
from attachcalm.ui.check_in_row import CheckInRow
from attachcalm.ui.main_window import MainWindow
from attachcalm.ui.widgets.picker import Picker
from tests.fakes.facts import at, checked_in
from tests.whole_app.conftest import Laptop


class Disk(LateJournal):
    """A journal whose disk can be full."""

    full = False

    def keep(self, pages: Sequence[Page]) -> None:
        """Keep them, or have no room."""
        if Disk.full:
            raise NotSavedError("The disk is full. Make some room on it, then try again.")
        super().keep(pages)


@pytest.fixture
def full_disk(laptop: Laptop) -> Iterator[None]:
    """From now on until the test says otherwise."""
    laptop.open_journal = Disk
    Disk.full = True
    yield
    Disk.full = False


def on_disk(laptop: Laptop) -> list[CheckIn]:
    """What the file says, read by a journal of its own."""
    pages = LateJournal(laptop.paths.database).pages()
    return [page for page in pages if isinstance(page, CheckIn)]


def rows(window: MainWindow) -> list[CheckInRow]:
    """The check-ins that are listed."""
    return [row for row in window.findChildren(CheckInRow) if row.isVisible()]


def texts(row: CheckInRow) -> list[str]:
    """What is read in a row."""
    return [label.text() for label in row.findChildren(QLabel)]


def wait_for_rows(laptop: Laptop, window: MainWindow, count: int) -> list[CheckInRow]:
    """The list, once the worker has read it."""
    laptop.bot.waitUntil(lambda: len(rows(window)) == count, timeout=20_000)
    return rows(window)


def write(laptop: Laptop, text: str) -> None:
    """Write this into the note."""
    laptop.find("check_in_note", QPlainTextEdit).setPlainText(text)


def press_on(window: MainWindow, name: str) -> None:
    """Press the button whose accessible name begins so."""
    found = [
        button
        for button in window.findChildren(QPushButton)
        if button.isVisible() and button.accessibleName().startswith(name)
    ]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def chosen(laptop: Laptop, name: str, index: int) -> None:
    """Pick this choice as a person does."""
    picker = laptop.find(name, Picker)
    picker.setCurrentIndex(index)
    picker.activated.emit(index)


# ---------------------------------------------------------------- saying how it is
def test_from_home_to_a_kept_check_in(laptop: Laptop) -> None:
    """Ratings, a listed word and an own one, a tag, a note: all on disk when the list shows."""
    window = laptop.open()
    laptop.click("home_check_in")
    laptop.click("check_in_distress_6")
    laptop.click("check_in_energy_-1")
    laptop.click("check_in_more")
    laptop.click("check_in_security_0")
    laptop.click("family_afraid")
    laptop.click("feeling_2")
    QTest.keyClicks(laptop.find("feelings_search", QLineEdit), "like wet sand")
    laptop.click("feelings_add")
    press_on(window, "work")
    QTest.keyClicks(laptop.find("tags_own", QLineEdit), "the bus")
    QTest.keyClick(laptop.find("tags_own", QLineEdit), Qt.Key.Key_Return)
    write(laptop, " It went on and on. ")

    laptop.click("check_in_save")

    (page,) = on_disk(laptop)
    assert page.mood == Mood(6, -1, 0)
    assert page.words == ("worried", "like wet sand")
    assert page.tags == ("work", "the bus")
    assert page.note == "It went on and on."
    assert page.at.local == laptop.wall()
    assert window.pages.here == "check_ins"
    (row,) = wait_for_rows(laptop, window, 1)
    assert "Distress 6 of 10, energy \N{MINUS SIGN}1, felt security 0 of 10" in texts(row)
    assert "worried, like wet sand" in texts(row)
    assert "Kept." in laptop.find("check_ins_bar_sentence", QLabel).text()
    laptop.click("check_ins_back")
    assert window.pages.here == "home"


def test_what_a_word_means_is_seen_and_told_to_a_screen_reader(laptop: Laptop) -> None:
    """With the keyboard on it, and as its description."""
    window = laptop.open()
    laptop.take_keyboard()
    laptop.click("home_check_in")
    laptop.click("family_afraid")
    pill = laptop.find("feeling_2", QPushButton)

    pill.setFocus(Qt.FocusReason.TabFocusReason)

    meaning = "Your mind keeps going to what might go wrong."
    assert laptop.find("feelings_meaning", QLabel).text() == f"worried: {meaning}"
    assert pill.accessibleDescription() == meaning
    assert pill.accessibleName() == "worried"
    assert window.pages.here == "check_in"


def test_an_empty_one_is_not_kept_and_that_is_said(laptop: Laptop) -> None:
    """No guilt: it is fine."""
    window = laptop.open()
    laptop.click("home_check_in")

    laptop.click("check_in_save")

    assert "That is fine" in laptop.find("check_in_hint", QLabel).text()
    assert window.pages.here == "check_in"
    assert on_disk(laptop) == []


def test_yesterday_evening_is_said_afterwards(laptop: Laptop) -> None:
    """And a time that has not come yet is not taken."""
    window = laptop.open()
    laptop.click("home_check_in")
    laptop.click("check_in_distress_3")
    chosen(laptop, "when_which", 1)
    chosen(laptop, "when_time", 23 * 4)
    laptop.click("check_in_save")
    assert "not come yet" in laptop.find("check_in_hint", QLabel).text()
    assert on_disk(laptop) == []

    chosen(laptop, "when_which", 2)
    laptop.click("check_in_save")

    (page,) = on_disk(laptop)
    assert page.at.local.isoformat() == "2026-03-01T23:00:00+00:00"
    assert page.changed == laptop.wall()
    assert window.pages.here == "check_ins"


# ---------------------------------------------------------------- people first
@pytest.mark.parametrize(("distress", "people_first"), [(8, False), (9, True), (10, True)])
def test_a_nine_is_on_disk_and_support_comes_first(
    laptop: Laptop, distress: int, people_first: bool
) -> None:
    """From there one comes to the list with what was kept."""
    window = laptop.open()
    laptop.click("home_check_in")
    laptop.click(f"check_in_distress_{distress}")

    laptop.click("check_in_save")

    assert [page.mood.distress for page in on_disk(laptop)] == [distress]
    assert window.pages.here == ("support" if people_first else "check_ins")
    if people_first:
        laptop.click("support_back")
        assert window.pages.here == "check_ins"


@pytest.mark.parametrize(("before", "people_first"), [(9, False), (8, True)])
def test_a_change_leads_to_support_where_it_says_more_than_before(
    laptop: Laptop, before: int, people_first: bool
) -> None:
    """A word added to a 9 of last week does not; a rating that is raised to it does."""
    LateJournal(laptop.paths.database).keep((checked_in(Mood(before), at(-600)),))
    window = laptop.open()
    window.diary_way.list_check_ins()
    wait_for_rows(laptop, window, 1)
    press_on(window, "Change the check-in")

    laptop.click("check_in_distress_9")
    write(laptop, "more")
    laptop.click("check_in_save")

    assert [(page.mood.distress, page.note) for page in on_disk(laptop)] == [(9, "more")]
    assert window.pages.here == ("support" if people_first else "check_ins")


def test_i_might_not_be_safe_needs_no_rating_and_keeps_what_there_is(laptop: Laptop) -> None:
    """With nothing entered Support opens; with something that is kept first."""
    window = laptop.open()
    laptop.click("home_check_in")
    laptop.click("check_in_unsafe")
    assert window.pages.here == "support"
    assert on_disk(laptop) == []
    laptop.click("support_back")
    laptop.click("check_in_distress_2")

    laptop.click("check_in_unsafe")

    assert [page.mood for page in on_disk(laptop)] == [Mood(distress=2)]
    assert window.pages.here == "support"


def test_a_nine_is_kept_in_memory_and_support_comes_though_the_disk_is_full(
    laptop: Laptop, full_disk: None
) -> None:
    """The notice says what to do, and people come first all the same."""
    window = laptop.open()
    laptop.click("home_check_in")
    laptop.click("check_in_distress_9")

    laptop.click("check_in_save")

    assert window.pages.here == "support"
    assert "disk is full" in laptop.find("notice_text", QLabel).text()


# ---------------------------------------------------------------- leaving in the middle
def test_esc_and_f9_lose_nothing_of_what_was_begun(laptop: Laptop) -> None:
    """It is still here, is said to be unsaved, and can be begun afresh."""
    window = laptop.open()
    laptop.take_keyboard()
    laptop.click("home_check_in")
    laptop.click("check_in_distress_5")
    write(laptop, "half a sentence")
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert window.pages.here == "support"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert laptop.find("check_in_note", QPlainTextEdit).toPlainText() == "half a sentence"

    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.pages.here == "home"
    laptop.click("home_check_in")

    assert "still here" in laptop.find("check_in_draft", QLabel).text()
    assert window.pages.check_in().said().note == "half a sentence"
    assert window.pages.check_in().said().mood == Mood(distress=5)
    assert on_disk(laptop) == []
    laptop.click("check_in_afresh")
    assert window.pages.check_in().said().is_empty


def test_a_saved_one_is_not_there_again_the_next_time(laptop: Laptop) -> None:
    """No earlier rating is shown while rating."""
    window = laptop.open()
    laptop.click("home_check_in")
    laptop.click("check_in_distress_5")
    laptop.click("check_in_save")

    laptop.click("check_ins_new")

    assert window.pages.check_in().said().is_empty
    assert not window.pages.check_in().draft_note.isVisible()


def test_a_full_disk_is_told_and_try_again_writes_it(laptop: Laptop, full_disk: None) -> None:
    """The list shows it meanwhile, and the window does not close over it at once."""
    window = laptop.open()
    laptop.click("home_check_in")
    laptop.click("check_in_distress_4")
    laptop.click("check_in_save")
    assert "disk is full" in laptop.find("notice_text", QLabel).text()
    assert on_disk(laptop) == []
    wait_for_rows(laptop, window, 1)
    assert not window.close()

    Disk.full = False
    laptop.click("notice_again")

    assert [page.mood.distress for page in on_disk(laptop)] == [4]
    assert "saved now" in laptop.find("notice_text", QLabel).text()


# ---------------------------------------------------------------- the list
def test_the_list_goes_by_day_the_latest_first_and_by_word_or_tag(laptop: Laptop) -> None:
    """Reached from Trends; several a day stand together."""
    LateJournal(laptop.paths.database).keep((
        checked_in(Mood(5), at(-2_000), words=("torn",), tags=("bus",)),
        checked_in(Mood(6), at(-90), words=("sad",), tags=("work",)),
        checked_in(Mood(7), at(-30), words=("Torn",)),
    ))  # fmt: skip
    window = laptop.open()
    laptop.click("nav_trends")
    laptop.click("trends_check_ins")

    shown = wait_for_rows(laptop, window, 3)

    ratings = [text for row in shown for text in texts(row) if text.startswith("Distress")]
    assert ratings == ["Distress 7 of 10", "Distress 6 of 10", "Distress 5 of 10"]
    picker = laptop.find("check_ins_which", Picker)
    choices = [picker.itemText(n) for n in range(picker.count())]
    assert choices == [
        "All of them", "The word “sad”", "The word “Torn”", "The tag “bus”", "The tag “work”",
    ]  # fmt: skip
    chosen(laptop, "check_ins_which", 2)
    assert len(rows(window)) == 2
    chosen(laptop, "check_ins_which", 4)
    assert len(rows(window)) == 1
    chosen(laptop, "check_ins_which", 2)
    press_on(window, "Delete the check-in")
    (row,) = wait_for_rows(laptop, window, 1)
    assert "Distress 5 of 10" in texts(row)
    laptop.click("check_ins_back")
    assert window.pages.here == "trends"


def test_a_check_in_is_changed_and_stays_where_it_was(laptop: Laptop) -> None:
    """Its time is offered as it was; nothing but what was changed is another."""
    kept = checked_in(Mood(5, 1), at(-600), words=("torn",), note="first")
    LateJournal(laptop.paths.database).keep((kept,))
    window = laptop.open()
    window.diary_way.list_check_ins()
    wait_for_rows(laptop, window, 1)
    press_on(window, "Change the check-in")
    assert laptop.find("check_in_note", QPlainTextEdit).toPlainText() == "first"

    write(laptop, "second")
    laptop.click("check_in_save")

    (page,) = on_disk(laptop)
    assert page == replace(kept, note="second", changed=page.changed)
    assert window.pages.here == "check_ins"


def test_deleting_can_be_undone_until_the_next_thing_is_done(laptop: Laptop) -> None:
    """On disk each time; after leaving there is nothing to undo."""
    kept = checked_in(Mood(5), at(-600), note="mine")
    LateJournal(laptop.paths.database).keep((kept,))
    window = laptop.open()
    window.diary_way.list_check_ins()
    wait_for_rows(laptop, window, 1)

    press_on(window, "Delete the check-in")
    wait_for_rows(laptop, window, 0)
    assert on_disk(laptop) == []
    laptop.click("check_ins_bar_undo")
    wait_for_rows(laptop, window, 1)
    assert [page.note for page in on_disk(laptop)] == ["mine"]

    press_on(window, "Delete the check-in")
    wait_for_rows(laptop, window, 0)
    laptop.click("check_ins_back")
    window.diary_way.list_check_ins()
    assert not window.pages.check_ins().bar.isVisible()
    assert on_disk(laptop) == []


def test_own_words_and_tags_are_offered_the_next_time(laptop: Laptop) -> None:
    """Once the worker has read them."""
    LateJournal(laptop.paths.database).keep((
        checked_in(when=at(-60), words=("like wet sand", "Sad"), tags=("the bus",)),
    ))  # fmt: skip
    window = laptop.open()

    laptop.click("home_check_in")
    page = window.pages.check_in()
    laptop.bot.waitUntil(lambda: page.tags.pills.pills[0].text() == "the bus", timeout=20_000)
    laptop.click("family_own")

    assert [pill.text() for pill in page.feelings.pills.pills] == ["like wet sand"]


# ---------------------------------------------------------------- the log
def test_no_word_of_a_check_in_is_in_the_log(
    laptop: Laptop, caplog: pytest.LogCaptureFixture
) -> None:
    """Not when it is saved, nor when the disk refuses."""
    laptop.open_journal = Disk
    laptop.open()
    try:
        for Disk.full in (False, True):
            laptop.windows[-1].diary_way.check_in()
            write(laptop, "unheard-of-phrase")
            laptop.click("check_in_save")
    finally:
        Disk.full = False

    assert "unheard-of-phrase" not in caplog.text
