"""One sitting from beginning to end, and pages beside it: the only writer of the journal.

begin → (steps, answers) → end → rate after.  Each is on disk before it returns; when the disk
refuses, the fact is kept here and written with the next one, and NotSavedError says so.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from attachcalm.exercises.card import Version
from attachcalm.exercises.model import Ask, Exercise
from attachcalm.journal.book import Journal
from attachcalm.journal.entry import (
    AnswerGiven,
    Ended,
    Ending,
    Entry,
    Fact,
    Progressed,
    RatedAfter,
    Started,
)
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.remark import Remark, RemarkKind
from attachcalm.player.session import Answered, Began, Changed, Events, Phase, Session

WallClock = Callable[[], datetime]
"""The time of day with its zone."""
NewId = Callable[[], UUID]


@dataclass(slots=True)
class Sitting:
    """What is known so far of the sitting that is going on."""

    entry: Entry
    step_id: str | None = None
    earlier_ms: int = 0  # practised before it was interrupted

    @property
    def id(self) -> UUID:
        """Its name."""
        return self.entry.sitting


class Practice:
    """Writes what happens in a sitting, as it happens."""

    def __init__(self, journal: Journal, now: WallClock, new_id: NewId) -> None:
        self._journal = journal
        self._now = now
        self._new_id = new_id
        self._unsaved: list[Fact | Remark] = []
        self.latest: Sitting | None = None  # begun last, also when its beginning is not yet saved

    @property
    def has_unsaved(self) -> bool:
        """Whether something waits for the disk to take it."""
        return bool(self._unsaved)

    def begin(self, exercise: Exercise, version: Version, before: Mood | None) -> Sitting:
        """Begin a sitting with the rating before it (None: skipped)."""
        started = Started(
            sitting=self._new_id(),
            at=self._moment(),
            exercise_id=exercise.id,
            exercise_title=exercise.title,
            group=exercise.card.group.value,
            version_id=version.id,
            revision=exercise.card.revision,
            before=None if before is None or before.is_skipped else before,
        )
        self.latest = Sitting(Entry(started))
        self._write(started)
        return self.latest

    def take_up(self, entry: Entry) -> Sitting:
        """Go on with a sitting that was interrupted."""
        progress = entry.progress
        if progress is None:
            return Sitting(entry)
        return Sitting(entry, progress.step_id, progress.position_ms)

    def hear(self, sitting: Sitting, session: Session, events: Events) -> None:
        """Write what these events of the session mean: a new step, a pause, an answer."""
        facts: list[Fact] = []
        for event in events:
            if isinstance(event, Answered) and event.value is not None:
                facts.append(self._answer(sitting, event, event.value))
            elif isinstance(event, Began) and event.span.step_id != sitting.step_id:
                sitting.step_id = event.span.step_id
                facts.append(self._progress(sitting, event.span.start))
            elif isinstance(event, Changed) and event.phase is Phase.PAUSED:
                facts.append(self._progress(sitting, session.frame().position))
        if facts:
            self._write(*facts)

    def end(self, sitting: Sitting, session: Session) -> None:
        """Write that the sitting ended, finished or stopped; both count."""
        ending = Ending.FINISHED if session.phase is Phase.FINISHED else Ending.STOPPED
        self._end(sitting, ending, sitting.earlier_ms + session.practised_ms)

    def leave(self, sitting: Sitting) -> None:
        """Close a sitting that was interrupted, at the place where it was."""
        self._end(sitting, Ending.LEFT, sitting.earlier_ms)

    def rate_after(self, sitting: Sitting, after: Mood | None) -> Entry:
        """Write the rating afterwards (None: skipped) and give back the whole entry."""
        if after is not None and after.is_skipped:
            after = None
        rated = RatedAfter(sitting.id, self._moment(), after)
        sitting.entry = replace(sitting.entry, rated=rated)
        self._write(rated)
        return sitting.entry

    def remark(
        self,
        kind: RemarkKind,
        value: str,
        *,
        exercise_id: str = "",
        sitting: Sitting | None = None,
        text: str = "",
    ) -> Remark:
        """Write what the person says of a sitting, an exercise, or how they feel since."""
        remark = Remark(
            id=self._new_id(),
            at=self._moment(),
            kind=kind,
            value=value,
            exercise_id=exercise_id or (sitting.entry.started.exercise_id if sitting else ""),
            sitting=sitting.id if sitting else None,
            text=text.strip(),
        )
        self._write(remark)
        return remark

    def save_again(self) -> None:
        """Try once more to write what the disk refused.  Raises NotSavedError."""
        self._write()

    def _end(self, sitting: Sitting, ending: Ending, practised_ms: int) -> None:
        ended = Ended(sitting.id, self._moment(), ending, practised_ms)
        sitting.entry = replace(sitting.entry, ended=ended)
        self._write(ended)

    def _answer(self, sitting: Sitting, event: Answered, value: str | int) -> AnswerGiven:
        keep_as = event.question.keep_as if isinstance(event.question, Ask) else None
        answer = AnswerGiven(
            self._new_id(), sitting.id, self._moment(), event.question.key, value, keep_as
        )
        sitting.entry = replace(sitting.entry, answers=(*sitting.entry.answers, answer))
        return answer

    def _progress(self, sitting: Sitting, position_ms: int) -> Progressed:
        step_id = sitting.step_id or ""
        return Progressed(self._new_id(), sitting.id, self._moment(), step_id, position_ms)

    def _moment(self) -> Moment:
        return Moment.of(self._now())

    def _write(self, *facts: Fact | Remark) -> None:
        self._unsaved.extend(facts)
        self._journal.add(tuple(self._unsaved))
        self._unsaved.clear()
