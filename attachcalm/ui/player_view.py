"""The player: pacer, words, time and controls.  It shows frames and passes on what is pressed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from attachcalm.player.session import Began, Breathed, Changed, Events, Frame, Phase
from attachcalm.player.timeline import Span, Timeline
from attachcalm.ui.driver import Driver
from attachcalm.ui.icons import Icons
from attachcalm.ui.pacer import Pacer, picture_of
from attachcalm.ui.player_bars import ControlBar, TopBar
from attachcalm.ui.question_panel import QuestionPanel
from attachcalm.ui.shortcuts import bind
from attachcalm.ui.tokens import PAGE_MARGIN, Look
from attachcalm.ui.widgets.text import words

CAPTION_WIDTH = 640  # two lines of about 42 signs
NARROW_BELOW = 800  # at 100 %: the buttons show icons only
SHORT_BELOW = 560  # at 100 %: no line for the silences, no hint


class PlayerView(QWidget):
    """Everything that is seen while an exercise goes on; its controls never scroll away."""

    pause_pressed = Signal()
    back_pressed = Signal()
    forward_pressed = Signal()
    repeat_pressed = Signal()
    stop_pressed = Signal()
    too_much_pressed = Signal()
    support_wanted = Signal()
    answered = Signal(object)
    pace_chosen = Signal(float)
    sound_switched = Signal(bool)
    captions_switched = Signal(bool)
    motion_switched = Signal(bool)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("player")
        self._icons = icons
        self._steps = 1
        self._reduced = icons.keeper.look.reduced_motion
        self._guide = "rings"
        self.top = TopBar(icons)
        self.pacer = Pacer(icons)
        self.question = QuestionPanel(icons)
        self.caption = words("caption", "", "player_caption")
        self.hint = words("small", "", "player_hint")
        self.controls = ControlBar(icons)
        self._stage = QStackedWidget()
        self._shortcuts = self._bind_keys()
        self._arrange(icons.keeper.look)
        self._connect()

    def open(self, title: str, timeline: Timeline, pace: float) -> None:
        """Be ready for an exercise."""
        self._steps = timeline.step_count
        self.top.title.setText(title)
        self.controls.show_pace(pace)
        self.hint.setText(self._hint_words())
        self.controls.pause.setFocus(Qt.FocusReason.OtherFocusReason)

    def command(self, driver: Driver) -> None:
        """Let what is pressed here move this session."""
        self.pause_pressed.connect(driver.toggle_pause)
        self.back_pressed.connect(driver.back)
        self.forward_pressed.connect(driver.forward)
        self.repeat_pressed.connect(driver.repeat)
        self.stop_pressed.connect(driver.stop)
        self.answered.connect(driver.answer)

    def set_guide(self, guide: str) -> None:
        """Let rings or a bar follow the breath."""
        self._guide = guide

    def set_switches(self, sound: bool, captions: bool, reduced_motion: bool) -> None:
        """Show how sound, captions and motion are set."""
        self.top.sound.setChecked(sound)
        self.top.captions.setChecked(captions)
        self.top.motion.setChecked(reduced_motion)
        self.caption.setVisible(captions)
        self._reduced = reduced_motion

    def show_events(self, events: Events) -> None:
        """Show what began or changed."""
        for event in events:
            if isinstance(event, Began):
                self._show_span(event.span)
            elif isinstance(event, Breathed):
                self.pacer.announce(event.stroke.word)
            elif isinstance(event, Changed):
                self._show_phase(event)

    def show_frame(self, frame: Frame) -> None:
        """Show this moment."""
        if frame.span.question is None:
            self.pacer.show_picture(picture_of(frame, self._reduced, self._guide))
        self.controls.show_frame(frame)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Do without words on buttons, then without hints, before anything is cut off."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = self._icons.keeper.look
        narrow, short = self.width() < look.px(NARROW_BELOW), self.height() < look.px(SHORT_BELOW)
        self.top.set_narrow(narrow)
        self.controls.set_narrow(narrow, short)
        self.hint.setVisible(not short)
        side, gap = (12, 6) if short else (look.px(PAGE_MARGIN), look.px(12))
        self._column.setContentsMargins(side, side * 2 // 3, side, side * 2 // 3)
        self._column.setSpacing(gap)
        self.caption.setMinimumHeight(look.px(28 if short else 56))
        self.caption.setFixedWidth(min(look.px(CAPTION_WIDTH), self.width() - 2 * side))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Pause on Space, wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Space:
            self.pause_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _show_span(self, span: Span) -> None:
        step = self.tr("Step {step} of {steps} · {title}")
        self.top.step.setText(
            step.format(step=span.step + 1, steps=self._steps, title=span.step_title)
        )
        asking = span.question is not None
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not asking)
        if span.question is not None:
            self._stage.setCurrentWidget(self._question_page)
            self.question.ask(span.question, span.caption)
        elif self._stage.currentWidget() is not self.pacer:
            self._stage.setCurrentWidget(self.pacer)
            self.controls.pause.setFocus(Qt.FocusReason.OtherFocusReason)
        self.caption.setText("" if asking else span.caption)
        self.caption.setVisible(self.top.captions.isChecked() and not asking)

    def _show_phase(self, event: Changed) -> None:
        self.controls.show_phase(event.phase)
        if event.slept:
            self.hint.setText(
                self.tr("The laptop slept. Nothing is lost: Space goes on from here.")
            )
        elif event.phase is Phase.PAUSED:
            self.hint.setText(self.tr("Paused. Space goes on · S stops · Esc too much"))
        elif event.phase is Phase.RUNNING:
            self.hint.setText(self._hint_words())

    def _hint_words(self) -> str:
        return self.tr("Space pause · S stop · Esc too much · stopping early still counts")

    def _arrange(self, look: Look) -> None:
        self._question_page = QScrollArea()
        self._question_page.setWidgetResizable(True)
        self._question_page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._question_page.setWidget(inside)
        page = QVBoxLayout(inside)
        page.setContentsMargins(0, 0, 0, 0)
        page.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.question, 8)
        row.addStretch(1)
        page.addLayout(row)
        page.addStretch(2)
        self._stage.addWidget(self.pacer)
        self._stage.addWidget(self._question_page)
        for label in (self.caption, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.top)
        self._column.addWidget(self._stage, 1)
        self._column.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.controls)
        self._column.addWidget(self.hint)
        self._space(look)

    def _space(self, _: Look) -> None:
        self.question.setMaximumWidth(self._icons.keeper.look.px(CAPTION_WIDTH))
        self._fit()

    def _bind_keys(self) -> list[QShortcut]:
        """Single keys work while no question waits for typing; Esc always does."""
        bind(self, (("Esc", self.too_much_pressed.emit),))
        return bind(self, (
            ("Left", self.back_pressed.emit),
            ("Right", self.forward_pressed.emit),
            ("R", self.repeat_pressed.emit),
            ("S", self.stop_pressed.emit),
            ("M", self.top.sound.click),
            ("C", self.top.captions.click),
            ("L", self.top.motion.click),
        ))  # fmt: skip

    def _connect(self) -> None:
        self.top.leave.clicked.connect(self.stop_pressed)
        self.top.support.clicked.connect(self.support_wanted)
        self.top.sound.clicked.connect(self.sound_switched)
        self.top.captions.clicked.connect(self.captions_switched)
        self.top.motion.clicked.connect(self.motion_switched)
        self.controls.pause.clicked.connect(self.pause_pressed)
        self.controls.back.clicked.connect(self.back_pressed)
        self.controls.forward.clicked.connect(self.forward_pressed)
        self.controls.repeat.clicked.connect(self.repeat_pressed)
        self.controls.stop.clicked.connect(self.stop_pressed)
        self.controls.too_much.clicked.connect(self.too_much_pressed)
        self.controls.pace_chosen.connect(self.pace_chosen)
        self.question.answered.connect(self.answered)
        self._icons.keeper.changed.connect(self._space)
