"""The sleep timer: the ambience of an exercise goes on after its end, and fades away slowly."""

from attachcalm.player.conductor import AMBIENCE_ALONE, RISE_MS, SWITCH_MS
from attachcalm.player.ports import Channel, Clock, Sound

SHORTEST_FADE_MS = 60_000
LONGEST_FADE_MS = 300_000
STEP_MS = 1_000  # how often `tick` is to be called
ENDED_FADE_MS = 2_000  # ended by the person, or by the next exercise


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

    def begin(self, sound: Sound, volume: float, *, minutes: int) -> bool:
        """Let the ambience that sounds now go on for so long; say whether it does.

        It does not where none is wished, at 0 minutes, or none can be heard.  `volume` is the
        person's, 0 to 1.
        """
        if minutes <= 0 or volume <= 0 or not sound.has_ambience:
            return False
        self._sound = sound
        self._volume = volume
        self._go_on_for(minutes)
        return True

    def set_minutes(self, minutes: int) -> None:
        """Go on for so long from now; at 0 it is over.  Safe at any time."""
        if minutes <= 0:
            self.end()
        self._go_on_for(minutes)

    def set_volume(self, volume: float) -> None:
        """Sound as loud as this from now on; at 0 it is over.  Safe at any time."""
        if volume <= 0:
            self.end()
        self._volume = volume
        self._send(SWITCH_MS)

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

    def _go_on_for(self, minutes: int) -> None:
        self._began = self._clock()
        self._lasts = minutes * 60_000
        self._share = 1.0
        self._send(RISE_MS)

    def _send(self, ramp_ms: int) -> None:
        if self._sound is not None:
            gain = self._volume * AMBIENCE_ALONE * self._share
            self._sound.set_gain(Channel.AMBIENCE, gain, ramp_ms=ramp_ms)
