"""What is recorded of a sitting: small facts that are never changed, folded into one entry."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from attachcalm.journal.mood import Moment, Mood


class Ending(StrEnum):
    """How a sitting came to its end."""

    FINISHED = "finished"
    STOPPED = "stopped"  # by the person, which is always right
    LEFT = "left"  # found open at a later start and left at that


@dataclass(frozen=True, slots=True)
class Started:
    """A sitting began.  The title and group are kept, so that a record outlives its exercise."""

    sitting: UUID
    at: Moment
    exercise_id: str
    exercise_title: str
    group: str
    version_id: str
    revision: str
    before: Mood | None


@dataclass(frozen=True, slots=True)
class Progressed:
    """The sitting reached a step, or was paused there."""

    id: UUID
    sitting: UUID
    at: Moment
    step_id: str
    position_ms: int


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """The person answered a question.  `keep_as` names the slot that the value fills, if any."""

    id: UUID
    sitting: UUID
    at: Moment
    key: str
    value: str | int
    keep_as: str | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """The sitting ended after so much practice."""

    sitting: UUID
    at: Moment
    ending: Ending
    practised_ms: int


@dataclass(frozen=True, slots=True)
class RatedAfter:
    """The person rated again, or said that they would rather not (None)."""

    sitting: UUID
    at: Moment
    after: Mood | None


Fact = Started | Progressed | AnswerGiven | Ended | RatedAfter


@dataclass(frozen=True, slots=True)
class Entry:
    """All that is known of one sitting."""

    started: Started
    ended: Ended | None = None
    rated: RatedAfter | None = None
    progress: Progressed | None = None  # the latest
    answers: tuple[AnswerGiven, ...] = ()

    @property
    def sitting(self) -> UUID:
        """Its name."""
        return self.started.sitting

    @property
    def before(self) -> Mood | None:
        """The rating before, None if it was skipped."""
        return self.started.before

    @property
    def after(self) -> Mood | None:
        """The rating after, None if it was skipped or never came to it."""
        return self.rated.after if self.rated else None

    @property
    def is_open(self) -> bool:
        """Whether it was begun and never ended: the app or the machine went away."""
        return self.ended is None

    @property
    def change(self) -> int | None:
        """Distress after minus before (negative: lower afterwards), None unless both were rated."""
        before = self.before.distress if self.before else None
        after = self.after.distress if self.after else None
        return None if before is None or after is None else after - before


def fold(facts: Iterable[Fact]) -> tuple[Entry, ...]:
    """The entries that these facts tell of, by their beginning.

    The times of the facts matter, not their order, unless two are of one instant: then the one told
    later is later.  The earliest of a kind holds (a fact told twice counts once), of `progress` the
    latest.  Facts of a sitting whose beginning is unknown are passed over.
    """
    kinds: dict[UUID, list[Fact]] = {}
    for fact in facts:
        kinds.setdefault(fact.sitting, []).append(fact)
    entries = [entry for told in kinds.values() if (entry := _entry(told)) is not None]
    return tuple(sorted(entries, key=lambda entry: (entry.started.at.at, str(entry.sitting))))


def _entry(facts: list[Fact]) -> Entry | None:
    by_time = sorted(facts, key=lambda fact: fact.at.at)
    started = next((fact for fact in by_time if isinstance(fact, Started)), None)
    if started is None:
        return None
    progress = list({fact.id: fact for fact in by_time if isinstance(fact, Progressed)}.values())
    answers = {fact.id: fact for fact in by_time if isinstance(fact, AnswerGiven)}
    return Entry(
        started=started,
        ended=next((fact for fact in by_time if isinstance(fact, Ended)), None),
        rated=next((fact for fact in by_time if isinstance(fact, RatedAfter)), None),
        progress=progress[-1] if progress else None,
        answers=tuple(answers.values()),
    )


def facts_of(entry: Entry, steps: Iterable[Progressed] = ()) -> tuple[Fact, ...]:
    """What `fold` makes this entry of; `steps` are all that were reached, where they are known."""
    reached = tuple(steps) or ((entry.progress,) if entry.progress else ())
    ends = tuple(fact for fact in (entry.ended, entry.rated) if fact is not None)
    return (entry.started, *reached, *entry.answers, *ends)
