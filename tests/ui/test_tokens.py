"""The colours are readable in every theme, and the theme follows who asked for it."""

import pytest

from attachcalm.ui import tokens
from attachcalm.ui.tokens import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    SMALL,
    THEMES,
    Look,
    Theme,
    Type,
    blend,
    theme_for,
)
from tests.fakes.contrast import contrast

# Text on its ground needs 4.5 (WCAG 2.2, 1.4.3), an edge or a mark 3 (1.4.11).
TEXT_PAIRS = (
    ("text", "bg"),
    ("text", "surface"),
    ("text", "sunken"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("on_soft", "primary_soft"),
    ("on_chosen", "chosen"),
    ("primary", "bg"),
    ("on_sos", "sos"),
    ("on_sos", "sos_hover"),
    ("on_sos_soft", "sos_soft"),
    ("ok", "surface"),
    ("warn", "surface"),
)
MARK_PAIRS = (
    ("border_strong", "surface"),
    ("border_strong", "bg"),
    ("focus", "bg"),
    ("focus", "surface"),
    ("focus", "sunken"),
    ("primary", "chart_grid"),
    ("chart_before", "surface"),
    ("chart_after", "surface"),
    ("pacer", "bg"),
)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_every_text_can_be_read_on_its_ground(theme: Theme, ink: str, ground: str) -> None:
    """Words have at least the contrast that WCAG asks of text."""
    assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), MARK_PAIRS)
def test_every_needed_edge_and_mark_can_be_seen(theme: Theme, ink: str, ground: str) -> None:
    """Edges, rings and marks have at least the contrast that WCAG asks of graphics."""
    assert contrast(theme.colour(ink), theme.colour(ground)) >= 3


@pytest.mark.parametrize(
    ("ink", "ground", "light", "dark", "high"),
    [
        ("text", "bg", 13.0, 14.9, 21.0),
        ("muted", "sunken", 5.2, 9.0, 14.7),
        ("on_primary", "primary", 6.3, 8.8, 11.8),
        ("on_sos", "sos", 6.2, 8.6, 10.9),
        ("border_strong", "surface", 4.1, 4.2, 21.0),
        ("focus", "bg", 6.0, 8.8, 9.6),
    ],
)
def test_contrast_agrees_with_figures_worked_out_elsewhere(
    ink: str, ground: str, light: float, dark: float, high: float
) -> None:
    """The formula gives the ratios that were computed for the palette when it was chosen."""
    found = [contrast(theme.colour(ink), theme.colour(ground)) for theme in THEMES]
    assert found == pytest.approx([light, dark, high], abs=0.051)


def test_contrast_is_one_for_a_colour_on_itself_and_the_same_both_ways() -> None:
    """The ratio has no direction, and nothing is seen on its own colour."""
    assert contrast("#1D6B68", "#1D6B68") == pytest.approx(1)
    assert contrast("#000000", "#FFFFFF") == contrast("#FFFFFF", "#000000") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_before_and_after_never_share_a_colour(theme: Theme) -> None:
    """The two marks of the chart can be told apart."""
    assert theme.chart_before != theme.chart_after


@pytest.mark.parametrize(
    ("choice", "dark", "wants_contrast", "expected"),
    [
        ("system", False, False, LIGHT),
        ("system", True, False, DARK),
        ("system", True, True, HIGH_CONTRAST),
        ("system", False, True, HIGH_CONTRAST),
        ("light", True, True, LIGHT),
        ("dark", False, True, DARK),
        ("contrast", False, False, HIGH_CONTRAST),
        ("no such theme", True, False, DARK),
    ],
)
def test_the_persons_choice_comes_before_the_systems(
    choice: str, dark: bool, wants_contrast: bool, expected: Theme
) -> None:
    """A theme by name always wins; any other word follows the system."""
    assert theme_for(choice, dark, wants_contrast) is expected


def test_no_text_is_smaller_than_the_smallest() -> None:
    """No kind of text falls below 13 px."""
    kinds = [value for value in vars(tokens).values() if isinstance(value, Type)]
    assert len(kinds) >= 9
    assert min(kind.size for kind in kinds) == SMALL.size == 13


def test_a_pixel_token_grows_with_the_text() -> None:
    """At 150 % a target of 44 px is 66 px."""
    assert Look(LIGHT, 1.5).px(44) == 66


def test_an_unknown_token_is_an_error_and_not_a_colour() -> None:
    """A misspelt token is found at once."""
    with pytest.raises(AttributeError):
        LIGHT.colour("primery")


def test_a_blend_goes_from_one_colour_to_the_other() -> None:
    """Nothing of it is the ground, all of it the colour, half of it the middle."""
    assert blend("#FF0000", "#0000FF", 0) == "#0000FF"
    assert blend("#FF0000", "#0000FF", 1) == "#FF0000"
    assert blend("#FF0000", "#0000FF", 0.5) == "#800080"
