"""The composition root: builds each object once from an Env of outside things, shows the window."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from attachcalm import settings as settings_file
from attachcalm.exercises import library
from attachcalm.loading import (
    details,
    load_countries,
    load_measures,
    load_own,
    prepare_charts,
    save_own,
    warm_charts,
)
from attachcalm.log import start_log
from attachcalm.paths import Paths, find_paths
from attachcalm.store.late import LateJournal
from attachcalm.store.recent import recent

if TYPE_CHECKING:  # what the first picture does not need is imported after it
    from uuid import UUID

    from PySide6.QtWidgets import QApplication

    from attachcalm.diary import Diary
    from attachcalm.exercises.library import Library
    from attachcalm.player.ports import Clock, Sound
    from attachcalm.practice import NewId, WallClock
    from attachcalm.reminders import Plan
    from attachcalm.reports.pack import Kit
    from attachcalm.ui.icons import Icons
    from attachcalm.ui.main_window import MainWindow
    from attachcalm.ui.means import Means
    from attachcalm.ui.stage import Stage
    from attachcalm.ui.tray import Tray

FIRST_PAINT_FD = "ATTACHCALM_FIRST_PAINT_FD"
"""For benches and tests: the descriptor that is told of the first paint, after which we quit."""
RECENT = 12


def monotonic_ms() -> int:
    """The clock that exercises are played by."""
    return time.monotonic_ns() // 1_000_000


def wall_clock() -> datetime:
    """The time of day here and now, with its zone."""
    return datetime.now().astimezone()  # noqa: TID251 - this is the clock that is handed down


def new_id() -> "UUID":
    """A name that nothing else has."""
    from uuid import uuid4

    return uuid4()


def open_sound() -> "Sound":
    """The best sound of this machine; imported only now, after the first paint."""
    from attachcalm.sound.choose import choose_sound

    return choose_sound()


def has_tray() -> bool:
    """Whether the desktop has a place for a small icon."""
    from attachcalm.ui import tray

    return tray.has_tray()


def make_tray(icons: "Icons") -> "Tray":
    """A small icon that is not shown yet."""
    from attachcalm.ui.tray import Tray

    return Tray(icons)


class Env(NamedTuple):  # as Means
    """Everything outside of the app.  Tests hand in their own."""

    paths: Paths
    content: tuple[Path, ...] = ()
    clock: "Clock" = monotonic_ms
    now: "WallClock" = wall_clock
    new_id: "NewId" = new_id
    open_sound: "Callable[[], Sound]" = open_sound
    open_journal: Callable[[Path], LateJournal] = LateJournal
    has_tray: Callable[[], bool] = has_tray
    make_tray: "Callable[[Icons], Tray]" = make_tray
    assigned_measures: Callable[[], frozenset[str]] = frozenset
    """What a therapist's set turns on; nothing while there is none."""


def content_folders(env: Env) -> tuple[Path, ...]:
    """The shipped exercises, the person's own if there are any, and those named by --content."""
    own = (env.paths.own_exercises,) if env.paths.own_exercises.is_dir() else ()
    return (env.paths.exercises, *own, *env.content)


def load_library(env: Env, *, only_known: bool = False) -> "Library":
    """The library of all content folders."""
    return library.load(content_folders(env), env.paths.library_cache, only_known=only_known)


def build(env: Env, app: "QApplication") -> "MainWindow":
    """Build the window and all that it works with; nothing heavy is imported here."""
    from attachcalm.ui.icons import Icons
    from attachcalm.ui.main_window import MainWindow
    from attachcalm.ui.style import LookKeeper, load_fonts

    settings = settings_file.load(env.paths.settings)
    load_fonts(env.paths.fonts)
    less_motion = {"reduced": True, "full": False}.get(settings.motion)
    keeper = LookKeeper(app, settings.theme, settings.text_size / 100, less_motion)
    icons = Icons(env.paths.icons, keeper)
    window = MainWindow(icons, means_of(env), load_library(env, only_known=True), settings)
    keeper.dress()
    return window


