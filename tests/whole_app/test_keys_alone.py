"""By keys alone: no mouse is needed, nobody is trapped, and the keyboard is always seen."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from attachcalm.journal.entry import Ending
from attachcalm.journal.mood import Mood
from attachcalm.journal.page import LookBack
from attachcalm.support import own as own_file
from attachcalm.support.flags import Flag
from attachcalm.ui.check_in_row import CheckInRow
from attachcalm.ui.main_window import MainWindow
from attachcalm.ui.widgets.scroll_page import ScrollPage
from tests.whole_app import on_home, on_learn
from tests.whole_app.conftest import Laptop

Key = Qt.Key
MOST_TABS = 120  # more than any page has stops


@dataclass
class Keyboard:
    """Presses keys as the window system does, and looks at what a person would see then."""

    laptop: Laptop
    window: MainWindow

    @property
    def here(self) -> QWidget:
        """What has the keyboard."""
        focus = self.window.focusWidget()
        assert focus is not None, "the keyboard is lost"
        assert focus.isVisible(), f"{focus.objectName()} has the keyboard and is hidden"
        return focus

    def press(
        self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key, and let what follows from it happen."""
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, modifier)
        self.settle()

    def settle(self) -> None:
        """Let layouts be made, and suggestions be worked out."""
        for _ in range(3):
            QApplication.processEvents()
        self.laptop.settle()
        for _ in range(3):
            QApplication.processEvents()

    def tab_to(self, name: str) -> None:
        """Go on with Tab until the control of this name has the keyboard."""
        for _ in range(MOST_TABS):
            if self.here.objectName() == name:
                self.sees_where_it_is()
                return
            before = self.here
            self.press(Key.Key_Tab)
            assert self.here is not before, f"Tab stays on {before.objectName()}"
            self.sees_where_it_is()
        pytest.fail(f"Tab does not come to {name}; it is on {self.here.objectName()}")

    def sees_where_it_is(self) -> None:
        """The ring stands around what has the keyboard, and all of that is in view."""
        focus, ring = self.here, self.window.focus_ring
        assert ring is not None
        assert ring.isVisible(), f"no ring around {focus.objectName()}"
        spot = QRect(focus.mapTo(self.window, QPoint(0, 0)), focus.size())
        assert ring.geometry().contains(spot), f"the ring is not around {focus.objectName()}"
        if not isinstance(focus, ScrollPage):
            seen = focus.visibleRegion().boundingRect()
            assert seen.size() == focus.size(), f"{focus.objectName()} is partly out of view"


@pytest.fixture(params=[(1180, 800), (940, 600)], ids=["usual", "smallest"])
def keyboard(laptop: Laptop, request: pytest.FixtureRequest) -> Keyboard:
    """A laptop whose mouse is in a drawer, with the window open."""
    window = laptop.open()
    window.resize(*request.param)
    laptop.take_keyboard()
    on_home.suggested(laptop, window)
    return Keyboard(laptop, window)


