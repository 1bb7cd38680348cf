"""One page with every base widget on it, and a way to count what was painted."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QWidget,
)

from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets import buttons
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.icon_view import IconView
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.quiet_table import QuietTable
from attachcalm.ui.widgets.scale_row import ScaleRow, distress_scale, energy_scale
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.switch_row import SwitchRow
from attachcalm.ui.widgets.text import chip, words
from attachcalm.ui.widgets.tile import Tile

KINDS = ("display", "title", "heading", "label", "", "muted", "small", "caption", "ok", "warn")
SENTENCE = "Let the out-breath be a little longer than the in-breath, as far as it is easy."


def everything(icons: Icons) -> ScrollPage:
    """Return a page with every base widget on it."""
    page = ScrollPage("page", icons.keeper, "How are you right now, on the whole?", SENTENCE)
    card = Card("card", icons.keeper, "A card with a title that is long enough to wrap", SENTENCE)
    for kind in KINDS:
        card.body.addWidget(words(kind, SENTENCE))
    row = FlowRow("row", icons.keeper)
    for widget in (
        buttons.primary_button("save", "Save and suggest an exercise", icons, "check"),
        buttons.secondary_button("back", "Back 15 seconds", icons, "rotate-ccw"),
        buttons.ghost_button("skip", "Skip this question", icons),
        buttons.compact(buttons.secondary_button("few", "Compact", icons, "copy")),
        buttons.sos_button("sos", "Hard moment?", icons),
        buttons.sos_button("big", "Ground me now", icons, "anchor", big=True),
        buttons.icon_button("star", "Favourite", icons, "star"),
        buttons.pill_switch("captions", "Captions", icons, "captions"),
        buttons.pill_choice("days", "30 days"),
        buttons.nav_button("home", "Home", icons, "house"),
        chip("7 of 10"),
    ):
        row.add(widget)
    card.body.addWidget(row)
    columns = Columns("columns", icons.keeper)
    columns.add(fields(icons), 2)
    columns.add(answers(icons), 1)
    page.body.addWidget(card)
    page.body.addWidget(columns)
    page.body.addStretch(1)
    return page


def fields(icons: Icons) -> Card:
    """Return a card of fields and scales."""
    card = Card("fields", icons.keeper, "Fields", SENTENCE, kind="sos_soft")
    card.body.addWidget(QLineEdit("the bench by the river"))
    card.body.addWidget(QPlainTextEdit("A note"))
    card.body.addWidget(Picker("kind", "Kind", ("Any kind", "Breathing"), icons))
    card.body.addWidget(QSlider(Qt.Orientation.Horizontal))
    card.body.addWidget(QProgressBar())
    card.body.addWidget(ScaleRow("distress", distress_scale("Distress"), icons))
    card.body.addWidget(ScaleRow("energy", energy_scale("Energy"), icons))
    table = QStandardItemModel(3, 3, card)
    card.body.addWidget(QuietTable("table", "Ratings", table, icons.keeper))
    return card


def answers(icons: Icons) -> Card:
    """Return a card of tiles and switches."""
    card = Card("answers", icons.keeper, "Answers", kind="soft")
    moods = QWidget()
    row = QHBoxLayout(moods)
    for text in ("Too revved", "Steady", "Too flat"):
        row.addWidget(Tile(f"tile_{text}", text, icons, "waves", above=True))
    card.body.addWidget(moods)
    card.body.addWidget(Tile("answer", SENTENCE, icons))
    card.body.addWidget(Tile("answer_with_icon", SENTENCE, icons, "leaf"))
    card.body.addWidget(SwitchRow("captions", "Captions", SENTENCE, icons.keeper))
    card.body.addWidget(IconView("wind", icons, "on_soft", 24, badge=True))
    return card


def settle(page: QWidget) -> None:
    """Let the layouts do what they have put off."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    assert page.isVisible()


def ink(picture: QImage, colour: str) -> int:
    """Count the pixels that have exactly this colour."""
    wanted = QColor(colour).rgb()
    return sum(
        picture.pixel(x, y) == wanted
        for x in range(picture.width())
        for y in range(picture.height())
    )
