"""Any facts, in any order, told any number of times: what both journals make of them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from attachcalm.journal.book import Journal, MemoryJournal
from attachcalm.journal.entry import (
    AnswerGiven,
    Ended,
    Ending,
    Fact,
    Progressed,
    RatedAfter,
    Started,
    fold,
)
from attachcalm.journal.mood import DISTRESS, ENERGY, SECURITY, Mood
from attachcalm.journal.remark import Remark, RemarkKind
from attachcalm.journal.sitting import sitting_of
from attachcalm.store.database import open_store
from attachcalm.store.journal import SqlJournal
from attachcalm.store.tables import answer, progress, remark, sitting
from tests.fakes.facts import at

SITTINGS = [UUID(int=n) for n in (1, 2, 3)]
UNKNOWN = UUID(int=4)
moments = st.builds(
    at,
    st.sampled_from([0, 0.5, 1, 2, 700, 1500]) | st.integers(0, 3000),
    st.sampled_from([-660, 0, 60, 840]),
)


def rating(scale: range) -> st.SearchStrategy[int | None]:
    """A rating on this scale, or none."""
    return st.none() | st.sampled_from(scale)


moods = st.builds(Mood, rating(DISTRESS), rating(ENERGY), rating(SECURITY)).map(
    lambda mood: None if mood.is_skipped else mood
)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
sittings = st.sampled_from(SITTINGS)
beginnings = st.builds(Started, sittings, moments, texts, texts, texts, texts, texts, before=moods)
other_facts: st.SearchStrategy[Fact] = st.one_of(
    st.builds(Ended, sittings, moments, st.sampled_from(Ending), st.integers(0, 10**10)),
    st.builds(RatedAfter, sittings, moments, moods),
    st.builds(Progressed, st.uuids(), sittings, moments, texts, st.integers(0, 10**10)),
    st.builds(
        AnswerGiven,
        st.uuids(),
        sittings,
        moments,
        texts,
        texts | st.integers(-(2**62), 2**62),
        st.none() | st.sampled_from(["safe_person", "calm_place"]),
    ),
)
remarks = st.builds(
    Remark,
    st.uuids(),
    moments,
    st.sampled_from(RemarkKind),
    texts,
    texts,
    st.none() | st.sampled_from([*SITTINGS, UNKNOWN]),
    texts,
)


@st.composite
def tellings(draw: st.DrawFn) -> list[list[Fact]]:
    """Several adds: any facts, any order, any repetition; the beginnings are in the first."""
    begun: list[Fact] = [draw(st.builds(_of, st.just(each), beginnings)) for each in SITTINGS]
    each_once = (_identity, _instant)
    others: list[Fact] = draw(st.lists(other_facts, max_size=12, unique_by=each_once))
    first = draw(st.permutations([*begun, *others[::2]]))
    again = st.lists(st.sampled_from([*begun, *others]) | beginnings, max_size=10)
    return [first, *draw(st.lists(again, max_size=3)), others[1::2]]


def _identity(fact: Fact) -> object:
    return getattr(fact, "id", None) or object()  # a UUID names one fact and no other


def _instant(fact: Fact) -> object:
    """Steps and answers come one after the other; the order of twins has a test of its own."""
    return (type(fact), fact.at.at) if hasattr(fact, "id") else object()


def _of(sitting_id: UUID, begun: Started) -> Started:
    return Started(
        sitting_id,
        begun.at,
        begun.exercise_id,
        begun.exercise_title,
        begun.group,
        begun.version_id,
        begun.revision,
        begun.before,
    )


@pytest.fixture(scope="module")
def emptied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Journal]]:
    """Give the same journal on disk again and again, empty."""
    path = tmp_path_factory.mktemp("law") / "journal.db"
    engine = open_store(path)

    def empty() -> Journal:
        with engine.begin() as connection:
            for table in (answer, progress, remark, sitting):
                connection.execute(delete(table))
        return SqlJournal(engine, path)

    yield empty
    engine.dispose()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(told=tellings(), since=st.none() | st.sampled_from([at(m).day for m in (0, 700, 1500)]))
def test_both_journals_agree_with_the_law_of_folding(
    emptied: Callable[[], Journal], told: Sequence[Sequence[Fact]], since: date | None
) -> None:
    """Whatever is told in whatever order, both tell the same, and what `fold` says."""
    on_disk, forgetful = emptied(), MemoryJournal()
    for facts in told:
        on_disk.add(facts)
        forgetful.add(facts)

    assert on_disk.entries() == fold(fact for facts in told for fact in facts)
    assert on_disk.entries(since) == forgetful.entries(since)
    assert on_disk.sittings(since) == tuple(map(sitting_of, on_disk.entries(since)))
    assert on_disk.sittings(since) == forgetful.sittings(since)
    assert on_disk.open_entry() == forgetful.open_entry()
    assert on_disk.words() == forgetful.words()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    told=tellings(),
    said=st.lists(remarks, min_size=1, max_size=8, unique_by=lambda each: each.id),
    again=st.lists(st.integers(0, 7), max_size=8),
    since=st.none() | st.sampled_from([at(m).day for m in (0, 700, 1500)]),
)
def test_remarks_come_back_whole_and_once_and_change_no_entry(
    emptied: Callable[[], Journal],
    told: Sequence[Sequence[Fact]],
    said: Sequence[Remark],
    again: Sequence[int],
    since: date | None,
) -> None:
    """Beside any facts, of any sitting, however often told: each remark once, by its time."""
    on_disk, forgetful = emptied(), MemoryJournal()
    first, *later = told
    repeated = [said[n % len(said)] for n in again]
    for journal in (on_disk, forgetful):
        journal.add([*said[::2], *first, *repeated[::2]])
        journal.add([*said[1::2], *repeated])
        for facts in later:
            journal.add(facts)

    by_time = sorted(said, key=lambda each: (each.at.at, str(each.id)))
    for journal in (on_disk, forgetful):
        assert journal.remarks() == tuple(by_time)
        assert journal.remarks(since) == tuple(
            each for each in by_time if since is None or each.at.day >= since
        )
        assert journal.entries() == fold(fact for facts in told for fact in facts)
