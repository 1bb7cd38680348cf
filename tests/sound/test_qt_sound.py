"""Qt's sound without a device: what comes out is compared with what was meant."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtMultimedia import QMediaDevices, QMediaPlayer
from pytestqt.qtbot import QtBot

from attachcalm.player.ports import Channel
from attachcalm.sound.deck import Deck
from attachcalm.sound.notes import NO_DEVICE
from attachcalm.sound.qt import QtSound
from tests.fakes.checkout import ROOT
from tests.fakes.ear import Ear, likeness, playing, read
from tests.fakes.noise import RATE

VOICE, CUE, AMBIENCE = Channel.VOICE, Channel.CUE, Channel.AMBIENCE
MakeNoise = Callable[[str, float], Path]
Status = QMediaPlayer.MediaStatus


@pytest.fixture
def sound(qtbot: QtBot) -> Iterator[QtSound]:
    """Return Qt's sound, closed after the test."""
    made = QtSound()
    yield made
    made.close()


def ears(sound: QtSound) -> list[Ear]:
    """Listen to every player that was made so far and has no ear yet, and return all ears."""
    for player in sound.findChildren(QMediaPlayer):
        if not player.findChildren(Ear):
            Ear(player)
    return sound.findChildren(Ear)


def ended(status: Status) -> bool:
    return status is Status.EndOfMedia


def wait_for_end(qtbot: QtBot, ear: Ear) -> None:
    player = ear.parent()
    assert isinstance(player, QMediaPlayer)
    with qtbot.waitSignal(player.mediaStatusChanged, check_params_cb=ended, timeout=8_000):
        pass


def let_pass(qtbot: QtBot, ms: int) -> None:
    """Let real time pass, for what must not happen meanwhile."""
    timer = QTimer(singleShot=True, interval=ms)
    with qtbot.waitSignal(timer.timeout, timeout=ms + 2_000):
        timer.start()


# ---------------------------------------------------------------- what comes out
def test_what_comes_out_is_the_file(qtbot: QtBot, sound: QtSound, noise: MakeNoise) -> None:
    """Every sample, in order, although there is no device."""
    file = noise("voice.wav", 1.0)

    sound.play(VOICE, file, gain=0.0)
    [ear] = ears(sound)
    wait_for_end(qtbot, ear)

    assert len(ear.samples) == RATE
    assert likeness(ear.samples, read(file)) > 0.9999


@pytest.mark.parametrize("name", ["breath/in-1000.mp3", "ambience/rain.ogg"])
def test_the_shipped_kinds_of_file_sound(
    qtbot: QtBot, sound: QtSound, resources: Path, name: str
) -> None:
    """Qt brings its own decoders for them, whatever the system has."""
    sound.play(CUE, resources / "audio" / name, gain=0.0)
    [ear] = ears(sound)
    qtbot.waitUntil(lambda: ear.has_heard(0.9), timeout=8_000)

    assert float(np.abs(ear.samples).max()) > 0.005


def test_three_channels_sound_at_once(qtbot: QtBot, sound: QtSound, noise: MakeNoise) -> None:
    """Voice, bell and ambience each come out whole."""
    files = {channel: noise(f"{channel}.wav", 0.6) for channel in Channel}

    for channel, file in files.items():
        sound.play(channel, file, gain=0.0)
    heard = ears(sound)
    qtbot.waitUntil(lambda: all(ear.has_heard(0.6) for ear in heard), timeout=8_000)

    meant = [read(file) for file in files.values()]
    assert [likeness(ear.samples, file) > 0.9999 for ear, file in zip(heard, meant, strict=True)]
    assert len(heard) == 3


def test_nothing_comes_out_in_a_pause_and_nothing_is_lost(
    qtbot: QtBot, sound: QtSound, noise: MakeNoise
) -> None:
    """A pause in the middle of a sentence costs not a sample."""
    file = noise("voice.wav", 1.2)
    sound.play(VOICE, file, gain=0.0)
    [ear] = ears(sound)
    qtbot.waitUntil(lambda: ear.has_heard(0.3), timeout=8_000)

    sound.pause()
    let_pass(qtbot, 150)  # what was on its way
    before = len(ear.samples)
    let_pass(qtbot, 500)
    after = len(ear.samples)
    sound.resume()
    wait_for_end(qtbot, ear)

    assert before == after < 0.9 * RATE
    assert len(ear.samples) == int(1.2 * RATE)
    assert likeness(ear.samples, read(file)) > 0.9999


