"""The sound of the app: on or off, how loud each part is, and what goes on in the background."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSlider, QWidget

from attachcalm.player.shelf import own_files
from attachcalm.settings import AMBIENCES, SLEEP_MINUTES, Settings
from attachcalm.ui.icons import Icons
from attachcalm.ui.new_sound import NewSound
from attachcalm.ui.own_sounds_box import OwnSoundsBox
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.setting_row import setting_row, volume_slider
from attachcalm.ui.widgets.switch_row import SwitchRow
from attachcalm.ui.widgets.text import words

LONGEST_SHOWN = 20  # signs of a name, so that what it is stays in sight


class SoundPanel(Card):
    """One line each; what the person's own files need stands below the choice of a background."""

    changed = Signal(object)  # the settings that are new, by name

    def __init__(self, icons: Icons, settings: Settings, new_sound: NewSound) -> None:
        super().__init__("settings_sound", icons.keeper)
        self.say(self.tr("Sound"))
        self._icons = icons
        self._folder = new_sound.folder
        self._backgrounds: tuple[str, ...] = ()
        self.note = words("warn", "", "settings_sound_note")
        self._switches = {
            "sound": self._switch("sound", self.tr("Sound"), self.tr(
                "Everything works without it: words are always on the screen.")),
            "breath_tones": self._switch(
                "breath_tones", self.tr("A soft tone with the breath")),
        }  # fmt: skip
        self._sliders: dict[str, QSlider] = {}
        self.background = self._pick("ambience", self.tr("Background"))
        self.minutes = self._pick(
            "sleep_minutes", self.tr("How long the background goes on afterwards"),
            self.tr("Not at all"),
            *(self.tr("{n} minutes").format(n=minutes) for minutes in SLEEP_MINUTES[1:]),
        )  # fmt: skip
        self.own = OwnSoundsBox(icons, new_sound, settings)
        self._arrange()
        self._connect()
        self.set_settings(settings)

    def set_settings(self, settings: Settings) -> None:
        """Show these settings without telling anybody."""
        self._show_backgrounds(settings.ambience)
        self.minutes.blockSignals(True)
        self.minutes.setCurrentIndex(SLEEP_MINUTES.index(settings.sleep_minutes))
        self.minutes.blockSignals(False)
        for name, slider in self._sliders.items():
            slider.blockSignals(True)
            slider.setValue(getattr(settings, name))
            slider.blockSignals(False)
        for name, switch in self._switches.items():
            switch.set_on(getattr(settings, name))
        self.own.set_settings(settings)

    def show_note(self, note: str | None) -> None:
        """Say why nothing can be heard, if so."""
        self.note.setText(note or "")
        self.note.setVisible(note is not None)

    def _show_backgrounds(self, chosen: str) -> None:
        """List ours and the person's own; one that is gone is as good as none."""
        own = own_files(self._folder)
        ours = {
            "": self.tr("None"),
            "rain": self.tr("Rain"),
            "waves": self.tr("Waves"),
            "stream": self.tr("A small stream"),
            "wind": self.tr("Wind in leaves"),
            "brown": self.tr("Deep hush"),
            "hum": self.tr("Warm hum"),
        }
        told = self.tr("{name} (your own)")
        labels = [ours[name] for name in AMBIENCES]
        labels += [told.format(name=_shortened(path.stem)) for path in own.values()]
        picker = self.background
        picker.blockSignals(True)
        if self._backgrounds != (*AMBIENCES, *own):
            self._backgrounds = (*AMBIENCES, *own)
            picker.clear()
            picker.addItems(labels)
        known = chosen in self._backgrounds
        picker.setCurrentIndex(self._backgrounds.index(chosen) if known else 0)
        picker.blockSignals(False)

    # ------------------------------------------------------------ what the person does
    def _choose_background(self) -> None:
        self.changed.emit({"ambience": self._backgrounds[self.background.currentIndex()]})

    def _choose_own(self, name: str) -> None:
        self.changed.emit({"ambience": name})

    def _forget_own(self) -> None:
        self.changed.emit({"ambience": ""})

    def _choose_minutes(self) -> None:
        self.changed.emit({"sleep_minutes": SLEEP_MINUTES[self.minutes.currentIndex()]})

    def _slid(self) -> None:
        self.changed.emit({name: slider.value() for name, slider in self._sliders.items()})

    def _switched(self) -> None:
        self.changed.emit({name: row.is_on() for name, row in self._switches.items()})

    # ------------------------------------------------------------ one line each
    def _switch(self, name: str, title: str, sentence: str = "") -> SwitchRow:
        return SwitchRow(f"setting_{name}", title, sentence, self._icons.keeper)

    def _pick(self, name: str, says: str, *labels: str) -> Picker:
        picker = Picker(f"setting_{name}", says, labels, self._icons)
        picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return picker

    def _slide(self, name: str, title: str) -> QWidget:
        self._sliders[name] = volume_slider(f"setting_{name}", title)
        return setting_row(title, self._sliders[name])

    def _arrange(self) -> None:
        self.note.hide()
        lines = (
            self.note,
            self._switches["sound"],
            self._slide("voice_volume", self.tr("Voice (synthetic)")),
            self._slide("cue_volume", self.tr("Bells and breath")),
            self._switches["breath_tones"],
            setting_row(self.background.accessibleName(), self.background),
            self.own,
            self._slide("ambience_volume", self.tr("Background volume")),
            setting_row(self.minutes.accessibleName(), self.minutes),
        )
        for line in lines:
            self.body.addWidget(line)

    def _connect(self) -> None:
        for switch in self._switches.values():
            switch.switched.connect(self._switched)
        for slider in self._sliders.values():
            slider.valueChanged.connect(self._slid)
        self.background.currentIndexChanged.connect(self._choose_background)
        self.minutes.currentIndexChanged.connect(self._choose_minutes)
        self.own.chosen.connect(self._choose_own)
        self.own.taken_out.connect(self._forget_own)


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_SHOWN else f"{name[: LONGEST_SHOWN - 1].rstrip()}…"
