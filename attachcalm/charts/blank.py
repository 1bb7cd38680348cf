"""An empty figure of the right size, with a heading where it is looked at by itself."""

from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from attachcalm.charts.fonts import font_of
from attachcalm.charts.look import Paper

DPI: Final = 100
LETTER_WIDTH: Final = 0.53  # of its height, on average
TITLE_SIZE: Final = 17 / 13  # against the other letters
LINE: Final = 1.1  # of the font's own, from line to line
LINE_HEIGHT: Final = 1.2 * LINE  # letter heights
MARGIN: Final = 16  # pixels around a heading


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a chart that is looked at by itself."""

    title: str
    sentence: str


def new_figure(paper: Paper, heading: Heading | None) -> tuple[Figure, float]:
    """Make a figure, and return with it the height in pixels that its heading takes."""
    size = paper.size
    figure = Figure(
        figsize=(size.width / DPI, size.height / DPI),
        dpi=DPI * size.ratio,
        facecolor=paper.colours.surface,
    )
    FigureCanvasAgg(figure)
    return figure, 0.0 if heading is None else _write_heading(figure, paper, heading)


def _write_heading(figure: Figure, paper: Paper, heading: Heading) -> float:
    """Write the heading and return the height that it takes in pixels."""
    size, letters = paper.size, paper.size.letters
    across = int((size.width - 2 * MARGIN) / (letters * LETTER_WIDTH))
    sentence = heading.sentence.replace(" %", "\N{NO-BREAK SPACE}%")
    lines = wrap(sentence, across)
    down = float(MARGIN)
    for text, pixels, weight, colour in (
        (heading.title, letters * TITLE_SIZE, 600, paper.colours.text),
        ("\n".join(lines), letters, 400, paper.colours.muted),
    ):
        figure.text(
            MARGIN / size.width,
            1 - down / size.height,
            text,
            fontproperties=font_of(paper.font_family, pixels, weight),
            color=colour,
            verticalalignment="top",
            linespacing=LINE,
        )
        down += pixels * LINE_HEIGHT
    return down + letters * LINE_HEIGHT * (len(lines) - 1) + letters
