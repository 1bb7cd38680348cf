"""Fit the breath to me: taps, seconds, holds and cues, kept at once and tried before use."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from attachcalm.settings import Settings
from attachcalm.support.flags import Flag, Health
from attachcalm.support.own import Own
from attachcalm.ui.breath_page import BreathPage
from attachcalm.ui.icons import Icons
from attachcalm.ui.tokens import TARGET_SMALL
from tests.fakes.clock import FakeClock
from tests.fakes.every_widget import settle

ASKED = date(2026, 3, 2)
NOTHING_TO_CARE_FOR = Own(health=Health(frozenset(), ASKED))
SOFTLY = Own(health=Health(frozenset({Flag.BREATH}), ASKED))


class Told:
    """Keeps what the page tells, as the settings' keeper does."""

    def __init__(self, page: BreathPage) -> None:
        self.all: list[Settings] = []
        page.settings_changed.connect(self.keep)

    def keep(self, settings: Settings) -> None:
        self.all.append(settings)

    @property
    def last(self) -> Settings:
        return self.all[-1]


@pytest.fixture
def clock() -> FakeClock:
    """Time that passes only in the test."""
    return FakeClock(1_000)


@pytest.fixture
def page(qtbot: QtBot, icons: Icons, clock: FakeClock) -> BreathPage:
    """The page of somebody whose answers ask for no care, with nothing set."""
    made = BreathPage(icons, Settings(), NOTHING_TO_CARE_FOR, clock)
    qtbot.addWidget(made)
    made.resize(940, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def told(page: BreathPage) -> Told:
    """What it tells."""
    return Told(page)


def tap(page: BreathPage, clock: FakeClock, *gaps: int) -> None:
    """Press Space on the button after each of these times."""
    for gap in (0, *gaps):
        clock.advance(gap)
        QTest.keyClick(page.pace.tap_button, Qt.Key.Key_Space)


def shown_holds(page: BreathPage) -> list[bool]:
    return [not page.strokes[at].isHidden() for at in (1, 3)]


# ---------------------------------------------------------------- the own pace
def test_space_taps_as_soon_as_the_page_is_open(page: BreathPage) -> None:
    """The keyboard is on the button."""
    assert page.pace.tap_button is page.focusWidget()


def test_four_taps_are_a_pace_and_it_is_kept(
    page: BreathPage, told: Told, clock: FakeClock
) -> None:
    """Said in seconds and breaths a minute; two more taps make it finer."""
    tap(page, clock, 4_000, 4_200)
    assert told.all == []
    assert page.pace.told.text() == "3 taps. Go on with your next breath in."

    clock.advance(4_400)
    QTest.keyClick(page.pace.tap_button, Qt.Key.Key_Space)

    assert told.last.breath_cycle_ms == 4_200
    assert page.pace.told.text() == "About 4.2 seconds a breath, 14 breaths a minute."
    assert page.preview.told.text().startswith("Begins at 14 breaths a minute and glides to: ")


def test_the_mouse_taps_at_the_press(page: BreathPage, told: Told, clock: FakeClock) -> None:
    """Not when it is let go, for a breath in begins at a moment."""
    for held in (100, 1_500, 400, 900):
        QTest.mousePress(page.pace.tap_button, Qt.MouseButton.LeftButton)
        clock.advance(held)
        QTest.mouseRelease(page.pace.tap_button, Qt.MouseButton.LeftButton)
        clock.advance(5_000 - held)

    assert told.last.breath_cycle_ms == 5_000


def test_taps_without_a_rhythm_are_no_pace(page: BreathPage, told: Told, clock: FakeClock) -> None:
    """It is said without blame, and nothing is kept."""
    tap(page, clock, 1_000, 9_000, 2_000, 15_000, 4_000)

    assert told.all == []
    assert page.pace.told.text().startswith("No steady rhythm came of these taps, which is fine.")


def test_a_pace_can_be_forgotten(page: BreathPage, told: Told, clock: FakeClock) -> None:
    """The button is there only when there is one; the keyboard goes back to tapping."""
    assert page.pace.forget_button.isHidden()
    tap(page, clock, 4_000, 4_000, 4_000)
    page.pace.forget_button.setFocus()

    QTest.keyClick(page.pace.forget_button, Qt.Key.Key_Space)

    assert told.last.breath_cycle_ms == 0
    assert page.pace.forget_button.isHidden()
    assert page.pace.told.text() == "Not measured: exercises begin at their own pace."
    assert page.pace.tap_button is page.focusWidget()


def test_unfinished_taps_are_let_go_with_the_page(page: BreathPage, clock: FakeClock) -> None:
    """Who comes back begins with the first tap."""
    tap(page, clock, 4_000)

    page.hide()
    page.show()

    assert page.pace.told.text() == "Not measured: exercises begin at their own pace."


# ---------------------------------------------------------------- own seconds and holds
def test_sliders_are_there_when_own_seconds_are_wanted(page: BreathPage, told: Told) -> None:
    """An arrow key is half a second, and it is kept at once."""
    assert all(row.isHidden() for row in page.strokes)

    page.own_switch.switch.click()
    QTest.keyClick(page.strokes[0].slider, Qt.Key.Key_Right)
    QTest.keyClick(page.strokes[1].slider, Qt.Key.Key_Right)

    assert told.last.breath_own
    assert told.last.breath_strokes == (4_500, 500, 6_000, 0)
    assert page.strokes[0].slider.accessibleName() == "Breathe in: 4.5 s"
    assert page.strokes[3].slider.accessibleName() == "Hold, empty: none"
    assert page.preview.told.text() == (
        "In 4.5 s · hold 0.5 s · out 6 s, about 5.5 breaths a minute.")  # fmt: skip


@pytest.mark.parametrize("at, ends", [(0, (1_500, 12_000)), (1, (0, 10_000)),
                                      (2, (1_500, 12_000)), (3, (0, 10_000))])  # fmt: skip
def test_a_slider_ends_where_a_breath_does(
    page: BreathPage, told: Told, at: int, ends: tuple[int, int]
) -> None:
    """Home and End are the least and the most."""
    page.own_switch.switch.click()

    for key, end in zip((Qt.Key.Key_End, Qt.Key.Key_Home), reversed(ends), strict=True):
        QTest.keyClick(page.strokes[at].slider, key)
        assert page.strokes[at].ms() == end


def test_without_holding_no_hold_can_be_set(page: BreathPage, told: Told) -> None:
    """Their rows go; what was set comes back with the switch."""
    page.own_switch.switch.click()
    page.strokes[1].slider.setValue(4)
    assert shown_holds(page) == [True, True]

    page.no_holds_switch.switch.click()

    assert told.last.breath_without_holds
    assert shown_holds(page) == [False, False]
    assert page.preview.told.text().startswith("In 4 s · out 6 s, about 6 breaths")
    page.no_holds_switch.switch.click()
    assert page.strokes[1].ms() == 2_000


def test_an_answer_leaves_holding_out_and_the_switch_cannot_overrule_it(
    page: BreathPage, told: Told
) -> None:
    """The wish that was kept stays as it was, for the day on which the answer changes."""
    page.own_switch.switch.click()

    page.set_own(SOFTLY)

    assert page.no_holds_switch.is_on()
    assert not page.no_holds_switch.switch.isEnabled()
    assert shown_holds(page) == [False, False]
    assert "private answers ask for soft breathing" in page.no_holds_switch.sentence.text()
    page.spoken.switch.click()
    assert not told.last.breath_without_holds
    page.set_own(NOTHING_TO_CARE_FOR)
    assert not page.no_holds_switch.is_on()


def test_until_the_questions_are_answered_nothing_is_held(page: BreathPage) -> None:
    """Not knowing is as careful as a yes."""
    page.set_own(Own())

    assert page.no_holds_switch.is_on()
    assert "until the private questions in Settings are answered" in (
        page.no_holds_switch.sentence.text())  # fmt: skip


# ---------------------------------------------------------------- cues
def test_cues_are_kept_each_by_its_own_switch(page: BreathPage, told: Told) -> None:
    """Lines, tone and shape."""
    page.spoken.switch.click()
    page.tones.switch.click()
    page.guide.setCurrentIndex(1)

    assert (told.last.breath_spoken, told.last.breath_tones) == (False, False)
    assert told.last.breath_guide == "bar"


def test_settings_from_elsewhere_are_shown_and_not_told(page: BreathPage, told: Told) -> None:
    """The tone has a switch on the page of settings too."""
    page.set_settings(replace(Settings(), breath_tones=False, breath_own=True, breath_guide="bar"))

    assert not page.tones.is_on()
    assert page.own_switch.is_on()
    assert page.guide.currentIndex() == 1
    assert told.all == []


# ---------------------------------------------------------------- trying it
def test_nothing_moves_until_it_is_asked_to(page: BreathPage, clock: FakeClock) -> None:
    """One button lets it go and rest."""
    assert not page.preview.is_moving

    page.preview.button.click()
    assert page.preview.driver is not None
    resting = page.preview.pacer.grab().toImage()
    clock.advance(2_500)
    page.preview.driver.tick()

    assert page.preview.pacer.grab().toImage() != resting
    assert page.preview.button.text() == "Let it rest"
    page.preview.button.click()
    assert not page.preview.is_moving


def test_the_preview_begins_anew_with_what_was_changed(page: BreathPage, clock: FakeClock) -> None:
    """And goes on moving."""
    page.preview.button.click()
    before = page.preview.driver

    page.own_switch.switch.click()
    QTest.keyClick(page.strokes[0].slider, Qt.Key.Key_Home)

    assert page.preview.driver is not None
    assert page.preview.driver is not before
    first = page.preview.driver.session.span.breath
    assert first is not None
    assert first.strokes[0].ms == 1_500


def test_the_preview_rests_when_nobody_looks_and_at_its_end(
    page: BreathPage, clock: FakeClock
) -> None:
    """Three minutes are enough to see it arrive."""
    page.preview.button.click()
    page.hide()
    assert not page.preview.is_moving

    page.show()
    page.preview.button.click()
    for _ in range(95):
        clock.advance(2_000)
        if page.preview.driver is not None:
            page.preview.driver.tick()

    assert not page.preview.is_moving
    assert page.preview.button.text() == "Try it"


# ---------------------------------------------------------------- the page
def test_everything_has_a_name_and_is_large_enough(page: BreathPage) -> None:
    """For a screen reader and an unsteady hand, at the smallest window."""
    page.own_switch.switch.click()
    settle(page)
    controls: list[QWidget] = [*page.findChildren(QAbstractButton), *page.findChildren(QSlider)]
    for control in controls:
        if control.isVisible():
            assert control.objectName()
            named = control.accessibleName() or (
                isinstance(control, QAbstractButton) and control.text())  # fmt: skip
            assert named, control.objectName()
            if isinstance(control, QAbstractButton):
                assert control.height() >= TARGET_SMALL, control.objectName()
    assert page.horizontalScrollBar().maximum() == 0


def test_back_is_told(page: BreathPage, qtbot: QtBot) -> None:
    """The window knows where the person came from."""
    with qtbot.waitSignal(page.left):
        page.back_button.click()
