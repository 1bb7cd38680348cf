"""The sound in the comfort kit: which one, and a button to hear it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from attachcalm.support.kit import Place
from attachcalm.ui.icons import Icons
from attachcalm.ui.kit_sound import KitSound
from attachcalm.ui.slot_words import sound_name
from attachcalm.ui.widgets.buttons import secondary_button
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.text import words


class KitSoundRow(QWidget):
    """What is chosen is kept at once; "None" takes it out."""

    kept = Signal(str, str)  # slot, name of the sound, or empty

    def __init__(self, icons: Icons, sound: KitSound) -> None:
        super().__init__()
        self.setObjectName("kit_sound_row")
        self._icons = icons
        self._sound = sound
        self._names: tuple[str, ...] = ("",)
        self._chosen = ""
        self.picker = Picker("kit_sound_which", self.tr("The sound in your kit"), (), icons)
        self.picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.play_button = secondary_button("kit_sound_play", self.tr("Play it softly"), icons,
                                            "play")  # fmt: skip
        self.told = words("small", "", "kit_sound_told")
        self._arrange()
        self.picker.activated.connect(self._choose)
        self.play_button.clicked.connect(self._switch)
        sound.changed.connect(self._show)

    @property
    def controls(self) -> list[QWidget]:
        """Its controls, as the keyboard meets them."""
        return [self.play_button, self.picker]

    def show_sound(self, name: str) -> None:
        """Show which one it is; one whose file is gone is told as such."""
        if name != self._chosen:
            self._sound.end()
        self._chosen = name
        names = ("", *self._sound.names())
        self._names = names if name in names else (*names, name)
        self.picker.clear()
        self.picker.addItems([sound_name(each) for each in self._names])
        self.picker.setCurrentIndex(self._names.index(name))
        self._show()

    def _show(self) -> None:
        is_on = self._sound.is_on
        is_there = self._chosen in self._sound.names()
        self.play_button.setText(self.tr("Let it fade") if is_on else self.tr("Play it softly"))
        self.play_button.setIcon(self._icons.icon("square" if is_on else "play", "text"))
        self.play_button.setVisible(is_there)
        self.play_button.setEnabled(is_on or (is_there and self._sound.can_sound()))
        self.told.setText(self._words(is_there=is_there))
        self.told.setVisible(bool(self.told.text()))

    def _words(self, *, is_there: bool) -> str:
        if self._chosen and not is_there:
            return self.tr("The file of this sound is not on this computer any more.")
        if self._chosen and not self._sound.can_sound():
            off = self.tr("Sound is off, or at zero, in Settings.")
            return off if self._sound.is_off() else self.tr("This computer cannot play it.")
        if not self._chosen:
            return self.tr("A sound of your own can be added in Settings, under Sound.")
        return ""

    def _choose(self) -> None:
        name = self._names[self.picker.currentIndex()]
        if name != self._chosen:
            self.kept.emit(Place.SOUND.value, name)

    def _switch(self) -> None:
        self._sound.switch(self._chosen)

    def _arrange(self) -> None:
        row = FlowRow("kit_sound_controls", self._icons.keeper)
        for widget in (self.play_button, self.picker):
            row.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words("label", self.tr("A sound")))
        column.addWidget(row)
        column.addWidget(self.told)
