"""Qt's sound when something is wrong, and when it is told to go."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QMediaDevices, QMediaPlayer
from pytestqt.qtbot import QtBot

from attachcalm.player.ports import Channel
from attachcalm.sound.deck import Deck
from attachcalm.sound.notes import NO_DEVICE
from attachcalm.sound.qt import QtSound
from tests.fakes.checkout import ROOT
from tests.fakes.ear import ears, likeness, playing, read, wait_for_end

VOICE, CUE = Channel.VOICE, Channel.CUE
MakeNoise = Callable[[str, float], Path]
Status = QMediaPlayer.MediaStatus


# ---------------------------------------------------------------- what goes wrong
def test_a_missing_file_is_silence_and_one_line(
    qt_sound: QtSound, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The exercise goes on with captions, and the log names no path."""
    qt_sound.play(VOICE, tmp_path / "for-Maria.mp3", gain=0.8)

    assert qt_sound.findChildren(QMediaPlayer) == []
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
    qt_sound: QtSound,
    noise: MakeNoise,
    broken: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """And the next sentence is spoken by the same player."""
    whole = noise("whole.wav", 0.2)

    qt_sound.play(VOICE, broken, gain=0.0)
    qtbot.waitUntil(lambda: bool(caplog.records), timeout=8_000)
    qt_sound.play(VOICE, whole, gain=0.0)
    [ear] = ears(qt_sound)
    wait_for_end(qtbot, ear)

    assert likeness(ear.samples, read(whole)) > 0.9999
    [record] = caplog.records
    assert "Maria" not in record.getMessage()


def test_a_broken_bell_does_not_disturb_the_voice(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise, broken: Path
) -> None:
    """Each channel fails alone."""
    voice = noise("voice.wav", 0.5)

    qt_sound.play(VOICE, voice, gain=0.0)
    [ear] = ears(qt_sound)
    qt_sound.play(CUE, broken, gain=0.0)
    wait_for_end(qtbot, ear)

    assert likeness(ear.samples, read(voice)) > 0.9999


def test_without_a_device_the_person_is_told_and_time_goes_on(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """A player without a device plays silently in real time, and says nothing itself."""
    if QMediaDevices.audioOutputs():
        pytest.skip("this system's devices cannot be hidden from Qt")

    qt_sound.play(VOICE, noise("voice.wav", 0.3), gain=0.8)
    [ear] = ears(qt_sound)
    wait_for_end(qtbot, ear)

    assert qt_sound.note == NO_DEVICE


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


def test_after_closing_nothing_plays(qt_sound: QtSound, noise: MakeNoise) -> None:
    """Late calls of a window that is going away do no harm."""
    qt_sound.play(VOICE, noise("voice.wav", 1.0), gain=0.0)

    qt_sound.close()
    qt_sound.play(CUE, noise("bell.wav", 1.0), gain=0.0)
    qt_sound.resume()

    assert playing(qt_sound) == {}
