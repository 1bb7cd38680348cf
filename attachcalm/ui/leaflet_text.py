"""The blocks of a leaflet as widgets, in lines that are easy to read."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from attachcalm.exercises.card import Card as ExerciseCard
from attachcalm.learn.model import Block, Bullets, Figure, Heading, Leaflet, Links, Note, Paragraph
from attachcalm.support.gates import verdict
from attachcalm.support.own import Own
from attachcalm.ui.drawing import drawing_of
from attachcalm.ui.exercise_row import ExerciseRow
from attachcalm.ui.icons import Icons
from attachcalm.ui.rules_view import rule_words
from attachcalm.ui.tokens import CARD_PADDING, GAP, Look
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.spoken_as import spoken_as
from attachcalm.ui.widgets.text import one_line, words

MEASURE = 68  # letters in a line, about: more make the eye lose its way back
_SAMPLE = "the body may brace less when someone kind is near, and a reminder of them can do some "


def measure_px() -> int:
    """How wide a line of so many letters is, in the app's font of this moment."""
    width = QFontMetrics(QApplication.font()).horizontalAdvance(_SAMPLE)
    return round(width * MEASURE / len(_SAMPLE))


def heading(text: str, name: str) -> QLabel:
    """A heading, for the eye and for a screen reader."""
    label = words("heading", text, name)
    spoken_as(label, QAccessible.Role.Heading)
    return label


class LeafletText(Card):
    """All blocks of one leaflet.  An exercise that is not in the library is left out quietly."""

    exercise_chosen = Signal(object)  # its Card

    def __init__(
        self, leaflet: Leaflet, cards: Mapping[str, ExerciseCard], own: Own, icons: Icons
    ) -> None:
        super().__init__("leaflet_text", icons.keeper)
        self._icons = icons
        self._cards = cards
        self._own = own
        self.rows: list[ExerciseRow] = []
        for at, block in enumerate(leaflet.blocks):
            self._add(block, at)

    def _add(self, block: Block, at: int) -> None:
        name = f"block_{at}"
        match block:
            case Heading(text):
                self.body.addSpacing(self._icons.keeper.look.px(8) * bool(at))
                self.body.addWidget(heading(text, name))
            case Paragraph(text):
                self.body.addWidget(words("", text, name))
            case Bullets():
                self._list(block)
            case Figure():
                self._draw(block, name)
            case Links():
                self._link(block, name)
            case Note(text):
                note = Card(name, self._icons.keeper, kind="soft")
                note.body.addWidget(words("", text, f"{name}_text"))
                self.body.addWidget(note)

    def _list(self, bullets: Bullets) -> None:
        for item in bullets.items:
            self.body.addLayout(self._point(item))

    def _point(self, item: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._icons.keeper.look.px(10))
        dot = one_line("", "\N{BULLET}")
        row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words("", item), 1)
        return row

    def _draw(self, figure: Figure, name: str) -> None:
        self.body.addWidget(words("label", figure.title, f"{name}_title"))
        self.body.addWidget(drawing_of(name, figure, self._icons.keeper))
        self.body.addWidget(words("small", figure.told, f"{name}_told"))

    def _link(self, links: Links, name: str) -> None:
        found = [self._cards[link] for link in links.exercise_ids if link in self._cards]
        if found and links.lead:
            self.body.addWidget(words("label", links.lead, f"{name}_lead"))
        for card in found:
            row = ExerciseRow(card, self._icons)
            row.started.connect(self.exercise_chosen)
            self.body.addWidget(row)
            self.rows.append(row)
            told = verdict(card, self._own.health, self._own.unlocked)
            if not told.allowed:
                self.body.addWidget(words("small", rule_words(told.reason), f"reason_{card.id}"))


class Measured(QWidget):
    """A column that is never wider than a line should be."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.column = QWidget()
        self.inside = QVBoxLayout(self.column)
        self.inside.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.column, 1_000)
        row.addStretch(1)
        self._fit(icons.keeper.look)
        icons.keeper.changed.connect(self._fit)

    def _fit(self, look: Look) -> None:
        self.inside.setSpacing(look.px(GAP))
        self.column.setMaximumWidth(measure_px() + 2 * look.px(CARD_PADDING))
