"""The session one-pager: the last weeks on one page, as the person wants them to be seen."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from attachcalm.insight.by_exercise import by_exercise_of
from attachcalm.insight.day_parts import day_parts_of
from attachcalm.insight.period import Period
from attachcalm.insight.scale import ENERGY_SCALE, SECURITY_SCALE
from attachcalm.insight.series import series_of
from attachcalm.insight.summary import summary_of
from attachcalm.insight.table import Table
from attachcalm.insight.told import told_of
from attachcalm.insight.twin import count_words, typical_words
from attachcalm.insight.words import (
    counted_words,
    day_words,
    list_words,
    number_words,
    times_words,
)
from attachcalm.journal.page import CheckIn, LookBack, Score
from attachcalm.journal.remark import RemarkKind
from attachcalm.paper.document import Document, Part
from attachcalm.paper.material import Material

WEEKS: Final = (2, 4)
TOPICS: Final = 3  # things to talk about
LONGEST_TOPIC: Final = 200  # characters
MOST_EXERCISES, MOST_WORDS, MOST_NOTES = 6, 8, 6


class Section(StrEnum):
    """What can be on the page."""

    TOPICS = "topics"
    PRACTICE = "practice"
    CHANGE = "change"
    EXERCISES = "exercises"
    ENERGY = "energy"
    SECURITY = "security"
    DAY = "day"
    CHECK_INS = "check_ins"
    MEASURES = "measures"
    LOOK_BACK = "look_back"
    HARDER = "harder"
    NOTES = "notes"


UNASKED: Final = frozenset(Section) - {Section.NOTES, Section.LOOK_BACK}
"""What is on the page unless the person says otherwise: nothing that they wrote for themselves."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How the person wants the page.  `name` is what they want to be called on it, if anything."""

    weeks: int = 2
    shown: frozenset[Section] = UNASKED
    topics: tuple[str, ...] = ()
    name: str = ""

    @property
    def period(self) -> Period:
        """The weeks up to today."""
        return Period(self.weeks * 7)


def one_pager(material: Material, choice: Choice) -> Document:
    """The page; a section without anything to say is left out."""
    made = [
        _topics(choice.topics) if section is Section.TOPICS else MADE[section](material)
        for section in Section
        if section in choice.shown
    ]
    first = day_words(material.period.first_day(material.today))
    return Document(
        title=f"The last {_weeks(choice.weeks)}" + (f": {choice.name}" if choice.name else ""),
        subtitle=f"{first} to {day_words(material.today)}",
        parts=tuple(part for part in made if not part.is_empty),
        foot="Ratings and words as they were entered. They describe; they are no diagnosis.",
    )


def _weeks(count: int) -> str:
    return "week" if count == 1 else f"{count} weeks"


def _topics(topics: Iterable[str]) -> Part:
    told = [topic.strip()[:LONGEST_TOPIC] for topic in topics]
    return Part("I want to talk about", bullets=tuple(filter(None, told))[:TOPICS])


def _practice(material: Material) -> Part:
    summary = summary_of(series_of(material.chosen))
    told = "Nothing was practised in this time, or nothing was recorded."
    if summary.sittings:
        told = count_words(summary)
    return Part("Practice", tuple(filter(None, (told, material.ahead))))


def _change(material: Material) -> Part:
    series = series_of(material.chosen)
    if not series.sticks:
        return Part("Before and after")
    told, summary = told_of(series), summary_of(series)
    typical = (typical_words(summary),) if summary.change is not None else ()
    return Part("Before and after", (told.headline, *typical), view=series)


def _exercises(material: Material) -> Part:
    view = by_exercise_of(material.chosen)
    table = told_of(view).table
    shown = Table(table.heads, view.rows[:MOST_EXERCISES], table.told)
    left = len(view.rows) - MOST_EXERCISES
    most = f"The {MOST_EXERCISES} that were rated most often"
    more = (f"{most}; {counted_words(left, 'more exercise')} not listed.",) if left > 0 else ()
    return Part("By exercise", more, table=shown if view.rows else None)


def _energy(material: Material) -> Part:
    series = series_of(material.chosen, ENERGY_SCALE)
    return Part("Energy", (told_of(series).headline,) if series.n else ())


def _security(material: Material) -> Part:
    series = series_of(material.chosen, SECURITY_SCALE)
    return Part("Felt security", (told_of(series).headline,) if series.n else ())


def _day(material: Material) -> Part:
    view = day_parts_of(material.chosen)
    return Part("Within the day", (told_of(view).headline,) if view.n else ())


def _check_ins(material: Material) -> Part:
    pages = material.of(CheckIn)
    alone = [page for page in pages if page.sitting is None]
    told = [f"{times_words(len(alone)).capitalize()} without an exercise."] if alone else []
    for name, words in (
        ("Feelings", (word for page in pages for word in page.words)),
        ("What was going on", (tag for page in pages for tag in page.tags)),
    ):
        if counted := Counter(words):
            common = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_WORDS]
            told.append(f"{name}: {', '.join(f'{word} ({n})' for word, n in common)}.")
    return Part("Check-ins", tuple(told))


def _measures(material: Material) -> Part:
    told: dict[str, list[str]] = {}
    for score in (*_latest(material.before), *material.of(Score)):
        values = list_words([f"{name} {number_words(value)}" for name, value in score.values])
        if values:
            told.setdefault(score.title, []).append(f"{day_words(score.at.day)}: {values}")
    return Part("Measures", bullets=tuple(f"{t}: {'; '.join(v)}." for t, v in told.items()))


def _latest(scores: Iterable[Score]) -> tuple[Score, ...]:
    """The last score of each measure before the period."""
    return tuple({score.measure: score for score in scores}.values())


def _look_back(material: Material) -> Part:
    written = [
        f"Week of {day_words(page.week)}: {answer}"
        for page in material.of(LookBack)
        for _, answer in page.answers
        if answer.strip()
    ]
    return Part("Looking back", bullets=tuple(written))


def _harder(material: Material) -> Part:
    told = [
        f"{day_words(entry.started.at.day)}, {entry.started.exercise_title}."
        for entry in material.harder
    ]
    kind = RemarkKind.SIDE_EFFECT
    told += [
        f"{day_words(remark.at.day)}: {remark.text or remark.value}"
        for remark in material.remarks
        if remark.kind is kind and (remark.text or remark.value)
    ]
    return Part("Harder times and side effects", bullets=tuple(told))


def _notes(material: Material) -> Part:
    noted = [page for page in material.of(CheckIn) if page.note.strip()]
    told = tuple(f"{day_words(page.at.day)}: {page.note.strip()}" for page in noted[-MOST_NOTES:])
    return Part("Notes", bullets=told)


MADE: Final[Mapping[Section, Callable[[Material], Part]]] = MappingProxyType({
    Section.PRACTICE: _practice,
    Section.CHANGE: _change,
    Section.EXERCISES: _exercises,
    Section.ENERGY: _energy,
    Section.SECURITY: _security,
    Section.DAY: _day,
    Section.CHECK_INS: _check_ins,
    Section.MEASURES: _measures,
    Section.LOOK_BACK: _look_back,
    Section.HARDER: _harder,
    Section.NOTES: _notes,
})  # fmt: skip
