"""The drawings are sharp, whole and in the colours of the moment."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from attachcalm.ui.icons import Icons
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import (
    LIGHT,
    THEMES,
    Theme,
)
from tests.fakes.every_widget import ink


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_an_icon_made_before_has_the_colour_of_the_theme_now(
    keeper: LookKeeper, icons: Icons, theme: Theme
) -> None:
    """Icons ask for their colour while painting, so a new theme needs no new icons."""
    icon = icons.icon("square", "primary", gap=False)
    keeper.choose(theme.name, 1.0, less_motion=None)
    picture = icon.pixmap(48, 48).toImage()
    assert ink(picture, theme.primary) > 100


def test_an_icon_before_words_leaves_a_gap_and_stays_whole(icons: Icons) -> None:
    """The drawing takes 20 of 28 px at the leading side; the words keep their distance."""
    picture = icons.icon("square", "text").pixmap(28, 28).toImage()
    columns = [x for x in range(28) if any(picture.pixelColor(x, y).alpha() > 0 for y in range(28))]
    assert min(columns) <= 4
    assert 14 <= max(columns) <= 19


def test_a_disabled_icon_is_muted(icons: Icons) -> None:
    """What cannot be pressed looks it."""
    icon = icons.icon("square", "primary", gap=False)
    picture = icon.pixmap(QSize(48, 48), icon.Mode.Disabled).toImage()
    assert ink(picture, LIGHT.muted) > 100


def test_every_bundled_icon_can_be_drawn(icons: Icons, resources: Path, keeper: LookKeeper) -> None:
    """Each drawing has ink in its token's colour, and none has a colour of its own."""
    files = sorted((resources / "icons").glob("*.svg"))
    assert len(files) > 50
    for file in files:
        if file.stem == "attachcalm":  # the app's own mark has its own ground
            continue
        assert "currentColor" in file.read_text(encoding="utf-8")
        picture = icons.icon(file.stem, "text", gap=False).pixmap(96, 96).toImage()
        assert ink(picture, keeper.look.theme.text) > 20, file.stem


def test_a_copied_icon_still_paints(icons: Icons) -> None:
    """Qt copies icon engines at will; the copy must outlive the original."""
    icon = icons.icon("wind", "text", gap=False)
    copy = type(icon)(icon)
    copy.addFile("no such file")  # makes Qt part the copy from the original
    del icon
    assert ink(copy.pixmap(48, 48).toImage(), LIGHT.text) > 20
