"""What a chart needs to be told about its looks and its size; plain values, cheap to import."""

from dataclasses import dataclass
from typing import Final

TEXT: Final = 13  # pixels at 100 %; never smaller
LEAST_WIDTH: Final = 240
LEAST_HEIGHT: Final = 180


@dataclass(frozen=True, slots=True)
class ChartColours:
    """The colours of a chart, each `#RRGGBB`."""

    surface: str  # the ground
    text: str
    muted: str  # the numbers on the axes
    grid: str
    before: str
    after: str
    band: str  # between the usual levels


@dataclass(frozen=True, slots=True)
class Size:
    """A size in pixels at 100 %; `ratio` device pixels each; `text` is the size of letters, 1 to 2.

    A chart smaller than 240 x 180 cannot be read: ValueError.
    """

    width: int
    height: int
    ratio: float = 1.0
    text: float = 1.0

    def __post_init__(self) -> None:
        if self.width < LEAST_WIDTH or self.height < LEAST_HEIGHT:
            raise ValueError(
                f"a chart has at least {LEAST_WIDTH} x {LEAST_HEIGHT} pixels, "
                f"not {self.width} x {self.height}"
            )

    @property
    def letters(self) -> float:
        """The height of the letters in pixels at 100 %."""
        return TEXT * self.text


@dataclass(frozen=True, slots=True)
class Paper:
    """What a chart is drawn on and with."""

    size: Size
    colours: ChartColours
    font_family: str