def test_from_the_start_to_too_much_and_to_somebody(keyboard: Keyboard) -> None:
    """Say how it is, choose, read, rate, begin, stop at once, and look for a person."""
    laptop, window = keyboard.laptop, keyboard.window

    keyboard.tab_to("home_more")
    keyboard.press(Key.Key_Space)
    keyboard.tab_to("moment_distress_0")
    keyboard.press(Key.Key_6)
    keyboard.tab_to("moment_reaching")
    keyboard.press(Key.Key_Space)
    first = on_home.suggested(laptop, window)[0]
    keyboard.tab_to(f"start_{first}")
    keyboard.press(Key.Key_Space)

    page = window.pages.practice()
    assert page.before.side_effects.isVisible()
    keyboard.tab_to("side_effects_read")
    keyboard.press(Key.Key_Space)
    keyboard.tab_to("before_rating_distress_0")
    for key in (Key.Key_6, Key.Key_Return, Key.Key_2, Key.Key_Return):
        keyboard.press(key)
    if page.before.isVisible():  # felt security is asked around this one
        keyboard.press(Key.Key_Return)
    assert page.driver is not None
    laptop.pass_time(4_000)

    keyboard.press(Key.Key_Escape)
    (entry,) = laptop.entries()
    assert entry.before == Mood(distress=6, energy=2)
    assert entry.ended is not None
    assert entry.ended.ending is Ending.STOPPED
    keyboard.tab_to("harder_skip")
    keyboard.press(Key.Key_Space)
    keyboard.tab_to("harder_contact")
    keyboard.press(Key.Key_Space)

    assert window.pages.here == "support"
    assert keyboard.here.objectName() == "people_add"
    keyboard.press(Key.Key_Escape)
    assert window.pages.here == "practice"
    keyboard.tab_to("harder_close")
    keyboard.press(Key.Key_Space)
    assert window.pages.here == "home"


