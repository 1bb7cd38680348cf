"""Your records: all of them out as a file, and ratings in from another one."""

from collections.abc import Callable
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from attachcalm.records.coming import Coming
from attachcalm.records.export import ENDINGS
from attachcalm.records.news import News
from attachcalm.records.sentences import added_line, preview_lines
from attachcalm.ui.icons import Icons
from attachcalm.ui.records_preview import RecordsPreview
from attachcalm.ui.widgets.buttons import secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.switch_row import SwitchRow
from attachcalm.ui.widgets.text import words

NAME = "attachcalm-records"


def ask_where(parent: QWidget) -> Path | None:
    """Ask for a file to write; None if the person changed their mind.

    The dialog is Qt's own: those of the system remember the file among the recent ones.
    """
    kinds = {
        parent.tr("Everything (*.json)"): ".json",
        parent.tr("Ratings, for a spreadsheet (*.csv)"): ".csv",
        parent.tr("For a medical record, FHIR (*.fhir.json)"): ".fhir.json",
    }
    dialog = QFileDialog(parent, parent.tr("Save all your records"), str(Path.home()))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    dialog.selectFile(NAME)
    chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    ending = kinds[dialog.selectedNameFilter()]
    dialog.deleteLater()
    return None if chosen is None else with_ending(chosen, ending)


def with_ending(chosen: Path, ending: str) -> Path:
    """The file with this ending if it has none of ours; then one that takes no other's place.

    The dialog asks before a file is replaced, but knows only of the name that was chosen.
    """
    if chosen.name.lower().endswith(ENDINGS):
        return chosen
    names = chain((chosen.name,), (f"{chosen.name} {number}" for number in count(2)))
    paths = (chosen.with_name(f"{name}{ending}") for name in names)
    return next(path for path in paths if not path.exists())


def ask_where_to_pack(parent: QWidget) -> Path | None:
    """Ask for a pack to write; None if the person changed their mind."""
    dialog = QFileDialog(parent, parent.tr("Save a pack to keep"), str(Path.home()))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([parent.tr("Pack (*.zip)")])
    dialog.setDefaultSuffix("zip")
    dialog.selectFile(f"{NAME}.zip")
    chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    dialog.deleteLater()
    return chosen


def ask_which(parent: QWidget) -> Path | None:
    """Ask for a file to read; None if the person changed their mind."""
    dialog = QFileDialog(parent, parent.tr("Import records"), str(Path.home()))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([parent.tr("Records (*.json *.csv)"), parent.tr("All files (*)")])
    chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    dialog.deleteLater()
    return chosen


