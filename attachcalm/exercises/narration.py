"""Which file speaks a sentence.

A clip's name is a hash of its sentence and of the recipe it was spoken by, so an edited sentence
cannot find the old recording: it has no clip until one is rendered (`tools/voice/render.py`).
"""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that shapes a clip beside its words; another recipe means other keys."""

    voice: str = "bf_emma"
    # The four model parts joined: Kokoro-82M, int8 ONNX.
    model_sha256: str = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
    g2p: str = "espeak-ng-en-gb-misaki-1"
    vowel_speed: float = 0.41  # of the model's own tempo
    consonant_speed: float = 0.5
    comma_ms: int = 400  # the silence at a writer's comma
    phrase_ms: int = 260  # and inside a long stretch without one
    format: str = "mp3-24000-mono-48k-20lufs-1"

    def as_dict(self) -> dict[str, str | float]:
        """The recipe as the manifest tells it."""
        return {name: getattr(self, name) for name in self.__slots__}


RECIPE: Final = Recipe()
_KEY_LENGTH = 20  # hex digits: 80 bits, no collision among any number of sentences people write
_LONGEST_CLIP_MS = 600_000


def spoken_form(text: str) -> str:
    """The sentence as it is hashed and spoken: composed letters, single spaces, no edges."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def has_slot(text: str) -> bool:
    """Whether the person's own words belong into the sentence: no recording can know them."""
    return "{" in text


def clip_key(text: str, voice: str = RECIPE.voice) -> str:
    """The name of the clip that speaks this sentence: 20 hexadecimal digits."""
    import hashlib  # not before the first window: it loads the machine's crypto library

    recipe = {**RECIPE.as_dict(), "voice": voice}
    parts = ("ac1", *(str(value) for value in recipe.values()), spoken_form(text))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_KEY_LENGTH]


@dataclass(frozen=True, slots=True)
class Clip:
    """One spoken sentence's file, and how long it sounds."""

    key: str
    path: Path
    duration_ms: int


@dataclass(frozen=True, slots=True)
class Narration:
    """The sentences one voice has spoken, by key; `problem` says in a sentence why there are none.

    The manifest is believed: whether each file is there and sounds is not looked up at start.  A
    missing file is a silent line at play time, and a red test before that.
    """

    voice: str = RECIPE.voice
    problem: str | None = None
    _clips: Mapping[str, Clip] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, audio: Path, voice: str = RECIPE.voice) -> "Narration":
        """Read `narration/<voice>/manifest.json` in the folder of audio; never raises OSError."""
        folder = narration_folder(audio, voice)
        try:
            told = json.loads((folder / MANIFEST).read_bytes())
            clips = {key: _clip(folder, key, values) for key, values in told["clips"].items()}
        except FileNotFoundError:
            return cls(voice, "The spoken voice is not installed, so the captions stand alone.")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return cls(voice, f"The spoken voice cannot be read ({reason}).")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return cls(voice, f"The list of spoken sentences is damaged: {folder / MANIFEST}")
        return cls(voice, None, clips)

    def __len__(self) -> int:
        """How many sentences it can speak."""
        return len(self._clips)

    def clip(self, text: str) -> Clip | None:
        """The clip of exactly this sentence, or None; a sentence with a slot never has one."""
        return None if has_slot(text) else self._clips.get(clip_key(text, self.voice))


MANIFEST: Final = "manifest.json"


def narration_folder(audio: Path, voice: str = RECIPE.voice) -> Path:
    """Where the clips of a voice lie in the folder of audio."""
    return audio / "narration" / voice


def clip_file(folder: Path, key: str) -> Path:
    """The file of a clip in its voice's folder."""
    return folder / f"{key}.mp3"


def _clip(folder: Path, key: str, values: dict[str, Any]) -> Clip:
    """Check an entry of the manifest.  Raises ValueError, KeyError or TypeError."""
    if len(key) != _KEY_LENGTH or not set(key) <= set("0123456789abcdef"):
        raise ValueError(key)
    duration = values["duration_ms"]
    if type(duration) is not int or not 0 < duration <= _LONGEST_CLIP_MS:
        raise ValueError(duration)
    return Clip(key, clip_file(folder, key), duration)
