"""What is heard of voice, bells and breath tones while a person practises."""

from pathlib import Path

from attachcalm.exercises.model import AnswerKind, Ask, Bell, Breathe, BreathLine, Pause
from attachcalm.player.session import Phase
from tests.fakes.sound import Call
from tests.fakes.stage import CUE, HOLD_3, IN_4, OUT_6, VOICE, VOLUMES, Stage, say


# ---------------------------------------------------------------- voice
def test_each_sentence_is_spoken_when_its_caption_comes(tmp_path: Path) -> None:
    """Voice and captions share one timeline, so the clip begins with its span."""
    stage = Stage(tmp_path, (say("One"), Pause(4_000), say("Two")))

    stage.start()
    stage.wait(9_000)

    assert stage.plays(VOICE) == [(0, "One"), (7_000, "Two")]
    assert {call.gain for call in stage.sound.told("play", VOICE)} == {VOLUMES.voice}


def test_a_sentence_without_a_clip_is_silent(tmp_path: Path) -> None:
    """And so is the whole exercise: a voice that stops half way leaves closed eyes alone."""
    stage = Stage(tmp_path, (say("Unspoken words"), say("One")))

    stage.start()
    stage.wait(3_000)

    assert stage.plays(VOICE) == []


def test_after_a_busy_moment_only_the_newest_sentence_is_spoken(tmp_path: Path) -> None:
    """Two sentences at once would be noise; the machine was busy for four seconds."""
    stage = Stage(tmp_path, (say("One", 0), say("Two", 0), say("Three", 0)))
    stage.start()
    stage.forget()

    stage.wait(4_100, frame_ms=4_100)

    assert stage.plays(VOICE) == [(4_100, "Three")]


def test_a_leap_fades_the_voice_quickly_and_the_next_one_begins_at_once(tmp_path: Path) -> None:
    """Forward in the middle of a sentence: 300 ms of fade, and no wait for it."""
    stage = Stage(tmp_path, (say("One"),), (say("Two"),))
    stage.start()
    stage.wait(500)
    stage.forget()

    stage.do("forward")

    fade, begin = stage.sound.calls
    assert fade == Call(500, "stop", VOICE, ms=300)
    assert begin == Call(500, "play", VOICE, stage.folder / "Two.mp3", VOLUMES.voice)


def test_a_leap_into_a_silence_fades_the_voice_too(tmp_path: Path) -> None:
    """Nothing takes the voice's place there, so it has to be told to go."""
    stage = Stage(tmp_path, (say("One"),), (Pause(5_000),))
    stage.start()
    stage.wait(500)

    stage.do("forward")

    assert stage.sound.told("stop", VOICE) == [Call(500, "stop", VOICE, ms=300)]
    assert stage.heard() == set()


def test_repeat_says_the_line_from_its_beginning(tmp_path: Path) -> None:
    """The same clip again, after a quick fade of what is left of it."""
    stage = Stage(tmp_path, (say("One"),))
    stage.start()
    stage.wait(800)

    stage.do("repeat")

    assert stage.plays(VOICE) == [(0, "One"), (800, "One")]
    assert [call.ms for call in stage.sound.told("stop", VOICE)] == [300]


def test_back_in_the_silence_says_the_step_again(tmp_path: Path) -> None:
    """What was spoken to its end needs no more than a new beginning."""
    stage = Stage(tmp_path, (say("One", 5_000),))
    stage.start()
    stage.wait(4_000)

    stage.do("back")

    assert stage.plays(VOICE) == [(0, "One"), (4_000, "One")]


# ---------------------------------------------------------------- bells and breath
def test_a_bell_rings_as_a_cue(tmp_path: Path) -> None:
    """A bell has its own channel and volume."""
    stage = Stage(tmp_path, (Bell("bowl", 3_000), say("One")))

    stage.start()

    assert stage.sound.calls == [Call(0, "play", CUE, stage.folder / "bowl.mp3", VOLUMES.cue)]


def test_a_bell_without_silence_still_rings_with_the_sentence_after_it(tmp_path: Path) -> None:
    """It begins and ends in the same moment, and both come in one batch of events."""
    stage = Stage(tmp_path, (say("One"), Bell("bowl", 0), say("Two")))

    stage.start()
    stage.wait(3_000)

    assert stage.heard() == {"bowl", "Two"}


def test_an_unknown_bell_is_silence(tmp_path: Path) -> None:
    """A bell that is not on the shelf costs nothing but its sound."""
    stage = Stage(tmp_path, (Bell("gong", 1_000), say("One")))

    stage.start()
    stage.wait(1_500)

    assert stage.plays(CUE) == []
    assert stage.plays(VOICE) == [(1_000, "One")]


def test_each_stroke_has_the_tone_of_its_kind_and_length(tmp_path: Path) -> None:
    """In and out are told apart by ear; a hold is silent."""
    stage = Stage(tmp_path, (Breathe((IN_4, HOLD_3, OUT_6), cycles=2),))

    stage.start()
    stage.wait(25_000)

    assert stage.plays(CUE) == [
        (0, "in-4000"),
        (7_000, "out-6000"),
        (13_000, "in-4000"),
        (20_000, "out-6000"),
    ]


def test_breath_tones_can_be_switched_off(tmp_path: Path) -> None:
    """Then the pacer is silent, and bells still ring."""
    stage = Stage(
        tmp_path, (Breathe((IN_4, OUT_6), cycles=1), Bell("bowl", 1_000)), breath_tones=False
    )

    stage.start()
    stage.wait(10_500)

    assert stage.plays(CUE) == [(10_000, "bowl")]


