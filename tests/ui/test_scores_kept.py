"""Scores: compared, mended, deleted, written down from elsewhere; no number judges anybody."""

import re
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from attachcalm.journal.book import MemoryJournal
from attachcalm.journal.page import Page
from attachcalm.measures.reader import DIAGNOSES
from attachcalm.measures.typed import TypedFault
from attachcalm.store.errors import StoreError
from attachcalm.ui.dates import day_words
from attachcalm.ui.icons import Icons
from attachcalm.ui.score_form import ScoreForm
from attachcalm.ui.style import LookKeeper
from tests.fakes.every_widget import settle
from tests.fakes.journal import RefusingJournal
from tests.fakes.measuring import SHELF, Measuring, focus


@pytest.fixture
def here(qtbot: QtBot, icons: Icons) -> Measuring:
    """Somebody who has filled in nothing yet."""
    made = Measuring(icons)
    qtbot.addWidget(made.page)
    made.page.resize(940, 600)
    with qtbot.waitExposed(made.page):
        made.page.show()
    return made


# ---------------------------------------------------------------- change
@pytest.mark.parametrize(
    ("later", "sentence"),
    [(11, "3 higher than on"), (12, "this one is that large"), (4, "4 lower than on"),
     (8, "The same as on"), (5, "this one is smaller")],
)  # fmt: skip
def test_the_change_is_told_with_its_published_threshold(
    here: Measuring, later: int, sentence: str
) -> None:
    """From 8: 4 points are more than chance on the GAD-7."""
    here.fill_in("gad-7", 2, 2, 2, 2, 0, 0, 0)
    here.page.result.done_button.click()
    here.wall.advance(days=14)
    threes, rest = divmod(later, 3)
    here.fill_in("gad-7", *([3] * threes + [rest] + [0] * 6)[:7])

    assert sentence in here.shown("result_change_0")
    if later != 8:
        assert "A change of 4 or more counts" in here.shown("result_change_0")
        assert "when it was 8" in here.shown("result_change_0")


def test_the_number_is_in_sight_though_the_button_has_the_focus(
    here: Measuring, keeper: LookKeeper
) -> None:
    """At twice the size, in the smallest window."""
    keeper.choose("light", 2.0, less_motion=False)
    here.page.resize(780, 480)
    here.fill_in("gad-7", *[1] * 7)
    settle(here.page)

    assert here.page.result.done_button.hasFocus() or not here.page.isActiveWindow()
    assert here.page.verticalScrollBar().value() == 0


def test_the_first_time_has_no_change(here: Measuring) -> None:
    """And one without a number is not compared with."""
    here.fill_in("gad-7", *[1] * 6, None)
    here.page.result.done_button.click()
    here.wall.advance(days=14)
    here.fill_in("gad-7", *[1] * 7)

    assert not here.shown("result_change_0")


# ---------------------------------------------------------------- what is kept
def test_a_deleted_score_can_be_put_back(here: Measuring) -> None:
    """As long as the list is open; with every answer."""
    here.fill_in("gad-7", *[2] * 7)
    here.page.result.past_button.click()
    (before,) = here.scores()
    here.page.past.rows[0].delete_button.click()
    assert here.scores() == []
    assert here.page.past.rows == []
    here.page.past.undo_button.click()

    (after,) = here.scores()
    assert after.answers == before.answers
    assert after.at == before.at
    assert not here.page.past.undo_button.isVisible()


def test_deleting_again_after_putting_back_deletes(here: Measuring) -> None:
    """Whatever the clock did meanwhile."""
    here.fill_in("gad-7", *[2] * 7)
    here.page.result.past_button.click()
    for _ in range(2):
        here.wall.advance(hours=-1)
        here.page.past.rows[0].delete_button.click()
        assert here.scores() == []
        here.page.past.undo_button.click()
        assert len(here.scores()) == 1
    here.page.past.rows[0].delete_button.click()

    assert here.scores() == []


