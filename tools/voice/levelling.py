"""Every sentence equally loud, with soft edges, as an MP3.

Loudness is ITU-R BS.1770 integrated loudness.  Its gate works on blocks of 0.4 s, so a sentence
shorter than 3 s is measured as if it were said over and over until 3 s are full.
"""

import io

import numpy as np
import pyloudnorm
import soundfile
from numpy.typing import NDArray
from scipy.ndimage import minimum_filter1d
from scipy.signal import resample_poly

from tools.voice.speaking import RATE, Samples, loudness_db

TARGET_LUFS = -19.7  # -20 as it ships: the silence that the MP3 encoder adds counts a little
CEILING_DBTP = -4.0  # 1 dB under what is promised: coding to MP3 adds a little
PROMISED_DBTP = -3.0
ROOM_MS = 30
FADE_MS = 10
EDGE_DB = -50.0  # the model's own silence lies below -100 dB; the faintest f and s above this
MEASURED_S = 3
MP3_QUALITY = 1 - (48 - 8) / (160 - 8)  # libsndfile's scale from 160 down to 8 kbit/s at 24 kHz
_BLOCK = RATE // 200


def cut_to_speech(samples: Samples) -> Samples:
    """The speech alone, with a little room at each end and faded edges."""
    loud = np.flatnonzero(loudness_db(samples) > EDGE_DB)
    room = RATE * ROOM_MS // 1000
    begin, end = int(loud[0]) * _BLOCK - room, (int(loud[-1]) + 1) * _BLOCK + room
    before, after = max(0, -begin), max(0, end - len(samples))
    cut = np.pad(samples[max(0, begin) : end], (before, after))
    ramp = np.linspace(0, 1, RATE * FADE_MS // 1000, dtype=np.float32)
    cut[: len(ramp)] *= ramp
    cut[-len(ramp) :] *= ramp[::-1]
    return cut


def level(samples: Samples) -> Samples:
    """The same speech at the target loudness, its few highest peaks held under the ceiling."""
    levelled = samples
    for _ in range(3):  # holding the peaks takes a little loudness away, so it is given back
        gain = 10 ** ((TARGET_LUFS - loudness(levelled)) / 20)
        levelled = _hold_peaks(levelled * np.float32(gain))
    return levelled


def loudness(samples: Samples) -> float:
    """Integrated loudness in LUFS; a short sentence is measured as if repeated."""
    times = -(-MEASURED_S * RATE // len(samples))
    meter = pyloudnorm.Meter(RATE)
    return float(meter.integrated_loudness(np.tile(samples, max(1, times)).astype(np.float64)))


def true_peak(samples: Samples) -> float:
    """The highest peak between the samples too, in dBTP (four times oversampled)."""
    return float(20 * np.log10(np.abs(resample_poly(samples.astype(float), 4, 1)).max() + 1e-12))


def _hold_peaks(samples: Samples) -> Samples:
    ceiling = 10 ** (CEILING_DBTP / 20)
    fine = np.abs(resample_poly(samples.astype(float), 4, 1)).reshape(-1, 4).max(axis=1)
    wanted: NDArray[np.float64] = np.minimum(1.0, ceiling / np.maximum(fine, 1e-9))
    width = RATE // 100  # 10 ms: slower than a voice's own period, so nothing is squared off
    held = minimum_filter1d(wanted, 2 * width + 1)
    window = np.hanning(2 * width + 1)
    smooth = np.convolve(np.pad(held, width, mode="edge"), window / window.sum(), mode="valid")
    return (samples * smooth).astype(np.float32)


def to_mp3(samples: Samples) -> bytes:
    """The speech as MP3: 24 kHz, mono, 48 kbit/s."""
    target = io.BytesIO()
    soundfile.write(
        target,
        samples,
        RATE,
        format="MP3",
        subtype="MPEG_LAYER_III",
        compression_level=MP3_QUALITY,
        bitrate_mode="CONSTANT",
    )
    return target.getvalue()


def from_mp3(content: bytes) -> Samples:
    """The speech as a player will decode it."""
    samples, rate = soundfile.read(io.BytesIO(content), dtype="float32")
    if rate != RATE or samples.ndim != 1:
        raise ValueError("the clip is not 24 kHz mono")
    decoded: Samples = samples
    return decoded
