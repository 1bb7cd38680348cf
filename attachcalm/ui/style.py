"""Dress the application: bundled fonts, palette and the one style sheet, made from the tokens."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from attachcalm.ui.sheet import sheet
from attachcalm.ui.tokens import BODY, FONT_FAMILY, Look, Theme, theme_for


def load_fonts(folder: Path) -> None:
    """Make the bundled fonts in `folder` known to Qt; without them the system's font is used."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def set_ground(app: QApplication, theme: Theme, scale: float) -> None:
    """Set the palette and font that widgets begin with, text at `scale` (1.0 to 2.0)."""
    if sys.platform in ("win32", "darwin"):  # elsewhere Fusion is Qt's own choice, and asking for
        app.setStyle("Fusion")  # the style takes 7 ms, as much as all the rest here
    app.setPalette(palette(theme))
    font = QFont(FONT_FAMILY)
    font.setPixelSize(round(BODY.size * scale))
    app.setFont(font)


def palette(theme: Theme) -> QPalette:
    """Return the palette for what the style sheet leaves to the native painting."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.bg,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.sunken,
        role.Text: theme.text,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.on_primary,
        role.Highlight: theme.primary,
        role.HighlightedText: theme.on_primary,
        role.Accent: theme.primary,
        role.Link: theme.primary,
        role.LinkVisited: theme.primary,
        role.PlaceholderText: theme.muted,
        role.ToolTipBase: theme.text,
        role.ToolTipText: theme.bg,
        role.Light: theme.surface,
        role.Midlight: theme.border,
        role.Mid: theme.border,
        role.Dark: theme.border_strong,
        role.Shadow: theme.border_strong,
    }
    made = QPalette()
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.muted))
    return made


class LookKeeper(QObject):
    """Keeps the application in the look that the system and the person ask for.

    Pages are given the keeper, read `look` when they paint, and connect to `changed` only if they
    keep something that was made from the old look (a chart's picture, a size in pixels).
    """

    changed = Signal(object)  # the new Look, after the application was dressed in it

    def __init__(
        self,
        app: QApplication,
        choice: str = "system",
        scale: float = 1.0,
        less_motion: bool | None = None,
    ) -> None:
        """Set the ground at once. `less_motion=None` follows the system, a bool is the person's."""
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._scale = scale
        self._less_motion = less_motion
        self.look = self._wished()
        set_ground(app, self.look.theme, self.look.scale)
        self._follow_system()

    def dress(self) -> None:
        """Put the style sheet on, once the first widgets are made and before they are shown.

        Earlier, and Qt would work it out for each of them again whenever it gets a parent.
        """
        self._app.setStyleSheet(sheet(self.look.theme, self.look.scale))

    def choose(self, choice: str, scale: float, less_motion: bool | None) -> None:
        """Take the person's wishes from the settings and change the look if that changes it.

        `choice` is "system", "light", "dark" or "contrast"; `scale` is 1.0 to 2.0.
        """
        self._choice = choice
        self._scale = scale
        self._less_motion = less_motion
        self.refresh()

    def refresh(self) -> None:
        """Look again at what the system and the person wish."""
        wished = self._wished()
        if wished == self.look:
            return
        before, self.look = self.look, wished
        if (before.theme, before.scale) != (wished.theme, wished.scale):
            set_ground(self._app, wished.theme, wished.scale)
            self.dress()
        self.changed.emit(wished)

    def _wished(self) -> Look:
        hints = self._app.styleHints()
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        theme = theme_for(self._choice, dark, system_wants("contrastPreference", "HighContrast"))
        less = self._less_motion
        if less is None:
            less = system_wants("motionPreference", "ReducedMotion")
        return Look(theme, self._scale, less)

    def _follow_system(self) -> None:
        hints = self._app.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        accessibility = getattr(hints, "accessibility", None)
        if accessibility is None:
            return
        for name in ("contrastPreferenceChanged", "motionPreferenceChanged"):
            signal = getattr(accessibility(), name, None)
            if signal is not None:
                signal.connect(self.refresh)


def system_wants(preference: str, wish: str) -> bool:
    """Return whether the system's accessibility `preference` is `wish`; False if it cannot say.

    Qt learned `contrastPreference` in 6.10 and `motionPreference` in 6.12.
    """
    accessibility = getattr(QApplication.styleHints(), "accessibility", None)
    ask = getattr(accessibility(), preference, None) if accessibility is not None else None
    return ask is not None and ask().name == wish
