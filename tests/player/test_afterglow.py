"""After an exercise the ambience goes on as long as was wished, and ends so softly none wakes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.player.afterglow import (
    ENDED_FADE_MS,
    LONGEST_FADE_MS,
    SHORTEST_FADE_MS,
    STEP_MS,
    Afterglow,
    fade_of,
    share_at,
)
from attachcalm.player.conductor import AMBIENCE_ALONE, SWITCH_MS
from attachcalm.player.ports import Channel
from attachcalm.settings import SLEEP_MINUTES
from tests.fakes.clock import FakeClock
from tests.fakes.sound import RecordingSound

AMBIENCE = Channel.AMBIENCE
MINUTE = 60_000
MINUTES = [minutes for minutes in SLEEP_MINUTES if minutes]


class Evening:
    """Rain from an exercise on a sound that writes, and the afterglow that follows it."""

    def __init__(self, folder: Path, *, can_rain: bool = True) -> None:
        self.clock = FakeClock()
        self.heard = RecordingSound(self.clock, has_ambience=can_rain)
        self.afterglow = Afterglow(self.clock)
        self.rain = folder / "rain.ogg"
        self.rain.touch()
        self.heard.play(AMBIENCE, self.rain, gain=0.5 * AMBIENCE_ALONE, loop=True)

    def begin(self, minutes: int = 10, volume: float = 0.5) -> bool:
        """Let the exercise come to its end."""
        return self.afterglow.begin(self.heard, volume, minutes=minutes)

    def sleep(self, ms: int) -> None:
        """Let time pass with a tick every second."""
        for _ in range(0, ms, STEP_MS):
            self.clock.advance(STEP_MS)
            self.afterglow.tick()

    @property
    def is_raining(self) -> bool:
        return self.rain in self.heard.heard()


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    """It rains."""
    return Evening(tmp_path)


# ---------------------------------------------------------------- the curve
@pytest.mark.parametrize("minutes", MINUTES)
def test_the_fade_takes_a_minute_or_more_and_ends_in_nothing(minutes: int) -> None:
    """Whole until the fade begins, and nothing when the time is over."""
    lasts = minutes * MINUTE
    begins = lasts - fade_of(lasts)

    assert SHORTEST_FADE_MS <= fade_of(lasts) <= LONGEST_FADE_MS
    assert share_at(0, lasts) == share_at(begins, lasts) == 1.0
    assert 0.97 < share_at(begins + STEP_MS, lasts) < 1.0
    assert 0.0 < share_at(lasts - STEP_MS, lasts) < 0.001
    assert share_at(lasts, lasts) == share_at(lasts + 1, lasts) == 0.0


@given(st.sampled_from(MINUTES), st.integers(0, 61 * MINUTE), st.integers(0, 1_000))
def test_nothing_ever_gets_louder_or_falls_by_more_than_a_breath(
    minutes: int, gone: int, ms: int
) -> None:
    """In a second it loses a thirtieth at the most."""
    now, soon = share_at(gone, minutes * MINUTE), share_at(gone + ms, minutes * MINUTE)

    assert 0.0 <= soon <= now <= 1.0
    assert now - soon <= 1 / 30


# ---------------------------------------------------------------- after the exercise
@pytest.mark.parametrize("minutes", MINUTES)
def test_the_rain_goes_on_for_as_long_as_was_wished(evening: Evening, minutes: int) -> None:
    """It was never stopped in between, and it is silent within seconds of the end."""
    evening.begin(minutes)
    evening.sleep(minutes * MINUTE - fade_of(minutes * MINUTE) - STEP_MS)
    gain_before = evening.heard.gains[AMBIENCE]
    evening.sleep(fade_of(minutes * MINUTE))
    was_raining, gain_at_last = evening.afterglow.is_on, evening.heard.gains[AMBIENCE]
    evening.sleep(STEP_MS)

    assert gain_before == 0.5 * AMBIENCE_ALONE
    assert was_raining
    assert gain_at_last < 0.001
    assert not evening.is_raining
    assert not evening.afterglow.is_on
    assert len(evening.heard.told("play")) == 1


def test_every_step_of_the_fade_is_a_ramp_that_meets_the_next(evening: Evening) -> None:
    """Each ramp takes until the next tick, so the gain is a line without steps."""
    evening.begin()
    evening.sleep(10 * MINUTE)

    steps = evening.heard.told("set_gain", AMBIENCE)[1:]
    gains = [step.gain for step in steps]
    assert len(steps) >= 149
    assert {step.ms for step in steps} == {STEP_MS}
    assert gains == sorted(gains, reverse=True)  # type: ignore[type-var]  # each has a gain
    assert steps[0].at == 10 * MINUTE - fade_of(10 * MINUTE)


@pytest.mark.parametrize(
    "minutes, volume, can_rain", [(0, 0.5, True), (10, 0.0, True), (10, 0.5, False)]
)
def test_what_is_not_wished_or_not_heard_does_not_go_on(
    tmp_path: Path, minutes: int, volume: float, can_rain: bool
) -> None:
    """Nothing is told to the sound, and nothing is said of a background that nobody hears."""
    evening = Evening(tmp_path, can_rain=can_rain)

    assert not evening.begin(minutes, volume)

    assert not evening.afterglow.is_on
    assert len(evening.heard.calls) == 1


# ---------------------------------------------------------------- meanwhile
def test_the_volume_counts_at_once_even_in_the_fade(evening: Evening) -> None:
    """Half as loud as half of what is left."""
    evening.begin()
    evening.sleep(9 * MINUTE)
    before = evening.heard.gains[AMBIENCE]

    evening.afterglow.set_volume(0.25)

    assert evening.heard.gains[AMBIENCE] == pytest.approx(before / 2)
    assert evening.heard.calls[-1].ms == SWITCH_MS


def test_a_volume_of_nothing_is_the_end(evening: Evening) -> None:
    """The slider at its end, or the sound switched off."""
    evening.begin()

    evening.afterglow.set_volume(0.0)

    assert evening.heard.calls[-1].what == "stop"
    assert evening.heard.calls[-1].ms == ENDED_FADE_MS
    assert not evening.afterglow.is_on


def test_other_minutes_count_from_now(evening: Evening) -> None:
    """Whoever asks for twenty in the middle of the fade hears the rain come back slowly."""
    evening.begin()
    evening.sleep(9 * MINUTE)

    evening.afterglow.set_minutes(20)

    assert evening.afterglow.left_ms == 20 * MINUTE
    assert evening.heard.gains[AMBIENCE] == 0.5 * AMBIENCE_ALONE
    assert evening.heard.calls[-1].ms >= SWITCH_MS


def test_no_more_minutes_are_the_end(evening: Evening) -> None:
    """Not at all means now."""
    evening.begin()

    evening.afterglow.set_minutes(0)

    assert not evening.is_raining
    assert evening.afterglow.left_ms == 0


def test_a_machine_that_slept_too_does_not_rain_in_the_morning(evening: Evening) -> None:
    """The first tick after the leap ends it."""
    evening.begin()

    evening.clock.advance(8 * 60 * MINUTE)
    evening.afterglow.tick()

    assert not evening.is_raining


def test_it_can_be_told_anything_at_any_time(evening: Evening) -> None:
    """Nothing to end is nothing wrong, and no change lets a dark one glow."""
    evening.afterglow.end()
    evening.begin()
    evening.afterglow.end()
    for _ in range(2):
        evening.afterglow.end()
        evening.afterglow.set_minutes(10)
        evening.afterglow.set_volume(0.5)
        evening.afterglow.tick()

    assert len(evening.heard.told("stop", AMBIENCE)) == 1
    assert evening.heard.calls[-1].what == "stop"
    assert evening.afterglow.left_ms == 0


def test_it_can_glow_again(evening: Evening) -> None:
    """After the next exercise, with its own minutes."""
    evening.begin()
    evening.sleep(9 * MINUTE)
    evening.afterglow.end()
    evening.heard.play(AMBIENCE, evening.rain, gain=0.25, loop=True)

    evening.begin(20)

    assert evening.afterglow.left_ms == 20 * MINUTE
    assert evening.heard.gains[AMBIENCE] == 0.5 * AMBIENCE_ALONE
