"""How the ambience stays under the voice, how it all ends, and what switches and sliders do."""

from pathlib import Path

import pytest

from attachcalm.exercises.model import Bell, Breathe
from attachcalm.player.conductor import Volumes
from attachcalm.player.ports import Channel
from attachcalm.player.session import Began, Changed, Phase
from tests.fakes.sound import Call
from tests.fakes.stage import AMBIENCE, IN_4, OUT_6, VOICE, VOLUMES, Stage, say


# ---------------------------------------------------------------- ambience
def test_ambience_comes_slowly_and_stays_under_the_voice(tmp_path: Path) -> None:
    """A quarter of its volume under speech, half of it otherwise."""
    stage = Stage(tmp_path, (say("One", 5_000), say("Two")), ambience="rain")

    stage.start()
    stage.wait(7_500)

    loud, low = VOLUMES.ambience * 0.5, VOLUMES.ambience * 0.25
    rain = stage.folder / "rain.ogg"
    assert [call for call in stage.sound.calls if call.channel is AMBIENCE] == [
        Call(0, "play", AMBIENCE, rain, low, loop=True, ms=2_000),
        Call(2_000, "set_gain", AMBIENCE, gain=loud, ms=1_000),
        Call(7_000, "set_gain", AMBIENCE, gain=low, ms=500),
    ]


def test_ambience_is_not_lowered_for_a_sentence_that_nobody_speaks(tmp_path: Path) -> None:
    """There is no voice to be kept clear."""
    stage = Stage(tmp_path, (say("Unspoken words"), say("Unspoken again")), ambience="rain")

    stage.start()
    stage.wait(3_000)

    [begin] = [call for call in stage.sound.calls if call.channel is AMBIENCE]
    assert begin.gain == VOLUMES.ambience * 0.5


def test_a_pause_changes_nothing_in_the_mix(tmp_path: Path) -> None:
    """Paused in the middle of a sentence, it is still that sentence afterwards."""
    stage = Stage(tmp_path, (say("One"),), ambience="rain")
    stage.start()
    stage.wait(500)

    stage.do("pause")
    stage.wait(500)
    stage.do("resume")

    assert stage.sound.told("set_gain") == []


@pytest.mark.parametrize("chosen", ["", "a sound of another version"])
def test_no_ambience_or_an_unknown_one_is_none(tmp_path: Path, chosen: str) -> None:
    """None is how it starts."""
    stage = Stage(tmp_path, (say("One"),), ambience=chosen)

    stage.start()

    assert stage.plays(AMBIENCE) == []


# ---------------------------------------------------------------- the end
def test_a_stop_makes_everything_silent_within_a_second(tmp_path: Path) -> None:
    """The person has had enough: voice, bell and ambience fade, and nothing comes after."""
    stage = Stage(tmp_path, (Bell("bowl", 0), say("One")), ambience="rain")
    stage.start()
    stage.wait(500)
    stage.forget()

    stage.do("stop")
    stage.wait(10_000)

    assert {call.channel for call in stage.sound.calls} == set(Channel)
    assert all(call.what == "stop" and 0 < call.ms <= 1_000 for call in stage.sound.calls)


def test_a_stop_in_a_pause_leaves_a_sound_that_can_play_again(tmp_path: Path) -> None:
    """The next exercise plays on the same sound."""
    stage = Stage(tmp_path, (say("One"),))
    stage.start()
    stage.do("pause")

    stage.do("stop")

    assert not stage.sound.paused
    assert stage.sound.sounding == {}
    assert [call.ms for call in stage.sound.told("stop")] == [0, 0, 0]


def test_at_the_end_the_ambience_goes_slowly_and_the_bell_rings_out(tmp_path: Path) -> None:
    """Nothing is torn off when an exercise is finished."""
    stage = Stage(tmp_path, (say("One"), Bell("bowl", 1_000)), ambience="rain")
    stage.start()
    stage.wait(3_500)
    stage.forget()

    stage.wait(1_000)

    assert stage.session.phase is Phase.FINISHED
    assert stage.sound.calls == [Call(4_000, "stop", AMBIENCE, ms=2_000)]
    assert stage.heard() == {"bowl"}


