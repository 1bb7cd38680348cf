"""The comfort kit: filled, opened from Home, heard, looked at, and emptied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from attachcalm.player.ports import Channel
from attachcalm.store.late import LateJournal
from attachcalm.ui.main_window import MainWindow
from attachcalm.ui.widgets.picker import Picker
from tests.fakes.facts import answered, at, own_word, started
from tests.whole_app.by_keys import here, press, tab_to, write
from tests.whole_app.conftest import Laptop

Key = Qt.Key


def words(laptop: Laptop) -> dict[str, str]:
    """What the file says, read by a journal of its own."""
    return dict(LateJournal(laptop.paths.database).words())


def wait(laptop: Laptop, is_so: Callable[[], bool]) -> None:
    """Until it is so."""
    laptop.bot.waitUntil(is_so, timeout=20_000)


def open_kit(laptop: Laptop) -> MainWindow:
    """From Exercises."""
    window = laptop.open()
    laptop.click("nav_exercises")
    laptop.click("exercises_kit")
    wait(laptop, lambda: bool(window.pages.kit().sound_row.picker.count()))
    return window


def fill(laptop: Laptop, slot: str, text: str) -> None:
    """Put this there."""
    window = laptop.windows[-1]
    laptop.click(f"word_{slot}_add")
    laptop.find(f"word_{slot}_field", QLineEdit).setText(text)
    laptop.click(f"word_{slot}_keep")
    wait(laptop, lambda: text in shown(window))


def shown(window: MainWindow) -> list[str]:
    """Every text that is seen on the page."""
    page = window.pages.page(window.pages.here)
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def a_photo(folder: Path) -> Path:
    """A picture somewhere else."""
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(folder / "holiday.png"))
    return folder / "holiday.png"


def choose_photo(laptop: Laptop, source: Path | None) -> None:
    """Press the button, and choose this file."""
    photo = laptop.windows[-1].pages.kit().photo
    photo.choose_file = lambda _parent: source
    laptop.click("kit_photo_choose")


# ---------------------------------------------------------------- Home
def test_an_empty_kit_is_not_on_home_and_a_filled_one_is(laptop: Laptop) -> None:
    """It says what is in it and not what that says; the row goes with the last thing."""
    window = open_kit(laptop)
    fill(laptop, "kit_phrase", "Still here")
    fill(laptop, "kit_movement", "Rocking")

    laptop.click("nav_home")
    wait(laptop, lambda: "A phrase and a movement" in shown(window))
    assert "Still here" not in shown(window)
    laptop.click("home_kit_open")
    assert window.pages.here == "kit"
    wait(laptop, lambda: "Still here" in shown(window))
    laptop.click("word_kit_phrase_out")
    laptop.click("word_kit_movement_out")
    wait(laptop, lambda: "Rocking" not in shown(window))
    laptop.click("kit_back")

    assert window.pages.here == "home"
    wait(laptop, lambda: "Your kit" not in shown(window))
    assert words(laptop) == {}


def test_the_kit_is_there_at_the_next_start(laptop: Laptop) -> None:
    """Once the journal is open, without a press."""
    LateJournal(laptop.paths.database).keep([own_word("kit_object", "a stone", at(0))])

    window = laptop.open()

    wait(laptop, lambda: "An object" in shown(window))


# ---------------------------------------------------------------- words
def test_what_an_exercise_knows_is_offered_by_onepress(laptop: Laptop) -> None:
    """And is the person's own from then on: taken out of the kit, the exercise keeps it."""
    begun = started()
    LateJournal(laptop.paths.database).add(
        [begun, answered(begun, "Step by step", at(1), "safe_phrase")]
    )
    laptop.wall.advance(days=1)
    window = open_kit(laptop)
    assert "kit_phrase" not in words(laptop)

    laptop.click("word_kit_phrase_add")
    laptop.click("word_kit_phrase_offer_0")
    wait(laptop, lambda: "Step by step" in shown(window))
    assert words(laptop)["kit_phrase"] == "Step by step"
    laptop.click("word_kit_phrase_out")

    wait(laptop, lambda: "Step by step" not in shown(window))
    assert words(laptop) == {"safe_phrase": "Step by step"}


def test_words_and_kit_lead_to_each_other_and_back_out(laptop: Laptop) -> None:
    """Whoever goes to and fro does not run in a ring."""
    window = laptop.open()
    window.go("settings")
    laptop.click("settings_words")
    laptop.click("words_kit_open")
    laptop.click("kit_words")
    assert window.pages.here == "words"
    laptop.click("words_kit_open")
    laptop.click("kit_back")
    assert window.pages.here == "words"
    laptop.click("words_back")

    assert window.pages.here == "settings"


# ---------------------------------------------------------------- the sound
def pick(laptop: Laptop, at_: int) -> None:
    """Choose the sound of this place in the list, as a person does."""
    picker = laptop.find("kit_sound_which", Picker)
    picker.setCurrentIndex(at_)
    picker.activated.emit(at_)


def test_a_sound_is_heard_softly_and_stops_by_the_same_button(laptop: Laptop) -> None:
    """At half of the background's volume, round and round, until it fades."""
    window = open_kit(laptop)
    pick(laptop, 1)
    wait(laptop, window.pages.kit().sound_row.play_button.isVisible)
    assert words(laptop)["kit_sound"] == "rain"
    assert Channel.AMBIENCE not in laptop.sound.sounding

    laptop.click("kit_sound_play")
    assert laptop.sound.sounding[Channel.AMBIENCE].stem.startswith("rain")
    volume = window.settings.settings.ambience_volume / 100
    assert laptop.sound.gains[Channel.AMBIENCE] == pytest.approx(volume / 2)
    laptop.click("kit_sound_play")
    assert Channel.AMBIENCE not in laptop.sound.sounding


