"""A person at the card of sound, with a folder of their own and a sound that writes."""

from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from attachcalm.exercises.narration import Narration
from attachcalm.player.afterglow import Afterglow
from attachcalm.player.shelf import SoundShelf
from attachcalm.practice import Practice
from attachcalm.settings import Settings
from attachcalm.ui.background import Background
from attachcalm.ui.icons import Icons
from attachcalm.ui.new_sound import NewSound, TryOut
from attachcalm.ui.own_sounds_box import OwnSoundsBox
from attachcalm.ui.sound_panel import SoundPanel
from attachcalm.ui.stage import Stage
from tests.fakes.clock import FakeClock
from tests.fakes.journal import RefusingJournal
from tests.fakes.sound import RecordingSound
from tests.fakes.trial import Trials

WAV = b"RIFF\x10\x00\x00\x00WAVE" + bytes(5_000)


def _silence() -> Narration:
    raise NotImplementedError


class Desk:
    """A person at the card, with a folder of their own and a sound that writes."""

    def __init__(self, bot: QtBot, icons: Icons, folder: Path) -> None:
        self.bot = bot
        self.downloads = folder
        self.folder = folder / "own-sounds"
        self.sound = RecordingSound()
        self.afterglow = Afterglow(FakeClock())
        self.trials = Trials()
        self.settings = Settings()
        self.told: list[dict[str, object]] = []
        self.background = Background(icons.keeper)
        stage = Stage(
            cast("Practice", None), RefusingJournal(), FakeClock(), _silence,
            SoundShelf, lambda: self.sound, self.afterglow,
        )  # fmt: skip
        self.new = NewSound(
            self.folder, self.background, lambda: stage, cast("TryOut", self.trials)
        )
        self.panel = SoundPanel(icons, self.settings, self.new)
        self.panel.changed.connect(self.change)
        bot.addWidget(self.panel)
        self.panel.show()

    def change(self, changes: dict[str, object]) -> None:
        """Do as the page of settings does."""
        self.told.append(changes)
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]  # by name
        self.panel.set_settings(self.settings)

    @property
    def own(self) -> OwnSoundsBox:
        return self.panel.own

    def choose(self, name: str = "Sea.wav", told: bytes = WAV) -> None:
        """Choose this file in the dialog, and let the worker have it."""
        source = self.downloads / name
        source.write_bytes(told)
        self.own.choose_file = lambda _: source
        before = len(self.trials.made)
        self.press("own_sound_add")
        self.bot.waitUntil(
            lambda: len(self.trials.made) > before or self.shows("own_sound_close"), timeout=5_000
        )

    def has_kept(self, name: str = "Sea.wav") -> None:
        """Choose, try and keep it."""
        self.choose(name)
        self.trials.end()
        self.press("own_sound_keep")

    def shows(self, name: str) -> bool:
        (found,) = self.panel.findChildren(QAbstractButton, name)
        return found.isVisible()

    def press(self, name: str) -> None:
        (button,) = self.panel.findChildren(QPushButton, name)
        assert button.isVisible(), name
        button.click()

    def backgrounds(self) -> list[str]:
        return [self.panel.background.itemText(at) for at in range(self.panel.background.count())]

    def files(self) -> list[str]:
        return sorted(file.name for file in self.folder.iterdir()) if self.folder.exists() else []

    def says(self) -> str:
        return self.own.told.text() if self.own.told.isVisible() else ""
