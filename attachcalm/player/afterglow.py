"""The sleep timer: the ambience of an exercise goes on after its end, and fades away slowly."""

from pathlib import Path

from attachcalm.player.conductor import (
    AMBIENCE_ALONE,
    AMBIENCE_OUT_MS,
    RISE_MS,
    SWITCH_MS,
)
from attachcalm.player.ports import Channel, Clock, Sound

SHORTEST_FADE_MS = 60_000
LONGEST_FADE_MS = 300_000
STEP_MS = 1_000  # how often `tick` is to be called
ENDED_FADE_MS = 2_000  # ended by the person, or by the next exercise
SEAM_MS = 4_000  # how long the end of a person's own sound is faded over its beginning


def fade_of(lasts_ms: int) -> int:
    """How long the fade is at the end: a quarter of the whole, one minute to five."""
    return max(SHORTEST_FADE_MS, min(LONGEST_FADE_MS, lasts_ms // 4))


def share_at(gone_ms: int, lasts_ms: int) -> float:
    """How much of its loudness is left: 1 until the fade, then down in a curve, at last 0.

    The square of what is left, because the ear takes a straight line for a sudden end.
    """
    left = max(0, lasts_ms - gone_ms)
    return min(1.0, left / fade_of(lasts_ms)) ** 2


class Afterglow:
    """The ambience between two exercises.  `tick` it every second while it is on."""

    def __init__(self, clock: Clock) -> None:
        """Be dark; nothing goes on before an exercise came to its end."""
        self._clock = clock
        self._sound: Sound | None = None
        self._began = 0
        self._lasts = 0
        self._volume = 0.0
        self._share = 1.0

    @property
    def is_on(self) -> bool:
        """Whether an ambience goes on now."""
        return self._sound is not None

    @property
    def left_ms(self) -> int:
        """How long it still goes on."""
        return max(0, self._began + self._lasts - self._clock()) if self.is_on else 0

    def before(self, sound: Sound, minutes: int, volume: float, *, has_seam: bool) -> Sound:
        """What the next exercise is to be played on; what still goes on fades away now.

        Its ambience will go on for so many minutes (0 for none) after it.  `volume` is the
        person's, 0 to 1.  One that `has_seam` was not made to be a loop.
        """
        self.end()
        self._lasts = minutes * 60_000
        self._volume = volume
        return _Kept(sound, self, SEAM_MS if has_seam else 0)

    def set_volume(self, volume: float) -> None:
        """Sound as loud as this from now on; at 0 it is over."""
        self._volume = volume
        if volume <= 0:
            self.end()
        self._send(SWITCH_MS)

    def begin(self, sound: Sound) -> bool:
        """Let the ambience that sounds now go on, if that is wished."""
        if self._lasts <= 0 or self._volume <= 0:
            return False
        self._sound = sound
        self._began = self._clock()
        self._share = 1.0
        self._send(RISE_MS)
        return True

    def tick(self) -> None:
        """Let the fade go on; safe at any time."""
        if self._sound is None:
            return
        gone = self._clock() - self._began
        if gone >= self._lasts:
            self.end()
            return
        share = share_at(gone + STEP_MS, self._lasts)  # where it is to be at the next tick
        if share != self._share:
            self._share = share
            self._send(STEP_MS)

    def end(self) -> None:
        """Let it fade away now; safe at any time."""
        if self._sound is not None:
            self._sound.stop(Channel.AMBIENCE, fade_out_ms=ENDED_FADE_MS)
            self._sound = None

    def _send(self, ramp_ms: int) -> None:
        if self._sound is not None:
            gain = self._volume * AMBIENCE_ALONE * self._share
            self._sound.set_gain(Channel.AMBIENCE, gain, ramp_ms=ramp_ms)


class _Kept:
    """The sound of one exercise: at its end the ambience is handed on instead of faded.

    A conductor lets the ambience go slowly when an exercise came to its end, and quickly when the
    person stopped it; what was stopped does not go on.
    """

    def __init__(self, sound: Sound, afterglow: Afterglow, seam_ms: int) -> None:
        self._sound = sound
        self._afterglow = afterglow
        self._seam_ms = seam_ms
        self._has_begun = False
        self._gain = 0.0  # of the ambience, as last asked for: 0 while it is switched off
        self.pause = sound.pause
        self.resume = sound.resume
        self.close = sound.close

    @property
    def name(self) -> str:
        return self._sound.name

    @property
    def note(self) -> str | None:
        return self._sound.note

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
        if channel is Channel.AMBIENCE:
            self._has_begun, self._gain, seam_ms = True, gain, self._seam_ms
        self._sound.play(
            channel, path, gain=gain, loop=loop, fade_in_ms=fade_in_ms, seam_ms=seam_ms
        )

    def set_gain(self, channel: Channel, gain: float, *, ramp_ms: int = 0) -> None:
        if channel is Channel.AMBIENCE:
            self._gain = gain
        self._sound.set_gain(channel, gain, ramp_ms=ramp_ms)

    def stop(self, channel: Channel, *, fade_out_ms: int = 0) -> None:
        ended = channel is Channel.AMBIENCE and fade_out_ms >= AMBIENCE_OUT_MS
        is_heard = self._has_begun and self._gain > 0
        if ended and is_heard and self._afterglow.begin(self._sound):
            return
        self._sound.stop(channel, fade_out_ms=fade_out_ms)
