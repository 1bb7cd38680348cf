"""Sound by whatever player program the machine has: the voice and bells, nothing finer.

Those programs know neither gain nor pause nor loops: a pause stops the voice and going on says
the line again; there is no ambience.  A new device lies with the program, not with us.
"""

import logging
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from attachcalm.player.ports import Channel
from attachcalm.sound.files import is_there

if TYPE_CHECKING:
    from playsound3.playsound3 import Sound as Started

CLOSING_S = 0.5  # how long a program that was told to end is waited for

_log = logging.getLogger(__name__)


class NoPlayerError(Exception):
    """No program that could play is on this machine."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A file that a program plays."""

    path: Path
    started: "Started"


class Playsound3Sound:
    """A `Sound` for machines where Qt cannot sound."""

    name = "playsound3"
    note = None
    has_ambience = False

    def __init__(self) -> None:
        """Look for a player program, which takes a quarter of a second.

        Raises NoPlayerError if there is none.
        """
        try:
            import playsound3  # tries programs while it is imported
        except (ImportError, OSError, subprocess.SubprocessError) as error:
            raise NoPlayerError(type(error).__name__) from error
        if not playsound3.AVAILABLE_BACKENDS:
            raise NoPlayerError("none found")
        self._library = playsound3
        self._backend = playsound3.AVAILABLE_BACKENDS[0]
        self._lines: dict[Channel, _Line] = {}
        self._ending: list[Started] = []
        self._again: Path | None = None  # the line to say after a pause
        self._paused = False
        self._closed = False

    def play(
        self,
        channel: Channel,
        path: Path,
        *,
        gain: float,
        loop: bool = False,
        fade_in_ms: int = 0,  # noqa: ARG002 - the programs know no fades
        seam_ms: int = 0,  # noqa: ARG002 - nor loops
    ) -> None:
        """Play the file, unless it is ambience or not to be heard."""
        self.stop(channel)
        if self._closed or loop or channel is Channel.AMBIENCE or gain <= 0 or not is_there(path):
            return
        if self._paused:
            self._again = path if channel is Channel.VOICE else self._again
            return
        self._start(channel, path)

    def set_gain(
        self,
        channel: Channel,
        gain: float,
        *,
        ramp_ms: int = 0,  # noqa: ARG002 - nor ramps
    ) -> None:
        """Stop at 0; no other gain is known."""
        if gain <= 0:
            self.stop(channel)

    def stop(
        self,
        channel: Channel,
        *,
        fade_out_ms: int = 0,  # noqa: ARG002 - nor fades out
    ) -> None:
        """Stop at once."""
        if channel is Channel.VOICE:
            self._again = None
        line = self._lines.pop(channel, None)
        if line is not None:
            self._end(line.started)
        self._forget_ended()

    def pause(self) -> None:
        """Stop, and remember the line that was being said."""
        if self._paused:
            return
        self._paused = True
        voice = self._lines.get(Channel.VOICE)
        again = voice.path if voice is not None and voice.started.is_alive() else None
        for channel in Channel:
            self.stop(channel)
        self._again = again

    def resume(self) -> None:
        """Say the line again."""
        self._paused = False
        again, self._again = self._again, None
        if again is not None and not self._closed:
            self._start(Channel.VOICE, again)

    def close(self) -> None:
        """End every program that was started."""
        self._closed = True
        for channel in Channel:
            self.stop(channel)
        for started in self._ending:
            _wait_for(started)
        self._ending.clear()

    def _start(self, channel: Channel, path: Path) -> None:
        """Only ever a local file: the library would download a link."""
        try:
            started = self._library.playsound(path, block=False, backend=self._backend)
        except (OSError, subprocess.SubprocessError, self._library.PlaysoundException) as error:
            _log.warning("A sound for the %s cannot be played: %s.", channel, type(error).__name__)
            return
        self._lines[channel] = _Line(path, started)

    def _end(self, started: "Started") -> None:
        if started.is_alive():
            started.stop()
        self._ending.append(started)

    def _forget_ended(self) -> None:
        """Ask those that were told to end, which also lets the system forget them."""
        self._ending = [started for started in self._ending if started.is_alive()]


def _wait_for(started: "Started") -> None:
    program = started.subprocess
    if isinstance(program, subprocess.Popen):
        try:
            program.wait(CLOSING_S)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
