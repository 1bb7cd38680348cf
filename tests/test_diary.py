"""What a person writes beside their sittings: kept, changed, deleted, had back."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.diary import KIND_MOMENT, STOOD_OUT, Diary, Said, each_once, own_tags, own_words
from attachcalm.journal.book import NotSavedError
from attachcalm.journal.mood import Mood
from attachcalm.journal.page import (
    LONGEST_NOTE,
    LONGEST_WORD,
    MOST_WORDS,
    CheckIn,
    LookBack,
    Page,
)
from tests.fakes.clock import FakeWallClock
from tests.fakes.facts import answered, at, checked_in, looked_back, started
from tests.fakes.journal import RefusingJournal

MONDAY = date(2026, 3, 2)


class Desk:
    """A diary, its journal, whose disk can be full, and its clock."""

    def __init__(self) -> None:
        self.journal = RefusingJournal()
        self.wall = FakeWallClock()
        self.diary = Diary(self.journal, self.wall, uuid4)
        self.gone: list[CheckIn] = []

    def said(self, **what: object) -> CheckIn:
        """Check in with this."""
        page = self.diary.check_in(Said(**what))  # type: ignore[arg-type]
        assert page is not None
        return page

    @property
    def notes(self) -> set[str]:
        """The notes that the diary reads."""
        return {page.note for page in self.diary.pages() if isinstance(page, CheckIn)}

    def do(self, deed: str, number: int, last: CheckIn | None) -> None:
        """Do this with the last page that is there."""
        if deed == "say":
            self.diary.check_in(Said(note=str(number)))
        elif deed == "change" and last is not None:
            self.diary.change(last, Said(note=str(number)))
        elif deed == "delete" and last is not None:
            self.gone.append(last)
            self.diary.take_out(last)
        elif deed == "undo" and self.gone:
            self.diary.put_back(self.gone.pop())

    @property
    def on_disk(self) -> tuple[Page, ...]:
        """What the journal tells."""
        return self.journal.pages()


@pytest.fixture
def desk() -> Desk:
    """A desk with nothing on it."""
    return Desk()


# ---------------------------------------------------------------- checking in
def test_a_check_in_is_on_disk_when_it_returns(desk: Desk) -> None:
    """All that was said, at this moment, in the person's own zone."""
    desk.wall.travel(timezone(timedelta(hours=2)))

    page = desk.said(mood=Mood(0, -1), words=("torn",), tags=("work",), note=" A call. ")

    assert desk.on_disk == (page,)
    assert (page.mood, page.words, page.tags, page.note) == (
        Mood(0, -1), ("torn",), ("work",), "A call.",
    )  # fmt: skip
    assert page.at.local == desk.wall()
    assert page.at.offset_minutes == 120


@pytest.mark.parametrize(
    "said", [Said(), Said(note=" \n "), Said(words=(" ",), tags=("\t",)), Said(note="\x00")]
)
def test_nothing_said_is_nothing_kept(desk: Desk, said: Said) -> None:
    """An empty page would look like a rating that was skipped on purpose."""
    assert said.is_empty
    assert desk.diary.check_in(said) is None
    assert desk.on_disk == ()


@pytest.mark.parametrize("said", [Said(Mood(distress=0)), Said(Mood(energy=0)), Said(note="0")])
def test_nought_is_something(desk: Desk, said: Said) -> None:
    """0 is a rating."""
    assert not said.is_empty
    assert desk.diary.check_in(said) is not None


def test_beside_an_exercise_there_is_no_second_rating(desk: Desk) -> None:
    """The exercise has its own; alone, a rating is nothing to keep there."""
    sitting = uuid4()

    page = desk.diary.check_in(Said(Mood(5), ("calm",)), sitting=sitting)

    assert page is not None
    assert (page.sitting, page.mood, page.words) == (sitting, Mood(), ("calm",))
    assert desk.diary.check_in(Said(Mood(5)), sitting=sitting) is None


def test_several_on_a_day_are_several(desk: Desk) -> None:
    """None takes another's place."""
    first = desk.said(note="morning")
    desk.wall.advance(hours=3)
    second = desk.said(note="noon")

    assert desk.on_disk == (first, second)


def test_an_earlier_time_is_the_one_on_the_persons_clock(desk: Desk) -> None:
    """Yesterday at nine in the evening, where the person is."""
    desk.wall.travel(timezone(timedelta(hours=-5)))

    moment = desk.diary.moment(date(2026, 3, 1), time(21))
    page = desk.diary.check_in(Said(note="late"), moment)

    assert page is not None
    assert page.at.local == datetime(2026, 3, 1, 21, tzinfo=desk.wall().tzinfo)
    assert page.at.day == date(2026, 3, 1)
    assert page.changed == desk.wall()


