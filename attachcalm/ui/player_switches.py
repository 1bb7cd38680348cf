"""The switches inside the player: sound, captions, motion, pace; each is a setting that is kept."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from attachcalm.player.conductor import Conductor
from attachcalm.settings import Settings
from attachcalm.ui.driver import Driver
from attachcalm.ui.player_view import PlayerView
from attachcalm.ui.stage import volumes_of
from attachcalm.ui.style import LookKeeper


class PlayerSwitches(QObject):
    """Holds the settings of the player, and lets a change be heard and seen at once."""

    settings_changed = Signal(object)  # Settings

    def __init__(self, player: PlayerView, keeper: LookKeeper, settings: Settings) -> None:
        super().__init__(player)
        self.settings = settings
        self._player = player
        self._keeper = keeper
        self._driver: Driver | None = None
        self._conductor: Conductor | None = None
        player.sound_switched.connect(self._switch_sound)
        player.captions_switched.connect(self._switch_captions)
        player.motion_switched.connect(self._switch_motion)
        player.pace_chosen.connect(self._choose_pace)

    def move(self, driver: Driver | None, conductor: Conductor | None) -> None:
        """From now on this exercise is moved and heard, or none."""
        self._driver, self._conductor = driver, conductor

    def set_settings(self, settings: Settings) -> None:
        """Use these from now on, volumes at once."""
        self.settings = settings
        if self._conductor is not None:
            self._conductor.set_volumes(volumes_of(settings))

    def show(self) -> None:
        """Show how everything is set."""
        reduced = self._keeper.look.reduced_motion
        self._player.set_guide(self.settings.breath_guide)
        self._player.set_switches(self.settings.sound, self.settings.captions, reduced)

    def _switch_sound(self, on: bool) -> None:
        if self._conductor is not None:
            self._conductor.set_sound_on(on)
        self._set(replace(self.settings, sound=on))

    def _switch_captions(self, on: bool) -> None:
        self._set(replace(self.settings, captions=on))

    def _switch_motion(self, reduced: bool) -> None:
        self._set(replace(self.settings, motion="reduced" if reduced else "full"))
        if self._driver is not None:
            self._driver.set_reduced_motion(reduced)

    def _choose_pace(self, pace: float) -> None:
        if self._driver is not None:
            self._driver.set_pace(pace)
        self._set(replace(self.settings, pace=pace))

    def _set(self, settings: Settings) -> None:
        self.settings = settings
        self.settings_changed.emit(settings)
        self.show()
