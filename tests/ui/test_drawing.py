"""The drawings of pages: their words fit, and their colours are those of the moment."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics
from pytestqt.qtbot import QtBot

from attachcalm.learn.model import LABELS, Figure, FigureKind
from attachcalm.ui.drawing import PAD, WRAP, Drawing, Plane, Window, drawing_of
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import THEMES, Theme
from tests.fakes.every_widget import ink

LONG = "a label that takes a little more room than most of them"
KINDS = pytest.mark.parametrize("kind", FigureKind)


def drawn(kind: FigureKind, keeper: LookKeeper, qtbot: QtBot, label: str = LONG) -> Drawing:
    """A drawing of this kind, as wide as it wants to be."""
    figure = Figure(kind, "A title", dict.fromkeys(LABELS[kind], label), "All of it, in words.")
    made = drawing_of("drawing", figure, keeper)
    qtbot.addWidget(made)
    made.resize(480, made.heightForWidth(480))
    return made


@KINDS
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_it_is_drawn_in_the_colours_of_the_theme_now(
    kind: FigureKind, theme: Theme, keeper: LookKeeper, qtbot: QtBot
) -> None:
    """A new look needs no new drawing."""
    made = drawn(kind, keeper, qtbot)
    keeper.choose(theme.name, 1.0, less_motion=None)

    picture = made.grab().toImage()

    assert ink(picture, theme.text) > 100
    if kind is FigureKind.WINDOW:
        middle = QColor(picture.pixel(3, picture.height() // 2))
        assert middle.name().upper() == theme.primary_soft


@KINDS
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [300, 480, 900])
def test_every_word_has_its_room(
    kind: FigureKind, width: int, scale: float, keeper: LookKeeper, qtbot: QtBot
) -> None:
    """The height that it asks for holds its words at that width, whatever the text size."""
    keeper.choose("light", scale, less_motion=None)
    made = drawn(kind, keeper, qtbot)
    wide = max(width, made.minimumSizeHint().width())
    metrics = QFontMetrics(made.words_font())

    if isinstance(made, Plane):
        room = (wide - keeper.look.px(PAD)) / 2 - 2 * keeper.look.px(PAD)
        rows = 2
    else:
        assert isinstance(made, Window)
        room = wide * Window.WORDS - 2 * keeper.look.px(PAD)
        rows = 3
    needed = metrics.boundingRect(QRect(0, 0, int(room), 10_000), WRAP, LONG)

    assert needed.width() <= room
    assert made.heightForWidth(wide) >= rows * needed.height()


@KINDS
def test_a_narrow_drawing_is_higher(kind: FigureKind, keeper: LookKeeper, qtbot: QtBot) -> None:
    """Words that wrap take more lines."""
    made = drawn(kind, keeper, qtbot, label=f"{LONG} {LONG}")

    assert made.heightForWidth(260) > made.heightForWidth(900)


@KINDS
def test_its_words_are_told_to_who_does_not_see_it(
    kind: FigureKind, keeper: LookKeeper, qtbot: QtBot
) -> None:
    """Its name and all that it shows."""
    made = drawn(kind, keeper, qtbot)

    assert made.accessibleName() == "A title"
    assert made.accessibleDescription() == "All of it, in words."
