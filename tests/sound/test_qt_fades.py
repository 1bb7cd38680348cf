"""Nothing ends abruptly: every way to fall silent is measured, and so is the seam of a loop."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtMultimedia import QMediaPlayer
from pytestqt.qtbot import QtBot

from attachcalm.player.ports import Channel
from attachcalm.sound.qt import QtSound
from tests.fakes.ear import Ear, ears, let_pass, playing

VOICE, AMBIENCE = Channel.VOICE, Channel.AMBIENCE
MakeNoise = Callable[[str, float], Path]
SHORTEST_MS = 280  # three tenths of a second, but for the clocks' grain
LARGEST_STEP = 0.8 * 100 / 300 + 0.01  # a busy moment is 100 ms of a fade at the most


def started() -> QElapsedTimer:
    """A watch that runs."""
    watch = QElapsedTimer()
    watch.start()
    return watch


def begun(qtbot: QtBot, sound: QtSound, file: Path) -> Ear:
    """Let the file be heard, and listen from then on."""
    sound.play(VOICE, file, gain=0.8)
    ear = ears(sound)[-1]
    qtbot.waitUntil(lambda: ear.has_heard(0.1), timeout=8_000)
    ear.gains.clear()
    return ear


def assert_no_click(ear: Ear, since: QElapsedTimer) -> None:
    """It goes down to nothing in small steps that take long enough."""
    gains = [0.8, *(gain for _, gain in ear.gains)]
    assert gains[-1] == 0.0
    assert max(-np.diff(gains)) <= LARGEST_STEP
    assert (np.diff(gains) <= 0).all()
    assert since.elapsed() >= SHORTEST_MS


Step = Callable[[QtSound, Path], None]
PAUSE: Step = lambda sound, _: sound.pause()  # noqa: E731
STOP: Step = lambda sound, _: sound.stop(VOICE)  # noqa: E731
CLOSE: Step = lambda sound, _: sound.close()  # noqa: E731
REPLACE: Step = lambda sound, other: sound.play(VOICE, other, gain=0.8)  # noqa: E731
FADE: Step = lambda sound, _: sound.stop(VOICE, fade_out_ms=300)  # noqa: E731
WAYS: dict[str, tuple[Step, ...]] = {
    "paused": (PAUSE,),
    "replaced": (REPLACE,),
    "stopped": (FADE,),
    "closed": (CLOSE,),
    "paused and stopped": (PAUSE, STOP),
    "paused and closed": (PAUSE, CLOSE),
    "paused and replaced": (PAUSE, REPLACE),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_end_is_a_fade(qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise, way: str) -> None:
    """Down to nothing in three tenths of a second, without a jump on the way."""
    ear = begun(qtbot, qt_sound, noise("voice.wav", 9.0))

    since = started()
    for step in WAYS[way]:
        step(qt_sound, noise("other.wav", 9.0))
    qtbot.waitUntil(lambda: bool(ear.gains) and ear.gains[-1][1] == 0.0, timeout=8_000)

    assert_no_click(ear, since)


def test_going_on_after_a_pause_is_a_fade_too(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """Up again to where it was, in small steps."""
    ear = begun(qtbot, qt_sound, noise("voice.wav", 9.0))
    qt_sound.pause()
    qtbot.waitUntil(lambda: bool(ear.gains) and ear.gains[-1][1] == 0.0, timeout=8_000)
    ear.gains.clear()

    qt_sound.resume()
    qtbot.waitUntil(lambda: bool(ear.gains) and ear.gains[-1][1] > 0.79, timeout=8_000)

    gains = [0.0, *(gain for _, gain in ear.gains)]
    assert max(np.diff(gains)) <= LARGEST_STEP


def test_a_pause_that_is_taken_back_at_once_is_hardly_heard(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """The voice dips and comes back, and the player never stood still."""
    ear = begun(qtbot, qt_sound, noise("voice.wav", 9.0))

    qt_sound.pause()
    let_pass(qtbot, 100)
    qt_sound.resume()
    qtbot.waitUntil(lambda: bool(ear.gains) and ear.gains[-1][1] > 0.79, timeout=8_000)

    assert min(gain for _, gain in ear.gains) > 0.2
    assert len(playing(qt_sound)) == 1


def test_what_was_stopped_while_it_faded_into_a_pause_stays_away(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """Pause, stop and on again within a breath: the fade goes to its end and nothing returns."""
    ear = begun(qtbot, qt_sound, noise("voice.wav", 9.0))

    since = started()
    qt_sound.pause()
    qt_sound.stop(VOICE)
    qt_sound.resume()
    qtbot.waitUntil(lambda: playing(qt_sound) == {}, timeout=8_000)
    let_pass(qtbot, 200)

    assert_no_click(ear, since)
    assert playing(qt_sound) == {}


def test_closing_what_is_silent_waits_for_nothing(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """Only what is heard has to fade."""
    qt_sound.play(VOICE, noise("voice.wav", 9.0), gain=0.0)
    [ear] = ears(qt_sound)
    qtbot.waitUntil(lambda: ear.has_heard(0.1), timeout=8_000)

    qt_sound.close()

    assert ear.gains == []


def test_no_slider_cuts_a_fade_in_short(qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise) -> None:
    """Nothing starts louder than its fade allows; quieter it may get at once."""
    qt_sound.play(AMBIENCE, noise("rain.wav", 9.0), gain=0.5, loop=True, fade_in_ms=1_000)
    [ear] = ears(qt_sound)
    qtbot.waitUntil(lambda: bool(ear.gains) and ear.gains[-1][1] > 0.05, timeout=8_000)

    since = started()
    qt_sound.set_gain(AMBIENCE, 0.8)
    qtbot.waitUntil(lambda: ear.gains[-1][1] == pytest.approx(0.8), timeout=8_000)

    assert since.elapsed() >= 600
    assert max(np.diff([gain for _, gain in ear.gains])) <= LARGEST_STEP


# ---------------------------------------------------------------- the seam of a loop
def test_the_end_of_a_loop_is_faded_over_its_beginning(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """Before the first player is at its end the second has taken over, as loud together."""
    file = noise("own.wav", 5.0)

    qt_sound.play(AMBIENCE, file, gain=0.6, loop=True, seam_ms=1_500)
    [first] = ears(qt_sound)
    qtbot.waitUntil(lambda: len(qt_sound.findChildren(QMediaPlayer)) == 2, timeout=9_000)
    second = ears(qt_sound)[-1]
    started_at = first.gains[-1][0] if first.gains else 0
    qtbot.waitUntil(lambda: first.gains[-1:] != [] and first.gains[-1][1] == 0.0, timeout=9_000)
    qtbot.waitUntil(lambda: second.gains[-1][1] == pytest.approx(0.6), timeout=9_000)

    went = [gain for _, gain in first.gains]
    came = [gain for _, gain in second.gains]
    together = [a**2 + b**2 for a, b in zip(went, came[-len(went) :], strict=False)]
    assert first.gains[-1][0] - started_at >= 1_000
    assert (np.diff(went) < 0).all()
    assert max(abs(np.array(together) - 0.36)) < 0.06
    assert second.has_heard(0.5)


def test_a_loop_goes_on_meeting_itself(qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise) -> None:
    """Again and again, with no more than three players, as loud as asked."""
    file = noise("own.wav", 3.0)
    begun_again = 0
    last: QMediaPlayer | None = None

    qt_sound.play(AMBIENCE, file, gain=0.5, loop=True, seam_ms=500)
    for _ in range(80):
        let_pass(qtbot, 100)
        fresh = [p for p in qt_sound.findChildren(QMediaPlayer) if 0 < p.position() < 700]
        if fresh and fresh[-1] is not last:
            last = fresh[-1]
            begun_again += 1

    assert begun_again >= 3
    assert len(qt_sound.findChildren(QMediaPlayer)) <= 3
    assert set(playing(qt_sound)) == {file}


def test_the_seam_is_met_while_the_loop_gets_quieter_all_the_time(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """As in the last minutes of the sleep timer: a ramp for every second, and none of them over.

    The first player has to be silent before its file is at its end.
    """
    file = noise("own.wav", 5.0)
    qt_sound.play(AMBIENCE, file, gain=0.6, loop=True, seam_ms=1_500)
    [first] = ears(qt_sound)
    quieter = QTimer(interval=500)
    goals = iter(np.linspace(0.58, 0.0, 40))
    quieter.timeout.connect(lambda: qt_sound.set_gain(AMBIENCE, float(next(goals)), ramp_ms=1_000))
    quieter.start()

    qtbot.waitUntil(lambda: len(qt_sound.findChildren(QMediaPlayer)) == 2, timeout=9_000)
    second = ears(qt_sound)[-1]
    qtbot.waitUntil(lambda: first.gains[-1][1] == 0.0, timeout=4_000)
    came_up_in = len(second.gains)
    quieter.stop()

    assert not first.has_heard(5.0)
    assert second.has_heard(0.5)
    assert came_up_in > 20
    assert max(np.diff([0.0, *(gain for _, gain in second.gains)])) <= LARGEST_STEP


def test_a_loop_that_is_switched_off_at_its_seam_is_silent_at_once(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """The player that fades over the other one is not to be heard for four seconds more."""
    qt_sound.play(AMBIENCE, noise("own.wav", 5.0), gain=0.6, loop=True, seam_ms=3_000)
    [first] = ears(qt_sound)
    qtbot.waitUntil(lambda: len(qt_sound.findChildren(QMediaPlayer)) == 2, timeout=9_000)
    second = ears(qt_sound)[-1]
    qtbot.waitUntil(lambda: bool(second.gains) and second.gains[-1][1] > 0.1, timeout=4_000)

    since = started()
    qt_sound.set_gain(AMBIENCE, 0.0, ramp_ms=300)
    qtbot.waitUntil(
        lambda: all(ear.gains and ear.gains[-1][1] == 0.0 for ear in (first, second)), timeout=4_000
    )

    assert since.elapsed() < 1_500


def test_a_stopped_loop_does_not_begin_again(
    qtbot: QtBot, qt_sound: QtSound, noise: MakeNoise
) -> None:
    """Not even if it was stopped a moment before its seam."""
    qt_sound.play(AMBIENCE, noise("own.wav", 3.0), gain=0.5, loop=True, seam_ms=500)
    [ear] = ears(qt_sound)
    qtbot.waitUntil(lambda: ear.has_heard(1.0), timeout=8_000)

    qt_sound.stop(AMBIENCE, fade_out_ms=300)
    let_pass(qtbot, 2_500)

    assert playing(qt_sound) == {}


def test_a_loop_that_cannot_be_played_is_tried_once(
    qtbot: QtBot, qt_sound: QtSound, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """One line in the log, not one for every second."""
    file = tmp_path / "own.mp3"
    file.write_bytes(b"no sound at all")

    qt_sound.play(AMBIENCE, file, gain=0.5, loop=True, seam_ms=500)
    let_pass(qtbot, 3_300)

    assert len(caplog.records) == 1
