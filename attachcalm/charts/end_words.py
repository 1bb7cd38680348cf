"""The words at the right end of a chart that say which colour is which; there is no legend."""

from math import isnan

from attachcalm.charts.axes import BESIDE, Ground
from attachcalm.charts.blank import LINE, LINE_HEIGHT
from attachcalm.charts.fonts import font_of
from attachcalm.charts.place import Band, Row
from attachcalm.insight.scale import Scale


def write_end_words(ground: Ground, row: Row, band: Band | None) -> None:
    """Write "usually before" and "usually after" at the band's end, or name the last marks."""
    if band is None:
        start, lines, levels = "", 1, _ends(row)
    else:
        start, lines, levels = "usually\n", 2, _ends(band.row)
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
            color=paper.colours.before if name == "before" else paper.colours.after,
            verticalalignment="center",
            linespacing=LINE,
            gid=f"word-{name}",
        )


def _ends(row: Row) -> dict[str, float]:
    """Return the last levels of a row; what is not rated has no word."""
    levels = {"before": float(row.before[-1]), "after": float(row.after[-1])}
    return {name: level for name, level in levels.items() if not isnan(level)}


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
