"""Getting the drawing library ready: once in a process, before anything is drawn."""

import os
from datetime import date
from pathlib import Path


def prepare(cache: Path, fonts: Path) -> None:
    """Load matplotlib with its list of fonts kept in `cache`, and the bundled `fonts` added.

    Call it before anything else imports matplotlib: the cache folder is read at that import only.
    It takes about a second, several on the very first run, so never before the first paint and
    never while a pacer moves.  Calling it again costs nothing.  Where the cache folder
    cannot be written, matplotlib takes a temporary one, and the next start is as slow as this one.

    The settings of matplotlib are shared by the whole process and by all threads.  They are set
    here, always to the same values, and nowhere else.
    """
    os.environ.setdefault("MPLCONFIGDIR", str(cache / "matplotlib"))
    import matplotlib as mpl

    from attachcalm.charts.fonts import add_fonts

    mpl.rcParams["text.hinting"] = "no_hinting"  # letters as wide as Qt draws them
    mpl.rcParams["svg.fonttype"] = "none"  # text stays text: it can be searched and read aloud
    mpl.rcParams["pdf.fonttype"] = 42
    mpl.rcParams["svg.hashsalt"] = "attachcalm"  # the same picture, the same file
    add_fonts(fonts)


def warm(cache: Path, fonts: Path, font_family: str) -> None:
    """`prepare`, then draw a chart that nobody sees: the first of a process costs half a second.

    For the worker, while nothing else draws.
    """
    prepare(cache, fonts)
    from attachcalm.charts.image import render
    from attachcalm.charts.look import LEAST_HEIGHT, LEAST_WIDTH, ChartColours, Size
    from attachcalm.insight.selection import Wish, select
    from attachcalm.insight.series import series_of

    nothing = series_of(select((), (), Wish(), date.min))
    render(nothing, Size(LEAST_WIDTH, LEAST_HEIGHT), ChartColours(*["#808080"] * 7), font_family)
