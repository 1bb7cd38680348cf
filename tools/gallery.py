"""Paint every base widget in every theme and text size, to be looked at.

    python tools/gallery.py FOLDER [SCALE ...]        (scales such as 1 1.5 2; default 1)

Leaves `controls-THEME-SCALE.png` and `home-THEME-SCALE.png` in FOLDER. Needs no screen.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from attachcalm.ui import tokens
from attachcalm.ui.icons import Icons
from attachcalm.ui.style import LookKeeper, load_fonts
from attachcalm.ui.widgets import buttons
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.focus_ring import FocusRing
from attachcalm.ui.widgets.icon_view import IconView
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.quiet_table import QuietTable
from attachcalm.ui.widgets.scale_row import ScaleRow, distress_scale, energy_scale
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.switch_row import SwitchRow
from attachcalm.ui.widgets.text import ShortenedLabel, chip, one_line, steady_digits, words
from attachcalm.ui.widgets.tile import Tile

RESOURCES = Path(__file__).parent.parent / "resources"
PLACES = (("Home", "house"), ("Exercises", "wind"), ("Trends", "chart-line"))
FOOT = (("Settings", "settings"), ("Help", "circle-question-mark"))


def rail(icons: Icons) -> QFrame:
    """Return the rail as the window will have it."""
    look = icons.keeper.look
    frame = QFrame()
    frame.setProperty("kind", "rail")
    frame.setFixedWidth(look.px(tokens.RAIL_WIDTH))
    column = QVBoxLayout(frame)
    column.setContentsMargins(look.px(14), look.px(20), look.px(14), look.px(14))
    column.setSpacing(look.px(6))
    brand = QHBoxLayout()
    brand.addSpacing(look.px(8))
    brand.addWidget(IconView("attachcalm-mark", icons, "primary", 26))
    brand.addWidget(one_line("heading", "AttachCalm"), 1)
    column.addLayout(brand)
    column.addSpacing(look.px(12))
    for text, icon in PLACES:
        place = buttons.nav_button(f"nav_{text}", text, icons, icon)
        place.setChecked(text == "Home")
        column.addWidget(place)
    column.addStretch(1)
    for text, icon in FOOT:
        column.addWidget(buttons.nav_button(f"nav_{text}", text, icons, icon))
    column.addWidget(buttons.sos_button("sos", "Hard moment?", icons))
    return frame


def home(icons: Icons) -> QWidget:
    """Return a page that imitates Home."""
    day = "Tuesday 24 November · there is no wrong place to start"
    page = ScrollPage("home", icons.keeper, "Good evening", day)
    columns = Columns("top", icons.keeper)
    columns.add(mood_card(icons), 5)
    columns.add(hard_moment(icons), 3)
    page.body.addWidget(columns)
    page.body.addWidget(exercise_rows(icons))
    page.body.addStretch(1)
    window = QWidget()
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(rail(icons))
    row.addWidget(page, 1)
    return window


def mood_card(icons: Icons) -> Card:
    """Return a card with both scales."""
    card = Card("mood", icons.keeper, "How are you right now?", title_kind="title")
    distress = ScaleRow("distress", distress_scale("Distress"), icons)
    distress.set_value(7)
    card.body.addWidget(distress)
    card.body.addWidget(ScaleRow("energy", energy_scale("Energy"), icons))
    row = FlowRow("actions", icons.keeper)
    row.add(buttons.primary_button("save", "Save", icons))
    row.add(buttons.secondary_button("suggest", "Save and suggest", icons))
    row.add(buttons.ghost_button("skip", "Skip", icons))
    card.body.addWidget(row)
    return card


def hard_moment(icons: Icons) -> Card:
    """Return the help-now card."""
    sentence = "Start a 2-minute grounding exercise right away. No questions first."
    card = Card("hard", icons.keeper, "Hard moment?", sentence, kind="sos_soft")
    card.body.addWidget(buttons.sos_button("ground", "Ground me now", icons, "anchor", big=True))
    card.body.addWidget(buttons.secondary_button("people", "People I can call", icons, "phone"))
    card.body.addStretch(1)
    card.body.addWidget(words("small", "Ctrl+G starts it from any screen"))
    return card


def exercise_rows(icons: Icons) -> Card:
    """Return a list of exercises with lines between."""
    card = Card("set", icons.keeper, "Used last", title_kind="title")
    rows = (
        ("Longer out-breath", "Breathing · 5 min", "wind", "primary"),
        ("Five senses, one room", "Grounding · 3 min · when tension is high", "eye", "secondary"),
        ("A safe place in detail", "Imagery · 8 min · before sleep", "mountain", "secondary"),
    )
    for index, (title, about, icon, kind) in enumerate(rows):
        if index:
            card.body.addWidget(line())
        row = QHBoxLayout()
        row.setSpacing(icons.keeper.look.px(14))
        row.addWidget(IconView(icon, icons, "on_soft", 24, badge=True))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(words("heading", title))
        column.addWidget(words("small", about))
        row.addLayout(column, 1)
        make = buttons.primary_button if kind == "primary" else buttons.secondary_button
        row.addWidget(make(f"start_{index}", "Start", icons, "play", says=f"Start {title}"))
        card.body.addLayout(row)
    return card


def controls(icons: Icons) -> QWidget:
    """Return one page with every control in its states."""
    page = ScrollPage("controls", icons.keeper, "Display 30: every control")
    columns = Columns("columns", icons.keeper)
    columns.add(texts_card(icons))
    columns.add(buttons_card(icons))
    page.body.addWidget(columns)
    more = Columns("more", icons.keeper)
    more.add(fields_card(icons))
    more.add(choices_card(icons))
    page.body.addWidget(more)
    page.body.addWidget(table_card(icons))
    page.body.addStretch(1)
    return page


def texts_card(icons: Icons) -> Card:
    """Return every kind of words."""
    card = Card("texts", icons.keeper, "Heading 17", "One plain sentence on every card.")
    for kind in ("title", "label", "", "muted", "small", "caption", "ok", "warn"):
        card.body.addWidget(words(kind, f"{kind or 'body'}: Let the out-breath be a little longer"))
    row = QHBoxLayout()
    row.addWidget(chip("7 of 10"))
    row.addWidget(steady_digits(one_line("small", "1:11 of 8:50")))
    row.addWidget(ShortenedLabel("muted", "A very long name of an exercise that will not fit"), 1)
    card.body.addLayout(row)
    card.body.addWidget(QProgressBar(value=37, textVisible=False))
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(69)
    card.body.addWidget(slider)
    card.body.addStretch(1)
    return card


def buttons_card(icons: Icons) -> Card:
    """Return every kind of button."""
    card = Card("buttons", icons.keeper, "Buttons")
    makers = (
        buttons.primary_button("a", "Pause", icons, "pause"),
        buttons.secondary_button("b", "Back 15 s", icons, "rotate-ccw"),
        buttons.ghost_button("c", "Leave", icons, "arrow-left"),
        buttons.compact(buttons.secondary_button("d", "Compact", icons, "download")),
        buttons.sos_button("e", "Hard moment?", icons),
        buttons.icon_button("f", "Favourite", icons, "star"),
    )
    row = FlowRow("all", icons.keeper)
    for button in makers:
        row.add(button)
    card.body.addWidget(row)
    row = FlowRow("pills", icons.keeper, gap=6)
    for text, icon in (("Sound", "volume-2"), ("Captions", "captions")):
        pill = buttons.pill_switch(text, text, icons, icon)
        pill.setChecked(text == "Sound")
        row.add(pill)
    for text in ("30 days", "Year"):
        choice = buttons.pill_choice(text, text)
        choice.setChecked(text == "Year")
        row.add(choice)
    card.body.addWidget(row)
    off = buttons.primary_button("off", "Not yet", icons, "play")
    off.setEnabled(False)
    card.body.addWidget(off)
    for on, title in ((True, "Captions"), (False, "Less motion")):
        switch = SwitchRow(title, title, "Nothing slides or grows; the circle fills.", icons.keeper)
        switch.set_on(on)
        card.body.addWidget(switch)
    card.body.addStretch(1)
    return card


def fields_card(icons: Icons) -> Card:
    """Return what the person types into."""
    card = Card("fields", icons.keeper, "Fields")
    card.body.addWidget(QLineEdit(placeholderText="Search exercises"))
    card.body.addWidget(QLineEdit("the bench by the river"))
    box = QPlainTextEdit("A note, as long as it needs to be.")
    box.setMaximumHeight(icons.keeper.look.px(90))
    card.body.addWidget(box)
    kinds = ("Any kind", "Breathing", "Grounding")
    card.body.addWidget(Picker("kind", "Kind of exercise", kinds, icons))
    card.body.addStretch(1)
    return card


def choices_card(icons: Icons) -> Card:
    """Return tiles in a row and in a list."""
    card = Card("choices", icons.keeper, "Choices")
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for text, icon in (("Too revved", "waves"), ("Steady", "leaf"), ("Too flat", "moon")):
        tile = Tile(f"tile_{text}", text, icons, icon, above=True)
        tile.setChecked(text == "Steady")
        layout.addWidget(tile, 1)
    card.body.addWidget(row)
    answers = QWidget()
    column = QVBoxLayout(answers)
    column.setContentsMargins(0, 0, 0, 0)
    for text in (
        "Warmer than before",
        "I could not really find a person, and that is a true answer, so go on without one",
    ):
        tile = Tile(f"answer_{text[:4]}", text, icons)
        tile.setChecked(text.startswith("Warm"))
        column.addWidget(tile)
    card.body.addWidget(answers)
    card.body.addStretch(1)
    return card


def table_card(icons: Icons) -> Card:
    """Return a table."""
    card = Card("table", icons.keeper, "Table")
    model = QStandardItemModel(3, 4)
    model.setHorizontalHeaderLabels(["Day", "Exercise", "Before", "After"])
    for row in range(3):
        for column, text in enumerate(("12 Nov", "Longer out-breath", "7", "4")):
            model.setItem(row, column, QStandardItem(text))
    table = QuietTable("ratings", "Ratings before and after", model, icons.keeper)
    model.setParent(table)
    table.setMinimumHeight(icons.keeper.look.px(170))
    card.body.addWidget(table)
    return card


def main() -> None:
    """Paint all pages in all themes."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    scales = [float(scale) for scale in sys.argv[2:]] or [1.0]
    app = QApplication(sys.argv[:1])
    load_fonts(RESOURCES / "fonts")
    keeper = LookKeeper(app)
    icons = Icons(RESOURCES / "icons", keeper)
    for theme in tokens.THEMES:
        for scale in scales:
            keeper.choose(theme.name, scale, less_motion=None)
            for name, make in (("controls", controls), ("home", home)):
                page = make(icons)
                page.resize(1180, 1500 if name == "controls" else 860)
                page.show()
                ring = FocusRing(page, keeper)
                page.activateWindow()
                app.processEvents()
                QTest.keyClick(page.windowHandle(), Qt.Key.Key_Tab)
                app.processEvents()
                assert ring.isVisible()  # noqa: S101 - a gallery without it would show too little
                page.grab().save(str(folder / f"{name}-{theme.name}-{scale:g}.png"))
                page.close()


if __name__ == "__main__":
    main()
