"""The private questions, and what they change: the reason is always said."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QWidget

from attachcalm.support import own as own_file
from attachcalm.support.flags import Flag
from attachcalm.support.gates import RULES
from tests.whole_app.conftest import Laptop


def begin(laptop: Laptop, exercise: str) -> None:
    """Choose the exercise and leave the rating out."""
    laptop.click("nav_exercises")
    laptop.click(f"start_{exercise}")
    laptop.click("before_rating_done")


def answer_all(laptop: Laptop, *yes: Flag) -> None:
    """Answer every question, these with yes; each answer is kept at once."""
    laptop.click("nav_settings")
    laptop.click("settings_health")
    for flag in Flag:
        laptop.click(f"health_{flag.value}_{'yes' if flag in yes else 'no'}")


def test_before_the_questions_are_answered_a_big_breath_waits(laptop: Laptop) -> None:
    """Why is said in the list, and the questions are one click away; nothing is begun."""
    window = laptop.open()
    laptop.click("nav_exercises")

    assert "eight short questions" in laptop.find("reason_cyclic-sigh", QLabel).text()
    assert window.findChild(QWidget, "start_cyclic-sigh") is None
    laptop.click("not_offered_answers")
    assert window.pages.here == "health"
    assert laptop.entries() == ()


def test_answered_with_no_it_begins(laptop: Laptop) -> None:
    """Eight noes, kept on disk, and nothing stands between any more."""
    window = laptop.open()
    answer_all(laptop)

    begin(laptop, "cyclic-sigh")

    assert window.pages.practice().driver is not None
    assert own_file.load(laptop.paths.own).health.is_known


def test_a_yes_offers_the_soft_breath_instead(laptop: Laptop) -> None:
    """One click opens it, ready to be rated and begun."""
    window = laptop.open()
    answer_all(laptop, Flag.BREATH)

    laptop.click("nav_exercises")
    laptop.click("instead_of_cyclic-sigh")
    laptop.click("before_rating_done")

    driver = window.pages.practice().driver
    assert driver is not None
    assert driver.session.timeline.exercise_id == "long-out"


def test_a_question_left_out_is_no_no(laptop: Laptop) -> None:
    """We stay careful, and it says so."""
    laptop.open()
    laptop.click("nav_settings")
    laptop.click("settings_health")

    laptop.click("health_heart_no")

    assert "careful" in laptop.find("health_kept", QLabel).text()
    kept = own_file.load(laptop.paths.own).health
    assert (kept.flags, kept.is_known) == (frozenset(), False)


def test_answers_can_be_taken_back(laptop: Laptop) -> None:
    """All of them, at once, from the disk too."""
    laptop.open()
    answer_all(laptop, Flag.LOSS, Flag.HEART)
    assert own_file.load(laptop.paths.own).health.flags == {Flag.LOSS, Flag.HEART}

    laptop.click("health_forget")

    assert own_file.load(laptop.paths.own).health == own_file.Own().health


def test_every_rule_can_be_read(laptop: Laptop) -> None:
    """On the page of the questions."""
    window = laptop.open()
    laptop.click("nav_settings")
    laptop.click("settings_health")

    told = {label.text() for label in window.pages.health().findChildren(QLabel)}
    assert {rule.sentence for rule in RULES} <= told


@pytest.mark.parametrize("exercise", ["long-out", "orient-room", "five-senses"])
def test_what_is_mild_never_waits(laptop: Laptop, exercise: str) -> None:
    """Whatever was answered, or nothing at all."""
    window = laptop.open()

    begin(laptop, exercise)

    assert window.pages.practice().driver is not None


# ---------------------------------------------------------------- support
def test_country_people_and_therapist_are_kept(laptop: Laptop) -> None:
    """Chosen once, there at the next start, on Support and in the sentence on danger."""
    window = laptop.open()
    laptop.click("help_now")
    page = window.pages.support()
    page.country.setCurrentText("New Zealand")
    page.country.activated.emit(page.country.currentIndex())
    assert laptop.find("emergency_number", QLabel).text() == "111"
    laptop.click("people_add")
    page.people.form.name.setText("Ana")
    page.people.form.number.setText("020 7946 0000")
    laptop.click("people_keep")

    window.close()
    window = laptop.open()
    laptop.click("help_now")

    assert window.pages.support().chosen is not None
    assert "1737" in {label.text() for label in window.findChildren(QLabel) if label.isVisible()}
    assert laptop.find("person_0_number", QLabel).text() == "020 7946 0000"
    laptop.click("person_0_change")
    laptop.click("people_take_out")
    assert own_file.load(laptop.paths.own).people == ()


def test_the_country_is_asked_and_never_guessed(laptop: Laptop) -> None:
    """Whatever the system's own language: nothing is chosen at first."""
    QLocale.setDefault(QLocale("de_AT"))
    window = laptop.open()
    laptop.click("help_now")

    assert window.pages.support().chosen is None
    assert "112" in laptop.find("support_danger_title", QLabel).text()
    assert "findahelpline.com" in " ".join(
        label.text() for label in window.pages.support().findChildren(QLabel)
    )


def test_a_code_and_a_copy_for_each_number(laptop: Laptop) -> None:
    """A laptop cannot dial: a phone scans it, or it is pasted elsewhere."""
    window = laptop.open()
    window.own.change(own_file.Own(country="GB"))
    laptop.click("help_now")

    laptop.click("line_0_scan")
    assert laptop.find("line_0_code", QWidget).accessibleName() == "QR code for 116 123"
    laptop.click("line_0_copy")
    assert laptop.app.clipboard().text() == "116 123"
