"""Facts of a sitting with little to write: what a test does not name is ordinary."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from attachcalm.journal.entry import AnswerGiven, Ended, Ending, Progressed, RatedAfter, Started
from attachcalm.journal.mood import UNRATED, Moment, Mood
from attachcalm.journal.page import CheckIn, LookBack, OwnWord, Score, own_word_id
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


def checked_in(
    mood: Mood = UNRATED,
    when: Moment | None = None,
    *,
    id: UUID | None = None,  # noqa: A002 - the field's own name
    written: float = 8,
    words: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
    note: str = "",
    of: Started | None = None,
) -> CheckIn:
    """A check-in, `written` so many minutes after the first moment."""
    sitting = of.sitting if of else None
    moment = when or at(8)
    return CheckIn(id or uuid4(), moment, at(written).at, mood, words, tags, note, sitting)


def scored(
    measure: str = "gad-7",
    answers: tuple[int | None, ...] = (),
    values: tuple[tuple[str, float], ...] = (),
    when: Moment | None = None,
) -> Score:
    """A measure that was filled in."""
    moment = when or at(9)
    return Score(uuid4(), moment, moment.at, measure, measure.upper(), answers, values, "00ff")


def looked_back(
    answers: tuple[tuple[str, str], ...] = (), when: Moment | None = None, mood: Mood = UNRATED
) -> LookBack:
    """A week that was looked back on."""
    moment = when or at(10)
    monday = moment.day - timedelta(days=moment.day.weekday())
    return LookBack(uuid4(), moment, moment.at, monday, mood, answers)


def own_word(
    slot: str, text: str = "", when: Moment | None = None, *, gone: bool = False
) -> OwnWord:
    """Something was written down for a slot, or taken out of it."""
    moment = when or at(11)
    return OwnWord(own_word_id(slot), moment, moment.at, slot, text, gone)
