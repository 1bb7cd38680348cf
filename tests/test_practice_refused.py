"""A sitting whose disk is full, or whose lights go out: nothing of it is lost."""

import pytest

from attachcalm.journal.book import NotSavedError
from attachcalm.journal.entry import Ended, Ending, Progressed, RatedAfter, Started
from attachcalm.journal.mood import Mood
from attachcalm.journal.remark import Remark, RemarkKind
from attachcalm.player.session import Session
from tests.fakes.room import Room


# ---------------------------------------------------------------- the disk refuses
def test_fact_that_was_refused_is_written_with_the_next() -> None:
    """The disk was full at the start and has room at the end: nothing is missing, in order."""
    room = Room()
    room.journal.is_full = True
    with pytest.raises(NotSavedError):
        room.practice.begin(room.exercise, room.exercise.card.versions[0], Mood(distress=8))
    assert room.practice.has_unsaved
    assert room.journal.told == []
    sitting = room.practice.latest
    assert sitting is not None
    with pytest.raises(NotSavedError):
        room.practice.hear(sitting, room.session, room.session.start())

    room.journal.is_full = False
    room.practice.end(sitting, room.session)

    assert [type(fact) for fact in room.journal.told] == [Started, Progressed, Ended]
    assert not room.practice.has_unsaved
    assert room.journal.entries()[0].before == Mood(distress=8)


def test_refused_rating_can_be_tried_again_and_is_written_once() -> None:
    """The last fact of a sitting has no next one to go with: the person tries again."""
    room = Room()
    sitting = room.begin()
    room.practice.end(sitting, room.session)
    room.journal.is_full = True
    with pytest.raises(NotSavedError):
        room.practice.rate_after(sitting, Mood(distress=0))
    assert sitting.entry.after == Mood(distress=0)
    with pytest.raises(NotSavedError):
        room.practice.save_again()

    room.journal.is_full = False
    room.practice.save_again()
    room.practice.save_again()

    assert [fact for fact in room.journal.told if isinstance(fact, RatedAfter)] == [
        RatedAfter(sitting.id, room.now(), Mood(distress=0))
    ]
    assert not room.practice.has_unsaved


def test_a_remark_that_the_disk_refuses_waits() -> None:
    """It is written with what comes next, and before it."""
    room = Room()
    sitting = room.begin()
    told_before = len(room.journal.told)
    room.journal.is_full = True
    with pytest.raises(NotSavedError):
        room.practice.remark(RemarkKind.THUMB, "down", exercise_id="long-out")
    assert room.practice.has_unsaved
    assert room.journal.remarks() == ()

    room.journal.is_full = False
    room.practice.rate_after(sitting, None)

    assert [type(fact) for fact in room.journal.told[told_before:]] == [Remark, RatedAfter]
    assert [remark.value for remark in room.journal.remarks()] == ["down"]
    assert not room.practice.has_unsaved


def test_a_remark_waits_with_the_sitting_that_it_is_of() -> None:
    """Too much while the disk is full: the beginning, the step and the remark, all in order."""
    room = Room()
    room.journal.is_full = True
    with pytest.raises(NotSavedError):
        room.practice.begin(room.exercise, room.exercise.card.versions[0], None)
    sitting = room.practice.latest
    assert sitting is not None
    with pytest.raises(NotSavedError):
        room.practice.remark(RemarkKind.HARDER, "too_much", sitting=sitting, text="Loud.")

    room.journal.is_full = False
    room.practice.end(sitting, room.session)

    assert [type(fact) for fact in room.journal.told] == [Started, Remark, Ended]
    (remark,) = room.journal.remarks()
    assert (remark.sitting, remark.text) == (sitting.id, "Loud.")
    assert len(room.journal.entries()) == 1


def test_a_refused_remark_can_be_tried_again_and_is_written_once() -> None:
    """Nothing comes after a side effect noted from Home: the person tries again."""
    room = Room()
    room.journal.is_full = True
    with pytest.raises(NotSavedError):
        room.practice.remark(RemarkKind.SIDE_EFFECT, "", text="Bad dreams.")
    noted = room.now()
    with pytest.raises(NotSavedError):
        room.practice.save_again()
    room.wall.advance(hours=1)

    room.journal.is_full = False
    room.practice.save_again()
    room.practice.save_again()

    (remark,) = room.journal.told
    assert isinstance(remark, Remark)
    assert (remark.text, remark.at) == ("Bad dreams.", noted)
    assert not room.practice.has_unsaved


# ---------------------------------------------------------------- interrupted
def test_interrupted_sitting_is_taken_up_where_it_was() -> None:
    """The lights went out in the second step: it goes on there, as the same sitting."""
    room = Room()
    room.wait(room.begin(Mood(distress=6)), 12_000)
    entry = room.journal.open_entry()
    assert entry is not None
    assert entry.progress is not None
    span = room.session.timeline.first_span_of(entry.progress.step_id)
    assert span is not None
    told_before = len(room.journal.told)

    sitting = room.practice.take_up(entry)
    room.session = Session(room.session.timeline, room.clock, span.index)
    room.practice.hear(sitting, room.session, room.session.start())
    room.wait(sitting, 10_000)
    room.practice.end(sitting, room.session)
    done = room.practice.rate_after(sitting, Mood(distress=4))

    assert [type(fact) for fact in room.journal.told[told_before:]] == [Ended, RatedAfter]
    assert (done.before, done.after, done.change) == (Mood(6), Mood(4), -2)
    assert len(room.journal.entries()) == 1
    assert room.journal.open_entry() is None


def test_interrupted_sitting_can_be_left_at_that() -> None:
    """It is closed where it was, as left, and is not offered again."""
    room = Room()
    room.wait(room.begin(), 12_000)
    entry = room.journal.open_entry()
    assert entry is not None

    room.wall.advance(days=1)
    room.practice.leave(room.practice.take_up(entry))

    assert room.journal.told[-1] == Ended(entry.sitting, room.now(), Ending.LEFT, 10_000)
    assert room.journal.open_entry() is None


def test_sitting_that_never_reached_a_step_can_be_left() -> None:
    """Killed right after the rating: nothing was practised, and that is what is written."""
    room = Room()
    room.practice.begin(room.exercise, room.exercise.card.versions[0], Mood(distress=9))
    entry = room.journal.open_entry()
    assert entry is not None

    room.practice.leave(room.practice.take_up(entry))

    assert room.journal.told[-1] == Ended(entry.sitting, room.now(), Ending.LEFT, 0)
