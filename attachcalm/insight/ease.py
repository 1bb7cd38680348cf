"""How distress eased within sittings: how much, how surely, and how often (statistics 1).

Ease is distress before minus after, -10 to 10 points, positive where it is lower.  These are whole
numbers, so they are counted and not sorted: 100,000 take little longer than a few.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from typing import Final

from attachcalm.insight.middle import at_ranks, middle_of_counts
from attachcalm.insight.normal import Z95
from attachcalm.insight.share import Share, share_of

ROOM: Final = 2  # a sitting that began below this has no room to end lower in a way that counts
CLEARLY: Final = 2  # points lower that count as clearly lower


@dataclass(frozen=True, slots=True)
class Typical:
    """The Hodges-Lehmann estimate of a middle, in points, with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Eases:
    """The ease of `n` sittings that were rated before and after."""

    n: int
    mean: float
    sd: float | None  # None for one sitting
    median: float
    typical: Typical
    standardised: float | None  # d_z = mean / SD; None where all are alike
    unchanged: Share
    harder: Share  # higher by 1 or more
    no_room: int  # sittings that began at 0 or 1, left out of the two shares below
    eased: Share | None  # lower by 1 or more; None where no sitting had room
    clearly_eased: Share | None  # lower by 2 or more


def eases_of(pairs: Iterable[tuple[int, int]]) -> Eases:
    """The ease of these ratings before and after.  Raises ValueError for none."""
    counted = Counter(pairs)
    eases: Counter[int] = Counter()
    roomy: Counter[int] = Counter()
    for (before, after), times in counted.items():
        eases[before - after] += times
        if before >= ROOM:
            roomy[before - after] += times
    n = eases.total()
    if not n:
        raise ValueError("no ratings have no ease")
    mean = sum(ease * times for ease, times in eases.items()) / n
    sd = _sd(eases, n)
    return Eases(
        n=n,
        mean=mean,
        sd=sd,
        median=middle_of_counts(eases),
        typical=typical_of(eases),
        standardised=mean / sd if sd else None,
        unchanged=share_of(eases[0], n),
        harder=share_of(sum(times for ease, times in eases.items() if ease < 0), n),
        no_room=n - roomy.total(),
        eased=_share_from(1, roomy),
        clearly_eased=_share_from(CLEARLY, roomy),
    )


def typical_of(counts: Mapping[int, int]) -> Typical:
    """The median of all (D_i + D_j)/2 with i ≤ j, of values given as value → how often.

    Hodges and Lehmann (1963); the interval is made of the ranks of the same means, by Wilcoxon's
    signed ranks in normal approximation (Hollander and Wolfe 1999, 3.3).  Raises ValueError for
    no values.
    """
    n = sum(counts.values())
    if not n:
        raise ValueError("no values have no middle")
    sums: Counter[int] = Counter()
    for value, times in counts.items():
        sums[2 * value] += times * (times + 1) // 2
    for (one, times), (other, more) in combinations(counts.items(), 2):
        sums[one + other] += times * more
    means = sums.total()
    half = Z95 * sqrt(n * (n + 1) * (2 * n + 1) / 24)
    low = max(0, round(means / 2 - half) - 1)
    first, last = at_ranks(sums, (low, means - 1 - low))
    return Typical(middle_of_counts(sums) / 2, first / 2, last / 2)


def _sd(counts: Mapping[int, int], n: int) -> float | None:
    """With n - 1 below; of whole sums, so that no order moves it."""
    if n < 2:
        return None
    total = sum(value * times for value, times in counts.items())
    squares = sum(value * value * times for value, times in counts.items())
    return sqrt((n * squares - total * total) / (n * (n - 1)))


def _share_from(least: int, eases: Counter[int]) -> Share | None:
    n = eases.total()
    if not n:
        return None
    return share_of(sum(times for ease, times in eases.items() if ease >= least), n)