@pytest.mark.parametrize("way", ["kit_back", "nav_home", "help_now"])
def test_no_sound_is_left_behind_on_a_page_that_nobody_sees(laptop: Laptop, way: str) -> None:
    """However one leaves."""
    window = open_kit(laptop)
    pick(laptop, 1)
    wait(laptop, window.pages.kit().sound_row.play_button.isVisible)
    laptop.click("kit_sound_play")
    assert Channel.AMBIENCE in laptop.sound.sounding

    laptop.click(way)

    assert Channel.AMBIENCE not in laptop.sound.sounding


def test_none_takes_the_sound_out(laptop: Laptop) -> None:
    """And what sounds fades."""
    window = open_kit(laptop)
    pick(laptop, 1)
    wait(laptop, window.pages.kit().sound_row.play_button.isVisible)
    laptop.click("kit_sound_play")

    pick(laptop, 0)

    wait(laptop, lambda: not window.pages.kit().sound_row.play_button.isVisible())
    assert Channel.AMBIENCE not in laptop.sound.sounding
    assert words(laptop) == {}


# ---------------------------------------------------------------- the photo
def test_a_photo_is_copied_shown_named_and_gone_at_once(laptop: Laptop, tmp_path: Path) -> None:
    """The person's own file stays; AttachCalm's copy comes back by Undo only."""
    source = a_photo(tmp_path)
    before = source.read_bytes()
    window = open_kit(laptop)
    kept = laptop.paths.kit_photo

    choose_photo(laptop, source)
    wait(laptop, window.pages.kit().photo.picture.isVisible)
    assert words(laptop) == {"kit_photo": "A photo"}
    assert str(source) not in LateJournal(laptop.paths.database).whole().__repr__()
    assert kept.stat().st_mode & 0o077 == 0
    laptop.click("word_kit_photo_change")
    laptop.find("word_kit_photo_field", QLineEdit).setText("Ana at the harbour")
    laptop.click("word_kit_photo_keep")
    wait(laptop, lambda: "Ana at the harbour" in shown(window))
    assert window.pages.kit().photo.picture.accessibleName() == "Ana at the harbour"

    copy = kept.read_bytes()
    laptop.click("word_kit_photo_out")
    assert not kept.exists()
    wait(laptop, lambda: not window.pages.kit().photo.picture.isVisible())
    laptop.click("kit_bar_undo")
    wait(laptop, window.pages.kit().photo.picture.isVisible)
    assert kept.read_bytes() == copy
    assert source.read_bytes() == before


def test_what_is_no_picture_is_refused_in_a_sentence(laptop: Laptop, tmp_path: Path) -> None:
    """Nothing is kept, and another can be chosen; to choose none changes nothing."""
    (tmp_path / "letter.jpg").write_bytes(b"Dear diary")
    window = open_kit(laptop)

    choose_photo(laptop, None)
    choose_photo(laptop, tmp_path / "letter.jpg")

    told = window.pages.kit().photo.told
    wait(laptop, lambda: "cannot be read as a picture" in told.text())
    assert not laptop.paths.kit_photo.exists()
    assert words(laptop) == {}
    assert laptop.find("kit_photo_choose", QPushButton).isEnabled()


def test_a_photo_goes_with_everything_of_someone(laptop: Laptop, tmp_path: Path) -> None:
    """Its name is what the person said of it."""
    window = open_kit(laptop)
    choose_photo(laptop, a_photo(tmp_path))
    wait(laptop, window.pages.kit().photo.picture.isVisible)
    window.words.way.diary.keep_word("kit_photo", "Ana and me")
    window.words.way.diary.keep_word("kit_person", "Ana")
    laptop.click("kit_words")
    laptop.click("words_loss_open")
    wait(laptop, lambda: bool(window.pages.taking_out().name_buttons))
    laptop.click("taking_out_name_0")

    laptop.click("taking_out_go")

    assert words(laptop) == {}
    assert not laptop.paths.kit_photo.exists()
    laptop.click("words_bar_undo")
    wait(laptop, laptop.paths.kit_photo.exists)
    assert words(laptop) == {"kit_photo": "Ana and me", "kit_person": "Ana"}


def test_a_photo_that_lies_on_another_computer_is_missed_in_words(laptop: Laptop) -> None:
    """Records that were taken in bring what was said of it, and no picture."""
    LateJournal(laptop.paths.database).keep([own_word("kit_photo", "Ana and me", at(0))])

    window = open_kit(laptop)

    wait(laptop, lambda: "Ana and me" in shown(window))
    assert "The picture itself is not on this computer." in shown(window)


# ---------------------------------------------------------------- by keys alone
def test_by_keys_alone_a_place_is_filled_and_heard(laptop: Laptop) -> None:
    """From Exercises, through the page in the order of the eye, and back by Esc."""
    window = laptop.open()
    laptop.take_keyboard()
    laptop.click("nav_exercises")
    laptop.find("exercises_kit", QWidget).setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Space)
    wait(laptop, lambda: bool(window.pages.kit().sound_row.picker.count()))

    tab_to("kit_sound_which")
    press(Key.Key_Down)
    wait(laptop, lambda: words(laptop) == {"kit_sound": "rain"})
    tab_to("word_kit_movement_add")
    press(Key.Key_Space)
    write("Rocking")
    press(Key.Key_Return)
    wait(laptop, lambda: "Rocking" in shown(window))
    assert here().objectName() == "word_kit_movement_change"
    tab_to("kit_sound_play")
    press(Key.Key_Space)
    assert Channel.AMBIENCE in laptop.sound.sounding
    press(Key.Key_Escape)

    assert window.pages.here == "exercises"
    assert Channel.AMBIENCE not in laptop.sound.sounding
