"""What sittings are played with."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from attachcalm.exercises.narration import Narration
from attachcalm.journal.book import Journal
from attachcalm.player.afterglow import Afterglow
from attachcalm.player.conductor import Conductor, Volumes
from attachcalm.player.ports import Clock, Sound
from attachcalm.player.shelf import SoundShelf
from attachcalm.practice import Practice
from attachcalm.settings import Settings


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
        """Who lets one exercise be heard as the settings say; what went on until now fades."""
        self.afterglow.end()
        return Conductor(
            self.sound(),
            self.shelf(),
            volumes_of(settings),
            ambience=settings.ambience,
            breath_tones=settings.breath_tones,
            sound_on=settings.sound,
            go_on=partial(self.afterglow.begin, minutes=settings.sleep_minutes),
        )


def volumes_of(settings: Settings) -> Volumes:
    """The volumes as the player wants them, 0 to 1."""
    return Volumes(
        settings.voice_volume / 100, settings.cue_volume / 100, settings.ambience_volume / 100
    )
