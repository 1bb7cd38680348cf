"""The sound in the comfort kit: played softly when somebody wants it, and stopped again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from attachcalm.player.conductor import AMBIENCE_IN_MS, SEAM_MS
from attachcalm.player.ports import Channel
from attachcalm.settings import Settings
from attachcalm.ui.stage import Stage

SOFTLY = 0.5  # of the background's volume
HUSH_MS = 1_000


class KitSound(QObject):
    """Plays one sound, or none."""

    changed = Signal()  # it sounds, or sounds no more

    def __init__(self, stage: Callable[[], Stage], settings: Callable[[], Settings]) -> None:
        super().__init__()
        self._stage = stage
        self._settings = settings
        self.is_on = False

    def names(self) -> tuple[str, ...]:
        """The sounds that there are, by the names that the settings know, ours first."""
        return tuple(self._stage().shelf().ambience)

    def can_sound(self) -> bool:
        """Whether it would be heard: this computer can, and sound is not off."""
        return not self.is_off() and self._stage().sound().has_ambience

    def is_off(self) -> bool:
        """Whether the settings want no sound."""
        return self._gain() <= 0

    def switch(self, name: str) -> None:
        """Begin, or end what sounds."""
        if self.is_on:
            self.end()
        else:
            self._begin(name)

    def end(self) -> None:
        """Let it fade; safe at any time."""
        if self.is_on:
            self.is_on = False
            self._stage().sound().stop(Channel.AMBIENCE, fade_out_ms=HUSH_MS)
            self.changed.emit()

    def _begin(self, name: str) -> None:
        stage = self._stage()
        file = stage.shelf().ambience.get(name)
        if file is None or not self.can_sound():
            return
        stage.afterglow.end()
        stage.sound().play(
            Channel.AMBIENCE, file, gain=self._gain(), loop=True, fade_in_ms=AMBIENCE_IN_MS,
            seam_ms=SEAM_MS,
        )  # fmt: skip
        self.is_on = True
        self.changed.emit()

    def _gain(self) -> float:
        settings = self._settings()
        return settings.ambience_volume / 100 * SOFTLY if settings.sound else 0.0
