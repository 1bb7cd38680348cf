"""After-ratings that are not there: counted, bounded, never guessed (statistics 10).

They are probably not missing by chance: people quit when it gets worse.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from attachcalm.insight.claims import COMPLETE
from attachcalm.insight.ease import ROOM


@dataclass(frozen=True, slots=True)
class Missed:
    """How many sittings that were rated before (`began`) were rated after too (`rated`).

    `bounds` is the share that eased, of those `with_room`: were all that miss a rating not eased,
    and were they all eased.  None where no sitting had room.
    """

    began: int
    rated: int
    with_room: int  # rated before at 2 or more
    stopped_unrated: int  # unknown, stopped early
    bounds: tuple[float, float] | None

    @property
    def completeness(self) -> float | None:
        """The share rated after too, 0 to 1; None where nothing was rated before."""
        return completeness_of(self.rated, self.began)

    @property
    def is_thin(self) -> bool:
        """Whether so many are missing that every claim is shown in grey."""
        return is_thin(self.completeness)


def missed_of(sittings: Iterable[tuple[int | None, int | None, bool]]) -> Missed:
    """What misses in these: distress before, distress after, whether it was stopped early."""
    began = [told for told in sittings if told[0] is not None]
    roomy = [(before, after) for before, after, _ in began if before is not None and before >= ROOM]
    known = [(before, after) for before, after in roomy if after is not None]
    return Missed(
        began=len(began),
        rated=sum(after is not None for _, after, _ in began),
        with_room=len(roomy),
        stopped_unrated=sum(stopped and after is None for _, after, stopped in began),
        bounds=bounds_of(sum(after < before for before, after in known), len(known), len(roomy))
        if roomy
        else None,
    )


def completeness_of(rated: int, began: int) -> float | None:
    """The share of sittings rated before that are rated after too; None without any."""
    return rated / began if began else None


def is_thin(completeness: float | None) -> bool:
    """Whether less than 70 % are rated after too."""
    return completeness is not None and completeness < COMPLETE


def bounds_of(eased: int, rated: int, began: int) -> tuple[float, float]:
    """The share that eased, were none and were all of those that miss a rating eased."""
    return eased / began, (eased + began - rated) / began
