"""Three numbers above the chart, each with its unit and how sure it is."""

from PySide6.QtWidgets import QLabel

from attachcalm.insight.summary import Summary
from attachcalm.insight.words import days_words, number_words, times_words
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
            middle = self.tr("middle half: {low} to {high} (n = {n})")
            if summary.change.low == summary.change.high:
                middle = self.tr("middle half: all {low} (n = {n})")
            low, high = signed(summary.change.low), signed(summary.change.high)
            note.setText(middle.format(low=low, high=high, n=summary.pairs))
        number, note = self._lower
        if summary.pairs:
            told = self.tr("{lower} of {pairs}")
            number.setText(told.format(lower=summary.lower, pairs=summary.pairs))
            told = self.tr("{same} the same, {higher} higher")
            note.setText(told.format(same=summary.same, higher=summary.higher))
        else:
            number.setText("–")  # noqa: RUF001
            note.setText(self.tr("none is rated before and after"))
        number, note = self._length
        minutes = summary.minutes
        number.setText("–" if minutes is None else self.tr("{m} min").format(m=f"{minutes:.1f}"))  # noqa: RUF001
        count = self.tr("{times} on {days}").format(
            times=times_words(summary.sittings), days=days_words(summary.days)
        )
        note.setText(count if minutes is not None else f"{early}: {count}")

    def _figure(self, name: str, title: str, icons: Icons) -> tuple[QLabel, QLabel]:
        card = Card(f"figure_{name}", icons.keeper)
        number = one_line("title", "", f"figure_{name}_number")
        note = words("small", "", f"figure_{name}_note")
        card.body.addWidget(words("small", title))
        card.body.addWidget(number)
        card.body.addWidget(note)
        self.add(card)
        return number, note


def signed(value: float) -> str:
    """A change with its sign: -2.5 with a real minus, +1, 0."""
    size = number_words(abs(value))
    return "0" if size == "0" else f"{'+' if value > 0 else MINUS}{size}"
