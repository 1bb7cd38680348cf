"""What tests/sound/test_null_sink.py runs in a process of its own: it plays and leaves.

play_out_loud.py pause VOICE           2 s of it, a pause of 1 s, the rest
play_out_loud.py mix VOICE CUE AMBIENCE    all three, the ambience faded in and lowered
play_out_loud.py lost VOICE            until the device is gone and back, then 2 s more
play_out_loud.py skip VOICE            1.5 s of it, then on to something else, as a leap does
play_out_loud.py stop VOICE AMBIENCE   1.5 s of both, then a stop, as for too much
play_out_loud.py hold VOICE            1.5 s of it, then a pause that is never over
play_out_loud.py leave VOICE           1.5 s of it, then the window is closed
play_out_loud.py sleep AMBIENCE        1.5 s of it, then "let it fade now", and too much after that
"""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtMultimedia import QMediaDevices, QMediaPlayer

from attachcalm.player.afterglow import ENDED_FADE_MS
from attachcalm.player.conductor import CUT_FADE_MS, STOP_FADE_MS
from attachcalm.player.ports import Channel
from attachcalm.sound.choose import choose_sound
from attachcalm.sound.qt import QtSound

LONGEST_MS = 40_000
PLAYED_MS = 1_500
SILENT_MS = 1_500


class Player(QObject):
    """Plays one case and ends the program."""

    def __init__(self, app: QCoreApplication, sound: QtSound, files: list[Path]) -> None:
        super().__init__()
        self.app = app
        self.sound = sound
        self.files = files
        self.lost_at = 0
        self.devices = QMediaDevices(self)

    def play_with_a_pause(self) -> None:
        self.sound.play(Channel.VOICE, self.files[0], gain=1.0)
        QTimer.singleShot(2_000, self.sound.pause)
        QTimer.singleShot(3_000, self.sound.resume)
        self.leave_at_the_end_of(self.files[0])

    def play_a_mix(self) -> None:
        voice, cue, ambience = self.files
        self.sound.play(Channel.AMBIENCE, ambience, gain=0.5, loop=True, fade_in_ms=500)
        self.sound.play(Channel.CUE, cue, gain=0.2)
        self.sound.play(Channel.VOICE, voice, gain=0.4)
        QTimer.singleShot(2_000, self.lower)
        self.leave_at_the_end_of(voice)

    def lower(self) -> None:
        self.sound.set_gain(Channel.AMBIENCE, 0.1, ramp_ms=300)

    def play_through_a_loss(self) -> None:
        """The sink goes away and comes back; then the player has to get going again by itself."""
        self.sound.play(Channel.VOICE, self.files[0], gain=1.0, loop=True)
        QTimer.singleShot(1_500, self.take_the_sink_away)

    def take_the_sink_away(self) -> None:
        subprocess.run(["pactl", "unload-module", "module-null-sink"], check=True)
        QTimer.singleShot(4_000, self.bring_the_sink_back)

    def bring_the_sink_back(self) -> None:
        self.lost_at = self.player().position()
        subprocess.run(["pactl", "load-module", "module-null-sink", "sink_name=calm"], check=True)
        self.player().positionChanged.connect(self.on_position_changed)

    def on_position_changed(self, position: int) -> None:
        if position > self.lost_at + 2_000:
            self.app.quit()

    # ------------------------------------------------------------ every way to end
    def play_and_skip(self) -> None:
        self.sound.play(Channel.VOICE, self.files[0], gain=1.0)
        QTimer.singleShot(PLAYED_MS, self.skip)

    def skip(self) -> None:
        self.sound.stop(Channel.VOICE, fade_out_ms=CUT_FADE_MS)
        QTimer.singleShot(SILENT_MS, self.app.quit)

    def play_and_stop(self) -> None:
        for channel, file in zip((Channel.VOICE, Channel.AMBIENCE), self.files, strict=True):
            self.sound.play(channel, file, gain=0.5, loop=True)
        QTimer.singleShot(PLAYED_MS, self.stop)

    def stop(self) -> None:
        for channel in Channel:
            self.sound.stop(channel, fade_out_ms=STOP_FADE_MS)
        QTimer.singleShot(SILENT_MS, self.app.quit)

    def play_and_hold(self) -> None:
        self.sound.play(Channel.VOICE, self.files[0], gain=1.0)
        QTimer.singleShot(PLAYED_MS, self.sound.pause)
        QTimer.singleShot(PLAYED_MS + SILENT_MS, self.app.quit)

    def play_and_leave(self) -> None:
        self.sound.play(Channel.VOICE, self.files[0], gain=1.0)
        QTimer.singleShot(PLAYED_MS, self.app.quit)  # `main` closes the sound

    def play_and_sleep(self) -> None:
        self.sound.play(Channel.AMBIENCE, self.files[0], gain=1.0, loop=True)
        QTimer.singleShot(PLAYED_MS, self.fade)

    def fade(self) -> None:
        self.sound.stop(Channel.AMBIENCE, fade_out_ms=ENDED_FADE_MS)
        QTimer.singleShot(100, self.stop)

    def give_up(self) -> None:
        self.app.exit(1)

    def player(self) -> QMediaPlayer:
        return self.sound.findChildren(QMediaPlayer)[0]

    def leave_at_the_end_of(self, file: Path) -> None:
        for player in self.sound.findChildren(QMediaPlayer):
            if Path(player.source().toLocalFile()) == file:
                player.mediaStatusChanged.connect(self.on_media_status_changed)

    def on_media_status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self.app.quit()


def main(case: str, files: list[Path]) -> int:
    """Play the case on what a person would get."""
    app = QCoreApplication([])
    sound = choose_sound()
    if not isinstance(sound, QtSound):
        sys.exit(sound.note)
    player = Player(app, sound, files)
    cases = {
        "pause": player.play_with_a_pause,
        "mix": player.play_a_mix,
        "lost": player.play_through_a_loss,
        "skip": player.play_and_skip,
        "stop": player.play_and_stop,
        "hold": player.play_and_hold,
        "leave": player.play_and_leave,
        "sleep": player.play_and_sleep,
    }
    QTimer.singleShot(0, cases[case])
    QTimer.singleShot(LONGEST_MS, player.give_up)
    code = app.exec()
    sound.close()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], [Path(name) for name in sys.argv[2:]]))
