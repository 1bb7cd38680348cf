"""A session told as a script: when, which command, and what happened then."""

from pathlib import Path

from attachcalm.exercises.model import Exercise
from attachcalm.exercises.narration import Clip
from attachcalm.player.session import Answered, Began, Breathed, Changed, Event, Session
from attachcalm.player.timeline import compile_timeline
from tests.fakes.clock import FakeClock

SPEECH_MS = 2_000


def two_seconds(text: str) -> Clip:
    """A voice that takes two seconds for every sentence."""
    return Clip(text, Path(f"{text}.mp3"), SPEECH_MS)


class Told:
    """A session on a clock in the hand; every sentence has a voice of two seconds."""

    def __init__(self, exercise: Exercise, start_at: int = 0) -> None:
        self.clock = FakeClock()
        timeline = compile_timeline(exercise, find_clip=two_seconds)
        self.session = Session(timeline, self.clock, start_at)

    def retell(self, script: str) -> str:
        """Do what stands left of each arrow, and write right of it what happened."""
        lines = [line.split("->")[0] for line in script.strip().splitlines()]
        return "\n".join(f"{line.strip():<20}-> {self.do(line)}".rstrip() for line in lines)

    def do(self, line: str) -> str:
        """One line: the time, the command, and what the command is given."""
        at, command, *given = line.split()
        self.clock.now = int(at)
        if command == "frame":
            return self.frame()
        events = getattr(self.session, command)(*map(value_of, given))
        return ", ".join(map(word_for, events))

    def frame(self) -> str:
        frame = self.session.frame()
        speaking = ", speaking" if frame.speaking else ""
        return f"{frame.phase}, {frame.position} of {frame.position + frame.left}{speaking}"


def value_of(word: str) -> str | float | None:
    """`none` is a skipped answer; what looks like a number is one."""
    if word == "none":
        return None
    if word.isdigit():
        return int(word)
    return float(word) if "." in word else word


def word_for(event: Event) -> str:
    """An event in a word or two."""
    match event:
        case Began(span):
            return f"begin {span.index}"
        case Breathed(stroke):
            return stroke.word
        case Answered(_, _, value):
            return f"answered {value}"
        case Changed(phase, slept):
            return f"{phase} (slept)" if slept else str(phase)


def tidy(script: str) -> str:
    """The script as `retell` writes it."""
    lines = [line.strip().split("->") for line in script.strip().splitlines()]
    return "\n".join(f"{left.strip():<20}-> {right.strip()}".rstrip() for left, right in lines)


def assert_told(exercise: Exercise, script: str, start_at: int = 0) -> Told:
    """What happens is what the script says, line by line."""
    told = Told(exercise, start_at)
    assert told.retell(script) == tidy(script)
    return told
