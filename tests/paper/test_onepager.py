"""The session page and the fuller report: what stands on them, and what does not."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from attachcalm.insight.period import ALL_TIME, Period
from attachcalm.journal.book import MemoryJournal
from attachcalm.journal.entry import Ended, Ending, RatedAfter, Started
from attachcalm.journal.mood import Moment, Mood
from attachcalm.journal.page import LookBack, Page, Score
from attachcalm.journal.remark import Remark, RemarkKind
from attachcalm.measures.shelf import load
from attachcalm.paper.document import Document
from attachcalm.paper.full_report import full_report
from attachcalm.paper.material import Material, material_of
from attachcalm.paper.onepager import UNASKED, Choice, Section, one_pager
from tests.fakes.facts import checked_in
from tests.insight.records import FIRST

TODAY = date(2025, 11, 30)
EVERYTHING = frozenset(Section)


def moment(ago: int) -> Moment:
    """Nine in the morning, so many days before today."""
    return Moment.of(FIRST.replace(day=30) - timedelta(days=ago))


def journal(*pages: Page) -> MemoryJournal:
    """Sittings of 3, 20 and 40 days ago, and these pages."""
    kept = MemoryJournal()
    for number, ago in enumerate((3, 20, 40)):
        began = Started(
            UUID(int=number), moment(ago), "long-out", f"Out {ago}", "breathing", "full", "r",
            Mood(8, -3, 4),
        )  # fmt: skip
        kept.add([
            began, Ended(began.sitting, moment(ago), Ending.FINISHED, 180_000),
            RatedAfter(began.sitting, moment(ago), Mood(5, -1, 6)),
        ])  # fmt: skip
    kept.keep(pages)
    return kept


def material(kept: MemoryJournal, weeks: int = 2) -> Material:
    """The last weeks of it."""
    return material_of(kept, Period(weeks * 7), TODAY)


def text_of(document: Document) -> str:
    """Every word on the page."""
    told = [document.title, document.subtitle, document.foot]
    for part in document.parts:
        told += [part.heading, *part.sentences, *part.bullets]
        if part.table is not None:
            told += [cell for line in part.table.lines for cell in line]
    return "\n".join(told)


def headings(document: Document) -> list[str]:
    """The headings, in order."""
    return [part.heading for part in document.parts]


@pytest.mark.parametrize(("weeks", "times"), [(2, "once on 1 day"), (4, "twice on 2 days")])
def test_only_the_weeks_that_were_chosen_are_on_it(weeks: int, times: str) -> None:
    """A sitting of 20 days ago is in four weeks, one of 40 in neither."""
    document = one_pager(material(journal(), weeks), Choice(weeks))

    assert times in text_of(document)
    assert f"The last {weeks} weeks" in document.title
    assert "Out 40" not in text_of(document)


def test_notes_and_look_backs_are_not_on_it_unasked() -> None:
    """What a person wrote for themselves is theirs until they say so."""
    pages: list[Page] = [
        replace(checked_in(note="secret note"), at=moment(1)),
        LookBack(UUID(int=9), moment(1), moment(1).at, TODAY, answers=(("kind", "secret kind"),)),
    ]
    told = material(journal(*pages))

    assert "secret" not in text_of(one_pager(told, Choice()))
    shown = text_of(one_pager(told, Choice(shown=EVERYTHING)))
    assert "secret note" in shown
    assert "secret kind" in shown
    assert Section.NOTES not in UNASKED
    assert Section.LOOK_BACK not in UNASKED


@pytest.mark.parametrize("section", Section)
def test_a_section_that_is_left_out_is_nowhere_on_the_page(section: Section) -> None:
    """And every other stays."""
    kept = journal(
        replace(checked_in(words=("tense",), tags=("work",), note="noted"), at=moment(1)),
        Score(UUID(int=8), moment(1), moment(1).at, "gad-7", "GAD-7", values=(("total", 9.0),)),
        LookBack(UUID(int=9), moment(1), moment(1).at, TODAY, answers=(("kind", "She rang."),)),
    )
    kept.add([Remark(UUID(int=7), moment(1), RemarkKind.SIDE_EFFECT, text="dizzy")])
    told = material(kept)
    topics = ("The mornings",)

    whole = one_pager(told, Choice(shown=EVERYTHING, topics=topics))
    without = one_pager(told, Choice(shown=EVERYTHING - {section}, topics=topics))

    assert len(whole.parts) == len(Section)
    assert len(set(headings(whole)) - set(headings(without))) == 1
    assert set(headings(without)) < set(headings(whole))


def test_topics_come_first_and_are_as_they_were_written() -> None:
    """Three at most, the empty ones left out."""
    document = one_pager(material(journal()), Choice(topics=("One #1", "  ", "Two *b*", "x", "y")))

    assert document.parts[0].bullets == ("One #1", "Two *b*", "x")


def test_an_empty_time_makes_a_page_that_says_so() -> None:
    """No chart of nothing, no claim."""
    document = one_pager(material(MemoryJournal()), Choice())

    assert headings(document) == ["Practice"]
    assert "nothing was recorded" in text_of(document)


def test_a_measure_stands_beside_its_last_score_before() -> None:
    """So that a change can be seen; older ones are not on the page."""
    scores = [
        Score(UUID(int=ago), moment(ago), moment(ago).at, "gad-7", "GAD-7",
              values=(("total", float(ago)),))
        for ago in (60, 30, 5)
    ]  # fmt: skip

    document = one_pager(material(journal(*scores)), Choice())

    (part,) = [part for part in document.parts if part.heading == "Measures"]
    assert part.bullets == ("GAD-7: 31 October 2025: total 30; 25 November 2025: total 5.",)


def test_the_fuller_report_holds_every_view_every_sitting_and_the_rules() -> None:
    """Notes only where they are wanted."""
    kept = journal(replace(checked_in(note="secret"), at=moment(1)))
    told = material_of(kept, ALL_TIME, TODAY)

    plain, noted = full_report(told), full_report(told, "K.", notes=True)

    assert "Out 40" in text_of(plain)
    assert "R1: 0 of 3 sittings" in text_of(plain)
    assert {"Before and after each time", "Change by exercise", "Calendar"} <= set(headings(plain))
    assert "secret" not in text_of(plain)
    assert "secret" in text_of(noted)
    assert noted.title.endswith(": K.")
    assert plain.subtitle == "21 October 2025 to 30 November 2025"


@pytest.mark.parametrize(("later", "is_told"), [(12, False), (13, False), (14, True), (15, True)])
def test_a_measure_that_worsened_by_more_than_chance_is_noted_for_the_therapist(
    resources: Path, later: int, is_told: bool
) -> None:
    """R4: GAD-7 from 10, by its published 4 points; in the report only."""
    scores = [
        Score(UUID(int=ago), moment(ago), moment(ago).at, "gad-7", "GAD-7",
              values=(("Total", float(value)),))
        for ago, value in ((30, 10), (5, later))
    ]  # fmt: skip
    kept = journal(*scores)
    measures = load([resources / "measures"]).measures

    report = full_report(material_of(kept, ALL_TIME, TODAY), "", measures)

    assert ("R4: GAD-7 went from 10" in text_of(report)) is is_told
    assert "R4" not in text_of(one_pager(material(kept), Choice(shown=EVERYTHING)))


def test_the_order_of_facts_does_not_change_the_page() -> None:
    """Two copies of one journal make one page."""
    kept = journal()
    turned = MemoryJournal()
    turned._facts = kept._facts[::-1]

    assert one_pager(material(kept), Choice()) == one_pager(material(turned), Choice())


def test_days_are_the_persons_own() -> None:
    """Late in the evening far west of Greenwich it is still the day before."""
    late = Moment(datetime.fromisoformat("2025-11-17T05:00:00+00:00"), -600)
    page = replace(checked_in(words=("tense",)), at=late)

    assert "tense" not in text_of(one_pager(material(journal(page)), Choice()))


def with_exercises(count: int) -> MemoryJournal:
    """So many exercises, each rated before and after once, a day apart."""
    kept = MemoryJournal()
    for number in range(count):
        began = Started(
            UUID(int=number), moment(number), f"x{number}", f"X {number}", "body", "full", "r",
            Mood(8),
        )  # fmt: skip
        kept.add([began, RatedAfter(began.sitting, moment(number), Mood(5))])
    return kept


@pytest.mark.parametrize(
    ("exercises", "words"),
    [(6, None), (7, "1 more exercise not listed"), (8, "2 more exercises not listed")],
)
def test_exercises_without_room_are_counted_in_good_grammar(
    exercises: int, words: str | None
) -> None:
    """Six have room; one more is one exercise."""
    told = text_of(one_pager(material(with_exercises(exercises)), Choice()))

    assert ("not listed" in told) is (words is not None)
    assert words is None or words in told


@pytest.mark.parametrize("weeks", [2, 4])
def test_weeks_are_weeks_from_the_title_to_the_last_sentence(weeks: int) -> None:
    """Nowhere are they 14 or 28 days."""
    told = text_of(one_pager(material(with_exercises(4), weeks), Choice(weeks)))

    assert f"in the last {weeks} weeks" in told
    assert f"{weeks * 7} days" not in told


def test_what_is_dated_ahead_is_not_on_the_page_and_is_said() -> None:
    """As on the screen."""
    page = checked_in(Mood(9), moment(-3), tags=("future",))

    told = text_of(one_pager(material(journal(page)), Choice()))

    assert "future" not in told
    assert "1 record is dated after today" in told
