"""The normal distribution, without loading a statistics library."""

from math import erf, erfc, sqrt
from typing import Final

Z95: Final = 1.959963984540054  # 95 % lie within so many standard errors; said as 1.96


def normal_below(z: float) -> float:
    """The share, 0 to 1, of the standard normal distribution that lies below `z`."""
    return (1 + erf(z / sqrt(2))) / 2


def beyond(z: float) -> float:
    """The share, 0 to 1, that lies as far from 0 as `z` or further: a two-sided p."""
    return erfc(abs(z) / sqrt(2))