def test_a_line_spoken_while_breathing_goes_with_its_breath(tmp_path: Path) -> None:
    """The second breath's sentence and the tone begin together."""
    stage = Stage(tmp_path, (Breathe((IN_4, OUT_6), cycles=2, lines=(BreathLine(2, "Again"),)),))

    stage.start()
    stage.wait(10_100)

    assert stage.heard() == {"Again", "in-4000"}
    assert stage.plays(VOICE) == [(10_000, "Again")]


def test_a_ringing_bell_gives_way_to_a_tone_within_a_second(tmp_path: Path) -> None:
    """A bowl rings for ten seconds; its tail is faded, not cut."""
    stage = Stage(tmp_path, (Bell("bowl", 2_000), Breathe((IN_4, OUT_6), cycles=1)))
    stage.start()
    stage.forget()

    stage.wait(2_000)

    assert stage.sound.told("stop", CUE) == [Call(2_000, "stop", CUE, ms=1_000)]
    assert stage.plays(CUE) == [(2_000, "in-4000")]


def test_a_leap_out_of_a_breath_takes_its_tone_along_but_lets_a_bell_ring(tmp_path: Path) -> None:
    """A tone for a breath that nobody takes misleads; a bell does not."""
    breathing = Stage(tmp_path, (Breathe((IN_4, OUT_6), cycles=3),), (Pause(5_000),))
    breathing.start()
    breathing.wait(1_000)
    ringing = Stage(tmp_path, (Bell("bowl", 5_000),), (Pause(5_000),))
    ringing.start()
    ringing.wait(1_000)

    breathing.do("forward")
    ringing.do("forward")

    assert breathing.sound.told("stop", CUE) == [Call(1_000, "stop", CUE, ms=300)]
    assert ringing.heard() == {"bowl"}


# ---------------------------------------------------------------- pause
def test_a_pause_holds_everything_and_going_on_goes_on(tmp_path: Path) -> None:
    """Nothing is begun anew: the sentence goes on where it was."""
    stage = Stage(tmp_path, (say("One"),))
    stage.start()
    stage.wait(700)
    stage.forget()

    stage.do("pause")
    stage.now += 60_000
    stage.do("resume")

    assert [call.what for call in stage.sound.calls] == ["pause", "resume"]
    assert stage.heard() == {"One"}


def test_a_machine_that_slept_is_a_pause(tmp_path: Path) -> None:
    """The laptop's lid was closed in the middle of a sentence."""
    stage = Stage(tmp_path, (say("One"),))
    stage.start()
    stage.wait(700)

    stage.wait(3_600_000, frame_ms=3_600_000)

    assert stage.sound.paused


def test_after_a_leap_in_a_pause_the_new_sentence_is_said_from_its_beginning(
    tmp_path: Path,
) -> None:
    """What was held is dropped before anything goes on, so not a syllable of it is heard."""
    stage = Stage(tmp_path, (say("One"),), (say("Two"),), (say("Three"),))
    stage.start()
    stage.wait(700)
    stage.do("pause")
    stage.forget()

    stage.do("forward")
    stage.do("forward")
    assert stage.sound.calls == []
    stage.do("resume")

    assert [(call.what, call.channel) for call in stage.sound.calls] == [
        ("stop", VOICE),
        ("stop", CUE),
        ("resume", None),
        ("play", VOICE),
    ]
    assert stage.heard() == {"Three"}


def test_after_a_leap_in_a_pause_a_breath_begins_with_its_tone(tmp_path: Path) -> None:
    """The pacer moves from its beginning, and the tone with it."""
    stage = Stage(tmp_path, (say("One"),), (Breathe((IN_4, OUT_6), cycles=2),))
    stage.start()
    stage.do("pause")

    stage.do("forward")
    stage.do("resume")

    assert stage.heard() == {"in-4000"}


def test_a_bell_that_was_passed_in_a_pause_does_not_ring(tmp_path: Path) -> None:
    """Looking around in a pause is silent, and so is what was only looked at."""
    stage = Stage(tmp_path, (say("One"),), (Bell("bowl", 1_000),), (say("Three"),))
    stage.start()
    stage.do("pause")

    stage.do("forward")
    stage.do("forward")
    stage.do("resume")

    assert stage.heard() == {"Three"}


def test_a_sentence_that_began_in_the_very_tick_of_the_pause_is_not_lost(tmp_path: Path) -> None:
    """It is due, and is said when the person goes on."""
    stage = Stage(tmp_path, (say("One"), say("Two")))
    stage.start()
    stage.wait(2_990)

    stage.now += 20
    stage.do("pause")
    assert stage.plays(VOICE) == [(0, "One")]
    stage.do("resume")

    assert stage.heard() == {"Two"}


def test_a_leap_in_a_pause_onto_a_question_goes_on_into_its_silence(tmp_path: Path) -> None:
    """The session waits then instead of running; the ambience goes on."""
    ask = Ask("where", "Where do you feel it?", AnswerKind.TEXT)
    stage = Stage(tmp_path, (say("One"),), (ask,), ambience="rain")
    stage.start()
    stage.do("pause")

    stage.do("forward")
    stage.do("resume")

    assert stage.session.phase is Phase.WAITING
    assert stage.heard() == {"rain"}
