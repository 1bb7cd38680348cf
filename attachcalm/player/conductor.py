"""What sounds when: the session's events in, calls to a `Sound` out.  It decides no time."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from attachcalm.exercises.model import Stroke
from attachcalm.player.ports import Channel, Sound
from attachcalm.player.session import Began, Breathed, Changed, Events, Frame, Phase
from attachcalm.player.shelf import SoundShelf
from attachcalm.player.timeline import Span
from attachcalm.settings import OWN_AMBIENCE

CUT_FADE_MS = 300  # a voice or a tone that is left behind
BELL_FADE_MS = 1_000  # a bell's tail that has to give way
SWITCH_MS = 300  # sound switched on or off, or a slider moved
LAST_WORD_FADE_MS = 500  # the person leapt past the end while somebody spoke
STOP_FADE_MS = 800  # everything is silent within a second of a stop
AMBIENCE_IN_MS = 2_000
AMBIENCE_OUT_MS = 2_000
DUCK_MS = 500
RISE_MS = 1_000
AMBIENCE_UNDER_SPEECH = 0.25  # speech is mixed at -20 LUFS, loops at -28: 20 dB apart (WCAG 1.4.7)
AMBIENCE_ALONE = 0.5
SEAM_MS = 4_000  # how long the end of a person's own sound is faded over its beginning

GoOn = Callable[[Sound, float], bool]
"""Asked at the end of an exercise: whether its ambience, at this volume, goes on after it."""


def fade_at_the_end(_sound: Sound, _volume: float) -> bool:
    """Let the ambience end with its exercise."""
    return False


def seam_of(ambience: str) -> int:
    """How long its end is faded over its beginning; ours were made to meet their own."""
    return SEAM_MS if ambience.startswith(OWN_AMBIENCE) else 0


@dataclass(frozen=True, slots=True)
class Volumes:
    """How loud the person wants each channel: 0 (unheard) to 1 (as recorded)."""

    voice: float
    cue: float
    ambience: float


class _Cue(Enum):
    """What was last heard on the cue channel."""

    NONE = auto()
    BELL = auto()
    TONE = auto()


@dataclass(slots=True)
class _Due:
    """What the events so far ask for and has not been played yet."""

    span: Span | None = None
    bell: str | None = None
    stroke: Stroke | None = None


class Conductor:
    """Plays one session.  Tell it every batch of events and, after that, every frame."""

    def __init__(
        self,
        sound: Sound,
        shelf: SoundShelf,
        volumes: Volumes,
        *,
        ambience: str = "",
        breath_tones: bool = True,
        sound_on: bool = True,
        go_on: GoOn = fade_at_the_end,
    ) -> None:
        """Play on `sound`; `ambience` is a name on the shelf, "" for none."""
        self._sound = sound
        self._shelf = shelf
        self._volumes = volumes
        self._ambience = shelf.ambience.get(ambience)
        self._seam_ms = seam_of(ambience)
        self._go_on = go_on
        self._tones_wanted = breath_tones
        self._on = sound_on
        self._due = _Due()
        self._cue = _Cue.NONE
        self._spoke = False  # a clip was begun and not yet told to stop
        self._talking = False  # as of the last frame
        self._ambience_began = False
        self._ducked = False
        self._paused = False
        self._over = False

    # ------------------------------------------------------------ what the person sets
    def set_sound_on(self, on: bool) -> None:
        """Let everything fade, or be heard again.

        While it is off nothing new begins, but what has begun goes on unheard: off and on again
        loses nothing of a sentence.
        """
        self._on = on
        self._send_gains()

    def set_volumes(self, volumes: Volumes) -> None:
        """Sound as loud as this from now on."""
        self._volumes = volumes
        self._send_gains()

    def _send_gains(self) -> None:
        for channel in Channel:
            self._sound.set_gain(channel, self._gain(channel), ramp_ms=SWITCH_MS)

    def _gain(self, channel: Channel) -> float:
        if not self._on:
            return 0.0
        match channel:
            case Channel.VOICE:
                return self._volumes.voice
            case Channel.CUE:
                return self._volumes.cue
            case Channel.AMBIENCE:
                share = AMBIENCE_UNDER_SPEECH if self._ducked else AMBIENCE_ALONE
                return self._volumes.ambience * share

    # ------------------------------------------------------------ what the session tells
    def hear(self, events: Events) -> None:
        """Let what one batch of events asks for be heard.

        Several spans in one batch mean that the machine was busy: only the last one speaks.
        """
        for event in events:
            if self._over:
                return
            match event:
                case Began(span):
                    self._expect(span)
                case Breathed(stroke):
                    self._due.stroke = stroke
                case Changed(phase):
                    self._enter(phase)
        if not self._paused and not self._over:
            self._play_what_is_due()

    def watch(self, frame: Frame) -> None:
        """Begin the ambience, and keep it under the voice."""
        if self._over or frame.phase not in {Phase.RUNNING, Phase.WAITING}:
            return
        self._talking = frame.speaking and frame.span.clip is not None
        was_ducked, self._ducked = self._ducked, self._talking
        if self._ambience is None or not self._on:
            return
        gain = self._gain(Channel.AMBIENCE)
        if not self._ambience_began:
            self._ambience_began = True
            self._sound.play(
                Channel.AMBIENCE, self._ambience, gain=gain, loop=True,
                fade_in_ms=AMBIENCE_IN_MS, seam_ms=self._seam_ms,
            )  # fmt: skip
        elif was_ducked != self._ducked:
            ramp = DUCK_MS if self._ducked else RISE_MS
            self._sound.set_gain(Channel.AMBIENCE, gain, ramp_ms=ramp)

    def _expect(self, span: Span) -> None:
        """A bell stays due until it is rung, for it may be over in no time; not after a leap."""
        self._due = _Due(span, span.bell or (None if self._paused else self._due.bell))

    def _enter(self, phase: Phase) -> None:
        match phase:
            case Phase.PAUSED:
                self._paused = True
                self._sound.pause()
            case Phase.RUNNING | Phase.WAITING if self._paused:
                self._paused = False
                if self._due.span is not None:
                    self._hush(0, Channel.VOICE, Channel.CUE)
                self._sound.resume()
            case Phase.STOPPED:
                self._end_with(STOP_FADE_MS)
            case Phase.FINISHED:
                self._finish()

    # ------------------------------------------------------------ voice and cues
    def _play_what_is_due(self) -> None:
        due, self._due = self._due, _Due()
        if due.span is not None:
            self._leave_last_span()
            if self._on and due.span.clip is not None:
                self._spoke = True
                self._sound.play(Channel.VOICE, due.span.clip.path, gain=self._gain(Channel.VOICE))
        if due.bell is not None:
            self._play_cue(self._shelf.bells.get(due.bell), _Cue.BELL)
        elif due.stroke is not None and self._tones_wanted:
            self._play_cue(self._shelf.tone_of(due.stroke), _Cue.TONE)

    def _leave_last_span(self) -> None:
        """Only after a leap is there anything left of its voice or its tone to fade."""
        if self._spoke:
            self._hush(CUT_FADE_MS, Channel.VOICE)
        if self._cue is _Cue.TONE:
            self._hush(CUT_FADE_MS, Channel.CUE)

    def _play_cue(self, path: Path | None, cue: _Cue) -> None:
        if path is None or not self._on:
            return
        if self._cue is _Cue.BELL:
            self._hush(BELL_FADE_MS, Channel.CUE)
        self._cue = cue
        self._sound.play(Channel.CUE, path, gain=self._gain(Channel.CUE))

    def _hush(self, fade_ms: int, *channels: Channel) -> None:
        for channel in channels:
            self._sound.stop(channel, fade_out_ms=fade_ms)
            if channel is Channel.VOICE:
                self._spoke = False
            elif channel is Channel.CUE:
                self._cue = _Cue.NONE

    # ------------------------------------------------------------ the end
    def _finish(self) -> None:
        """Ambience goes on, or slowly; a bell rings out; a voice that was leapt over does not."""
        if self._paused:
            self._end_with(0)
            return
        self._over = True
        is_heard = self._ambience_began and self._on
        if not (is_heard and self._go_on(self._sound, self._volumes.ambience)):
            self._hush(AMBIENCE_OUT_MS, Channel.AMBIENCE)
        if self._talking:
            self._hush(LAST_WORD_FADE_MS, Channel.VOICE)
        if self._cue is _Cue.TONE:
            self._hush(CUT_FADE_MS, Channel.CUE)
        if self._due.bell is not None:
            self._play_cue(self._shelf.bells.get(self._due.bell), _Cue.BELL)

    def _end_with(self, fade_ms: int) -> None:
        self._over = True
        self._hush(0 if self._paused else fade_ms, *Channel)
        if self._paused:
            self._sound.resume()  # nothing is left to go on, but the next session may play
