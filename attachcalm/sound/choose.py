"""Which sound this machine can have.  Called after the first paint, and again when asked to."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from attachcalm.player.ports import Sound
from attachcalm.sound.notes import NO_DEVICE, NO_LIBRARY
from attachcalm.sound.silent import SilentSound

if TYPE_CHECKING:
    from attachcalm.sound.playsound3 import Playsound3Sound
    from attachcalm.sound.qt import QtSound

_log = logging.getLogger(__name__)


class _CannotSoundError(Exception):
    """The reason, in a sentence for the person."""


def choose_sound(prefer: str | None = None) -> Sound:
    """The best sound there is: Qt's players, else a player program, else silence with its reason.

    `prefer` ("qt", "playsound3") is tried first; "silent" is a silence that is wanted.  Without a
    QCoreApplication Qt's players are not tried, for they need its event loop.
    """
    if prefer == SilentSound.name:
        return SilentSound()
    makers: dict[str, Callable[[], Sound]] = {"qt": _make_qt, "playsound3": _make_playsound3}
    order = sorted(makers, key=lambda name: name != prefer)
    reasons = []
    for name in order:
        try:
            return makers[name]()
        except _CannotSoundError as reason:
            _log.info("No sound by %s.", name)
            reasons.append(str(reason))
    return SilentSound(next(filter(None, reasons), NO_DEVICE))


def _make_qt() -> "QtSound":
    try:
        from PySide6.QtCore import QCoreApplication

        if QCoreApplication.instance() is None:
            raise _CannotSoundError
        from attachcalm.sound.qt import QtSound
    except ImportError as error:
        raise _CannotSoundError(NO_LIBRARY) from error
    sound = QtSound()
    if sound.note is not None:
        reason = sound.note
        sound.close()
        sound.deleteLater()
        raise _CannotSoundError(reason)
    return sound


def _make_playsound3() -> "Playsound3Sound":
    from attachcalm.sound.playsound3 import NoPlayerError, Playsound3Sound

    try:
        return Playsound3Sound()
    except NoPlayerError as error:
        raise _CannotSoundError from error