@pytest.mark.parametrize(("minute", "has_come"), [(29, True), (30, True), (31, False)])
def test_a_time_that_lies_ahead_is_no_moment_yet(desk: Desk, minute: int, has_come: bool) -> None:
    """It is 9:30 by the clock."""
    assert (desk.diary.moment(MONDAY, time(9, minute)) is not None) is has_come


# ---------------------------------------------------------------- words as they are kept
def test_words_are_kept_once_and_in_order() -> None:
    """Capitals and spaces make no other word; the first writing of it stays."""
    assert each_once(["Let  down", " torn ", "let down", "", "TORN"]) == ("Let down", "torn")


def test_too_many_and_too_long_are_cut_where_the_page_ends(desk: Desk) -> None:
    """At the limit all is kept, above it the rest is left out."""
    page = desk.said(
        words=tuple(f"w{n}" for n in range(MOST_WORDS + 1)),
        tags=("x" * LONGEST_WORD, "y" * (LONGEST_WORD + 1)),
        note="n" * (LONGEST_NOTE + 1),
    )

    assert len(page.words) == MOST_WORDS
    assert page.tags == ("x" * LONGEST_WORD, "y" * LONGEST_WORD)
    assert len(page.note) == LONGEST_NOTE


@given(st.lists(st.text()))
def test_whatever_is_written_is_kept_as_plain_words(words: list[str]) -> None:
    """No line break, no sign unseen, and cleaning twice changes nothing."""
    kept = each_once(words)

    assert all(word.isprintable() and word == word.strip() and word for word in kept)
    assert each_once(kept) == kept


def test_own_words_and_tags_are_offered_the_latest_first() -> None:
    """Those of the list are offered anyhow; deleted pages are not among those read."""
    early = checked_in(when=at(1), words=("torn", "like wet sand"), tags=("work", "Ann"))
    late = checked_in(when=at(2), words=("Scared", "foggy"), tags=("ann", "bus"))

    assert own_words((late, looked_back(), early), ["scared", "torn"]) == ("foggy", "like wet sand")
    assert own_tags((early, late)) == ("bus", "ann", "work")


# ---------------------------------------------------------------- changing and deleting
def test_a_changed_page_stays_the_same_page(desk: Desk) -> None:
    """Its moment too, unless another is said, though the clock stands still."""
    page = desk.said(mood=Mood(6), note="first")

    changed = desk.diary.change(page, Said(Mood(4), note="second"))

    assert changed is not None
    assert (changed.id, changed.at) == (page.id, page.at)
    assert desk.on_disk == (changed,)
    moved = desk.diary.change(changed, Said(note="third"), desk.diary.moment(MONDAY, time(8)))
    assert desk.on_disk == (moved,)
    assert moved is not None
    assert moved.at.local.hour == 8


def test_a_page_cannot_be_changed_to_nothing(desk: Desk) -> None:
    """Emptying is deleting, and that has an undo."""
    page = desk.said(note="first")

    assert desk.diary.change(page, Said()) is None
    assert desk.on_disk == (page,)


@pytest.mark.parametrize("back", [0, 86_400])
def test_deleting_and_undoing_hold_though_the_clock_goes_back(desk: Desk, back: int) -> None:
    """The last thing that was done is what is true."""
    page = desk.said(note="keep me")
    desk.wall.advance(seconds=-back)

    desk.diary.take_out(page)
    assert not desk.on_disk
    again = desk.diary.put_back(page)

    assert desk.on_disk == (again,)
    assert isinstance(again, CheckIn)
    assert (again.note, again.at) == (page.note, page.at)
    desk.diary.take_out(again)
    assert not desk.on_disk


# ---------------------------------------------------------------- looking back
def test_a_look_back_keeps_what_was_answered(desk: Desk) -> None:
    """Questions without an answer are left out."""
    page = desk.diary.look_back(
        MONDAY, Mood(security=0), [(STOOD_OUT, " "), (KIND_MOMENT, " She waited. ")]
    )

    assert isinstance(page, LookBack)
    assert desk.on_disk == (page,)
    assert page.answers == ((KIND_MOMENT, "She waited."),)
    assert (page.week, page.mood.security) == (MONDAY, 0)
    changed = desk.diary.look_back(date(2026, 3, 9), Mood(), [(STOOD_OUT, "Snow")], page)
    assert desk.on_disk == (changed,)
    assert changed is not None
    assert (changed.id, changed.week) == (page.id, MONDAY)


