"""The one place where an unexpected error ends up: the log, and a calm line in the window."""

import logging
import sys
from types import TracebackType

from attachcalm.ui.notice import Notice

_log = logging.getLogger("attachcalm.unexpected")


def catch_unexpected(notice: Notice, details: str) -> None:
    """From now on, an error that nobody expected is told there instead of ending the app."""

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("%s at %s", kind.__name__, _place(trace))
        notice.tell_unexpected(f"{details}\n{kind.__name__} at {_place(trace)}")

    sys.excepthook = told


def _place(trace: TracebackType | None) -> str:
    """Where it happened, without any value: a message could hold what the person wrote."""
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " > ".join(places[-6:])