def test_the_day_of_a_score_can_be_mended(here: Measuring) -> None:
    """Filled in on paper on Friday, typed on Monday: the days are then the right ones."""
    here.fill_in("gad-7", *[2] * 7)
    here.page.result.past_button.click()
    row = here.page.past.rows[0]
    row.change_button.click()
    for wrong in ("Friday", "2026-03-03"):
        row.field.setText(wrong)
        row.keep_button.click()
        assert row.fault.isVisible()
    row.field.setText("2026-02-27")
    row.keep_button.click()

    assert here.scores()[0].at.day.isoformat() == "2026-02-27"
    assert here.page.past.rows[0].day.text() == day_words(date(2026, 2, 27))


def test_a_day_that_is_mended_to_today_is_never_an_hour_to_come(here: Measuring) -> None:
    """Dated yesterday by mistake, mended at half past nine: it is now, not noon."""
    here.fill_in("gad-7", *[2] * 7)
    here.page.result.past_button.click()
    for day in ("2026-03-01", "2026-03-02"):
        row = here.page.past.rows[0]
        row.change_button.click()
        row.field.setText(day)
        row.keep_button.click()

    assert here.scores()[0].at.day.isoformat() == "2026-03-02"
    assert here.scores()[0].at.at <= here.wall()


def test_what_the_disk_refuses_is_told_and_tried_again(here: Measuring) -> None:
    """The result shows, says that it is not on the disk, and nothing is lost."""
    here.journal.is_full = True
    here.fill_in("gad-7", *[1] * 7)

    assert here.told == ["The disk is full."]
    assert "not on the disk yet" in here.page.result.sentence.text()
    here.journal.is_full = False
    here.page.keeper.diary.save_again()
    assert here.scores()[0].values == (("Total", 7),)


