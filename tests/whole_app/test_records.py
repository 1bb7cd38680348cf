"""A person's records leave the app, come back, and come from elsewhere; nothing is in between."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle
from sqlalchemy.exc import IntegrityError

from attachcalm.cli import run
from attachcalm.journal.mood import Mood
from attachcalm.journal.whole import Whole
from attachcalm.log import close_log
from attachcalm.paths import find_paths
from attachcalm.records.export import Export, save
from attachcalm.store.journal import SqlJournal
from attachcalm.store.late import LateJournal
from attachcalm.ui.main_window import MainWindow
from tests.fakes.facts import checked_in, ended, remarked, started
from tests.records.test_json import a_whole
from tests.records.test_others import DAYLIO, TRACKS
from tests.whole_app.conftest import Laptop

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[list[str]]:
    """The option that keeps everything inside a temporary folder; some records are there."""
    made = ["--data-dir", str(tmp_path / "data")]
    journal_in(made).take_in(a_whole())
    yield made
    close_log()


@pytest.fixture
def elsewhere(tmp_path: Path) -> list[str]:
    """Another laptop, on which nothing was ever recorded."""
    return ["--data-dir", str(tmp_path / "other")]


def journal_in(where: list[str]) -> LateJournal:
    """What is on the disk there."""
    return LateJournal(find_paths(Path(where[1])).database)


# ---------------------------------------------------------------- the command line
def test_everything_moves_to_another_laptop_and_only_once(
    here: list[str], elsewhere: list[str], tmp_path: Path, capsys: Captured
) -> None:
    """Exported, looked at without adding, added, and added again."""
    file = str(tmp_path / "all.json")
    assert run([*here, "export", file]) == 0
    assert "can read it" in capsys.readouterr().err

    assert run([*elsewhere, "import", file, "--dry-run"]) == 0
    assert "It adds 1 sitting, 5 ratings, 1 remark and 3 pages" in capsys.readouterr().out
    assert journal_in(elsewhere).whole() == Whole()

    assert run([*elsewhere, "import", file]) == 0
    assert "Added 1 sitting" in capsys.readouterr().out
    assert journal_in(elsewhere).whole() == journal_in(here).whole()

    assert run([*elsewhere, "import", file]) == 0
    assert "Nothing was added" in capsys.readouterr().out
    assert journal_in(elsewhere).whole() == journal_in(here).whole()


def test_the_ending_says_what_is_written(here: list[str], tmp_path: Path, capsys: Captured) -> None:
    """A table, a bundle that validates, and the person's words in it only if they ask."""
    table, bundle, worded = (tmp_path / name for name in ("r.csv", "r.FHIR.json", "w.fhir.json"))
    for arguments in ([str(table)], [str(bundle)], [str(worded), "--with-texts"]):
        assert run([*here, "export", *arguments]) == 0

    assert table.read_bytes().startswith(b"\xef\xbb\xbfkind,local_time,")
    for file in (bundle, worded):
        Bundle.model_validate_json(file.read_bytes())
    assert "café" not in bundle.read_text(encoding="utf-8")
    assert "café" in worded.read_text(encoding="utf-8")


def test_a_file_that_is_replaced_is_said_to_be_and_is_whole(
    here: list[str], tmp_path: Path, capsys: Captured
) -> None:
    """Through a link as well; only the person may read it; nothing lies beside it."""
    file, link = tmp_path / "out" / "r.json", tmp_path / "link.json"
    file.parent.mkdir()
    file.write_text("old")
    link.symlink_to(file)

    assert run([*here, "export", str(link)]) == 0

    assert "in the place of the file that was there" in capsys.readouterr().err
    assert link.is_symlink()
    assert json.loads(file.read_text(encoding="utf-8"))["format"] == 1
    assert file.stat().st_mode & 0o077 == 0
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["export", "r.doc"], "ends in none of these"),
        (["export", ".json"], "ends in none of these"),
        (["export", "none/r.json"], "No such file or directory"),
        (["export", "{tmp}/folder.csv"], "is no file"),
        (["import", "none.json"], "is not there. Nothing was added."),
        (["import", "{tmp}"], "is not a file"),
        (["import", "{tmp}/bad.json"], "Nothing was added."),
        (["import", "{tmp}/daylio.csv", "--mood", "happy"], "such as happy=1"),
        (["import", "{tmp}/daylio.csv", "--mood", "happy=11"], "'happy=11' is not"),
        (["import", "{tmp}/daylio.csv", "--mood", "happy=-1"], "'happy=-1' is not"),
        (["import", "{tmp}/daylio.csv", "--column", "Mood=good"], "'Mood=good' is not"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    here: list[str], tmp_path: Path, capsys: Captured, arguments: list[str], told: str
) -> None:
    """Exit code 1, and nothing has changed."""
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "bad.json").write_text('{"attachcalm": "records", "format": 2}')
    (tmp_path / "daylio.csv").write_text(DAYLIO, encoding="utf-8")

    assert run([*here, *(each.format(tmp=tmp_path) for each in arguments)]) == 1

    assert told in capsys.readouterr().err
    assert len(journal_in(here).pages()) == 3


