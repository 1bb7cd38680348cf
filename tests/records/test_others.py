"""CSV files of Daylio, Track & Graph and Loop Habit Tracker: what becomes of their lines."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from attachcalm.journal.book import MemoryJournal
from attachcalm.journal.mood import Mood
from attachcalm.journal.page import CheckIn, Page, taken_out, written_again
from attachcalm.journal.whole import Whole
from attachcalm.records.choices import Choices, Found, Role
from attachcalm.records.coming import Coming, read_csv
from attachcalm.records.foreign_csv import csv_of
from attachcalm.records.news import news_of
from attachcalm.records.refused import RefusedError
from attachcalm.records.sentences import added_line, preview_lines
from attachcalm.records.times import Here, time_of

DAYLIO = """full_date,date,weekday,time,mood,activities,note_title,note
2024-01-05,January 5,Friday,11:54 pm,awful,"bad sleep | work","","=1+1, <b>hard</b><br>day"
2024-01-04,January 4,Thursday,13:48,rad,"",Walk,"with Anna"
2024-01-04,January 4,Thursday,08:00,meh,"","",""
2024-01-03,January 3,Wednesday,12:00 am,happy,"","",""
"""
TRACKS = """FeatureName,Timestamp,Value,Label,Note
Distress,2022-09-14T21:30:41.432+01:00,7.0,work,hard
Distress,2022-09-14T12:55:37.508Z,0.0,,
Sleep,2022-09-14T07:00:00+01:00,8:30:00,,
Mood,2022-09-15T07:00:00+01:00,3,,
"""
LOOP = """Date,Walk,Distress,Read,
2026-05-09,YES_MANUAL,7000,YES_AUTO,
2026-05-08,NO,NO,YES_MANUAL,
2026-05-07,SKIP,UNKNOWN,UNKNOWN,
"""
BERLIN, NEW_YORK = timezone(timedelta(hours=1)), timezone(timedelta(hours=-5))


def on_the_wall(zone: timezone) -> Here:
    """A computer that stands in this zone."""
    return lambda at: at.replace(tzinfo=zone)


def read(
    text: str, choices: Choices | None = None, zone: timezone = BERLIN, folder: str = ""
) -> Coming:
    """What comes of the file."""
    file = csv_of(text.encode())
    return read_csv(file, choices or Choices(), on_the_wall(zone), folder)


def pages(coming: Coming) -> list[CheckIn]:
    """The check-ins, oldest first."""
    told = [page for page in coming.whole.pages if isinstance(page, CheckIn)]
    assert len(told) == len(coming.whole.pages)
    return sorted(told, key=lambda page: page.at.at)


# ---------------------------------------------------------------- Daylio
def test_a_daylio_entry_is_a_check_in() -> None:
    """Its mood is distress, its activities are tags, title and note are the note, in plain text."""
    meh, rad, awful = pages(read(DAYLIO))

    assert [page.mood for page in (rad, meh, awful)] == [Mood(0), Mood(5), Mood(10)]
    assert awful.tags == ("bad sleep", "work")
    assert awful.note == "=1+1, hard\nday"
    assert rad.note == "Walk\n\nwith Anna"
    assert awful.at.local.replace(tzinfo=None) == datetime(2024, 1, 5, 23, 54)  # noqa: DTZ001
    assert awful.at.offset_minutes == 60


def test_a_mood_of_the_persons_own_waits_until_they_say_how_much_it_is() -> None:
    """Nothing is guessed; 0 is an answer; a mood can be left out on purpose."""
    first = read(DAYLIO)
    assert Found("happy", 1, None) in first.found
    assert "happy (1 line)" in " ".join(preview_lines(first, news_of(first.whole, Whole())))

    said = read(DAYLIO, Choices(moods={"happy": 0, "awful": None}))

    assert [page.mood.distress for page in pages(said)] == [0, 5, 0]
    assert pages(said)[0].at.day == date(2024, 1, 3)
    assert Found("awful", 1, None) in said.found


@pytest.mark.parametrize(
    ("told", "hour"),
    [("13:48", 13), ("1:48 pm", 13), ("1:48\u202fPM", 13), ("12:00 am", 0), ("12:00 pm", 12),
     ("8.30 p.m.", 20), ("08:30:59", 8), ("24:00", None), ("13:00 pm", None), ("0:10 am", None),
     ("9:60", None), ("noon", None), ("", None), ("٣:٣٠", None)],
)  # fmt: skip
def test_times_are_read_as_daylio_writes_them(told: str, hour: int | None) -> None:
    """With 24 or 12 hours, and what never was is no time."""
    read_as = time_of(told)

    assert (read_as and read_as.hour) == hour


# ---------------------------------------------------------------- Track & Graph
def test_only_trackers_that_are_ratings_are_taken() -> None:
    """By their name, or because the person says so; the rest is said to be left out."""
    first = read(TRACKS)

    assert [page.mood for page in pages(first)] == [Mood(0), Mood(7)]
    assert pages(first)[1].tags == ("work",)
    assert pages(first)[1].note == "hard"
    assert pages(first)[1].at.offset_minutes == 60
    assert "Sleep (1 line) and Mood (1 line)" in " ".join(
        preview_lines(first, news_of(first.whole, Whole()))
    )
    turned = read(TRACKS, Choices(columns={"Mood": Role.TURNED, "Distress": Role.SECURITY}))
    assert [page.mood for page in pages(turned)] == [Mood(security=0), Mood(security=7), Mood(7)]


def test_older_files_carry_the_label_in_the_value() -> None:
    """And have no columns for label and note."""
    (page,) = pages(read("FeatureName,Timestamp,Value\nstress,2022-09-14T07:00:00Z,4.0:work\n"))

    assert (page.mood, page.tags, page.note) == (Mood(4), ("work",), "")


@pytest.mark.parametrize(
    ("value", "distress"),
    [("0", 0), ("10.0", 10), ("1e1", 10), ("-0.0", 0), ("-1", None), ("11", None), ("7.5", None),
     ("nan", None), ("inf", None), ("", None), ("1:10:00", None), ("4:00:00:a", None),
     ("9" * 400, None)],
)  # fmt: skip
def test_a_rating_is_a_whole_number_on_its_scale(value: str, distress: int | None) -> None:
    """Anything else is no rating, and is not rounded to one."""
    coming = read(f"FeatureName,Timestamp,Value\nstress,2022-09-14T07:00:00Z,{value}\n")

    assert [page.mood.distress for page in pages(coming)] == (
        [] if distress is None else [distress]
    )
    assert coming.faults.count == (1 if distress is None else 0)


# ---------------------------------------------------------------- Loop
def test_habits_of_yes_or_no_are_tags_and_those_of_numbers_can_be_ratings() -> None:
    """Thousandths are whole numbers; in a habit of numbers NO is its 0; unknown is nothing."""
    coming = read(LOOP)

    told = [(page.at.day.day, page.mood, page.tags) for page in pages(coming)]
    assert sorted(told, key=str) == [
        (8, Mood(0), ()),
        (8, Mood(), ("Read",)),
        (9, Mood(7), ()),
        (9, Mood(), ("Walk",)),
    ]
    assert {page.at.local.hour for page in pages(coming)} == {12}


def test_the_file_of_one_habit_goes_by_the_folder_it_lies_in() -> None:
    """As Loop names it: a number and the habit."""
    text = "Date,Value,Notes\n2026-05-09,3000,at work\n"

    (page,) = pages(read(text, folder="001 Stress"))

    assert (page.mood, page.note) == (Mood(3), "at work")
    assert read(text, folder="002 Water").found == (Found("Water", 1, Role.OUT),)


def test_what_is_marked_later_on_the_same_day_is_added_by_the_next_export() -> None:
    """A later export of a day holds; an older one that comes late does not."""
    earlier = "Date,Walk,Read,\n2026-05-09,YES_MANUAL,UNKNOWN,\n"
    later = "Date,Walk,Read,\n2026-05-09,YES_MANUAL,YES_MANUAL,\n"
    journal = MemoryJournal()

    for text in (earlier, later, earlier):
        journal.take_in(read(text).whole)

    assert [page.tags for page in journal.pages() if isinstance(page, CheckIn)] == [
        ("Walk", "Read")
    ]


@pytest.mark.parametrize(
    "text", ["Date,Score\n2026-05-09,0.5423\n", "Date,Walk,\n2026-05-09,0.5423,\n"]
)
def test_how_strong_habits_are_is_no_rating(text: str) -> None:
    """Scores.csv looks much like Checkmarks.csv."""
    with pytest.raises(RefusedError, match=r"Checkmarks\.csv"):
        read(text)


# ---------------------------------------------------------------- all of them
@pytest.mark.parametrize("text", [DAYLIO, TRACKS, LOOP])
def test_a_file_that_is_taken_in_twice_adds_nothing_the_second_time(text: str) -> None:
    """Not even on a laptop that has moved to another zone, with the lines in another order."""
    journal = MemoryJournal()
    journal.take_in(read(text).whole)
    before = journal.whole()
    head, *lines = text.splitlines()

    for again in (text, "\n".join([head, *reversed(lines)])):
        news = news_of(read(again, zone=NEW_YORK).whole, journal.whole())
        assert news.is_empty
        journal.take_in(read(again, zone=NEW_YORK).whole)

    assert journal.whole() == before


@pytest.mark.parametrize("text", [DAYLIO, TRACKS, LOOP])
def test_what_was_taken_out_here_stays_out(text: str) -> None:
    """Even if it was taken out within the hour in which it was written, anywhere on earth."""
    journal = MemoryJournal()
    for zone in (BERLIN, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))):
        coming = read(text, zone=zone)
        journal.take_in(coming.whole)
        out: list[Page] = [taken_out(page, page.at.at) for page in journal.pages()]
        journal.keep(out)
        assert journal.pages() == ()
        assert news_of(coming.whole, journal.whole()).is_empty


def test_lines_that_cannot_be_read_are_counted_and_named() -> None:
    """By the line at which they begin, also below a note of several lines."""
    text = (
        "full_date,date,weekday,time,mood,activities,note_title,note\n"
        '2024-01-05,,,13:00,rad,,,"two\nlines"\n'
        "2024-02-30,,,13:00,rad,,,\n"
        "\n"
        "2024-01-05,,,25:00,rad,,,\n"
        "2024-01-05,13:00,rad\n"
        f"2024-01-06,,,13:00,rad,,,{'x' * 20_001}\n"
    )

    coming = read(text)

    assert len(pages(coming)) == 1
    assert coming.faults.count == 4
    assert [fault.split(":")[0] for fault in coming.faults.first] == [
        "line 4", "line 6", "line 7", "line 8",
    ]  # fmt: skip
    told = preview_lines(coming, news_of(coming.whole, Whole()))
    assert told[0] == "A CSV of Daylio."
    assert told[1] == "It adds 1 rating and 1 check-in of 5 January 2024."
    assert told[2].startswith("4 lines cannot be read and would be left out: line 4: its day")


def test_the_preview_says_from_when_to_when() -> None:
    """And afterwards what was added, or that nothing was."""
    coming = read(DAYLIO)
    news = news_of(coming.whole, Whole())

    assert preview_lines(coming, news)[1] == (
        "It adds 3 ratings and 3 check-ins from 4 January 2024 to 5 January 2024."
    )
    assert (
        added_line(news) == "Added 3 ratings and 3 check-ins from 4 January 2024 to 5 January 2024."
    )
    again = news_of(coming.whole, coming.whole)
    assert preview_lines(coming, again)[1] == "All of it is in your journal already."
    assert added_line(again) == "Nothing was added: all of it was in your journal already."
    later = datetime(2027, 1, 1, tzinfo=UTC)
    newer = news_of(Whole(pages=(written_again(coming.whole.pages[0], later),)), coming.whole)
    assert "written again later" in preview_lines(coming, newer)[1]


def test_a_sheet_of_something_else_is_refused_with_what_would_be_right(tmp_path: Path) -> None:
    """A bank's CSV is nobody's mood."""
    for text in ("Date,Amount\n2026-05-09,-12.50\n", "name,age\nAnna,7\n", "Date\n2026-05-09\n"):
        with pytest.raises(RefusedError, match="Daylio, Track & Graph, or Loop"):
            read(text)
