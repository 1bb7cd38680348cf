"""A person with an exercise in front of them, and nothing that moves by itself."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from uuid import UUID

from attachcalm.exercises.model import AnswerKind, Ask, Choose, Exercise, Option, Pause
from attachcalm.journal.mood import Moment, Mood
from attachcalm.player.session import Session
from attachcalm.player.timeline import compile_timeline
from attachcalm.practice import Practice, Sitting
from tests.fakes.clock import FakeClock, FakeWallClock
from tests.fakes.journal import RefusingJournal
from tests.fakes.stage import exercise_of

WHO = Ask("who", "Who comes to mind?", AnswerKind.TEXT, keep_as="safe_person")
HOW = Ask("how", "How is it now?", AnswerKind.SCALE)
WAY = Choose("way", "Which way?", (Option("in", "Inside"), Option("out", "Outside")))
QUIET = Pause(10_000)
BEGINNING = datetime(2026, 3, 2, 21, 14, tzinfo=timezone(timedelta(hours=1)))


class Room:
    """A person, an exercise, and hand-driven clocks."""

    def __init__(self, *steps: tuple[Pause | Ask | Choose, ...]) -> None:
        self.exercise: Exercise = exercise_of(*(steps or ((QUIET,), (QUIET,))))
        self.journal = RefusingJournal()
        self.clock = FakeClock()
        self.wall = FakeWallClock(BEGINNING)
        self._numbers: Iterator[int] = iter(range(1, 1000))
        self.practice = Practice(self.journal, self.wall, lambda: UUID(int=next(self._numbers)))
        self.session = Session(compile_timeline(self.exercise), self.clock)

    def begin(self, before: Mood | None = None) -> Sitting:
        """Rate, and start the exercise."""
        sitting = self.practice.begin(self.exercise, self.exercise.card.versions[0], before)
        self.practice.hear(sitting, self.session, self.session.start())
        return sitting

    def wait(self, sitting: Sitting, milliseconds: int) -> None:
        """Practise for so long, on both clocks, in steps that are not taken for sleep."""
        for _ in range(0, milliseconds, 1_000):
            self.clock.advance(1_000)
            self.wall.advance(seconds=1)
            self.practice.hear(sitting, self.session, self.session.tick())

    def now(self) -> Moment:
        """This moment."""
        return Moment.of(self.wall())
