"""Your records: exported and imported from the settings, with a look before anything is added."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from attachcalm.journal.book import MemoryJournal, NotSavedError
from attachcalm.journal.mood import Mood
from attachcalm.journal.page import CheckIn
from attachcalm.journal.whole import Whole
from attachcalm.records.choices import Role
from attachcalm.records.coming import Opened, read_file
from attachcalm.records.refused import RefusedError
from attachcalm.store.errors import DamagedError
from attachcalm.ui.background import Background
from attachcalm.ui.icons import Icons
from attachcalm.ui.records_card import RecordsCard, with_ending
from attachcalm.ui.records_keeper import Outside, RecordsKeeper
from attachcalm.ui.records_preview import ROLES
from tests.fakes.facts import rated, started
from tests.records.test_json import a_whole
from tests.records.test_others import DAYLIO, TRACKS

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class CountedJournal(MemoryJournal):
    """A journal that counts how often all of it is read, and whose disk can be full."""

    def __init__(self) -> None:
        super().__init__()
        self.reads = 0
        self.is_full = False
        self.is_damaged = False

    def whole(self) -> Whole:
        """Everything, or that it cannot be read."""
        self.reads += 1
        if self.is_damaged:
            raise DamagedError(Path("journal.db"))
        return super().whole()

    def take_in(self, whole: Whole) -> None:
        """All of it, or that there is no room."""
        if self.is_full:
            raise NotSavedError("The disk is full. Nothing was added.")
        super().take_in(whole)


@dataclass
class Desk:
    """The card with a real worker, a journal in memory, and files in a folder."""

    bot: QtBot
    card: RecordsCard
    keeper: RecordsKeeper
    journal: CountedJournal
    background: Background
    folder: Path
    note: str | None = None

    def wait(self, is_done: Callable[[], bool]) -> None:
        """Let the worker finish."""
        self.background._pool.waitForDone()
        self.bot.waitUntil(is_done, timeout=5_000)

    def is_idle(self) -> bool:
        """Whether nothing is being read or written."""
        return self.card.import_button.isEnabled()

    def export(self, name: str) -> Path:
        """Export to a file of this name."""
        path = self.folder / name
        self.card.ask_where = lambda _: path
        self.card.export_button.click()
        self.wait(self.is_idle)
        return path

    def bring(self, content: str) -> None:
        """Choose a file with this in it."""
        path = self.folder / "coming.csv"
        path.write_text(content, encoding="utf-8")
        self.card.ask_which = lambda _: path
        self.card.import_button.click()
        self.wait(self.is_idle)

    def pick(self, number: int, at: int) -> None:
        """Say what a word of the file is."""
        before = self.card.preview.told.text()
        self.card.preview._pickers[number].setCurrentIndex(at)
        self.wait(lambda: self.card.preview.told.text() != before)

    def add(self) -> None:
        """Press Add these."""
        self.card.preview.add_button.click()
        self.wait(self.is_idle)

    def says(self) -> str:
        """The sentence below the buttons."""
        return self.card.note.text() if self.card.note.isVisibleTo(self.card) else ""

    def previews(self) -> bool:
        """Whether a file is being looked at."""
        return self.card.preview.isVisibleTo(self.card)


def made_pack(path: Path, notes: bool) -> None:
    """What the worker would write; tests/reports tries the real one."""
    if path.name == "refused.zip":
        raise RefusedError("The stick is full.")
    path.write_bytes(b"with notes" if notes else b"without")


@pytest.fixture
def desk(qtbot: QtBot, icons: Icons, tmp_path: Path) -> Iterator[Desk]:
    """Two sittings are in the journal."""
    card = RecordsCard(icons)
    qtbot.addWidget(card)
    owner = QObject(card)
    background = Background(owner)
    journal = CountedJournal()
    begun = started(before=Mood(7, 0))
    journal.add([begun, rated(begun, Mood(4, 0)), started()])
    outside = Outside(journal, lambda: made.note, lambda: NOW, made_pack)
    keeper = RecordsKeeper(card, outside, background)
    made = Desk(qtbot, card, keeper, journal, background, tmp_path)
    card.show()
    yield made
    background.finish()


# ---------------------------------------------------------------- out
@pytest.mark.parametrize("name", ["out.json", "out.csv", "out.fhir.json", "OUT.JSON"])
def test_an_export_says_where_it_is_and_who_can_read_it(desk: Desk, name: str) -> None:
    """One read of the journal, and a whole file."""
    path = desk.export(name)

    assert str(path) in desk.says()
    assert "can read it" in desk.says()
    assert "in the place of" not in desk.says()
    assert path.stat().st_size > 300
    assert desk.journal.reads == 1


def test_a_file_that_is_replaced_is_said_to_be(desk: Desk) -> None:
    """Never in silence."""
    desk.export("out.csv")
    desk.export("out.csv")

    assert "in the place of the file that was there" in desk.says()


def test_no_word_of_the_person_goes_into_a_medical_record_unless_they_want(desk: Desk) -> None:
    """The switch is off at first."""
    desk.journal.keep(read_file(_file(desk, DAYLIO)).whole.pages)
    quiet = desk.export("quiet.fhir.json").read_text(encoding="utf-8")
    desk.card.with_texts.switch.click()
    open_ = desk.export("open.fhir.json").read_text(encoding="utf-8")

    assert "with Anna" not in quiet
    assert "with Anna" in open_


@pytest.mark.parametrize("name", ["none/out.csv", "out.doc", ".csv"])
def test_what_cannot_be_written_is_refused_in_a_sentence(desk: Desk, name: str) -> None:
    """And leaves nothing behind."""
    path = desk.export(name)

    assert "Nothing was written." in desk.says()
    assert not path.exists()
    assert list(desk.folder.iterdir()) == []


def test_a_journal_that_cannot_be_opened_is_not_exported_as_an_empty_one(desk: Desk) -> None:
    """Somebody might believe that this was all."""
    desk.note = "The journal is damaged."
    path = desk.export("out.json")

    assert desk.says() == "The journal is damaged. Nothing was written."
    assert not path.exists()
    desk.note, desk.journal.is_damaged = None, True
    desk.export("out.json")
    assert "damaged" in desk.says()


def test_who_changes_their_mind_in_the_dialog_gets_nothing(desk: Desk) -> None:
    """No file, no word."""
    desk.card.ask_where = desk.card.ask_which = lambda _: None
    desk.card.export_button.click()
    desk.card.import_button.click()

    assert desk.says() == ""
    assert desk.is_idle()


# ---------------------------------------------------------------- in
def _file(desk: Desk, content: str) -> Path:
    path = desk.folder / "file.csv"
    path.write_text(content, encoding="utf-8")
    return path


def test_what_a_file_adds_is_shown_before_anything_is_added(desk: Desk) -> None:
    """Add these adds it, says so, and tells the window."""
    desk.bring(DAYLIO)
    told = desk.card.preview.told.text()

    assert "It adds 3 ratings and 3 check-ins from 4 January 2024" in told
    assert desk.journal.pages() == ()
    with desk.bot.waitSignal(desk.card.added, timeout=5_000):
        desk.card.preview.add_button.click()

    assert len(desk.journal.pages()) == 3
    assert desk.says().startswith("Added 3 ratings and 3 check-ins")
    assert not desk.previews()
    assert desk.journal.reads == 1


def test_leave_it_adds_nothing(desk: Desk) -> None:
    """Whatever was chosen before, and whatever the worker still says."""
    desk.bring(DAYLIO)
    desk.card.preview._pickers[0].setCurrentIndex(5)
    desk.card.preview.leave_button.click()
    desk.wait(desk.is_idle)
    desk.bot.wait(50)

    assert desk.says() == "Nothing was added."
    assert not desk.previews()
    assert desk.journal.pages() == ()
    desk.card.preview.add_wanted.emit()
    assert desk.journal.pages() == ()


def test_the_person_says_how_much_distress_their_own_mood_is(desk: Desk) -> None:
    """At once it counts in; nothing is read again."""
    desk.bring(DAYLIO)
    names = [each.word for each in desk.card.preview._found]
    desk.pick(names.index("happy"), 2)
    desk.pick(names.index("awful"), 0)

    assert "awful (1 line)" in desk.card.preview.told.text()
    desk.add()

    pages = [page for page in desk.journal.pages() if isinstance(page, CheckIn)]
    assert [page.mood.distress for page in pages] == [1, 5, 0]
    assert desk.journal.reads == 1


def test_the_person_says_what_a_tracker_is(desk: Desk) -> None:
    """Where 10 is best, distress is what is missing to 10."""
    desk.bring(TRACKS)
    names = [each.word for each in desk.card.preview._found]
    desk.pick(names.index("Mood"), ROLES.index(Role.TURNED))
    desk.add()

    pages = [page for page in desk.journal.pages() if isinstance(page, CheckIn)]
    assert [page.mood.distress for page in pages] == [0, 7, 7]


def test_what_is_here_already_cannot_be_added(desk: Desk) -> None:
    """There is nothing to press but Leave it."""
    desk.bring(DAYLIO)
    desk.add()
    desk.bring(DAYLIO)

    assert "All of it is in your journal already." in desk.card.preview.told.text()
    assert not desk.card.preview.add_button.isVisibleTo(desk.card)
    desk.card.preview.leave_button.click()
    assert len(desk.journal.pages()) == 3


def test_records_of_ones_own_go_out_and_come_back(desk: Desk) -> None:
    """Through the card alone, into another journal."""
    desk.journal.take_in(a_whole())
    whole = desk.journal.whole()
    content = desk.export("out.json").read_text(encoding="utf-8")
    empty = CountedJournal()
    desk.keeper._outside = Outside(empty, lambda: None, lambda: NOW, made_pack)

    desk.bring(content)
    assert desk.card.preview._pickers == []
    desk.add()

    assert set(empty.whole().facts) == set(whole.facts)
    assert (empty.whole().remarks, empty.whole().pages) == (whole.remarks, whole.pages)


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", "{", '{"attachcalm":"records","format":9}'])
def test_a_file_that_cannot_be_taken_in_is_refused_in_a_sentence(desk: Desk, content: str) -> None:
    """Nothing is shown of it but why."""
    desk.bring(content)

    assert desk.says().endswith("Nothing was added.")
    assert len(desk.says()) < 250
    assert not desk.previews()


def test_a_full_disk_is_told_and_nothing_is_added(desk: Desk) -> None:
    """In the journal's own words, once."""
    desk.journal.is_full = True
    desk.bring(DAYLIO)
    desk.add()

    assert desk.says() == "The disk is full. Nothing was added."
    assert desk.journal.pages() == ()


