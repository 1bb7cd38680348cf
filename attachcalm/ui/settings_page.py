"""Settings: applied at once, saved at once, one line each."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from attachcalm.settings import MOTIONS, PACES, TEXT_SIZES, THEMES, Settings
from attachcalm.ui.icons import Icons
from attachcalm.ui.new_sound import NewSound
from attachcalm.ui.records_card import RecordsCard
from attachcalm.ui.reminders_card import RemindersCard
from attachcalm.ui.sound_panel import SoundPanel
from attachcalm.ui.widgets.buttons import secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.setting_row import setting_row
from attachcalm.ui.widgets.switch_row import SwitchRow
from attachcalm.ui.widgets.text import words


class SettingsPage(ScrollPage):
    """How AttachCalm looks, sounds and keeps."""

    settings_changed = Signal(object)  # the whole Settings
    health_wanted = Signal()
    breath_wanted = Signal()
    words_wanted = Signal()

    def __init__(
        self, icons: Icons, settings: Settings, data_folder: str, new_sound: NewSound
    ) -> None:
        super().__init__("settings", icons.keeper, self.tr("Settings"),
                         self.tr("Everything here applies at once."))  # fmt: skip
        self._icons = icons
        self._settings = settings
        self._pickers: dict[str, Picker] = {}
        self._switches: dict[str, SwitchRow] = {}
        self.sound = SoundPanel(icons, settings, new_sound)
        self.sound.changed.connect(self._set)
        self._make_look()
        self.body.addWidget(self.sound)
        self._make_practice()
        self.reminders = RemindersCard(icons)
        self.body.addWidget(self.reminders)
        self.records = RecordsCard(icons)
        self.body.addWidget(self.records)
        kept = Card(
            "settings_kept",
            icons.keeper,
            self.tr("Where your journal is"),
            self.tr("Everything stays on this computer, in this folder. Nothing is ever sent."),
        )
        folder = words("small", data_folder, "settings_folder")
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        kept.body.addWidget(folder)
        self.body.addWidget(kept)
        self.body.addStretch(1)
        self.set_settings(settings)

    def set_settings(self, settings: Settings) -> None:
        """Show these settings without telling anybody."""
        self._settings = settings
        for name, picker in self._pickers.items():
            picker.blockSignals(True)
            picker.setCurrentIndex(_CHOICES[name].index(getattr(settings, name)))
            picker.blockSignals(False)
        for name, switch in self._switches.items():
            switch.set_on(getattr(settings, name))
        self.sound.set_settings(settings)

    def _make_look(self) -> None:
        card = Card("settings_look", self._icons.keeper, self.tr("Look"))
        self._pick(
            card,
            "theme",
            self.tr("Colours"),
            (self.tr("As the system"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast")),
        )
        self._pick(
            card, "text_size", self.tr("Text size"), tuple(f"{size} %" for size in TEXT_SIZES)
        )
        self._pick(card, "motion", self.tr("Motion"), (
            self.tr("As the system"), self.tr("Full"), self.tr("Less")))  # fmt: skip
        self.body.addWidget(card)

    def _make_practice(self) -> None:
        card = Card("settings_practice", self._icons.keeper, self.tr("Practice"))
        self._switch(card, "captions", self.tr("Captions"),
                     self.tr("The words that are spoken, on the screen."))  # fmt: skip
        self._pick(
            card,
            "pace",
            self.tr("Silences"),
            tuple(f"{round(pace * 100)} %" for pace in PACES),
        )
        self.breath_button = secondary_button(
            "settings_breath", self.tr("Fit the breath to me"), self._icons, "wind"
        )
        self.breath_button.clicked.connect(self.breath_wanted)
        card.body.addWidget(self.breath_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.health_button = secondary_button(
            "settings_health", self.tr("What to be careful with"), self._icons, "shield"
        )
        self.health_button.clicked.connect(self.health_wanted)
        card.body.addWidget(self.health_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.words_button = secondary_button(
            "settings_words", self.tr("My words and people"), self._icons, "heart-handshake"
        )
        self.words_button.clicked.connect(self.words_wanted)
        card.body.addWidget(self.words_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(card)

    # ------------------------------------------------------------ one line each
    def _pick(self, card: Card, name: str, title: str, labels: tuple[str, ...]) -> None:
        picker = Picker(f"setting_{name}", title, labels, self._icons)
        picker.currentIndexChanged.connect(self._picked)
        self._pickers[name] = picker
        card.body.addWidget(setting_row(title, picker))

    def _switch(self, card: Card, name: str, title: str, sentence: str) -> None:
        row = SwitchRow(f"setting_{name}", title, sentence, self._icons.keeper)
        row.switched.connect(self._switched)
        self._switches[name] = row
        card.body.addWidget(row)

    def _picked(self) -> None:
        self._set({
            name: _CHOICES[name][picker.currentIndex()] for name, picker in self._pickers.items()
        })  # fmt: skip

    def _switched(self) -> None:
        self._set({name: row.is_on() for name, row in self._switches.items()})

    def _set(self, changes: dict[str, object]) -> None:
        self._settings = replace(self._settings, **changes)  # type: ignore[arg-type]  # by name
        self.settings_changed.emit(self._settings)


_CHOICES: dict[str, tuple[object, ...]] = {
    "theme": THEMES,
    "motion": MOTIONS,
    "text_size": TEXT_SIZES,
    "pace": PACES,
}
