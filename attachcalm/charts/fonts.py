"""The bundled fonts, made known to the drawing library."""

import logging
from pathlib import Path

from matplotlib.font_manager import FontProperties, fontManager

log = logging.getLogger(__name__)

POINTS_A_PIXEL = 0.72  # a chart has 100 dots an inch at 100 %, a point is 1/72 inch


def add_fonts(folder: Path) -> None:
    """Add every TTF file of the folder that is not known yet; one that cannot be read is logged."""
    known = {font.fname for font in fontManager.ttflist}
    for path in sorted(folder.glob("*.ttf")):
        if str(path) in known:
            continue
        try:
            fontManager.addfont(path)
        except (OSError, RuntimeError) as fault:
            log.warning("the font %s cannot be read: %s", path.name, fault)


def font_of(family: str, pixels: float, weight: int = 400) -> FontProperties:
    """A font of so many pixels at 100 %; a family that is missing has a stand-in."""
    return FontProperties(family=family, size=points(pixels), weight=weight)


def points(pixels: float) -> float:
    """Pixels at 100 % as the points that matplotlib counts in."""
    return pixels * POINTS_A_PIXEL
