"""After an exercise the ambience goes on as long as was wished, and ends so softly none wakes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.player.afterglow import (
    ENDED_FADE_MS,
    LONGEST_FADE_MS,
    SEAM_MS,
    SHORTEST_FADE_MS,
    STEP_MS,
    Afterglow,
    fade_of,
    share_at,
)
from attachcalm.player.conductor import AMBIENCE_ALONE, AMBIENCE_OUT_MS, STOP_FADE_MS
from attachcalm.player.ports import Channel, Sound
from attachcalm.settings import SLEEP_MINUTES
from tests.fakes.clock import FakeClock
from tests.fakes.sound import RecordingSound

AMBIENCE, VOICE = Channel.AMBIENCE, Channel.VOICE
MINUTE = 60_000
MINUTES = [minutes for minutes in SLEEP_MINUTES if minutes]


class Evening:
    """One exercise with rain on a sound that writes, and the afterglow that follows it."""

    def __init__(self, folder: Path, minutes: int, volume: float = 0.5) -> None:
        self.clock = FakeClock()
        self.heard = RecordingSound(self.clock)
        self.afterglow = Afterglow(self.clock)
        self.rain = folder / "rain.ogg"
        self.rain.touch()
        self.sound = self.exercise(minutes, volume)

    def exercise(self, minutes: int, volume: float = 0.5, *, has_seam: bool = False) -> Sound:
        """Let an exercise with rain begin."""
        sound = self.afterglow.before(self.heard, minutes, volume, has_seam=has_seam)
        sound.play(AMBIENCE, self.rain, gain=volume * AMBIENCE_ALONE, loop=True)
        return sound

    def finish(self) -> None:
        """Let it come to its end, as the conductor does."""
        self.sound.stop(AMBIENCE, fade_out_ms=AMBIENCE_OUT_MS)

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
    """Ten minutes are wished."""
    return Evening(tmp_path, 10)


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
def test_the_rain_goes_on_for_as_long_as_was_wished(tmp_path: Path, minutes: int) -> None:
    """It was never stopped in between, and it is silent within seconds of the end."""
    evening = Evening(tmp_path, minutes)

    evening.finish()
    evening.sleep(minutes * MINUTE - fade_of(minutes * MINUTE) - STEP_MS)
    gain_before = evening.heard.gains[AMBIENCE]
    evening.sleep(fade_of(minutes * MINUTE) - STEP_MS)
    was_raining, gain_at_last = evening.is_raining, evening.heard.gains[AMBIENCE]
    evening.sleep(2 * STEP_MS)

    assert gain_before == 0.5 * AMBIENCE_ALONE
    assert was_raining or gain_at_last < 0.001
    assert not evening.is_raining
    assert not evening.afterglow.is_on
    assert len(evening.heard.told("play")) == 1


def test_every_step_of_the_fade_is_a_ramp_that_meets_the_next(evening: Evening) -> None:
    """Each ramp takes until the next tick, so the gain is a line without steps."""
    evening.finish()
    evening.sleep(10 * MINUTE)

    steps = evening.heard.told("set_gain", AMBIENCE)[1:]
    gains = [step.gain for step in steps]
    assert len(steps) >= 149
    assert {step.ms for step in steps} == {STEP_MS}
    assert gains == sorted(gains, reverse=True)  # type: ignore[type-var]  # each has a gain
    assert steps[0].at == 10 * MINUTE - fade_of(10 * MINUTE)


def test_without_a_wish_it_ends_with_the_exercise(tmp_path: Path) -> None:
    """Off is how it starts: two seconds of fade, as ever."""
    evening = Evening(tmp_path, 0)

    evening.finish()

    [stop] = evening.heard.told("stop", AMBIENCE)
    assert stop.ms == AMBIENCE_OUT_MS
    assert not evening.afterglow.is_on


def test_what_was_stopped_does_not_go_on(evening: Evening) -> None:
    """Too much means silence, within a second."""
    evening.sound.stop(AMBIENCE, fade_out_ms=STOP_FADE_MS)

    [stop] = evening.heard.told("stop", AMBIENCE)
    assert stop.ms == STOP_FADE_MS < AMBIENCE_OUT_MS
    assert not evening.afterglow.is_on


def test_what_was_switched_off_does_not_come_back(evening: Evening) -> None:
    """The person switched the sound off in the exercise."""
    evening.sound.set_gain(AMBIENCE, 0.0, ramp_ms=300)

    evening.finish()

    assert not evening.afterglow.is_on
    assert not evening.is_raining


def test_what_was_switched_off_and_on_again_goes_on(evening: Evening) -> None:
    """As if nothing had been."""
    evening.sound.set_gain(AMBIENCE, 0.0, ramp_ms=300)
    evening.sound.set_gain(AMBIENCE, 0.2, ramp_ms=300)

    evening.finish()

    assert evening.is_raining


def test_an_exercise_without_ambience_is_followed_by_silence(tmp_path: Path) -> None:
    """There is nothing that could go on."""
    afterglow, heard = Afterglow(FakeClock()), RecordingSound()
    sound = afterglow.before(heard, 10, 0.5, has_seam=False)

    sound.set_gain(AMBIENCE, 0.3, ramp_ms=300)
    sound.stop(AMBIENCE, fade_out_ms=AMBIENCE_OUT_MS)

    assert not afterglow.is_on


# ---------------------------------------------------------------- meanwhile
def test_the_volume_counts_at_once_even_in_the_fade(evening: Evening) -> None:
    """Half as loud as half of what is left."""
    evening.finish()
    evening.sleep(9 * MINUTE)
    before = evening.heard.gains[AMBIENCE]

    evening.afterglow.set_volume(0.25)

    assert evening.heard.gains[AMBIENCE] == pytest.approx(before / 2)
    assert evening.heard.calls[-1].ms >= 300


def test_a_volume_of_nothing_is_the_end(evening: Evening) -> None:
    """The slider at its end, or the sound switched off."""
    evening.finish()

    evening.afterglow.set_volume(0.0)

    assert evening.heard.calls[-1].what == "stop"
    assert evening.heard.calls[-1].ms == ENDED_FADE_MS
    assert not evening.afterglow.is_on


@pytest.mark.parametrize("minutes", [0, 20])
def test_the_next_exercise_lets_it_fade(evening: Evening, minutes: int) -> None:
    """What went on makes room, and may go on again after it."""
    evening.finish()

    evening.sound = evening.exercise(minutes)
    [stop] = evening.heard.told("stop", AMBIENCE)
    evening.finish()

    assert stop.ms == ENDED_FADE_MS
    assert evening.afterglow.is_on is (minutes > 0)
    assert evening.afterglow.left_ms == minutes * MINUTE


def test_a_machine_that_slept_too_does_not_rain_in_the_morning(evening: Evening) -> None:
    """The first tick after the leap ends it."""
    evening.finish()

    evening.clock.advance(8 * 60 * MINUTE)
    evening.afterglow.tick()

    assert not evening.is_raining


def test_it_can_be_ended_at_any_time_and_more_than_once(evening: Evening) -> None:
    """Nothing to end is nothing wrong."""
    evening.afterglow.end()
    evening.finish()
    evening.afterglow.end()
    evening.afterglow.end()
    evening.afterglow.tick()

    assert len(evening.heard.told("stop", AMBIENCE)) == 1
    assert evening.afterglow.left_ms == 0


# ---------------------------------------------------------------- what stands in between
def test_all_else_reaches_the_sound_as_it_was_asked(evening: Evening) -> None:
    """The voice, the bells and the pause know nothing of it."""
    for sound in (evening.sound, evening.heard):
        evening.heard.calls.clear()
        sound.play(VOICE, evening.rain, gain=0.3, fade_in_ms=7)
        sound.set_gain(VOICE, 0.2, ramp_ms=9)
        sound.stop(VOICE, fade_out_ms=AMBIENCE_OUT_MS)
        sound.pause()
        sound.resume()
        sound.close()
        if sound is evening.sound:
            through = list(evening.heard.calls)

    assert through == evening.heard.calls
    assert (evening.sound.name, evening.sound.note) == (evening.heard.name, evening.heard.note)


@pytest.mark.parametrize("has_seam, seam_ms", [(False, 0), (True, SEAM_MS)])
def test_only_a_persons_own_sound_has_a_seam(
    evening: Evening, has_seam: bool, seam_ms: int
) -> None:
    """Ours were made to meet their own beginning."""
    evening.exercise(0, has_seam=has_seam)

    assert evening.heard.told("play", AMBIENCE)[-1].seam_ms == seam_ms
