"""The CSV of ratings: one a line, as any spreadsheet reads it."""

import csv
from dataclasses import replace
from io import StringIO

from hypothesis import HealthCheck, given, settings

from attachcalm.journal.mood import Mood
from attachcalm.journal.page import taken_out
from attachcalm.journal.whole import Whole
from attachcalm.records.csv_out import COLUMNS, csv_pieces
from tests.fakes.facts import at, checked_in, ended, looked_back, rated, scored, started
from tests.records.journals import wholes

Lines = list[dict[str, str]]


def lines_of(whole: Whole) -> Lines:
    """What a program reads that knows CSV."""
    content = b"".join(csv_pieces(whole))
    assert content.startswith(b"\xef\xbb\xbfkind,"), "Excel knows UTF-8 by its mark only"
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def ratings(lines: Lines) -> list[tuple[str, str, str]]:
    """Kind, label and value of each line."""
    return [(line["kind"], line["label"], line["value"]) for line in lines]


def test_zero_is_zero_and_skipped_is_an_empty_cell() -> None:
    """Distress 0 is a rating; energy was skipped; felt security was not asked."""
    begun = started(before=Mood(distress=0))
    lines = lines_of(Whole((begun, ended(begun), rated(begun, Mood(-0, -4, 10)))))

    assert ratings(lines) == [
        ("before", "distress", "0"),
        ("before", "energy", ""),
        ("after", "distress", "0"),
        ("after", "energy", "-4"),
        ("after", "felt security", "10"),
    ]


def test_a_sitting_that_never_came_to_the_rating_after_has_no_line_for_it() -> None:
    """Only what was asked can have been skipped."""
    begun = started(before=None)

    assert ratings(lines_of(Whole((begun,)))) == [
        ("before", "distress", ""),
        ("before", "energy", ""),
    ]
    assert len(lines_of(Whole((begun, rated(begun, None))))) == 4


def test_each_line_says_when_where_and_of_what() -> None:
    """The wall clock there and then, the scale, the exercise and the name of the sitting."""
    begun = started(when=at(0, offset=-660), before=Mood(7, 2))

    line = lines_of(Whole((begun,)))[1]

    assert line == {
        "kind": "before", "local_time": "2026-03-01 22:30:00", "utc_offset_minutes": "-660",
        "label": "energy", "value": "2", "scale_low": "-4", "scale_high": "4", "unit": "points",
        "exercise": "Longer out than in", "exercise_id": "long-out", "version": "full",
        "group": "breathing", "sitting": str(begun.sitting), "page": "",
    }  # fmt: skip


def test_pages_have_lines_of_their_own_unless_they_were_taken_out() -> None:
    """A check-in, a score, a look-back; what says more of a sitting counts once."""
    begun = started(before=Mood(5, 0))
    check, more = checked_in(Mood(3, None)), checked_in(of=begun)
    score = scored(answers=(0, None), values=(("total", 3.5),))
    back = looked_back(mood=Mood(security=0))
    gone = taken_out(checked_in(Mood(9)), at(99).at)

    lines = lines_of(Whole((begun,), (), (check, more, score, back, gone)))[2:]

    assert ratings(lines) == [
        ("check-in", "distress", "3"),
        ("check-in", "energy", ""),
        ("score", "GAD-7, total", "3.5"),
        ("score", "GAD-7, item 1", "0"),
        ("score", "GAD-7, item 2", ""),
        ("look-back", "felt security", "0"),
    ]
    assert [line["page"] for line in lines[::2]] == [str(check.id), str(score.id), str(score.id)]


def test_no_cell_is_a_formula() -> None:
    """Titles and ids come from files that anybody can write."""
    attacks = [
        "=cmd|'/c calc'!A1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uff1d1",
        "\0=1",
    ]
    for attack in attacks:
        begun = replace(started(title=attack), exercise_id=attack, version_id=attack, group=attack)
        score = replace(scored(values=((attack, 1.0),)), title=attack)
        for line in lines_of(Whole((begun,), (), (score,))):
            for name, cell in line.items():
                is_number = name in ("value", "utc_offset_minutes", "scale_low")
                assert is_number or cell[:1] not in list("=+-@\t\r\n\uff1d\0"), (name, cell)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(wholes)
def test_any_journal_makes_lines_of_the_same_columns(whole: Whole) -> None:
    """Whatever texts are in it."""
    content = b"".join(csv_pieces(whole)).decode("utf-8-sig")

    heads, *lines = csv.reader(StringIO(content, newline=""))

    assert tuple(heads) == COLUMNS
    assert {len(line) for line in lines} <= {len(COLUMNS)}
