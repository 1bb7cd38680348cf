"""The dress of the app: it parses, it is readable, and it follows wishes."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from attachcalm.settings import TEXT_SIZES
from attachcalm.ui.icons import Icons
from attachcalm.ui.sheet import sheet
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import (
    FONT_FAMILY,
    LIGHT,
    THEMES,
    Look,
    Theme,
)
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.switch_row import SwitchRow
from attachcalm.ui.widgets.text import ShortenedLabel, one_line, steady_digits
from tests.fakes.every_widget import SENTENCE, everything, settle

TEXT_SCALES = tuple(size / 100 for size in TEXT_SIZES)


@pytest.fixture
def page(qtbot: QtBot, icons: Icons) -> ScrollPage:
    """Show a page with everything, as wide as the smallest window."""
    made = everything(icons)
    qtbot.addWidget(made)
    made.resize(940, 600)
    made.show()
    return made


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_every_theme_and_text_size_is_understood_by_qt(
    page: ScrollPage, keeper: LookKeeper, theme: Theme, scale: float
) -> None:
    """Qt warns of rules it cannot read; a warning fails the test by itself."""
    keeper.choose(theme.name, scale, less_motion=None)
    settle(page)
    assert not page.grab().isNull()
    assert theme.primary in QApplication.instance().styleSheet()  # type: ignore[union-attr] # there is one


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_sheet_has_no_colour_of_its_own(theme: Theme) -> None:
    """Every colour in it comes from the tokens, or is mixed from two of them."""
    from attachcalm.ui.tokens import blend

    known = {theme.colour(name) for name in Theme._fields if name not in ("name", "dark")}
    known.add(blend(theme.primary_soft, theme.sunken, 0.6))
    found = set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", sheet(theme, 1.0)))
    assert found
    assert found <= known


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_no_corner_is_rounder_than_its_control_is_high(scale: float) -> None:
    """Qt drops a radius above half the height without a word: heights and radii must agree."""
    for rule in re.findall(r"\{([^}]*)\}", sheet(LIGHT, scale)):
        height = re.search(r"min-height: (\d+)px", rule)
        radius = re.search(r"border-radius: (\d+)px", rule)
        edge = re.search(r"border: (\d+)px solid", rule)
        if height and radius and int(height[1]) > 1:
            whole = int(height[1]) + 2 * int(edge[1] if edge else 0)
            assert int(radius[1]) <= whole / 2, rule


def test_all_three_weights_are_one_family_with_real_faces(bundled_fonts: None) -> None:
    """500 and 600 are drawn from their own files, not faked from the regular one."""
    styles = QFontDatabase.styles(FONT_FAMILY)
    assert {"Regular", "Medium", "SemiBold"} <= set(styles)
    weights = {QFontDatabase.weight(FONT_FAMILY, style) for style in styles}
    assert {400, 500, 600} <= weights


def test_text_is_set_in_the_bundled_font(page: ScrollPage) -> None:
    """Labels really use it, whatever fonts the machine has."""
    assert QFontInfo(page.title.font()).family() == FONT_FAMILY
    assert QFontInfo(page.title.font()).weight() == 600


def test_digits_of_a_clock_have_one_width(qtbot: QtBot, keeper: LookKeeper) -> None:
    """A running clock does not shake, at any text size, though the font's digits differ."""
    plain, clock = one_line("small", "x"), steady_digits(one_line("small", "x"))
    for label in (plain, clock):
        qtbot.addWidget(label)
    keeper.choose("light", 2.0, less_motion=None)
    widths = []
    for label in (plain, clock):
        label.ensurePolished()
        metrics = label.fontMetrics()
        widths.append(metrics.horizontalAdvance("8888") - metrics.horizontalAdvance("1111"))
    assert widths[0] > 0
    assert widths[1] == 0


def test_a_shortened_label_says_all_of_it_in_its_tool_tip(qtbot: QtBot, keeper: LookKeeper) -> None:
    """Where there is no room the tool tip has the whole name, where there is it has nothing."""
    label = ShortenedLabel("muted", "A very long name of an exercise")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert label.toolTip() == "A very long name of an exercise"
    label.resize(800, 20)
    label.grab()
    assert label.toolTip() == ""


def test_the_keeper_tells_of_a_change_once_and_of_none_never(
    qtbot: QtBot, keeper: LookKeeper
) -> None:
    """Everything that keeps something from the old look hears of the new one."""
    with qtbot.waitSignal(keeper.changed) as told:
        keeper.choose("dark", 1.5, less_motion=True)
    assert told.args is not None
    look: Look = told.args[0]
    assert (look.theme.name, look.scale, look.reduced_motion) == ("dark", 1.5, True)
    assert keeper.look == look
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.choose("dark", 1.5, less_motion=True)


def test_less_motion_alone_does_not_dress_the_app_again(
    keeper: LookKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dressing again costs a moment, so it is kept for colours and sizes."""
    dressed: list[object] = []
    monkeypatch.setattr("attachcalm.ui.style.sheet", lambda *seen: dressed.append(seen))
    keeper.choose("light", 1.0, less_motion=True)
    assert keeper.look.reduced_motion
    assert dressed == []


def test_the_keeper_follows_the_system_when_asked_to(
    qtbot: QtBot, qapp: QApplication, keeper: LookKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its dark mode and its wish for contrast are heard while the app runs."""
    hints = qapp.styleHints()
    wishes = {"contrastPreference": "HighContrast", "motionPreference": "ReducedMotion"}
    monkeypatch.setattr(
        "attachcalm.ui.style.system_wants", lambda name, wish: wishes.get(name) == wish
    )
    keeper.choose("system", 1.0, less_motion=None)
    assert keeper.look.theme.name == "contrast"
    assert keeper.look.reduced_motion
    wishes.clear()
    with qtbot.waitSignal(keeper.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert keeper.look.theme.name == "light"
    assert not keeper.look.reduced_motion


def test_an_older_qt_that_cannot_say_wishes_for_nothing() -> None:
    """A preference that this Qt does not know is no wish."""
    from attachcalm.ui.style import system_wants

    assert not system_wants("noSuchPreference", "ReducedMotion")
    assert not system_wants("contrastPreference", "HighContrast")


def test_a_click_on_the_words_of_a_switch_switches(qtbot: QtBot, keeper: LookKeeper) -> None:
    """The whole row is the target, and only the person's doing is told."""
    row = SwitchRow("captions", "Captions", SENTENCE, keeper)
    qtbot.addWidget(row)
    row.resize(500, 80)
    row.show()
    told: list[bool] = []
    row.switched.connect(told.append)
    row.set_on(True)
    assert told == []
    QTest.mouseClick(row.title, Qt.MouseButton.LeftButton)
    assert told == [False]
    assert not row.is_on()
    assert row.switch.accessibleName() == "Captions"
