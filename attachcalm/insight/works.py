"""What an exercise does for one person, pulled towards the ordinary while little is known.

A normal-normal shrinkage for each exercise, stable from the first sitting on.  Changes are positive
when distress was lower afterwards, and adjusted for the fall that comes by itself: people practise
when distress is high, and high ratings fall anyway (clinical statistics, items 7 and 8).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from typing import Final

from attachcalm.insight.comparator import JUST_SIT, Comparator, comparator_of
from attachcalm.insight.middle import mean_of
from attachcalm.insight.normal import normal_below
from attachcalm.journal.entry import Entry
from attachcalm.journal.sitting import Sitting

TAU: Final = 1.0  # how far exercises differ from each other for one person, in points
ORDINARY: Final = 0.5  # points by which distress is lower, until the person's own mean is known
KNOWN_FROM: Final = 10  # rated sittings from which the person's own mean takes its place
NOISE: Final = 1.5  # points by which the same exercise differs from time to time, to begin with
NOISE_WEIGHT: Final = 6  # sittings that this first guess is worth


@dataclass(frozen=True, slots=True)
class Effect:
    """How much lower distress plausibly is after an exercise: `mean` ± `sd` points, from `n`."""

    mean: float
    sd: float
    n: int

    @property
    def likely_worse(self) -> float:
        """The probability, 0 to 1, that distress is higher afterwards."""
        return normal_below(-self.mean / self.sd)

    def likely_more_than(self, other: "Effect") -> float:
        """The probability, 0 to 1, that this one eases more than the other."""
        return normal_below((self.mean - other.mean) / sqrt(self.sd**2 + other.sd**2))


def effects(entries: Iterable[Entry], comparator: Comparator | None = None) -> dict[str, Effect]:
    """The effect of each exercise that was rated before and after at least once, by its id.

    Without a `comparator`, it is made of these entries: of the times of just sitting, which is the
    yardstick and no exercise.
    """
    pairs = [(entry.started.exercise_id, pair) for entry in entries if (pair := pair_of(entry))]
    if comparator is None:
        comparator = comparator_of([pair for name, pair in pairs if name == JUST_SIT])
    if not pairs:
        return {}
    usual = mean_of([before for _, (before, _) in pairs])
    eased: dict[str, list[float]] = {}
    for name, (before, after) in pairs:
        if name != JUST_SIT:
            eased.setdefault(name, []).append(comparator.adjusted(before, after, usual))
    return effects_from(eased)


def effects_from(gains: Mapping[str, Sequence[float]]) -> dict[str, Effect]:
    """The effect of each from its own gains, with the middle and the noise that all of them say."""
    everything = [gain for each in gains.values() for gain in each]
    middle = mean_of(everything) if len(everything) >= KNOWN_FROM else ORDINARY
    return effects_of(gains, middle, sqrt(pooled_variance(gains)))


def pair_of(entry: Entry | Sitting) -> tuple[int, int] | None:
    """Distress before and after, or None unless both were rated; 0 is a rating."""
    before, after = entry.before, entry.after
    if before is None or after is None or before.distress is None or after.distress is None:
        return None
    return before.distress, after.distress


def pooled_variance(eased: Mapping[str, Sequence[float]]) -> float:
    """The variance from time to time within an exercise, with the first guess mixed in."""
    within = fsum(
        (x - middle) ** 2 for xs in eased.values() for middle in [mean_of(xs)] for x in xs
    )
    free = sum(len(xs) - 1 for xs in eased.values())
    return (NOISE_WEIGHT * NOISE**2 + within) / (NOISE_WEIGHT + free)


def effects_of(
    eased: Mapping[str, Sequence[float]], middle: float, noise: float
) -> dict[str, Effect]:
    """Each mean pulled towards `middle`: the less is known, the more; `noise` in points."""
    found = {}
    for exercise_id, changes in eased.items():
        n = len(changes)
        known = n / noise**2
        mean = (known * mean_of(changes) + middle / TAU**2) / (known + 1 / TAU**2)
        found[exercise_id] = Effect(mean, 1 / sqrt(known + 1 / TAU**2), n)
    return found
