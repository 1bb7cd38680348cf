"""The driver moves a session with the real clock of the machine, and stands still with it."""

import time
from datetime import date

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from attachcalm.exercises.card import Card, Direction, Evidence, Group, Version
from attachcalm.exercises.model import About, AnswerKind, Ask, Exercise, Pause, Step
from attachcalm.player.session import Changed, Phase, Session
from attachcalm.player.timeline import compile_timeline
from attachcalm.ui.driver import Driver


def _exercise(*parts: Pause | Ask) -> Exercise:
    version = Version("full", "Full", 1)
    card = Card(
        "tiny", "Tiny", "Tiny.", Group.GROUNDING, Direction.EITHER, (version,), 0,
        Evidence.PRACTICE, True, "tiny.yaml", "0",
    )  # fmt: skip
    about = About("", (), (), ("adult",), ("alone",), "us", date(2026, 1, 1), "en")
    return Exercise(card, (Step("only", "Only", parts),), (), about)


def _now() -> int:
    return time.monotonic_ns() // 1_000_000


def is_ticking(driver: Driver) -> bool:
    """Whether the driver's timer goes."""
    (timer,) = driver.findChildren(QTimer)
    return timer.isActive()


def _ends(events: object) -> bool:
    assert isinstance(events, tuple)
    return Changed(Phase.FINISHED) in events


def test_an_exercise_of_a_tenth_of_a_second_finishes_by_itself(qtbot: QtBot) -> None:
    """The timer is armed for what is due, and nobody has to push it."""
    parent = QObject()
    session = Session(compile_timeline(_exercise(Pause(100))), _now)
    driver = Driver(session, reduced_motion=False, parent=parent)
    began = _now()

    with qtbot.waitSignal(driver.happened, timeout=5_000, check_params_cb=_ends):
        driver.start()

    assert _now() - began >= 100
    assert session.practised_ms == 100


def test_the_timer_stands_still_at_a_question_and_in_a_pause(qtbot: QtBot) -> None:
    """Nothing is drawn and nothing counted while the person thinks or rests."""
    parent = QObject()
    question = Ask("word", "Which word?", AnswerKind.TEXT)
    session = Session(compile_timeline(_exercise(question, Pause(60_000))), _now)
    driver = Driver(session, reduced_motion=True, parent=parent)
    driver.start()
    assert session.phase is Phase.WAITING
    assert not is_ticking(driver)

    driver.answer("here")
    assert is_ticking(driver)
    driver.pause()

    assert not is_ticking(driver)
    assert session.frame().phase is Phase.PAUSED
