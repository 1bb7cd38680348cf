"""`attachcalm trends`: the ratings of a period in words, as JSON, or as a chart in a file."""

import argparse
import json
import sys

from attachcalm.app import Env
from attachcalm.commands.errors import PersonError
from attachcalm.insight.period import Period
from attachcalm.insight.selection import Wish, select
from attachcalm.insight.series import Series, series_of
from attachcalm.insight.summary import Summary, summary_of
from attachcalm.insight.twin import twin_of
from attachcalm.store.late import LateJournal

MOST_DAYS = 100_000


def trends(env: Env, options: argparse.Namespace) -> int:
    """Print what the ratings say, and save the chart if that is wanted."""
    period = Period(_days(options.days))
    journal = LateJournal(env.paths.database)
    if journal.note:
        print(journal.note, file=sys.stderr)
    today = env.now().date()
    since = None if period.days is None else period.first_day(today)
    chosen = select(journal.entries(since), journal.pages(since), Wish(period), today)
    series = series_of(chosen)
    summary = summary_of(series)
    if options.json:
        print(json.dumps(_plain(series, summary), indent=2, ensure_ascii=False))
    else:
        print(twin_of(series, summary).text)
    if options.save is not None:
        _save(env, series, options)
    return 0


def _days(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:9]) <= MOST_DAYS:
        raise PersonError(f"--days is a number from 1 to {MOST_DAYS}; '{text[:20]}' is not")
    return int(text)


def _save(env: Env, series: Series, options: argparse.Namespace) -> None:
    from attachcalm.charts.files import ChartNotSavedError, save
    from attachcalm.charts.setup import prepare
    from attachcalm.ui.tokens import FONT_FAMILY, LIGHT
    from attachcalm.ui.trend_colours import colours_of

    try:
        prepare(env.paths.cache, env.paths.fonts)
        save(series, options.save, colours_of(LIGHT), FONT_FAMILY)
    except ChartNotSavedError as error:
        raise PersonError(str(error)) from error
    print(f"The chart is in {options.save}", file=sys.stderr)


def _plain(series: Series, summary: Summary) -> dict[str, object]:
    change, eased = summary.change, summary.eased
    return {
        "days": series.period.days,
        "sittings": summary.sittings,
        "days_practised": summary.days,
        "rated_before": summary.rated_before,
        "rated_before_and_after": summary.pairs,
        "lower": summary.lower,
        "same": summary.same,
        "higher": summary.higher,
        "no_room": summary.no_room,
        "completeness": summary.completeness,
        "change": change and {"median": change.median, "low": change.low, "high": change.high},
        "eased": eased
        and {"count": eased.count, "of": eased.of, "low": eased.low, "high": eased.high},
        "missing_pairs": summary.missing,
        "minutes": summary.minutes,
        "ratings": [
            {
                "at": stick.at.isoformat(),
                "exercise": stick.exercise_title,
                "before": stick.before,
                "after": stick.after,
                "stopped": stick.stopped,
            }
            for stick in series.sticks
        ],
    }
