"""When something outside goes wrong: each has a clear sentence, and nothing entered is lost."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from attachcalm.exercises.narration import Narration
from attachcalm.journal.book import NotSavedError
from attachcalm.journal.entry import Fact
from attachcalm.journal.mood import Mood
from attachcalm.journal.remark import Remark
from attachcalm.store.database import connect
from attachcalm.store.late import LateJournal
from attachcalm.ui.one_instance import OneInstance
from tests.whole_app.conftest import Laptop


class _Disk(LateJournal):
    """A journal whose disk can be full; SqlJournal refuses with the same error (tests/store)."""

    full = False

    def add(self, facts: Sequence[Fact | Remark]) -> None:
        if _Disk.full:
            raise NotSavedError("The disk is full. Make some room on it, then try again.")
        super().add(facts)


def test_a_full_disk_is_told_and_everything_is_written_when_there_is_room(laptop: Laptop) -> None:
    """The exercise goes on; the ratings wait, and "Try again" writes them all."""
    laptop.open_journal = _Disk
    laptop.open()
    try:
        _Disk.full = True
        laptop.click("nav_exercises")
        laptop.click("start_long-out")
        laptop.click("before_rating_distress_7")
        laptop.click("before_rating_done")
        assert "disk is full" in laptop.find("notice_text", QLabel).text()
        laptop.pass_time(3_000)
        laptop.click("player_stop")
        laptop.click("after_rating_distress_4")
        laptop.click("after_rating_done")
        assert laptop.entries() == ()
    finally:
        _Disk.full = False

    laptop.click("notice_again")

    (entry,) = laptop.entries()
    assert (entry.before, entry.after) == (Mood(distress=7), Mood(distress=4))
    assert "saved now" in laptop.find("notice_text", QLabel).text()


def test_the_laptop_sleeps_in_the_middle_and_nothing_of_it_counts(laptop: Laptop) -> None:
    """An hour passes at once: the exercise is paused where it was, and says so."""
    window = laptop.open()
    laptop.click("breathe_now")
    laptop.pass_time(10_000)
    driver = window.pages.practice().driver
    assert driver is not None
    position = driver.session.frame().position

    laptop.clock.advance(3_600_000)
    driver.tick()

    assert driver.session.phase.value == "paused"
    assert driver.session.frame().position == position
    assert "slept" in laptop.find("player_hint", QLabel).text()
    laptop.click("player_pause")
    laptop.pass_time(2_000)
    assert driver.session.frame().position == position + 2_000


def test_the_wall_clock_jumps_back_and_the_order_stays_true(laptop: Laptop) -> None:
    """A clock set back by a day changes what day it says, never the exercise or what is kept."""
    window = laptop.open()
    laptop.click("breathe_now")
    laptop.pass_time(4_000)

    laptop.wall.advance(days=-1)
    laptop.pass_time(4_000)
    laptop.click("player_stop")
    laptop.click("after_rating_distress_5")
    laptop.click("after_rating_done")

    (entry,) = laptop.entries()
    assert entry.ended is not None
    assert entry.ended.practised_ms == 8_000
    assert entry.after == Mood(distress=5)
    assert window.pages.practice().driver is None


def test_a_journal_of_a_newer_app_is_left_alone_and_practice_goes_on(laptop: Laptop) -> None:
    """The notice says what happened and that nothing new is kept; the file is untouched."""
    laptop.open().close()
    with closing(connect(laptop.paths.database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = laptop.paths.database.read_bytes()

    laptop.open()
    laptop.click("breathe_now")
    laptop.pass_time(2_000)
    laptop.click("player_stop")
    laptop.click("after_rating_done")

    assert "newer AttachCalm" in laptop.find("notice_text", QLabel).text()
    assert laptop.paths.database.read_bytes() == before


def test_missing_audio_is_silence_and_the_words_go_on(laptop: Laptop, tmp_path: Path) -> None:
    """A folder without sounds: the same exercise, as long as with them read aloud."""
    narration = Narration.load(tmp_path / "nothing")

    assert narration.clip("Look around slowly.") is None
    assert narration.problem is not None


def test_a_second_start_hands_over_and_leaves(qtbot: QtBot, tmp_path: Path) -> None:
    """The first window is asked to come to the front; the second start is done."""
    keeper = QObject()
    first, second = OneInstance(tmp_path), OneInstance(tmp_path)
    for one in (first, second):
        one.setParent(keeper)
    assert not first.hand_over()
    first.listen()

    with qtbot.waitSignal(first.another_came, timeout=5_000):
        assert second.hand_over()


def test_another_data_folder_is_another_person(tmp_path: Path, qtbot: QtBot) -> None:
    """Two folders, two windows: nobody is sent away."""
    keeper = QObject()
    first, second = OneInstance(tmp_path / "a"), OneInstance(tmp_path / "b")
    for one in (first, second):
        one.setParent(keeper)
    first.listen()

    assert not second.hand_over()


def test_settings_that_cannot_be_saved_hold_until_the_window_closes(laptop: Laptop) -> None:
    """A folder stands where the file should be: the change applies, and the notice says so."""
    laptop.paths.settings.mkdir(parents=True)
    window = laptop.open()

    window.go("settings")
    laptop.click("setting_captions_switch")

    assert not window.settings.settings.captions
    assert "could not be saved" in laptop.find("notice_text", QLabel).text()


def test_settings_and_window_are_as_they_were_left(laptop: Laptop) -> None:
    """Closed and opened again: the switch, the favourite and the size are still there."""
    window = laptop.open()
    window.resize(1000, 700)
    window.go("settings")
    laptop.click("setting_captions_switch")
    laptop.click("nav_exercises")
    laptop.click("star_calm-place")
    window.close()

    window = laptop.open()

    assert not window.settings.settings.captions
    assert window.settings.settings.favourites == ("calm-place",)
    assert (window.width(), window.height()) == (1000, 700)


def test_a_content_folder_that_is_a_file_is_told_on_the_exercises_page(
    laptop: Laptop, tmp_path: Path
) -> None:
    """The other exercises are all there."""
    no_folder = tmp_path / "file.txt"
    no_folder.write_text("", encoding="utf-8")
    laptop.content = (no_folder,)
    window = laptop.open()

    window.go("exercises")

    assert laptop.find("exercise_problems", QWidget).isVisible()
    page = window.pages.exercises()
    ours = list((laptop.paths.resources / "exercises").glob("*.yaml"))
    assert len(page.shown()) + len(page.not_offered.rows) == len(ours)


def test_closing_while_something_is_unsaved_says_so_once(laptop: Laptop) -> None:
    """The first try to close tells it and stays; with room again, closing writes everything."""
    laptop.open_journal = _Disk
    window = laptop.open()
    laptop.click("breathe_now")
    laptop.pass_time(2_000)
    laptop.click("player_stop")
    try:
        _Disk.full = True
        laptop.click("after_rating_distress_4")
        laptop.click("after_rating_done")

        assert not window.close()
        assert "disk is full" in laptop.find("notice_text", QLabel).text()
    finally:
        _Disk.full = False

    assert window.close()
    (entry,) = laptop.entries()
    assert entry.after == Mood(distress=4)


def test_a_journal_that_cannot_be_read_never_stops_an_exercise(laptop: Laptop) -> None:
    """The person's own words are missing, the exercise goes on without them."""
    window = laptop.open()
    with closing(connect(laptop.paths.database)) as connection:
        connection.execute("DROP TABLE answer")

    laptop.click("breathe_now")

    driver = window.pages.practice().driver
    assert driver is not None
    assert driver.session.phase.value == "running"