def test_what_is_begun_in_a_pause_waits_for_its_end(
    qtbot: QtBot, sound: QtSound, noise: MakeNoise
) -> None:
    """It is loaded, and not a sample comes out."""
    file = noise("voice.wav", 0.5)
    sound.pause()

    sound.play(VOICE, file, gain=0.0)
    [ear] = ears(sound)
    [player] = sound.findChildren(QMediaPlayer)
    qtbot.waitUntil(lambda: player.mediaStatus() is Status.BufferedMedia, timeout=8_000)
    let_pass(qtbot, 200)
    assert len(ear.samples) == 0
    sound.resume()
    wait_for_end(qtbot, ear)

    assert likeness(ear.samples, read(file)) > 0.9999


def test_a_loop_begins_again_without_a_hole(qtbot: QtBot, sound: QtSound, noise: MakeNoise) -> None:
    """Ambience lasts as long as the exercise."""
    file = noise("rain.wav", 0.4)

    sound.play(AMBIENCE, file, gain=0.0, loop=True)
    [ear] = ears(sound)
    qtbot.waitUntil(lambda: ear.has_heard(1.1), timeout=8_000)

    meant = np.tile(read(file), 3)[: int(1.1 * RATE)]
    assert likeness(ear.samples[: len(meant)], meant) > 0.9999


def test_another_file_takes_the_place_of_the_first(
    qtbot: QtBot, sound: QtSound, noise: MakeNoise
) -> None:
    """The first fades within a moment while the second begins, so neither clicks nor waits."""
    first, second = noise("first.wav", 5.0), noise("second.wav", 0.5)
    sound.play(VOICE, first, gain=0.9)
    [old] = ears(sound)
    qtbot.waitUntil(lambda: old.has_heard(0.1), timeout=8_000)
    old.gains.clear()

    sound.play(VOICE, second, gain=0.9)
    new = ears(sound)[-1]
    wait_for_end(qtbot, new)

    assert likeness(new.samples, read(second)) > 0.9999
    assert old.gains[-1][1] == 0.0
    assert old.gains[-1][0] - old.gains[0][0] < 500
    assert playing(sound) == {}


def test_a_player_is_used_again(qtbot: QtBot, sound: QtSound, noise: MakeNoise) -> None:
    """A long exercise has hundreds of sentences, and no hundreds of players."""
    for number in range(6):
        sound.play(VOICE, noise(f"{number}.wav", 0.05), gain=0.0)
        [ear] = ears(sound)
        wait_for_end(qtbot, ear)

    assert len(sound.findChildren(QMediaPlayer)) == 1


def test_hasty_leaps_never_need_more_than_three_players(
    qtbot: QtBot, sound: QtSound, noise: MakeNoise, caplog: pytest.LogCaptureFixture
) -> None:
    """Forward, forward, forward: the oldest fade is cut, the newest file sounds."""
    files = [noise(f"{number}.wav", 1.0) for number in range(6)]

    for file in files:
        sound.play(VOICE, file, gain=0.0)
    qtbot.waitUntil(lambda: set(playing(sound)) == {files[-1]}, timeout=8_000)

    assert len(sound.findChildren(QMediaPlayer)) == 3
    assert caplog.records == []  # what was left behind is no error of what sounds now


# ---------------------------------------------------------------- gains
def test_a_fade_in_is_a_straight_line(qtbot: QtBot, sound: QtSound, noise: MakeNoise) -> None:
    """Nothing starts with a jump: small steps, up, and never beyond what was asked."""
    sound.play(AMBIENCE, noise("rain.wav", 3.0), gain=0.5, loop=True, fade_in_ms=600)
    [ear] = ears(sound)
    qtbot.waitUntil(lambda: bool(ear.gains) and ear.gains[-1][1] == 0.5, timeout=8_000)

    gains = np.array([gain for _, gain in ear.gains])
    assert (np.diff(gains) > 0).all()
    assert np.diff(gains).max() <= 0.5 * 100 / 600 + 0.001  # a busy moment is at most 100 ms
    assert ear.gains[-1][0] - ear.gains[0][0] >= 500


