"""A stage for the conductor: a real session on a clock in the hand, and a sound that writes."""

import datetime as dt
from pathlib import Path

from attachcalm.exercises.card import Card, Direction, Evidence, Group, Version
from attachcalm.exercises.model import About, Exercise, Part, Say, Step, Stroke, StrokeKind
from attachcalm.exercises.narration import Clip
from attachcalm.player.conductor import Conductor, GoOn, Volumes, fade_at_the_end
from attachcalm.player.ports import Channel
from attachcalm.player.session import Session
from attachcalm.player.shelf import SoundShelf
from attachcalm.player.timeline import compile_timeline
from tests.fakes.sound import RecordingSound

VOICE, CUE, AMBIENCE = Channel.VOICE, Channel.CUE, Channel.AMBIENCE
FRAME_MS = 20
SPEECH_MS = 2_000
VOLUMES = Volumes(voice=0.8, cue=0.6, ambience=0.4)
IN_4 = Stroke(StrokeKind.IN, 1.0, 4_000, "In")
OUT_6 = Stroke(StrokeKind.OUT, 0.0, 6_000, "Out")
HOLD_3 = Stroke(StrokeKind.HOLD, 1.0, 3_000, "Hold")


def exercise_of(*steps: tuple[Part, ...]) -> Exercise:
    """Build an exercise out of these steps."""
    card = Card(
        id="trial",
        title="Trial",
        summary="A trial.",
        group=Group.GROUNDING,
        direction=Direction.EITHER,
        versions=(Version("full", "Full", 3),),
        gate=0,
        evidence=Evidence.PRACTICE,
        eyes_open=True,
        file="trial.yaml",
        revision="1",
    )
    about = About("", (), (), (), (), "", dt.date(2025, 1, 1), "en")
    laid = tuple(Step(f"s{n}", f"Step {n}", parts) for n, parts in enumerate(steps, start=1))
    return Exercise(card, laid, (), about)


class Stage:
    """A session, its conductor and a clock in the hand; every sentence has a clip of 2 s."""

    def __init__(
        self,
        folder: Path,
        *steps: tuple[Part, ...],
        go_on: GoOn = fade_at_the_end,
        **wishes: object,
    ) -> None:
        self.folder = folder
        self.now = 0
        self.sound = RecordingSound(self.clock)
        timeline = compile_timeline(exercise_of(*steps), find_clip=self.clip)
        self.session = Session(timeline, self.clock)
        shelf = SoundShelf(
            bells={"bowl": self.file("bowl.mp3"), "chime": self.file("chime.mp3")},
            tones={name: self.file(f"{name}.mp3") for name in ("in-4000", "out-6000")},
            ambience={"rain": self.file("rain.ogg"), "own:sea.wav": self.file("sea.wav")},
        )
        self.conductor = Conductor(
            self.sound,
            shelf,
            VOLUMES,
            ambience=str(wishes.get("ambience", "")),
            breath_tones=bool(wishes.get("breath_tones", True)),
            sound_on=bool(wishes.get("sound_on", True)),
            go_on=go_on,
        )

    def clock(self) -> int:
        return self.now

    def file(self, name: str) -> Path:
        path = self.folder / name
        path.touch()
        return path

    def clip(self, text: str) -> Clip | None:
        if text.startswith("Unspoken"):
            return None
        return Clip(text, self.file(f"{text}.mp3"), SPEECH_MS)

    def do(self, command: str, *arguments: str) -> None:
        self.conductor.hear(getattr(self.session, command)(*arguments))
        self.conductor.watch(self.session.frame())

    def start(self) -> None:
        self.do("start")

    def wait(self, ms: int, frame_ms: int = FRAME_MS) -> None:
        """Let time pass, seen frame by frame."""
        until = self.now + ms
        while self.now < until:
            self.now = min(self.now + frame_ms, until)
            self.do("tick")

    def plays(self, channel: Channel) -> list[tuple[int, str]]:
        """Tell when which file was begun on the channel."""
        return [(call.at, call.path.stem) for call in self.sound.told("play", channel) if call.path]

    def heard(self) -> set[str]:
        return {path.stem for path in self.sound.heard()}

    def forget(self) -> None:
        self.sound.calls.clear()


def say(text: str, rest_ms: int = 1_000) -> Say:
    return Say(text, rest_ms)
