"""Qt's sound without a device: what comes out is compared with what was meant."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtMultimedia import QMediaPlayer
from pytestqt.qtbot import QtBot

from attachcalm.player.ports import Channel
from attachcalm.sound.qt import PAUSE_FADE_MS, QtSound
from tests.fakes.ear import ears, let_pass, likeness, playing, read, wait_for_end
from tests.fakes.noise import RATE

VOICE, CUE, AMBIENCE = Channel.VOICE, Channel.CUE, Channel.AMBIENCE
MakeNoise = Callable[[str, float], Path]
Status = QMediaPlayer.MediaStatus


# ---------------------------------------------------------------- what comes out
def test_what_comes_out_is_the_file(qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise) -> None:
    """Every sample, in order, although there is no device."""
    file = noise("voice.wav", 1.0)

    qt_sound.play(VOICE, file, gain=0.0)
    [ear] = ears(qt_sound)
    wait_for_end(qtbot, ear)

    assert len(ear.samples) == RATE
    assert likeness(ear.samples, read(file)) > 0.9999


@pytest.mark.parametrize("name", ["breath/in-1000.mp3", "ambience/rain.ogg"])
def test_the_shipped_kinds_of_file_sound(
    qtbot: QtBot, qt_sound: QtSound, resources: Path, name: str
) -> None:
    """Qt brings its own decoders for them, whatever the system has."""
    qt_sound.play(CUE, resources / "audio" / name, gain=0.0)
    [ear] = ears(qt_sound)
    qtbot.waitUntil(lambda: ear.has_heard(0.9), timeout=8_000)

    assert float(np.abs(ear.samples).max()) > 0.005


def test_three_channels_sound_at_once(qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise) -> None:
    """Voice, bell and ambience each come out whole."""
    files = {channel: noise(f"{channel}.wav", 0.6) for channel in Channel}

    for channel, file in files.items():
        qt_sound.play(channel, file, gain=0.0)
    heard = ears(qt_sound)
    qtbot.waitUntil(lambda: all(ear.has_heard(0.6) for ear in heard), timeout=8_000)

    meant = [read(file) for file in files.values()]
    assert [likeness(ear.samples, file) > 0.9999 for ear, file in zip(heard, meant, strict=True)]
    assert len(heard) == 3


def test_nothing_comes_out_in_a_pause_and_nothing_is_lost(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """A pause in the middle of a sentence costs not a sample."""
    file = noise("voice.wav", 2.4)
    qt_sound.play(VOICE, file, gain=0.0)
    [ear] = ears(qt_sound)
    qtbot.waitUntil(lambda: ear.has_heard(0.3), timeout=8_000)

    qt_sound.pause()
    let_pass(qtbot, PAUSE_FADE_MS + 300)  # its fade, and what was on its way
    before = len(ear.samples)
    let_pass(qtbot, 500)
    after = len(ear.samples)
    qt_sound.resume()
    wait_for_end(qtbot, ear)

    assert before == after < 1.8 * RATE
    assert len(ear.samples) == int(2.4 * RATE)
    assert likeness(ear.samples, read(file)) > 0.9999


def test_what_is_begun_in_a_pause_waits_for_its_end(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """It is loaded, and not a sample comes out."""
    file = noise("voice.wav", 0.5)
    qt_sound.pause()

    qt_sound.play(VOICE, file, gain=0.0)
    [ear] = ears(qt_sound)
    [player] = qt_sound.findChildren(QMediaPlayer)
    qtbot.waitUntil(lambda: player.mediaStatus() is Status.BufferedMedia, timeout=8_000)
    let_pass(qtbot, 200)
    assert len(ear.samples) == 0
    qt_sound.resume()
    wait_for_end(qtbot, ear)

    assert likeness(ear.samples, read(file)) > 0.9999


def test_a_loop_begins_again_without_a_hole(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """Ambience lasts as long as the exercise."""
    file = noise("rain.wav", 0.4)

    qt_sound.play(AMBIENCE, file, gain=0.0, loop=True)
    [ear] = ears(qt_sound)
    qtbot.waitUntil(lambda: ear.has_heard(1.1), timeout=8_000)

    meant = np.tile(read(file), 3)[: int(1.1 * RATE)]
    assert likeness(ear.samples[: len(meant)], meant) > 0.9999


def test_another_file_takes_the_place_of_the_first(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """The first fades within a moment while the second begins, so neither clicks nor waits."""
    first, second = noise("first.wav", 5.0), noise("second.wav", 0.5)
    qt_sound.play(VOICE, first, gain=0.9)
    [old] = ears(qt_sound)
    qtbot.waitUntil(lambda: old.has_heard(0.1), timeout=8_000)
    old.gains.clear()

    qt_sound.play(VOICE, second, gain=0.9)
    new = ears(qt_sound)[-1]
    wait_for_end(qtbot, new)

    assert likeness(new.samples, read(second)) > 0.9999
    assert old.gains[-1][1] == 0.0
    assert 200 <= old.gains[-1][0] - old.gains[0][0] < 600
    assert playing(qt_sound) == {}


def test_a_player_is_used_again(qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise) -> None:
    """A long exercise has hundreds of sentences, and no hundreds of players."""
    for number in range(6):
        qt_sound.play(VOICE, noise(f"{number}.wav", 0.05), gain=0.0)
        [ear] = ears(qt_sound)
        wait_for_end(qtbot, ear)

    assert len(qt_sound.findChildren(QMediaPlayer)) == 1


def test_hasty_leaps_never_need_more_than_three_players(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise, caplog: pytest.LogCaptureFixture
) -> None:
    """Forward, forward, forward: the oldest fade is cut, the newest file sounds."""
    files = [noise(f"{number}.wav", 1.0) for number in range(6)]

    for file in files:
        qt_sound.play(VOICE, file, gain=0.0)
    qtbot.waitUntil(lambda: set(playing(qt_sound)) == {files[-1]}, timeout=8_000)

    assert len(qt_sound.findChildren(QMediaPlayer)) == 3
    assert caplog.records == []  # what was left behind is no error of what sounds now


# ---------------------------------------------------------------- gains
def test_a_fade_in_is_a_straight_line(qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise) -> None:
    """Nothing starts with a jump: small steps, up, and never beyond what was asked."""
    qt_sound.play(AMBIENCE, noise("rain.wav", 3.0), gain=0.5, loop=True, fade_in_ms=600)
    [ear] = ears(qt_sound)
    qtbot.waitUntil(lambda: bool(ear.gains) and ear.gains[-1][1] == 0.5, timeout=8_000)

    gains = np.array([gain for _, gain in ear.gains])
    assert (np.diff(gains) > 0).all()
    assert np.diff(gains).max() <= 0.5 * 100 / 600 + 0.001  # a busy moment is at most 100 ms
    assert ear.gains[-1][0] - ear.gains[0][0] >= 500


def test_the_ambience_is_lowered_and_raised(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """A ramp begins where the last one is, even in its middle."""
    qt_sound.play(AMBIENCE, noise("rain.wav", 3.0), gain=0.8, loop=True)
    [ear] = ears(qt_sound)

    qt_sound.set_gain(AMBIENCE, 0.2, ramp_ms=10_000)
    qtbot.waitUntil(lambda: bool(ear.gains), timeout=8_000)
    qt_sound.set_gain(AMBIENCE, 0.8, ramp_ms=100)
    qtbot.waitUntil(lambda: ear.gains[-1][1] == pytest.approx(0.8), timeout=8_000)

    assert min(gain for _, gain in ear.gains) > 0.6


def test_a_pause_holds_a_fade(qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise) -> None:
    """Going on, it fades on from where it was."""
    qt_sound.play(AMBIENCE, noise("rain.wav", 3.0), gain=1.0, loop=True, fade_in_ms=1_000)
    [ear] = ears(qt_sound)
    qtbot.waitUntil(lambda: len(ear.gains) > 5, timeout=8_000)

    held = ear.gains[-1][1]
    qt_sound.pause()
    qtbot.waitUntil(lambda: ear.gains[-1][1] == 0.0, timeout=8_000)
    steps = len(ear.gains)
    let_pass(qtbot, 400)
    assert len(ear.gains) == steps
    qt_sound.resume()
    qtbot.waitUntil(lambda: ear.gains[-1][1] == 1.0, timeout=8_000)

    back = ear.gains[-1][0] - ear.gains[steps][0]
    assert back >= (1 - held) * 1_000 - 150  # all that was left of the fade-in, and not less


def test_a_stop_fades_and_lets_go_of_the_file(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """What has faded is not held open."""
    qt_sound.play(VOICE, noise("voice.wav", 5.0), gain=0.8)
    [ear] = ears(qt_sound)
    qtbot.waitUntil(lambda: ear.has_heard(0.1), timeout=8_000)

    qt_sound.stop(VOICE, fade_out_ms=200)
    qt_sound.set_gain(VOICE, 0.8)  # a slider does not bring it back
    [player] = qt_sound.findChildren(QMediaPlayer)
    with qtbot.waitSignal(player.sourceChanged, timeout=8_000):
        pass

    assert player.source().isEmpty()
    assert ear.gains[-1][1] == 0.0
    assert len(ear.gains) >= 3