def test_the_ambience_is_lowered_and_raised(qtbot: QtBot, sound: QtSound, noise: MakeNoise) -> None:
    """A ramp begins where the last one is, even in its middle."""
    sound.play(AMBIENCE, noise("rain.wav", 3.0), gain=0.8, loop=True)
    [ear] = ears(sound)

    sound.set_gain(AMBIENCE, 0.2, ramp_ms=10_000)
    qtbot.waitUntil(lambda: bool(ear.gains), timeout=8_000)
    sound.set_gain(AMBIENCE, 0.8, ramp_ms=100)
    qtbot.waitUntil(lambda: ear.gains[-1][1] == pytest.approx(0.8), timeout=8_000)

    assert min(gain for _, gain in ear.gains) > 0.6


def test_a_pause_holds_a_fade(qtbot: QtBot, sound: QtSound, noise: MakeNoise) -> None:
    """Going on, it fades on from where it was."""
    sound.play(AMBIENCE, noise("rain.wav", 3.0), gain=1.0, loop=True, fade_in_ms=1_000)
    [ear] = ears(sound)
    qtbot.waitUntil(lambda: len(ear.gains) > 5, timeout=8_000)

    sound.pause()
    held = ear.gains[-1][1]
    steps = len(ear.gains)
    let_pass(qtbot, 400)
    assert len(ear.gains) == steps
    sound.resume()
    qtbot.waitUntil(lambda: len(ear.gains) > steps, timeout=8_000)

    assert held < ear.gains[steps][1] <= held + 0.101


def test_a_stop_fades_and_lets_go_of_the_file(
    qtbot: QtBot, sound: QtSound, noise: MakeNoise
) -> None:
    """What has faded is not held open."""
    sound.play(VOICE, noise("voice.wav", 5.0), gain=0.8)
    [ear] = ears(sound)
    qtbot.waitUntil(lambda: ear.has_heard(0.1), timeout=8_000)

    sound.stop(VOICE, fade_out_ms=200)
    sound.set_gain(VOICE, 0.8)  # a slider does not bring it back
    [player] = sound.findChildren(QMediaPlayer)
    with qtbot.waitSignal(player.sourceChanged, timeout=8_000):
        pass

    assert player.source().isEmpty()
    assert ear.gains[-1][1] == 0.0
    assert len(ear.gains) >= 3


