"""Sound by Qt's media players, whose own threads keep playing whatever Python does.

Importing this loads QtMultimedia, so only `choose` does, after the first paint.

No Python may run in those threads, or the window can freeze: it waits for them, in `pause` and
`stop`, with the GIL in its hand.  So nobody installs a Qt message handler written in Python (an
audio thread that wants to warn would call it) and no slot is connected directly to what they emit.
See also `settle_disconnects`.
"""

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtMultimedia import QMediaDevices

from attachcalm.player.ports import Channel
from attachcalm.sound import ffmpeg_log
from attachcalm.sound.deck import Deck
from attachcalm.sound.files import is_there
from attachcalm.sound.notes import NO_DEVICE

FADE_STEP_MS = 20
LONGEST_FADE_STEP_MS = 100  # a window that was busy makes a fade longer, never a jump
REPLACED_FADE_MS = 150
LOOK_AFTER_MS = 1_000
MOST_DECKS = 3  # one that sounds and two that fade away


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

    # ------------------------------------------------------------ what is asked of it
    def play(
        self, channel: Channel, path: Path, *, gain: float, loop: bool = False, fade_in_ms: int = 0
    ) -> None:
        """Play the file on the channel; what sounds there fades quickly meanwhile."""
        if self._closed:
            return
        self._leave(channel, REPLACED_FADE_MS)
        if not is_there(path):
            return
        deck = self._free_deck(channel)
        deck.begin(path, gain=_clamped(gain), loop=loop, fade_in_ms=fade_in_ms, held=self._paused)
        self._current[channel] = deck
        self._watch.start()
        self._fade_on()

    def set_gain(self, channel: Channel, gain: float, *, ramp_ms: int = 0) -> None:
        """Bring the channel to this gain; at once while paused, when nobody hears the step."""
        deck = self._current.get(channel)
        if deck is not None:
            deck.bring_to(_clamped(gain), 0 if self._paused else ramp_ms)
            self._fade_on()

    def stop(self, channel: Channel, *, fade_out_ms: int = 0) -> None:
        """Let the channel fade away; at once while paused.  The next `play` need not wait."""
        self._leave(channel, fade_out_ms)

    def pause(self) -> None:
        """Hold every channel and every fade where it is."""
        self._paused = True
        self._fades.stop()
        for deck in self._all_decks():
            deck.hold()

    def resume(self) -> None:
        """Go on from there."""
        self._paused = False
        for deck in self._all_decks():
            deck.go_on()
        self._fade_on()

    def close(self) -> None:
        """Fall silent for good and let go of the device."""
        self._closed = True
        self._fades.stop()
        self._watch.stop()
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
        fading = not self._paused and any(deck.is_fading for deck in self._all_decks())
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

    def _on_look_after(self) -> None:
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
