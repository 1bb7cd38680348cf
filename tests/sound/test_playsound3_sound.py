"""Sound by a player program, for machines where Qt cannot sound."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from attachcalm.player.ports import Channel
from attachcalm.sound.playsound3 import NoPlayerError, Playsound3Sound
from tests.fakes.player_program import PlayerProgram

VOICE, CUE, AMBIENCE = Channel.VOICE, Channel.CUE, Channel.AMBIENCE

# Python 3.12 warns of every program started by a process with threads; Qt has some.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")


@pytest.fixture
def sound(program: PlayerProgram) -> Iterator[Playsound3Sound]:
    """Return the sound, closed after the test."""
    made = Playsound3Sound()
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Make a file; the program does not mind what is in it."""

    def make(name: str, content: bytes = b"sound") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return make


def test_after_a_pause_the_line_is_said_again(
    qtbot: QtBot,
    sound: Playsound3Sound,
    program: PlayerProgram,
    file: Callable[..., Path],
) -> None:
    """Programs cannot be paused; a bell in the middle of its ring is let go."""
    line, bell = file("line.mp3"), file("bell.mp3")
    sound.play(VOICE, line, gain=1.0)
    sound.play(CUE, bell, gain=1.0)
    qtbot.waitUntil(lambda: program.heard() == {line, bell}, timeout=8_000)

    sound.pause()
    qtbot.waitUntil(lambda: program.heard() == set(), timeout=8_000)
    sound.resume()
    qtbot.waitUntil(lambda: program.heard() == {line}, timeout=8_000)

    assert program.told("begin").count(line) == 2


def test_a_line_that_was_over_before_the_pause_is_not_said_again(
    qtbot: QtBot, sound: Playsound3Sound, program: PlayerProgram, file: Callable[..., Path]
) -> None:
    """The pause was in the silence after it."""
    line, bell = file("line.mp3", b""), file("bell.mp3")
    sound.play(VOICE, line, gain=1.0)
    qtbot.waitUntil(lambda: line in program.told("end"), timeout=8_000)
    started = sound._lines[VOICE].started
    qtbot.waitUntil(lambda: not started.is_alive(), timeout=8_000)

    sound.pause()
    sound.resume()
    sound.play(CUE, bell, gain=1.0)
    qtbot.waitUntil(lambda: program.heard() == {bell}, timeout=8_000)

    assert program.told("begin").count(line) == 1


def test_there_is_no_ambience(
    qtbot: QtBot, sound: Playsound3Sound, program: PlayerProgram, file: Callable[..., Path]
) -> None:
    """It could neither loop nor be kept under the voice; and nothing is begun unheard."""
    rain, bell, line = file("rain.ogg"), file("bell.mp3"), file("line.mp3")

    sound.play(AMBIENCE, rain, gain=0.2, loop=True)
    sound.play(CUE, bell, gain=0.0)
    sound.play(VOICE, line, gain=1.0)
    qtbot.waitUntil(lambda: line in program.told("begin"), timeout=8_000)
    sound.stop(VOICE)
    sound.close()  # waits for what was started

    assert program.told("begin") == [line]


def test_a_program_that_cannot_be_started_is_silence_and_one_line(
    sound: Playsound3Sound,
    program: PlayerProgram,
    file: Callable[..., Path],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Somebody uninstalled it while AttachCalm was running."""
    (program.folder / "ffplay").unlink()

    sound.play(VOICE, file("for-Maria.mp3"), gain=1.0)

    [record] = caplog.records
    assert "Maria" not in record.getMessage()


def test_closing_ends_a_program_that_does_not_listen(
    qtbot: QtBot, program: PlayerProgram, file: Callable[..., Path]
) -> None:
    """Nothing goes on sounding behind a window that is gone."""
    stubborn = program.folder / "ffplay"
    told = stubborn.read_text("utf-8")
    stubborn.write_text(told.replace("signal.SIGTERM, end", "signal.SIGTERM, signal.SIG_IGN"))
    line = file("line.mp3")
    sound = Playsound3Sound()
    sound.play(VOICE, line, gain=1.0)
    started = sound._lines[VOICE].started
    qtbot.waitUntil(lambda: line in program.told("begin"), timeout=8_000)

    sound.close()

    assert not started.is_alive()


def test_without_any_program_it_cannot_be_made(no_program: Path) -> None:
    """Then there is silence, and a sentence about it."""
    with pytest.raises(NoPlayerError):
        Playsound3Sound()
