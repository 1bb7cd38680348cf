"""The breath as it is set, to be tried before any exercise: nothing moves until it is asked to."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from attachcalm.exercises.model import Breathe, Stroke, StrokeKind
from attachcalm.player.own_breath import BreathFit, Strokes, breaths_a_minute, strokes_for
from attachcalm.player.ports import Clock
from attachcalm.player.session import Changed, Events, Frame, Phase, Session
from attachcalm.player.timeline import breathing_alone
from attachcalm.ui.driver import Driver
from attachcalm.ui.icons import Icons
from attachcalm.ui.pacer import Pacer, picture_of
from attachcalm.ui.tokens import Look
from attachcalm.ui.widgets.buttons import secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words

CYCLES = 18  # of ten seconds: three minutes, half of them glide
PACER_HIGH = 300  # px at 100 %


class BreathPreview(Card):
    """A pacer with the breath that would be played, what it is in words, and one button."""

    moved = Signal(bool)  # it began to move, or came to rest

    def __init__(self, icons: Icons, clock: Clock) -> None:
        super().__init__("breath_preview", icons.keeper, self.tr("How it goes"))
        self._icons = icons
        self._clock = clock
        self._fit = BreathFit()
        self._guide = "rings"
        self._driver: Driver | None = None
        self._part = Breathe(
            (
                Stroke(StrokeKind.IN, 1.0, 4_000, self.tr("Breathe in")),
                Stroke(StrokeKind.OUT, 0.0, 6_000, self.tr("Slow out")),
            ),
            CYCLES,
        )
        self.pacer = Pacer(icons, "surface")
        self.told = words("", "", "breath_preview_told")
        self.button = secondary_button("breath_watch", self.tr("Try it"), icons, "play")
        self._arrange()
        self.button.clicked.connect(self._switch)
        icons.keeper.changed.connect(self._look_changed)

    @property
    def is_moving(self) -> bool:
        """Whether the pacer goes."""
        return self._driver is not None

    @property
    def driver(self) -> Driver | None:
        """What moves the pacer, if anything does."""
        return self._driver

    def show_fit(self, fit: BreathFit, guide: str) -> None:
        """Show this breath with this guide; what moved begins anew."""
        if (fit, guide) == (self._fit, self._guide) and self.told.text():
            return
        self._fit, self._guide = fit, guide
        self.told.setText(self._words(strokes_for(self._part.strokes, fit)))
        if self.is_moving:
            self._rest()
            self._move()
        else:
            self._show_first()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Come to rest where nobody looks."""
        super().hideEvent(event)
        self._rest()

    # ------------------------------------------------------------ moving
    def _switch(self) -> None:
        if self.is_moving:
            self._rest()
        else:
            self._move()

    def _session(self) -> Session:
        return Session(breathing_alone(self._part, self._fit), self._clock)

    def _move(self) -> None:
        self._driver = driver = Driver(self._session(), self._reduced, self)
        driver.happened.connect(self._happened)
        driver.frame_changed.connect(self._show_frame)
        self._show_button()
        driver.start()

    def _rest(self) -> None:
        driver, self._driver = self._driver, None
        if driver is not None:
            driver.stop()
            driver.deleteLater()
            self._show_first()
            self._show_button()

    def _happened(self, events: Events) -> None:
        """After the last breath, or when the machine slept, it rests."""
        ends = {Phase.FINISHED, Phase.PAUSED}
        if any(isinstance(event, Changed) and event.phase in ends for event in events):
            self._rest()

    def _show_frame(self, frame: Frame) -> None:
        if self.is_moving:
            self.pacer.show_picture(picture_of(frame, self._reduced, self._guide))

    def _show_first(self) -> None:
        """The first moment, still."""
        self.pacer.show_picture(picture_of(self._session().frame(), self._reduced, self._guide))

    @property
    def _reduced(self) -> bool:
        return self._icons.keeper.look.reduced_motion

    # ------------------------------------------------------------ words
    def _words(self, strokes: Strokes) -> str:
        kinds = {
            StrokeKind.IN: self.tr("in {seconds} s"),
            StrokeKind.OUT: self.tr("out {seconds} s"),
            StrokeKind.HOLD: self.tr("hold {seconds} s"),
        }
        each = [kinds[s.kind].format(seconds=f"{s.ms / 1000:g}") for s in strokes]
        shape, rate = " · ".join(each), _rate(sum(stroke.ms for stroke in strokes))
        told = self.tr("{shape}, about {rate} breaths a minute.").format(shape=shape, rate=rate)
        if self._fit.from_cycle_ms is not None:
            begins = self.tr("Begins at {rate} breaths a minute and glides to: ")
            told = begins.format(rate=_rate(self._fit.from_cycle_ms)) + told
        elif self._fit.own_strokes is None:
            told = self.tr("Slow out-breath as an example: {breath}").format(breath=told)
        return told[0].upper() + told[1:]

    # ------------------------------------------------------------ the card
    def _show_button(self) -> None:
        moving = self.is_moving
        self.button.setText(self.tr("Let it rest") if moving else self.tr("Try it"))
        self.button.setIcon(self._icons.icon("pause" if moving else "play", "text"))
        self.moved.emit(moving)

    def _arrange(self) -> None:
        holder = QVBoxLayout()
        holder.addWidget(self.pacer)
        self.body.addLayout(holder, 1)
        self.body.addWidget(self.told)
        row = FlowRow("breath_preview_buttons", self._icons.keeper)
        row.add(self.button)
        self.body.addWidget(row)
        self._fit_height(self._icons.keeper.look)

    def _look_changed(self, look: Look) -> None:
        self._fit_height(look)
        if self._driver is not None:
            self._driver.set_reduced_motion(look.reduced_motion)
        elif self.told.text():
            self._show_first()

    def _fit_height(self, look: Look) -> None:
        self.pacer.setFixedHeight(look.px(PACER_HIGH))


def _rate(cycle_ms: int) -> str:
    return f"{breaths_a_minute(cycle_ms):g}"
