"""Test sound: noise, for it fits to itself at one place only (speech and tones fit at many)."""

import random
import wave
from pathlib import Path

RATE = 48_000


def write_noise(path: Path, seconds: float) -> Path:
    """Write loud mono 16-bit noise, seeded by the file's name, and return its path."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(random.Random(path.name).randbytes(int(seconds * RATE) * 2))
    return path
