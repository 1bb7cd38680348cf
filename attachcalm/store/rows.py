"""Facts ↔ the columns that keep them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from attachcalm.journal.entry import AnswerGiven, Ended, Ending, Progressed, RatedAfter, Started
from attachcalm.journal.held import Given
from attachcalm.journal.mood import to_us
from attachcalm.journal.remark import Remark, RemarkKind
from attachcalm.journal.sitting import Sitting
from attachcalm.store.columns import Row, from_us, mood_of, mood_row, rated_as

_ENDINGS = {ending.value: ending for ending in Ending}
_FIRST_US = to_us(datetime(1, 1, 2, tzinfo=UTC))  # the calendar's, on any clock on earth
_LAST_US = to_us(datetime(9999, 12, 30, tzinfo=UTC))
_MINUTES_A_DAY = 24 * 60


def plain(text: str) -> str:
    """The text as every database takes it: no zero character, no half of a character."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def started_row(fact: Started) -> dict[str, Any]:
    """The columns of a beginning."""
    return {
        "id": str(fact.sitting),
        "started_us": to_us(fact.at.at),
        "started_offset": fact.at.offset_minutes,
        "started_day": fact.at.day,
        "exercise_id": plain(fact.exercise_id),
        "exercise_title": plain(fact.exercise_title),
        "exercise_group": plain(fact.group),
        "version_id": plain(fact.version_id),
        "revision": plain(fact.revision),
        **mood_row("before", fact.before),
    }


def ended_row(fact: Ended) -> dict[str, Any]:
    """The columns of an end."""
    return {
        "ended_us": to_us(fact.at.at),
        "ended_offset": fact.at.offset_minutes,
        "ending": fact.ending.value,
        "practised_ms": fact.practised_ms,
    }


def rated_row(fact: RatedAfter) -> dict[str, Any]:
    """The columns of a rating afterwards."""
    return {
        "rated_us": to_us(fact.at.at),
        "rated_offset": fact.at.offset_minutes,
        **mood_row("after", fact.after),
    }


def progress_row(fact: Progressed) -> dict[str, Any]:
    """The columns of a step that was reached."""
    return {
        "id": str(fact.id),
        "sitting": str(fact.sitting),
        "at_us": to_us(fact.at.at),
        "at_offset": fact.at.offset_minutes,
        "step_id": plain(fact.step_id),
        "position_ms": fact.position_ms,
    }


def answer_row(fact: AnswerGiven) -> dict[str, Any]:
    """The columns of an answer; a number stays a number."""
    is_text = isinstance(fact.value, str)
    return {
        "id": str(fact.id),
        "sitting": str(fact.sitting),
        "at_us": to_us(fact.at.at),
        "at_offset": fact.at.offset_minutes,
        "key": plain(fact.key),
        "value_text": plain(str(fact.value)) if is_text else None,
        "value_number": None if is_text else fact.value,
        "keep_as": None if fact.keep_as is None else plain(fact.keep_as),
    }


def started_of(row: Row) -> Started:
    """The beginning that a row of `sitting` tells."""
    return Started(
        sitting=UUID(row["id"]),
        at=from_us(row["started_us"], row["started_offset"]),
        exercise_id=row["exercise_id"],
        exercise_title=row["exercise_title"],
        group=row["exercise_group"],
        version_id=row["version_id"],
        revision=row["revision"],
        before=mood_of("before", row),
    )


def sitting_of(row: Sequence[Any]) -> Sitting:
    """The sitting that a row of `statements.FLAT` tells, its columns in that order."""
    name, us, offset, exercise_id, title, b1, b2, b3, a1, a2, a3, ending, practised_ms = row
    if not (_FIRST_US <= us <= _LAST_US and abs(offset) < _MINUTES_A_DAY and type(name) is str):
        raise ValueError("not ours: no moment of any calendar, or no name")
    before, after = rated_as(b1, b2, b3), rated_as(a1, a2, a3)
    how = None if ending is None else _ENDINGS[ending]
    return Sitting(name, us, offset, exercise_id, title, before, after, how, practised_ms or 0)


def ended_of(row: Row, sitting: UUID) -> Ended | None:
    """The end that a row of `sitting` tells, if it has come."""
    if row["ended_us"] is None:
        return None
    at = from_us(row["ended_us"], row["ended_offset"])
    return Ended(sitting, at, Ending(row["ending"]), row["practised_ms"])


def rated_of(row: Row, sitting: UUID) -> RatedAfter | None:
    """The rating afterwards that a row of `sitting` tells, if the person came to it."""
    if row["rated_us"] is None:
        return None
    at = from_us(row["rated_us"], row["rated_offset"])
    return RatedAfter(sitting, at, mood_of("after", row))


def progress_of(row: Row, sitting: UUID) -> Progressed | None:
    """The latest step that a row of `sitting` joined with `progress` tells, if one was reached."""
    if row["progress_id"] is None:
        return None
    return Progressed(
        id=UUID(row["progress_id"]),
        sitting=sitting,
        at=from_us(row["at_us"], row["at_offset"]),
        step_id=row["step_id"],
        position_ms=row["position_ms"],
    )


def step_of(row: Row) -> Progressed:
    """The step that a row of `progress` tells."""
    return Progressed(
        id=UUID(row["id"]),
        sitting=UUID(row["sitting"]),
        at=from_us(row["at_us"], row["at_offset"]),
        step_id=row["step_id"],
        position_ms=row["position_ms"],
    )


def answer_of(row: Row) -> AnswerGiven:
    """The answer that a row tells."""
    number = row["value_number"]
    return AnswerGiven(
        id=UUID(row["id"]),
        sitting=UUID(row["sitting"]),
        at=from_us(row["at_us"], row["at_offset"]),
        key=row["key"],
        value=row["value_text"] if number is None else number,
        keep_as=row["keep_as"],
    )


def remark_row(remark: Remark) -> dict[str, Any]:
    """The columns of a remark."""
    return {
        "id": str(remark.id),
        "at_us": to_us(remark.at.at),
        "at_offset": remark.at.offset_minutes,
        "at_day": remark.at.day,
        "kind": remark.kind.value,
        "value": plain(remark.value),
        "exercise_id": plain(remark.exercise_id),
        "sitting": None if remark.sitting is None else str(remark.sitting),
        "text": plain(remark.text),
    }


def remark_of(row: Row) -> Remark:
    """The remark that a row tells."""
    return Remark(
        id=UUID(row["id"]),
        at=from_us(row["at_us"], row["at_offset"]),
        kind=RemarkKind(row["kind"]),
        value=row["value"],
        exercise_id=row["exercise_id"],
        sitting=None if row["sitting"] is None else UUID(row["sitting"]),
        text=row["text"],
    )


def given_of(row: Row) -> Given:
    """An answer that was kept for a slot, with the exercise in which it was given."""
    number, text = row["value_number"], row["value_text"]
    return Given(
        row["keep_as"],
        str(number) if text is None else text,
        from_us(row["at_us"], row["at_offset"]),
        UUID(row["sitting"]),
        row["exercise_id"],
        row["exercise_title"],
    )