def test_an_empty_look_back_is_not_kept(desk: Desk) -> None:
    """All of it can be left out, and then there is none."""
    assert desk.diary.look_back(MONDAY, Mood(), [(STOOD_OUT, "\n")]) is None
    assert desk.on_disk == ()


# ---------------------------------------------------------------- when the disk refuses
def test_what_the_disk_refused_is_shown_and_written_with_the_next(desk: Desk) -> None:
    """Nothing that was entered is lost while the app stays open."""
    desk.journal.is_full = True
    with pytest.raises(NotSavedError):
        desk.diary.check_in(Said(note="first"))
    assert desk.diary.has_unsaved
    assert desk.diary.latest is not None
    assert [page.id for page in desk.diary.pages()] == [desk.diary.latest.id]
    assert desk.on_disk == ()

    desk.journal.is_full = False
    desk.said(note="second")

    assert desk.notes == {"first", "second"}
    assert not desk.diary.has_unsaved


def test_a_deletion_that_was_refused_holds_and_can_be_tried_again(desk: Desk) -> None:
    """On disk it is still there; nobody is shown it."""
    page = desk.said(note="secret")
    desk.journal.is_full = True
    with pytest.raises(NotSavedError):
        desk.diary.take_out(page)
    assert desk.diary.pages() == ()
    with pytest.raises(NotSavedError):
        desk.diary.save_again()
    assert desk.diary.has_unsaved

    desk.journal.is_full = False
    desk.diary.save_again()

    assert desk.on_disk == ()
    assert not desk.diary.has_unsaved


@given(st.lists(st.sampled_from(["say", "change", "delete", "undo", "fill", "free", "back"])))
def test_whatever_is_done_the_last_of_it_is_what_is_read(deeds: list[str]) -> None:
    """Through full disks and clocks set back, the diary reads as the person left it."""
    desk = Desk()
    for number, deed in enumerate(deeds):
        pages = [page for page in desk.diary.pages() if isinstance(page, CheckIn)]
        last = pages[-1] if pages else None
        try:
            desk.do(deed, number, last)
        except NotSavedError:
            assert desk.journal.is_full
        desk.journal.is_full = {"fill": True, "free": False}.get(deed, desk.journal.is_full)
        desk.wall.advance(hours=-1 if deed == "back" else 0)
        if deed == "say" or (deed == "change" and last is not None):
            assert str(number) in desk.notes
        if deed == "delete" and last is not None:
            assert last.id not in {page.id for page in desk.diary.pages()}
    desk.journal.is_full = False
    desk.diary.save_again()
    assert desk.on_disk == desk.diary.pages()
    assert all(page.changed.tzinfo is UTC for page in desk.on_disk)


# ---------------------------------------------------------------- own words
def test_a_word_is_kept_changed_taken_out_and_had_back() -> None:
    """Each holds at once; what is empty is taken out."""
    desk = Desk()

    desk.diary.keep_word("anchor", " my feet\0 ")
    assert desk.journal.words() == {"anchor": "my feet"}
    desk.diary.keep_word("anchor", "my hands")
    assert desk.journal.words() == {"anchor": "my hands"}
    gone = desk.diary.held()["anchor"]
    desk.diary.keep_word("anchor", " ", gone)
    assert desk.journal.words() == {}
    desk.diary.keep_word("anchor", gone.text)
    assert desk.journal.words() == {"anchor": "my hands"}


def test_a_clock_that_was_set_back_takes_out_all_the_same() -> None:
    """The answer seems to be of tomorrow; who takes it out means that one."""
    desk = Desk()
    begun = started(when=at(2 * 24 * 60))
    answer = answered(begun, "my aunt", at(2 * 24 * 60 + 1), "safe_person")
    desk.journal.add([begun, answer])
    assert answer.at.at > desk.wall()

    desk.diary.keep_word("safe_person", "", desk.diary.held()["safe_person"])

    assert desk.diary.held() == {}


def test_a_word_that_the_disk_refused_holds_and_is_written_later() -> None:
    """Also that something was taken out: nobody is told it again meanwhile."""
    desk = Desk()
    desk.diary.keep_word("safe_person", "my aunt")
    held = desk.diary.held()
    desk.journal.is_full = True

    with pytest.raises(NotSavedError):
        desk.diary.keep_word("safe_person", "", held["safe_person"])
    assert desk.diary.held() == {}
    assert desk.journal.words() == {"safe_person": "my aunt"}

    desk.journal.is_full = False
    desk.diary.save_again()
    assert desk.journal.words() == {}
