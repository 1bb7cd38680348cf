"""Sound by Qt's media players, whose own threads keep playing whatever Python does.

Importing this loads QtMultimedia, so only `choose` does, after the first paint.

No Python may run in those threads, or the window can freeze: it waits for them, in `pause` and
`stop`, with the GIL in its hand.  So nobody installs a Qt message handler written in Python (an
audio thread that wants to warn would call it) and no slot is connected directly to what they emit.
See also `settle_disconnects`.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer
from PySide6.QtMultimedia import QMediaDevices

from attachcalm.player.ports import Channel
from attachcalm.sound import ffmpeg_log
from attachcalm.sound.deck import Deck
from attachcalm.sound.files import is_there
from attachcalm.sound.notes import NO_DEVICE

FADE_STEP_MS = 20
LONGEST_FADE_STEP_MS = 100  # a window that was busy makes a fade longer, never a jump
REPLACED_FADE_MS = 300
PAUSE_FADE_MS = 300  # into a pause, and out of it
CLOSING_FADE_MS = 300
LOOK_AFTER_MS = 1_000
MOST_DECKS = 3  # one that sounds and two that fade away


@dataclass(frozen=True, slots=True)
class _Loop:
    """A file that is played again and again, its end faded over its beginning."""

    path: Path
    seam_ms: int


class QtSound(QObject):
    """A `Sound`.  Each channel has decks, made when needed: one fades out while another plays."""

    name = "qt"

    def __init__(self, parent: QObject | None = None) -> None:
        """Be ready; nothing is opened before the first `play`."""
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.audioOutputs()  # loads FFmpeg, which sets its own level once
        ffmpeg_log.quieten()
        self._decks: dict[Channel, list[Deck]] = {channel: [] for channel in Channel}
        self._current: dict[Channel, Deck] = {}
        self._loops: dict[Channel, _Loop] = {}
        self._paused = False
        self._closed = False
        self._fades = QTimer(self, interval=FADE_STEP_MS, timerType=Qt.TimerType.PreciseTimer)
        self._since = QElapsedTimer()
        self._watch = QTimer(self, interval=LOOK_AFTER_MS)
        self._devices.audioOutputsChanged.connect(self._on_audio_outputs_changed)
        self._fades.timeout.connect(self._on_fade_step)
        self._watch.timeout.connect(self._on_look_after)

    @property
    def note(self) -> str | None:
        """Say so when there is no device; a player without one runs silently and in time."""
        return None if self._devices.audioOutputs() else NO_DEVICE

    @property
    def has_ambience(self) -> bool:
        """Wherever there is a device."""
        return self.note is None

    # ------------------------------------------------------------ what is asked of it
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
        """Play the file on the channel; what sounds there fades quickly meanwhile."""
        if self._closed:
            return
        self._loops.pop(channel, None)
        replaced = self._current.pop(channel, None)
        if replaced is not None:
            replaced.leave(0 if self._paused else REPLACED_FADE_MS)
        if is_there(path):
            deck = self._free_deck(channel)
            has_seam = loop and seam_ms > 0
            deck.begin(path, gain=_clamped(gain), loop=loop and not has_seam,
                       fade_in_ms=fade_in_ms, held=self._paused)  # fmt: skip
            self._current[channel] = deck
            if has_seam:
                self._loops[channel] = _Loop(path, seam_ms)
            self._watch.start()
        self._fade_on()

    def set_gain(self, channel: Channel, gain: float, *, ramp_ms: int = 0) -> None:
        """Bring the channel to this gain; at once while paused, when nobody hears the step."""
        ramp = 0 if self._paused else ramp_ms
        current = self._current.get(channel)
        if current is not None:
            current.bring_to(_clamped(gain), ramp)
        if gain <= 0:  # what still fades away, as at the seam of a loop, is not to be heard either
            for deck in self._decks[channel]:
                if deck is not current:
                    deck.leave(ramp)
        self._fade_on()

    def stop(self, channel: Channel, *, fade_out_ms: int = 0) -> None:
        """Let the channel fade away; at once while paused.  The next `play` need not wait."""
        self._leave(channel, fade_out_ms)

    def pause(self) -> None:
        """Hold every channel and every fade where it is, after a fade that is short but no click.

        What is said during that fade is not said again: it is less than a syllable.
        """
        self._paused = True
        for deck in self._all_decks():
            deck.hold(PAUSE_FADE_MS)
        self._fade_on()

    def resume(self) -> None:
        """Go on from there."""
        self._paused = False
        for deck in self._all_decks():
            deck.go_on(PAUSE_FADE_MS)
        self._fade_on()

    def close(self) -> None:
        """Fade for a moment if anything is heard, then let go of the device for good.

        Meanwhile the window answers nobody: it is on its way out.
        """
        self._closed = True
        self._watch.stop()
        self._loops.clear()
        if any(deck.is_audible for deck in self._all_decks()):
            for deck in self._all_decks():
                deck.leave(CLOSING_FADE_MS)
            self._fade_on()
            loop = QEventLoop()
            QTimer.singleShot(CLOSING_FADE_MS + LONGEST_FADE_STEP_MS, loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._fades.stop()
        for deck in self._all_decks():
            deck.fall_silent()
            deck.deleteLater()
        self._current.clear()
        for decks in self._decks.values():
            decks.clear()

    # ------------------------------------------------------------ decks
    def _all_decks(self) -> list[Deck]:
        return [deck for decks in self._decks.values() for deck in decks]

    def _leave(self, channel: Channel, fade_ms: int) -> None:
        self._current.pop(channel, None)
        self._loops.pop(channel, None)
        for deck in self._decks[channel]:
            deck.leave(0 if self._paused else fade_ms)
        self._fade_on()

    def _free_deck(self, channel: Channel) -> Deck:
        """An idle deck; with all of them fading, the first of the row is cut off."""
        decks = self._decks[channel]
        deck = next((deck for deck in decks if deck.is_idle), None)
        if deck is None and len(decks) < MOST_DECKS:
            deck = Deck(self, channel.value)
        elif deck is None:
            deck = decks[0]
            deck.fall_silent()
        if deck in decks:
            decks.remove(deck)
        decks.append(deck)  # so that the first of the row is the one that has faded longest
        return deck

    # ------------------------------------------------------------ time passes, devices change
    def _fade_on(self) -> None:
        fading = any(deck.is_fading for deck in self._all_decks())
        if fading and not self._fades.isActive():
            self._since.start()
            self._fades.start()
        elif not fading:
            self._fades.stop()

    def _on_fade_step(self) -> None:
        gone = min(self._since.restart(), LONGEST_FADE_STEP_MS)
        for deck in self._all_decks():
            deck.advance(gone)
        self._fade_on()

    def _meet_seams(self) -> None:
        """Let every loop that nears its end begin again under it."""
        for channel, loop in () if self._paused else tuple(self._loops.items()):
            deck = self._current[channel]
            left = 0 if deck.is_idle else deck.left_ms
            if deck.has_failed:
                del self._loops[channel]
            elif left is not None and left <= loop.seam_ms + LOOK_AFTER_MS:
                fade, gain = min(loop.seam_ms, left), deck.goal
                deck.leave(fade, even=True)
                again = self._free_deck(channel)
                again.begin(
                    loop.path, gain=gain, loop=False,
                    fade_in_ms=max(fade, REPLACED_FADE_MS), held=False, even=True,
                )  # fmt: skip
                self._current[channel] = again
                self._fade_on()

    def _on_look_after(self) -> None:
        self._meet_seams()
        decks = [deck for deck in self._all_decks() if not deck.is_idle]
        if not decks:
            self._watch.stop()
            return
        device_there = bool(self._devices.audioOutputs())
        for deck in decks:
            deck.look_after(LOOK_AFTER_MS, device_there=device_there)

    def _on_audio_outputs_changed(self) -> None:
        """Qt's outputs keep the device they began with, so they are moved to the new default."""
        device = QMediaDevices.defaultAudioOutput()
        if not device.isNull():
            for deck in self._all_decks():
                deck.follow(device)


def _clamped(gain: float) -> float:
    return min(1.0, max(0.0, gain))
