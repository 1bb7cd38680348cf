"""Two phases of a course, before an exercise was practised and with it, compared (statistics 3, 4).

Their dates are set before the second begins.  Dates that are chosen afterwards can be made to show
anything, so no claim is made of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from attachcalm.insight import claims
from attachcalm.insight.claims import Claim, Lack, Missing
from attachcalm.insight.days import points_of
from attachcalm.insight.overlap import Overlap, overlap_of
from attachcalm.insight.slopes import Point
from attachcalm.insight.tau import Corrected, corrected_tau_of, tau_u_of


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, both included.  Raises ValueError for a last before."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a phase that begins on {self.first} cannot end on {self.last}")


@dataclass(frozen=True, slots=True)
class Phases:
    """A baseline and the practice after it, and the day on which their dates were set.

    `set_on` None: nobody knows when, so it does not count as beforehand.  Raises ValueError for a
    practice that begins before the baseline is over.
    """

    baseline: Span
    practice: Span
    set_on: date | None = None

    def __post_init__(self) -> None:
        if self.practice.first <= self.baseline.last:
            raise ValueError("the practice phase begins after the last day of the baseline")

    @property
    def are_set_beforehand(self) -> bool:
        """Whether the dates were there by the first day of practice."""
        return self.set_on is not None and self.set_on <= self.practice.first


@dataclass(frozen=True, slots=True)
class Compared:
    """How the days of practice compare with those of the baseline; n of each is its rated days.

    None where a phase has no day.  `claim` says whether the figures may be shown; they describe,
    and say nothing of a cause.
    """

    baseline_days: int
    practice_days: int
    overlap: Overlap | None
    tau_u: float | None
    corrected: Corrected | None
    claim: Claim


def compare(
    days: Mapping[date, float], phases: Phases | None, *, lower_is_better: bool
) -> Compared:
    """The daily values of two phases compared; without phases, what is missing is said."""
    if phases is None:
        return Compared(0, 0, None, None, None, Claim((Missing(Lack.PHASES),)))
    first, second = _split(days, phases)
    claim = claims.phases(len(first), len(second), phases.are_set_beforehand)
    if not first or not second:
        return Compared(len(first), len(second), None, None, None, claim)
    a, b = [value for _, value in first], [value for _, value in second]
    return Compared(
        len(first),
        len(second),
        overlap_of(a, b, lower_is_better=lower_is_better),
        tau_u_of(first, second, lower_is_better=lower_is_better),
        corrected_tau_of(first, second, lower_is_better=lower_is_better),
        claim,
    )


def _split(days: Mapping[date, float], phases: Phases) -> tuple[Sequence[Point], Sequence[Point]]:
    """Both phases as points on one time axis."""
    spans = (phases.baseline, phases.practice)
    dates = [[day for day in days if span.first <= day <= span.last] for span in spans]
    points = points_of({day: days[day] for phase in dates for day in phase})
    return points[: len(dates[0])], points[len(dates[0]) :]
