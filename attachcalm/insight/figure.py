"""A number with all that it takes to read it honestly, and how values are told to programs."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from math import sqrt

from attachcalm.insight.claims import Claim
from attachcalm.insight.normal import Z95
from attachcalm.insight.share import Share


@dataclass(frozen=True, slots=True)
class Figure:
    """A number made of `n`, the interval in which it plausibly lies (95 %), and what may be said.

    All three are None while the minimum data is not there: "too early to tell", never 0.  The ends
    are None too where a number has no interval.
    """

    value: float | None
    n: int
    low: float | None
    high: float | None
    claim: Claim


def figure(
    value: float | None,
    n: int,
    claim: Claim,
    low: float | None = None,
    high: float | None = None,
) -> Figure:
    """The figure, with nothing to read in it before its minimum data is there."""
    if not claim.has_data or value is None:
        return Figure(None, n, None, None, claim)
    return Figure(value, n, low, high, claim)


def nothing(claim: Claim) -> Figure:
    """A figure of nothing yet."""
    return Figure(None, 0, None, None, claim)


def of_share(share: Share | None, claim: Claim) -> Figure:
    """A share with its Wilson interval."""
    if share is None:
        return nothing(claim)
    return figure(share.value, share.of, claim, share.low, share.high)


def of_mean(value: float, n: int, error: float, claim: Claim) -> Figure:
    """A mean and its standard error."""
    return figure(value, n, claim, value - Z95 * error, value + Z95 * error)


def error_of_mean(variance: float, n_eff: float) -> float:
    """√(variance/n_eff), in the unit of the values: wider where each tells of the next."""
    return sqrt(variance / n_eff)


def as_json(value: object) -> object:
    """A value of the heart in what JSON has: objects, lists, words, numbers, null."""
    told: object = value
    if isinstance(value, Claim):
        told = {"has_data": value.has_data, "is_met": value.is_met, "missing": value.missing}
    elif is_dataclass(value):
        told = {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(told, Mapping):
        return {str(key): as_json(each) for key, each in told.items()}
    if isinstance(told, tuple | list):
        return [as_json(each) for each in told]
    if isinstance(told, date):
        return told.isoformat()
    return told.value if isinstance(told, Enum) else told
