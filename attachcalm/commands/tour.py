"""`attachcalm tour DIR`: a real exercise played in a throw-away profile, every page pictured."""

import argparse
import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attachcalm.app import Env, build, env_of, load_library
from attachcalm.commands.errors import PersonError
from attachcalm.commands.practise import LONGEST_WAIT_MS, SimulatedClock
from attachcalm.commands.season import season
from attachcalm.sound.silent import SilentSound
from attachcalm.store.late import LateJournal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from attachcalm.ui.main_window import MainWindow

PLAYED = "long-out"
PAGES = (
    "home", "exercises", "findings", "trends", "learn", "settings", "help", "health", "breath",
    "reminders",
    "check_in", "check_ins", "let_out", "look_back", "support",
    "words", "kit", "taking_out",
)  # fmt: skip
THEMES = ("light", "dark")
WAIT_MS = 60_000


def tour(env: Env, options: argparse.Namespace) -> int:
    """Leave the pictures in the folder and say what they are."""
    folder: Path = options.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PersonError(f"{folder} cannot be a folder for pictures ({error.strerror})") from error
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(["attachcalm"])
    assert isinstance(app, QApplication)  # noqa: S101 - nobody made another kind
    with tempfile.TemporaryDirectory(prefix="attachcalm-tour-") as profile:
        made = _Tour(_profile(env, Path(profile)), app, folder)
        for name in made.go():
            print(folder / name)
    return 0


def _profile(env: Env, folder: Path) -> Env:
    """A profile of its own: nothing of the person's is read or written."""
    throw_away = env_of(folder, env.content)
    paths = replace(throw_away.paths, resources=env.paths.resources)
    clock = SimulatedClock()
    made = throw_away._replace(paths=paths, clock=clock, now=env.now, open_sound=SilentSound)
    cards = [card for card in load_library(made).cards if card.gate < 3]
    LateJournal(paths.database).add(tuple(season(cards, env.now())))
    return made


class _Tour:
    """Goes through the window as a person would, with a clock that is moved by hand."""

    def __init__(self, env: Env, app: "QApplication", folder: Path) -> None:
        assert isinstance(env.clock, SimulatedClock)  # noqa: S101 - _profile made it
        self._clock = env.clock
        self._env = env
        self._app = app
        self._folder = folder
        self._names: list[str] = []
        self._window: MainWindow = build(env, app)

    def go(self) -> list[str]:
        """Take every picture; the names of the files."""
        window = self._window
        window.show()
        self._until(window.journal_ready.connect, window.warm_up.begin)
        for theme in THEMES:
            window.settings.change(replace(window.settings.settings, theme=theme))
            self._settle()
            for place in PAGES:
                self._show_page(place)
                self._picture(f"{place}-{theme}.png")
            self._read(theme)
            window.go("home")
            self._play(theme)
        self._save_chart()
        window.close()
        return self._names

    def _show_page(self, place: str) -> None:
        from attachcalm.ui.learn_page import LearnPage
        from attachcalm.ui.trends_page import TrendsPage

        page = self._window.pages.page(place)
        if place == "support":
            self._window.show_support()
        elif place == "look_back":
            self._window.diary_way.look_back()  # it says which week is looked back on
        elif isinstance(page, TrendsPage):
            self._window.go(place)
            self._settle()
            self._until(page.drawn.connect, page.refresh)
        elif isinstance(page, LearnPage) and not page.is_filled:
            self._until(page.filled.connect, partial(self._window.go, place))
        else:
            self._window.go(place)

    def _read(self, theme: str) -> None:
        """Every page to learn from, at its beginning."""
        learn = self._window.pages.learn()
        for row in learn.rows:
            self._window.go("learn")
            row.read.click()
            self._picture(f"learn-{row.leaflet.id}-{theme}.png")

    def _play(self, theme: str) -> None:
        """Before, the pacer in the middle of a breath, a question, after, and what it says."""
        window = self._window
        page = window.pages.practice()
        window.ways_in.open_exercise(window.library.library.card(PLAYED))
        self._picture(f"before-{theme}.png")
        page.before.rating.distress.set_value(7)
        page.before.rating.energy.set_value(2)
        page.before.rating.button.click()
        pictured = False
        while page.driver is not None:
            driver = page.driver
            span = driver.session.span
            if span.is_open:
                self._picture(f"question-{theme}.png")
                driver.answer(None)
            else:
                if span.breath is not None and not pictured:
                    self._pass(driver.tick, 2_600)
                    self._picture(f"player-{theme}.png")
                    pictured = True
                self._pass(driver.tick, min(LONGEST_WAIT_MS, driver.session.due_in() or 1))
        page.after.rating.distress.set_value(4)
        page.after.rating.energy.set_value(0)
        self._picture(f"after-{theme}.png")
        page.after.rating.button.click()
        self._picture(f"result-{theme}.png")
        page.after.done_button.click()

    def _pass(self, tick: Callable[[], None], ms: int) -> None:
        self._clock.wait(ms)
        tick()

    def _save_chart(self) -> None:
        from attachcalm.charts.files import save
        from attachcalm.insight.period import NINETY_DAYS
        from attachcalm.insight.selection import Wish
        from attachcalm.insight.view import VIEWS, look
        from attachcalm.ui.tokens import FONT_FAMILY, LIGHT
        from attachcalm.ui.trend_colours import colours_of

        today = self._env.now().date()
        journal = LateJournal(self._env.paths.database)
        records = journal.sittings(), journal.pages()
        files = [("sticks", "chart.svg"), ("sticks", "chart.pdf")]
        files += [(name, f"chart-{name}.png") for name in VIEWS]
        for name, file in files:
            view = look(name, *records, Wish(NINETY_DAYS), today)
            save(view, self._folder / file, colours_of(LIGHT), FONT_FAMILY)
            self._names.append(file)

    def _picture(self, name: str) -> None:
        self._settle()
        if not self._window.grab().save(str(self._folder / name)):
            raise PersonError(f"{self._folder / name} could not be written")
        self._names.append(name)

    def _settle(self) -> None:
        """Let layouts and paints that are due happen."""
        for _ in range(3):
            self._app.processEvents()

    def _until(self, connect: Callable[..., object], act: Callable[[], None]) -> None:
        """Act, and wait for the signal, a minute at the most."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        connect(loop.quit)
        QTimer.singleShot(WAIT_MS, loop.quit)
        act()
        loop.exec()