def test_support_by_a_key_and_back_by_a_key(keyboard: Keyboard) -> None:
    """F9, a country by arrows, somebody written down, and Esc to where one was."""
    window = keyboard.window
    keyboard.press(Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.here == "exercises"

    keyboard.press(Key.Key_F9)
    keyboard.tab_to("support_country")
    keyboard.press(Key.Key_Down)
    assert window.own.own.country
    keyboard.tab_to("people_add")
    keyboard.press(Key.Key_Space)
    assert keyboard.here.objectName() == "people_name"
    keyboard.press(Key.Key_Escape)
    assert window.pages.here == "support"
    assert keyboard.here.objectName() == "people_add"
    keyboard.press(Key.Key_Escape)

    assert window.pages.here == "exercises"
    keyboard.press(Key.Key_Tab)
    keyboard.sees_where_it_is()


def test_a_private_question_is_answered(keyboard: Keyboard) -> None:
    """From Settings there, an answer by Space, another by an arrow, and back by Esc."""
    laptop, window = keyboard.laptop, keyboard.window
    keyboard.press(Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    keyboard.tab_to("settings_health")
    keyboard.press(Key.Key_Space)
    assert window.pages.here == "health"

    keyboard.tab_to("health_heart_yes")
    keyboard.press(Key.Key_Space)
    kept = own_file.load(laptop.paths.own)
    assert Flag.HEART in kept.health.flags
    keyboard.press(Key.Key_Right)
    keyboard.sees_where_it_is()
    keyboard.press(Key.Key_Escape)

    assert window.pages.here == "settings"


def test_something_is_put_off(keyboard: Keyboard) -> None:
    """Not today, one key for why, something lighter is there, and done."""
    laptop, window = keyboard.laptop, keyboard.window
    first = on_home.suggested(laptop, window)[0]

    keyboard.tab_to(f"not_today_{first}")
    keyboard.press(Key.Key_Space)
    keyboard.tab_to(f"barrier_too_long_{first}")
    keyboard.press(Key.Key_Space)
    assert ("not_today", "too_long", first) in on_home.remarks(laptop)
    keyboard.tab_to(f"done_{first}")
    keyboard.press(Key.Key_Space)

    assert window.home.now_card.offers.rests
    keyboard.press(Key.Key_Tab)
    keyboard.sees_where_it_is()


@pytest.mark.parametrize(
    "place",
    ["home", "exercises", "trends", "learn", "leaflet", "settings", "help", "health", "support"],
)
def test_tab_goes_all_round_every_page(keyboard: Keyboard, place: str) -> None:
    """Each stop is seen, the walk comes back to where it began, and the rail is on it."""
    window = keyboard.window
    on_learn.show(keyboard.laptop, window, place)
    keyboard.settle()
    keyboard.press(Key.Key_Tab)
    start, met = keyboard.here, []

    for _ in range(MOST_TABS):
        keyboard.sees_where_it_is()
        met.append(keyboard.here.objectName())
        keyboard.press(Key.Key_Tab)
        if keyboard.here is start:
            break

    assert keyboard.here is start
    assert "help_now" in met


def test_contacting_someone_begins_with_the_first_of_them(keyboard: Keyboard) -> None:
    """Their number is one key away; the way to add another comes later."""
    window = keyboard.window
    people = tuple(own_file.Person(name, "+44 20 7946 0000") for name in ("Ada", "Bo", "Cy"))
    window.own.change(own_file.Own(country="GB", people=people))

    window.show_people()
    keyboard.settle()

    assert keyboard.here.objectName() == "person_0_copy"
    keyboard.tab_to("person_1_copy")


def test_whoever_is_written_down_is_seen_whole(keyboard: Keyboard) -> None:
    """The form comes into view with its buttons, not with its first line alone."""
    window = keyboard.window
    keyboard.press(Key.Key_F9)
    keyboard.tab_to("people_add")

    keyboard.press(Key.Key_Space)
    keyboard.settle()

    form = window.pages.support().people.form
    assert form.visibleRegion().boundingRect().size() == form.size()


def test_a_check_in_from_home_to_the_list_and_back(keyboard: Keyboard) -> None:
    """Rate, find a word, a tag, a note; delete it, have it back, and go home."""
    window = keyboard.window
    keyboard.tab_to("home_check_in")
    keyboard.press(Key.Key_Space)
    assert keyboard.here.objectName() == "check_in_distress_0"
    keyboard.press(Key.Key_6)
    keyboard.tab_to("check_in_more")
    keyboard.press(Key.Key_Space)
    keyboard.press(Key.Key_3)
    keyboard.tab_to("feelings_search")
    for key in (Key.Key_S, Key.Key_C, Key.Key_A):
        keyboard.press(key)
    keyboard.tab_to("feeling_0")
    keyboard.press(Key.Key_Space)
    keyboard.tab_to("tag_0")
    keyboard.press(Key.Key_Space)
    keyboard.tab_to("check_in_note")
    keyboard.press(Key.Key_O)
    keyboard.tab_to("when_which")
    keyboard.tab_to("check_in_let_out")
    keyboard.tab_to("check_in_back")
    keyboard.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert window.pages.here == "check_ins"
    said = window.diary_way.diary.latest
    assert said is not None
    assert (said.mood, said.words, said.note) == (Mood(6, security=3), ("scared",), "o")
    wait_for_list(keyboard, 1)
    keyboard.tab_to(f"delete_{said.id}")
    keyboard.press(Key.Key_Space)
    assert keyboard.here.objectName() == "check_ins_bar_undo"
    wait_for_list(keyboard, 0)
    keyboard.press(Key.Key_Space)
    wait_for_list(keyboard, 1)
    keyboard.tab_to(f"change_{said.id}")
    keyboard.press(Key.Key_Escape)
    assert window.pages.here == "home"


def wait_for_list(keyboard: Keyboard, count: int) -> None:
    """Let the worker read the check-ins."""
    page = keyboard.window.pages.check_ins()
    keyboard.laptop.bot.waitUntil(
        lambda: len([r for r in page.findChildren(CheckInRow) if r.isVisible()]) == count,
        timeout=20_000,
    )


def test_a_look_back_and_the_page_that_keeps_nothing(keyboard: Keyboard) -> None:
    """Each answer, the rating, save; and out again by Esc."""
    window = keyboard.window
    window.diary_way.look_back()
    keyboard.settle()
    keyboard.tab_to("look_back_stood_out")
    keyboard.press(Key.Key_A)
    keyboard.tab_to("look_back_next_week")
    keyboard.tab_to("look_back_security_0")
    keyboard.press(Key.Key_4)
    keyboard.tab_to("look_back_save")
    keyboard.press(Key.Key_Space)
    (page,) = window.diary_way.diary.pages()
    assert isinstance(page, LookBack)
    assert (page.answers, page.mood) == ((("stood_out", "a"),), Mood(security=4))

    window.diary_way.let_out()
    keyboard.settle()
    assert keyboard.here.objectName() == "let_out_field"
    keyboard.press(Key.Key_B)
    keyboard.tab_to("let_out_shred")
    keyboard.press(Key.Key_Space)
    assert keyboard.here.objectName() == "let_out_field"
    assert window.pages.let_out().field.toPlainText() == ""
    keyboard.press(Key.Key_Escape)
    assert window.pages.here == "look_back"
    keyboard.press(Key.Key_Escape)
    assert window.pages.here == "home"


def test_trends_is_read_from_end_to_end(keyboard: Keyboard) -> None:
    """Choose a view, read marks by arrows, show the table, narrow down, go earlier and back."""
    laptop, window = keyboard.laptop, keyboard.window
    for after in (4, 5):
        laptop.wall.advance(days=1)
        on_home.practise(laptop, window, 7, after)
    page = window.pages.trends()

    def draws(key: Key) -> None:
        with laptop.bot.waitSignal(page.drawn, timeout=60_000):
            keyboard.press(key)
        keyboard.settle()

    with laptop.bot.waitSignal(page.drawn, timeout=60_000):
        keyboard.press(Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert keyboard.here.objectName() == "trends_check_ins"  # the ways on come before the chart
    keyboard.press(Key.Key_Tab)
    keyboard.tab_to("trends_session")
    keyboard.tab_to("trends_measures")
    keyboard.tab_to("view_sticks")
    draws(Key.Key_Right)
    assert page.tools.view() == "exercises"
    draws(Key.Key_Left)
    keyboard.tab_to("trends_chart")
    keyboard.press(Key.Key_End)
    last = page.chart_card.reading.text()
    assert "7 before, 5 after" in last
    keyboard.press(Key.Key_Left)
    assert "7 before, 4 after" in page.chart_card.reading.text()
    keyboard.tab_to("trends_as_table")
    keyboard.press(Key.Key_Space)
    assert page.chart_card.table.isVisible()
    keyboard.tab_to("trends_narrow")
    draws(Key.Key_Space)
    keyboard.tab_to("trends_exercise")
    draws(Key.Key_Down)
    assert page.tools.wish().exercise_id == "long-out"
    keyboard.tab_to("trends_earlier")
    draws(Key.Key_Space)
    assert page.empty_note.isVisible()
    assert "narrowed down" in page.empty_note.accessibleName() + page.empty_note.sentence.text()
    assert keyboard.here.objectName() == "trends_earlier"
    keyboard.tab_to("trends_later")
    draws(Key.Key_Space)
    assert page.chart_card.isVisible()
    keyboard.sees_where_it_is()


def test_gad_7_is_filled_in_and_left(keyboard: Keyboard) -> None:
    """A number answers, Enter goes on, the score shows, and Trends is one key away."""
    window = keyboard.window
    window.go("trends")
    keyboard.settle()
    keyboard.tab_to("trends_measures")
    keyboard.press(Key.Key_Space)
    assert window.pages.here == "measures"
    keyboard.tab_to("measure_gad-7_fill")
    keyboard.press(Key.Key_Space)
    for at in range(7):
        assert keyboard.here.objectName() == f"measure_item_{at + 1}_0"
        keyboard.press(Key.Key_1)
        keyboard.sees_where_it_is()
        keyboard.press(Key.Key_Return)
    page = window.pages.measures()

    assert keyboard.here.objectName() == "result_done"
    assert any("7" in text for text in page.result.texts())
    keyboard.press(Key.Key_Space)
    keyboard.settle()
    keyboard.sees_where_it_is()
    keyboard.tab_to("measures_back")
    keyboard.press(Key.Key_Space)
    assert window.pages.here == "trends"
