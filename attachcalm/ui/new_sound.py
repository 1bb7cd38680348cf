"""Taking in a sound of the person's own: copied by the worker, tried, heard, then kept or not."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from attachcalm.player.conductor import AMBIENCE_ALONE, AMBIENCE_IN_MS, SEAM_MS, SWITCH_MS
from attachcalm.player.ports import Channel
from attachcalm.settings import OWN_AMBIENCE, Settings
from attachcalm.sound.own_sounds import Fault, NotTakenError, drop, fetch, keep
from attachcalm.ui.background import Background
from attachcalm.ui.stage import Stage

if TYPE_CHECKING:
    from attachcalm.sound.trial import Trial

HUSH_MS = 1_000  # what is no longer listened to fades within this time

TryOut = Callable[[Path, QObject], "Trial"]


def try_out(path: Path, parent: QObject) -> "Trial":
    """Who tries a file.  Raises ImportError where nothing could play it."""
    from attachcalm.sound.trial import Trial

    return Trial(path, parent)


class NewSound(QObject):
    """One file on its way in, or none.  What is left out, at whatever moment, leaves nothing."""

    refused = Signal(object)  # the Fault
    heard = Signal(bool)  # it can be played; whether it sounds now
    kept = Signal(str)  # the name that the settings know

    def __init__(
        self, folder: Path, background: Background, stage: Callable[[], Stage], tries: TryOut
    ) -> None:
        """Keep sounds in this folder, which need not be there yet."""
        super().__init__(background)
        self.folder = folder
        self._background = background
        self._stage = stage
        self._tries = tries
        self._tries_so_far = 0
        self._source: Path | None = None  # on its way in
        self._copy: Path | None = None  # fetched, and not kept yet
        self._trial: Trial | None = None
        self._settings = Settings()
        self._sounds = False

    @property
    def name(self) -> str:
        """What is on its way in."""
        return self._source.stem if self._source is not None else ""

    def begin(self, source: Path, settings: Settings) -> None:
        """Take this file in; `refused` or `heard` comes later."""
        self.leave_out()
        self._source, self._settings = source, settings
        self._tries_so_far += 1
        job = partial(_bring, self._tries_so_far, source, self.folder)
        self._background.run(job, self._fetched)

    def set_settings(self, settings: Settings) -> None:
        """Let it sound as loud as this, while it is heard."""
        self._settings = settings
        if self._sounds:
            self._stage().sound().set_gain(Channel.AMBIENCE, self._gain(), ramp_ms=SWITCH_MS)

    def keep(self) -> None:
        """Make what is heard one of the person's sounds; `kept` or `refused` comes at once."""
        copy, self._copy = self._copy, None
        if copy is None:
            return
        name = self.name
        self.leave_out()
        try:
            self.kept.emit(f"{OWN_AMBIENCE}{keep(copy, name).name}")
        except NotTakenError as error:
            self.refused.emit(error.fault)

    def leave_out(self) -> None:
        """Let it fade, and forget it; safe at any time."""
        if self._sounds:
            self._sounds = False
            self._stage().sound().stop(Channel.AMBIENCE, fade_out_ms=HUSH_MS)
        if self._trial is not None:
            self._trial.deleteLater()
            self._trial = None
        if self._copy is not None:
            drop(self._copy)
            self._copy = None
        self._source = None

    def _fetched(self, result: object) -> None:
        """Try what the worker has copied, unless nobody waits for it any more."""
        at, copy = result if isinstance(result, tuple) else (self._tries_so_far, Fault.NOT_READ)
        if self._source is None and isinstance(copy, Path):
            drop(copy)
        if self._source is None or at != self._tries_so_far:
            return  # left out meanwhile; a later `fetch` takes away what this one left
        if not isinstance(copy, Path):
            self._refuse(copy)
            return
        self._copy = copy
        try:
            self._trial = self._tries(copy, self)
        except ImportError:
            self._refuse(Fault.NOT_TRIED)
            return
        self._trial.ended.connect(self._tried)
        self._trial.begin()

    def _tried(self, fault: Fault | None) -> None:
        if self._trial is None or self._trial is not self.sender():
            return
        if fault is not None:
            self._refuse(fault)
            return
        self._trial.deleteLater()
        self._trial = None
        self._play()

    def _play(self) -> None:
        """Let the file itself be heard, not its copy, which is to be renamed soon."""
        stage = self._stage()
        sound = stage.sound()
        stage.afterglow.end()
        if self._source is not None and self._gain() > 0 and sound.has_ambience:
            sound.play(
                Channel.AMBIENCE, self._source, gain=self._gain(), loop=True,
                fade_in_ms=AMBIENCE_IN_MS, seam_ms=SEAM_MS,
            )  # fmt: skip
            self._sounds = True
        self.heard.emit(self._sounds)

    def _refuse(self, fault: Fault) -> None:
        self.leave_out()
        self.refused.emit(fault)

    def _gain(self) -> float:
        volume = self._settings.ambience_volume if self._settings.sound else 0
        return volume / 100 * AMBIENCE_ALONE


def _bring(at: int, source: Path, folder: Path) -> tuple[int, Path | Fault]:
    """For the worker: the copy, or why there is none, and which try it was."""
    try:
        return at, fetch(source, folder)
    except NotTakenError as error:
        return at, error.fault
