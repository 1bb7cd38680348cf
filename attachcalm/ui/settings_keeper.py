"""The settings while the window is open: one change reaches everything and the disk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from attachcalm.exercises.card import Card
from attachcalm.settings import Settings
from attachcalm.ui.style import LookKeeper


class SettingsKeeper(QObject):
    """Holds the settings, dresses the app in them, and saves them."""

    changed = Signal(object)  # the new Settings
    not_saved = Signal(str)  # a sentence

    def __init__(
        self, settings: Settings, save: Callable[[Settings], None], look: LookKeeper
    ) -> None:
        """`save` may raise OSError."""
        super().__init__(look)
        self.settings = settings
        self._save = save
        self._look = look

    def change(self, settings: Settings) -> None:
        """Use these from now on."""
        if settings == self.settings:
            return
        self.settings = settings
        less = {"reduced": True, "full": False}.get(settings.motion)
        self._look.choose(settings.theme, settings.text_size / 100, less)
        self.changed.emit(settings)
        try:
            self._save(settings)
        except OSError as error:
            told = self.tr("The settings could not be saved ({reason}). They hold until you close.")
            self.not_saved.emit(told.format(reason=error.strerror or type(error).__name__))

    def keep_favourite(self, card: Card, wanted: bool) -> None:
        """Take an exercise among the favourites, or out."""
        self.change(self.settings.with_favourite(card.id, wanted))
