"""One page to learn from: read, read aloud where a voice has spoken it, and led to exercises."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attachcalm.exercises.library import Library
from attachcalm.exercises.narration import Clip
from attachcalm.learn.model import Leaflet
from attachcalm.learn.shelf import Shelf
from attachcalm.player.ports import Sound
from attachcalm.settings import Settings
from attachcalm.support.own import Own
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.leaflet_text import LeafletText, Measured
from attachcalm.ui.read_aloud import ReadAloud, clips_of
from attachcalm.ui.shortcuts import bind
from attachcalm.ui.stage import Stage, volumes_of
from attachcalm.ui.widgets.buttons import ghost_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.spoken_as import spoken_as
from attachcalm.ui.widgets.text import words


class LeafletPage(ScrollPage):
    """Shows the leaflet that was chosen last.  Leaving it ends the reading aloud."""

    exercise_chosen = Signal(object)  # its Card
    place_wanted = Signal(str)

    def __init__(
        self, icons: Icons, library: Library, own: Own, stage: Callable[[], Stage],
        settings: Callable[[], Settings],
    ) -> None:  # fmt: skip
        super().__init__("leaflet", icons.keeper, self.tr("Learn"))
        self._icons = icons
        self._library = library
        self._own = own
        self._stage = stage
        self._settings = settings
        self._shelf = Shelf()
        self._was_at = 0  # px from the top
        self.leaflet: Leaflet | None = None
        self.text: LeafletText | None = None
        self.reader = ReadAloud(self._sound, self)
        self.back_button = ghost_button("leaflet_back", self.tr("All pages"), icons, "arrow-left")
        self.aloud_button = secondary_button(
            "leaflet_aloud", self.tr("Read aloud"), icons, "volume-2"
        )
        self.next_button = secondary_button("leaflet_next", self.tr("Next page"), icons)
        self.next_title = words("muted", "", "leaflet_next_title")
        self.about = Card("leaflet_about", icons.keeper, self.tr("Where this comes from"))
        self.summary = words("muted", "", "leaflet_summary")
        self.measured = Measured(icons)
        self._arrange()
        self._connect()

    def open(self, leaflet: Leaflet, shelf: Shelf) -> None:
        """Show this leaflet, from its beginning."""
        self.reader.stop()
        self.leaflet, self._shelf = leaflet, shelf
        self.say(leaflet.title)
        self.summary.setText(leaflet.summary)
        self._show_text()
        self._show_about(leaflet)
        following = shelf.after(leaflet)
        self._next_row.setVisible(following is not None)
        if following is not None:
            self.next_title.setText(following.title)
            says = self.tr("Next page: {title}").format(title=following.title)
            self.next_button.setAccessibleName(says)
        self.aloud_button.setVisible(bool(self._clips()))
        self._was_at = 0
        self.verticalScrollBar().setValue(0)

    def set_library(self, library: Library) -> None:
        """Link to the exercises of this library."""
        self._library = library
        self._show_text()

    def set_own(self, own: Own) -> None:
        """Go by these answers, and by what a therapist opened."""
        if (own.health, own.unlocked) != (self._own.health, self._own.unlocked):
            self._own = own
            self._show_text()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever leaves has heard enough; where they were reading is remembered."""
        self.reader.stop()
        self._was_at = self.verticalScrollBar().value()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Come back to where the person was reading: the way here led over the first button."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.verticalScrollBar().setValue(self._was_at)

    # ------------------------------------------------------------ what is shown
    def _show_text(self) -> None:
        if self.leaflet is None:
            return
        empty(self._text_column)
        cards = {card.id: card for card in self._library.cards}
        self.text = LeafletText(self.leaflet, cards, self._own, self._icons)
        self.text.exercise_chosen.connect(self.exercise_chosen)
        self._text_column.addWidget(self.text)
        self.text.show()
        for before, after in self._tab_stops():
            QWidget.setTabOrder(before, after)

    def _tab_stops(self) -> list[tuple[QWidget, QWidget]]:
        """What is made later would otherwise come after everything else."""
        starts = [row.start for row in self.text.rows] if self.text is not None else []
        stops: list[QWidget] = [self.back_button, self.aloud_button, *starts, self.next_button]
        return list(pairwise(stops))

    def _show_about(self, leaflet: Leaflet) -> None:
        self.about.show()
        empty(self._sources)
        told = self.tr("By {author}, last reviewed on {day}.")
        day = day_words(leaflet.reviewed)
        self._sources.addWidget(words("", told.format(author=leaflet.author, day=day)))
        for source in leaflet.sources:
            self._sources.addWidget(words("small", source))

    def _show_next(self) -> None:
        following = self._shelf.after(self.leaflet) if self.leaflet is not None else None
        if following is not None:
            self.open(following, self._shelf)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ reading aloud
    def _clips(self) -> tuple[Clip, ...]:
        return clips_of(self.leaflet, self._stage().narration()) if self.leaflet else ()

    def _sound(self) -> Sound:
        return self._stage().sound()

    def _read_or_stop(self) -> None:
        if self.reader.is_reading:
            self.reader.stop()
        else:
            self.reader.begin(self._clips(), volumes_of(self._settings()).voice)

    def _show_reading(self, reads: bool) -> None:
        icon = "square" if reads else "volume-2"
        self.aloud_button.setText(self.tr("Stop reading") if reads else self.tr("Read aloud"))
        self.aloud_button.setIcon(self._icons.icon(icon, "text"))

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back_button)
        head.addStretch(1)
        head.addWidget(self.aloud_button)
        self.aloud_button.hide()
        self.body.insertLayout(0, head)
        texts, sources, self._next_row = QWidget(), QWidget(), QWidget()
        self._text_column, self._sources = QVBoxLayout(texts), QVBoxLayout(sources)
        following = QHBoxLayout(self._next_row)
        following.addWidget(self.next_button)
        following.addWidget(self.next_title, 1)
        following.setSpacing(self._icons.keeper.look.px(12))
        for layout in (self._text_column, self._sources, following):
            layout.setContentsMargins(0, 0, 0, 0)
        self.about.body.addWidget(sources)
        for widget in (self.summary, texts, self._next_row, self.about):
            self.measured.inside.addWidget(widget)
        self.body.addWidget(self.measured)
        self.body.addStretch(1)
        for label in (self.title, self.about.title):
            spoken_as(label, QAccessible.Role.Heading)
        self._next_row.hide()
        self.about.hide()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._leave)
        self.next_button.clicked.connect(self._show_next)
        self.aloud_button.clicked.connect(self._read_or_stop)
        self.reader.changed.connect(self._show_reading)
        bind(self, (("Esc", self._leave),))

    def _leave(self) -> None:
        self.place_wanted.emit("learn")
