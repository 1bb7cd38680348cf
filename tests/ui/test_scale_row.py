"""Rating with the mouse, with keys alone, and not at all."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from attachcalm.ui.icons import Icons
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import TARGET, TARGET_SMALL, Look
from attachcalm.ui.widgets.circles import fit
from attachcalm.ui.widgets.scale_row import ScaleRow, distress_scale, energy_scale

KEY = Qt.Key


class Form(QWidget):
    """Two scales between two fields, as a page has them."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.distress = ScaleRow("distress", distress_scale("Distress"), icons)
        self.energy = ScaleRow("energy", energy_scale("Energy"), icons)
        column = QVBoxLayout(self)
        for widget in (self.before, self.distress, self.energy, self.after):
            column.addWidget(widget)
        self.unused: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Remember what no scale wanted."""
        self.unused.append(event.key())


@pytest.fixture
def form(qtbot: QtBot, icons: Icons) -> Form:
    """Show a form with the keyboard in its first field."""
    made = Form(icons)
    qtbot.addWidget(made)
    made.resize(640, 480)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.before.setFocus()
    return made


def has_keyboard(row: ScaleRow) -> bool:
    """Return whether the keyboard is on one of the row's circles."""
    focus = QApplication.focusWidget()
    return focus is not None and row.isAncestorOf(focus)


def click(widget: QWidget) -> None:
    """Click the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(*keys: Qt.Key) -> None:
    """Press keys on whatever has the keyboard."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def type_at(milliseconds: int, text: str, key: Qt.Key) -> None:
    """Type a character at a time of the keyboard's clock."""
    focus = QApplication.focusWidget()
    assert focus is not None
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(milliseconds)
    QApplication.sendEvent(focus, event)


def test_nothing_is_chosen_at_first(form: Form) -> None:
    """An untouched scale is no rating, not 0."""
    assert form.distress.value() is None
    assert not any(button.isChecked() for button in form.distress.buttons)
    assert not form.distress.clear_button.isVisible()


def test_a_click_on_a_circle_rates(form: Form, qtbot: QtBot) -> None:
    """The circle that was clicked is chosen, and only that one."""
    with qtbot.waitSignal(form.distress.changed) as told:
        click(form.distress.buttons[7])
    assert told.args == [7]
    assert [button.isChecked() for button in form.distress.buttons].index(True) == 7
    click(form.distress.buttons[0])
    assert form.distress.value() == 0
    assert sum(button.isChecked() for button in form.distress.buttons) == 1


def test_a_second_click_on_the_same_circle_keeps_the_rating(form: Form) -> None:
    """A double click is no change of mind."""
    for _ in range(2):
        click(form.distress.buttons[4])
    assert form.distress.value() == 4
    assert form.distress.buttons[4].isChecked()


def test_both_scales_are_rated_with_five_keys(form: Form) -> None:
    """Tab, digit, Tab, minus and digit: no mouse, no hunting."""
    press(KEY.Key_Tab, KEY.Key_7, KEY.Key_Tab, KEY.Key_Minus, KEY.Key_2)
    assert (form.distress.value(), form.energy.value()) == (7, -2)


def test_a_scale_is_one_stop_for_tab(form: Form) -> None:
    """Tab passes an unrated scale in one press, forwards and backwards."""
    press(KEY.Key_Tab)
    assert has_keyboard(form.distress)
    press(KEY.Key_Tab)
    assert has_keyboard(form.energy)
    press(KEY.Key_Tab)
    assert QApplication.focusWidget() is form.after
    press(KEY.Key_Backtab)
    assert QApplication.focusWidget() is form.energy.buttons[4]


def test_the_way_to_clear_is_one_tab_back(form: Form) -> None:
    """It is never in the way forward, and can still be found without a mouse."""
    press(KEY.Key_Tab, KEY.Key_7, KEY.Key_Backtab)
    assert QApplication.focusWidget() is form.distress.clear_button
    press(KEY.Key_Space)
    assert form.distress.value() is None
    assert has_keyboard(form.distress)


def test_ten_is_typed_as_one_and_zero(form: Form) -> None:
    """A 1 and a quick 0 make 10, a slow 0 makes 0."""
    press(KEY.Key_Tab)
    type_at(5_000, "1", KEY.Key_1)
    type_at(5_400, "0", KEY.Key_0)
    assert form.distress.value() == 10
    type_at(9_000, "1", KEY.Key_1)
    type_at(19_000, "0", KEY.Key_0)
    assert form.distress.value() == 0


