"""Colours between two, and how well one can be read on another."""


def blended(one: str, other: str, share: float) -> str:
    """A colour between two, `share` of the way to the other; each `#RRGGBB`."""
    mixed = (a + (b - a) * share for a, b in zip(_parts(one), _parts(other), strict=True))
    return "#" + "".join(f"{round(part):02X}" for part in mixed)


def readable(ground: str, one: str, other: str) -> str:
    """The one of two colours that is easier to read on this ground."""
    return one if contrast(one, ground) >= contrast(other, ground) else other


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    shares = (part / 255 for part in _parts(colour))
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
