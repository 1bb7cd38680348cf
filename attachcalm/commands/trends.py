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
from attachcalm.insight.told import told_of
from attachcalm.insight.view import CALENDAR, View, look
from attachcalm.store.late import LateJournal

MOST_DAYS = 100_000


def trends(env: Env, options: argparse.Namespace) -> int:
    """Print what the ratings say, and save the chart if that is wanted."""
    period = Period(_days(options.days))
    journal = LateJournal(env.paths.database)
    if journal.note:
        print(journal.note, file=sys.stderr)
    today = env.now().date()
    since = None if period.days is None or options.view == CALENDAR else period.first_day(today)
    records = journal.sittings(since), journal.pages(since)
    view = look(options.view, *records, Wish(period), today)
    if options.json:
        series = series_of(select(*records, Wish(period), today))
        print(json.dumps(_plain(series, summary_of(series)), indent=2, ensure_ascii=False))
    else:
        print(told_of(view).text)
    if options.save is not None:
        _save(env, view, options)
    return 0


def _days(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:9]) <= MOST_DAYS:
        raise PersonError(f"--days is a number from 1 to {MOST_DAYS}; '{text[:20]}' is not")
    return int(text)


def _save(env: Env, view: View, options: argparse.Namespace) -> None:
    from attachcalm.charts.files import ChartNotSavedError, save
    from attachcalm.charts.setup import prepare
    from attachcalm.ui.tokens import FONT_FAMILY, LIGHT
    from attachcalm.ui.trend_colours import colours_of

    try:
        prepare(env.paths.cache, env.paths.fonts)
        save(view, options.save, colours_of(LIGHT), FONT_FAMILY)
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
        "minutes": None if summary.minutes is None else summary.minutes.median,
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
