"""Pages, which can be written over and taken out: every kind of journal keeps the last writing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from attachcalm.journal.book import Journal, MemoryJournal
from attachcalm.journal.mood import DISTRESS, ENERGY, SECURITY, Mood
from attachcalm.journal.page import (
    CheckIn,
    Direction,
    LookBack,
    OwnWord,
    Page,
    ScaleNote,
    Score,
    kept,
    taken_out,
    written_again,
)
from attachcalm.store.database import open_store
from attachcalm.store.journal import SqlJournal
from attachcalm.store.tables import page as page_table
from tests.fakes.facts import FIRST, at, checked_in, looked_back, own_word, scored, started

LATER = FIRST + timedelta(hours=5)


@pytest.fixture(params=["memory", "sql"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    """Each kind of journal, empty."""
    if request.param == "memory":
        yield MemoryJournal()
        return
    engine = open_store(tmp_path / "journal.db")
    yield SqlJournal(engine, tmp_path / "journal.db")
    engine.dispose()


# ---------------------------------------------------------------- written and read
def test_every_kind_of_page_comes_back_as_it_was_written(journal: Journal) -> None:
    """Words in any script, an answer left out, a 0, a link to a sitting: nothing is changed."""
    told: tuple[Page, ...] = (
        checked_in(
            Mood(0, -4, None), words=("calm", "verlegen"), tags=("café",), note="a\n🙂 'x'",
            of=started(),
        ),
        scored(answers=(0, None, 3), values=(("total", 3.0), ("half", 0.5))),
        replace(scored(when=at(9.5)), scales=(
            ScaleNote("total", 0, 21, Direction.HARDER), ScaleNote("h", 1.5, 7, Direction.BETTER,
                                                                  5.5, 0.84),
        )),
        looked_back((("kind", "She rang."), ("hard", "")), mood=Mood(security=0)),
        own_word("safe_phrase", "You are\n'safe' 🙂", at(11)),
    )  # fmt: skip

    journal.keep(told)

    assert journal.pages() == told


def test_several_check_ins_of_one_day_stay_several(journal: Journal) -> None:
    """Nothing is averaged or replaced; they come in the order of their moments."""
    told = [checked_in(Mood(distress), at(minutes)) for minutes, distress in ((60, 3), (0, 8))]

    journal.keep(told)

    assert journal.pages() == (told[1], told[0])


def test_only_pages_from_a_day_on_are_read(journal: Journal) -> None:
    """The day is the person's own: an hour before midnight in UTC can be tomorrow there."""
    early, late = checked_in(when=at(0)), checked_in(when=at(14 * 60, offset=60))
    journal.keep([early, late])

    assert journal.pages(date(2026, 3, 3)) == (late,)
    assert journal.pages(date(2026, 3, 4)) == ()


# ---------------------------------------------------------------- changed and taken out
def test_a_page_is_read_as_it_was_last_written(journal: Journal) -> None:
    """An older copy that arrives later (from a backup) changes nothing."""
    first = checked_in(Mood(7), note="first")
    second = replace(first, mood=Mood(6), note="second", changed=LATER)

    journal.keep([first])
    journal.keep([second])
    journal.keep([first])

    assert journal.pages() == (second,)


def test_of_two_writings_at_one_instant_the_first_holds(journal: Journal) -> None:
    """Told twice counts once."""
    first = checked_in(note="first")

    journal.keep([first, replace(first, note="second")])

    assert journal.pages() == (first,)


@pytest.mark.parametrize(
    "written", [checked_in(note="x"), scored(), looked_back(), own_word("anchor", "Feet")]
)
def test_a_page_that_was_taken_out_stays_out(journal: Journal, written: Page) -> None:
    """Its words are gone, no copy of it brings it back, and undoing does."""
    journal.keep([written])

    journal.keep([taken_out(written, LATER)])
    assert journal.pages() == ()
    journal.keep([written])
    assert journal.pages() == ()

    again = written_again(written, LATER + timedelta(seconds=1))
    journal.keep([again])
    assert journal.pages() == (again,)


