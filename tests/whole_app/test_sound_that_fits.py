"""A sound of one's own goes on after an exercise, and whatever ends it ends it softly."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from attachcalm.player.conductor import SEAM_MS
from attachcalm.player.ports import Channel
from attachcalm.settings import load
from attachcalm.sound.own_sounds import ENOUGH_S
from tests.fakes.noise import RATE
from tests.whole_app.conftest import Laptop

AMBIENCE = Channel.AMBIENCE
WITHIN_MS = 1_000

# Qt's audio threads may not wait for a message handler that is written in Python.
pytestmark = pytest.mark.no_qt_log


@pytest.fixture
def stream(tmp_path: Path) -> Path:
    """A recording of a stream, as long as a background has to be."""
    file = tmp_path / "My stream.wav"
    samples = np.random.default_rng(1).normal(0, 0.1, int(RATE * (ENOUGH_S + 1)))
    soundfile.write(file, samples, RATE)
    return file


@pytest.fixture
def evening(laptop: Laptop, stream: Path) -> Iterator[Laptop]:
    """A laptop on which the stream was added, and goes on for ten minutes."""
    window = laptop.open()
    laptop.click("nav_settings")
    sound = window.pages.settings().sound
    sound.own.choose_file = lambda _: stream
    sound.own.add_button.click()
    laptop.bot.waitUntil(sound.own.keep_button.isVisible, timeout=20_000)
    sound.own.keep_button.click()
    sound.minutes.setCurrentIndex(1)
    laptop.sound.calls.clear()
    yield laptop
    window.sleep_bar.fade()


def begin(laptop: Laptop) -> None:
    """Begin an exercise without a rating."""
    laptop.click("nav_exercises")
    laptop.click("start_long-out")
    laptop.click("before_rating_done")
    laptop.pass_time(2_000)


def finish(laptop: Laptop) -> None:
    """Play one to its end."""
    begin(laptop)
    laptop.play_to_the_end()


def stopped_ms(laptop: Laptop) -> int:
    """How long the last fade of the background is."""
    return laptop.sound.told("stop", AMBIENCE)[-1].ms


def test_a_sound_of_ones_own_is_played_and_goes_on_until_it_may_fade(evening: Laptop) -> None:
    """Added, kept over a restart, heard under the exercise and after it, gone by one press."""
    copy = evening.paths.own_sounds / "My stream.wav"
    window = evening.open()
    finish(evening)
    [play] = evening.sound.told("play", AMBIENCE)
    was_heard = copy in evening.sound.heard()
    told = evening.find("sleep_bar_text", QLabel).text()
    evening.click("after_rating_done")
    evening.click("nav_home")
    still_there = window.sleep_bar.isVisible()

    evening.click("sleep_bar_fade")

    assert load(evening.paths.settings).ambience == "own:My stream.wav"
    assert (play.path, play.seam_ms) == (copy, SEAM_MS)
    assert was_heard
    assert "10 minutes" in told
    assert still_there
    assert not window.sleep_bar.isVisible()
    assert evening.sound.heard() == set()


def test_too_much_ends_it_within_a_second_and_nothing_goes_on(evening: Laptop) -> None:
    """The sleep timer does not count where somebody has had enough."""
    window = evening.windows[-1]
    evening.take_keyboard()
    begin(evening)

    QTest.keyClick(window.pages.practice().player, Qt.Key.Key_Escape)

    assert stopped_ms(evening) <= WITHIN_MS
    assert not evening.sound.heard()
    assert not window.sleep_bar.isVisible()


def test_too_much_right_after_the_next_exercise_began_ends_the_old_one_too(
    evening: Laptop,
) -> None:
    """What was fading for two seconds has one left at the most."""
    finish(evening)
    evening.click("after_rating_done")
    evening.click("after_done")
    evening.click("nav_exercises")
    evening.click("start_long-out")
    evening.click("before_rating_done")

    evening.click("player_too_much")

    assert stopped_ms(evening) <= WITHIN_MS
    assert not evening.sound.heard()


def test_stop_is_an_end_as_well(evening: Laptop) -> None:
    """Who stops has heard enough."""
    begin(evening)

    evening.click("player_stop")

    assert stopped_ms(evening) <= WITHIN_MS
    assert not evening.windows[-1].sleep_bar.isVisible()


def test_the_next_exercise_has_the_background_for_itself(evening: Laptop) -> None:
    """The bar goes when it begins, and comes again after it."""
    window = evening.windows[-1]
    finish(evening)
    evening.click("nav_home")

    begin(evening)
    was_seen = window.sleep_bar.isVisible()
    evening.play_to_the_end()

    assert not was_seen
    assert window.sleep_bar.isVisible()
    assert len(evening.sound.told("play", AMBIENCE)) == 2


def test_support_leaves_it_and_quitting_ends_it(evening: Laptop) -> None:
    """The rain may go on beside the numbers; a closed window is silent."""
    window = evening.windows[-1]
    finish(evening)
    evening.click("help_now")
    was_seen = evening.find("sleep_bar", QWidget).isVisible()

    window.close()

    assert was_seen
    assert evening.sound.closed
    assert not window.sleep_bar._timer.isActive()


def test_grounding_while_a_new_sound_is_heard_has_its_own_background(
    evening: Laptop, stream: Path
) -> None:
    """Ctrl+G in Settings: the new sound fades first, so it takes nothing of the exercise's."""
    window = evening.windows[-1]
    evening.take_keyboard()
    own = window.pages.settings().sound.own
    own.add_button.click()
    evening.bot.waitUntil(own.keep_button.isVisible, timeout=20_000)
    was_heard = stream in evening.sound.heard()

    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)

    kept = evening.paths.own_sounds / "My stream.wav"
    assert was_heard
    assert kept in evening.sound.heard()
    assert list(evening.paths.own_sounds.iterdir()) == [kept]


def test_volumes_are_remembered(evening: Laptop) -> None:
    """Three numbers, after a restart too."""
    settings = evening.windows[-1].settings
    settings.change(replace(settings.settings, voice_volume=11, cue_volume=22, ambience_volume=33))

    page = evening.open().pages.settings()

    shown = {name: slider.value() for name, slider in page.sound._sliders.items()}
    assert shown == {"voice_volume": 11, "cue_volume": 22, "ambience_volume": 33}
