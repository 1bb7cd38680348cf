"""All slopes between all points, counted: what Theil-Sen takes its median of (statistics 6)."""

import struct
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import gcd
from typing import Final

FEW: Final = 40  # points whose pairs are quicker gone through one by one
_WIDEST: Final = 65_535  # the most that a place of two bytes can count
_PAIR, _DIGIT, _PLACE = 250.0, 10.0, 40.0  # nanoseconds, to choose the quicker way by
_KARATSUBA: Final = 1.585  # the power by which Python's multiplication grows

Point = tuple[float, float]  # time, value


def slopes_of(points: Sequence[Point]) -> dict[float, int]:
    """Each slope (y_j - y_i)/(t_j - t_i) with how often it comes; pairs of one time have none.

    Exact either way: by going through the pairs, or, for whole times and halves, by one
    multiplication, whose cost goes by the length of time and hardly by the number of points.
    """
    whole = _whole(points) if len(points) > FEW else None
    return _by_pairs(points) if whole is None else _by_product(*whole)


def _by_pairs(points: Sequence[Point]) -> dict[float, int]:
    ordered = sorted(points)
    return Counter(
        (later - value) / (then - time)
        for (time, value), (then, later) in combinations(ordered, 2)
        if then != time
    )


def _whole(points: Sequence[Point]) -> tuple[Mapping[tuple[int, int], int], int] | None:
    """Times as whole steps from 0, values doubled and from 0; None where pairs are quicker."""
    if not all(time % 1 == 0 == (2 * value) % 1 for time, value in points):
        return None
    first = min(time for time, _ in points)
    lowest = min(value for _, value in points)
    step = gcd(*(int(time - first) for time, _ in points)) or 1
    counted = Counter(
        (int(time - first) // step, int(2 * (value - lowest))) for time, value in points
    )
    places = _size(counted)
    by_product = _DIGIT * (places * 16 / 30) ** _KARATSUBA + _PLACE * places
    if len(points) > _WIDEST or by_product > _PAIR * len(points) ** 2 / 2:
        return None
    return counted, step


def _size(counted: Mapping[tuple[int, int], int]) -> int:
    return (max(time for time, _ in counted) + 1) * (2 * max(value for _, value in counted) + 1)


def _by_product(counted: Mapping[tuple[int, int], int], step: int) -> dict[float, int]:
    """Write the points as the digits of one number, and again backwards, and multiply both.

    The digit at place Δt·width + Δy of the product counts the pairs that lie Δt steps and Δy half
    points apart (Kronecker substitution).  No digit overflows: none counts more than the points.
    """
    longest = max(time for time, _ in counted)
    highest = max(value for _, value in counted)
    width = 2 * highest + 1
    size = (longest + 1) * width
    forwards, backwards = [0] * size, [0] * size
    for (time, value), times in counted.items():
        forwards[time * width + value] = times
        backwards[(longest - time) * width + highest - value] = times
    found: Counter[float] = Counter()
    digits = _product(forwards, backwards)[size : 2 * size - width]  # from one step apart on
    for place, times in enumerate(digits):
        if times:
            apart, rise = divmod(place, width)
            found[(rise - highest) / 2 / ((apart + 1) * step)] += times
    return found


def _product(one: Sequence[int], other: Sequence[int]) -> tuple[int, ...]:
    """The digits of the product of two numbers with as many digits, the lowest first."""
    form = f"<{len(one)}H"  # two bytes a digit
    numbers = [int.from_bytes(struct.pack(form, *digits), "little") for digits in (one, other)]
    told = (numbers[0] * numbers[1]).to_bytes(4 * len(one), "little")
    return struct.unpack(f"<{2 * len(one)}H", told)
