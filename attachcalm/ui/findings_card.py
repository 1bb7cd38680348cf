"""What was found in one file: place, what it is, and how to mend it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from attachcalm.exercises.finding import Finding
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.text import breakable, words


class FindingsCard(Card):
    """One file with its findings in the order of its lines."""

    def __init__(self, name: str, findings: Sequence[Finding], icons: Icons) -> None:
        super().__init__(name, icons.keeper)
        is_loaded = not any(finding.is_fault for finding in findings)
        told = (
            self.tr("It is among the exercises, and could be better.")
            if is_loaded
            else self.tr("It is not among the exercises until its faults are mended.")
        )
        self.say(breakable(Path(findings[0].file).name), told)
        for at, finding in enumerate(findings):
            if at:
                self.body.addWidget(line())
            self.body.addWidget(self._row(finding))

    def _row(self, finding: Finding) -> QWidget:
        place = self.tr("Line {line}, column {column} · {severity}").format(
            line=finding.line,
            column=finding.column,
            severity=self.tr("fault") if finding.is_fault else self.tr("advice"),
        )
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words("warn" if finding.is_fault else "small", place))
        column.addWidget(words("", breakable(finding.sentence)))
        column.addWidget(words("muted", breakable(finding.mend)))
        return row
