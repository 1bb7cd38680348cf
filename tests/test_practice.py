"""One sitting from beginning to end: exactly these facts, each as it happens."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from attachcalm.journal.entry import (
    AnswerGiven,
    Ended,
    Ending,
    Progressed,
    RatedAfter,
    Started,
)
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.remark import RemarkKind
from tests.fakes.room import BEGINNING, HOW, QUIET, WAY, WHO, Room


# ---------------------------------------------------------------- three facts
def test_beginning_is_written_at_once_and_whole() -> None:
    """The first fact says what, which version and revision, when and where, and how one was."""
    room = Room()

    sitting = room.practice.begin(room.exercise, room.exercise.card.versions[0], Mood(7, 2, None))

    assert room.journal.told == [
        Started(
            sitting=UUID(int=1),
            at=Moment(datetime(2026, 3, 2, 20, 14, tzinfo=UTC), 60),
            exercise_id="trial",
            exercise_title="Trial",
            group="grounding",
            version_id="full",
            revision="1",
            before=Mood(7, 2, None),
        )
    ]
    assert sitting.entry.is_open
    assert not room.practice.has_unsaved


def test_whole_sitting_is_exactly_its_facts() -> None:
    """Begin, two steps, end, rate: five facts, each at its own moment, no more."""
    room = Room()

    sitting = room.begin(Mood(distress=7))
    room.wait(sitting, 20_000)
    room.practice.end(sitting, room.session)
    room.wall.advance(seconds=8)
    entry = room.practice.rate_after(sitting, Mood(distress=3))

    begun, first, second, ended, rated = room.journal.told
    assert isinstance(begun, Started)
    assert isinstance(first, Progressed)
    assert isinstance(second, Progressed)
    assert (first.step_id, first.position_ms) == ("s1", 0)
    assert (second.step_id, second.position_ms) == ("s2", 10_000)
    assert second.at.at - begun.at.at == timedelta(seconds=10)
    end = Moment.of(BEGINNING + timedelta(seconds=20))
    assert ended == Ended(begun.sitting, end, Ending.FINISHED, 20_000)
    assert rated == RatedAfter(begun.sitting, room.now(), Mood(distress=3))
    assert (entry.before, entry.after, entry.change) == (Mood(7), Mood(3), -4)
    assert room.journal.entries()[0].after == Mood(3)


def test_stopping_counts_with_what_was_practised() -> None:
    """To stop is right at any time; neither the pause nor the leap counts as practice."""
    room = Room()
    sitting = room.begin()
    room.wait(sitting, 3_000)
    room.practice.hear(sitting, room.session, room.session.pause())
    room.wall.advance(hours=1)
    room.clock.advance(3_600_000)
    room.practice.hear(sitting, room.session, room.session.resume())
    room.practice.hear(sitting, room.session, room.session.forward())
    room.wait(sitting, 2_000)

    room.practice.hear(sitting, room.session, room.session.stop())
    room.practice.end(sitting, room.session)

    assert room.journal.told[-1] == Ended(sitting.id, room.now(), Ending.STOPPED, 5_000)


# ---------------------------------------------------------------- 0 and skipped
@pytest.mark.parametrize("skipped", [None, Mood()])
def test_skipped_rating_is_none_and_still_a_fact(skipped: Mood | None) -> None:
    """Nothing rated is told as None, whichever way the page says it."""
    room = Room()

    sitting = room.begin(before=skipped)
    room.practice.end(sitting, room.session)
    entry = room.practice.rate_after(sitting, skipped)

    begun, rated = room.journal.told[0], room.journal.told[-1]
    assert isinstance(begun, Started)
    assert begun.before is None
    assert rated == RatedAfter(sitting.id, room.now(), None)
    assert entry.rated is not None
    assert entry.change is None


def test_zero_stays_zero() -> None:
    """No distress at all is a rating, before as after, and a change of 0 is a change."""
    room = Room()

    sitting = room.begin(before=Mood(0, 0, 0))
    room.practice.end(sitting, room.session)
    entry = room.practice.rate_after(sitting, Mood(distress=0))

    assert entry.before == Mood(0, 0, 0)
    assert entry.after == Mood(distress=0)
    assert entry.change == 0


# ---------------------------------------------------------------- on the way
def test_pause_is_written_with_its_place() -> None:
    """Whoever pauses and shuts the lid is found again where they were."""
    room = Room()
    sitting = room.begin()
    room.wait(sitting, 4_000)

    room.practice.hear(sitting, room.session, room.session.pause())

    told = room.journal.told[-1]
    assert isinstance(told, Progressed)
    assert (told.step_id, told.position_ms) == ("s1", 4_000)


def test_sleep_of_the_machine_is_written_like_a_pause() -> None:
    """The machine slept an hour: the place is kept and the hour is not counted."""
    room = Room()
    sitting = room.begin()
    room.wait(sitting, 4_000)
    room.clock.advance(3_600_000)

    room.practice.hear(sitting, room.session, room.session.tick())

    told = room.journal.told[-1]
    assert isinstance(told, Progressed)
    assert told.position_ms == 4_000
    assert room.session.practised_ms == 4_000


def test_step_is_written_once_however_many_parts_it_has() -> None:
    """Parts within a step are no news; going back to an earlier step is."""
    room = Room((QUIET, QUIET, QUIET), (QUIET,))
    sitting = room.begin()
    room.wait(sitting, 31_000)

    room.practice.hear(sitting, room.session, room.session.back())
    room.practice.hear(sitting, room.session, room.session.back())

    steps = [fact.step_id for fact in room.journal.told if isinstance(fact, Progressed)]
    assert steps == ["s1", "s2", "s1"]


def test_ticks_without_news_write_nothing() -> None:
    """The disk is left alone while a silence lasts."""
    room = Room()
    sitting = room.begin()
    before = len(room.journal.told)

    room.wait(sitting, 9_000)

    assert len(room.journal.told) == before


def test_answers_are_written_as_they_are_given() -> None:
    """A text with its slot, a 0 as 0, a choice by its id; what is skipped leaves no fact."""
    room = Room((WHO, HOW, WAY, HOW, QUIET))
    sitting = room.begin()

    for value in ("my aunt", 0, "out", None):
        room.practice.hear(sitting, room.session, room.session.answer(value))

    answers = [fact for fact in room.journal.told if isinstance(fact, AnswerGiven)]
    assert [(each.key, each.value, each.keep_as) for each in answers] == [
        ("who", "my aunt", "safe_person"),
        ("how", 0, None),
        ("way", "out", None),
    ]
    assert len({each.id for each in answers}) == 3
    assert sitting.entry.answers == tuple(answers)
    assert room.journal.words() == {"safe_person": "my aunt"}


# ---------------------------------------------------------------- the diary's clock
def test_sitting_across_a_time_zone_keeps_both_clocks() -> None:
    """On a train over a border each fact has the offset of its own moment."""
    room = Room()
    sitting = room.begin()
    room.wall.travel(timezone(timedelta(hours=2)))

    room.practice.end(sitting, room.session)

    begun, ended = room.journal.told[0], room.journal.told[-1]
    assert (begun.at.offset_minutes, ended.at.offset_minutes) == (60, 120)
    assert ended.at.at == begun.at.at


def test_clock_without_a_zone_is_refused() -> None:
    """A diary needs to know where one was; a naive clock is a fault of ours, found at once."""
    room = Room()
    room.wall.now = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001 the fault that this test is about

    with pytest.raises(ValueError, match="time zone"):
        room.begin()

    assert room.journal.told == []


# ---------------------------------------------------------------- remarks
def test_a_remark_is_written_with_its_sitting_and_exercise() -> None:
    """What was too much stands beside the sitting that it was said of."""
    room = Room()
    sitting = room.begin()

    remark = room.practice.remark(RemarkKind.HARDER, "too_much", sitting=sitting, text="  Loud. ")

    assert room.journal.remarks() == (remark,)
    assert (remark.sitting, remark.exercise_id) == (sitting.id, room.exercise.id)
    assert (remark.kind, remark.value, remark.text) == (RemarkKind.HARDER, "too_much", "Loud.")
    assert remark.at == room.now()


def test_a_remark_may_be_of_an_exercise_without_a_sitting() -> None:
    """Put off before it began: the exercise is named, and there is no sitting to name."""
    room = Room()

    remark = room.practice.remark(RemarkKind.NOT_TODAY, "too_long", exercise_id="long-out")

    assert room.journal.told == [remark]
    assert (remark.exercise_id, remark.sitting, remark.text) == ("long-out", None, "")
    assert room.journal.entries() == ()


def test_a_remark_may_be_of_nothing_in_particular() -> None:
    """Something unpleasant stayed on, and nobody knows from what; blanks are no words."""
    room = Room()

    remark = room.practice.remark(RemarkKind.SIDE_EFFECT, "", text=" \n\t ")

    assert room.journal.remarks() == (remark,)
    assert (remark.exercise_id, remark.sitting, remark.text) == ("", None, "")


def test_each_remark_is_one_of_its_own_at_its_own_moment() -> None:
    """A thumb that is changed is a second remark; the first is not taken out of the book."""
    room = Room()
    sitting = room.begin()

    up = room.practice.remark(RemarkKind.THUMB, "up", sitting=sitting)
    room.wall.advance(seconds=5)
    none = room.practice.remark(RemarkKind.THUMB, "", sitting=sitting)

    assert up.id != none.id
    assert none.at.at - up.at.at == timedelta(seconds=5)
    assert room.journal.remarks() == (up, none)


def test_a_remark_says_nothing_of_how_the_sitting_goes() -> None:
    """Too much in the middle: the sitting is as open as before, its ratings untouched."""
    room = Room()
    sitting = room.begin(Mood(distress=7))
    before = room.journal.entries()

    room.practice.remark(RemarkKind.HARDER, "too_much", sitting=sitting)

    assert room.journal.entries() == before
    assert room.journal.open_entry() == before[0]
    assert sitting.entry.is_open
