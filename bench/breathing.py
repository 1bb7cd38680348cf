"""An exercise of nothing but breath, four in, seven held, eight out, for benches that time it."""

from __future__ import annotations

import datetime as dt

from attachcalm.exercises.card import Card, Direction, Evidence, Group, Version
from attachcalm.exercises.model import About, Breathe, Exercise, Step, Stroke, StrokeKind
from attachcalm.player.timeline import Timeline, compile_timeline

STROKES = (
    Stroke(StrokeKind.IN, 1.0, 4_000, "Breathe in"),
    Stroke(StrokeKind.HOLD, 1.0, 7_000, "Hold"),
    Stroke(StrokeKind.OUT, 0.0, 8_000, "Breathe out"),
)
CYCLE_MS = sum(stroke.ms for stroke in STROKES)


def timeline_of(cycles: int) -> Timeline:
    """Lay so many breaths."""
    card = Card(
        "bench", "Bench", "For measuring.", Group.BREATHING, Direction.DOWN,
        (Version("full", "Full", 5),), 0, Evidence.PRACTICE, True, "bench.yaml", "1",
    )  # fmt: skip
    about = About("", (), (), (), (), "", dt.date(2026, 1, 1), "en")
    step = Step("breathe", "Breathe", (Breathe(STROKES, cycles),))
    return compile_timeline(Exercise(card, (step,), (), about))
