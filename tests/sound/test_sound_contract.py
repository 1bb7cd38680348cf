"""What every `Sound` does, the fake one of the other tests too."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from attachcalm.player.ports import Channel, Sound
from attachcalm.sound.playsound3 import Playsound3Sound
from attachcalm.sound.qt import QtSound
from attachcalm.sound.silent import SilentSound
from tests.fakes.ear import playing
from tests.fakes.sound import RecordingSound

VOICE, CUE, AMBIENCE = Channel.VOICE, Channel.CUE, Channel.AMBIENCE
GAIN = 0.01  # where a device cannot be hidden, nobody is startled

# Python 3.12 warns of every program started by a process with threads; Qt has some.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")


@dataclass
class Subject:
    """A sound, how to know what is heard of it, and on which channels anything can be."""

    sound: Sound
    heard: Callable[[], set[Path]]
    channels: tuple[Channel, ...]


@pytest.fixture(params=["recording", "silent", "playsound3", "qt"])
def subject(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Subject]:
    """Return each kind of sound."""
    made = make_subject(request)
    yield made
    made.sound.close()


def make_subject(request: pytest.FixtureRequest) -> Subject:
    if request.param == "recording":
        recording = RecordingSound()
        return Subject(recording, recording.heard, tuple(Channel))
    if request.param == "silent":
        return Subject(SilentSound(), set, ())
    if request.param == "playsound3":
        program = request.getfixturevalue("program")
        return Subject(Playsound3Sound(), program.heard, (VOICE, CUE))
    qt = QtSound()
    return Subject(qt, lambda: audible(qt), tuple(Channel))


def audible(sound: QtSound) -> set[Path]:
    """Return the files whose players play at some gain."""
    heard = set()
    for path, player in playing(sound).items():
        if player.audioOutput().volume() > 0:
            heard.add(path)
    return heard


def test_an_ambience_is_promised_only_where_it_can_be_heard(subject: Subject) -> None:
    """Not by a player program, not by silence, and by Qt only where there is a device."""
    if AMBIENCE not in subject.channels or subject.sound.note is not None:
        assert not subject.sound.has_ambience


@dataclass
class Check:
    """Waits until what is heard is what should be heard where anything can be."""

    qtbot: QtBot
    subject: Subject
    files: dict[Channel, Path]

    def heard(self, *channels: Channel) -> None:
        files = {self.files[channel] for channel in channels if channel in self.subject.channels}
        self.heard_files(*files)

    def heard_files(self, *files: Path) -> None:
        self.qtbot.waitUntil(lambda: self.subject.heard() == set(files), timeout=8_000)


@pytest.fixture
def files(tmp_path: Path, noise: Callable[[str, float], Path]) -> dict[Channel, Path]:
    """Make one file per channel, long enough for any test."""
    return {channel: noise(f"{channel}.wav", 20.0) for channel in Channel}


@pytest.fixture
def check(qtbot: QtBot, subject: Subject, files: dict[Channel, Path]) -> Check:
    """Return what checks the subject."""
    return Check(qtbot, subject, files)


def play_all(sound: Sound, files: dict[Channel, Path]) -> None:
    for channel, file in files.items():
        sound.play(channel, file, gain=GAIN, loop=channel is AMBIENCE)


def test_it_says_what_it_is(subject: Subject) -> None:
    """The name is one of three, and a note is a whole sentence."""
    assert subject.sound.name in {"qt", "playsound3", "silent"}
    assert subject.sound.note is None or subject.sound.note.endswith(".")


def test_all_channels_sound_at_once(check: Check) -> None:
    """One does not take another's place."""
    play_all(check.subject.sound, check.files)

    check.heard(*Channel)


def test_a_second_file_takes_the_place_of_the_first(
    check: Check, noise: Callable[[str, float], Path]
) -> None:
    """There is one voice."""
    second = noise("second.wav", 20.0)
    check.subject.sound.play(VOICE, check.files[VOICE], gain=GAIN)
    check.heard(VOICE)

    check.subject.sound.play(VOICE, second, gain=GAIN)

    check.heard_files(*({second} if check.subject.channels else set()))


@pytest.mark.parametrize("fade_ms", [0, 100])
def test_a_stopped_channel_falls_silent_alone(check: Check, fade_ms: int) -> None:
    """The others go on."""
    play_all(check.subject.sound, check.files)

    check.subject.sound.stop(CUE, fade_out_ms=fade_ms)

    check.heard(VOICE, AMBIENCE)


