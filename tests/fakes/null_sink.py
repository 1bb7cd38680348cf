"""A sound server of our own whose only device is a recording: what would have been heard."""

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import numpy.typing as npt

from tests.fakes.checkout import ROOT

RATE = 48_000
PROGRAMS = ("pulseaudio", "pactl", "parec")
START_S = 10.0

Mono = npt.NDArray[np.float32]


def missing_programs() -> list[str]:
    """Return what is not installed of what a null sink needs."""
    return [program for program in PROGRAMS if shutil.which(program) is None]


class NullSink:
    """PulseAudio with one device that nobody hears, recorded all the while."""

    def __init__(self) -> None:
        # In /tmp whatever TMPDIR says, for the path of a socket has 108 bytes at most.
        self._folder = Path(tempfile.mkdtemp(prefix="calm", dir="/tmp"))
        self.server = f"unix:{self._folder}/native"
        self.environment = {
            **os.environ,
            "HOME": str(self._folder),
            "PULSE_RUNTIME_PATH": str(self._folder),
            "PULSE_SERVER": self.server,
            "QT_QPA_PLATFORM": "offscreen",
        }
        self._recording = self._folder / "recording.raw"
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        try:
            self._start_server()
            self._start_recording()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a program that plays on this device, until it ends."""
        return subprocess.run(
            command,
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )

    def recorded(self) -> Mono:
        """Wait for silence and return all that was heard, both sides mixed, from -1 to 1."""
        self._wait_for(self._is_silent)
        return self._so_far()

    def _so_far(self) -> Mono:
        raw = self._recording.read_bytes()
        both = np.frombuffer(raw[: len(raw) // 4 * 4], np.dtype("<i2")).reshape(-1, 2)
        mixed: Mono = (both.mean(axis=1) / 32_768).astype(np.float32)
        return mixed

    def _start_server(self) -> None:
        socket = f"module-native-protocol-unix socket={self._folder}/native auth-anonymous=1"
        sink = f"module-null-sink sink_name=calm rate={RATE} channels=2 format=s16le"
        quiet = ["-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"]
        quiet += ["--realtime=no", "--high-priority=no"]
        self._start("pulseaudio", *quiet, "-L", socket, "-L", sink)
        self._wait_for(self._has_sink)

    def _start_recording(self) -> None:
        """Before anything plays: without a listener the sink lags by more than a second."""
        with self._recording.open("wb") as file:
            told = f"--device=calm.monitor --format=s16le --rate={RATE} --channels=2"
            self._start("parec", *told.split(), "--latency-msec=20", "--raw", out=file.fileno())
        self._wait_for(self._has_recorded)

    def _start(self, *command: str, out: int = subprocess.DEVNULL) -> None:
        started = subprocess.Popen(
            command, env=self.environment, stdout=out, stderr=subprocess.DEVNULL
        )
        self._running.append(started)

    def _has_sink(self) -> bool:
        told = subprocess.run(
            ["pactl", "list", "short", "sinks"],
            env=self.environment,
            capture_output=True,
            check=False,
        )
        return b"calm" in told.stdout

    def _has_recorded(self) -> bool:
        return self._recording.stat().st_size > 0

    def _is_silent(self) -> bool:
        """Tell whether the last 300 ms were silent, so that all that was played is recorded."""
        return not self._so_far()[-int(0.3 * RATE) :].any()

    def _wait_for(self, condition: Callable[[], bool]) -> None:
        pulse = threading.Event()
        for _ in range(int(START_S / 0.05)):
            if condition():
                return
            pulse.wait(0.05)
        raise TimeoutError(condition.__name__)

    def _end(self) -> None:
        for started in reversed(self._running):
            started.terminate()
        for started in reversed(self._running):
            started.wait(10)
        shutil.rmtree(self._folder, ignore_errors=True)


@dataclass(frozen=True)
class Fit:
    """Where a piece fits best into a source: how alike (to 1), and the source's gain in it."""

    likeness: float
    gain: float


def fits(recording: Mono, source: Mono, seconds: float = 0.2) -> list[Fit]:
    """Cut a recording into pieces and find each of them in the source."""
    length = int(seconds * RATE)
    size = 1 << (len(source) + length - 1).bit_length()
    spectrum = np.fft.rfft(source, size)
    power = np.cumsum(np.concatenate([[0.0], source.astype(np.float64) ** 2]))
    power = np.maximum(power[length:] - power[:-length], 1e-9)  # of the source under each place
    found = []
    for begin in range(0, len(recording) - length + 1, length):
        piece = recording[begin : begin + length]
        product = np.fft.irfft(spectrum * np.conj(np.fft.rfft(piece, size)), size)[: len(power)]
        place = int(np.argmax(product / np.sqrt(power)))
        loudness = max(float(np.linalg.norm(piece)), 1e-9)
        gain = float(product[place] / power[place])
        found.append(Fit(gain * float(np.sqrt(power[place])) / loudness, gain))
    return found


def loud_stretches(recording: Mono, gap_s: float = 0.3) -> list[tuple[float, float]]:
    """Return when something sounds, in seconds: stretches that a longer silence divides."""
    loud = np.flatnonzero(np.abs(recording) > 1e-3)
    if not len(loud):
        return []
    breaks = np.flatnonzero(np.diff(loud) > gap_s * RATE)
    begins = np.concatenate([[loud[0]], loud[breaks + 1]])
    ends = np.concatenate([loud[breaks], [loud[-1]]])
    return [(float(a) / RATE, float(b) / RATE) for a, b in zip(begins, ends, strict=True)]
