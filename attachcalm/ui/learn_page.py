"""Learn: the list of pages to read, and why a file is not among them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attachcalm.learn.model import Leaflet
from attachcalm.learn.shelf import Shelf
from attachcalm.ui.background import Background
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import secondary_button
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.icon_view import IconView
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.tab_order import lead_in
from attachcalm.ui.widgets.text import words

UNDER_BELOW = 300  # px at 100 %: the button then stands under the words


class LeafletRow(QWidget):
    """Title, what it is about, how long it takes, and a button to read it."""

    chosen = Signal(object)  # the Leaflet

    def __init__(self, leaflet: Leaflet, icons: Icons) -> None:
        super().__init__()
        self.leaflet = leaflet
        self.setObjectName(f"leaflet_row_{leaflet.id}")
        self.title = words("heading", leaflet.title)
        self.summary = words("", leaflet.summary)
        told = self.tr("about {minutes} min to read").format(minutes=leaflet.minutes)
        self.line = words("small", told)
        says = self.tr("Read {title}").format(title=leaflet.title)
        self.read = secondary_button(f"read_{leaflet.id}", self.tr("Read"), icons, says=says)
        self._arrange(icons)
        self.read.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.leaflet)

    def _arrange(self, icons: Icons) -> None:
        told = QWidget()
        text = QVBoxLayout(told)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(2)
        for label in (self.title, self.summary, self.line):
            text.addWidget(label)
        beside = QWidget()
        buttons = QHBoxLayout(beside)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.read)
        buttons.addStretch(1)
        columns = Columns(f"{self.objectName()}_columns", icons.keeper, UNDER_BELOW)
        columns.add(told, 1)
        columns.add(beside, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(icons.keeper.look.px(14))
        icon = IconView("book-open", icons, ink="on_soft", badge=True)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(columns, 1)


class LearnPage(ScrollPage):
    """The pages are read by the worker when this is first shown: nothing waits for them."""

    leaflet_chosen = Signal(object, object)  # the Leaflet, and the Shelf that it stands on
    place_wanted = Signal(str)
    filled = Signal()

    def __init__(self, icons: Icons, load: Callable[[], Shelf], background: Background) -> None:
        super().__init__(
            "learn", icons.keeper, self.tr("Learn"),
            self.tr("Short pages on what the exercises build on. Read any of them, in any order."),
        )  # fmt: skip
        self._icons = icons
        self._load = load
        self._background = background
        self._was_asked = False
        self.shelf = Shelf()
        self.rows: list[LeafletRow] = []
        self.list_card = Card("leaflet_list", icons.keeper)
        self.waiting = words("muted", self.tr("The pages are being fetched."), "leaflets_waiting")
        self.problems_card = Card(
            "leaflet_problems", icons.keeper, self.tr("Not shown"),
            self.tr("These files have faults. Every other page is not affected."),
        )  # fmt: skip
        self._arrange()

    @property
    def is_filled(self) -> bool:
        """Whether the pages were read."""
        return self.waiting.isHidden()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Have the pages read, the first time."""
        super().showEvent(event)
        if not self._was_asked:
            self._was_asked = True
            self._background.run(self._load, self.take)

    def take(self, result: object) -> None:
        """Show what the worker has read."""
        self.shelf = result if isinstance(result, Shelf) else Shelf()
        for at, leaflet in enumerate(self.shelf.leaflets):
            row = LeafletRow(leaflet, self._icons)
            row.chosen.connect(self._choose)
            if at:
                self._column.addWidget(line())
            self._column.addWidget(row)
            row.show()  # now, not with the next turn of the event loop
            self.rows.append(row)
        for problem in self.shelf.problems:
            told = f"{problem.path.name}, {problem.line}:{problem.column} - {problem.what}"
            self.problems_card.body.addWidget(words("small", told))
        self.problems_card.setVisible(bool(self.shelf.problems))
        if self.shelf.leaflets:
            self.waiting.hide()
        else:
            self.waiting.setText(self.tr("There is no page that can be shown."))
        lead_in(self._holder, self.problems_card)
        self.filled.emit()

    def _choose(self, leaflet: Leaflet) -> None:
        self.leaflet_chosen.emit(leaflet, self.shelf)
        self.place_wanted.emit("leaflet")

    def _arrange(self) -> None:
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.waiting)
        self.list_card.body.addWidget(self._holder)
        self.body.addWidget(self.list_card)
        self.body.addWidget(self.problems_card)
        self.body.addStretch(1)
        self.problems_card.hide()
