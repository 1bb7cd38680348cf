"""The words at the right end of a chart that say which colour is which; there is no legend."""

from math import isnan

from attachcalm.charts.axes import BESIDE, Ground
from attachcalm.charts.blank import LINE, LINE_HEIGHT
from attachcalm.charts.fonts import font_of
from attachcalm.charts.place import Band, Row
from attachcalm.insight.scale import Scale
from attachcalm.insight.series import Series, Stick


def write_end_words(ground: Ground, series: Series, row: Row, band: Band | None) -> None:
    """Write "usually before" and "usually after" at the band's end, or name the last marks.

    Those of the last time that has most of them; where nothing but check-ins is shown, of these.
    """
    if band is None:
        start, lines, levels = "", 1, _ends(row, series)
    else:
        start, lines = "usually\n", 2
        levels = {"before": float(band.row.before[-1]), "after": float(band.row.after[-1])}
    paper = ground.paper
    letter = paper.size.letters * ground.level  # in points of the rating
    apart, half = (lines + 0.2) * LINE_HEIGHT * letter, lines * LINE_HEIGHT * letter / 2
    for name, level in _spread(levels, apart, half, ground.scale).items():
        ground.axes.text(
            1 + BESIDE / ground.width,
            level,
            f"{start}{name}",
            transform=ground.axes.get_yaxis_transform(),
            fontproperties=font_of(paper.font_family, paper.size.letters, 600),
            color=paper.colours.after if name == "after" else paper.colours.before,
            verticalalignment="center",
            linespacing=LINE,
            gid=f"word-{name}",
        )


def _ends(row: Row, series: Series) -> dict[str, float]:
    """Return the levels that are named; what is not rated has no word."""
    at = max(range(len(series.sticks)), key=lambda number: (_told(series.sticks[number]), number))
    stick = series.sticks[at]
    if stick.is_alone:
        return {stick.exercise_title.lower(): float(row.before[at])}
    levels = {"before": float(row.before[at]), "after": float(row.after[at])}
    return {name: level for name, level in levels.items() if not isnan(level)}


def _told(stick: Stick) -> int:
    """How much a stick has to name: a check-in has neither a before nor an after."""
    return 0 if stick.is_alone else 1 + (stick.change is not None)


def _spread(levels: dict[str, float], apart: float, half: float, scale: Scale) -> dict[str, float]:
    """Move two words apart that would cover each other, and both inside the scale.

    The higher level keeps the higher place; of two equal ones, before does.
    """
    if len(levels) == 1:
        return {
            name: min(scale.high - half, max(scale.low + half, level))
            for name, level in levels.items()
        }
    upper, lower = sorted(levels, key=lambda name: -levels[name])
    short = max(0.0, apart - (levels[upper] - levels[lower])) / 2
    top = min(levels[upper] + short, scale.high - half)
    bottom = max(scale.low + half, min(levels[lower] - short, top - apart))
    return {upper: max(top, bottom + apart), lower: bottom}
