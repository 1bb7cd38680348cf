"""What drawing a chart gives: the figure, and the place and the words of every mark on it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that can be pointed at: where it is, and what it says.

    Pixels at 100 %, from the top left corner of the chart.  `y_px` is the place of its words;
    `top_px` and `bottom_px` are its ends, `reach_px` how far left and right of `x_px` it goes.
    """

    sitting: str | None  # None if it stands for several, or for none
    x_px: float
    y_px: float
    top_px: float
    bottom_px: float
    sentence: str
    reach_px: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn chart.  Marks go in the order in which one would read them."""

    figure: "Figure"
    marks: tuple[Mark, ...]
