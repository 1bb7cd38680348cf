"""At the end of an exercise its ambience can go on, and only what was heard to the end does."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from attachcalm.player.conductor import AMBIENCE_OUT_MS, SEAM_MS, STOP_FADE_MS
from attachcalm.player.ports import Sound
from attachcalm.player.session import Phase
from tests.fakes.stage import AMBIENCE, VOLUMES, Stage, say


@dataclass
class Night:
    """Who is asked whether the ambience goes on, and says yes."""

    asked: list[tuple[Sound, float]] = field(default_factory=list)
    answer: bool = True

    def go_on(self, sound: Sound, volume: float) -> bool:
        self.asked.append((sound, volume))
        return self.answer


def played(folder: Path, night: Night, ambience: str = "rain") -> Stage:
    """An exercise of three seconds, half a second before its end."""
    stage = Stage(folder, (say("One"),), ambience=ambience, go_on=night.go_on)
    stage.start()
    stage.wait(2_500)
    return stage


def test_at_the_end_the_ambience_is_handed_on_and_not_told_to_stop(tmp_path: Path) -> None:
    """With the volume that the person has chosen for it."""
    night = Night()
    stage = played(tmp_path, night)

    stage.wait(1_000)

    assert stage.session.phase is Phase.FINISHED
    assert night.asked == [(stage.sound, VOLUMES.ambience)]
    assert stage.sound.told("stop", AMBIENCE) == []
    assert "rain" in stage.heard()


def test_where_nobody_takes_it_the_ambience_fades(tmp_path: Path) -> None:
    """Two seconds, as ever."""
    stage = played(tmp_path, Night(answer=False))

    stage.wait(1_000)

    assert [call.ms for call in stage.sound.told("stop", AMBIENCE)] == [AMBIENCE_OUT_MS]


def test_what_was_stopped_does_not_go_on(tmp_path: Path) -> None:
    """Stop, and too much, mean silence within a second."""
    night = Night()
    stage = played(tmp_path, night)

    stage.do("stop")

    assert night.asked == []
    assert [call.ms for call in stage.sound.told("stop", AMBIENCE)] == [STOP_FADE_MS]


@pytest.mark.parametrize("on_again", [False, True])
def test_what_was_switched_off_does_not_come_back(tmp_path: Path, on_again: bool) -> None:
    """Off and on again is as if nothing had been."""
    night = Night()
    stage = played(tmp_path, night)
    stage.conductor.set_sound_on(False)
    if on_again:
        stage.conductor.set_sound_on(True)

    stage.wait(1_000)

    assert bool(night.asked) is on_again
    assert ("rain" in stage.heard()) is on_again


def test_an_exercise_without_ambience_is_followed_by_silence(tmp_path: Path) -> None:
    """There is nothing that could go on."""
    night = Night()
    stage = played(tmp_path, night, ambience="")

    stage.wait(1_000)

    assert stage.session.phase is Phase.FINISHED
    assert night.asked == []


@pytest.mark.parametrize("ambience, seam_ms", [("rain", 0), ("own:sea.wav", SEAM_MS)])
def test_only_a_persons_own_sound_has_a_seam(tmp_path: Path, ambience: str, seam_ms: int) -> None:
    """Ours were made to meet their own beginning."""
    stage = played(tmp_path, Night(), ambience)

    assert [call.seam_ms for call in stage.sound.told("play", AMBIENCE)] == [seam_ms]