def test_a_bell_as_the_very_last_thing_rings(tmp_path: Path) -> None:
    """It has no silence after it, so it begins in the moment of the end."""
    stage = Stage(tmp_path, (say("One"), Bell("chime", 0)))
    stage.start()

    stage.wait(3_000)

    assert stage.session.phase is Phase.FINISHED
    assert "chime" in stage.heard()


def test_a_leap_past_the_end_does_not_leave_a_voice_talking(tmp_path: Path) -> None:
    """The person is asked how they are now; the guide does not talk over that."""
    stage = Stage(tmp_path, (say("One"),))
    stage.start()
    stage.wait(500)

    stage.do("forward")

    assert stage.sound.told("stop", VOICE) == [Call(500, "stop", VOICE, ms=500)]


def test_a_leap_past_the_end_in_a_pause_is_silent(tmp_path: Path) -> None:
    """Nothing that was held comes back."""
    stage = Stage(tmp_path, (Bell("bowl", 0), say("One")), ambience="rain")
    stage.start()
    stage.wait(500)
    stage.do("pause")

    stage.do("forward")

    assert stage.heard() == set()
    assert not stage.sound.paused


def test_nothing_is_played_after_the_end(tmp_path: Path) -> None:
    """Late events of a session that is over are not heard."""
    stage = Stage(tmp_path, (say("One"),), ambience="rain")
    stage.start()
    stage.do("stop")
    stage.forget()

    late = (Began(stage.session.span), Changed(Phase.PAUSED), Changed(Phase.RUNNING))
    stage.conductor.hear(late)

    assert stage.sound.calls == []


# ---------------------------------------------------------------- switches and sliders
def test_sound_off_is_silent_and_on_again_loses_nothing_of_the_sentence(tmp_path: Path) -> None:
    """What sounds goes on unheard, so a slip of the finger costs a moment only."""
    stage = Stage(tmp_path, (say("One"),), ambience="rain")
    stage.start()
    stage.wait(500)

    stage.conductor.set_sound_on(False)
    assert stage.heard() == set()
    stage.wait(200)
    stage.conductor.set_sound_on(True)

    assert stage.heard() == {"One", "rain"}
    assert stage.plays(VOICE) == [(0, "One")]


def test_nothing_begins_while_sound_is_off(tmp_path: Path) -> None:
    """Not even unheard: a person who wants silence opens no device."""
    stage = Stage(
        tmp_path,
        (say("One"), Bell("bowl", 0), Breathe((IN_4, OUT_6), cycles=1)),
        ambience="rain",
        sound_on=False,
    )

    stage.start()
    stage.wait(13_100)

    assert stage.session.phase is Phase.FINISHED
    assert stage.sound.told("play") == []


def test_sound_switched_on_midway_is_heard_from_the_next_line(tmp_path: Path) -> None:
    """The ambience comes at once, slowly; the voice with the next sentence."""
    stage = Stage(tmp_path, (say("One"), say("Two")), ambience="rain", sound_on=False)
    stage.start()
    stage.wait(1_000)

    stage.conductor.set_sound_on(True)
    stage.wait(3_000)

    [rain] = stage.sound.told("play", AMBIENCE)
    assert (rain.at, rain.ms) == (1_020, 2_000)
    assert stage.plays(VOICE) == [(3_000, "Two")]


def test_the_mix_is_right_after_sound_was_off_for_a_while(tmp_path: Path) -> None:
    """The voice has stopped meanwhile, so the ambience comes back as loud as it is alone."""
    stage = Stage(tmp_path, (say("One", 8_000),), ambience="rain")
    stage.start()
    stage.wait(500)

    stage.conductor.set_sound_on(False)
    stage.wait(5_000)
    stage.conductor.set_sound_on(True)

    assert stage.sound.gains[AMBIENCE] == VOLUMES.ambience * 0.5


def test_sliders_are_heard_at_once(tmp_path: Path) -> None:
    """A new volume counts for what sounds and for all that follows."""
    stage = Stage(tmp_path, (say("One"), say("Two")), ambience="rain")
    stage.start()
    stage.wait(500)

    stage.conductor.set_volumes(Volumes(voice=0.3, cue=0.2, ambience=0.8))
    assert stage.sound.gains == {VOICE: 0.3, AMBIENCE: pytest.approx(0.8 * 0.25)}
    stage.wait(3_000)

    assert stage.sound.gains[VOICE] == 0.3