# ---------------------------------------------------------------- what goes wrong
def test_a_missing_file_is_silence_and_one_line(
    sound: QtSound, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The exercise goes on with captions, and the log names no path."""
    sound.play(VOICE, tmp_path / "for-Maria.mp3", gain=0.8)

    assert sound.findChildren(QMediaPlayer) == []
    [record] = caplog.records
    assert "Maria" not in record.getMessage()


@pytest.fixture(
    params=[b"", b"no sound at all", bytes(range(256)) * 40, b"RIFF\x00\x00\x00\x00WAVEfmt "],
    ids=["empty", "text", "binary", "cut off"],
)
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Make a file that is no sound."""
    path = tmp_path / "for-Maria.mp3"
    path.write_bytes(request.param)
    return path


def test_a_file_that_does_not_decode_is_silence_and_one_line(
    qtbot: QtBot,
    sound: QtSound,
    noise: MakeNoise,
    broken: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """And the next sentence is spoken by the same player."""
    whole = noise("whole.wav", 0.2)

    sound.play(VOICE, broken, gain=0.0)
    qtbot.waitUntil(lambda: bool(caplog.records), timeout=8_000)
    sound.play(VOICE, whole, gain=0.0)
    [ear] = ears(sound)
    wait_for_end(qtbot, ear)

    assert likeness(ear.samples, read(whole)) > 0.9999
    [record] = caplog.records
    assert "Maria" not in record.getMessage()


def test_a_broken_bell_does_not_disturb_the_voice(
    qtbot: QtBot, sound: QtSound, noise: MakeNoise, broken: Path
) -> None:
    """Each channel fails alone."""
    voice = noise("voice.wav", 0.5)

    sound.play(VOICE, voice, gain=0.0)
    [ear] = ears(sound)
    sound.play(CUE, broken, gain=0.0)
    wait_for_end(qtbot, ear)

    assert likeness(ear.samples, read(voice)) > 0.9999


def test_without_a_device_the_person_is_told_and_time_goes_on(
    qtbot: QtBot, sound: QtSound, noise: MakeNoise
) -> None:
    """A player without a device plays silently in real time, and says nothing itself."""
    if QMediaDevices.audioOutputs():
        pytest.skip("this system's devices cannot be hidden from Qt")

    sound.play(VOICE, noise("voice.wav", 0.3), gain=0.8)
    [ear] = ears(sound)
    wait_for_end(qtbot, ear)

    assert sound.note == NO_DEVICE


def test_a_player_that_stands_still_is_started_again(qtbot: QtBot, noise: MakeNoise) -> None:
    """A lost device freezes a player without a word; after three seconds it is started anew."""
    room = QObject()
    deck = Deck(room, "voice")
    deck.begin(noise("voice.wav", 8.0), gain=0.0, loop=False, fade_in_ms=0, held=False)
    [player] = room.findChildren(QMediaPlayer)
    qtbot.waitUntil(lambda: player.position() > 100, timeout=8_000)
    player.pause()  # behind the deck's back: this is what it looks like
    frozen_at = player.position()

    for _ in range(3):
        deck.look_after(1_000, device_there=True)
    assert player.playbackState() is QMediaPlayer.PlaybackState.PausedState
    deck.look_after(1_000, device_there=True)

    qtbot.waitUntil(lambda: player.position() > frozen_at, timeout=8_000)
    deck.fall_silent()


@pytest.mark.parametrize("reason", ["no device", "held", "idle"])
def test_a_player_that_may_stand_still_is_left_alone(
    qtbot: QtBot, noise: MakeNoise, reason: str
) -> None:
    """There is nothing to be gained without a device, and nothing wrong in a pause."""
    room = QObject()
    deck = Deck(room, "voice")
    deck.begin(noise("voice.wav", 8.0), gain=0.0, loop=False, fade_in_ms=0, held=reason == "held")
    [player] = room.findChildren(QMediaPlayer)
    qtbot.waitUntil(lambda: player.mediaStatus() is Status.BufferedMedia, timeout=8_000)
    if reason == "idle":
        deck.fall_silent()
    player.pause()

    for _ in range(10):
        deck.look_after(1_000, device_there=reason != "no device")

    assert player.playbackState() is not QMediaPlayer.PlaybackState.PlayingState
    deck.fall_silent()


# ---------------------------------------------------------------- the end of it
STOP_TOGETHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from attachcalm.sound.deck import Deck
app = QCoreApplication([])
room = QObject()
rounds = int(sys.argv[2])
def begin():
    global decks
    decks = [Deck(room, "deck") for _ in range(6)]
    for deck in decks:
        deck.begin(Path(sys.argv[1]), gain=0.0, loop=True, fade_in_ms=0, held=False)
    QTimer.singleShot(60, stop)
def stop():
    global rounds
    for deck in decks:
        deck.hold()
    for deck in decks:
        deck.leave(0)
        deck.deleteLater()
    rounds -= 1
    QTimer.singleShot(30, begin if rounds else app.quit)
begin()
app.exec()
"""


def test_stopping_several_players_at_once_never_freezes_the_window(noise: MakeNoise) -> None:
    """Without `settle_disconnects` this stood still for ever after some twenty rounds."""
    done = subprocess.run(
        [sys.executable, "-c", STOP_TOGETHER, str(noise("loop.wav", 1.0)), "60"],
        cwd=ROOT,
        capture_output=True,
        timeout=100,
        check=False,
    )

    assert done.returncode == 0


PLAY_AND_LEAVE = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from attachcalm.player.ports import Channel
from attachcalm.sound.qt import QtSound
app = QCoreApplication([])
sound = QtSound()
for channel in Channel:
    sound.play(channel, Path(sys.argv[1]), gain=0.0, loop=True, fade_in_ms=5000)
QTimer.singleShot(400, app.quit)
app.exec()
if sys.argv[2] == "closed":
    sound.close()
"""


@pytest.mark.parametrize("how", ["closed", "torn away"])
def test_leaving_while_it_sounds_is_quiet(noise: MakeNoise, how: str) -> None:
    """The process ends well, and neither FFmpeg nor Python has written a word about it."""
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-c", PLAY_AND_LEAVE, str(noise("loop.wav", 1.0)), how],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    said = [line for line in done.stderr.splitlines() if "audio" not in line.lower()]
    assert done.returncode == 0
    assert [line for line in said if not line.startswith("qt.multimedia")] == []
    assert done.stdout == ""


def test_after_closing_nothing_plays(sound: QtSound, noise: MakeNoise) -> None:
    """Late calls of a window that is going away do no harm."""
    sound.play(VOICE, noise("voice.wav", 1.0), gain=0.0)

    sound.close()
    sound.play(CUE, noise("bell.wav", 1.0), gain=0.0)
    sound.resume()

    assert playing(sound) == {}
