"""JSON of records: whatever a journal holds comes back exactly, and twice adds nothing."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings

from attachcalm.journal.book import Journal, MemoryJournal
from attachcalm.journal.entry import Ended, Ending
from attachcalm.journal.mood import Mood
from attachcalm.journal.page import taken_out
from attachcalm.journal.whole import Whole
from attachcalm.records.coming import OWN, Coming
from attachcalm.records.csv_out import csv_pieces
from attachcalm.records.fhir_out import fhir_pieces
from attachcalm.records.foreign_csv import Faults
from attachcalm.records.json_in import read_json
from attachcalm.records.json_out import json_pieces
from attachcalm.records.news import news_of
from attachcalm.records.refused import RefusedError
from attachcalm.records.sentences import added_line, preview_lines
from attachcalm.store.database import open_store
from attachcalm.store.journal import SqlJournal
from tests.fakes.facts import (
    FIRST,
    answered,
    at,
    checked_in,
    ended,
    looked_back,
    own_word,
    progressed,
    rated,
    remarked,
    scored,
    started,
)
from tests.records.journals import wholes

MADE = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LATER = FIRST + timedelta(days=3)


def written(whole: Whole) -> bytes:
    """The file."""
    return b"".join(json_pieces(whole, MADE))


def a_whole() -> Whole:
    """One of everything."""
    begun = started(before=Mood(7, -4, None))
    facts = (
        begun, progressed(begun), progressed(begun, at(1.5), "end"), answered(begun, 0, at(2)),
        answered(begun, "Anna\n🙂", at(3), "safe_person"), ended(begun), rated(begun, None),
    )  # fmt: skip
    pages = (
        checked_in(Mood(0, None, 0), words=("calm",), tags=("café",), note="=1+1", of=begun),
        scored(answers=(0, None), values=(("total", 3.5),)),
        looked_back((("kind", "She rang."),)),
    )
    return Whole(facts, (remarked(of=begun, text="dizzy"),), pages)


@pytest.fixture(params=["memory", "sql"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Each kind of journal, empty."""
    if request.param == "memory":
        yield MemoryJournal()
        return
    engine = open_store(tmp_path / "journal.db")
    yield SqlJournal(engine, tmp_path / "journal.db")
    engine.dispose()


# ---------------------------------------------------------------- the round trip
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(wholes)
def test_whatever_a_journal_holds_comes_back_exactly(whole: Whole) -> None:
    """Every fact, remark and page, skipped ratings and zeros, any zone, any script."""
    assert read_json(written(whole)) == whole


