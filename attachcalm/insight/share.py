"""A share, with the interval in which it plausibly lies."""

from dataclasses import dataclass
from math import sqrt

from attachcalm.insight.normal import Z95


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `of`, with the 95 % interval in which the true share plausibly lies, 0 to 1."""

    count: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share itself."""
        return self.count / self.of


def share_of(count: int, of: int) -> Share:
    """The share with its Wilson interval (Wilson 1927).  Raises ValueError for 5 of 4 or of 0.

    Centre (k/n + z²/2n) / (1 + z²/n), half-width z √(π(1-π)/n + z²/4n²) / (1 + z²/n), π = k/n.
    """
    if of < 1 or not 0 <= count <= of:
        raise ValueError(f"{count} of {of} is not a share")
    share, square = count / of, Z95**2
    stretch = 1 + square / of
    centre = (share + square / (2 * of)) / stretch
    half = Z95 * sqrt(share * (1 - share) / of + square / (4 * of**2)) / stretch
    return Share(count, of, max(0.0, centre - half), min(1.0, centre + half))
