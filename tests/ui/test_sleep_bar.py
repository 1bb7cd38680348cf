"""The slim bar: there while the background goes on, and not a second longer."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from attachcalm.player.afterglow import ENDED_FADE_MS, Afterglow
from attachcalm.player.conductor import AMBIENCE_ALONE
from attachcalm.player.ports import Channel
from attachcalm.settings import Settings
from attachcalm.ui.icons import Icons
from attachcalm.ui.settings_keeper import SettingsKeeper
from attachcalm.ui.sleep_bar import SleepBar
from attachcalm.ui.stage import Stage
from tests.fakes.clock import FakeClock
from tests.fakes.sound import RecordingSound

MINUTE = 60_000


class Evening:
    """A bar, the glow that it shows, and a clock in the hand."""

    def __init__(self, bot: QtBot, icons: Icons) -> None:
        self.clock = FakeClock()
        self.sound = RecordingSound(self.clock)
        self.afterglow = Afterglow(self.clock)
        self.asked = 0
        settings = Settings(ambience="rain", sleep_minutes=10)
        self.keeper = SettingsKeeper(settings, lambda _: None, icons.keeper)
        self.bar = SleepBar(icons, self.stage, self.keeper)
        bot.addWidget(self.bar)

    def stage(self) -> Stage:
        """What it works with; only its afterglow is needed."""
        self.asked += 1
        return cast("Stage", self)

    def exercise_ends(self, minutes: int = 10) -> None:
        """An exercise with rain has come to its end."""
        self.sound.play(Channel.AMBIENCE, Path(__file__), gain=0.25, loop=True)
        self.afterglow.begin(self.sound, 0.5, minutes=minutes)
        self.bar.watch()

    def pass_time(self, ms: int) -> None:
        for _ in range(0, ms, 1_000):
            self.clock.advance(1_000)
            self.bar._timer.timeout.emit()

    def change(self, **changes: object) -> None:
        self.keeper.change(replace(self.keeper.settings, **changes))  # type: ignore[arg-type]

    @property
    def is_seen(self) -> bool:
        """And the timer runs exactly then."""
        assert self.bar._timer.isActive() is self.bar.isVisible() is self.afterglow.is_on
        return self.bar.isVisible()


@pytest.fixture
def evening(qtbot: QtBot, icons: Icons) -> Evening:
    """No exercise was played yet."""
    return Evening(qtbot, icons)


def test_before_the_first_exercise_it_asks_for_nothing(evening: Evening) -> None:
    """Nothing is built for it at the start, not even when a setting changes."""
    evening.change(ambience_volume=10)
    evening.bar.fade()

    assert evening.asked == 0
    assert not evening.is_seen
    assert not evening.bar._is_made


def test_it_says_how_long_and_counts_down(evening: Evening) -> None:
    """In whole minutes, so that nothing ticks in the corner of an eye."""
    evening.exercise_ends()
    evening.pass_time(1_000)
    first = evening.bar.text.text()
    evening.pass_time(MINUTE - 1_000)
    then = evening.bar.text.text()
    evening.pass_time(8 * MINUTE)
    last = evening.bar.text.text()

    assert first == "The background goes on for 10 minutes and fades by itself."
    assert then == "The background goes on for 9 minutes and fades by itself."
    assert last == "The background fades by itself within the next minute."
    assert evening.bar.accessibleName() == last
    assert evening.is_seen


def test_it_goes_when_the_glow_does(evening: Evening) -> None:
    """And with it the timer."""
    evening.exercise_ends()
    evening.pass_time(10 * MINUTE - 1_000)
    was_seen = evening.is_seen

    evening.pass_time(1_000)

    assert was_seen
    assert not evening.is_seen


def test_without_a_glow_there_is_no_bar(evening: Evening) -> None:
    """Most exercises end in silence."""
    evening.exercise_ends(minutes=0)

    assert not evening.is_seen


def test_let_it_fade_now(evening: Evening) -> None:
    """One press: two seconds of fade, and the bar is gone."""
    evening.exercise_ends()

    evening.bar.fade_button.click()

    assert evening.sound.told("stop")[-1].ms == ENDED_FADE_MS
    assert not evening.is_seen


def test_the_next_exercise_takes_it_away(evening: Evening) -> None:
    """Whoever conducts it has ended the glow by then."""
    evening.exercise_ends()

    evening.afterglow.end()
    evening.bar.watch()

    assert not evening.is_seen


def test_what_ends_it_elsewhere_is_seen_within_a_second(evening: Evening) -> None:
    """Such as a sound of one's own that is listened to."""
    evening.exercise_ends()

    evening.afterglow.end()
    evening.pass_time(1_000)

    assert not evening.bar.isVisible()


@pytest.mark.parametrize(
    "changes", [{"sound": False}, {"ambience": "waves"}, {"ambience": ""}, {"sleep_minutes": 0},
                {"ambience_volume": 0}],
)  # fmt: skip
def test_what_is_not_wished_any_more_fades(evening: Evening, changes: dict[str, object]) -> None:
    """Settings apply at once; another background begins with the next exercise."""
    evening.exercise_ends()

    evening.change(**changes)

    assert evening.sound.told("stop")[-1].ms == ENDED_FADE_MS
    assert not evening.is_seen


def test_its_volume_and_its_minutes_can_be_changed(evening: Evening) -> None:
    """Louder, and half an hour from now."""
    evening.exercise_ends()
    evening.pass_time(5 * MINUTE)

    evening.change(ambience_volume=80)
    after_volume = evening.afterglow.left_ms
    evening.change(sleep_minutes=30)

    assert evening.sound.gains[Channel.AMBIENCE] == pytest.approx(0.8 * AMBIENCE_ALONE)
    assert after_volume == 5 * MINUTE
    assert "30 minutes" in evening.bar.text.text()


def test_other_settings_change_nothing(evening: Evening) -> None:
    """Captions, the window's place, a reminder."""
    evening.exercise_ends()

    evening.change(captions=False)

    assert evening.is_seen
    assert evening.sound.told("stop") == []
