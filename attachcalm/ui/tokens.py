"""The look as plain values: colours, type, spaces, motion. No Qt in here.

A token says what a colour is *for*. Nothing outside this file writes a colour or a pixel size of
its own, so light, dark and high contrast cannot drift apart.

These are named tuples, not data classes: defining them takes a quarter of the time, and that time
lies before the first window.
"""

from typing import Final, NamedTuple


class Theme(NamedTuple):
    """One set of colours, each `#RRGGBB`. `on_x` is the text colour for a ground of colour `x`."""

    name: str
    dark: bool
    bg: str  # the page
    surface: str  # a card, a text field
    sunken: str  # the rail, an empty groove
    border: str  # decoration only
    border_strong: str  # an edge that must be seen: field, outlined button
    text: str
    muted: str
    primary: str
    on_primary: str
    primary_hover: str
    primary_soft: str
    on_soft: str
    chosen: str  # what is switched on or picked: soft, but filled where contrast is wished
    on_chosen: str
    sos: str  # help now: warm, not alarming
    on_sos: str
    sos_hover: str
    sos_soft: str
    on_sos_soft: str
    focus: str  # the ring around what the keyboard acts on, and nothing else
    ok: str
    warn: str
    pacer: str
    pacer_guide: str
    chart_before: str
    chart_after: str
    chart_grid: str

    def colour(self, token: str) -> str:
        """Return the `#RRGGBB` behind a token's name; an unknown name is an AttributeError."""
        value: str = getattr(self, token)
        return value


LIGHT: Final = Theme(
    name="light",
    dark=False,
    bg="#F5F2EC",
    surface="#FFFFFF",
    sunken="#EDE9E1",
    border="#DDD7CC",
    border_strong="#837D72",
    text="#1E2B2F",
    muted="#55626A",
    primary="#1D6B68",
    on_primary="#FFFFFF",
    primary_hover="#165654",
    primary_soft="#DDEDE9",
    on_soft="#11504D",
    chosen="#DDEDE9",
    on_chosen="#11504D",
    sos="#A6402A",
    on_sos="#FFFFFF",
    sos_hover="#8B3422",
    sos_soft="#F9E6DF",
    on_sos_soft="#7E2E1D",
    focus="#0B57C2",
    ok="#2C6E3F",
    warn="#7A5200",
    pacer="#1D6B68",
    pacer_guide="#7FB8AE",
    chart_before="#B5622B",
    chart_after="#1D6B68",
    chart_grid="#E6E1D7",
)

DARK: Final = Theme(
    name="dark",
    dark=True,
    bg="#12191B",
    surface="#1A2326",
    sunken="#0D1315",
    border="#2F3C40",
    border_strong="#768589",
    text="#E7ECEA",
    muted="#A9B6B7",
    primary="#7CC9BD",
    on_primary="#08211F",
    primary_hover="#98D8CE",
    primary_soft="#1C3B39",
    on_soft="#B4E2DA",
    chosen="#1C3B39",
    on_chosen="#B4E2DA",
    sos="#F2A48D",
    on_sos="#33100A",
    sos_hover="#F7B9A6",
    sos_soft="#33231E",
    on_sos_soft="#F8C9BA",
    focus="#8CB8FF",
    ok="#8FD0A0",
    warn="#E6BF6A",
    pacer="#7CC9BD",
    pacer_guide="#2F6660",
    chart_before="#E9A06B",
    chart_after="#7CC9BD",
    chart_grid="#2A363A",
)

HIGH_CONTRAST: Final = Theme(
    name="contrast",
    dark=False,
    bg="#FFFFFF",
    surface="#FFFFFF",
    sunken="#F2F2F2",
    border="#000000",
    border_strong="#000000",
    text="#000000",
    muted="#1F1F1F",
    primary="#003F3C",
    on_primary="#FFFFFF",
    primary_hover="#002B29",
    primary_soft="#E3F4F1",
    on_soft="#00302E",
    chosen="#003F3C",
    on_chosen="#FFFFFF",
    sos="#7A1400",
    on_sos="#FFFFFF",
    sos_hover="#5A0F00",
    sos_soft="#FFEDE8",
    on_sos_soft="#5A0F00",
    focus="#0030C0",
    ok="#00441B",
    warn="#4A3000",
    pacer="#003F3C",
    pacer_guide="#4C8C86",
    chart_before="#8A3B00",
    chart_after="#003F3C",
    chart_grid="#C0C0C0",
)

THEMES: Final = (LIGHT, DARK, HIGH_CONTRAST)

FONT_FAMILY: Final = "Atkinson Hyperlegible Next"


class Type(NamedTuple):
    """One kind of text: `size` in pixels at a text size of 100 %, `weight` 400, 500 or 600."""

    size: int
    weight: int


DISPLAY: Final = Type(30, 600)
TITLE: Final = Type(22, 600)
HEADING: Final = Type(17, 600)
BODY: Final = Type(15, 400)
LABEL: Final = Type(15, 500)
SMALL: Final = Type(13, 400)  # never smaller than this
CAPTION: Final = Type(19, 400)
PACER_WORD: Final = Type(26, 600)
PACER_COUNT: Final = Type(40, 600)

# Spaces, corners and targets in pixels at 100 %.
PAGE_MARGIN: Final = 28
GAP: Final = 16
CARD_PADDING: Final = 20
RADIUS_CONTROL: Final = 10
RADIUS_CARD: Final = 16
TARGET: Final = 44  # height of what matters
TARGET_SMALL: Final = 36  # height of everything else that can be pressed
RAIL_WIDTH: Final = 216
ONE_COLUMN_BELOW: Final = 820  # a page narrower than this puts its columns under each other


class Look(NamedTuple):
    """What everything that paints needs to know: the colours, the text size, whether to move.

    `scale` multiplies every pixel token, 1.0 to 2.0. With `reduced_motion` nothing slides or grows.
    """

    theme: Theme = LIGHT
    scale: float = 1.0
    reduced_motion: bool = False

    def px(self, size: float) -> int:
        """Return a pixel token at this look's scale, in whole pixels."""
        return round(size * self.scale)


def theme_for(choice: str, system_dark: bool, system_contrast: bool) -> Theme:
    """Return the theme for the person's `choice`: "light", "dark", "contrast" or "system".

    A choice by name always wins. Any other word follows the system, where a wish for more
    contrast comes before dark.
    """
    for theme in THEMES:
        if choice == theme.name:
            return theme
    if system_contrast:
        return HIGH_CONTRAST
    return DARK if system_dark else LIGHT


def blend(over: str, under: str, share: float) -> str:
    """Return `over` painted on `under` with opacity `share`, 0 to 1, as one `#RRGGBB`."""
    mixed = (
        round(int(over[at : at + 2], 16) * share + int(under[at : at + 2], 16) * (1 - share))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02X}" for channel in mixed)