def test_a_journal_that_cannot_be_used_is_not_exported_as_an_empty_one(
    elsewhere: list[str], tmp_path: Path, capsys: Captured
) -> None:
    """The file says nothing about records that are there and cannot be read."""
    database = find_paths(Path(elsewhere[1])).database
    database.parent.mkdir(parents=True)
    database.write_bytes(b"no journal" * 100)
    (tmp_path / "daylio.csv").write_text(DAYLIO, encoding="utf-8")

    assert run([*elsewhere, "export", str(tmp_path / "r.json")]) == 1
    assert run([*elsewhere, "import", str(tmp_path / "daylio.csv")]) == 1

    assert "is not a journal of AttachCalm" in capsys.readouterr().err
    assert not (tmp_path / "r.json").exists()
    close_log()


def test_ratings_of_another_program_are_taken_as_the_person_says(
    elsewhere: list[str], tmp_path: Path, capsys: Captured
) -> None:
    """Moods and trackers by name; a name may hold an equals sign."""
    (tmp_path / "d.csv").write_text(DAYLIO.replace("happy", "a=b"), encoding="utf-8")
    (tmp_path / "t.csv").write_text(TRACKS, encoding="utf-8")
    add = [*elsewhere, "import"]

    assert run([*add, str(tmp_path / "d.csv"), "--mood", "a=b=1", "--mood", "awful=out"]) == 0
    assert run([*add, str(tmp_path / "t.csv"), "--column", "Mood=wellbeing"]) == 0

    moods = [getattr(page, "mood", None) for page in journal_in(elsewhere).pages()]
    assert moods == [Mood(0), Mood(7), Mood(7), Mood(1), Mood(5), Mood(0)]
    close_log()


# ---------------------------------------------------------------- all or none
def test_what_is_taken_in_is_whole_or_not_there_at_all(here: list[str]) -> None:
    """The end is refused by the database: then the beginning, written before it, is gone too."""
    journal = journal_in(here)
    before = journal.whole()
    begun = started()
    impossible = replace(ended(begun), practised_ms=-1)

    with pytest.raises(IntegrityError):
        journal.take_in(Whole((begun, impossible), (remarked(),), (checked_in(),)))

    assert journal.whole() == before
    assert journal_in(here).whole() == before


def test_an_export_is_one_picture_of_the_journal(
    here: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read once, and so is it for an import."""
    reads = []
    read = SqlJournal.whole

    def counted(self: SqlJournal) -> Whole:
        reads.append("whole")
        return read(self)

    def refuse(*_: object) -> None:
        raise AssertionError("read a second time")

    monkeypatch.setattr(SqlJournal, "whole", counted)
    for name in ("entries", "pages", "remarks"):
        monkeypatch.setattr(SqlJournal, name, refuse)

    assert run([*here, "export", str(tmp_path / "r.json")]) == 0
    assert reads == ["whole"]
    assert run([*here, "import", str(tmp_path / "r.json")]) == 0
    assert reads == ["whole", "whole"]


def test_no_word_of_the_person_is_in_the_log(
    here: list[str], tmp_path: Path, capsys: Captured
) -> None:
    """Neither of what is written nor of what is read or refused."""
    (tmp_path / "d.csv").write_text(DAYLIO, encoding="utf-8")
    (tmp_path / "bad.csv").write_text("Anna,Anna\n", encoding="utf-8")
    for arguments in (["export", "r.json"], ["import", "d.csv"], ["import", "bad.csv"]):
        run([*here, arguments[0], str(tmp_path / arguments[1])])

    log = find_paths(Path(here[1])).log / "attachcalm.log"
    assert "Anna" not in (log.read_text(encoding="utf-8") if log.exists() else "")


# ---------------------------------------------------------------- the window
def lately(window: MainWindow) -> list[str]:
    """The last sittings that Home knows."""
    return [sitting.exercise_title for sitting in window.home._lately]


def test_what_is_imported_in_the_window_is_seen_on_home_and_on_trends(
    laptop: Laptop, tmp_path: Path
) -> None:
    """Without a new start: the last sittings, the chart, and the journal on the disk."""
    file = tmp_path / "all.json"
    other = LateJournal(tmp_path / "other.db")
    other.take_in(a_whole())
    save(other.whole(), file, Export(laptop.wall(), started().sitting))
    window = laptop.open()
    assert lately(window) == []
    window.go("settings")
    card = window.pages.settings().records
    card.ask_which = lambda _: file

    card.import_button.click()
    laptop.bot.waitUntil(card.preview.isVisible, timeout=20_000)
    laptop.click("records_add")
    laptop.bot.waitUntil(lambda: "Added 1 sitting" in card.note.text(), timeout=20_000)

    assert laptop.entries() == other.entries()
    assert lately(window) == ["Longer out than in"]
    with laptop.bot.waitSignal(window.pages.trends().drawn, timeout=20_000):
        window.go("trends")
    assert len(window.pages.trends()._records.sittings) == 1


def test_the_database_that_an_import_leaves_is_sound(
    here: list[str], elsewhere: list[str], tmp_path: Path
) -> None:
    """SQLite itself finds no fault."""
    run([*here, "export", str(tmp_path / "r.json")])
    run([*elsewhere, "import", str(tmp_path / "r.json")])

    with closing(sqlite3.connect(find_paths(Path(elsewhere[1])).database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    close_log()
