"""One slim line under the page: the background goes on for a while, and fades by itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout

from attachcalm.settings import Settings
from attachcalm.ui.icons import Icons
from attachcalm.ui.settings_keeper import SettingsKeeper
from attachcalm.ui.tokens import PAGE_MARGIN
from attachcalm.ui.widgets.buttons import compact, secondary_button
from attachcalm.ui.widgets.icon_view import IconView
from attachcalm.ui.widgets.text import words

if TYPE_CHECKING:  # made with the first sitting
    from attachcalm.ui.stage import Stage

TICK_MS = 1_000
MINUTE_MS = 60_000


class SleepBar(QFrame):
    """Seen while the afterglow sounds; its timer runs only then."""

    def __init__(
        self, icons: Icons, stage: "Callable[[], Stage]", settings: SettingsKeeper
    ) -> None:
        """`stage` is not asked before the first exercise was played."""
        super().__init__()
        self.setObjectName("sleep_bar")
        self.setProperty("kind", "soft")
        self._icons = icons
        self._stage = stage
        self._settings = settings.settings
        self._is_made = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        settings.changed.connect(self._follow)
        self.hide()

    def watch(self) -> None:
        """An exercise began or ended: show whether its background goes on."""
        self._show()

    def fade(self) -> None:
        """Let it fade now; safe at any time."""
        if self._timer.isActive():
            self._stage().afterglow.end()
            self._show()

    def _make(self) -> None:
        """Make what stands in it when it is first seen: a start has no need of it."""
        self._is_made = True
        self.text = words("", "", "sleep_bar_text")
        self.fade_button = compact(
            secondary_button("sleep_bar_fade", self.tr("Let it fade now"), self._icons)
        )
        row = QHBoxLayout(self)
        look = self._icons.keeper.look
        row.setContentsMargins(look.px(PAGE_MARGIN), look.px(4), look.px(PAGE_MARGIN), look.px(4))
        row.setSpacing(look.px(8))
        row.addWidget(IconView("moon", self._icons, ink="on_soft"))
        row.addWidget(self.text, 1)
        row.addWidget(self.fade_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.fade_button.clicked.connect(self.fade)

    def _tick(self) -> None:
        self._stage().afterglow.tick()
        self._show()

    def _follow(self, settings: Settings) -> None:
        """Apply what was changed at once; another background is one for the next exercise."""
        before, self._settings = self._settings, settings
        if not self._timer.isActive():
            return
        afterglow = self._stage().afterglow
        if settings.sleep_minutes != before.sleep_minutes:
            afterglow.set_minutes(settings.sleep_minutes)
        is_wished = settings.sound and settings.ambience == before.ambience
        afterglow.set_volume(settings.ambience_volume / 100 if is_wished else 0.0)
        self._show()

    def _show(self) -> None:
        afterglow = self._stage().afterglow
        if not afterglow.is_on:
            self._timer.stop()
            self.hide()
            return
        if not self._is_made:
            self._make()
        self._timer.start()
        sentence = self._words(-(-afterglow.left_ms // MINUTE_MS))
        if sentence != self.text.text():
            self.text.setText(sentence)
            self.setAccessibleName(sentence)
        self.show()

    def _words(self, minutes: int) -> str:
        if minutes <= 1:
            return self.tr("The background fades by itself within the next minute.")
        told = self.tr("The background goes on for {minutes} minutes and fades by itself.")
        return told.format(minutes=minutes)
