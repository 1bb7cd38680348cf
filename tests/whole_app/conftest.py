"""The whole app in a temporary folder, with clocks that the test moves and a recorded sound."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from attachcalm.app import Env, build
from attachcalm.insight.selection import Wish, select
from attachcalm.insight.series import Series, series_of
from attachcalm.journal.entry import Entry
from attachcalm.journal.sitting import Sitting
from attachcalm.paths import Paths, find_paths
from attachcalm.store.late import LateJournal
from attachcalm.ui.main_window import MainWindow
from tests.fakes.clock import FakeClock, FakeWallClock
from tests.fakes.sound import RecordingSound
from tests.fakes.tray import FakeDesktop

Found = TypeVar("Found", bound=QWidget)


@dataclass
class Laptop:
    """One person's laptop: a folder that stays while the app is opened and closed."""

    paths: Paths
    app: QApplication
    bot: QtBot
    content: tuple[Path, ...] = ()
    clock: FakeClock = field(default_factory=FakeClock)
    wall: FakeWallClock = field(default_factory=FakeWallClock)
    sound: RecordingSound = field(default_factory=RecordingSound)
    open_journal: Callable[[Path], LateJournal] = LateJournal
    desktop: FakeDesktop = field(default_factory=lambda: FakeDesktop(has_place=False))
    windows: list[MainWindow] = field(default_factory=list)

    def open(self, *, warm: bool = True) -> MainWindow:
        """Open the window and, unless it is to be met cold, let its first jobs be done."""
        env = Env(
            self.paths, self.content, self.clock, self.wall, uuid.uuid4,
            lambda: self.sound, self.open_journal, self.desktop.has_tray, self.desktop.make_tray,
        )  # fmt: skip
        window = build(env, self.app)
        self.windows.append(window)
        window.show()
        if not warm:
            return window
        with self.bot.waitSignal(window.journal_ready, timeout=20_000):
            window.warm_up.begin()
        self.bot.waitUntil(lambda: window.library.library.is_complete, timeout=20_000)
        return window

    def settle(self) -> None:
        """Let the worker answer all it was asked; an answer may ask once more."""
        answers: list[object] = []
        for number in (1, 2):
            self.windows[-1].background.run(partial(int, number), answers.append)
            self.bot.waitUntil(partial(answers.__contains__, number), timeout=20_000)

    def take_keyboard(self) -> None:
        """Let the window be the one that keys go to."""
        window = self.windows[-1]
        with self.bot.waitActive(window):
            window.activateWindow()

    def find(self, name: str, kind: type[Found]) -> Found:
        """The visible control of this name."""
        found = [w for w in self.windows[-1].findChildren(kind, name) if w.isVisible()]
        assert len(found) == 1, f"{name}: {len(found)} of them are visible"
        return found[0]

    def click(self, name: str) -> None:
        """Press the control of this name with the mouse."""
        QTest.mouseClick(self.find(name, QWidget), Qt.MouseButton.LeftButton)

    def pass_time(self, ms: int) -> None:
        """Let the exercise go on for so long, a frame at a time."""
        page = self.windows[-1].pages.practice()
        for _ in range(ms // 200):
            self.clock.advance(200)
            if page.driver is not None:
                page.driver.tick()

    def play_to_the_end(self, answer: Callable[[], None] | None = None) -> None:
        """Let time pass until the exercise is over; each question is answered or skipped."""
        page = self.windows[-1].pages.practice()
        while page.driver is not None:
            if page.driver.session.span.is_open:
                if answer is not None:
                    answer()
                else:
                    self.click("question_skip")
            self.pass_time(1_000)

    def entries(self) -> tuple[Entry, ...]:
        """What the file says, read by a journal of its own."""
        return LateJournal(self.paths.database).entries()

    def sittings(self) -> tuple[Sitting, ...]:
        """The same, flat."""
        return LateJournal(self.paths.database).sittings()

    def series(self) -> Series:
        """What the chart is drawn from."""
        return series_of(select(self.sittings(), (), Wish(), self.wall().date()))


@pytest.fixture
def laptop(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, bundled_fonts: None
) -> Iterator[Laptop]:
    """A laptop on which AttachCalm was never opened."""
    made = Laptop(find_paths(tmp_path / "data"), qapp, qtbot)
    yield made
    for window in made.windows:
        window.close()
        window.deleteLater()