def test_arrows_move_the_rating_and_stop_at_the_ends(form: Form) -> None:
    """Right is more, left is less, Home and End are the ends."""
    press(KEY.Key_Tab, KEY.Key_5, KEY.Key_Right, KEY.Key_Up)
    assert form.distress.value() == 7
    press(KEY.Key_End, KEY.Key_Right)
    assert form.distress.value() == 10
    press(KEY.Key_Home, KEY.Key_Left)
    assert form.distress.value() == 0
    assert form.distress.buttons[0].hasFocus()


def test_arrows_follow_the_reading_direction(form: Form) -> None:
    """Where people read from right to left, left is more."""
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(KEY.Key_Tab, KEY.Key_5, KEY.Key_Left)
    assert form.distress.value() == 6
    assert form.distress.buttons[0].x() > form.distress.buttons[10].x()


def test_space_takes_the_circle_where_the_keyboard_is(form: Form) -> None:
    """Space on an unrated scale chooses its start: 0, and not nothing."""
    press(KEY.Key_Tab, KEY.Key_Space)
    assert form.distress.value() == 0


def test_delete_takes_the_rating_back(form: Form, qtbot: QtBot) -> None:
    """A cleared scale is skipped again, and the keyboard stays in it."""
    press(KEY.Key_Tab, KEY.Key_5)
    with qtbot.waitSignal(form.distress.changed) as told:
        press(KEY.Key_Delete)
    assert told.args == [None]
    assert form.distress.value() is None
    assert has_keyboard(form.distress)


def test_the_clear_button_takes_the_rating_back(form: Form) -> None:
    """It is there only while there is something to clear, and moves nothing when it goes."""
    form.distress.set_value(3)
    height = form.distress.height()
    click(form.distress.clear_button)
    assert form.distress.value() is None
    assert not form.distress.clear_button.isVisible()
    assert form.distress.height() == height


def test_the_same_rating_again_tells_nobody(form: Form, qtbot: QtBot) -> None:
    """`changed` is said for changes only."""
    form.distress.set_value(3)
    with qtbot.assertNotEmitted(form.distress.changed):
        form.distress.set_value(3)


@pytest.mark.parametrize("value", [-1, 11])
def test_a_value_off_the_scale_is_refused(form: Form, value: int) -> None:
    """Nobody can put 11 on a scale of 10, and what was chosen stays."""
    form.distress.set_value(3)
    with pytest.raises(ValueError, match="0 to 10"):
        form.distress.set_value(value)
    assert form.distress.value() == 3


def test_keys_that_are_no_rating_reach_the_page(form: Form) -> None:
    """Enter, Escape and shortcuts are the page's own."""
    press(KEY.Key_Tab, KEY.Key_Return, KEY.Key_Escape)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, KEY.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert form.unused == [KEY.Key_Return, KEY.Key_Escape, KEY.Key_Control, KEY.Key_5]
    assert form.distress.value() is None


def test_a_screen_reader_hears_a_group_of_radio_buttons(form: Form) -> None:
    """The group has the question's name, and each circle says its number and what it means."""
    group = QAccessible.queryAccessibleInterface(form.energy)
    circle = QAccessible.queryAccessibleInterface(form.energy.buttons[6])
    assert group is not None
    assert circle is not None
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Energy"
    assert circle.role() == QAccessible.Role.RadioButton
    assert circle.text(QAccessible.Text.Name) == "+2, towards revved, panicky"
    names = [button.accessibleName() for button in form.distress.buttons]
    assert names[0] == "0 of 10, none"
    assert names[7] == "7 of 10"
    assert form.energy.buttons[4].accessibleName() == "0, about right"
    assert form.energy.buttons[0].text() == "\N{MINUS SIGN}4"


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("width", [180, 300, 420, 560, 900])
def test_circles_never_overlap_or_leave_their_row(width: int, scale: float) -> None:
    """In as few rows as fit, every circle is a full target and inside, at every text size."""
    look = Look(scale=scale)
    width = max(width, 4 * look.px(TARGET_SMALL) + 3 * look.px(4))  # the least a row asks for
    for count in (9, 11):
        a_row, side, gap = fit(count, width, look)
        assert a_row * side + (a_row - 1) * gap <= width
        assert look.px(TARGET_SMALL) <= side <= look.px(TARGET)
        assert gap >= look.px(4)


def test_a_wide_row_keeps_all_circles_beside_each_other(keeper: LookKeeper) -> None:
    """At 100 % eleven circles stand in one row of a 520 px card."""
    assert fit(11, 520, keeper.look)[0] == 11
