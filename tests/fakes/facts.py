"""Facts of a sitting with little to write: what a test does not name is ordinary."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from attachcalm.journal.entry import AnswerGiven, Ended, Ending, Progressed, RatedAfter, Started
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.remark import Remark, RemarkKind

FIRST = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def at(minutes: float = 0, offset: int = 60) -> Moment:
    """The moment so many minutes after the first, where the clock is `offset` ahead of UTC."""
    return Moment(FIRST + timedelta(minutes=minutes), offset)


def started(
    sitting: UUID | None = None,
    when: Moment | None = None,
    before: Mood | None = None,
    title: str = "Longer out than in",
) -> Started:
    """A sitting that began."""
    return Started(
        sitting=sitting or uuid4(),
        at=when or at(),
        exercise_id="long-out",
        exercise_title=title,
        group="breathing",
        version_id="full",
        revision="0a1b2c3d",
        before=before,
    )


def progressed(of: Started, when: Moment | None = None, step: str = "breathe") -> Progressed:
    """It reached a step."""
    return Progressed(uuid4(), of.sitting, when or at(1), step, 60_000)


def answered(
    of: Started, value: str | int, when: Moment | None = None, keep_as: str | None = None
) -> AnswerGiven:
    """A question in it was answered."""
    return AnswerGiven(uuid4(), of.sitting, when or at(2), "who", value, keep_as)


def ended(of: Started, when: Moment | None = None, ending: Ending = Ending.FINISHED) -> Ended:
    """It ended."""
    return Ended(of.sitting, when or at(5), ending, 300_000)


def rated(of: Started, after: Mood | None, when: Moment | None = None) -> RatedAfter:
    """It was rated afterwards, or that was skipped."""
    return RatedAfter(of.sitting, when or at(6), after)


def remarked(
    kind: RemarkKind = RemarkKind.THUMB,
    value: str = "up",
    when: Moment | None = None,
    of: Started | None = None,
    *,
    exercise_id: str = "long-out",
    text: str = "",
) -> Remark:
    """Something was said of an exercise or a sitting."""
    sitting = of.sitting if of else None
    return Remark(uuid4(), when or at(7), kind, value, exercise_id, sitting, text)
