"""What the window works with; built once in app.py and handed down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from attachcalm.exercises.library import Library
from attachcalm.settings import Settings
from attachcalm.store.recent import Recent
from attachcalm.support.helplines import Directory
from attachcalm.ui.practice_page import Stage


@dataclass(frozen=True, slots=True)
class Means:
    """Everything outside of the window.  Callables are only called when they are needed."""

    stage: Stage
    now: Callable[[], datetime]
    recent: Callable[[], Sequence[Recent]]
    load_library: Callable[[], Library]
    open_journal: Callable[[], str | None]  # for the worker; the sentence if nothing can be kept
    prepare_charts: Callable[[], None]
    save_settings: Callable[[Settings], None]  # raises OSError
    directory: Callable[[], Directory]
    data_folder: str
    details: str

    def today(self) -> date:
        """The person's day."""
        return self.now().date()
