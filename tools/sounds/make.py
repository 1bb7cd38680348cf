"""Make every sound that is not a voice: `python tools/sounds/make.py [NAME…]`, or only these.

Seeded: the same versions of numpy and libsndfile make the same sound again, to the sample.
An Ogg file also holds a random serial number, so its bytes and its hash differ each time.
"""

import hashlib
import json
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyloudnorm
import soundfile

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # so that the command runs from anywhere

from tools.sounds import bells, noises, weather  # noqa: E402 - needs the path above
from tools.sounds.noises import RATE, Sound  # noqa: E402 - needs the path above

AUDIO = ROOT / "resources" / "audio"
IN_MS = (1000, 2000, 3000, 4000, 5000, 5500, 6000)
OUT_MS = (3000, 4000, 5000, 5500, 6000, 8000)
FORMS = {".ogg": ("OGG", "VORBIS"), ".mp3": ("MP3", "MPEG_LAYER_III"), ".flac": ("FLAC", "PCM_16")}
_SEED = 20_260_101
_VORBIS_Q4 = 0.6  # libsndfile counts compression from 0 (best) to 1
_FLAC = 1.0  # as small as it gets
_MP3_96K = 1 - (96 - 32) / (320 - 32)  # and for MP3 from 320 down to 32 kbit/s at 44.1 kHz
_MP3_48K_MONO = 1 - (48 - 32) / (320 - 32)


@dataclass(frozen=True, slots=True)
class Recipe:
    """One file to make: what it sounds like, how loud, and what it is called for people."""

    name: str
    kind: str  # bell, breath or ambience
    file: str
    title: str
    lufs: float
    compression: float
    sound: Callable[[np.random.Generator], Sound]


def recipes() -> Iterator[Recipe]:
    """Every sound there is."""
    yield Recipe("bowl", "bell", "bells/bowl.mp3", "Singing bowl", -24, _MP3_96K, bells.bowl)
    yield Recipe("chime", "bell", "bells/chime.mp3", "Chime", -26, _MP3_96K, bells.chime)
    for name, title, make in (
        ("rain", "Rain", noises.rain),
        ("waves", "Calm sea", noises.waves),
        ("brown", "Low, even sound", noises.brown),
        ("stream", "Small stream", weather.stream),
        ("wind", "Wind in leaves", weather.wind),
    ):
        yield Recipe(name, "ambience", f"ambience/{name}.ogg", title, -28, _VORBIS_Q4, make)
    # Vorbis breaks the seam of pure tones (16 times the usual step), so this one is kept whole.
    yield Recipe("hum", "ambience", "ambience/hum.flac", "Warm hum", -28, _FLAC, weather.hum)
    for inward, lengths in ((True, IN_MS), (False, OUT_MS)):
        for ms in lengths:
            yield _breath(ms, inward=inward)


def _breath(ms: int, *, inward: bool) -> Recipe:
    way = "in" if inward else "out"

    def sound(chance: np.random.Generator) -> Sound:
        return noises.breath(chance, ms / 1000, inward=inward)

    name, title = f"{way}-{ms}", f"Breath {way}, {ms / 1000:g} seconds"
    return Recipe(name, "breath", f"breath/{name}.mp3", title, -32, _MP3_48K_MONO, sound)


def main() -> None:
    """Make the files that were asked for, else all, and the list of all."""
    asked = set(sys.argv[1:])
    known = json.loads((AUDIO / "sounds.json").read_text("utf-8"))["sounds"] if asked else {}
    listed = {}
    for recipe in recipes():
        if asked and recipe.name not in asked:
            listed[recipe.name] = known[recipe.name]
            continue
        # Each sound has its own chance, so that adding one changes no other.
        chance = np.random.default_rng([_SEED, zlib.crc32(recipe.name.encode())])
        file = AUDIO / recipe.file
        _write(file, _levelled(recipe.sound(chance), recipe.lufs), recipe.compression)
        heard, rate = soundfile.read(file)  # what the head of an MP3 says is a guess
        duration_ms = round(len(heard) * 1000 / rate)
        listed[recipe.name] = {
            "file": recipe.file,
            "kind": recipe.kind,
            "title": recipe.title,
            "duration_ms": duration_ms,
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        }
        print(f"{recipe.file}: {duration_ms} ms, {file.stat().st_size / 1024:.0f} KiB")
    text = json.dumps({"sounds": listed}, ensure_ascii=False, indent=1) + "\n"
    (AUDIO / "sounds.json").write_text(text, encoding="utf-8")


def _levelled(sound: Sound, lufs: float) -> Sound:
    """The sound at this loudness; a short one is measured as if it were repeated for 3 s."""
    repeated = np.concatenate([sound] * max(1, -(-3 * RATE // len(sound))))
    loudness = pyloudnorm.Meter(RATE).integrated_loudness(repeated)
    levelled: Sound = sound * 10 ** ((lufs - loudness) / 20)
    return levelled


def _write(file: Path, sound: Sound, compression: float) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    form, subtype = FORMS[file.suffix]
    with soundfile.SoundFile(
        file,
        "w",
        RATE,
        channels=sound.ndim,
        format=form,
        subtype=subtype,
        compression_level=compression,
        bitrate_mode="CONSTANT" if form == "MP3" else None,
    ) as target:
        for begin in range(0, len(sound), RATE):  # libsndfile crashes on a minute at one go
            target.write(sound[begin : begin + RATE])


if __name__ == "__main__":
    main()
