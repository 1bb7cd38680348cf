"""Own people and the therapist are written down, changed and taken out in one place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from attachcalm.support.own import MOST_PEOPLE, Own, Person
from attachcalm.ui.icons import Icons
from attachcalm.ui.people_card import PeopleCard

ANA = Person("Ana", "020 7946 0000", "evenings")
BEN = Person("Ben")
DR = Person("Ana", "020 7946 0123", "weekdays 9 to 17")


class Told:
    """A card that is shown, and what it has told."""

    def __init__(self, bot: QtBot, icons: Icons, own: Own) -> None:
        self.card = PeopleCard(icons, own)
        self.told: list[Own] = []
        bot.addWidget(self.card)
        self.card.own_changed.connect(self.told.append)
        self.card.show()

    def press(self, name: str) -> None:
        """Press the button of this name, if it can be seen."""
        (button,) = (b for b in self.card.findChildren(QPushButton, name) if b.isVisible())
        button.click()

    def write(self, name: str, number: str = "", note: str = "") -> None:
        """Fill the form, and keep it."""
        form = self.card.form
        for field, text in ((form.name, name), (form.number, number), (form.note, note)):
            field.setText(text)
        self.press("people_keep")

    def words(self) -> str:
        """All that stands on the card."""
        labels = self.card.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


def test_somebody_is_added(qtbot: QtBot, icons: Icons) -> None:
    """Their number stands there at once, and the form is gone."""
    told = Told(qtbot, icons, Own(country="GB"))
    told.press("people_add")

    told.write("  Ana ", "020 7946  0000", "evenings")

    assert told.told == [Own(country="GB", people=(ANA,))]
    assert "020 7946 0000" in told.words()
    assert not told.card.form.isVisible()


def test_somebody_is_changed_in_their_place(qtbot: QtBot, icons: Icons) -> None:
    """The others stay as they are, and where they are."""
    told = Told(qtbot, icons, Own(people=(ANA, BEN)))
    told.press("person_0_change")
    assert told.card.form.number.text() == ANA.number

    told.write("Ana at work", "020 7946 0001")

    assert told.told[-1].people == (Person("Ana at work", "020 7946 0001"), BEN)


def test_somebody_is_taken_out(qtbot: QtBot, icons: Icons) -> None:
    """Only they, even if another has the same name."""
    told = Told(qtbot, icons, Own(people=(ANA, BEN, ANA), therapist=DR))
    told.press("person_2_change")

    told.press("people_take_out")

    assert told.told == [Own(people=(ANA, BEN), therapist=DR)]


def test_the_therapist_is_asked_for_hours(qtbot: QtBot, icons: Icons) -> None:
    """Apart from the others: added, changed, taken out."""
    told = Told(qtbot, icons, Own(people=(ANA,)))
    told.press("people_add_therapist")
    assert told.card.form.note.accessibleName() == "Hours"
    told.write("Ana", "020 7946 0123", "weekdays 9 to 17")
    assert told.told[-1] == Own(people=(ANA,), therapist=DR)
    assert "Ana, my therapist" in told.words()
    assert not told.card.add_therapist_button.isVisible()

    told.press("person_therapist_change")
    told.press("people_take_out")

    assert told.told[-1] == Own(people=(ANA,))
    assert told.card.add_therapist_button.isVisible()


def test_without_a_name_nothing_is_kept(qtbot: QtBot, icons: Icons) -> None:
    """It is said, and what was typed stays."""
    told = Told(qtbot, icons, Own())
    told.press("people_add")

    told.write("   ", "020 7946 0000")

    assert told.told == []
    assert "Please write a name first." in told.words()
    assert told.card.form.number.text() == "020 7946 0000"


def test_leaving_the_form_changes_nothing(qtbot: QtBot, icons: Icons) -> None:
    """And the next one begins empty."""
    told = Told(qtbot, icons, Own(people=(ANA,)))
    told.press("person_0_change")
    told.card.form.name.setText("Somebody else")
    told.press("people_leave")
    told.press("people_add")

    assert told.told == []
    assert told.card.form.name.text() == ""
    assert not told.card.form.take_out_button.isVisible()


@pytest.mark.parametrize(("many", "room"), [(MOST_PEOPLE - 1, True), (MOST_PEOPLE, False)])
def test_there_is_room_for_twelve(qtbot: QtBot, icons: Icons, many: int, room: bool) -> None:
    """More would not be read back."""
    told = Told(qtbot, icons, Own(people=(BEN,) * many))

    assert told.card.add_button.isEnabled() is room


def test_it_is_written_by_keyboard_alone(qtbot: QtBot, icons: Icons) -> None:
    """Enter keeps, from any line; then the keyboard is where another one can be added."""
    told = Told(qtbot, icons, Own())
    told.card.activateWindow()
    qtbot.waitUntil(told.card.isActiveWindow)
    told.card.add_button.setFocus()
    QTest.keyClick(told.card.add_button, Qt.Key.Key_Space)
    assert told.card.form.name.hasFocus()
    QTest.keyClicks(told.card.form.name, "Ana")
    QTest.keyClick(told.card.form.name, Qt.Key.Key_Tab)
    assert told.card.form.number.hasFocus()
    QTest.keyClicks(told.card.form.number, "112")
    QTest.keyClick(told.card.form.number, Qt.Key.Key_Return)

    assert told.told == [Own(people=(Person("Ana", "112"),))]
    assert told.card.add_button.hasFocus()


def test_the_keyboard_is_never_lost(qtbot: QtBot, icons: Icons) -> None:
    """With twelve people, and a therapist just added, another row takes it."""
    told = Told(qtbot, icons, Own(people=(BEN,) * MOST_PEOPLE))
    told.card.activateWindow()
    qtbot.waitUntil(told.card.isActiveWindow)
    told.press("people_add_therapist")

    told.write("Dr", "1")

    focused = told.card.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    assert focused.isEnabled()
