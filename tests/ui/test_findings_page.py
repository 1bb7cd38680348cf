"""The check of one's own exercises in the window: seen, copied, checked again."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from attachcalm.exercises.library import Library, load
from attachcalm.player.checker import Around, check_paths
from attachcalm.ui.background import Background, Told
from attachcalm.ui.findings_job import CheckUp
from attachcalm.ui.findings_page import MOST_SHOWN, FindingsPage
from attachcalm.ui.icons import Icons
from tests.fakes.clean_exercise import CLEAN, TODAY


class Hand:
    """A worker that works when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], object], Told]] = []

    def run(self, job: Callable[[], object], told: Told) -> None:
        self.waiting.append((job, told))

    def work(self) -> None:
        """Do the oldest job, and tell what came of it or went wrong."""
        job, told = self.waiting.pop(0)
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 - as Background does
            result = error
        told(result)


@pytest.fixture
def hand() -> Hand:
    """The worker."""
    return Hand()


@pytest.fixture
def page(qtbot: QtBot, icons: Icons, tmp_path: Path, hand: Hand) -> FindingsPage:
    """The page of an empty folder, shown; the first check waits."""

    def check() -> CheckUp:
        library = load([tmp_path])
        return CheckUp(check_paths([tmp_path], Around(TODAY, library)), library)

    made = FindingsPage(icons, tmp_path, check, cast("Background", hand))
    qtbot.addWidget(made)
    made.show()
    return made


def texts(page: FindingsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_while_it_reads_it_says_so(page: FindingsPage, hand: Hand) -> None:
    """The window does not wait, and there is nothing to copy yet."""
    assert page.sentence.text() == "Reading the files…"
    assert not page.copy_button.isEnabled()
    assert len(hand.waiting) == 1


def test_an_empty_folder_is_no_fault(page: FindingsPage, hand: Hand, tmp_path: Path) -> None:
    """Most people have written none; they see where the first would lie."""
    hand.work()

    assert page.sentence.text() == "No exercise of your own is there yet."
    assert page.cards == []
    assert not page.copy_button.isEnabled()
    assert str(tmp_path) in texts(page)


def test_each_file_has_a_card_with_place_reason_and_way_out(
    page: FindingsPage, hand: Hand, tmp_path: Path
) -> None:
    """A fault in one file, advice in another."""
    (tmp_path / "a.yaml").write_text(CLEAN.replace("gate: 0", "gate: 7"), encoding="utf-8")
    mild = CLEAN.replace("Take your time.", "Take your time!")
    (tmp_path / "slow-waves.yaml").write_text(mild, encoding="utf-8")
    hand.work()

    assert page.sentence.text() == (
        "2 files were read: 1 fault, 1 piece of advice. Every other exercise is not affected."
    )
    assert [card.title.text() for card in page.cards] == ["a.yaml", "slow-waves.yaml"]
    assert page.cards[0].sentence.text() == (
        "It is not among the exercises until its faults are mended."
    )
    assert page.cards[1].sentence.text() == "It is among the exercises, and could be better."
    told = texts(page)
    assert "Line 9, column 1 · fault" in told
    assert "Gate must be at most 3 (got 7)." in told
    assert "Line 33, column 9 · advice" in told
    assert "Take it out, or write a full stop." in told


def test_a_mended_file_is_clean_at_the_next_check_and_in_the_library(
    page: FindingsPage, hand: Hand, tmp_path: Path, qtbot: QtBot
) -> None:
    """Nobody has to start the app again."""
    file = tmp_path / "slow-waves.yaml"
    file.write_text(CLEAN.replace("gate: 0", "gate: 7"), encoding="utf-8")
    libraries: list[Library] = []
    page.library_read.connect(libraries.append)
    hand.work()
    file.write_text(CLEAN, encoding="utf-8")

    page.again_button.click()
    hand.work()

    assert page.sentence.text() == "1 file was read. There is nothing to mend."
    assert page.cards == []
    assert [len(library.cards) for library in libraries] == [0, 1]


def test_the_keyboard_stays_on_check_again(
    page: FindingsPage, hand: Hand, tmp_path: Path, qtbot: QtBot
) -> None:
    """A button that waits gives the keyboard away; it comes back."""
    hand.work()
    page.again_button.setFocus()

    page.again_button.click()
    hand.work()

    assert page.window().focusWidget() is page.again_button


def test_copy_takes_every_finding_as_the_command_prints_it(
    page: FindingsPage, hand: Hand, tmp_path: Path
) -> None:
    """For a mail to whoever helps; and it says that it did."""
    file = tmp_path / "slow-waves.yaml"
    file.write_text(CLEAN.replace("Take your time.", "Take your time!"), encoding="utf-8")
    hand.work()

    page.copy_button.click()

    assert QGuiApplication.clipboard().text() == (
        "1 file was read: 0 faults, 1 piece of advice. Every other exercise is not affected.\n"
        f'{file}:33:9: advice: "Take your time!" has an exclamation mark. Take it '
        "out, or write a full stop."
    )
    assert page.note.text() == "It is on the clipboard."


def test_more_than_a_hundred_are_counted_and_not_all_shown(
    page: FindingsPage, hand: Hand, tmp_path: Path
) -> None:
    """A hundred rows are enough to mend first."""
    many = "".join(f"      - pause: 0.001\n        show: A{n}!\n" for n in range(60))
    for name in ("a", "b"):
        text = CLEAN.replace("      - pause: 15\n", many + "      - pause: 15\n")
        text = text.replace("id: slow-waves", f"id: {name}")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    hand.work()

    rows = [text for text in texts(page) if text.startswith("Line ")]
    assert len(rows) == MOST_SHOWN
    assert page.note.text() == "20 more are not shown here. Copy has them all."


def test_it_reads_once_however_often_it_is_asked(page: FindingsPage, hand: Hand) -> None:
    """Whoever presses three times waits no longer for it."""
    page.again_button.click()
    page.again_button.click()

    assert len(hand.waiting) == 1
    hand.work()
    page.again_button.click()
    assert len(hand.waiting) == 1


def test_a_check_that_goes_wrong_is_told_and_can_be_asked_for_again(
    qtbot: QtBot, icons: Icons, tmp_path: Path, hand: Hand
) -> None:
    """Nothing is lost by it."""

    def fail() -> CheckUp:
        raise OSError

    page = FindingsPage(icons, tmp_path, fail, cast("Background", hand))
    qtbot.addWidget(page)
    page.show()
    hand.work()

    assert page.sentence.text() == "The files could not be checked. Nothing is lost."
    assert page.again_button.isEnabled()
