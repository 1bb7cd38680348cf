"""The figures of what happens within sittings: items 1, 2, 8 and 10 of the statistics."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attachcalm.insight import claims
from attachcalm.insight.autocorrelation import independent, lag_one
from attachcalm.insight.claims import Claim, Lack
from attachcalm.insight.comparator import Comparator
from attachcalm.insight.ease import eases_of
from attachcalm.insight.figure import Figure, error_of_mean, figure, nothing, of_mean, of_share
from attachcalm.insight.middle import mean_of
from attachcalm.insight.missing import missed_of
from attachcalm.insight.share import share_of
from attachcalm.insight.window import window_change_of
from attachcalm.insight.works import pooled_variance
from attachcalm.journal.entry import Ending, Entry

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class EaseFigures:
    """Distress before less after, in points (items 1 and 8); shares of what eased as in item 1."""

    mean: Figure
    adjusted_mean: Figure  # without the fall that comes by itself
    sd: Figure
    median: Figure
    typical: Figure  # Hodges-Lehmann
    standardised: Figure  # d_z
    eased: Figure
    clearly_eased: Figure
    unchanged: Figure
    harder: Figure
    no_room: int


@dataclass(frozen=True, slots=True)
class WindowFigures:
    """Energy nearing the window of tolerance, in points (item 2)."""

    mean: Figure
    median: Figure
    returned: Figure


@dataclass(frozen=True, slots=True)
class MissedFigures:
    """After-ratings that are not there (item 10)."""

    completeness: Figure
    is_thin: bool
    eased_at_least: Figure
    eased_at_most: Figure
    stopped_unrated: int  # unknown, stopped early


def ease_figures_of(pairs: Sequence[Pair], comparator: Comparator, alone: int) -> EaseFigures:
    """What these ratings before and after say, in the order of time.

    `alone` is how many ratings without an exercise the comparator's mean was made of: without
    them there is nothing to adjust the mean by.
    """
    claim = claims.enough(len(pairs))
    if not pairs:
        none = nothing(claim)
        return EaseFigures(none, none, none, none, none, none, none, none, none, none, 0)
    told, n = eases_of(pairs), len(pairs)
    mean_before = mean_of([before for before, _ in pairs])
    left = [comparator.adjusted(before, after, mean_before) for before, after in pairs]
    by_itself = Claim(claim.missing + claims.enough(alone, claims.ALONE, Lack.RATED_ALONE).missing)
    roomy = claims.enough(told.eased.of if told.eased else 0)
    typical = told.typical
    return EaseFigures(
        mean=_mean([float(before - after) for before, after in pairs], claim),
        adjusted_mean=_mean(left, by_itself),
        sd=figure(told.sd, n, claim),
        median=figure(told.median, n, claim),
        typical=figure(typical.value, n, claim, typical.low, typical.high),
        standardised=figure(told.standardised, n, claim),
        eased=of_share(told.eased, roomy),
        clearly_eased=of_share(told.clearly_eased, roomy),
        unchanged=of_share(told.unchanged, claim),
        harder=of_share(told.harder, claim),
        no_room=told.no_room,
    )


def _mean(values: Sequence[float], claim: Claim) -> Figure:
    """The mean of values in the order of time, its interval wider where each tells of the next.

    The variance is that of `works`: a first guess until the values say otherwise, so that three
    equal changes do not look like certainty.
    """
    n_eff = independent(len(values), lag_one(values))
    error = error_of_mean(pooled_variance({"": values}), n_eff)
    return of_mean(mean_of(values), len(values), error, claim)


def window_figures_of(told: Sequence[Entry]) -> WindowFigures:
    """What the energies before and after say, in the order of time."""
    moods = [(entry.before, entry.after) for entry in told]
    pairs = [
        (before.energy, after.energy)
        for before, after in moods
        if before and after and before.energy is not None and after.energy is not None
    ]
    claim = claims.enough(len(pairs))
    if not pairs:
        return WindowFigures(nothing(claim), nothing(claim), nothing(_outside(0)))
    change = window_change_of(pairs)
    gains = [float(gain) for gain in change.gains]
    returned = change.returned
    return WindowFigures(
        mean=_mean(gains, claim),
        median=figure(change.median, change.n, claim),
        returned=of_share(returned, _outside(returned.of if returned else 0)),
    )


def _outside(n: int) -> Claim:
    return claims.enough(n, lack=Lack.STARTS_OUTSIDE)


def missed_figures_of(told: Iterable[Entry]) -> MissedFigures:
    """What is not rated after."""
    missed = missed_of(
        (
            entry.before.distress if entry.before else None,
            entry.after.distress if entry.after else None,
            entry.ended is None or entry.ended.ending is not Ending.FINISHED,
        )
        for entry in told
    )
    claim = claims.enough(missed.rated)
    low, high = missed.bounds or (None, None)
    share = share_of(missed.rated, missed.began) if missed.began else None
    return MissedFigures(
        completeness=of_share(share, claims.enough(missed.began, lack=Lack.RATED_BEFORE)),
        is_thin=missed.is_thin,
        eased_at_least=figure(low, missed.with_room, claim),
        eased_at_most=figure(high, missed.with_room, claim),
        stopped_unrated=missed.stopped_unrated,
    )
