"""What sittings are played with."""

from collections.abc import Callable
from dataclasses import dataclass

from attachcalm.exercises.narration import Narration
from attachcalm.journal.book import Journal
from attachcalm.player.afterglow import Afterglow
from attachcalm.player.conductor import Conductor, Volumes
from attachcalm.player.ports import Clock, Sound
from attachcalm.player.shelf import SoundShelf
from attachcalm.practice import Practice
from attachcalm.settings import OWN_AMBIENCE, Settings


@dataclass(frozen=True, slots=True)
class Stage:
    """Built once, when the first sitting begins."""

    practice: Practice
    journal: Journal
    clock: Clock
    narration: Callable[[], Narration]
    shelf: Callable[[], SoundShelf]
    sound: Callable[[], Sound]
    afterglow: Afterglow

    def conductor(self, settings: Settings) -> Conductor:
        """Who lets one exercise be heard, as loud as the settings say."""
        volumes = volumes_of(settings)
        is_own = settings.ambience.startswith(OWN_AMBIENCE)
        return Conductor(
            self.afterglow.before(
                self.sound(), settings.sleep_minutes, volumes.ambience, has_seam=is_own
            ),
            self.shelf(),
            volumes,
            ambience=settings.ambience,
            breath_tones=settings.breath_tones,
            sound_on=settings.sound,
        )


def volumes_of(settings: Settings) -> Volumes:
    """The volumes as the player wants them, 0 to 1."""
    return Volumes(
        settings.voice_volume / 100, settings.cue_volume / 100, settings.ambience_volume / 100
    )
