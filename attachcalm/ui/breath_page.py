"""Fit the breath to me: own pace, own seconds, no holding, cues.  All of it kept at once."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attachcalm.player.own_breath import fit_of
from attachcalm.player.ports import Clock
from attachcalm.settings import GUIDES, HOLD_MS, MOVE_MS, Settings
from attachcalm.support.flags import Health
from attachcalm.support.holds import holds_wait
from attachcalm.support.own import Own
from attachcalm.ui.breath_preview import BreathPreview
from attachcalm.ui.icons import Icons
from attachcalm.ui.seconds_row import SecondsRow
from attachcalm.ui.tap_card import TapCard
from attachcalm.ui.widgets.buttons import ghost_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.switch_row import SwitchRow
from attachcalm.ui.widgets.text import words


class BreathPage(ScrollPage):
    """Every setting of the breath, with a pacer that shows what comes of them."""

    settings_changed = Signal(object)  # the whole Settings
    left = Signal()

    def __init__(self, icons: Icons, settings: Settings, own: Own, clock: Clock) -> None:
        super().__init__(
            "breath",
            icons.keeper,
            self.tr("Fit the breath to me"),
            self.tr(
                "All of it is optional and kept at once. It holds for every breathing exercise, "
                "which stays as long as it says."
            ),
        )
        self._icons = icons
        self._settings = settings
        self._no_holds = False
        self.back_button = ghost_button("breath_back", self.tr("Back"), icons, "arrow-left")
        self.pace = TapCard(icons, clock)
        self.own_switch = SwitchRow(
            "breath_own", self.tr("Use my own seconds"),
            self.tr("In place of the seconds that an exercise has."), icons.keeper,
        )  # fmt: skip
        self.strokes = self._make_strokes()
        self.no_holds_switch = SwitchRow(
            "breath_no_holds", self.tr("Without holding"), " ", icons.keeper
        )
        self.spoken = SwitchRow(
            "breath_spoken", self.tr("Speak the lines between breaths"),
            self.tr("If not, they are only on the screen."), icons.keeper,
        )  # fmt: skip
        self.tones = SwitchRow(
            "breath_tones", self.tr("A soft tone with the breath"), "", icons.keeper
        )
        self.guide = Picker(
            "breath_guide", self.tr("Shape"), (self.tr("Rings"), self.tr("Bar")), icons
        )
        self.preview = BreathPreview(icons, clock)
        self._arrange()
        self._connect()
        self.set_own(own)

    def set_settings(self, settings: Settings) -> None:
        """Show these settings without telling anybody."""
        self._settings = settings
        self._show()

    def set_own(self, own: Own) -> None:
        """Go by these answers: some of them leave holding out."""
        self._no_holds = holds_wait(own.health)
        self.no_holds_switch.sentence.setText(self._holds_words(own.health))
        self.no_holds_switch.switch.setEnabled(not self._no_holds)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin on top, where Space taps."""
        super().showEvent(event)
        self.verticalScrollBar().setValue(0)
        self.pace.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Let go of taps that were not finished."""
        super().hideEvent(event)
        self.pace.start_anew()

    def _show(self) -> None:
        settings = self._settings
        fit = fit_of(settings, no_holds=self._no_holds)
        self.pace.show_pace(settings.breath_cycle_ms)
        self.own_switch.set_on(settings.breath_own)
        self.no_holds_switch.set_on(fit.without_holds)
        self.spoken.set_on(settings.breath_spoken)
        self.tones.set_on(settings.breath_tones)
        for at, row in enumerate(self.strokes):
            row.set_ms(settings.breath_strokes[at])
            row.setVisible(settings.breath_own and not (at in HOLDS and fit.without_holds))
        self.guide.blockSignals(True)
        self.guide.setCurrentIndex(GUIDES.index(settings.breath_guide))
        self.guide.blockSignals(False)
        self.preview.show_fit(fit, settings.breath_guide)

    # ------------------------------------------------------------ what the person sets
    def _keep_switches(self) -> None:
        held = self._settings.breath_without_holds
        self._keep(
            breath_own=self.own_switch.is_on(),
            breath_without_holds=held if self._no_holds else self.no_holds_switch.is_on(),
            breath_spoken=self.spoken.is_on(),
            breath_tones=self.tones.is_on(),
        )

    def _keep_strokes(self) -> None:
        self._keep(breath_strokes=tuple(row.ms() for row in self.strokes))

    def _keep_guide(self, at: int) -> None:
        self._keep(breath_guide=GUIDES[at])

    def _keep_pace(self, cycle_ms: int) -> None:
        self._keep(breath_cycle_ms=cycle_ms)

    def _forget_pace(self) -> None:
        self._keep_pace(0)

    def _keep(self, **changes: object) -> None:
        self._settings = replace(self._settings, **changes)  # type: ignore[arg-type]  # by name
        self._show()
        self.settings_changed.emit(self._settings)

    # ------------------------------------------------------------ the page
    def _holds_words(self, health: Health) -> str:
        if not self._no_holds:
            return self.tr("Holds are left out; the breaths in and out stay as they are.")
        if health.is_known:
            return self.tr("Always, because your private answers ask for soft breathing.")
        return self.tr("Always, until the private questions in Settings are answered.")

    def _make_strokes(self) -> tuple[SecondsRow, ...]:
        keeper = self._icons.keeper
        return (
            SecondsRow("breath_in", self.tr("Breathe in"), MOVE_MS, keeper),
            SecondsRow("breath_hold", self.tr("Hold, full"), HOLD_MS, keeper),
            SecondsRow("breath_out", self.tr("Breathe out"), MOVE_MS, keeper),
            SecondsRow("breath_rest", self.tr("Hold, empty"), HOLD_MS, keeper),
        )

    def _arrange(self) -> None:
        keeper = self._icons.keeper
        head = QHBoxLayout()
        head.addWidget(self.back_button)
        head.addStretch(1)
        self.body.insertLayout(0, head)
        seconds = Card("breath_seconds", keeper, self.tr("In my own seconds"))
        for row in (self.own_switch, *self.strokes, self.no_holds_switch):
            seconds.body.addWidget(row)
        cues = Card("breath_cues", keeper, self.tr("What leads me"),
                    self.tr("Word and count are always there."))  # fmt: skip
        shape = QHBoxLayout()
        title = words("label", self.tr("Shape"))
        title.setBuddy(self.guide)
        shape.addWidget(title, 1)
        shape.addWidget(self.guide, 1)
        cues.body.addLayout(shape)
        for row in (self.spoken, self.tones):
            cues.body.addWidget(row)
        left, right = QWidget(), QWidget()
        columns = Columns("breath_columns", keeper)
        for side, cards in ((left, (self.pace, seconds, cues)), (right, (self.preview,))):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(keeper.look.px(16))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        columns.add(left, 6)
        columns.add(right, 5)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.pace.pace_measured.connect(self._keep_pace)
        self.pace.pace_forgotten.connect(self._forget_pace)
        for switch in (self.own_switch, self.no_holds_switch, self.spoken, self.tones):
            switch.switched.connect(self._keep_switches)
        for row in self.strokes:
            row.changed.connect(self._keep_strokes)
        self.guide.currentIndexChanged.connect(self._keep_guide)


HOLDS = (1, 3)  # the places of the holds among the four strokes
