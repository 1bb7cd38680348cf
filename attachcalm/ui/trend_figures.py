"""Three numbers above the chart, each with its unit and how sure it is."""

from PySide6.QtWidgets import QLabel

from attachcalm.insight.ease import ROOM
from attachcalm.insight.middle import Middle
from attachcalm.insight.summary import Summary
from attachcalm.insight.words import (
    days_words,
    half_words,
    number_words,
    percent_words,
    times_words,
)
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.text import one_line, words

MINUS = "\N{MINUS SIGN}"


class TrendFigures(Columns):
    """Typical change, how often distress was lower afterwards, and typical length."""

    def __init__(self, icons: Icons) -> None:
        super().__init__("trend_figures", icons.keeper, 640)
        self._change = self._figure("change", self.tr("Typical change in distress"), icons)
        self._lower = self._figure("lower", self.tr("Times that ended lower"), icons)
        self._length = self._figure("length", self.tr("Typical length"), icons)

    def show_summary(self, summary: Summary) -> None:
        """Show these figures, or that it is too early to tell."""
        early = self.tr("too early to tell")
        number, note = self._change
        if summary.change is None:
            number.setText("–")  # noqa: RUF001 - a dash stands for no number
            missing = self.tr("{early}: {missing} more rated before and after")
            note.setText(missing.format(early=early, missing=summary.missing))
        else:
            number.setText(signed(summary.change.median))
            half = half_words(signed(summary.change.low), signed(summary.change.high))
            note.setText(self.tr("{half} (n = {n})").format(half=half, n=summary.pairs))
        number, note = self._lower
        if summary.pairs:
            told = self.tr("{lower} of {pairs}")
            number.setText(told.format(lower=summary.lower, pairs=summary.pairs))
            told = self.tr("{same} the same, {higher} higher")
            told = told.format(same=summary.same, higher=summary.higher)
            note.setText(f"{told}{self._plausible(summary)}")
        else:
            number.setText("–")  # noqa: RUF001
            note.setText(self.tr("none is rated before and after"))
        number, note = self._length
        count = self.tr("{times} on {days}").format(
            times=times_words(summary.sittings), days=days_words(summary.days)
        )
        if summary.minutes is None:
            number.setText("–")  # noqa: RUF001
            note.setText(f"{early}: {count}")
            return
        median, low, high = map(number_words, _parts(summary.minutes))
        number.setText(self.tr("{m} min").format(m=median))
        half = half_words(low, high)
        note.setText(
            self.tr("{half} (n = {n}); {count}").format(half=half, n=summary.timed, count=count)
        )

    def _plausible(self, summary: Summary) -> str:
        """The interval of the share, which leaves out what had no room; nothing where it is few."""
        eased = summary.eased
        if eased is None:
            return ""
        told = self.tr("; {share} of {n} begun at {room} or more, plausibly {low} to {high}")
        share, low, high = map(percent_words, (eased.value, eased.low, eased.high))
        return told.format(share=share, n=eased.of, room=ROOM, low=low, high=high)

    def _figure(self, name: str, title: str, icons: Icons) -> tuple[QLabel, QLabel]:
        card = Card(f"figure_{name}", icons.keeper)
        number = one_line("title", "", f"figure_{name}_number")
        note = words("small", "", f"figure_{name}_note")
        card.body.addWidget(words("small", title))
        card.body.addWidget(number)
        card.body.addWidget(note)
        card.body.addStretch(1)  # so that the numbers of all three stand on one line
        self.add(card)
        return number, note


def _parts(middle: Middle) -> tuple[float, float, float]:
    return middle.median, middle.low, middle.high


def signed(value: float) -> str:
    """A change with its sign: -2.5 with a real minus, +1, 0."""
    size = number_words(abs(value))
    return "0" if size == "0" else f"{'+' if value > 0 else MINUS}{size}"
