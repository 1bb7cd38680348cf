"""An exercise file that has every kind of part, to spoil in tests line by line."""

from pathlib import Path
from typing import Any

from attachcalm.exercises import build
from attachcalm.exercises.model import Exercise
from attachcalm.exercises.reader import read_bytes

GOOD = """\
format: 1
id: slow-waves
language: en
title: Slow waves
summary: Breathe out a little longer.
group: breathing
direction: down
ages: [teen, adult]
gate: 0
seeds: [S14]
cautions:
  - Stop whenever you like.
evidence:
  tag: some
  sentence: Some trials show a small drop in stress.
author: A therapist
reviewed: 2026-03-31
versions:
  - {id: full, title: Full, minutes: 1.2}
  - {id: short, title: Short, minutes: 1}
steps:
  - id: settle
    title: Settle
    parts:
      - say: Sit as you like.
        rest: 3
      - sense: see
        say: Look around.
        rest: 8
      - pause: 13.5
        show: Take your time.
        only: [full]
  - id: breathe
    title: Breathe
    parts:
      - bell: bowl
        rest: 6
      - breathe:
          cycles: 3
          strokes:
            - in: 3
              to: 0.8
            - in: 1
            - hold: 1
            - out: 6
              word: Slow out
          lines:
            - cycle: 2
              say: Small and soft.
  - id: end
    title: End
    parts:
      - ask: who
        question: Who comes to mind?
        keep_as: kind_one
      - ask: ease
        question: How settled is it?
        answer: scale
        ends: [not at all, fully]
      - choose: care
        question: What would you like?
        options:
          - {id: words, label: Words}
          - {id: touch, label: Touch}
      - say: Say {kind_one|a kind name}.
        when: {care: words}
      - say: Rest a hand on your arm.
        when: {care: touch}
"""
PATH = Path("content/slow-waves.yaml")


def spoilt(old: str, new: str) -> bytes:
    """The good file with one thing in it changed, which must be there exactly once."""
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new).encode("utf-8", "surrogatepass")


def entry_of(text: str = GOOD) -> dict[str, Any]:
    """The checked entry of a text that has no fault."""
    reading = read_bytes(text.encode(), PATH)
    assert reading.problems == ()
    assert reading.entry is not None
    return reading.entry


def exercise_of(text: str = GOOD) -> Exercise:
    """The exercise of a text that has no fault."""
    return build.exercise(entry_of(text), str(PATH), "1")
