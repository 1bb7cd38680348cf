"""Tap along: the person's own pace, measured by their finger at each breath in."""

from PySide6.QtCore import Qt, Signal

from attachcalm.player.own_breath import breaths_a_minute
from attachcalm.player.ports import Clock
from attachcalm.player.tapping import ENOUGH, Taps
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import ghost_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words


class TapCard(Card):
    """Four to six taps make a pace; a rhythm that is none is told kindly and costs nothing."""

    pace_measured = Signal(int)  # milliseconds of one breath
    pace_forgotten = Signal()

    def __init__(self, icons: Icons, clock: Clock) -> None:
        super().__init__(
            "breath_pace",
            icons.keeper,
            self.tr("Begin at my pace"),
            self.tr(
                "Breathe as you do now, and tap as each breath in begins, four to six times. "
                "Exercises then begin there and glide to their own pace in about 90 seconds."
            ),
        )
        self._clock = clock
        self._taps = Taps()
        self._kept_ms = 0
        self.tap_button = secondary_button(
            "breath_tap",
            self.tr("Breathing in now"),
            icons,
            "hand",
            says=self.tr("Breathing in now: press as each breath in begins"),
        )
        self.forget_button = ghost_button("breath_forget", self.tr("Forget my pace"), icons, "x")
        self.told = words("label", "", "breath_told")
        self._arrange(icons)
        self.tap_button.pressed.connect(self._tap)  # not on release: that comes late
        self.forget_button.clicked.connect(self._forget)

    def show_pace(self, cycle_ms: int) -> None:
        """Show the pace that is kept, 0 for none, unless taps are going on."""
        self._kept_ms = cycle_ms
        self.forget_button.setVisible(bool(cycle_ms))
        if not 0 < self._taps.count < ENOUGH and not self._taps.is_unclear:
            self.told.setText(self._kept_words())

    def start_anew(self) -> None:
        """Forget taps that were not finished, not the pace."""
        self._taps = Taps()
        self.show_pace(self._kept_ms)

    def take_focus(self) -> None:
        """Put the keyboard on the button, so that Space taps."""
        self.tap_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tap(self) -> None:
        self._taps = self._taps.tapped(self._clock())
        measured = self._taps.cycle_ms
        if measured is not None:
            self._kept_ms = measured
            self.pace_measured.emit(measured)
            self.show_pace(measured)
        elif self._taps.is_unclear:
            self.told.setText(
                self.tr("No steady rhythm came of these taps, which is fine. Try again any time.")
            )
        else:
            told = self.tr("{count} taps. Go on with your next breath in.")
            first = self.tr("One tap. Go on with your next breath in.")
            count = self._taps.count
            self.told.setText(first if count == 1 else told.format(count=count))

    def _forget(self) -> None:
        self._taps = Taps()
        had_focus = self.forget_button.hasFocus()
        self.show_pace(0)
        if had_focus:
            self.take_focus()
        self.pace_forgotten.emit()

    def _kept_words(self) -> str:
        if not self._kept_ms:
            return self.tr("Not measured: exercises begin at their own pace.")
        told = self.tr("About {seconds} seconds a breath, {rate} breaths a minute.")
        return told.format(
            seconds=f"{self._kept_ms / 1000:.1f}", rate=f"{breaths_a_minute(self._kept_ms):g}"
        )

    def _arrange(self, icons: Icons) -> None:
        row = FlowRow("breath_taps", icons.keeper)
        row.add(self.tap_button)
        row.add(self.forget_button)
        self.body.addWidget(row)
        self.body.addWidget(self.told)
