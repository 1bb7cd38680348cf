"""Under the choice of a background: adding a sound of one's own, and taking one out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QFrame, QPushButton, QVBoxLayout, QWidget

from attachcalm.player.shelf import OWN_ENDINGS, own_files
from attachcalm.settings import Settings
from attachcalm.sound.own_sounds import ENOUGH_S, LARGEST, MOST, Fault, drop
from attachcalm.ui.icons import Icons
from attachcalm.ui.new_sound import NewSound
from attachcalm.ui.widgets.buttons import compact, secondary_button
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.text import words

ChooseFile = Callable[[QWidget], Path | None]


def choose_file(parent: QWidget) -> Path | None:
    """Let the person choose a file; None if they would rather not."""
    endings = " ".join(f"*{ending}" for ending in OWN_ENDINGS)
    kinds = parent.tr("Sounds ({endings})").format(endings=endings)
    title = parent.tr("A sound of your own")
    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


class OwnSoundsBox(QWidget):
    """Two buttons, and below them what is being asked or told, with its own buttons."""

    chosen = Signal(str)  # the name that the settings know of a sound that was kept
    taken_out = Signal(str)  # the same of one that is gone

    def __init__(self, icons: Icons, new_sound: NewSound, settings: Settings) -> None:
        super().__init__()
        self.choose_file: ChooseFile = choose_file
        self._new = new_sound
        self._settings = settings
        self._icons = icons
        self.add_button = self._small("add", self.tr("Add a sound of your own…"), "folder-open")
        self.out_button = self._small("out", self.tr("Take this sound out…"))
        self.told = words("", "", "own_sound_told")
        self.keep_button = self._small("keep", self.tr("Keep it"), "check")
        self.leave_button = self._small("leave", self.tr("Leave it out"))
        self.take_button = self._small("take", self.tr("Take it out"))
        self.stay_button = self._small("stay", self.tr("Let it stay"))
        self.close_button = self._small("close", self.tr("Close"))
        self._answers = (self.keep_button, self.leave_button, self.take_button,
                         self.stay_button, self.close_button)  # fmt: skip
        self._box = QFrame()
        self._arrange()
        self._connect()
        self.set_settings(settings)

    def set_settings(self, settings: Settings) -> None:
        """Show whether the chosen background is the person's own."""
        self._settings = settings
        self._new.set_settings(settings)
        self.out_button.setVisible(self._chosen_file() is not None)

    def _chosen_file(self) -> Path | None:
        return own_files(self._new.folder).get(self._settings.ambience)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Let nothing go on that nobody sees."""
        super().hideEvent(event)
        self._quiet()

    # ------------------------------------------------------------ adding
    def _add(self) -> None:
        source = self.choose_file(self)
        if source is None:
            return
        self._new.begin(source, self._settings)
        self._tell(self.tr("The file is copied and tried."), self.leave_button)
        self.add_button.setEnabled(False)

    def _heard(self, sounds: bool) -> None:
        told = self.tr("“{name}” can be played, and you hear it now. Does it fit?")
        if not sounds:
            told = self.tr("“{name}” can be played. Sound is off now, so you do not hear it.")
        self._tell(told.format(name=self._new.name), self.keep_button, self.leave_button)

    def _kept(self, name: str) -> None:
        self._quiet()
        self.chosen.emit(name)

    def _refused(self, fault: Fault) -> None:
        self._tell(self._why(fault), self.close_button)
        self.add_button.setEnabled(True)

    def _why(self, fault: Fault) -> str:
        """Why a file was not taken in, and what may help."""
        told = {
            Fault.NO_SOUND: self.tr(
                "AttachCalm cannot play this file. WAV, MP3, OGG, FLAC and M4A usually work."
            ),
            Fault.TOO_SHORT: self.tr(
                "This sound is shorter than {seconds} seconds; that is little for a background."
            ),
            Fault.TOO_LARGE: self.tr(
                "This file is larger than {megabytes} MB. A part of it may do."
            ),
            Fault.TOO_MANY: self.tr(
                "There are {most} sounds of your own already. Taking one out makes room."
            ),
            Fault.NOT_READ: self.tr(
                "The file could not be read. It may be on a drive that is not there now."
            ),
            Fault.NOT_KEPT: self.tr(
                "The file could not be copied. The disk may be full, or closed to writing."
            ),
            Fault.NOT_TRIED: self.tr("This computer has nothing to try a sound with."),
        }[fault]
        return told.format(seconds=round(ENOUGH_S), megabytes=LARGEST // 1_000_000, most=MOST)

    # ------------------------------------------------------------ taking out
    def _ask_out(self) -> None:
        self._quiet()
        file = self._chosen_file()
        if file is not None:
            told = self.tr("Take “{name}” out? AttachCalm's copy is deleted, your own file stays.")
            self._tell(told.format(name=file.stem), self.stay_button, self.take_button)

    def _take_out(self) -> None:
        """Delete the copy, and tell that it is gone."""
        file = self._chosen_file()
        self._quiet()
        if file is not None:
            drop(file)
        if file is not None and file.exists():  # as on Windows, while it sounds
            told = self.tr("It could not be taken out just now; perhaps it is being played.")
            self._tell(told, self.close_button)
        else:
            self.taken_out.emit(self._settings.ambience)

    # ------------------------------------------------------------ what is told
    def _tell(self, sentence: str, *buttons: QPushButton) -> None:
        has_keyboard = _holds_keyboard(self)
        self.told.setText(sentence)
        self._box.show()
        for (
            button
        ) in self._answers:  # once the row is seen, or it keeps the places of the last ones
            button.setVisible(button in buttons)
        if has_keyboard:  # who has gone on to another line meanwhile is left there
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _quiet(self) -> None:
        """Ask and tell nothing; what was on its way in is left out."""
        self._new.leave_out()
        had_keyboard = _holds_keyboard(self._box)
        self.add_button.setEnabled(True)
        self._box.hide()
        if had_keyboard and self.isVisible():
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ arrangement
    def _small(self, name: str, text: str, icon: str = "") -> QPushButton:
        return compact(secondary_button(f"own_sound_{name}", text, self._icons, icon))

    def _arrange(self) -> None:
        look = self._icons.keeper.look
        adding = FlowRow("own_sound_buttons", self._icons.keeper)
        for button in (self.add_button, self.out_button):
            adding.add(button)
        answers = FlowRow("own_sound_answers", self._icons.keeper)
        for button in self._answers:
            answers.add(button)
        self._box.setObjectName("own_sound_box")
        self._box.setProperty("kind", "soft")
        inside = QVBoxLayout(self._box)
        side = look.px(12)
        inside.setContentsMargins(side, side, side, side)
        inside.setSpacing(look.px(8))
        inside.addWidget(self.told)
        inside.addWidget(answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(adding)
        column.addWidget(self._box)
        self._box.hide()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.out_button.clicked.connect(self._ask_out)
        self.keep_button.clicked.connect(self._new.keep)
        self.take_button.clicked.connect(self._take_out)
        for button in (self.leave_button, self.stay_button, self.close_button):
            button.clicked.connect(self._quiet)
        self._new.heard.connect(self._heard)
        self._new.refused.connect(self._refused)
        self._new.kept.connect(self._kept)


def _holds_keyboard(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
