"""Home suggests, says why, hears thumbs and "not today", and puts people first when it is high."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from attachcalm.store.late import LateJournal
from attachcalm.ui.main_window import MainWindow
from attachcalm.ui.suggestion_row import SuggestionRow
from tests.whole_app.conftest import Laptop


def suggested(laptop: Laptop, window: MainWindow) -> Sequence[str]:
    """The exercises that Home suggests now, once the worker has said so."""
    laptop.bot.waitUntil(lambda: bool(rows(window)), timeout=20_000)
    return [row.objectName().removeprefix("suggestion_") for row in rows(window)]


def rows(window: MainWindow) -> list[SuggestionRow]:
    """The suggestions that are seen."""
    return [row for row in window.home.findChildren(SuggestionRow) if row.isVisible()]


def say(laptop: Laptop, window: MainWindow, name: str) -> Sequence[str]:
    """Press this on Home, and wait for what is suggested then."""
    with laptop.bot.waitSignal(window.suggester.suggested, timeout=20_000):
        laptop.click(name)
    return suggested(laptop, window)


def remarks(laptop: Laptop) -> list[tuple[str, str, str]]:
    """What the file says was remarked."""
    told = LateJournal(laptop.paths.database).remarks()
    return [(remark.kind.value, remark.value, remark.exercise_id) for remark in told]


def test_two_taps_place_the_moment(laptop: Laptop) -> None:
    """Distress 8 leaves the mildest, and energy at the bottom nothing that relaxes."""
    window = laptop.open()
    assert len(suggested(laptop, window)) == 3
    laptop.click("home_more")

    say(laptop, window, "moment_distress_8")
    mild = say(laptop, window, "moment_energy_-3")

    assert set(mild) == {"five-senses", "orient-room"}
    assert mild[0] == "five-senses"


def test_each_suggestion_says_why(laptop: Laptop) -> None:
    """Behind one small button, in the same place, in whole sentences."""
    window = laptop.open()
    first = suggested(laptop, window)[0]
    laptop.click(f"why_{first}")

    assert laptop.find(f"why_words_{first}", QLabel).text().endswith(".")


def test_a_thumb_is_kept_and_moves_the_exercise(laptop: Laptop) -> None:
    """Down, and it is first no more; taken back, and it is as before."""
    window = laptop.open()
    before = suggested(laptop, window)
    laptop.click(f"why_{before[0]}")

    after = say(laptop, window, f"down_{before[0]}")

    assert after[0] != before[0]
    assert remarks(laptop) == [("thumb", "down", before[0])]


def test_not_today_takes_one_tap_for_why(laptop: Laptop) -> None:
    """Too long brings the short form in its place; it is said that this is fine."""
    window = laptop.open()
    first = suggested(laptop, window)[0]
    laptop.click(f"not_today_{first}")

    say(laptop, window, f"barrier_too_long_{first}")

    assert remarks(laptop) == [("not_today", "too_long", first)]
    assert "fine" in laptop.find("home_done", QLabel).text()
    lines = [row.row.line.text() for row in rows(window) if row.objectName().endswith(first)]
    assert lines
    assert all("2 min" in text for text in lines)


def test_a_suggestion_opens_in_its_version(laptop: Laptop) -> None:
    """Distress 7 suggests the short form, and that is the one that is marked."""
    window = laptop.open()
    suggested(laptop, window)
    laptop.click("home_more")
    first = say(laptop, window, "moment_distress_7")[0]

    laptop.click(f"start_{first}")

    before = window.pages.practice().before
    assert before.chosen_version().id == "short"
    assert before.rating.mood() is None


def test_a_9_on_home_puts_people_first(laptop: Laptop) -> None:
    """The exercises stay one click away, and Support stands above them."""
    window = laptop.open()
    suggested(laptop, window)
    laptop.click("home_more")

    say(laptop, window, "moment_distress_9")

    assert laptop.find("home_people", QWidget).isVisible()
    assert rows(window)
    laptop.click("people_support")
    assert window.pages.here == "support"


def test_three_harder_times_speak_of_people_once(laptop: Laptop) -> None:
    """Rule R3: a sentence and two buttons, and closed is closed."""
    window = laptop.open()
    suggested(laptop, window)
    for _ in range(3):
        laptop.click("nav_exercises")
        laptop.click("start_long-out")
        laptop.click("before_rating_distress_3")
        laptop.click("before_rating_done")
        laptop.click("player_stop")
        laptop.click("after_rating_distress_6")
        laptop.click("after_rating_done")
        with laptop.bot.waitSignal(window.suggester.suggested, timeout=20_000):
            laptop.click("after_ways_close")

    laptop.bot.waitUntil(window.home.people.isVisible, timeout=20_000)
    assert "3 of your last 3 times" in laptop.find("home_people_title", QLabel).text()
    laptop.click("people_close")
    with laptop.bot.waitSignal(window.suggester.suggested, timeout=20_000):
        window.suggest()
    assert not window.home.people.isVisible()