def test_an_error_that_nobody_expected_is_told_calmly(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a word of its own: it could hold what the person wrote."""

    def fail(path: Path) -> Opened:
        raise RuntimeError("Anna")

    monkeypatch.setattr(Opened, "read", fail)
    desk.bring(DAYLIO)

    assert desk.says() == "Something unexpected went wrong. Nothing was added."


def test_the_keyboard_goes_to_what_comes_next(desk: Desk) -> None:
    """From Import to Add these, and back to Import."""
    with desk.bot.waitActive(desk.card):
        desk.card.activateWindow()
    desk.card.import_button.setFocus()

    desk.bring(DAYLIO)
    assert desk.card.preview.add_button.hasFocus()
    desk.add()
    assert desk.card.import_button.hasFocus()
    desk.bring(DAYLIO)
    assert desk.card.preview.leave_button.hasFocus()
    desk.card.preview.leave_button.click()
    assert desk.card.import_button.hasFocus()


# ---------------------------------------------------------------- a pack to keep
@pytest.mark.parametrize("notes", [False, True])
def test_a_pack_is_written_with_or_without_notes(desk: Desk, notes: bool) -> None:
    """The switch beside it decides, and the card says where it is."""
    path = desk.folder / "pack.zip"
    desk.card.ask_where_to_pack = lambda _: path
    if notes:
        desk.card.with_texts.switch.click()

    desk.card.pack_button.click()

    desk.wait(lambda: "pack.zip" in desk.card.note.text())
    assert path.read_bytes() == (b"with notes" if notes else b"without")


def test_a_pack_that_is_refused_is_told(desk: Desk) -> None:
    """In the card, and nothing is written."""
    desk.card.ask_where_to_pack = lambda _: desk.folder / "refused.zip"

    desk.card.pack_button.click()

    desk.wait(lambda: "The stick is full." in desk.card.note.text())
    assert not (desk.folder / "refused.zip").exists()


# ---------------------------------------------------------------- the name of an export
def test_an_ending_that_is_added_takes_no_file_away(tmp_path: Path) -> None:
    """The dialog asks before it replaces what was chosen, and what was chosen had no ending."""
    chosen = tmp_path / "records"

    assert with_ending(chosen, ".json") == tmp_path / "records.json"
    (tmp_path / "records.json").touch()
    (tmp_path / "records 2.json").touch()
    assert with_ending(chosen, ".json") == tmp_path / "records 3.json"
    assert with_ending(chosen, ".fhir.json") == tmp_path / "records.fhir.json"


def test_a_name_that_has_its_ending_stays_as_it_was_chosen(tmp_path: Path) -> None:
    """The dialog has asked about it."""
    for name in ("records.json", "R.JSON", "r.csv", "r.fhir.json"):
        (tmp_path / name).touch()
        assert with_ending(tmp_path / name, ".csv") == tmp_path / name
