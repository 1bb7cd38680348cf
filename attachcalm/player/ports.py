"""What the player needs from outside: a clock and something that sounds."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol

Clock = Callable[[], int]
"""Monotonic milliseconds.  It may stand still or leap while the machine sleeps."""


class Channel(StrEnum):
    """Three things can sound at once, each with its own volume."""

    VOICE = "voice"
    CUE = "cue"
    AMBIENCE = "ambience"


class Sound(Protocol):
    """Something that plays files; it never raises and never drives time.

    A file that is missing or broken is silence and one line in the log.  Gains go from 0 to 1,
    times are milliseconds.
    """

    @property
    def name(self) -> str:
        """`qt`, `playsound3` or `silent`."""

    @property
    def note(self) -> str | None:
        """A sentence for the person when nothing can be heard, or None."""

    @property
    def has_ambience(self) -> bool:
        """Whether an ambience can be heard here, and faded."""

    def play(
        self,
        channel: Channel,
        path: Path,
        *,
        gain: float,
        loop: bool = False,
        fade_in_ms: int = 0,
        seam_ms: int = 0,
    ) -> None:
        """Play the file on the channel, in place of what sounds there.

        A loop that was made to be one meets its own beginning; of any other the end is faded over
        the beginning within `seam_ms`.
        """

    def set_gain(self, channel: Channel, gain: float, *, ramp_ms: int = 0) -> None:
        """Bring the channel to this gain within the ramp."""

    def stop(self, channel: Channel, *, fade_out_ms: int = 0) -> None:
        """Let the channel fade away; at once while paused.  What follows need not wait for it."""

    def pause(self) -> None:
        """Hold every channel where it is, within a moment that is long enough not to click."""

    def resume(self) -> None:
        """Go on from there."""

    def close(self) -> None:
        """Fall silent for good, not with a click, and let go of the device."""
