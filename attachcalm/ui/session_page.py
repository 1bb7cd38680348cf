"""The session page: the last weeks on one sheet, edited by the person, seen before it is saved."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attachcalm.reports.pdf import PaperSize
from attachcalm.settings import Settings
from attachcalm.ui.background import Background
from attachcalm.ui.icons import Icons
from attachcalm.ui.session_choice import SessionChoice
from attachcalm.ui.session_job import Press, Proof, proof_of
from attachcalm.ui.session_sheets import LEAST, SessionSheets
from attachcalm.ui.where_to_save import WhereToSave
from attachcalm.ui.widgets.buttons import ghost_button, primary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import words

SETTLE_MS = 400  # after the last key, before the page is set anew
WIDE = 560  # px at 100 %: the picture of the page


class SessionPage(ScrollPage):
    """Choices on one side; on the other the exact page that will be saved."""

    settings_changed = Signal(object)  # the whole Settings
    left = Signal()
    proofed = Signal()  # the picture of the last choice is on the screen

    def __init__(
        self, icons: Icons, settings: Settings, press: Press, background: Background,
        today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(
            "session", icons.keeper, self.tr("A page for the session"),
            self.tr("The last weeks on one sheet, as you want them to be seen. Nothing is sent."),
        )  # fmt: skip
        self._icons = icons
        self._press = press
        self._background = background
        self._today = today
        self._asked = 0
        self._proof: Proof | None = None
        self.choose_file: Callable[[], Path | None] = self._ask_where
        self.back_button = ghost_button("session_back", self.tr("Back"), icons, "arrow-left")
        self.choice = SessionChoice(icons, settings)
        self.sheets = SessionSheets(icons.keeper)
        self.note = words("small", "", "session_note")
        self.save_button = primary_button(
            "session_save", self.tr("Save as PDF …"), icons, "download"
        )
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SETTLE_MS)
        self._arrange()
        self._connect()

    @property
    def proof(self) -> Proof | None:
        """The page as it would be saved."""
        return self._proof

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin on top, with the page as it is today."""
        super().showEvent(event)
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Set the page anew, in the worker."""
        self._asked += 1
        self.save_button.setEnabled(False)
        paper = PaperSize(self.choice.paper)
        room = self._icons.keeper.look.px(WIDE)
        if self.sheets.width() > LEAST:  # drawn as large as it is shown, it is sharp
            room = min(room, self.sheets.width())
        width = round(room * self.devicePixelRatioF())
        job = partial(proof_of, self._press, self.choice.choice(), paper, self._today(), width)
        self._background.run(job, partial(self._show, self._asked))

    def _show(self, asked: int, result: object) -> None:
        if asked != self._asked:
            return  # another one is on its way
        if not isinstance(result, Proof):
            self.note.setText(self.tr("The page could not be made. Nothing is lost."))
            return
        self._proof = result
        self.sheets.show_pages(result.pages, result.texts, self.devicePixelRatioF())
        more = len(result.pages)
        self.note.setText(
            self.tr("This is exactly what the file holds.")
            if more == 1
            else self.tr("It takes {n} pages. Leave something out to have it on one.").format(
                n=more
            )
        )
        self.save_button.setEnabled(True)
        self.proofed.emit()

    # ------------------------------------------------------------ what the person does
    def _changed(self, settings: Settings) -> None:
        self.settings_changed.emit(settings)
        self.save_button.setEnabled(False)
        self._later.start()

    def _save(self) -> None:
        path = self.choose_file()
        if path is not None and self._proof is not None:
            from attachcalm.charts.files import save_bytes

            self._background.run(partial(save_bytes, path, self._proof.setting.pdf), self._saved)

    def _saved(self, result: object) -> None:
        if isinstance(result, Exception):
            self.note.setText(str(result))
        else:
            self.note.setText(self.tr("It is saved. Whoever gets the file can read it."))

    def _ask_where(self) -> Path | None:
        kinds = {self.tr("Page (*.pdf)"): "pdf"}
        return WhereToSave(self, self.tr("Save the page"), "session", kinds).ask()

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back_button)
        head.addStretch(1)
        self.body.insertLayout(0, head)
        proof = Card("session_proof", self._icons.keeper, self.tr("The page"))
        foot = QHBoxLayout()
        foot.addWidget(self.save_button)
        foot.addWidget(self.note, 1)
        proof.body.addLayout(foot)
        proof.body.addWidget(self.sheets)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(proof)
        column.addStretch(1)
        columns = Columns("session_columns", self._icons.keeper)
        columns.add(self.choice, 2)
        columns.add(side, 3)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.choice.changed.connect(self._changed)
        self._later.timeout.connect(self.refresh)
        self.save_button.clicked.connect(self._save)
