"""What every journal promises: the one that forgets and the one on disk are told the same."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from attachcalm.journal.book import Journal, MemoryJournal
from attachcalm.journal.entry import Ending, Fact, fold
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.remark import RemarkKind
from attachcalm.store.database import open_store
from attachcalm.store.journal import SqlJournal
from tests.fakes.facts import answered, at, ended, progressed, rated, remarked, started


@contextmanager
def memory_journal(_: Path) -> Iterator[Journal]:
    """A journal that forgets."""
    yield MemoryJournal()


@contextmanager
def sql_journal(folder: Path) -> Iterator[Journal]:
    """A journal on disk."""
    path = folder / "journal.db"
    engine = open_store(path)
    yield SqlJournal(engine, path)
    engine.dispose()


@pytest.fixture(params=[memory_journal, sql_journal])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    """Each kind of journal, empty."""
    open_journal: Callable[[Path], AbstractContextManager[Journal]] = request.param
    with open_journal(tmp_path) as opened:
        yield opened


# ---------------------------------------------------------------- a sitting
def test_new_journal_holds_nothing(journal: Journal) -> None:
    """Before the first sitting there is nothing to tell."""
    journal.add([])

    assert journal.entries() == ()
    assert journal.open_entry() is None
    assert journal.words() == {}
    assert journal.remarks() == ()


def test_sitting_is_folded_from_facts_that_came_one_by_one(journal: Journal) -> None:
    """All five kinds of facts come back as one entry, to the microsecond."""
    begun = started(when=Moment(datetime(2026, 3, 2, 9, 30, 1, 234567, UTC), -210))
    facts: list[Fact] = [begun, progressed(begun), answered(begun, "my aunt"), ended(begun)]
    facts.append(rated(begun, Mood(3, -1, 8)))

    for fact in facts:
        journal.add([fact])

    (entry,) = journal.entries()
    assert (entry.started, entry.progress, entry.answers, entry.ended, entry.rated) == (
        facts[0],
        facts[1],
        (facts[2],),
        facts[3],
        facts[4],
    )


@pytest.mark.parametrize("rating", [Mood(0, 0, 0), Mood(distress=0), Mood(energy=0), None])
def test_zero_is_a_rating_and_skipped_is_none(journal: Journal, rating: Mood | None) -> None:
    """A 0 stays a 0, before and after, and what was skipped stays unknown."""
    begun = started(before=rating)

    journal.add([begun])
    journal.add([ended(begun), rated(begun, rating)])

    (entry,) = journal.entries()
    assert entry.before == rating
    assert entry.after == rating
    assert entry.rated is not None


def test_not_yet_rated_is_told_apart_from_skipped(journal: Journal) -> None:
    """To rather not rate is a fact; never to have come to it is the absence of one."""
    skipped, interrupted = started(when=at(0)), started(when=at(60))

    journal.add([skipped, ended(skipped), rated(skipped, None), interrupted, ended(interrupted)])

    first, second = journal.entries()
    assert first.rated is not None
    assert first.after is None
    assert second.rated is None


def test_answers_keep_their_kind_and_their_order(journal: Journal) -> None:
    """A number stays a number, a text that looks like one stays a text, 0 stays 0."""
    begun = started()
    values: list[str | int] = [0, "0", "", 10, "'; DROP TABLE sitting;--", "ä\u0301 🙂"]
    facts = [answered(begun, value, at(2 + n)) for n, value in enumerate(values)]

    journal.add([begun, *reversed(facts)])

    (entry,) = journal.entries()
    assert [given.value for given in entry.answers] == values
    assert [type(given.value) for given in entry.answers] == [type(value) for value in values]


def test_latest_step_counts_as_how_far_it_came(journal: Journal) -> None:
    """Of two steps told in one breath the one told last is the latest."""
    begun = started()
    early, late, last = (progressed(begun, at(m), s) for m, s in ((1, "a"), (3, "b"), (3, "c")))

    journal.add([begun, late])
    journal.add([early, last])

    (entry,) = journal.entries()
    assert entry.progress == last


# ---------------------------------------------------------------- again and out of order
def test_fact_told_twice_counts_once(journal: Journal) -> None:
    """Telling everything again, together or later, changes nothing."""
    begun = started(before=Mood(7))
    facts: list[Fact] = [begun, progressed(begun), answered(begun, 4), ended(begun)]
    facts.append(rated(begun, Mood(0)))

    journal.add(facts)
    once = journal.entries()
    journal.add(facts)
    journal.add([*facts, *facts])

    assert journal.entries() == once
    assert len(once[0].answers) == 1


def test_earliest_of_a_kind_holds(journal: Journal) -> None:
    """Two windows closed the same sitting: what happened first stands, whenever it is told."""
    begun = started(when=at(0), title="As it was called")
    renamed = started(begun.sitting, at(1), title="As it is called now")
    left, finished = ended(begun, at(20), Ending.LEFT), ended(begun, at(5))
    no, yes = rated(begun, None, at(9)), rated(begun, Mood(2), at(6))

    journal.add([renamed, left, no])
    journal.add([begun, finished, yes])
    journal.add([renamed, left, no])

    (entry,) = journal.entries()
    assert (entry.started, entry.ended, entry.rated) == (begun, finished, yes)


def test_order_within_one_add_does_not_matter(journal: Journal) -> None:
    """What the disk refused is written later in one go, whatever its order."""
    begun = started()

    journal.add([rated(begun, Mood(1)), ended(begun), answered(begun, 1), begun])

    (entry,) = journal.entries()
    assert entry.after == Mood(1)
    assert len(entry.answers) == 1


def test_facts_of_an_unknown_sitting_are_passed_over(journal: Journal) -> None:
    """Without a beginning there is nothing to tell, and nothing breaks."""
    known, unknown = started(), started()

    journal.add([progressed(unknown), answered(unknown, 3), ended(unknown), rated(unknown, None)])
    journal.add([known])

    assert [entry.sitting for entry in journal.entries()] == [known.sitting]


# ---------------------------------------------------------------- what is asked of it
def test_open_entry_is_the_latest_that_never_ended(journal: Journal) -> None:
    """Of two interrupted sittings the later one is offered, with its steps and answers."""
    older, newer, closed = started(when=at(0)), started(when=at(60)), started(when=at(120))

    journal.add([newer, progressed(newer, at(61)), answered(newer, "x", at(62)), closed, older])
    journal.add([ended(closed, at(125))])

    entry = journal.open_entry()
    assert entry is not None
    assert entry.sitting == newer.sitting
    assert entry.progress is not None
    assert [given.value for given in entry.answers] == ["x"]

    journal.add([ended(newer, at(130), Ending.LEFT)])
    assert journal.open_entry() == fold([older])[0]


def test_own_words_are_the_latest_for_each_slot(journal: Journal) -> None:
    """What is kept for a slot is what was said last, also when it is told first."""
    begun, again = started(when=at(0)), started(when=at(60))

    journal.add([begun, again, answered(again, "my brother", at(61), "safe_person")])
    journal.add([answered(begun, "my aunt", at(1), "safe_person"), answered(begun, "aside", at(2))])
    journal.add([answered(begun, 7, at(3), "how_warm")])

    assert journal.words() == {"safe_person": "my brother", "how_warm": "7"}


def test_entries_are_sorted_by_their_beginning(journal: Journal) -> None:
    """The order of telling is not the order of living; equal instants have a fixed order."""
    late, early, twin = started(when=at(9)), started(when=at(1)), started(when=at(1))

    journal.add([late])
    journal.add([early, twin])

    first, second, third = journal.entries()
    assert {first.sitting, second.sitting} == {early.sitting, twin.sitting}
    assert str(first.sitting) < str(second.sitting)
    assert third.sitting == late.sitting


# ---------------------------------------------------------------- remarks
def test_remarks_come_back_by_their_time_and_each_once(journal: Journal) -> None:
    """Beside a fact or alone, told late or twice: every word of it, in the order of living."""
    begun = started()
    harder = remarked(RemarkKind.HARDER, "too_much", at(9), begun, text="The dark.\nToo close.")
    thumb, late = remarked(when=at(3)), remarked(RemarkKind.NOT_TODAY, "too_long", at(20))

    journal.add([begun, harder])
    journal.add([late, thumb])
    journal.add([harder])

    assert journal.remarks() == (thumb, harder, late)


def test_remark_on_an_unknown_sitting_is_kept(journal: Journal) -> None:
    """What a person said is not lost because its sitting is told later, or on another laptop."""
    remark = remarked(of=started())

    journal.add([remark])

    assert journal.remarks() == (remark,)
    assert journal.entries() == ()


def test_remarks_since_a_day_are_those_of_the_persons_own_days(journal: Journal) -> None:
    """Half past nine in the evening in UTC is tomorrow where the clock is ahead."""
    before = remarked(when=at(60 * 13, offset=0))
    after = remarked(when=at(60 * 13, offset=120))

    journal.add([before, after])

    assert journal.remarks(date(2026, 3, 3)) == (after,)


# ---------------------------------------------------------------- days
def test_day_is_the_persons_own(journal: Journal) -> None:
    """At one and the same instant it is Monday in one place and Tuesday in another."""
    noon = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
    kiritimati = Moment.of(noon.astimezone(timezone(timedelta(hours=14))))  # Tuesday, 01:00
    pago_pago = Moment.of(noon.astimezone(timezone(timedelta(hours=-11))))  # Monday, 00:00
    far, near = started(when=kiritimati), started(when=pago_pago)

    journal.add([far, near])

    assert len(journal.entries(date(2026, 3, 2))) == 2
    assert [entry.sitting for entry in journal.entries(date(2026, 3, 3))] == [far.sitting]
    assert journal.entries(date(2026, 3, 4)) == ()


def test_hour_that_comes_twice_is_in_order_and_on_one_day(journal: Journal) -> None:
    """In Berlin 02:30 comes twice on the last Sunday of October; so do its sittings."""
    summer = datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=2)))
    winter = datetime(2026, 10, 25, 2, 15, tzinfo=timezone(timedelta(hours=1)))
    first, second = started(when=Moment.of(summer)), started(when=Moment.of(winter))

    journal.add([second, first])

    entries = journal.entries(date(2026, 10, 25))
    assert [entry.sitting for entry in entries] == [first.sitting, second.sitting]
    assert [entry.started.at.local.hour for entry in entries] == [2, 2]
    assert journal.entries(date(2026, 10, 26)) == ()


def test_midnight_of_a_short_day_is_not_lost(journal: Journal) -> None:
    """The day on which the clocks go forward begins and ends where the person's day does."""
    last = datetime(2026, 3, 28, 23, 59, 59, tzinfo=timezone(timedelta(hours=1)))
    evening = datetime(2026, 3, 29, 23, 59, 59, tzinfo=timezone(timedelta(hours=2)))
    before, on_the_day = started(when=Moment.of(last)), started(when=Moment.of(evening))

    journal.add([before, on_the_day])

    days = [entry.started.at.day for entry in journal.entries(date(2026, 3, 28))]
    assert days == [date(2026, 3, 28), date(2026, 3, 29)]
    assert len(journal.entries(date(2026, 3, 29))) == 1


@pytest.mark.parametrize("year", [1, 1969, 2038, 2107, 9998])
def test_strange_clock_is_taken_at_its_word(journal: Journal, year: int) -> None:
    """A machine whose clock is wrong loses nothing."""
    begun = started(when=Moment(datetime(year, 6, 1, 1, 2, 3, 999999, UTC), 0))

    journal.add([begun])

    assert journal.entries()[0].started == begun
    assert len(journal.entries(date(year, 6, 1))) == 1
