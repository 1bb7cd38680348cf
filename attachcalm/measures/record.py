"""What became of each measure since the filling before: for reports, and for rule R4."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from attachcalm.journal.page import Score
from attachcalm.measures.change import Change, change_on, worsened
from attachcalm.measures.model import Measure, Scale


@dataclass(frozen=True, slots=True)
class Course:
    """The last two numbers of one scale, with the days that they were given on."""

    measure: Measure
    scale: Scale
    change: Change
    since: date
    until: date

    @property
    def is_worsening(self) -> bool:
        """R4: worse by more than chance (and, on the WHO-5, down to 28 or less)."""
        return worsened(self.scale, self.change.earlier, self.change.later)

    @property
    def note(self) -> str:
        """The sentence of R4 for the therapist; it describes numbers, not a person."""
        return (
            f"R4: {self.measure.title} went from {self.change.earlier:g} to "
            f"{self.change.later:g}, a reliable worsening."
        )


def courses(scores: Iterable[Score], measures: Iterable[Measure]) -> tuple[Course, ...]:
    """The last change on each first scale of these measures; none where there are not two numbers.

    `scores` may come in any order; a filling without a number is passed over.
    """
    ordered = sorted(scores, key=lambda score: (score.at.at, str(score.id)))
    found = []
    for measure in measures:
        scale = measure.scales[0]
        mine = [
            (score.at.day, value)
            for score in ordered
            if score.measure == measure.id
            for name, value in score.values
            if name == scale.name
        ]
        if len(mine) > 1:
            (since, earlier), (until, later) = mine[-2:]
            found.append(Course(measure, scale, change_on(scale, earlier, later), since, until))
    return tuple(found)
