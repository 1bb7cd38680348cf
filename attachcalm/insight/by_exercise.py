"""The change of each exercise, and from which level it was: no ranking, no cause.

Rows stand in the order of how often an exercise was rated, never of how well it did: people begin
when distress is high, and some of any fall comes by itself.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from attachcalm.insight.average import Average, average_of
from attachcalm.insight.claims import LEAST, OFTEN
from attachcalm.insight.period import Period
from attachcalm.insight.selection import Selection
from attachcalm.insight.works import pair_of

BANDS: Final = ((0, 3), (4, 6), (7, 10))  # the levels that a sitting can begin in


@dataclass(frozen=True, slots=True)
class BandChange:
    """The change of the sittings that began between two levels; `average` from three on."""

    low: int
    high: int
    n: int
    average: Average | None

    @property
    def is_few(self) -> bool:
        """Whether there are too few times to say what is usual."""
        return self.n < OFTEN


@dataclass(frozen=True, slots=True)
class Row:
    """One exercise: every pair of ratings with how often it came, and the change, after - before.

    `average` is None below three pairs.
    """

    exercise_id: str
    title: str
    pairs: tuple[tuple[int, int, int], ...]  # before, after, how often; ascending
    average: Average | None
    bands: tuple[BandChange, ...]

    @property
    def n(self) -> int:
        """How often it was rated before and after."""
        return sum(times for _, _, times in self.pairs)

    @property
    def is_few(self) -> bool:
        """Whether there are too few times to say what is usual."""
        return self.n < OFTEN


@dataclass(frozen=True, slots=True)
class ByExercise:
    """The exercises that were rated before and after, the most often rated first."""

    period: Period
    rows: tuple[Row, ...]

    @property
    def n(self) -> int:
        """How many sittings were rated before and after."""
        return sum(row.n for row in self.rows)


@dataclass(frozen=True, slots=True)
class ByLevel:
    """The same rows, to be looked at by the level that they began at."""

    period: Period
    rows: tuple[Row, ...]

    @property
    def n(self) -> int:
        """How many sittings were rated before and after."""
        return sum(row.n for row in self.rows)


def by_exercise_of(chosen: Selection) -> ByExercise:
    """The change of each exercise among these records; its title is the last that it had."""
    pairs: dict[str, Counter[tuple[int, int]]] = {}
    titles: dict[str, str] = {}
    for sitting in chosen.sittings:
        if (pair := pair_of(sitting)) is not None:
            pairs.setdefault(sitting.exercise_id, Counter())[pair] += 1
            titles[sitting.exercise_id] = sitting.exercise_title
    rows = [_row(name, titles[name], counted) for name, counted in pairs.items()]
    rows.sort(key=lambda row: (-row.n, row.title.casefold(), row.exercise_id))
    return ByExercise(chosen.wish.period, tuple(rows))


def by_level_of(chosen: Selection) -> ByLevel:
    """The same, by the level before."""
    return ByLevel(chosen.wish.period, by_exercise_of(chosen).rows)


def _row(exercise_id: str, title: str, counted: Counter[tuple[int, int]]) -> Row:
    pairs = tuple((before, after, times) for (before, after), times in sorted(counted.items()))
    bands = tuple(_band(low, high, counted) for low, high in BANDS)
    return Row(exercise_id, title, pairs, _average(counted), bands)


def _band(low: int, high: int, counted: Counter[tuple[int, int]]) -> BandChange:
    within = Counter({pair: times for pair, times in counted.items() if low <= pair[0] <= high})
    return BandChange(low, high, within.total(), _average(within))


def _average(counted: Counter[tuple[int, int]]) -> Average | None:
    if counted.total() < LEAST:
        return None
    changes: Counter[int] = Counter()
    for (before, after), times in counted.items():
        changes[after - before] += times
    return average_of(changes)
