"""When in the day it is hard: distress as it was met, in four parts of the person's own day.

Ratings before practice and check-ins count; ratings after practice do not, for they tell of the
practice too.
"""

from collections import Counter
from dataclasses import dataclass

from attachcalm.insight.claims import LEAST
from attachcalm.insight.middle import Middle, middle_half_of
from attachcalm.insight.period import Period
from attachcalm.insight.scale import DISTRESS_SCALE, Scale
from attachcalm.insight.selection import DayPart, Selection, part_of
from attachcalm.insight.series import Series, series_of


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the day: how often each rating was given, and the middle half from three on."""

    part: DayPart
    counts: tuple[tuple[int, int], ...]  # rating, how often; ascending
    middle: Middle | None

    @property
    def n(self) -> int:
        """How many ratings there are."""
        return sum(times for _, times in self.counts)


@dataclass(frozen=True, slots=True)
class DayParts:
    """All four parts, from the night on."""

    period: Period
    scale: Scale
    parts: tuple[Part, ...]

    @property
    def n(self) -> int:
        """How many ratings there are in all."""
        return sum(part.n for part in self.parts)


def day_parts_of(chosen: Selection) -> DayParts:
    """The parts of the day of these records."""
    series = series_of(chosen)
    return DayParts(
        chosen.wish.period, DISTRESS_SCALE, tuple(_part(part, series) for part in DayPart)
    )


def _part(part: DayPart, series: Series) -> Part:
    ratings = [
        stick.before
        for stick in series.sticks
        if stick.before is not None and part_of(stick.hour) is part
    ]
    middle = middle_half_of(ratings) if len(ratings) >= LEAST else None
    return Part(part, tuple(sorted(Counter(ratings).items())), middle)