class RecordsCard(Card):
    """Two buttons; what an import would add is shown before anything is added."""

    export_wanted = Signal(object, bool)  # Path, whether the person's words come along
    import_wanted = Signal(object)  # Path
    pack_wanted = Signal(object, bool)  # Path, whether the report has the person's notes
    added = Signal()  # the journal has more than before

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            "settings_records", icons.keeper, self.tr("Your records"),
            self.tr("Take all of it with you, or bring in what you wrote elsewhere: records of "
                    "AttachCalm, or a CSV of Daylio, Track & Graph or Loop Habit Tracker."),
        )  # fmt: skip
        self.ask_where: Callable[[QWidget], Path | None] = ask_where
        self.ask_where_to_pack: Callable[[QWidget], Path | None] = ask_where_to_pack
        self.ask_which: Callable[[QWidget], Path | None] = ask_which
        self.export_button = secondary_button(
            "records_export", self.tr("Save all …"), icons, "download",
            says=self.tr("Save all your records as a file"),
        )  # fmt: skip
        self.import_button = secondary_button(
            "records_import", self.tr("Import …"), icons, "folder-open",
            says=self.tr("Import records"),
        )  # fmt: skip
        self.pack_button = secondary_button(
            "records_pack", self.tr("A pack to keep …"), icons, "file-text",
            says=self.tr("Save a pack to keep, readable without AttachCalm"),
        )  # fmt: skip
        self.with_texts = SwitchRow(
            "records_with_texts", self.tr("My notes in a medical record or report too"),
            self.tr("Off, neither has any notes. A .json always holds all of them."),
            icons.keeper,
        )  # fmt: skip
        self._buttons = (self.export_button, self.pack_button, self.import_button)
        self.note = words("", "", "records_note")
        self._had_keyboard = False  # before a control was disabled that had it
        self.preview = RecordsPreview(icons)
        self._arrange(icons)
        self.export_button.clicked.connect(self._export)
        self.import_button.clicked.connect(self._import)
        self.pack_button.clicked.connect(self._pack)
        self.preview.left.connect(self.leave)

    # ------------------------------------------------------------ what is told
    def say_exported(self, path: Path, *, replaced: bool) -> None:
        """Say where it is, and that another file is gone, if one is."""
        told = self.tr("Your records are in {path}. Whoever has the file can read it.")
        if replaced:
            told = self.tr(
                "Your records are in {path}, in the place of the file that was there. Whoever has "
                "the file can read it."
            )
        self._say("ok", told.format(path=path))

    def show_preview(self, coming: Coming, news: News) -> None:
        """Show what would be added; nothing has been."""
        self._say("", "")
        self.preview.show_lines(
            preview_lines(coming, news), coming.found, can_add=not news.is_empty
        )
        if not any(control.hasFocus() for control in self.preview.controls):
            self.preview.take_focus()

    def say_added(self, news: News) -> None:
        """Say what was added."""
        self._forget()
        self._say("ok", added_line(news))
        self.added.emit()

    def refuse(self, why: str) -> None:
        """Say why nothing was written or added."""
        self._forget()
        self._say("warn", why)

    def leave(self) -> None:
        """Nothing is added after all."""
        self._forget()
        self._say("", self.tr("Nothing was added."))

    # ------------------------------------------------------------ what is wanted
    def _export(self) -> None:
        path = self.ask_where(self)
        if path is not None:
            self.preview.forget()
            self._say("", self.tr("Writing …"), is_busy=True)
            self.export_wanted.emit(path, self.with_texts.is_on())

    def _pack(self) -> None:
        path = self.ask_where_to_pack(self)
        if path is not None:
            self.preview.forget()
            self._say("", self.tr("Writing …"), is_busy=True)
            self.pack_wanted.emit(path, self.with_texts.is_on())

    def _import(self) -> None:
        path = self.ask_which(self)
        if path is not None:
            self.preview.forget()
            self._say("", self.tr("Reading …"), is_busy=True)
            self.import_wanted.emit(path)

    def say_adding(self) -> None:
        """Say that it takes a moment."""
        self._say("", self.tr("Adding …"), is_busy=True)

    def _say(self, kind: str, told: str, *, is_busy: bool = False) -> None:
        self._note_keyboard()
        self.note.setProperty("kind", kind)
        self.note.style().polish(self.note)
        self.note.setText(told)
        self.note.setVisible(bool(told))
        self.preview.setEnabled(not is_busy)
        for button in self._buttons:
            button.setEnabled(not is_busy)
        if not is_busy and self._had_keyboard and not self.preview.isVisible():
            self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._had_keyboard &= is_busy

    def _forget(self) -> None:
        """Show nothing of the last file any more."""
        self._note_keyboard()
        self.preview.forget()

    def _note_keyboard(self) -> None:
        controls = (*self._buttons, *self.preview.controls)
        self._had_keyboard |= any(control.hasFocus() for control in controls)

    def _arrange(self, icons: Icons) -> None:
        ways = FlowRow("records_buttons", icons.keeper)
        for button in self._buttons:
            ways.add(button)
        for part in (ways, self.with_texts, self.note, self.preview):
            self.body.addWidget(part)
        self.note.hide()
        self.preview.hide()
