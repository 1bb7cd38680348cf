"""What an exercise does for one person, pulled towards the ordinary while little is known.

A normal-normal shrinkage for each exercise, stable from the first sitting on.  Changes are positive
when distress was lower afterwards, and adjusted for the fall that comes by itself: people practise
when distress is high, and high ratings fall anyway (clinical statistics, items 7 and 8).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import erf, fsum, sqrt
from typing import Final

from attachcalm.insight.sentences import change_of
from attachcalm.journal.entry import Entry

TAU: Final = 1.0  # how far exercises differ from each other for one person, in points
ORDINARY: Final = 0.5  # points by which distress is lower, until the person's own mean is known
KNOWN_FROM: Final = 10  # rated sittings from which the person's own mean takes its place
NOISE: Final = 1.5  # points by which the same exercise differs from time to time, to begin with
NOISE_WEIGHT: Final = 6  # sittings that this first guess is worth
KEPT: Final = 0.8  # the share of a rating above the mean that stays by itself: an assumption


@dataclass(frozen=True, slots=True)
class Effect:
    """How much lower distress plausibly is after an exercise: `mean` ± `sd` points, from `n`."""

    mean: float
    sd: float
    n: int

    @property
    def likely_worse(self) -> float:
        """The probability, 0 to 1, that distress is higher afterwards."""
        return _normal_below(-self.mean / self.sd)

    def likely_more_than(self, other: "Effect") -> float:
        """The probability, 0 to 1, that this one eases more than the other."""
        return _normal_below((self.mean - other.mean) / sqrt(self.sd**2 + other.sd**2))


def effects(entries: Iterable[Entry]) -> dict[str, Effect]:
    """The effect of each exercise that was rated before and after at least once, by its id."""
    pairs = [(entry.started.exercise_id, pair) for entry in entries if (pair := pair_of(entry))]
    if not pairs:
        return {}
    usual = _mean([before for _, (before, _) in pairs])
    eased: dict[str, list[float]] = {}
    for exercise_id, (before, after) in pairs:
        eased.setdefault(exercise_id, []).append(adjusted(before, after, usual))
    everything = [change for changes in eased.values() for change in changes]
    middle = _mean(everything) if len(everything) >= KNOWN_FROM else ORDINARY
    return effects_of(eased, middle, sqrt(pooled_variance(eased)))


def pair_of(entry: Entry) -> tuple[int, int] | None:
    """Distress before and after, or None unless both were rated; 0 is a rating."""
    change = change_of(entry)
    before, after = change.before.distress, change.after.distress
    return None if before is None or after is None else (before, after)


def adjusted(before: float, after: float, usual: float, kept: float = KEPT) -> float:
    """How much lower than it would have fallen by itself: E[after | before, no effect] - after."""
    return usual + kept * (before - usual) - after


def pooled_variance(eased: Mapping[str, Sequence[float]]) -> float:
    """The variance from time to time within an exercise, with the first guess mixed in."""
    within = fsum((x - middle) ** 2 for xs in eased.values() for middle in [_mean(xs)] for x in xs)
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
        mean = (known * _mean(changes) + middle / TAU**2) / (known + 1 / TAU**2)
        found[exercise_id] = Effect(mean, 1 / sqrt(known + 1 / TAU**2), n)
    return found


def _mean(values: Sequence[float]) -> float:
    """Exactly added, so that no order of entries moves it; without loading a statistics library."""
    return fsum(values) / len(values)


def _normal_below(z: float) -> float:
    return (1 + erf(z / sqrt(2))) / 2
