"""A breathing circle at sixty pictures a second: the app's pacer, or the stand-in it is held to.

The stand-in paints the least that a calm pacer needs: a flat antialiased circle and one line of
text, opaque, and only the circle's rectangle.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from PySide6.QtCore import QEasingCurve, QRect, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from attachcalm.app import Env
from attachcalm.ui.icons import Icons
from attachcalm.ui.pacer import CORE, FULL, Pacer, Picture
from attachcalm.ui.style import LookKeeper, load_fonts

BREATH_MS = 4_000
SETTLE_MS = 700


@dataclass
class Seen:
    """What was painted in the measured time: milliseconds between pictures, CPU in all."""

    stamps: list[float] = field(default_factory=list)
    cpu_ms: float = 0.0
    wall_ms: float = 0.0

    @property
    def gaps(self) -> list[float]:
        """Milliseconds from each picture to the next."""
        return [
            (after - before) * 1e3
            for before, after in zip(self.stamps, self.stamps[1:], strict=False)
        ]


class StandIn(QWidget):
    """The plain circle."""

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self._seen = seen
        self._radius = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def breathe(self, fullness: float) -> None:
        """Be as full as this, 0 to 1."""
        largest = min(self.width(), self.height()) * 0.42
        before, self._radius = self._radius, largest * (0.35 + 0.65 * fullness)
        side = int(max(before, self._radius)) + 3
        centre = self.rect().center()
        self.update(QRect(centre.x() - side, centre.y() - side, 2 * side + 1, 2 * side + 1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor("#eef3f4"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor("#2d6a6a"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(self.rect().toRectF().center(), self._radius, self._radius)
        painter.setPen(Qt.GlobalColor.white)
        font = painter.font()
        font.setPixelSize(28)
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "Breathe in")
        painter.end()
        self._seen.stamps.append(time.perf_counter())


class AppPacer(Pacer):
    """The app's own pacer, which keeps when it painted."""

    def __init__(self, icons: Icons, seen: Seen) -> None:
        super().__init__(icons)
        self._seen = seen

    def breathe(self, fullness: float) -> None:
        """Be as full as this, 0 to 1, with a word and a count that runs like a clock."""
        radius = CORE + (FULL - CORE) * (0.12 + 0.88 * fullness)
        count = str(int(time.perf_counter()) % 4 + 1)
        self.show_picture(Picture(radius, 0.0, "Breathe in", count))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        self._seen.stamps.append(time.perf_counter())


def dress(app: QApplication, env: Env) -> Icons:
    """The app's fonts, style and icons, light."""
    load_fonts(env.paths.fonts)
    keeper = LookKeeper(app, "light", 1.0, less_motion=False)
    keeper.dress()
    return Icons(env.paths.icons, keeper)


def animate(widget: StandIn | AppPacer) -> QVariantAnimation:
    """Let it breathe until the process ends."""
    breath = QVariantAnimation(widget)
    breath.setStartValue(0.0)
    breath.setKeyValueAt(0.5, 1.0)
    breath.setEndValue(0.0)
    breath.setDuration(2 * BREATH_MS)
    breath.setEasingCurve(QEasingCurve.Type.InOutSine)
    breath.setLoopCount(-1)
    breath.valueChanged.connect(widget.breathe)
    breath.start()
    return breath


def watch(app: QApplication, seen: Seen, seconds: float) -> None:
    """Let the event loop run; count from after it has settled, for so many seconds."""
    clocks: list[float] = []

    def begin() -> None:
        seen.stamps.clear()
        clocks.extend((time.process_time(), time.perf_counter()))

    def finish() -> None:
        seen.cpu_ms = (time.process_time() - clocks[0]) * 1e3
        seen.wall_ms = (time.perf_counter() - clocks[1]) * 1e3
        app.exit(0)

    QTimer.singleShot(SETTLE_MS, app, begin)
    QTimer.singleShot(SETTLE_MS + round(seconds * 1e3), app, finish)
    app.exec()
