"""Home suggests, says why, hears thumbs, and puts people first when it is high."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from attachcalm import settings as settings_file
from attachcalm.journal.book import NotSavedError
from attachcalm.journal.entry import Fact
from attachcalm.journal.remark import Remark
from attachcalm.store.late import LateJournal
from attachcalm.support.flags import Health
from attachcalm.support.own import Own
from attachcalm.ui.exercise_row import ExerciseRow
from tests.whole_app.conftest import Laptop
from tests.whole_app.on_home import people_stand_first, practise, remarks, rows, say, suggested

OPEN = Own(health=Health(frozenset(), date(2026, 3, 1)))  # eight times no


class TestTheMoment:
    """Where the person is, in a tap or two; nothing has to be said."""

    def test_the_first_view_asks_for_one_tap_at_most(self, laptop: Laptop) -> None:
        """Three words and three exercises; the numbers come when more is to be said."""
        window = laptop.open()

        assert len(suggested(laptop, window)) == 3
        assert window.home.now_card.moment is None

    def test_two_taps_place_the_moment(self, laptop: Laptop) -> None:
        """Distress 8 leaves the mildest, and energy at the bottom nothing that relaxes."""
        window = laptop.open()
        suggested(laptop, window)
        laptop.click("home_more")

        say(laptop, window, "moment_distress_8")
        mild = say(laptop, window, "moment_energy_-3")

        assert set(mild) == {"five-senses", "orient-room"}
        assert mild[0] == "five-senses"

    def test_a_number_for_energy_and_the_three_words_never_disagree(self, laptop: Laptop) -> None:
        """The number marks its word, and a word that is tapped later takes the number back."""
        window = laptop.open()
        suggested(laptop, window)
        laptop.click("home_more")
        moment = window.home.now_card.moment
        assert moment is not None

        say(laptop, window, "moment_energy_3")
        assert laptop.find("need_revved", QWidget).property("checked")
        say(laptop, window, "need_flat")

        assert moment.energy.value() is None
        assert window.home.now_card.tiles["flat"].isChecked()  # type: ignore[index]

    def test_shutting_down_brings_the_room_and_reaching_out_somebody(self, laptop: Laptop) -> None:
        """One of the two or none: a second press takes it back."""
        window = laptop.open()
        window.own.change(OPEN)
        suggested(laptop, window)
        laptop.click("home_more")
        say(laptop, window, "moment_distress_4")

        reaching = say(laptop, window, "moment_reaching")
        shutting = say(laptop, window, "moment_shutting")

        assert reaching[0] == "safe-person"
        assert shutting[0] in {"orient-room", "five-senses"}
        assert not laptop.find("moment_reaching", QPushButton).isChecked()
        say(laptop, window, "moment_shutting")
        assert window.home.now_card.now().pull is None  # type: ignore[union-attr]

    def test_a_tile_works_before_the_record_is_read(self, laptop: Laptop) -> None:
        """Cold, with the worker not even asked: what fits the word is there at once."""
        laptop.open()
        window = laptop.open(warm=False)
        if not window.library.library.is_complete:
            window.library.take(window.library.load())

        laptop.click("need_flat")

        offers = window.home.now_card.offers.findChildren(ExerciseRow)
        assert offers
        assert all(row.card.direction.value in {"up", "either"} for row in offers)

    def test_what_was_said_is_over_when_an_exercise_begins(self, laptop: Laptop) -> None:
        """Afterwards it is asked afresh: no tile is marked, no number stands."""
        window = laptop.open()
        suggested(laptop, window)
        laptop.click("home_more")
        say(laptop, window, "moment_distress_9")
        moment = window.home.now_card.moment
        assert moment is not None

        laptop.click("breathe_now")
        laptop.click("player_stop")
        laptop.click("after_rating_done")
        laptop.click("after_done")

        assert moment.distress.value() is None
        assert not people_stand_first(window)
        assert laptop.entries()[0].before is None, "what is tapped on Home is no rating"

    def test_a_suggestion_opens_in_its_version_with_nothing_rated(self, laptop: Laptop) -> None:
        """Distress 7 suggests the short form, and that is the one that is marked."""
        window = laptop.open()
        suggested(laptop, window)
        laptop.click("home_more")
        first = say(laptop, window, "moment_distress_7")[0]

        laptop.click(f"start_{first}")

        before = window.pages.practice().before
        assert before.chosen_version().id == "short"
        assert before.rating.mood() is None

    def test_home_goes_on_where_the_journal_cannot_be_read(self, laptop: Laptop) -> None:
        """The rules alone choose then."""
        laptop.paths.database.parent.mkdir(parents=True, exist_ok=True)
        laptop.paths.database.write_bytes(b"no journal at all" * 500)

        window = laptop.open()

        assert len(suggested(laptop, window)) == 3


class TestWhy:
    """Nothing is suggested without its reason."""

    def test_each_suggestion_says_why(self, laptop: Laptop) -> None:
        """Behind one small button, in the same place, in whole sentences; and all the rules."""
        window = laptop.open()
        for one in suggested(laptop, window):
            laptop.click(f"why_{one}")
            assert laptop.find(f"why_words_{one}", QLabel).text().endswith(".")

        laptop.click(f"rules_{suggested(laptop, window)[0]}")

        assert laptop.find(f"rule_1_{suggested(laptop, window)[0]}", QLabel).text().endswith(".")

    def test_the_reason_follows_the_moment_while_it_is_open(self, laptop: Laptop) -> None:
        """The same exercise, now for another reason: the words under it are the new ones."""
        window = laptop.open()
        first = say(laptop, window, "need_revved")[0]
        laptop.click(f"why_{first}")
        assert "too revved" in laptop.find(f"why_words_{first}", QLabel).text()

        assert first in say(laptop, window, "need_steady")

        assert "you are steady" in laptop.find(f"why_words_{first}", QLabel).text()


class TestThumbs:
    """Up, down or neither; kept, and shown again."""

    def test_a_thumb_is_kept_shown_again_and_moves_the_exercise(self, laptop: Laptop) -> None:
        """It moves nothing under the hand; the next time it is asked, it does."""
        window = laptop.open()
        before = suggested(laptop, window)

        laptop.click(f"down_{before[0]}")
        assert suggested(laptop, window) == before
        laptop.settle()
        window.close()

        window = laptop.open()
        after = suggested(laptop, window)
        assert after[0] != before[0]
        assert remarks(laptop) == [("thumb", "down", before[0])]

    def test_a_thumb_up_is_still_up_tomorrow_and_can_be_taken_back(self, laptop: Laptop) -> None:
        """One press more, and it is none."""
        window = laptop.open()
        first = suggested(laptop, window)[0]
        laptop.click(f"down_{first}")
        laptop.wall.advance(seconds=2)
        laptop.click(f"up_{first}")
        laptop.wall.advance(seconds=2)
        window.close()

        window = laptop.open()
        assert suggested(laptop, window)[0] == first
        up, down = (laptop.find(f"{way}_{first}", QPushButton) for way in ("up", "down"))
        assert (up.isChecked(), down.isChecked()) == (True, False)
        laptop.click(f"up_{first}")

        assert [value for _, value, _ in remarks(laptop)] == ["down", "up", "none"]
        assert not up.isChecked()

    def test_a_thumb_that_no_disk_takes_is_told_and_keeps_the_window_open(
        self, laptop: Laptop
    ) -> None:
        """Nobody practised yet, and still it is not lost without a word."""
        laptop.open_journal = _FullDisk
        window = laptop.open()
        first = suggested(laptop, window)[0]

        laptop.click(f"up_{first}")

        assert "disk is full" in laptop.find("notice_text", QLabel).text()
        assert not window.close()


class _FullDisk(LateJournal):
    """A journal whose disk is full."""

    def add(self, facts: Sequence[Fact | Remark]) -> None:
        raise NotSavedError("The disk is full. Make some room on it, then try again.")


class TestPeopleFirst:
    """Support before exercises, and never in their place."""

    @pytest.mark.parametrize(("distress", "stands"), [(8, False), (9, True), (10, True)])
    def test_a_9_or_10_puts_people_first_at_once(
        self, laptop: Laptop, distress: int, stands: bool
    ) -> None:
        """It waits for no worker; the exercises stay one click away."""
        window = laptop.open()
        suggested(laptop, window)
        laptop.click("home_more")

        laptop.click(f"moment_distress_{distress}")

        assert people_stand_first(window) is stands
        assert rows(window)

    def test_its_first_button_is_support_and_it_leaves_with_the_number(
        self, laptop: Laptop
    ) -> None:
        """On top of the page, in sight, and gone when the number is lower."""
        window = laptop.open()
        laptop.take_keyboard()
        suggested(laptop, window)
        laptop.click("home_more")
        laptop.click("moment_distress_10")
        buttons = laptop.find("home_people", QWidget).findChildren(QPushButton)
        assert [b.objectName() for b in buttons if b.isVisible()] == [
            "people_support",
            "people_own",
        ]

        first = laptop.find("need_revved", QWidget)
        first.setFocus()
        QTest.keyClick(first, Qt.Key.Key_Backtab)
        assert window.focusWidget().objectName() == "people_own", "Tab goes the way one reads"
        laptop.click("people_support")
        assert window.pages.here == "support"
        laptop.click("support_back")
        laptop.click("moment_distress_8")

        assert not people_stand_first(window)

    def test_it_comes_into_sight_in_a_small_window(self, laptop: Laptop) -> None:
        """The number stands far below; who tapped it is not left looking at the exercises."""
        window = laptop.open()
        window.resize(940, 600)
        suggested(laptop, window)
        laptop.click("home_more")
        laptop.app.processEvents()
        bar = window.home.verticalScrollBar()
        bar.setValue(bar.maximum())
        assert bar.value() > 0

        window.home.now_card.moment.distress.set_value(9)  # type: ignore[union-attr]

        assert bar.value() == 0

    def test_three_harder_times_of_five_speak_of_people(self, laptop: Laptop) -> None:
        """Rule R3: a sentence and two buttons; two harder times say nothing."""
        window = laptop.open()
        for _ in range(2):
            practise(laptop, window, 3, 6)
        assert not people_stand_first(window)

        practise(laptop, window, 3, 6)

        assert people_stand_first(window)
        assert "3 of your last 3 times" in laptop.find("home_people_title", QLabel).text()
        laptop.click("people_own")
        assert window.pages.here == "support"

    def test_it_is_said_once_on_a_day(self, laptop: Laptop) -> None:
        """Closed is closed until tomorrow, even when AttachCalm is opened again."""
        window = laptop.open()
        for _ in range(3):
            practise(laptop, window, 3, 6)
        laptop.click("people_close")
        assert not people_stand_first(window)

        practise(laptop, window, 3, 6)
        assert not people_stand_first(window)
        window.close()
        window = laptop.open()
        suggested(laptop, window)
        assert not people_stand_first(window)
        laptop.wall.advance(days=1)
        say(laptop, window, "need_steady")

        assert people_stand_first(window)
        kept = settings_file.load(laptop.paths.settings).people_told_on
        assert kept == datetime(2026, 3, 3, tzinfo=UTC).date().isoformat()
