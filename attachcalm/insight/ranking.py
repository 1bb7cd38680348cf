"""What works for this person, ranked within one goal at a time (statistics 7).

Calm goes by distress, waking up by energy nearing the window, security by felt security.  There is
no score across goals: being calmer is no better and no worse than being less numb.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from attachcalm.exercises.card import Card, Direction
from attachcalm.insight.claims import Claim, more_than, often_helps
from attachcalm.insight.comparator import JUST_SIT, Comparator
from attachcalm.insight.in_time import in_time
from attachcalm.insight.window import window_gain
from attachcalm.insight.works import Effect, effects, effects_from
from attachcalm.journal.entry import Entry

ATTACHMENT: Final = "attachment"  # the group of exercises that are for felt security


class Goal(StrEnum):
    """What an exercise is for."""

    CALM = "calm"
    WAKE = "wake"
    SECURITY = "security"


NO_GOALS: Final[Mapping[str, Goal]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Ranked:
    """An exercise among those of its goal.

    `effect` is in points of what the goal goes by: of distress adjusted for the fall that comes by
    itself, of energy and felt security as they are.  `helps` says whether it may be said to help
    often, `ahead` whether it may be said to do more than the next one (None for the last).
    """

    exercise_id: str
    title: str
    effect: Effect
    helps: Claim
    ahead: Claim | None


def ranked(
    entries: Iterable[Entry],
    goals: Mapping[str, Goal] = NO_GOALS,
    comparator: Comparator | None = None,
) -> dict[Goal, tuple[Ranked, ...]]:
    """The exercises of each goal, the greatest effect first; goals without any are left out.

    `goals` says by its id what an exercise is for.  One that it does not name is for security if
    it is of that group, else for calm.
    """
    told = in_time(entries)
    titles = {entry.started.exercise_id: entry.started.exercise_title for entry in told}
    for_what = {entry.started.exercise_id: _goal(entry, goals) for entry in told}
    found: dict[Goal, dict[str, Effect]] = {
        Goal.CALM: _of(effects(told, comparator), for_what, Goal.CALM),
        Goal.WAKE: effects_from(_gains(told, for_what, Goal.WAKE)),
        Goal.SECURITY: effects_from(_gains(told, for_what, Goal.SECURITY)),
    }
    return {goal: _ranked(each, titles) for goal, each in found.items() if each}


def goal_of(card: Card) -> Goal:
    """What an exercise is for, by what its file says."""
    if card.asks_security:
        return Goal.SECURITY
    return Goal.WAKE if card.direction is Direction.UP else Goal.CALM


def _goal(entry: Entry, goals: Mapping[str, Goal]) -> Goal:
    usual = Goal.SECURITY if entry.started.group == ATTACHMENT else Goal.CALM
    return goals.get(entry.started.exercise_id, usual)


def _of(
    effect_of: Mapping[str, Effect], for_what: Mapping[str, Goal], goal: Goal
) -> dict[str, Effect]:
    return {name: effect for name, effect in effect_of.items() if for_what[name] is goal}


def _gains(
    entries: Iterable[Entry], for_what: Mapping[str, Goal], goal: Goal
) -> dict[str, list[float]]:
    gains: dict[str, list[float]] = {}
    for entry in entries:
        name = entry.started.exercise_id
        if for_what[name] is not goal or name == JUST_SIT:
            continue
        gain = energy_gain_of(entry) if goal is Goal.WAKE else security_gain_of(entry)
        if gain is not None:
            gains.setdefault(name, []).append(gain)
    return gains


def energy_gain_of(entry: Entry) -> int | None:
    """How much nearer to the window energy came; None unless rated before and after."""
    before, after = entry.before, entry.after
    return window_gain(before.energy, after.energy) if before and after else None


def security_gain_of(entry: Entry) -> int | None:
    """How much higher felt security was after than before; None unless rated both times."""
    before, after = entry.before, entry.after
    if before is None or after is None or before.security is None or after.security is None:
        return None
    return after.security - before.security


def _ranked(effect_of: Mapping[str, Effect], titles: Mapping[str, str]) -> tuple[Ranked, ...]:
    ordered = sorted(effect_of, key=lambda name: (-effect_of[name].mean, name))
    overall = sum(effect.n for effect in effect_of.values())
    found = []
    for name, following in zip(ordered, [*ordered[1:], None], strict=True):
        effect = effect_of[name]
        ahead = None
        if following is not None:
            ahead = more_than(effect.likely_more_than(effect_of[following]))
        helps = often_helps(effect.n, overall, 1 - effect.likely_worse)
        found.append(Ranked(name, titles[name], effect, helps, ahead))
    return tuple(found)
