"""The two bars of the player: what is above the pacer, and what is below the words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from attachcalm.player.session import Frame, Phase
from attachcalm.settings import PACES
from attachcalm.ui import texts
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import (
    compact,
    ghost_button,
    icon_button,
    pill_switch,
    primary_button,
    secondary_button,
)
from attachcalm.ui.widgets.text import ShortenedLabel, one_line, steady_digits


class Wordy:
    """Buttons that can do without their words: then the words are tips."""

    def __init__(self, buttons: tuple[QPushButton, ...]) -> None:
        self._words = tuple((button, button.text()) for button in buttons)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, or icon and words."""
        for button, words in self._words:
            button.setText("" if narrow else words)
            button.setToolTip(words if narrow else "")
            button.setAccessibleName(words)


class TopBar(QWidget):
    """Leave, the title, and the three switches of the player."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.leave = ghost_button("player_leave", self.tr("Leave"), icons, "arrow-left")
        self.support = icon_button(
            "player_support", self.tr("Support (F9): this pauses"), icons, "life-buoy"
        )
        self.title = ShortenedLabel("heading", "", "player_title")
        self.step = ShortenedLabel("small", "", "player_step")
        self.sound = pill_switch("player_sound", self.tr("Sound"), icons, "volume-2")
        self.captions = pill_switch("player_captions", self.tr("Captions"), icons, "captions")
        self.motion = pill_switch(
            "player_motion", self.tr("Less motion"), icons, "circle-dot-dashed"
        )
        for button in (self.leave, self.support, self.sound, self.captions, self.motion):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._switches = Wordy((self.leave, self.sound, self.captions, self.motion))
        self._arrange()

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only where there is no room for words."""
        self._switches.set_narrow(narrow)
        self._balance()

    def _arrange(self) -> None:
        for label in (self.title, self.step):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(self.title)
        middle.addWidget(self.step)
        switches = QHBoxLayout()
        for button in (self.sound, self.captions, self.motion):
            switches.addWidget(button)
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        begin = QHBoxLayout()
        begin.addWidget(self.leave)
        begin.addWidget(self.support)
        begin.addStretch(1)
        row.addLayout(begin, 0, 0)
        row.addLayout(middle, 0, 1)
        row.addLayout(switches, 0, 2, Qt.AlignmentFlag.AlignTrailing)
        row.setColumnStretch(1, 1)
        self._row = row
        self._balance()

    def _balance(self) -> None:
        """Give both sides the same width, so that the title stands in the middle."""
        sides = (self.sound, self.captions, self.motion)
        width = sum(button.sizeHint().width() for button in sides) + 2 * self._row.spacing()
        self._row.setColumnMinimumWidth(0, min(width, self.width() // 3))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the title in the middle."""
        super().resizeEvent(event)
        self._balance()


class ControlBar(QWidget):
    """Progress, time, and the buttons that move through the exercise."""

    pace_chosen = Signal(float)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.spent = steady_digits(one_line("small", "0:00", "player_spent"))
        self.left = steady_digits(one_line("small", "", "player_left"))
        self.progress = QProgressBar()
        self.progress.setObjectName("player_progress")
        self.progress.setAccessibleName(self.tr("Progress through the exercise"))
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.back = secondary_button("player_back", self.tr("Back"), icons, "skip-back")
        self.repeat = secondary_button("player_repeat", self.tr("Repeat"), icons, "repeat")
        self.pause = primary_button("player_pause", self.tr("Pause"), icons, "pause")
        self.forward = secondary_button("player_forward", self.tr("Next"), icons, "skip-forward")
        self.stop = secondary_button("player_stop", self.tr("Stop here"), icons, "square")
        self.too_much = secondary_button("player_too_much", self.tr("Too much"), icons, "hand")
        self.shorter = compact(ghost_button("player_shorter", self.tr("Shorter silences"), icons))
        self.longer = compact(ghost_button("player_longer", self.tr("Longer silences"), icons))
        self.pace_label = one_line("small", "", "player_pace")
        self._icons = icons
        self._pace = 1.0
        self._narrow = False
        self._moves = Wordy(self.buttons())
        self._arrange()
        self._connect()

    def set_narrow(self, narrow: bool, short: bool) -> None:
        """Show icons only where it is narrow, and no line for the silences where it is short."""
        self._narrow = narrow
        self._moves.set_narrow(narrow)
        for widget in (self.shorter, self.pace_label, self.longer):
            widget.setVisible(not short)

    def show_frame(self, frame: Frame) -> None:
        """Show time and progress, and what the pause button does now."""
        self.spent.setText(texts.clock_words(frame.position))
        left = self.tr("{time} left").format(time=texts.clock_words(frame.left))
        self.left.setText(left)
        self.progress.setValue(round(frame.progress * 1000))

    def show_phase(self, phase: Phase) -> None:
        """Let the pause button say what it does now."""
        paused = phase is Phase.PAUSED
        words = self.tr("Go on") if paused else self.tr("Pause")
        self.pause.setText("" if self._narrow else words)
        self.pause.setAccessibleName(words)
        self.pause.setIcon(self._icons.icon("play" if paused else "pause", "on_primary"))
        self.pause.setEnabled(phase is not Phase.WAITING)

    def show_pace(self, pace: float) -> None:
        """Show how far the silences are stretched."""
        self._pace = pace
        self.pace_label.setText(self.tr("Silences {percent} %").format(percent=round(pace * 100)))
        self.shorter.setEnabled(pace > PACES[0])
        self.longer.setEnabled(pace < PACES[-1])

    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons from first to last."""
        return (self.back, self.repeat, self.pause, self.forward, self.stop, self.too_much)

    def _arrange(self) -> None:
        time = QHBoxLayout()
        time.addStretch(1)
        time.addWidget(self.spent)
        time.addWidget(self.progress, 3)
        time.addWidget(self.left)
        time.addStretch(1)
        moves = QHBoxLayout()
        moves.addStretch(1)
        for button in self.buttons():
            moves.addWidget(button)
        moves.addStretch(1)
        pace = QHBoxLayout()
        pace.addStretch(1)
        pace.addWidget(self.shorter)
        pace.addWidget(self.pace_label)
        pace.addWidget(self.longer)
        pace.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._icons.keeper.look.px(12))
        column.addLayout(time)
        column.addLayout(moves)
        column.addLayout(pace)
        for button in (*self.buttons(), self.shorter, self.longer):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pause.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        self.shorter.clicked.connect(self._shorten)
        self.longer.clicked.connect(self._lengthen)

    def _shorten(self) -> None:
        self._choose(max((pace for pace in PACES if pace < self._pace), default=PACES[0]))

    def _lengthen(self) -> None:
        self._choose(min((pace for pace in PACES if pace > self._pace), default=PACES[-1]))

    def _choose(self, pace: float) -> None:
        self.show_pace(pace)
        self.pace_chosen.emit(pace)
