"""Every figure of the statistics of one person, each with n, its interval and what may be said.

One function from the record to all of them.  The order of the record changes nothing, nothing is
imputed, and the person's own calendar day decides what a day is.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from attachcalm.insight import claims
from attachcalm.insight.claims import Claim, Lack
from attachcalm.insight.comparator import JUST_SIT, Comparator, comparator_of
from attachcalm.insight.days import first_ratings
from attachcalm.insight.figure import (
    Figure,
    figure,
    of_mean,
    of_share,
)
from attachcalm.insight.figures_in_time import (
    DayFigures,
    PhaseFigures,
    day_figures_of,
    phase_figures_of,
)
from attachcalm.insight.figures_of_sittings import (
    EaseFigures,
    MissedFigures,
    WindowFigures,
    ease_figures_of,
    missed_figures_of,
    window_figures_of,
)
from attachcalm.insight.harder import notes_on, seen_in
from attachcalm.insight.in_time import in_time
from attachcalm.insight.phases import Phases
from attachcalm.insight.ranking import NO_GOALS, Goal, Ranked, ranked
from attachcalm.insight.reliable import Shift, reliable_change
from attachcalm.insight.share import share_of
from attachcalm.insight.works import pair_of
from attachcalm.journal.entry import Entry
from attachcalm.journal.page import CheckIn
from attachcalm.journal.remark import Remark


@dataclass(frozen=True, slots=True)
class ComparatorFigures:
    """What comes by itself (item 8): `used` is the share kept that all adjusting goes by."""

    kept: Figure
    used: float
    is_assumed: bool
    usual: Figure  # the mean that ratings fall back to


@dataclass(frozen=True, slots=True)
class ExerciseFigures:
    """An exercise among those of its goal, from the greatest effect on (item 7)."""

    goal: Goal
    rank: int
    exercise_id: str
    title: str
    effect: Figure
    likely_eases: float  # the probability, 0 to 1, that its effect is above 0
    often_helps: Claim
    more_than_next: Claim | None


@dataclass(frozen=True, slots=True)
class Measured:
    """Two sums of a questionnaire, and the change that is more than chance, in points (item 5)."""

    name: str
    earlier: float
    later: float
    threshold: float


@dataclass(frozen=True, slots=True)
class MeasureFigures:
    """What the two sums say."""

    measured: Measured
    change: float
    shift: Shift


@dataclass(frozen=True, slots=True)
class HarderFigures:
    """Harder sittings by the rules that were written down beforehand (item 13)."""

    sittings: Figure
    left_out: tuple[str, ...]  # ids of exercises
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """All of them, up to `today`."""

    today: date
    sittings: int
    ease: EaseFigures
    window: WindowFigures
    phases: PhaseFigures
    measures: tuple[MeasureFigures, ...]
    exercises: tuple[ExerciseFigures, ...]
    comparator: ComparatorFigures
    days: DayFigures
    missed: MissedFigures
    harder: HarderFigures


def figures_of(
    entries: Iterable[Entry],
    today: date,
    phases: Phases | None = None,
    *,
    remarks: Collection[Remark] = (),
    goals: Mapping[str, Goal] = NO_GOALS,
    measured: Sequence[Measured] = (),
    alone: Collection[CheckIn] = (),
) -> Figures:
    """Every figure of these records.

    `goals` says what an exercise is for (`ranking.ranked`); `measured` are sums of questionnaires;
    `alone` are check-ins without an exercise.
    """
    told = in_time(entries)
    exercised = [entry for entry in told if entry.started.exercise_id != JUST_SIT]
    practised = [pair for entry in exercised if (pair := pair_of(entry))]
    sat = [pair for e in told if e.started.exercise_id == JUST_SIT if (pair := pair_of(e))]
    levels = [page.mood.distress for page in alone if page.mood.distress is not None]
    comparator = comparator_of(sat, levels)
    days: dict[date, float] = dict(first_ratings(told, alone=alone))
    return Figures(
        today=today,
        sittings=len(told),
        ease=ease_figures_of(practised, comparator, len(levels)),
        window=window_figures_of(exercised),
        phases=phase_figures_of(days, phases),
        measures=tuple(map(_measure, measured)),
        exercises=_exercises(ranked(told, goals, comparator)),
        comparator=_comparator(comparator, len(levels)),
        days=day_figures_of(days),
        missed=missed_figures_of(exercised),
        harder=_harder(told, remarks, today),
    )


def _measure(told: Measured) -> MeasureFigures:
    shift = reliable_change(told.earlier, told.later, told.threshold)
    return MeasureFigures(told, told.later - told.earlier, shift)


def _exercises(found: Mapping[Goal, Sequence[Ranked]]) -> tuple[ExerciseFigures, ...]:
    return tuple(
        ExerciseFigures(
            goal=goal,
            rank=rank,
            exercise_id=each.exercise_id,
            title=each.title,
            effect=of_mean(
                each.effect.mean,
                each.effect.n,
                each.effect.sd,
                claims.enough(each.effect.n, lack=Lack.RATED_TWICE_HERE),
            ),
            likely_eases=1 - each.effect.likely_worse,
            often_helps=each.helps,
            more_than_next=each.ahead,
        )
        for goal, order in found.items()
        for rank, each in enumerate(order, 1)
    )


def _comparator(told: Comparator, alone: int) -> ComparatorFigures:
    claim = claims.enough(told.n, claims.COMPARED, Lack.JUST_SAT)
    kept = None if told.is_assumed else told.kept
    return ComparatorFigures(
        kept=figure(kept, told.n, claim),
        used=told.kept,
        is_assumed=told.is_assumed,
        usual=figure(told.usual, alone, claims.enough(alone, claims.ALONE, Lack.RATED_ALONE)),
    )


def _harder(told: Sequence[Entry], remarks: Collection[Remark], today: date) -> HarderFigures:
    seen = seen_in(told, remarks, today)
    share = share_of(len(seen.harder), len(told)) if told else None
    return HarderFigures(
        sittings=of_share(share, claims.enough(len(told), lack=Lack.SITTINGS)),
        left_out=tuple(sorted(seen.dropped)),
        notes=notes_on(seen),
    )