@settings(
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(wholes, wholes)
def test_only_what_is_new_is_added_and_then_nothing_is_new(one: Whole, other: Whole) -> None:
    """Two copies joined in two ways are the same; joining again finds nothing."""
    by_news, by_all = MemoryJournal(), MemoryJournal()
    for journal in (by_news, by_all):
        journal.take_in(one)

    by_news.take_in(news_of(other, by_news.whole()).whole)
    by_all.take_in(other)

    assert by_news.entries() == by_all.entries()
    assert by_news.pages() == by_all.pages()
    assert news_of(other, by_news.whole()).is_empty


@settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
@given(wholes, wholes)
def test_what_was_taken_in_on_disk_goes_out_as_it_came(one: Whole, other: Whole) -> None:
    """File, database, file: the same; a second file adds what is new, and then nothing is."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        engine = open_store(path)
        journal = SqlJournal(engine, path)
        journal.take_in(read_json(written(one)))
        back = read_json(written(journal.whole()))
        journal.take_in(news_of(other, back).whole)
        both = journal.whole()
        journal.take_in(other)
        again = journal.whole()
        engine.dispose()

    assert sorted(map(repr, back.facts)) == sorted(map(repr, one.facts))
    assert (back.remarks, back.pages) == (one.remarks, one.pages)
    assert again == both
    assert news_of(other, both).is_empty


def test_a_journal_taken_into_an_empty_one_is_the_same_journal(journal: Journal) -> None:
    """All steps on the way too, and what was taken out stays taken out."""
    whole = a_whole()
    gone = taken_out(whole.pages[0], LATER)

    journal.take_in(read_json(written(replace(whole, pages=(gone, *whole.pages[1:])))))
    journal.take_in(whole)  # an older copy

    assert set(journal.whole().facts) == set(whole.facts)
    assert journal.whole().remarks == whole.remarks
    assert journal.whole().pages == (gone, *whole.pages[1:])
    assert gone not in journal.pages()
    assert journal.words() == {"safe_person": "Anna\n🙂"}


def test_the_earliest_of_a_kind_holds_however_it_comes(journal: Journal) -> None:
    """A file may know an earlier end than the journal; the later one changes nothing."""
    begun = started()
    early = Ended(begun.sitting, at(3), Ending.STOPPED, 1_000)
    late = ended(begun, at(5))
    journal.add([begun, late])

    journal.take_in(Whole((early,)))
    journal.take_in(Whole((late,)))

    assert [entry.ended for entry in journal.entries()] == [early]


def test_news_count_what_is_said_of_them() -> None:
    """Ratings one by one: 0 is one, a skipped one is none; a deleted page adds nothing."""
    whole = a_whole()

    news = news_of(whole, Whole())

    assert (news.sittings, news.ratings, news.remarks, news.pages) == (1, 2 + 2 + 1, 1, 3)
    assert (news.first, news.last) == (FIRST.date(), FIRST.date())
    gone = taken_out(whole.pages[0], LATER)
    again = news_of(whole, replace(whole, pages=(gone, *whole.pages[1:])))
    assert again.is_empty
    assert again.known == 11


# ---------------------------------------------------------------- what is refused
def spoilt(change: Callable[[dict[str, Any]], object]) -> bytes:
    """A good file in which one thing is changed."""
    told = json.loads(written(a_whole()))
    change(told)
    return json.dumps(told).encode()


def put(*path: str | int, value: Any) -> Callable[[dict[str, Any]], None]:
    """A change of what stands at this place."""

    def change(told: Any) -> None:
        for step in path[:-1]:
            told = told[step]
        told[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (put("format", value=2), "newer AttachCalm (format 2)"),
        (put("format", value=True), "does not say its format"),
        (put("format", value=0), "does not say its format"),
        (put("attachcalm", value="settings"), "no records of AttachCalm"),
        (put("extra", value=1), "'extra'"),
        (put("facts", value={}), "no list of facts"),
        (put("facts", 0, "before", "distress", value=11), "facts, number 1, before: distress"),
        (put("facts", 0, "before", "distress", value=True), "before, distress is not a whole"),
        (put("facts", 0, "before", "distress", value="4"), "before, distress is not a whole"),
        (put("facts", 0, "before", "distress", value=4.0), "before, distress is not a whole"),
        (put("facts", 0, "before", "energy", value=-5), "energy goes from -4 to 4"),
        (put("facts", 0, "__class__", value="x"), "'__class__'"),
        (put("facts", 0, "fact", value="deleted"), "facts, number 1 is of no kind"),
        (put("facts", 0, "fact", value=["started"]), "facts, number 1 is of no kind"),
        (put("facts", 0, value=[]), "facts, number 1 is of no kind"),
        (put("facts", 1, "position_ms", value=-1), "position_ms goes from 0"),
        (put("facts", 1, "position_ms", value=2**63), "position_ms goes from 0"),
        (put("facts", 1, "sitting", value=str(UUID(int=9))), "the file never began"),
        (put("facts", 3, "value", value=2**63), "value goes from"),
        (put("facts", 3, "value", value=1.5), "value is not a text"),
        (put("facts", 0, "at", value="2026-03-02T10:30:00"), "distance from UTC"),
        (put("facts", 0, "at", value="2026-03-02T10:30:00+00:00:30"), "whole minutes"),
        (put("facts", 0, "at", value="0001-01-01T00:00:00+14:00"), "between 1900"),
        (put("facts", 0, "at", value="2026-02-30T10:30:00+01:00"), "between 1900"),
        (put("facts", 0, "sitting", value="1"), "not a UUID"),
        (put("facts", 5, "ending", value="won"), "none of finished, stopped, left"),
        (put("facts", 0, "group", value="x" * 2_001), "2001 signs; there may be 2000"),
        (put("facts", 0, "group", value="\0"), "no text can hold"),
        (put("facts", 0, "group", value="\ud800"), "no text can hold"),
        (put("remarks", 0, "kind", value="deleted"), "remarks, number 1, kind"),
        (put("pages", 0, "note", value="x" * 20_001), "20001 signs"),
        (put("pages", 0, "words", value=["w"] * 41), "41 parts; there may be 40"),
        (put("pages", 0, "words", value=["w" * 61]), "61 signs; there may be 60"),
        (put("pages", 0, "is_gone", value=1), "neither true nor false"),
        (put("pages", 1, "values", value=[["total", "3"]]), "is not a number"),
        (put("pages", 1, "values", value=[["total"]]), "is not a pair"),
        (put("pages", 1, "values", value=[["total", 10**400]]), "is not a number"),
        (put("pages", 1, "values", value=[["total", -(10**4_000)]]), "is not a number"),
        (put("pages", 2, "week", value="2026-W10-1"), "is no day"),
        (put("remarks", 0, "text", value="x" * 1_000_001), "1000001 signs"),
        (lambda told: told["pages"][0].pop("mood"), "pages, number 1 has no mood"),
        (lambda told: told.pop("made"), "made"),
    ],
)  # fmt: skip
def test_what_is_not_in_the_form_is_refused_with_its_place(
    change: Callable[[dict[str, Any]], object], told: str
) -> None:
    """One thing wrong, and nothing of the file is taken."""
    assert len(read_json(spoilt(lambda _: None)).facts) == 7

    with pytest.raises(RefusedError) as refused:
        read_json(spoilt(change))

    assert told in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(("length", "is_taken"), [(19_999, True), (20_000, True), (20_001, False)])
def test_a_note_has_as_many_signs_as_a_page_holds(length: int, is_taken: bool) -> None:
    """At, below and above."""
    content = spoilt(put("pages", 0, "note", value="é" * length))

    if is_taken:
        assert len(read_json(content).pages) == 3
    else:
        with pytest.raises(RefusedError):
            read_json(content)


def test_what_stayed_may_be_long_for_nothing_cuts_it_where_it_is_typed() -> None:
    """One long remark does not cost the whole of a journal that was written out."""
    long = Whole(remarks=(remarked(text="x" * 50_000),))

    assert read_json(written(long)) == long


# ---------------------------------------------------------------- what is said before it is done
def said(coming: Whole, here: Whole) -> tuple[list[str], str]:
    """What is said of it before and after, without where it comes from."""
    news = news_of(coming, here)
    return preview_lines(Coming(OWN, coming, Faults()), news)[1:], added_line(news)


def test_a_page_that_was_deleted_elsewhere_is_said_to_go_before_it_goes() -> None:
    """Nothing is deleted here by a file of which that was not said."""
    page = checked_in(Mood(7, 0), note="hard")
    gone = Whole(pages=(taken_out(page, LATER),))

    assert said(gone, Whole(pages=(page,))) == (
        ["1 page that you have was deleted later where the file is from; it goes here as well."],
        "1 page deleted.",
    )


def test_a_page_that_was_deleted_is_not_counted_as_one_that_is_added() -> None:
    """A whole journal in an empty one: two check-ins are seen afterwards, so two are said."""
    pages = (checked_in(Mood(7)), checked_in(Mood(3)), taken_out(checked_in(Mood(1)), LATER))

    assert said(Whole(pages=pages), Whole())[1] == (
        "Added 2 ratings and 2 check-ins of 2 March 2026."
    )
    assert said(Whole(pages=pages[2:]), Whole()) == (
        ["Nothing new shows: the file only remembers what was deleted."],
        "Nothing new shows: the file only remembers what was deleted.",
    )


def test_a_page_that_was_written_again_adds_no_ratings() -> None:
    """It takes the place of the earlier writing; brought back after a deletion it is added."""
    page = checked_in(Mood(7, 0))
    again = Whole(pages=(replace(page, mood=Mood(4, 0), changed=LATER),))

    assert said(again, Whole(pages=(page,))) == (
        ["1 page that you have was written again later; it becomes as in this file."],
        "1 page written again.",
    )
    deleted = Whole(pages=(taken_out(page, at(20).at),))
    assert said(again, deleted)[1] == "Added 2 ratings and 1 check-in of 2 March 2026."


def test_own_words_are_counted_by_their_name_and_leave_in_no_other_file() -> None:
    """They are nobody's ratings: not in the CSV, nor in the FHIR, whatever is asked for."""
    whole = Whole((), (), (own_word("safe_person", "aunt Canary"),))

    news = news_of(whole, Whole((), (), ()))
    told = " ".join(preview_lines(Coming(OWN, whole, Faults()), news))

    assert (news.pages, news.own_words) == (1, 1)
    assert "It adds 1 own word of" in told
    assert b"Canary" in b"".join(json_pieces(whole, LATER))
    assert b"Canary" not in b"".join(csv_pieces(whole))
    assert b"Canary" not in b"".join(fhir_pieces(whole, LATER, UUID(int=1), with_texts=True))
