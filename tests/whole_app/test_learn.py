"""Learn: read a page, be led to an exercise, hear it read, and find the way back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextLayout, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QWidget

from attachcalm.exercises.narration import MANIFEST, clip_key, narration_folder
from attachcalm.learn.shelf import load
from attachcalm.player.ports import Channel
from attachcalm.support.flags import Flag, Health
from attachcalm.support.own import Own
from attachcalm.ui.main_window import MainWindow
from tests.fakes.page_file import GOOD
from tests.whole_app import on_learn
from tests.whole_app.conftest import Laptop

Key = Qt.Key
MOST_LETTERS = 75  # in a line: 70, and what the last word of a line of narrow letters adds


def press(window: MainWindow, key: Key) -> None:
    """Press a key as the window system does, on what is laid out and seen."""
    handle = window.windowHandle()
    assert handle is not None
    QApplication.processEvents()
    QTest.keyClick(handle, key)
    for _ in range(3):
        QApplication.processEvents()


def test_a_page_is_read_and_leads_to_an_exercise(laptop: Laptop) -> None:
    """By mouse: Learn, a page, its exercise, and the same page of questions as from Exercises."""
    window = laptop.open()
    laptop.click("nav_learn")
    laptop.bot.waitUntil(lambda: window.pages.learn().is_filled, timeout=20_000)

    laptop.click("read_closeness-and-calm")

    page = window.pages.leaflet()
    assert window.pages.here == "leaflet"
    assert page.title.text() == "Closeness and calm"
    assert laptop.find("nav_learn", QRadioButton).isChecked()
    laptop.click("start_safe-person")
    assert window.pages.here == "practice"
    assert laptop.find("before_title", QLabel).text() == "Someone in your corner"


def test_the_same_by_keys_alone(laptop: Laptop) -> None:
    """Ctrl+4, Tab, Space; the page scrolls by keys; Tab to its exercise; Esc back to the list."""
    window = laptop.open()
    laptop.take_keyboard()
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    laptop.bot.waitUntil(lambda: window.pages.learn().is_filled, timeout=20_000)
    tab_to(window, "read_four-patterns")
    press(window, Key.Key_Space)

    page = window.pages.leaflet()
    assert window.focusWidget() is page
    press(window, Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0
    tab_to(window, "leaflet_back")
    tab_to(window, "start_safe-person")
    tab_to(window, "leaflet_next")
    press(window, Key.Key_Space)
    assert page.title.text() == "The map in your head"
    assert page.verticalScrollBar().value() == 0
    press(window, Key.Key_Escape)
    assert window.pages.here == "learn"
    assert laptop.find("read_four-patterns", QPushButton).hasFocus()


def tab_to(window: MainWindow, name: str) -> None:
    """Go on with Tab until the control of this name has the keyboard."""
    target = window.findChild(QWidget, name)
    for _ in range(60):
        if window.focusWidget() is target:
            return
        press(window, Key.Key_Tab)
    pytest.fail(f"Tab does not come to {name}")


def test_support_is_there_and_leads_back_to_the_page(laptop: Laptop) -> None:
    """F9 and back, and one is where one was reading."""
    window = laptop.open()
    laptop.take_keyboard()
    page = on_learn.opened(laptop, window)
    press(window, Key.Key_PageDown)
    was_at = page.verticalScrollBar().value()
    assert was_at > 0

    press(window, Key.Key_F9)
    assert window.pages.here == "support"
    laptop.click("support_back")

    assert window.pages.here == "leaflet"
    assert page.verticalScrollBar().value() == was_at


def test_an_exercise_that_is_not_there_is_left_out_quietly(laptop: Laptop) -> None:
    """Nothing is said of it, and a line before nothing is not there either."""
    folder = laptop.paths.own_pages
    folder.mkdir(parents=True)
    told = GOOD.replace("[long-out, five-senses]", "[no-such-one, five-senses]")
    told = told.replace("exercises: [orient-room]", "exercises: [none-at-all]\n    lead: Or these.")
    (folder / "tide-and-shore.yaml").write_text(told, encoding="utf-8")
    window = laptop.open()

    page = on_learn.opened(laptop, window, "tide-and-shore")

    assert page.text is not None
    assert [row.card.id for row in page.text.rows] == ["five-senses"]
    assert "Or these." not in [label.text() for label in page.findChildren(QLabel)]


def test_a_file_with_a_fault_costs_that_page_only(laptop: Laptop) -> None:
    """The nine are there, and the page says which file, where and why."""
    folder = laptop.paths.own_pages
    folder.mkdir(parents=True)
    (folder / "spoilt.yaml").write_text(GOOD.replace("order: 5", "order: 0"), encoding="utf-8")
    window = laptop.open()

    names = on_learn.listed(laptop, window)

    assert len(names) == 9
    card = window.pages.learn().problems_card
    assert card.isVisible()
    told = [label.text() for label in card.findChildren(QLabel)]
    assert "spoilt.yaml, 4:1 - order must be at least 1 (got 0)" in told


def test_what_a_persons_answers_keep_back_says_so(laptop: Laptop) -> None:
    """The way is open all the same: the next page has the reason and what fits instead."""
    window = laptop.open()
    page = on_learn.opened(laptop, window, "closeness-and-calm")
    assert page.text is not None
    assert page.findChild(QLabel, "reason_calm-place") is None

    flags = frozenset({Flag.SUBSTANCES})
    window.own.change(Own(health=Health(flags, laptop.wall().date())))

    assert laptop.find("reason_calm-place", QLabel).text().startswith("With alcohol or drugs")
    laptop.click("start_calm-place")
    assert window.pages.practice().before.waiting.isVisible()


def test_a_screen_reader_hears_headings_and_what_drawings_show(laptop: Laptop) -> None:
    """Each is told as what it is, with its words."""
    window = laptop.open()
    on_learn.opened(laptop, window)

    roles = {}
    for name in ("leaflet_title", "block_0", "leaflet_about_title"):
        spoken = QAccessible.queryAccessibleInterface(laptop.find(name, QLabel))
        roles[spoken.text(QAccessible.Text.Name)] = spoken.role()
    drawing = laptop.find("block_3", QWidget)
    told = QAccessible.queryAccessibleInterface(drawing)

    assert roles == dict.fromkeys(
        ("Four ways to stay close", "Where the idea comes from", "Where this comes from"),
        QAccessible.Role.Heading,
    )
    assert told.role() == QAccessible.Role.Graphic
    assert told.text(QAccessible.Text.Name) == "Two questions, and four ways between them"
    assert "Nobody is a corner" in told.text(QAccessible.Text.Description)
    assert "Nobody is a corner" in laptop.find("block_3_told", QLabel).text()


@pytest.mark.parametrize("size", [(1180, 800), (1900, 1000)])
@pytest.mark.parametrize("scale", [100, 200])
def test_lines_are_of_a_length_that_is_easy_to_read(
    laptop: Laptop, size: tuple[int, int], scale: int
) -> None:
    """However wide the window is, about seventy letters at most."""
    window = laptop.open()
    page = on_learn.opened(laptop, window)
    window.settings.change(replace(window.settings.settings, text_size=scale))
    window.resize(*size)
    for _ in range(5):
        QApplication.processEvents()

    assert page.text is not None
    longest = max(
        length
        for label in (*page.text.findChildren(QLabel), page.summary)
        if label.property("kind") != "small"
        for length in lines_of(label)
    )
    assert longest <= MOST_LETTERS
    assert scale == 200 or longest > MOST_LETTERS - 25


def lines_of(label: QLabel) -> list[int]:
    """How many letters stand in each line of a label."""
    layout = QTextLayout(label.text(), label.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    lengths = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(label.width())
        lengths.append(line.textLength())
    layout.endLayout()
    return lengths


# ---------------------------------------------------------------- reading aloud
def with_a_voice(laptop: Laptop, tmp_path: Path, leaflet_id: str, *, but_one: bool = False) -> None:
    """Let a voice have spoken every sentence of this page, or all but the last."""
    ours = laptop.paths.resources
    resources = tmp_path / "resources"
    resources.mkdir()
    for entry in ours.iterdir():
        if entry.name != "audio":
            (resources / entry.name).symlink_to(entry, target_is_directory=entry.is_dir())
    (resources / "audio").mkdir()
    for entry in (ours / "audio").iterdir():
        if entry.name != "narration":
            (resources / "audio" / entry.name).symlink_to(entry)
    shelf = load([laptop.paths.pages])
    leaflet = next(found for found in shelf.leaflets if found.id == leaflet_id)
    lines = list(dict.fromkeys(leaflet.lines()))
    folder = narration_folder(resources / "audio")
    folder.mkdir(parents=True)
    keys = [clip_key(line) for line in (lines[:-1] if but_one else lines)]
    for key in keys:
        (folder / f"{key}.mp3").write_bytes(b"sound")
    told = {"clips": {key: {"duration_ms": 60_000} for key in keys}}
    (folder / MANIFEST).write_text(json.dumps(told), encoding="utf-8")
    laptop.paths = replace(laptop.paths, resources=resources)


def test_there_is_no_button_where_no_voice_has_spoken(laptop: Laptop) -> None:
    """Nothing is promised that is not there."""
    page = on_learn.opened(laptop, laptop.open())

    assert not page.aloud_button.isVisible()


def test_one_sentence_without_a_voice_is_enough_to_hide_it(laptop: Laptop, tmp_path: Path) -> None:
    """A page that falls silent in the middle would be worse than none."""
    with_a_voice(laptop, tmp_path, "four-patterns", but_one=True)
    page = on_learn.opened(laptop, laptop.open())

    assert not page.aloud_button.isVisible()


def test_a_page_is_read_aloud_sentence_by_sentence_to_its_end(
    laptop: Laptop, tmp_path: Path
) -> None:
    """At the person's own volume, in the order of the page, and then the button reads again."""
    with_a_voice(laptop, tmp_path, "four-patterns")
    window = laptop.open()
    window.settings.change(replace(window.settings.settings, voice_volume=40))
    page = on_learn.opened(laptop, window)
    assert page.leaflet is not None

    laptop.click("leaflet_aloud")
    assert laptop.find("leaflet_aloud", QPushButton).text() == "Stop reading"
    for _ in page.leaflet.lines():
        page.reader.go_on()

    played = laptop.sound.told("play", Channel.VOICE)
    assert [call.path.stem for call in played if call.path] == [
        clip_key(line) for line in page.leaflet.lines()
    ]
    assert {call.gain for call in played} == {0.4}
    assert laptop.find("leaflet_aloud", QPushButton).text() == "Read aloud"


@pytest.mark.parametrize("leaving", ["leaflet_aloud", "leaflet_back", "nav_home", "help_now",
                                     "start_safe-person", "leaflet_next"])  # fmt: skip
def test_whoever_leaves_has_heard_enough(laptop: Laptop, tmp_path: Path, leaving: str) -> None:
    """The voice stops when the page does, whichever way it is left."""
    with_a_voice(laptop, tmp_path, "four-patterns")
    window = laptop.open()
    page = on_learn.opened(laptop, window)
    laptop.click("leaflet_aloud")
    assert laptop.sound.heard()

    laptop.find(leaving, QWidget).setFocus()
    laptop.click(leaving)

    assert not page.reader.is_reading
    assert not laptop.sound.heard()
    assert not page.reader.timer_runs
