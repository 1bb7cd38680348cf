"""Whether the exercises that ship have their recordings, and whether one is left that nobody needs.

Only they are spoken by our voice: the sentences of other files are shown, and that is no flaw.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from attachcalm.exercises.flaw import Flaw, Placed, quoted
from attachcalm.exercises.model import Bell, Breathe, Exercise, StrokeKind
from attachcalm.exercises.narration import (
    MANIFEST,
    Narration,
    clip_file,
    clip_key,
    has_slot,
    narration_folder,
)
from attachcalm.exercises.texts import Entry, Role, texts_of
from attachcalm.player import shelf
from attachcalm.player.shelf import SoundShelf

RENDER = "Run `python tools/voice/render.py`; until then the sentence is shown and not spoken."


class Recordings(NamedTuple):
    """The voice, the other sounds, and the folder of exercises that they were made for."""

    home: Path
    folder: Path
    narration: Narration
    files: frozenset[str]  # in the folder
    sounds: SoundShelf

    @classmethod
    def load(cls, home: Path, audio: Path) -> "Recordings":
        """What lies in the folder of audio; never raises OSError."""
        folder = narration_folder(audio)
        try:
            files = frozenset(file.name for file in folder.iterdir())
        except OSError:
            files = frozenset()
        return cls(home, folder, Narration.load(audio), files, shelf.load(audio))

    def are_for(self, path: Path) -> bool:
        """Whether the file or folder is, or lies in, the folder that they were made for."""
        home = os.path.realpath(self.home)
        return home in {os.path.realpath(path), os.path.realpath(path.parent)}


def missing(entry: Entry, exercise: Exercise, recordings: Recordings) -> Iterator[Placed]:
    """The first sentence that no clip speaks, with how many they are, and bells and tones."""
    spoken = [
        text for text in texts_of(entry) if text.role is Role.HEARD and not has_slot(text.text)
    ]
    silent = [text for text in spoken if not _has_clip(text.text, recordings)]
    if silent:
        count = f"{len(silent)} of {len(spoken)} spoken sentences have no recording"
        what = f"{count}; the first is {quoted(silent[0].text)}"
        yield silent[0].path, Flaw("recording-missing", what, RENDER)
    yield from _sounds(exercise, recordings.sounds)


def _has_clip(text: str, recordings: Recordings) -> bool:
    clip = recordings.narration.clip(text)
    return clip is not None and clip.path.name in recordings.files


def _sounds(exercise: Exercise, sounds: SoundShelf) -> Iterator[Placed]:
    mend = "Make it with `tools/sounds`, or use one that is there."
    for at, step in enumerate(exercise.steps):
        for number, part in enumerate(step.parts):
            path = ("steps", at, "parts", number)
            if isinstance(part, Bell) and part.sound not in sounds.bells:
                what = f"there is no recording of the {part.sound}"
                yield path, Flaw("recording-missing", what, mend)
            for stroke in part.strokes if isinstance(part, Breathe) else ():
                if stroke.kind is not StrokeKind.HOLD and sounds.tone_of(stroke) is None:
                    what = f"no tone is short enough for {stroke.ms / 1000:g} s of {stroke.kind}"
                    yield path, Flaw("recording-missing", what, mend)


def left_over(lines: Iterable[str], recordings: Recordings) -> Iterator[tuple[Path, Flaw]]:
    """Each clip that no exercise speaks, by its file."""
    needed: Collection[str] = {clip_key(line, recordings.narration.voice) for line in lines}
    wanted = {clip_file(recordings.folder, key).name for key in needed} | {MANIFEST}
    for name in sorted(recordings.files - wanted):
        what = "no exercise speaks the sentence of this recording"
        mend = "Run `python tools/voice/render.py`, which takes it away."
        yield recordings.folder / name, Flaw("recording-left", what, mend)
