"""The left rail: the places of the app and, always in the same corner, help now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from attachcalm.ui.icons import Icons
from attachcalm.ui.tokens import RAIL_WIDTH, Look
from attachcalm.ui.widgets.buttons import nav_button, sos_button
from attachcalm.ui.widgets.icon_view import IconView
from attachcalm.ui.widgets.text import one_line

PLACES = ("home", "exercises", "trends", "settings", "help")
ICONS = ("house", "wind", "chart-line", "settings", "circle-question-mark")
NARROW_WIDTH = 76
SHORT_BELOW = 500  # px at 100 %: the brand and full targets need more
BELOW_THE_GAP = 3  # from Settings on


class Rail(QFrame):
    """Says where the person wants to go."""

    place_chosen = Signal(str)
    support_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.setObjectName("rail")
        self.setProperty("kind", "rail")
        self.setAccessibleName(self.tr("Places"))
        labels = (
            self.tr("Home"), self.tr("Exercises"), self.tr("Trends"), self.tr("Settings"),
            self.tr("Help"),
        )  # fmt: skip
        self._narrow = self._short = False
        self._labels = (*labels, self.tr("Hard moment?"))
        self.places = QButtonGroup(self)
        for at, (name, label, icon) in enumerate(zip(PLACES, labels, ICONS, strict=True)):
            self.places.addButton(nav_button(f"nav_{name}", label, icons, icon), at)
        self.help_now = sos_button("help_now", self._labels[-1], icons)
        self.help_now.setAccessibleDescription(self.tr("Support, also by F9"))
        self._arrange(icons)
        self.places.idClicked.connect(self._chosen)
        self.help_now.clicked.connect(self.support_wanted)
        icons.keeper.changed.connect(self._look_changed)

    def show_place(self, name: str) -> None:
        """Mark where the person is; nowhere for a page that is not in the rail."""
        self.places.setExclusive(False)
        for at, button in enumerate(self.places.buttons()):
            button.setChecked(at < len(PLACES) and PLACES[at] == name)
        self.places.setExclusive(True)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only where the window has no room for the words; the words become tips."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        buttons = (*self.places.buttons(), self.help_now)
        for button, label in zip(buttons, self._labels, strict=True):
            button.setText("" if narrow else label)
            button.setToolTip(label if narrow else "")
            button.setAccessibleName(label)
        self.brand.setVisible(not narrow)
        self._space(self._icons.keeper.look)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep every place and help whole where the window is low for the text size."""
        super().resizeEvent(event)
        self._fit()

    def _look_changed(self, look: Look) -> None:
        self._space(look)
        self._fit()

    def _fit(self) -> None:
        look = self._icons.keeper.look
        short = self.height() < look.px(SHORT_BELOW)
        if short == self._short:
            return
        self._short = short
        self._brand.setVisible(not short)
        for button in (*self.places.buttons(), self.help_now):
            button.setProperty("compact", short)
            button.style().unpolish(button)
            button.style().polish(button)
        self._space(look)

    def _chosen(self, at: int) -> None:
        had_keyboard = any(place.hasFocus() for place in self.places.buttons())
        self.place_chosen.emit(PLACES[at])
        place = self.places.button(at)
        if had_keyboard and place.isChecked():  # it was gone to, and is not left on another place
            place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrange(self, icons: Icons) -> None:
        self._brand = QWidget()
        brand = QHBoxLayout(self._brand)
        brand.addWidget(IconView("waves", icons, ink="primary", size=26))
        self.brand = one_line("heading", "AttachCalm")
        brand.addWidget(self.brand, 1)
        self._column = QVBoxLayout(self)
        brand.setContentsMargins(10, 0, 0, 10)
        self._column.addWidget(self._brand)
        for at, button in enumerate(self.places.buttons()):
            if at == BELOW_THE_GAP:
                self._column.addStretch(1)
            self._column.addWidget(button)
        self._column.addWidget(self.help_now)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._space(icons.keeper.look)

    def _space(self, look: Look) -> None:
        self.setFixedWidth(look.px(NARROW_WIDTH if self._narrow else RAIL_WIDTH))
        side = look.px(8 if self._narrow else 14)
        self._column.setContentsMargins(side, side if self._short else look.px(20), side, side)
        self._column.setSpacing(look.px(4 if self._short else 6))
