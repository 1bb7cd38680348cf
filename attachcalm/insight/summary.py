"""A series in a few numbers, each with how sure it is, or none where it is too early to tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from attachcalm.insight.claims import LEAST
from attachcalm.insight.ease import CLEARLY, ROOM
from attachcalm.insight.middle import Middle, middle_half_of
from attachcalm.insight.missing import bounds_of, completeness_of, is_thin
from attachcalm.insight.series import Series, Stick
from attachcalm.insight.share import Share, share_of

MS_A_MINUTE: Final = 60_000


@dataclass(frozen=True, slots=True)
class Summary:
    """What a series says.  None stands for "too early to tell", never for 0."""

    sittings: int
    days: int
    rated_before: int  # sittings with a distress rating before
    pairs: int  # … and with one after
    lower: int  # of the pairs: lower after than before
    same: int
    higher: int
    change: Middle | None  # after minus before over all pairs: negative is lower afterwards
    no_room: int  # pairs that began at 0 or 1; left out of the shares below
    eased: Share | None  # lower by 1 or more
    clearly_eased: Share | None  # lower by 2 or more
    eased_bounds: tuple[float, float] | None  # the share, were all that miss a rating higher; lower
    stopped_unrated: int  # stopped early and not rated after: unknown
    minutes: Middle | None  # the typical length of a sitting
    timed: int = 0  # how many sittings that is of

    @property
    def completeness(self) -> float | None:
        """The share of sittings rated before that are rated after too; None without any."""
        return completeness_of(self.pairs, self.rated_before)

    @property
    def is_thin(self) -> bool:
        """Whether so many after-ratings are missing that every claim is shown in grey."""
        return is_thin(self.completeness)

    @property
    def missing(self) -> int:
        """How many more sittings rated before and after it takes to say what is typical."""
        return max(0, LEAST - self.pairs)


def summary_of(series: Series) -> Summary:
    """The summary of a series."""
    sticks = [stick for stick in series.sticks if not stick.is_alone]
    changes = [change for stick in sticks if (change := stick.change) is not None]
    before = [stick for stick in sticks if stick.before is not None]
    roomy = [stick for stick in before if stick.before is not None and stick.before >= ROOM]
    eases = [-change for stick in roomy if (change := stick.change) is not None]
    minutes = [spent / MS_A_MINUTE for spent in series.practised_ms]
    return Summary(
        sittings=series.sittings,
        days=series.days,
        rated_before=len(before),
        pairs=len(changes),
        lower=sum(change < 0 for change in changes),
        same=changes.count(0),
        higher=sum(change > 0 for change in changes),
        change=middle_half_of(changes) if len(changes) >= LEAST else None,
        no_room=len(changes) - len(eases),
        eased=_share_at_least(1, eases),
        clearly_eased=_share_at_least(CLEARLY, eases),
        eased_bounds=_bounds(eases, len(roomy)),
        stopped_unrated=sum(_is_unknown(stick) for stick in before),
        minutes=middle_half_of(minutes) if len(minutes) >= LEAST else None,
        timed=len(minutes),
    )


def _share_at_least(least: int, eases: Sequence[int]) -> Share | None:
    if len(eases) < LEAST:
        return None
    return share_of(sum(ease >= least for ease in eases), len(eases))


def _bounds(eases: Sequence[int], began: int) -> tuple[float, float] | None:
    """The two extremes for what is not known; nothing between them is guessed."""
    if len(eases) < LEAST:
        return None
    return bounds_of(sum(ease >= 1 for ease in eases), len(eases), began)


def _is_unknown(stick: Stick) -> bool:
    return stick.stopped and stick.after is None
