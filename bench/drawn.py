"""Time to the first window of any X11 program, from the picture alone: peers are not asked."""

from __future__ import annotations

import mmap
import os
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.common import Place, Start, cpu_of

LEAST = (400, 300)  # pixels: smaller is a splash or a dialogue
LOOK_EVERY_S = 0.004
ROWS_APART = 4
COLUMNS_APART = 16


class Picture:
    """The frame buffer of Xvfb, which is a file: looking at it costs the program nothing."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self._bytes = mmap.mmap(opened.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", self._bytes[:100])  # of the xwd format: sizes and offsets
        self.width, self.height, self._line = head[4], head[5], head[12]
        self._first = head[0] + head[19] * 12

    def rows(self) -> list[bytes]:
        """Every fourth row."""
        starts = range(self._first, self._first + self.height * self._line, self._line * ROWS_APART)
        return [self._bytes[at : at + self.width * 4] for at in starts]

    def drawn(self, empty: Sequence[bytes]) -> bool:
        """Whether something of a window's size is there that was not there when it was empty."""
        changed = [(row, was) for row, was in zip(self.rows(), empty, strict=True) if row != was]
        if len(changed) * ROWS_APART < LEAST[1]:
            return False
        row, was = changed[len(changed) // 2]
        step = COLUMNS_APART * 4
        differ = sum(row[at : at + step] != was[at : at + step] for at in range(0, len(row), step))
        return differ * COLUMNS_APART >= LEAST[0]


def wait_until_drawn(command: Sequence[str], place: Place, limit_s: float = 40) -> Start:
    """Start a program, wait for its window, and end it."""
    picture = Picture(place.picture)
    empty = picture.rows()
    began = time.monotonic()
    process = subprocess.Popen(
        command, env=place.env(), cwd=place.home, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        while not picture.drawn(empty):
            if time.monotonic() - began > limit_s or process.poll() is not None:
                sys.exit(f"{' '.join(command)} drew no window.")
            time.sleep(LOOK_EVERY_S)  # noqa: TID251 - a picture sends no signal
        wall = time.monotonic() - began
        return Start(cpu_of(process.pid), wall, peak_of(process.pid))
    finally:
        end(process)
        while picture.rows() != empty and time.monotonic() - began < 2 * limit_s:
            time.sleep(LOOK_EVERY_S)  # noqa: TID251 - a picture sends no signal


def peak_of(pid: int) -> float:
    """Peak memory of a live process in MiB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(3)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
