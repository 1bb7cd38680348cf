"""What stands in a slot: of all answers and own words the last, in every kind of journal."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, text

from attachcalm.journal.book import Journal, MemoryJournal
from attachcalm.journal.entry import AnswerGiven
from attachcalm.journal.held import held_with
from attachcalm.journal.page import OwnWord, own_word_id
from attachcalm.store.database import open_store
from attachcalm.store.journal import SqlJournal
from attachcalm.store.tables import answer, page, sitting
from tests.fakes.facts import answered, at, own_word, started

BEGUN = started()


@pytest.fixture(params=["memory", "sql"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    """Each kind of journal, with a sitting that has begun."""
    if request.param == "memory":
        made: Journal = MemoryJournal()
        made.add([BEGUN])
        yield made
        return
    engine = open_store(tmp_path / "journal.db")
    made = SqlJournal(engine, tmp_path / "journal.db")
    made.add([BEGUN])
    yield made
    engine.dispose()


# ---------------------------------------------------------------- what holds
def test_what_is_written_later_stands_there(journal: Journal) -> None:
    """An answer, changed by hand, and answered anew in an exercise."""
    journal.add([answered(BEGUN, "my aunt", at(1), "safe_person")])
    assert journal.words() == {"safe_person": "my aunt"}

    journal.keep([own_word("safe_person", "my brother", at(2))])
    assert journal.words() == {"safe_person": "my brother"}

    journal.add([answered(BEGUN, "Mira", at(3), "safe_person")])
    assert journal.words() == {"safe_person": "Mira"}


def test_taken_out_it_hides_what_was_said_before_and_never_what_comes_later(
    journal: Journal,
) -> None:
    """All earlier answers, not only the last; another slot is not touched."""
    journal.add([
        answered(BEGUN, "my aunt", at(1), "safe_person"),
        answered(BEGUN, "my brother", at(2), "safe_person"),
        answered(BEGUN, "harbour", at(2), "cue_word"),
    ])  # fmt: skip

    journal.keep([own_word("safe_person", when=at(3), gone=True)])
    assert journal.words() == {"cue_word": "harbour"}

    journal.add([answered(BEGUN, "Mira", at(4), "safe_person")])
    assert journal.words() == {"cue_word": "harbour", "safe_person": "Mira"}


def test_at_one_instant_the_own_word_holds(journal: Journal) -> None:
    """Who takes out what was said this very moment means that."""
    journal.add([answered(BEGUN, "my aunt", at(1), "safe_person")])
    journal.keep([own_word("safe_person", when=at(1), gone=True)])

    assert journal.words() == {}


def test_an_older_copy_brings_nothing_back(journal: Journal) -> None:
    """A backup that is taken in later still knows the name."""
    written = own_word("kit_person", "Ana", at(1))
    journal.keep([written])
    journal.keep([own_word("kit_person", when=at(2), gone=True)])

    journal.keep([written])

    assert journal.words() == {}


def test_it_is_known_where_a_word_came_from(journal: Journal) -> None:
    """The exercise in which it was said, also when it was taken out and put back as it was."""
    journal.add([answered(BEGUN, "my aunt", at(1), "safe_person")])
    journal.keep([own_word("anchor", "my feet", at(2))])

    held = journal.held()
    given = held["safe_person"].given
    assert given is not None
    assert (given.exercise_title, given.sitting) == (BEGUN.exercise_title, BEGUN.sitting)
    assert held["safe_person"].at == at(1)
    assert held["anchor"].given is None

    journal.keep([own_word("safe_person", "my aunt", at(3))])
    assert journal.held()["safe_person"].given == given
    journal.keep([own_word("safe_person", "my aunt Ana", at(4))])
    assert journal.held()["safe_person"].given is None


def test_two_copies_of_a_journal_have_one_page_for_a_slot() -> None:
    """What was changed on one laptop and taken out on another joins to the later of both."""
    assert own_word_id("anchor") == own_word_id("anchor")
    assert own_word_id("anchor") != own_word_id("cue_word")


def test_nothing_of_what_was_taken_out_is_left_in_its_row(tmp_path: Path) -> None:
    """The row that was written stays as a mark, without a word of it."""
    engine = open_store(tmp_path / "journal.db")
    journal = SqlJournal(engine, tmp_path / "journal.db")
    journal.keep([own_word("kit_person", "Ana", at(1))])

    journal.keep([own_word("kit_person", when=at(2), gone=True)])

    with engine.connect() as connection:
        rows = connection.execute(text("SELECT body FROM page")).scalars().all()
    engine.dispose()
    assert len(rows) == 1
    assert "Ana" not in rows[0]


def test_what_waits_for_the_disk_holds_already(journal: Journal) -> None:
    """Pages that were refused are later than all that the journal knows."""
    journal.add([answered(BEGUN, "my aunt", at(1), "safe_person")])
    known = journal.held()

    assert held_with(known, [own_word("safe_person", when=at(2), gone=True)]) == {}
    assert held_with(known, [own_word("safe_person", "Mira", at(2))])["safe_person"].text == "Mira"
    assert held_with(known, [own_word("safe_person", "old", at(0))]) == known


# ---------------------------------------------------------------- the law
SLOTS = ["safe_person", "kit_phrase"]
times = st.integers(0, 9).map(at)
words = st.text("abé🙂 ", max_size=3)
answers = st.builds(
    lambda id_, when, said, slot: AnswerGiven(id_, BEGUN.sitting, when, "who", said, slot),
    st.uuids(), times, words, st.sampled_from([*SLOTS, None]),
)  # fmt: skip
own_words = st.builds(
    lambda id_, when, slot, said, gone: OwnWord(
        id_ or own_word_id(slot), when, when.at, slot, said, gone
    ),
    st.none() | st.sampled_from([UUID(int=7), UUID(int=8)]),  # also from some other program
    times,
    st.sampled_from(SLOTS),
    words,
    st.booleans(),
)


@pytest.fixture(scope="module")
def emptied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Journal]]:
    """Give the same journal on disk again and again, empty."""
    path = tmp_path_factory.mktemp("held") / "journal.db"
    engine = open_store(path)

    def empty() -> Journal:
        with engine.begin() as connection:
            for table in (answer, page, sitting):
                connection.execute(delete(table))
        return SqlJournal(engine, path)

    yield empty
    engine.dispose()


def expected(given: Sequence[AnswerGiven], pages: Sequence[OwnWord]) -> dict[str, str]:
    """The law, as it is said: for each slot the later of answers and own words, unless gone."""
    last: dict[UUID, OwnWord] = {}
    for each in pages:
        if each.id not in last or last[each.id].changed < each.changed:
            last[each.id] = each
    found: dict[str, str] = {}
    for slot in SLOTS:
        told: list[tuple[object, int, str, str | None]] = [
            (each.at.at, 0, "", str(each.value)) for each in given if each.keep_as == slot
        ]
        told += [
            (each.changed, 1, str(each.id), None if each.is_gone else each.text)
            for each in last.values()
            if each.slot == slot
        ]
        if told and (said := max(told, key=lambda each: each[:3])[3]) is not None:
            found[slot] = said
    return found


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(answers, max_size=6, unique_by=lambda each: each.at.at),
    st.lists(own_words, max_size=6),
)
def test_both_journals_hold_the_later_of_answers_and_own_words(
    emptied: Callable[[], Journal],
    given: Sequence[AnswerGiven],
    pages: Sequence[OwnWord],
) -> None:
    """Whatever is said, written and taken out, told in whatever order and pieces."""
    on_disk, forgetful = emptied(), MemoryJournal()
    for journal in (on_disk, forgetful):
        journal.add([BEGUN])
        for told in (given[::2], given[1::2]):
            journal.add(told)
        for written in (pages[:2], pages[2:]):
            journal.keep(written)

    assert forgetful.words() == expected(given, pages)
    assert on_disk.held() == forgetful.held()
    assert on_disk.words() == forgetful.words()


def test_an_answer_of_no_known_sitting_fills_nothing(journal: Journal) -> None:
    """As with every fact whose beginning is not known."""
    lost = AnswerGiven(uuid4(), uuid4(), at(1), "who", "my aunt", "safe_person")
    journal.add([lost])

    assert journal.words() == {}
