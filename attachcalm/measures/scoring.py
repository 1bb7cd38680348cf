"""Answers → scores, as the publisher scores them.  Nothing that was left out is made up."""

from collections.abc import Sequence
from dataclasses import dataclass

from attachcalm.measures.model import Measure, Method, Scale


@dataclass(frozen=True, slots=True)
class Scored:
    """What a filling comes to: a number for each scale, None where too much was left out."""

    totals: tuple[tuple[str, float | None], ...]
    left_out: tuple[int, ...] = ()  # items, from 1

    @property
    def values(self) -> tuple[tuple[str, float], ...]:
        """The numbers there are."""
        return tuple((name, total) for name, total in self.totals if total is not None)


def score_of(measure: Measure, answers: Sequence[int | None]) -> Scored:
    """Score one filling; `answers` are the values of the chosen options, None for left out.

    Raises ValueError if there are more or fewer answers than items, or one that is no option.
    """
    known = {option.value for option in measure.options}
    if len(answers) != len(measure.items):
        raise ValueError(f"{len(answers)} answers to {len(measure.items)} items")
    if any(answer is not None and answer not in known for answer in answers):
        raise ValueError("an answer that is not among the options")
    left_out = tuple(item for item, answer in enumerate(answers, 1) if answer is None)
    totals = tuple((scale.name, _total(measure, scale, answers)) for scale in measure.scales)
    return Scored(totals, left_out)


def _total(measure: Measure, scale: Scale, answers: Sequence[int | None]) -> float | None:
    turn = min(option.value for option in measure.options)
    turn += max(option.value for option in measure.options)
    told = [
        turn - answer if item in scale.reversed else answer
        for item in scale.items
        if (answer := answers[item - 1]) is not None
    ]
    fewest = len(scale.items) if scale.fewest_answered is None else scale.fewest_answered
    if len(told) < fewest:
        return None
    mean = sum(told) / len(told)
    raw = mean if scale.method is Method.MEAN else mean * len(scale.items)
    if len(told) == len(scale.items) and scale.method is Method.SUM:
        raw = sum(told)  # exact
    return raw * scale.multiplier