def test_nothing_of_a_note_is_left_in_what_was_taken_out() -> None:
    """Only that there was something, and when."""
    gone = taken_out(checked_in(Mood(9), note="n", words=("w",), tags=("t",)), LATER)

    assert isinstance(gone, CheckIn)
    assert (gone.mood, gone.note, gone.words, gone.tags) == (Mood(), "", (), ())
    assert gone.is_gone


# ---------------------------------------------------------------- the law
IDS = [UUID(int=n) for n in (1, 2, 3)]
ids, texts = st.sampled_from(IDS), st.text(max_size=6).map(lambda text: text.replace("\0", ""))
plain_texts = texts.filter(lambda text: text.isprintable())
moments = st.builds(at, st.integers(0, 3_000), st.sampled_from([-660, 0, 60, 840]))
written = st.integers(0, 5).map(lambda minutes: FIRST + timedelta(minutes=minutes))
lists = st.lists(plain_texts, max_size=3).map(tuple)
moods = st.builds(
    Mood,
    st.none() | st.sampled_from(DISTRESS),
    st.none() | st.sampled_from(ENERGY),
    st.none() | st.sampled_from(SECURITY),
)
pairs = st.lists(st.tuples(plain_texts, plain_texts), max_size=3).map(tuple)
numbers = st.lists(st.tuples(plain_texts, st.floats(-1e6, 1e6)), max_size=3).map(tuple)
answers = st.lists(st.none() | st.integers(0, 9), max_size=9).map(tuple)
some = st.floats(-1e6, 1e6)
notes = st.builds(
    ScaleNote, plain_texts, some, some, st.sampled_from(Direction), st.none() | some,
    st.none() | some,
)  # fmt: skip
pages: st.SearchStrategy[Page] = st.one_of(
    st.builds(
        CheckIn, ids, moments, written, moods, lists, lists, plain_texts, st.none() | ids,
        st.booleans(),
    ),
    st.builds(
        Score, ids, moments, written, plain_texts, plain_texts, answers, numbers, plain_texts,
        st.booleans(), st.lists(notes, max_size=2).map(tuple),
    ),
    st.builds(LookBack, ids, moments, written, st.dates(), moods, pairs, st.booleans()),
    st.builds(OwnWord, ids, moments, written, plain_texts, plain_texts, st.booleans()),
)  # fmt: skip


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], SqlJournal]]:
    """A journal on disk, emptied at every call: opening a file anew would be slow."""
    path = tmp_path_factory.mktemp("pages") / "journal.db"
    engine = open_store(path)

    def emptied() -> SqlJournal:
        with engine.begin() as connection:
            connection.execute(delete(page_table))
        return SqlJournal(engine, path)

    yield emptied
    engine.dispose()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(pages, max_size=4), max_size=4), st.data())
def test_both_journals_keep_the_last_writing_of_each_page(
    empty: Callable[[], SqlJournal], told: Sequence[Sequence[Page]], data: st.DataObject
) -> None:
    """Whatever was written in whatever order, cut into any saves."""
    on_disk = empty()

    for some in told:
        on_disk.keep(some)

    everything = [page for some in told for page in some]
    assert on_disk.pages() == kept(everything)
    since = data.draw(st.dates(date(2026, 3, 1), date(2026, 3, 6)))
    assert on_disk.pages(since) == kept(everything, since)


@given(
    st.lists(pages, max_size=6).flatmap(
        lambda told: st.tuples(st.just(told), st.permutations(told))
    )
)
def test_the_order_of_telling_matters_only_for_one_instant(
    told: tuple[list[Page], list[Page]],
) -> None:
    """Two copies can be joined in either order."""
    one, other = told
    instants = {(page.id, page.changed) for page in one}
    if len(instants) == len(one):
        assert kept(one) == kept(other)
