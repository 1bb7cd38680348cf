"""A sound that writes down what it is asked, and knows what would be heard."""

from dataclasses import dataclass, field
from pathlib import Path

from attachcalm.player.ports import Channel, Clock
from attachcalm.sound.files import is_there


@dataclass(frozen=True)
class Call:
    """One thing that was asked, when; a pause, resume or close is for no channel."""

    at: int
    what: str
    channel: Channel | None = None
    path: Path | None = None
    gain: float | None = None
    loop: bool = False
    ms: int = 0  # of the fade or the ramp
    seam_ms: int = 0


@dataclass
class RecordingSound:
    """A `Sound` on the time of `now`.  Fades are written down, not waited for."""

    now: Clock = lambda: 0
    name: str = "silent"
    note: str | None = None
    has_ambience: bool = True
    calls: list[Call] = field(default_factory=list)
    sounding: dict[Channel, Path] = field(default_factory=dict)
    gains: dict[Channel, float] = field(default_factory=dict)
    paused: bool = False
    closed: bool = False

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
        self.calls.append(Call(self.now(), "play", channel, path, gain, loop, fade_in_ms, seam_ms))
        self.sounding.pop(channel, None)
        if is_there(path) and not self.closed:
            self.sounding[channel] = path
            self.gains[channel] = gain

    def set_gain(self, channel: Channel, gain: float, *, ramp_ms: int = 0) -> None:
        self.calls.append(Call(self.now(), "set_gain", channel, gain=gain, ms=ramp_ms))
        if channel in self.sounding:
            self.gains[channel] = gain

    def stop(self, channel: Channel, *, fade_out_ms: int = 0) -> None:
        self.calls.append(Call(self.now(), "stop", channel, ms=fade_out_ms))
        self.sounding.pop(channel, None)

    def pause(self) -> None:
        self.calls.append(Call(self.now(), "pause"))
        self.paused = True

    def resume(self) -> None:
        self.calls.append(Call(self.now(), "resume"))
        self.paused = False

    def close(self) -> None:
        self.calls.append(Call(self.now(), "close"))
        self.closed = True
        self.sounding.clear()

    def heard(self) -> set[Path]:
        """Return the files that a person would hear now; one at no gain is not heard."""
        if self.paused:
            return set()
        return {path for channel, path in self.sounding.items() if self.gains[channel] > 0}

    def told(self, what: str, channel: Channel | None = None) -> list[Call]:
        """Return the calls of this kind, for this channel if one is named."""
        return [
            call
            for call in self.calls
            if call.what == what and (channel is None or call.channel is channel)
        ]
