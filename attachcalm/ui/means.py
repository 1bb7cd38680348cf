"""What the window works with; built once in app.py and handed down."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from attachcalm.exercises.library import Library
from attachcalm.paths import Paths
from attachcalm.settings import Settings
from attachcalm.store.recent import Recent

if TYPE_CHECKING:  # what the first picture does not need
    from attachcalm.diary import Diary
    from attachcalm.journal.book import Journal
    from attachcalm.measures.shelf import Shelf
    from attachcalm.reminders import Plan
    from attachcalm.reports.pack import Kit
    from attachcalm.support.countries import Country
    from attachcalm.support.own import Own
    from attachcalm.ui.icons import Icons
    from attachcalm.ui.stage import Stage
    from attachcalm.ui.tray import Tray


class Means(NamedTuple):  # a dataclass takes ten times as long to define, before the first picture
    """Everything outside of the window.  Callables are only called when they are needed."""

    stage: Callable[[], "Stage"]  # always the same one
    journal: "Journal"
    close_sound: Callable[[], None]  # nothing is opened for it
    now: Callable[[], datetime]
    diary: Callable[[], "Diary"]  # always the same one
    kit: Callable[[], "Kit"]
    recent: Callable[[], Sequence[Recent]]
    load_library: Callable[[], Library]
    open_journal: Callable[[], str | None]  # for the worker; the sentence if nothing can be kept
    prepare_charts: Callable[[], None]
    warm_charts: Callable[[], None]
    load_own: Callable[[], "Own"]
    save_own: Callable[["Own"], None]  # raises OSError
    save_settings: Callable[[Settings], None]  # raises OSError
    countries: Callable[[], "tuple[Country, ...]"]  # always the same ones
    paths: Paths
    save_calendar: Callable[["Plan", str, Path], None]  # raises OSError
    has_tray: Callable[[], bool]
    make_tray: Callable[["Icons"], "Tray"]
    measures: Callable[[], "Shelf"]  # always the same ones
    assigned_measures: Callable[[], frozenset[str]]  # those that a therapist's set turns on
    details: str

    def today(self) -> date:
        """The person's day."""
        return self.now().date()
