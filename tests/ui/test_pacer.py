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


# ---------------------------------------------------------------- the bar
def test_a_bar_is_as_full_as_the_breath_with_the_same_word_and_seconds() -> None:
    """Another guide for the same moment."""
    pictures = [picture_of(_frame(ms), False, "bar") for ms in (0, 2000, 3999)]

    assert pictures[0].level == 0
    assert pictures[1].level is not None
    assert abs(pictures[1].level - 0.5) < 1e-9
    assert pictures[2].level is not None
    assert pictures[2].level > 0.99
    assert (pictures[1].word, pictures[1].count) == ("Breathe in", "2")


def test_with_reduced_motion_no_bar_rises_either() -> None:
    """The still picture is the same for both guides."""
    for ms in (0, 2000, 3999):
        assert picture_of(_frame(ms), True, "bar") == picture_of(_frame(ms), True)


def test_a_bar_fills_from_below(qtbot: QtBot, icons: Icons) -> None:
    """At half, a pixel below the middle has its colour and one above has the page's."""
    pacer = Pacer(icons)
    qtbot.addWidget(pacer)
    pacer.resize(400, 400)
    theme = icons.keeper.look.theme

    pacer.show_picture(Picture(0, word="Breathe in", count="2", level=0.5))
    image = pacer.grab().toImage()

    assert image.pixelColor(200, 60) == QColor(theme.bg)
    assert image.pixelColor(200, 340) not in (QColor(theme.bg), QColor(theme.surface))


def test_a_bar_leaves_nothing_behind(qtbot: QtBot, icons: Icons) -> None:
    """Moved step by step on the screen, it ends as if it had been painted there at once."""
    moved, fresh = Pacer(icons), Pacer(icons)
    for pacer in (moved, fresh):
        qtbot.addWidget(pacer)
        pacer.resize(301, 307)
        with qtbot.waitExposed(pacer):
            pacer.show()
    levels = [0.0, 0.2, 0.51, 0.93, 1.0, 0.7, 0.33, 0.05, 0.4]
    last = Picture(0, word="Out", count="3", level=levels[-1])

    for level in levels[:-1]:
        moved.show_picture(Picture(0, word="In", count="1", level=level))
        moved.repaint(moved.visibleRegion().boundingRect())
    moved.show_picture(Picture(0.7, word="In", count="1"))
    for picture in (Picture(0, word="In", count="1", level=0.9), last):
        moved.show_picture(picture)
    fresh.show_picture(last)

    assert moved.grab().toImage() == fresh.grab().toImage()


def test_a_bar_repaints_only_the_strip_between_two_levels(qtbot: QtBot, icons: Icons) -> None:
    """Each picture costs what it changes."""
    regions: list[int] = []

    class Watching(Pacer):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            regions.append(event.rect().width() * event.rect().height())
            super().paintEvent(event)

    pacer = Watching(icons)
    qtbot.addWidget(pacer)
    pacer.resize(600, 600)
    pacer.show_picture(Picture(0, word="In", count="3", level=0.5))
    with qtbot.waitExposed(pacer):
        pacer.show()
    qtbot.waitUntil(lambda: bool(regions))
    regions.clear()

    pacer.show_picture(Picture(0, word="In", count="3", level=0.52))
    qtbot.waitUntil(lambda: bool(regions))

    assert regions[0] < 600 * 600 / 5
