"""The pacer paints what it is given, and only when that changes."""

from PySide6.QtGui import QColor, QPaintEvent
from pytestqt.qtbot import QtBot

from attachcalm.exercises.model import Stroke, StrokeKind
from attachcalm.player.breath import Breath
from attachcalm.player.session import Frame, Phase
from attachcalm.player.timeline import Span
from attachcalm.ui.icons import Icons
from attachcalm.ui.pacer import Pacer, Picture, picture_of

BREATH = Breath(
    (Stroke(StrokeKind.IN, 1.0, 4000, "Breathe in"), Stroke(StrokeKind.OUT, 0, 6000, "Out"))
)


def _frame(ms: int) -> Frame:
    span = Span(0, 0, "only", "Only", 0, 0, 10_000, breath=BREATH)
    return Frame(Phase.RUNNING, span, ms, 10_000 - ms, ms / 10_000, False, BREATH.at(ms))


def test_a_fuller_breath_is_a_wider_circle_with_its_word_and_seconds() -> None:
    """Shape, word and count say the same."""
    empty, half, full = (picture_of(_frame(ms), reduced_motion=False) for ms in (0, 2000, 3999))

    assert empty.radius < half.radius < full.radius
    assert (half.word, half.count) == ("Breathe in", "2")


def test_with_reduced_motion_nothing_grows_and_the_guide_fills() -> None:
    """Another painter of the same number."""
    pictures = [picture_of(_frame(ms), reduced_motion=True) for ms in (0, 2000, 3999)]

    assert len({picture.radius for picture in pictures}) == 1
    assert pictures[0].arc < pictures[1].arc < pictures[2].arc


def test_a_wide_breath_reaches_pixels_that_a_small_one_leaves_to_the_page(
    qtbot: QtBot, icons: Icons
) -> None:
    """What is painted is really there."""
    pacer = Pacer(icons)
    qtbot.addWidget(pacer)
    pacer.resize(400, 400)
    theme = icons.keeper.look.theme

    colours = []
    for radius in (0.5, 0.94):
        pacer.show_picture(Picture(radius, word="Breathe in", count="3"))
        colours.append(pacer.grab().toImage().pixelColor(200 + 170, 200))

    assert colours[0] == QColor(theme.bg)
    assert colours[1] != QColor(theme.bg)


def test_the_same_picture_again_paints_nothing(qtbot: QtBot, icons: Icons) -> None:
    """A frame that changes nothing costs nothing."""

    class Counting(Pacer):
        painted = 0

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            Counting.painted += 1
            super().paintEvent(event)

    pacer = Counting(icons)
    qtbot.addWidget(pacer)
    with qtbot.waitExposed(pacer):
        pacer.show()
    picture = Picture(0.7, word="Out", count="2")
    pacer.show_picture(picture)
    qtbot.waitUntil(lambda: Counting.painted >= 2)
    before = Counting.painted

    pacer.show_picture(picture)
    qtbot.waitUntil(lambda: not pacer.updatesEnabled() or Counting.painted == before)
    pacer.repaint()

    assert Counting.painted == before + 1
