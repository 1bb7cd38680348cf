"""The chart in words."""

from datetime import date, timedelta

from attachcalm.insight.period import ALL_TIME, THIRTY_DAYS, Period
from attachcalm.insight.selection import Wish, select
from attachcalm.insight.series import Series, series_of
from attachcalm.insight.summary import summary_of
from attachcalm.insight.twin import Twin, several_words, stick_words, twin_of
from attachcalm.journal.entry import Ending, Entry
from tests.insight.records import FIRST, daily, flat, sitting

TODAY = date(2025, 11, 30)


def whole(entries: list[Entry], period: Period = THIRTY_DAYS) -> Series:
    """Return the series of a period up to 30 November 2025."""
    return series_of(select(flat(*entries), (), Wish(period), TODAY))


def told(entries: list[Entry], period: Period = THIRTY_DAYS) -> Twin:
    """Return the twin of these entries."""
    series = whole(entries, period)
    return twin_of(series, summary_of(series))


def test_the_headline_counts_every_way_it_went() -> None:
    """Lower, the same and higher are told alike."""
    twin = told(daily((7, 5), (7, 5), (6, 6), (4, 5)))

    assert twin.headline == (
        "After practice in the last 30 days, "
        "ratings were lower twice, the same once and higher once."
    )


def test_the_headline_waits_for_three_pairs() -> None:
    """Before that it is too early to tell, and it says what is missing."""
    assert told(daily((7, 5))).headline == (
        "Too early to tell: what is typical shows when you rate before and after 2 more times."
    )
    assert told(daily((7, 5), (6, 6))).headline.endswith("before and after one more time.")


def test_nothing_recorded_is_said_as_it_is() -> None:
    """Each period in its own words."""
    assert told([]).headline == "Nothing is recorded in the last 30 days."
    assert told([], Period(1)).headline == "Nothing is recorded today."
    assert told([], ALL_TIME).headline == "Nothing is recorded so far."
    assert told([]).lines == ()


def test_the_headline_owns_up_to_missing_ratings() -> None:
    """With fewer than 70 % rated after, the count stands beside the claim."""
    twin = told(daily((7, 5), (7, 5), (7, 5), (7, None), (7, None)))

    assert twin.headline.endswith("higher 0 times (only 3 of 5 rated afterwards).")
    assert "Twice there is no rating after." in twin.paragraph
    assert "the share that ended lower is 60 % to 100 %" in twin.paragraph


def test_the_paragraph_says_what_the_chart_shows() -> None:
    """Scale, n, ranges, typical change, shares with intervals, usual levels and the caveat."""
    before, after = (8, 7, 6, 9, 5, 7, 4, 8), (5, 6, 6, 6, 6, 4, 3, 7)

    paragraph = told(daily(*zip(before, after, strict=True))).paragraph

    for part in (
        "from 0 (none) to 10 (as much as can be), in the last 30 days.",
        "You practised 8 times on 8 days, typically for 5 minutes (middle half all 5, n = 8); ",
        "8 times with a rating before and after.",
        "Ratings before are from 4 to 9. Ratings after are from 3 to 7.",
        "The typical change is 1 lower (middle half 3 lower to 0.8 lower, n = 8).",
        "Of the 8 times that began at 2 or more, 6 ended lower (75 %, plausibly 41 % to 93 %), ",
        "%), 3 by 2 or more (38 %, plausibly 14 % to 69 %).",
        "The latest usual levels are 7 before and 6 after (medians of up to 7 times).",
        "so some of a fall would come by itself.",
    ):
        assert part in paragraph


def test_too_early_makes_no_claim_in_the_paragraph_either() -> None:
    """No typical change, no share, no usual level."""
    paragraph = told(daily((7, 5), (6, 4))).paragraph

    assert "It is too early to tell what is typical." in paragraph
    assert "%" not in paragraph
    assert "usual" not in paragraph


def test_lines_tell_the_latest_first_with_the_gap_between() -> None:
    """A gap is told where it lies."""
    entries = [
        sitting(0, FIRST, 7, 5),
        sitting(1, FIRST + timedelta(days=20), 6, None, ending=Ending.STOPPED),
        sitting(2, FIRST + timedelta(days=20, hours=2), None, 3),
    ]

    assert told(entries).lines == (
        "21 November 2025, Five senses: 3 after, not rated before.",
        "21 November 2025, Five senses: 6 before, stopped early and not rated after.",
        "Nothing is rated between 1 November 2025 and 21 November 2025 (19 days).",
        "1 November 2025, Five senses: 7 before, 5 after, 2 lower.",
    )
    assert "more than a week in 1 gap." in told(entries).paragraph


def test_lines_are_the_ten_latest() -> None:
    """More would be a wall of words; the table has them all."""
    twin = told(daily(*[(7, 5)] * 25))

    assert len(twin.lines) == 10
    assert twin.lines[0].startswith("25 November")
    assert twin.text.splitlines() == [twin.headline, twin.paragraph, *twin.lines]


def test_a_stick_in_words() -> None:
    """Equal ratings are no change, and 0 is said."""
    (stick,) = whole(daily((0, 0))).sticks

    assert stick_words(stick) == "1 November 2025, Five senses: 0 before, 0 after, no change."


def test_several_sittings_in_words() -> None:
    """What is drawn as one is told as one, with its days."""
    first, last = date(2025, 11, 1), date(2025, 11, 7)

    assert several_words((first, last), 9, 7, 3.5) == (
        "1 November 2025 to 7 November 2025, 9 times: usually 7 before, usually 3.5 after."
    )
    assert several_words((first, first), 2, None, 4) == (
        "1 November 2025, twice: not rated before, usually 4 after."
    )
