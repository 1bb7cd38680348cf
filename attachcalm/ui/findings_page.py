"""Check of the exercises of one's own: what was found, in words, by file and line."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from attachcalm.exercises.finding import Finding
from attachcalm.player.checker import Checked
from attachcalm.ui.background import Background
from attachcalm.ui.findings_card import FindingsCard
from attachcalm.ui.findings_job import CheckUp
from attachcalm.ui.icons import Icons
from attachcalm.ui.widgets.buttons import ghost_button, primary_button, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words

MOST_SHOWN = 100  # findings; whoever has more mends these first, and Copy has all


class FindingsPage(ScrollPage):
    """Checks whenever somebody comes here, and again when asked; the worker does it."""

    left = Signal()
    library_read = Signal(object)  # the Library as it is now
    checked = Signal()  # the findings are on the screen

    def __init__(
        self, icons: Icons, folder: Path, check: Callable[[], CheckUp], background: Background
    ) -> None:
        super().__init__("findings", icons.keeper, self.tr("Check of your exercises"), " ")
        self._icons = icons
        self._check = check
        self._background = background
        self._is_reading = False
        self._found = Checked((), 0)
        self.back_button = ghost_button("findings_back", self.tr("Back"), icons, "arrow-left")
        self.again_button = primary_button(
            "findings_again", self.tr("Check again"), icons, "rotate-ccw"
        )
        self.copy_button = secondary_button("findings_copy", self.tr("Copy"), icons, "copy")
        self.copy_button.setAccessibleName(self.tr("Copy all findings"))
        self.note = words("small", "", "findings_note")
        self.where = Card(
            "findings_where", icons.keeper, self.tr("Where they lie"),
            self.tr("One .yaml file for each exercise, in this folder."),
        )  # fmt: skip
        self.where.body.addWidget(words("small", str(folder), "findings_folder"))
        self.cards: list[FindingsCard] = []
        self._arrange()
        self._connect()
        self._say("")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin on top, with the files as they are now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.verticalScrollBar().setValue(0)
            self.refresh()

    def refresh(self) -> None:
        """Check anew, in the worker."""
        if self._is_reading:
            return
        self._is_reading = True
        self.copy_button.setEnabled(False)
        self._say("")
        self.sentence.setText(self.tr("Reading the files…"))
        self._background.run(self._check, self._show)

    # ------------------------------------------------------------ what was found
    def _show(self, result: object) -> None:
        self._is_reading = False
        if isinstance(result, CheckUp):
            self._found = result.checked
            self._make_cards(result.checked)
            self.sentence.setText(self._in_short(result.checked))
            self.copy_button.setEnabled(bool(self.cards))
            self.library_read.emit(result.library)
        else:
            self.sentence.setText(self.tr("The files could not be checked. Nothing is lost."))
        self._announce(self.sentence.text())
        self.checked.emit()

    def _announce(self, told: str) -> None:
        """Let a screen reader say what changed while the keyboard stayed where it is."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _make_cards(self, checked: Checked) -> None:
        empty(self._column)
        self.cards = []
        shown = checked.findings[:MOST_SHOWN] if checked.files else ()
        for at, (_, findings) in enumerate(groupby(shown, key=_file_of)):
            card = FindingsCard(f"findings_file_{at}", tuple(findings), self._icons)
            self._column.addWidget(card)
            card.show()
            self.cards.append(card)
        more = len(checked.findings) - len(shown) if checked.files else 0
        if more:
            told = self.tr("{count} more are not shown here. Copy has them all.")
            self._say(told.format(count=more))

    def _in_short(self, checked: Checked) -> str:
        if not checked.files:
            return self.tr("No exercise of your own is there yet.")
        files = (
            self.tr("1 file was read")
            if checked.files == 1
            else self.tr("{count} files were read").format(count=checked.files)
        )
        if not checked.findings:
            return self.tr("{files}. There is nothing to mend.").format(files=files)
        faults = (
            self.tr("1 fault")
            if checked.faults == 1
            else self.tr("{count} faults").format(count=checked.faults)
        )
        advice = (
            self.tr("1 piece of advice")
            if checked.advice == 1
            else self.tr("{count} pieces of advice").format(count=checked.advice)
        )
        told = self.tr("{files}: {faults}, {advice}. Every other exercise is not affected.")
        return told.format(files=files, faults=faults, advice=advice)

    def _copy(self) -> None:
        lines = [self._in_short(self._found), *map(str, self._found.findings)]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._say(self.tr("It is on the clipboard."))
        self._announce(self.note.text())

    def _say(self, told: str) -> None:
        self.note.setText(told)
        self.note.setVisible(bool(told))

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back_button)
        head.addStretch(1)
        self.body.insertLayout(0, head)
        tools = FlowRow("findings_tools", self._icons.keeper)
        for button in (self.again_button, self.copy_button):
            tools.add(button)
        self.body.addWidget(tools)
        self.body.addWidget(self.note)
        self._column = QVBoxLayout()
        self.body.addLayout(self._column)
        self.body.addWidget(self.where)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.again_button.clicked.connect(self.refresh)
        self.copy_button.clicked.connect(self._copy)


def _file_of(finding: Finding) -> Path:
    return finding.path