def test_what_is_played_right_after_a_stop_is_not_stopped(check: Check) -> None:
    """A fade belongs to what was sounding, not to what comes after it."""
    sound = check.subject.sound
    sound.play(VOICE, check.files[CUE], gain=GAIN)

    sound.stop(VOICE, fade_out_ms=100)
    sound.play(VOICE, check.files[VOICE], gain=GAIN)

    check.heard(VOICE)


def test_a_pause_is_silent_and_the_voice_goes_on_after_it(check: Check) -> None:
    """Whatever else a sound can or cannot do, the sentence is not lost."""
    sound = check.subject.sound
    sound.play(VOICE, check.files[VOICE], gain=GAIN)
    check.heard(VOICE)

    sound.pause()
    sound.pause()
    check.heard()
    sound.resume()
    sound.resume()

    check.heard(VOICE)


def test_a_voice_begun_in_a_pause_is_heard_after_it(check: Check) -> None:
    """It waits."""
    check.subject.sound.pause()
    check.subject.sound.play(VOICE, check.files[VOICE], gain=GAIN)
    check.heard()

    check.subject.sound.resume()

    check.heard(VOICE)


def test_what_is_stopped_in_a_pause_does_not_come_back(check: Check) -> None:
    """The person leapt away from it."""
    play_all(check.subject.sound, check.files)
    check.heard(*Channel)

    check.subject.sound.pause()
    for channel in Channel:
        check.subject.sound.stop(channel)
    check.subject.sound.resume()

    check.heard()


def test_no_gain_is_silence(check: Check) -> None:
    """A slider at its end is off."""
    sound = check.subject.sound
    sound.play(VOICE, check.files[VOICE], gain=GAIN)
    sound.play(CUE, check.files[CUE], gain=0.0)
    check.heard(VOICE)

    sound.set_gain(VOICE, 0.0, ramp_ms=60)

    check.heard()


def test_a_missing_file_is_silence_and_the_rest_goes_on(check: Check, tmp_path: Path) -> None:
    """No sentence is worth the loss of the others; and the old one does not go on either."""
    sound = check.subject.sound
    play_all(sound, check.files)

    sound.play(CUE, tmp_path / "missing.mp3", gain=GAIN)

    check.heard(VOICE, AMBIENCE)


def test_closed_is_silent_for_good(check: Check) -> None:
    """The window goes away; nothing goes on behind it."""
    sound = check.subject.sound
    play_all(sound, check.files)
    check.heard(*Channel)

    sound.close()
    sound.resume()
    play_all(sound, check.files)

    check.heard()


AWKWARD: dict[str, Callable[[Sound, Path], None]] = {
    "stop what never began": lambda sound, _: sound.stop(VOICE, fade_out_ms=100),
    "gain of what never began": lambda sound, _: sound.set_gain(CUE, 0.5, ramp_ms=100),
    "go on without a pause": lambda sound, _: sound.resume(),
    "a folder": lambda sound, folder: sound.play(VOICE, folder, gain=GAIN),
    "an impossible name": lambda sound, folder: sound.play(VOICE, folder / ("x" * 5_000), gain=1),
    "too loud": lambda sound, folder: sound.play(VOICE, folder / "voice.wav", gain=7.0),
    "below nothing": lambda sound, _: sound.set_gain(VOICE, -1.0, ramp_ms=-5),
    "no number": lambda sound, _: sound.set_gain(VOICE, float("nan"), ramp_ms=50),
    "a link": lambda sound, _: sound.play(VOICE, Path("https://example.org/a.mp3"), gain=GAIN),
    "closed twice": lambda sound, _: sound.close(),  # once more than the test itself
}


@pytest.mark.parametrize("do", AWKWARD.values(), ids=AWKWARD)
def test_it_never_raises(
    do: Callable[[Sound, Path], None], subject: Subject, files: dict[Channel, Path]
) -> None:
    """An exercise is never broken off because of its sound."""
    subject.sound.play(VOICE, files[VOICE], gain=GAIN)

    do(subject.sound, files[VOICE].parent)
    subject.sound.stop(VOICE)


def test_a_pipe_is_no_sound(check: Check, tmp_path: Path) -> None:
    """Opening one would wait for ever."""
    import os

    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    pipe = tmp_path / "pipe.mp3"
    os.mkfifo(pipe)

    check.subject.sound.play(VOICE, pipe, gain=GAIN)

    check.heard()
