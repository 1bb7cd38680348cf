"""All slopes between all points, counted: what Theil-Sen takes its median of (statistics 6)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import gcd
from typing import Final

Point = tuple[float, float]  # time, value

PLACE: Final = 6  # what a place of the grid costs, in halves of what a pair costs: measured


@dataclass(frozen=True, slots=True)
class Grid:
    """Points on whole steps: (step, level) → how often, from 0 to `longest` and to `highest`.

    A step is `step` units of time, a level is 1/`parts` of a point.
    """

    counted: Mapping[tuple[int, int], int]
    longest: int
    highest: int
    step: int
    parts: int

    @property
    def width(self) -> int:
        """Places that a step takes: one for each difference of two levels."""
        return 2 * self.highest + 1

    @property
    def places(self) -> int:
        """Places that all steps take."""
        return (self.longest + 1) * self.width


def slopes_of(points: Sequence[Point]) -> dict[float, int]:
    """Each slope (y_j - y_i)/(t_j - t_i), ascending, with how often it comes.

    Pairs of one time have none.  Exact either way: by going through the pairs, or, for whole times
    and halves of points, by one multiplication, whose cost goes by the length of time and hardly by
    the number of points.
    """
    grid = grid_of(points)
    if grid is None or PLACE * grid.places > len(points) ** 2:
        return dict(sorted(by_pairs(points).items()))
    return dict(sorted(by_product(grid).items()))


def by_pairs(points: Sequence[Point]) -> dict[float, int]:
    """The slopes, pair by pair."""
    return Counter(
        (later - value) / (then - time)
        for (time, value), (then, later) in combinations(sorted(points), 2)
        if then != time
    )


def grid_of(points: Sequence[Point]) -> Grid | None:
    """The grid that these points lie on; None if times are not whole, or values not halves."""
    if not points or any(time % 1 or (2 * value) % 1 for time, value in points):
        return None
    first, lowest = min(time for time, _ in points), min(value for _, value in points)
    parts = 2 if any((value - lowest) % 1 for _, value in points) else 1
    step = gcd(*(int(time - first) for time, _ in points)) or 1
    counted = Counter(
        (int(time - first) // step, int(parts * (value - lowest))) for time, value in points
    )
    longest, highest = (max(place[axis] for place in counted) for axis in (0, 1))
    return Grid(counted, longest, highest, step, parts)


def by_product(grid: Grid) -> dict[float, int]:
    """Write the points as the digits of one number, and again backwards, and multiply both.

    The digit at place Δt·width + Δy of the product counts the pairs that lie Δt steps and Δy levels
    apart (Kronecker substitution).  `decimal` multiplies long numbers by a number-theoretic
    transform, so that this takes n·log n.
    """
    size, width, highest = grid.places, grid.width, grid.highest
    times = grid.counted.values()
    digits = len(str(sum(times) * max(times)))  # no place counts more pairs than that
    forwards, backwards = ["0" * digits] * size, ["0" * digits] * size
    for (time, level), count in grid.counted.items():
        forwards[time * width + level] = f"{count:0{digits}}"
        backwards[(grid.longest - time) * width + highest - level] = f"{count:0{digits}}"
    told = _product("".join(forwards), "".join(backwards)).zfill((2 * size - 1) * digits)
    found: Counter[float] = Counter()
    nothing = "0" * digits
    for place in range(size, 2 * size - 1):  # from one step apart on
        pairs = told[place * digits : (place + 1) * digits]
        if pairs != nothing:
            apart, rise = divmod(place, width)
            between = (apart - grid.longest) * grid.step
            found[(rise - highest) / grid.parts / between] += int(pairs)
    return found


def _product(one: str, other: str) -> str:
    """The product of two long numbers in digits, exact."""
    import decimal

    context = decimal.Context(
        prec=len(one) + len(other),
        Emax=decimal.MAX_EMAX,
        Emin=decimal.MIN_EMIN,
        traps=[decimal.Inexact],
    )
    return f"{context.multiply(context.create_decimal(one), context.create_decimal(other)):f}"
