"""The fall that comes by itself (statistics 8).

People practise when distress is high, and high ratings fall anyway: regression to the mean
(Barnett and others 2005 [52]).  How much of a rating above one's mean stays by itself is estimated
from an exercise that is none: "Just sit", rated before and after.
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import fsum
from typing import Final

from attachcalm.insight.claims import ALONE, COMPARED
from attachcalm.insight.middle import mean_of

JUST_SIT: Final = "just-sit"  # the id of the exercise that is none
KEPT: Final = 0.8  # the share of a rating above the mean that stays by itself: an assumption


@dataclass(frozen=True, slots=True)
class Comparator:
    """`kept` is the share, 0 to 1, of a rating above the mean that stays by itself.

    `is_assumed` while there are fewer than 8 of the `n` sittings it needs, or all began at one
    level: it then is .8, which is an assumption and has to be told as one.

    `usual` is the mean that ratings fall back to, known from ratings without an exercise.  None
    until there are 8 of those: the mean before practice then stands in for it, which compares
    exercises fairly but leaves the mean of them all as it is.
    """

    kept: float = KEPT
    n: int = 0
    is_assumed: bool = True
    usual: float | None = None

    def adjusted(self, before: float, after: float, mean_before: float) -> float:
        """How much lower than it would have gone by itself, in points."""
        usual = mean_before if self.usual is None else self.usual
        return adjusted(before, after, usual, self.kept)


def comparator_of(pairs: Collection[tuple[int, int]], alone: Collection[int] = ()) -> Comparator:
    """What the ratings before and after just sitting say.

    The least-squares slope of after on before, held between 0 and 1: a slope outside them says
    that so few sittings cannot tell.  `alone` are distress ratings of check-ins without an
    exercise.
    """
    n = len(pairs)
    usual = mean_of(alone) if len(alone) >= ALONE else None
    if n < COMPARED:
        return Comparator(n=n, usual=usual)
    before = mean_of([p for p, _ in pairs])
    after = mean_of([q for _, q in pairs])
    squares = fsum((p - before) ** 2 for p, _ in pairs)
    if not squares:
        return Comparator(n=n, usual=usual)
    slope = fsum((p - before) * (q - after) for p, q in pairs) / squares
    return Comparator(min(1.0, max(0.0, slope)), n, is_assumed=False, usual=usual)


def expected(before: float, usual: float, kept: float = KEPT) -> float:
    """E[after | before, no effect] = μ + kept·(before - μ), in points; μ is the person's mean."""
    return usual + kept * (before - usual)


def adjusted(before: float, after: float, usual: float, kept: float = KEPT) -> float:
    """How much lower than it would have fallen by itself: E[after | before, no effect] - after."""
    return expected(before, usual, kept) - after
