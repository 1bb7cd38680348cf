"""The left rail: the places of the app and, always in the same corner, help now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout

from attachcalm.ui.icons import Icons
from attachcalm.ui.tokens import RAIL_WIDTH, Look
from attachcalm.ui.widgets.buttons import nav_button, sos_button
from attachcalm.ui.widgets.icon_view import IconView
from attachcalm.ui.widgets.text import one_line

PLACES = ("home", "exercises", "trends", "settings", "help")
ICONS = ("house", "wind", "chart-line", "settings", "circle-question-mark")
BELOW_THE_GAP = 3  # from Settings on


class Rail(QFrame):
    """Says where the person wants to go."""

    place_chosen = Signal(str)
    support_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setProperty("kind", "rail")
        self.setAccessibleName(self.tr("Places"))
        labels = (
            self.tr("Home"), self.tr("Exercises"), self.tr("Trends"), self.tr("Settings"),
            self.tr("Help"),
        )  # fmt: skip
        self.places = QButtonGroup(self)
        for at, (name, label, icon) in enumerate(zip(PLACES, labels, ICONS, strict=True)):
            self.places.addButton(nav_button(f"nav_{name}", label, icons, icon), at)
        self.help_now = sos_button("help_now", self.tr("Hard moment?"), icons)
        self.help_now.setAccessibleDescription(self.tr("Support, also by F9"))
        self._arrange(icons)
        self.places.idClicked.connect(self._chosen)
        self.help_now.clicked.connect(self.support_wanted)
        icons.keeper.changed.connect(self._space)

    def show_place(self, name: str) -> None:
        """Mark where the person is; nowhere for a page that is not in the rail."""
        self.places.setExclusive(False)
        for at, button in enumerate(self.places.buttons()):
            button.setChecked(at < len(PLACES) and PLACES[at] == name)
        self.places.setExclusive(True)

    def _chosen(self, at: int) -> None:
        self.place_chosen.emit(PLACES[at])

    def _arrange(self, icons: Icons) -> None:
        brand = QHBoxLayout()
        brand.addWidget(IconView("waves", icons, ink="primary", size=26))
        brand.addWidget(one_line("heading", "AttachCalm"), 1)
        self._column = QVBoxLayout(self)
        brand.setContentsMargins(10, 0, 0, 10)
        self._column.addLayout(brand)
        for at, button in enumerate(self.places.buttons()):
            if at == BELOW_THE_GAP:
                self._column.addStretch(1)
            self._column.addWidget(button)
        self._column.addWidget(self.help_now)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._space(icons.keeper.look)

    def _space(self, look: Look) -> None:
        self.setFixedWidth(look.px(RAIL_WIDTH) if look.scale < 1.3 else look.px(RAIL_WIDTH * 0.85))
        side = look.px(14)
        self._column.setContentsMargins(side, look.px(20), side, side)
        self._column.setSpacing(look.px(6))
