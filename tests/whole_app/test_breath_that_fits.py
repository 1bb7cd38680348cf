"""The breath is fitted once, and everything that breathes goes by it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from attachcalm import settings as settings_file
from attachcalm.exercises.model import StrokeKind
from attachcalm.support.flags import Flag, Health
from attachcalm.ui.widgets.switch_row import SwitchRow
from tests.whole_app.conftest import Laptop


def test_from_settings_to_the_breath_by_keys_and_back(laptop: Laptop) -> None:
    """Space taps four breaths; the pace is on disk before the page is left."""
    window = laptop.open()
    laptop.take_keyboard()
    window.go("settings")
    laptop.click("settings_breath")

    tapping = laptop.find("breath_tap", QPushButton)
    assert tapping.hasFocus()
    for _ in range(4):
        laptop.clock.advance(3_500)
        QTest.keyClick(tapping, Qt.Key.Key_Space)

    assert settings_file.load(laptop.paths.settings).breath_cycle_ms == 3_500
    laptop.click("breath_back")
    assert window.pages.here == "settings"


def test_support_is_one_click_away_and_leads_back_to_the_breath(laptop: Laptop) -> None:
    """And from the breath one still comes back to where one was first."""
    window = laptop.open()
    window.go("settings")
    laptop.click("settings_breath")

    laptop.click("help_now")
    assert laptop.find("support", QWidget).isVisible()
    laptop.click("support_back")

    assert window.pages.here == "breath"
    laptop.click("breath_back")
    assert window.pages.here == "settings"


def test_what_is_set_is_there_after_a_restart(laptop: Laptop) -> None:
    """Own seconds and no lines spoken."""
    window = laptop.open()
    window.go("settings")
    laptop.click("settings_breath")
    laptop.click("breath_own_switch")
    QTest.keyClick(laptop.find("breath_in_slider", QWidget), Qt.Key.Key_Left)
    laptop.click("breath_spoken_switch")
    window.close()

    again = laptop.open()

    kept = again.settings.settings
    assert (kept.breath_own, kept.breath_strokes) == (True, (3_500, 0, 6_000, 0))
    assert not kept.breath_spoken


def test_the_switch_of_the_tone_is_the_same_on_both_pages(laptop: Laptop) -> None:
    """One setting, wherever it is changed."""
    window = laptop.open()
    window.go("settings")
    laptop.click("settings_breath")
    window.pages.breath().tones.switch.click()

    laptop.click("breath_back")

    assert not window.settings.settings.breath_tones
    assert not laptop.find("setting_breath_tones", SwitchRow).is_on()


# ---------------------------------------------------------------- before and in the player
def test_from_an_exercise_to_the_breath_and_back_keeps_what_was_rated(laptop: Laptop) -> None:
    """The panel is as it was left."""
    window = laptop.open()
    window.ways_in.open_exercise(window.library.library.card("long-out"))
    window.pages.practice().before.rating.distress.set_value(4)

    laptop.click("before_breath")
    assert window.pages.here == "breath"
    laptop.click("breath_back")

    assert window.pages.here == "practice"
    assert window.pages.practice().before.rating.distress.value() == 4


def test_an_exercise_without_a_pacer_does_not_speak_of_it(laptop: Laptop) -> None:
    """Five senses has no breath to fit."""
    window = laptop.open()
    window.ways_in.open_exercise(window.library.library.card("five-senses"))

    assert window.pages.practice().before.breath.isHidden()


def test_the_player_begins_at_the_own_pace_with_the_own_guide(laptop: Laptop) -> None:
    """Breathe with me, too, for which nothing is asked."""
    window = laptop.open()
    settings = window.settings.settings
    window.settings.change(replace(settings, breath_cycle_ms=4_000, breath_guide="bar"))
    laptop.click("breathe_now")

    driver = window.pages.practice().driver
    assert driver is not None
    breathing = [span for span in driver.session.timeline.spans if span.breath]

    assert breathing[0].breath is not None
    assert sum(stroke.ms for stroke in breathing[0].breath.strokes[:2]) == 4_000


def test_a_yes_to_breath_leaves_own_holds_out(laptop: Laptop) -> None:
    """Whatever the switches say; eight times no lets them be."""
    for flags, holds in ((frozenset({Flag.BREATH}), False), (frozenset(), True)):
        window = laptop.open()
        own = replace(window.own.own, health=Health(flags, laptop.wall().date()))
        window.own.change(own)
        strokes = (4_000, 2_000, 6_000, 0)
        settings = replace(window.settings.settings, breath_own=True, breath_strokes=strokes)
        window.settings.change(settings)
        laptop.click("breathe_now")
        driver = window.pages.practice().driver
        assert driver is not None

        laid = [
            stroke.kind
            for span in driver.session.timeline.spans
            if span.breath
            for stroke in span.breath.strokes
        ]

        assert (StrokeKind.HOLD in laid) is holds
        window.pages.practice().stop_quietly()
        window.close()