def means_of(env: Env) -> "Means":
    """What the window works with; each part is opened when it is needed."""
    from attachcalm.ui.means import Means

    journal = env.open_journal(env.paths.database)
    sound = cache(env.open_sound)
    return Means(
        stage=cache(lambda: build_stage(env, journal, sound)),
        journal=journal,
        close_sound=lambda: sound().close() if sound.cache_info().currsize else None,
        now=env.now,
        diary=cache(lambda: build_diary(env, journal)),
        kit=lambda: kit_of(env, journal),
        recent=lambda: recent(env.paths.database, RECENT),
        load_library=lambda: load_library(env),
        open_journal=lambda: journal.note,
        prepare_charts=lambda: prepare_charts(env.paths),
        warm_charts=lambda: warm_charts(env.paths),
        load_own=lambda: load_own(env.paths),
        save_own=lambda own: save_own(own, env.paths),
        save_settings=lambda changed: settings_file.save(changed, env.paths.settings),
        countries=cache(lambda: load_countries(env.paths)),
        paths=env.paths,
        save_calendar=lambda plan, words, path: save_calendar(env, plan, words, path),
        has_tray=env.has_tray,
        make_tray=env.make_tray,
        measures=cache(lambda: load_measures(env.paths)),
        assigned_measures=env.assigned_measures,
        details=details(env.paths),
    )


def kit_of(env: Env, journal: LateJournal) -> "Kit":
    """What a pack to keep is made with."""
    from attachcalm.reports.pack import Kit

    return Kit(
        journal,
        lambda: load_measures(env.paths).measures,
        lambda: prepare_charts(env.paths),
        env.paths.fonts,
        env.now,
    )


def build_diary(env: Env, journal: LateJournal) -> "Diary":
    """The writer of pages."""
    from attachcalm.diary import Diary

    return Diary(journal, env.now, env.new_id)


def build_stage(env: Env, journal: LateJournal, sound: "Callable[[], Sound]") -> "Stage":
    """What sittings are played with."""
    from attachcalm.exercises.narration import Narration
    from attachcalm.player import shelf
    from attachcalm.player.afterglow import Afterglow
    from attachcalm.practice import Practice
    from attachcalm.ui.stage import Stage

    ours = cache(lambda: shelf.load(env.paths.audio))
    return Stage(
        practice=Practice(journal, env.now, env.new_id),
        journal=journal,
        clock=env.clock,
        narration=cache(lambda: Narration.load(env.paths.audio)),
        shelf=lambda: shelf.with_own(ours(), env.paths.own_sounds),
        sound=sound,
        afterglow=Afterglow(env.clock),
    )


def save_calendar(env: Env, plan: "Plan", words: str, path: Path) -> None:
    """Write the plan as a calendar.  Raises OSError."""
    from attachcalm.reminders import save_ics, to_ics

    save_ics(to_ics(plan, words, env.now(), env.new_id), path)


def run_window(env: Env, argv: Sequence[str]) -> int:
    """Show the window until it is closed, and return the exit code."""
    start_log(env.paths.log)
    from PySide6.QtWidgets import QApplication

    from attachcalm.ui.quick_imports import spare_the_search

    spare_the_search()
    from attachcalm.ui.crash import catch_unexpected
    from attachcalm.ui.one_instance import OneInstance

    app = QApplication.instance() or QApplication([argv[0] if argv else "attachcalm"])
    assert isinstance(app, QApplication)  # noqa: S101 - nobody made another kind
    app.setApplicationName("AttachCalm")
    app.setDesktopFileName("org.attachcalm.AttachCalm")
    one = OneInstance(env.paths.data)
    if one.hand_over():
        print("AttachCalm is open already; its window was brought to the front.")  # noqa: T201
        return 0
    window = build(env, app)
    catch_unexpected(window.notice, details(env.paths))
    one.another_came.connect(window.come_to_front)
    if os.environ.get(FIRST_PAINT_FD, "").isdigit():
        window.first_painted.connect(_tell_first_paint)
    else:
        window.first_painted.connect(window.warm_up.begin)
        window.first_painted.connect(one.listen)
    window.show()
    return app.exec()


def _tell_first_paint() -> None:
    """Tell which modules the first picture needed, and quit before anything else is begun."""
    from PySide6.QtWidgets import QApplication

    os.write(int(os.environ[FIRST_PAINT_FD]), "\n".join(sorted(sys.modules)).encode())
    QApplication.exit(0)


def env_of(data_dir: Path | None, content: Sequence[Path]) -> Env:
    """The real world, with the folders of the command line."""
    return Env(find_paths(data_dir), tuple(folder.expanduser().absolute() for folder in content))
