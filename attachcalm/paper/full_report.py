"""The fuller report: everything that the records of a period say, for person and therapist.

It describes.  No score of risk, no word of diagnosis, no advice.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from attachcalm.insight.harder import notes_for_therapist
from attachcalm.insight.table import Table
from attachcalm.insight.told import told_of
from attachcalm.insight.view import VIEWS, View, is_empty
from attachcalm.insight.words import day_words
from attachcalm.journal.page import Score
from attachcalm.measures.model import Measure
from attachcalm.measures.record import courses
from attachcalm.paper.document import Document, Part
from attachcalm.paper.material import Material
from attachcalm.paper.onepager import MADE, Section

_WITH_CHART = ("sticks", "exercises", "levels", "year", "day", "energy", "security")
_WITH_TABLE = frozenset({"exercises", "levels", "day"})
MOST_LISTED: Final = 500  # sittings in the last table
_OTHERS = (Section.CHECK_INS, Section.MEASURES, Section.LOOK_BACK, Section.HARDER)


def full_report(
    material: Material, name: str = "", measures: Iterable[Measure] = (), *, notes: bool = False
) -> Document:
    """Every view with its chart and how it was computed, then words, measures and every sitting.

    `measures` are those whose change is known to be more than chance from their publishers (R4).
    `notes` says whether the person's own notes are in it.
    """
    views = [VIEWS[each](material.chosen) for each in _WITH_CHART]
    parts = [_overview(material)]
    parts += [
        _view_part(view, with_table=each in _WITH_TABLE)
        for each, view in zip(_WITH_CHART, views, strict=True)
        if not is_empty(view)
    ]
    others = [*_OTHERS, Section.NOTES] if notes else _OTHERS
    parts += [MADE[section](material) for section in others]
    parts += [_rules(material, measures), _sittings(material)]
    last = material.period.until or material.today
    first = _first_day(material)
    return Document(
        title="What the records say" + (f": {name}" if name else ""),
        subtitle=f"{first} to {day_words(last)}",
        parts=tuple(part for part in parts if not part.is_empty),
        foot="Ratings and words as they were entered. They describe; they are no diagnosis.",
    )


def _first_day(material: Material) -> str:
    """The first day that is known of: a period of everything begins with the first record."""
    days = [entry.started.at.day for entry in material.entries]
    days += [page.at.day for page in material.pages]
    first = material.period.first_day(material.today)
    return day_words(max(first, min(days)) if days else max(first, material.today))


def _overview(material: Material) -> Part:
    return MADE[Section.PRACTICE](material)


def _view_part(view: View, *, with_table: bool) -> Part:
    told = told_of(view)
    sentences = tuple(filter(None, (told.headline, told.paragraph, told.how)))
    return Part(told.title, sentences, table=told.table if with_table else None, view=view)


def _rules(material: Material, measures: Iterable[Measure]) -> Part:
    told = notes_for_therapist(material.entries, material.remarks, material.today)
    scores = (*material.before, *material.of(Score))
    worse = (course.note for course in courses(scores, measures) if course.is_worsening)
    return Part("By the rules for harder times", bullets=(*told, *worse))


def _sittings(material: Material) -> Part:
    table: Table = told_of(VIEWS["sticks"](material.chosen)).table
    if not table.rows:
        return Part("Every time")
    count = len(table.rows)
    if count <= MOST_LISTED:
        return Part("Every time", table=table)
    told = f"The latest {MOST_LISTED} of {count}. Records saved as .csv have them all."
    return Part("The latest times", (told,), table=replace(table, rows=table.rows[:MOST_LISTED]))