def test_a_journal_that_cannot_be_read_is_told_calmly(
    here: Measuring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is lost by it."""

    def refuse(_journal: MemoryJournal, _since: object = None) -> tuple[Page, ...]:
        raise StoreError("It cannot be read.", "Try again.")

    monkeypatch.setattr(RefusingJournal, "pages", refuse)
    here.page.keeper.read()

    assert "Nothing is lost" in here.shown("measures_told")


# ---------------------------------------------------------------- from elsewhere
def test_a_known_measure_asks_for_its_numbers_only(here: Measuring) -> None:
    """Name, range and direction are known; the wording is nowhere."""
    here.page.list.write_button.click()
    form = here.page.written
    form.measure.setCurrentText("SAAM")
    assert [line.value.accessibleName() for line in form.lines if line.isVisible()] == [
        "Security, from 1 to 7", "Anxiety, from 1 to 7", "Avoidance, from 1 to 7",
    ]  # fmt: skip
    form.lines[0].value.setText("5,5")
    form.lines[1].value.setText("2")
    form.keep_button.click()

    (score,) = here.scores()
    assert (score.measure, score.values) == ("saam", (("Security", 5.5), ("Anxiety", 2)))
    assert here.page.result.isVisible()
    here.page.result.done_button.click()
    assert "saam" in here.page.list.cards
    here.page.list.cards["saam"].fill_button.click()
    assert form.measure.currentText() == "SAAM"


def test_another_measure_with_sd_and_reliability_gives_a_reliable_change(here: Measuring) -> None:
    """16 to 9 with SD 5.5 and r .84: the threshold is 6.1."""
    for value, day in (("16", "2026-02-01"), ("9", "2026-03-01")):
        here.page.list.write_button.click()
        form, line = here.page.written, here.page.written.lines[0]
        form.measure.setCurrentText("Another measure")
        form.title_field.setText("Sleep diary")
        form.day_field.setText(day)
        form.error_switch.click()
        for field, text in (
            (line.least, "0"), (line.most, "27"), (line.value, value), (line.sd, "5.5"),
            (line.reliability, ".84"),
        ):  # fmt: skip
            field.setText(text)
        form.keep_button.click()
        told = here.shown("result_change_0")
        here.page.result.done_button.click()

    assert "7 lower than on" in told
    assert "A change of 6.1 or more" in told
    assert "that large" in told
    assert "Sleep diary" in here.shown("measures_other_last")


def test_what_is_amiss_is_told_beside_the_form_and_nothing_is_kept(
    here: Measuring, qtbot: QtBot
) -> None:
    """The keyboard goes to the field."""
    with qtbot.waitActive(here.page):
        here.page.activateWindow()
    here.page.list.write_button.click()
    form = here.page.written
    form.measure.setCurrentText("BRS")
    form.lines[0].value.setText("6")
    form.keep_button.click()

    assert here.shown("score_fault") == "Total goes from 1 to 5; 6 is not on it."
    assert focus() is form.lines[0].value
    assert here.scores() == []
    form.leave_button.click()
    assert here.page.list.isVisible()


def test_twelve_numbers_are_enough(here: Measuring) -> None:
    """One more each time, and then no more."""
    here.page.list.write_button.click()
    form = here.page.written
    form.measure.setCurrentText("Another measure")
    for _ in range(11):
        form.more_button.click()

    assert sum(line.isVisible() for line in form.lines) == 12
    assert not form.more_button.isEnabled()


# ---------------------------------------------------------------- how it speaks
def every_text(page: QWidget) -> list[str]:
    """Whatever a person could read on it now."""
    labels = [label.text() for label in page.findChildren(QLabel)]
    return labels + [button.text() for button in page.findChildren(QPushButton)]


@pytest.mark.parametrize("measure_id", ["gad-7", "phq-8", "phq-9", "who-5"])
def test_no_result_names_a_diagnosis(here: Measuring, measure_id: str) -> None:
    """At the worst score as at the best, first time and second."""
    measure = SHELF.measure(measure_id)
    assert measure is not None
    values = [option.value for option in measure.options]
    for value in (max(values), min(values)):
        here.fill_in(measure_id, *[value] * len(measure.items))
        shown = " ".join([here.page.result.title.text(), *here.page.result.texts()])
        assert not DIAGNOSES.search(shown)
        assert not re.search(r"\b(anxiety|should|must|worse|bad)\b", shown, re.IGNORECASE)
        here.page.result.done_button.click()


def test_no_number_is_painted_in_a_colour_of_alarm(here: Measuring) -> None:
    """The highest score looks as the lowest does."""
    here.fill_in("gad-7", *[3] * 7)

    kinds = {label.property("kind") for label in here.page.result.findChildren(QLabel)}
    assert kinds <= {"title", "muted", "small", None, ""}


@pytest.mark.parametrize("view", ["list", "form", "result", "past", "written"])
def test_every_control_has_a_name(here: Measuring, view: str) -> None:
    """Also those that are made while the page is used."""
    here.fill_in("gad-7", *[1] * 7)
    if view == "form":
        here.page.fill_in("phq-9")
    elif view == "past":
        here.page.result.past_button.click()
    elif view != "result":
        here.page.result.done_button.click()
    if view == "written":
        here.page.list.write_button.click()
    settle(here.page)

    for kind in (QPushButton, QLineEdit):
        for control in here.page.findChildren(kind):
            if control.isVisible() and control.objectName() != "qt_spinbox_lineedit":
                named = control.accessibleName() or getattr(control, "text", str)()
                assert named, control.objectName()
                assert control.objectName()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_there_is_nothing_wider_than_the_page(
    here: Measuring, keeper: LookKeeper, scale: float
) -> None:
    """At the smallest window no view needs a horizontal scroll bar, at twice the size neither."""
    keeper.choose("light", scale, less_motion=False)
    here.page.resize(int(790 - 20 * scale), 600)  # beside the rail
    here.page.fill_in("phq-9")
    here.page.form.all_switch.click()
    settle(here.page)
    assert here.page.horizontalScrollBar().maximum() == 0
    here.page.form.stop_button.click()
    for measure_id in ("ders-18", "other"):
        here.page.write_down(measure_id)
        here.page.written.error_switch.click()
        settle(here.page)
        assert here.page.horizontalScrollBar().maximum() == 0


def test_what_is_to_be_mended_is_told_right_below_its_field(icons: Icons, qtbot: QtBot) -> None:
    """The keyboard goes to the field, and at large text the end of the form is far from there."""
    form = ScoreForm(icons)
    qtbot.addWidget(form)
    form.open((), "", date(2026, 3, 2))
    form.show()

    for name in ("title", "day", "least_0", "value_0"):
        form.tell_fault(TypedFault(name, "Please mend this."))

        fields = {"title": form.title_field, "day": form.day_field, **form.lines[0].fields()}
        assert form.fault.isVisible()
        assert form.fault.parentWidget() is fields[name].parentWidget()
