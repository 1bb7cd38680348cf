"""What the person told one exercise, said by others, changed in one place, and taken out."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from attachcalm.store.late import LateJournal
from attachcalm.support import own as own_file
from attachcalm.support.own import Own, Person
from attachcalm.ui.main_window import MainWindow
from attachcalm.ui.word_row import WordRow
from attachcalm.ui.words_page import MOST_ROWS
from tests.fakes.facts import own_word
from tests.whole_app.by_keys import here, press, tab_to, write
from tests.whole_app.conftest import Laptop

PERSON, PHRASE = "my aunt Ana", "You are doing this, step by step."
FALLBACK = "the one in your corner"
Key = Qt.Key


def words(laptop: Laptop) -> dict[str, str]:
    """What the file says, read by a journal of its own."""
    return dict(LateJournal(laptop.paths.database).words())


def rows(window: MainWindow) -> dict[str, WordRow]:
    """The words that are seen, by their slots."""
    return {row.told.slot: row for row in window.findChildren(WordRow) if row.isVisible()}


def seen(laptop: Laptop, window: MainWindow, *slots: str) -> dict[str, WordRow]:
    """Exactly these, once the worker has read them."""
    laptop.bot.waitUntil(lambda: set(rows(window)) == set(slots), timeout=20_000)
    return rows(window)


def play(laptop: Laptop, version: str, *answers: str) -> list[str]:
    """Someone in your corner, in this version, answered so; every caption that was shown."""
    window = laptop.windows[-1]
    laptop.wall.advance(hours=1)
    exercise = window.library.find("safe-person")
    assert exercise is not None
    window.go("practice")
    page = window.pages.practice()
    captions: list[str] = []
    left = list(answers)
    page.start(exercise, exercise.card.version(version), None)

    while page.driver is not None:
        span = page.driver.session.span
        captions.append(span.caption)
        if span.is_open and left:
            laptop.find("question_text", QLineEdit).setText(left.pop(0))
            laptop.click("question_done")
        elif span.is_open:
            laptop.click("question_skip")
        laptop.pass_time(1_000)
    laptop.click("after_rating_done")
    return captions


def labels(window: MainWindow) -> str:
    """Everything that is read on the page that is shown."""
    page = window.pages.page(window.pages.here)
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


# ---------------------------------------------------------------- from an exercise to the page
def test_what_was_told_in_one_exercise_is_changed_in_one_place_and_said_changed(
    laptop: Laptop,
) -> None:
    """From the end of the exercise to the page, changed there, and said so the next time."""
    window = laptop.open()
    play(laptop, "full", PERSON, PHRASE)
    assert words(laptop) == {"safe_person": PERSON, "safe_phrase": PHRASE}

    laptop.click("after_words")
    row = seen(laptop, window, "safe_person", "safe_phrase")["safe_person"]
    assert "From “Someone in your corner”" in labels(window)
    assert "Someone in your corner" in labels(window).partition("Said in ")[2]
    assert row.text.text() == PERSON
    laptop.wall.advance(minutes=1)
    laptop.click("word_safe_person_change")
    laptop.find("word_safe_person_field", QLineEdit).setText("my  brother ")
    laptop.click("word_safe_person_keep")
    laptop.bot.waitUntil(lambda: rows(window)["safe_person"].text.text() == "my brother")

    assert words(laptop)["safe_person"] == "my brother"
    assert "You wrote it here" in labels(window)
    laptop.click("words_back")
    assert window.pages.here == "practice"
    assert "my brother" in play(laptop, "minute")


def test_an_exercise_that_kept_no_word_leads_nowhere(laptop: Laptop) -> None:
    """Skipped, nothing is kept, and nothing is offered to be changed."""
    window = laptop.open()

    play(laptop, "full")

    assert not window.pages.practice().after.words_button.isVisible()
    assert words(laptop) == {}


def test_a_word_that_is_taken_out_can_be_had_back_until_the_next_thing(laptop: Laptop) -> None:
    """With where it came from; after the next thing it is gone for good."""
    window = laptop.open()
    play(laptop, "full", PERSON, PHRASE)
    laptop.click("after_words")
    seen(laptop, window, "safe_person", "safe_phrase")

    laptop.click("word_safe_phrase_out")
    seen(laptop, window, "safe_person")
    assert words(laptop) == {"safe_person": PERSON}
    laptop.click("words_bar_undo")
    seen(laptop, window, "safe_person", "safe_phrase")
    assert words(laptop)["safe_phrase"] == PHRASE
    assert "You wrote it here" not in labels(window)

    laptop.click("word_safe_phrase_out")
    seen(laptop, window, "safe_person")
    laptop.click("word_safe_person_change")
    assert not window.pages.words().bar.isVisible()
    QTest.keyClick(laptop.find("word_safe_person_field", QLineEdit), Key.Key_Return)
    assert words(laptop) == {"safe_person": PERSON}


# ---------------------------------------------------------------- after a loss
def someone_everywhere(laptop: Laptop) -> MainWindow:
    """Ana stands in an exercise, in the kit and on Support; somebody else does too."""
    people = (Person("Ana Ruiz", "555 0100"), Person("Tom", "555 0101"))
    own_file.save(Own(country="GB", people=people), laptop.paths.own)
    window = laptop.open()
    play(laptop, "full", PERSON, PHRASE)
    window.go("settings")
    laptop.click("settings_words")
    seen(laptop, window, "safe_person", "safe_phrase")
    diary = window.words.way.diary
    diary.keep_word("kit_phrase", PHRASE)
    diary.keep_word("kit_object", "a grey stone")
    return window


def test_taken_out_after_a_loss_the_exercise_still_runs_with_its_fallback(laptop: Laptop) -> None:
    """All of theirs goes by one button, what is not theirs stays, and no record is changed."""
    window = someone_everywhere(laptop)
    before = laptop.entries()

    laptop.click("words_loss_open")
    laptop.bot.waitUntil(lambda: bool(window.pages.taking_out().name_buttons), timeout=20_000)
    assert not window.pages.taking_out().what.isVisible()
    laptop.click("taking_out_name_0")
    told = labels(window)
    assert "stays in your record" in told
    on = [row.title.text() for row in window.pages.taking_out().rows if row.is_on()]
    assert sorted(on) == sorted([PERSON, PHRASE, PHRASE, "Ana Ruiz"])
    laptop.click("taking_out_go")

    assert window.pages.here == "words"
    seen(laptop, window)
    assert words(laptop) == {"kit_object": "a grey stone"}
    assert [person.name for person in own_file.load(laptop.paths.own).people] == ["Tom"]
    assert laptop.entries() == before

    captions = play(laptop, "minute")
    assert captions.count(FALLBACK) >= 2
    assert not [caption for caption in captions if "Ana" in caption or PHRASE in caption]


def test_all_of_it_comes_back_together(laptop: Laptop) -> None:
    """Undo is one press, also for the numbers on Support."""
    window = someone_everywhere(laptop)
    before = words(laptop)
    laptop.click("words_loss_open")
    laptop.bot.waitUntil(lambda: bool(window.pages.taking_out().name_buttons), timeout=20_000)
    laptop.click("taking_out_name_0")
    laptop.click("taking_out_go")
    seen(laptop, window)

    laptop.click("words_bar_undo")

    seen(laptop, window, "safe_person", "safe_phrase")
    assert words(laptop) == before
    people = own_file.load(laptop.paths.own).people
    assert [person.name for person in people] == ["Ana Ruiz", "Tom"]


def test_nothing_goes_that_the_person_switched_off_and_nothing_without_the_button(
    laptop: Laptop,
) -> None:
    """A name that is written finds the same; leaving leaves everything."""
    window = someone_everywhere(laptop)
    before = words(laptop)
    laptop.click("words_loss_open")
    laptop.bot.waitUntil(lambda: bool(window.pages.taking_out().name_buttons), timeout=20_000)
    laptop.find("taking_out_field", QLineEdit).setText("Ana")
    page = window.pages.taking_out()
    for row in page.rows:
        if row.is_on() and row.title.text() != PERSON:
            QTest.mouseClick(row.switch, Qt.MouseButton.LeftButton)
    laptop.click("taking_out_leave")
    assert words(laptop) == before

    laptop.click("words_loss_open")
    laptop.bot.waitUntil(lambda: bool(page.name_buttons) and page.isVisible(), timeout=20_000)
    laptop.find("taking_out_field", QLineEdit).setText("Ana")
    for row in page.rows:
        if row.is_on() and row.title.text() != PERSON:
            QTest.mouseClick(row.switch, Qt.MouseButton.LeftButton)
    laptop.click("taking_out_go")

    assert words(laptop) == {slot: text for slot, text in before.items() if slot != "safe_person"}


# ---------------------------------------------------------------- by keys alone


def test_by_keys_alone_a_word_is_changed_taken_out_and_had_back(laptop: Laptop) -> None:
    """Enter keeps, the keyboard comes back to where it was, Undo has it after taking out."""
    window = laptop.open()
    laptop.take_keyboard()
    play(laptop, "full", PERSON, PHRASE)
    tab_to("after_words")
    press(Key.Key_Space)
    seen(laptop, window, "safe_person", "safe_phrase")

    tab_to("word_safe_person_change")
    press(Key.Key_Space)
    write("Mira")
    press(Key.Key_Return)
    laptop.bot.waitUntil(lambda: rows(window)["safe_person"].text.text() == "Mira")
    assert here().objectName() == "word_safe_person_change"

    tab_to("word_safe_person_out")
    press(Key.Key_Space)
    seen(laptop, window, "safe_phrase")
    assert here().objectName() == "words_bar_undo"
    press(Key.Key_Space)
    seen(laptop, window, "safe_person", "safe_phrase")
    assert words(laptop)["safe_person"] == "Mira"

    press(Key.Key_Escape)
    assert window.pages.here == "practice"


def test_by_keys_alone_everything_of_someone_is_taken_out(laptop: Laptop) -> None:
    """A name is written, switches by Space, the button, and the way back."""
    window = someone_everywhere(laptop)
    laptop.take_keyboard()
    laptop.find("words_back", QWidget).setFocus(Qt.FocusReason.TabFocusReason)

    tab_to("words_loss_open")
    press(Key.Key_Space)
    laptop.bot.waitUntil(lambda: bool(window.pages.taking_out().name_buttons), timeout=20_000)
    write("ana")
    tab_to("taking_out_go")
    press(Key.Key_Space)

    seen(laptop, window)
    assert words(laptop) == {"kit_object": "a grey stone"}
    assert here().objectName() == "words_bar_undo"


# ---------------------------------------------------------------- what came from elsewhere
def test_a_file_full_of_words_neither_hangs_the_page_nor_widens_it(laptop: Laptop) -> None:
    """Slots without end, names without a gap, and markup that stays text."""
    many = [own_word(f"s{number}", "x") for number in range(3_000)]
    long = own_word("a" * 2_000, "<b>" + "y" * 5_000)
    LateJournal(laptop.paths.database).keep([*many, long])
    window = laptop.open()
    window.go("settings")

    laptop.click("settings_words")
    laptop.bot.waitUntil(lambda: bool(rows(window)), timeout=20_000)

    assert len(rows(window)) == MOST_ROWS
    assert rows(window)["a" * 2_000].text.text().startswith("<b>yyy")
    QApplication.processEvents()
    assert window.pages.words().horizontalScrollBar().maximum() == 0
