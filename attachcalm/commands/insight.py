"""`attachcalm insight`: every figure of one person, with how sure it is, in words or as JSON."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from attachcalm.app import Env, load_library
from attachcalm.commands.errors import PersonError
from attachcalm.insight.claim_words import claim_words
from attachcalm.insight.figure import Figure, as_json
from attachcalm.insight.figures import ExerciseFigures, Figures, Measured, figures_of
from attachcalm.insight.phases import Phases, Span
from attachcalm.insight.ranking import Goal, goal_of
from attachcalm.insight.words import change_words, number_words, percent_words
from attachcalm.journal.page import CheckIn, Score
from attachcalm.loading import load_measures
from attachcalm.measures.record import courses
from attachcalm.store.late import LateJournal


def insight(env: Env, options: argparse.Namespace) -> int:
    """Print every figure."""
    phases = _phases(options)
    journal = LateJournal(env.paths.database)
    if journal.note:
        print(journal.note, file=sys.stderr)
    cards = load_library(env).cards
    pages = journal.pages()
    scores = [page for page in pages if isinstance(page, Score)]
    told = figures_of(
        journal.entries(),
        env.now().date(),
        phases,
        remarks=journal.remarks(),
        goals={card.id: goal_of(card) for card in cards},
        measured=_measured(env, scores),
        alone=[page for page in pages if isinstance(page, CheckIn) and page.sitting is None],
    )
    if options.json:
        print(json.dumps(as_json(told), indent=2, ensure_ascii=False))
    else:
        print("\n".join(_lines(told)))
    return 0


def _measured(env: Env, scores: Sequence[Score]) -> list[Measured]:
    """The last two sums of each measure whose change has a published threshold."""
    return [
        Measured(course.measure.title, change.earlier, change.later, change.threshold)
        for course in courses(scores, load_measures(env.paths).measures)
        if (change := course.change).threshold is not None
    ]


# ---------------------------------------------------------------- phases
def _phases(options: argparse.Namespace) -> Phases | None:
    if options.baseline is None and options.practice is None:
        return None
    if options.baseline is None or options.practice is None:
        raise PersonError("two phases are compared: --baseline and --practice go together")
    set_on = None if options.set_on is None else _day("--set-on", options.set_on)
    try:
        return Phases(
            _span("--baseline", options.baseline), _span("--practice", options.practice), set_on
        )
    except ValueError as error:
        raise PersonError(str(error)) from error


def _span(option: str, text: str) -> Span:
    first, dots, last = text.partition("..")
    if not dots:
        raise PersonError(
            f"{option} is two days, like 2026-01-05..2026-01-18; '{text[:30]}' is not"
        )
    return Span(_day(option, first), _day(option, last))


def _day(option: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PersonError(f"{option} takes days like 2026-01-18; '{text[:20]}' is none") from None


# ---------------------------------------------------------------- words
def _lines(told: Figures) -> Iterator[str]:
    ease, days, missed = told.ease, told.days, told.missed
    yield _line("Typical change of distress", ease.typical, _lower)
    yield _line("Without the fall that comes by itself", ease.adjusted_mean, _lower)
    yield _line("Ended lower, of those with room", ease.eased, percent_words)
    yield _line("Ended higher", ease.harder, percent_words)
    yield _line("Energy and the window", told.window.mean, _nearer)
    yield _line("Back inside the window", told.window.returned, percent_words)
    yield _line("Rated afterwards too", missed.completeness, percent_words)
    if missed.is_thin:
        yield "Many are not rated afterwards, so all of this is known less well than it seems."
    yield _line("Trend of distress in a week, by days", days.trend_by_day.per_week, _signed)
    yield _line("Trend of distress in a week, by weeks", days.trend_by_week.per_week, _signed)
    yield _line("Practice against baseline (tau)", told.phases.corrected_tau, _signed)
    yield _line("Harder times", told.harder.sittings, percent_words)
    yield from map(_exercise, told.exercises)
    assumed = " (an assumption)" if told.comparator.is_assumed else ""
    yield f"Of a rating above your mean, {told.comparator.used:.2f} stays by itself{assumed}."
    yield "These describe your ratings.  They say nothing of a cause."


def _exercise(told: ExerciseFigures) -> str:
    what, words = GOALS[told.goal]
    line = _line(f"{told.title}: {what}", told.effect, words).removesuffix(".")
    if not told.effect.claim.has_data:
        return f"{line}."
    return f"{line}; often helps: {claim_words(told.often_helps)}."


def _line(what: str, told: Figure, words: Callable[[float], str]) -> str:
    if told.value is None:
        return f"{what}: {claim_words(told.claim)}."
    line = f"{what}: {words(told.value)}"
    if told.low is not None and told.high is not None:
        line += f" (plausibly {words(told.low)} to {words(told.high)})"
    unsure = "" if told.claim.is_met else f", {claim_words(told.claim)}"
    return f"{line}, n = {told.n}{unsure}."


def _lower(ease: float) -> str:
    return change_words(-ease)


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "\N{MINUS SIGN}")


def _higher(gain: float) -> str:
    return change_words(gain)


def _nearer(gain: float) -> str:
    return f"{number_words(abs(gain))} {'nearer' if gain >= 0 else 'further'}"


GOALS = {
    Goal.CALM: ("distress", _lower),
    Goal.WAKE: ("energy", _nearer),
    Goal.SECURITY: ("felt security", _higher),
}
