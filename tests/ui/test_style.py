"""The dress of the app: it parses, nothing is cut off at any text size, and it follows wishes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QImage, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from attachcalm.ui.icons import Icons
from attachcalm.ui.sheet import sheet
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.tokens import (
    FONT_FAMILY,
    LIGHT,
    TARGET,
    TARGET_SMALL,
    TEXT_SCALES,
    THEMES,
    Look,
    Theme,
)
from attachcalm.ui.widgets import buttons
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.columns import Columns
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.icon_view import IconView
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.quiet_table import QuietTable
from attachcalm.ui.widgets.scale_row import ScaleRow, distress_scale, energy_scale
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.switch_row import SwitchRow
from attachcalm.ui.widgets.text import ShortenedLabel, chip, one_line, steady_digits, words
from attachcalm.ui.widgets.tile import Tile

KINDS = ("display", "title", "heading", "label", "", "muted", "small", "caption", "ok", "warn")
SENTENCE = "Let the out-breath be a little longer than the in-breath, as far as it is easy."


def everything(icons: Icons) -> ScrollPage:
    """Return a page with every base widget on it."""
    page = ScrollPage("page", icons.keeper, "How are you right now, on the whole?", SENTENCE)
    card = Card("card", icons.keeper, "A card with a title that is long enough to wrap", SENTENCE)
    for kind in KINDS:
        card.body.addWidget(words(kind, SENTENCE))
    row = FlowRow("row", icons.keeper)
    for widget in (
        buttons.primary_button("save", "Save and suggest an exercise", icons, "check"),
        buttons.secondary_button("back", "Back 15 seconds", icons, "rotate-ccw"),
        buttons.ghost_button("skip", "Skip this question", icons),
        buttons.compact(buttons.secondary_button("few", "Compact", icons, "copy")),
        buttons.sos_button("sos", "Hard moment?", icons),
        buttons.sos_button("big", "Ground me now", icons, "anchor", big=True),
        buttons.icon_button("star", "Favourite", icons, "star"),
        buttons.pill_switch("captions", "Captions", icons, "captions"),
        buttons.pill_choice("days", "30 days"),
        buttons.nav_button("home", "Home", icons, "house"),
        chip("7 of 10"),
    ):
        row.add(widget)
    card.body.addWidget(row)
    columns = Columns("columns", icons.keeper)
    columns.add(fields(icons), 2)
    columns.add(answers(icons), 1)
    page.body.addWidget(card)
    page.body.addWidget(columns)
    page.body.addStretch(1)
    return page


def fields(icons: Icons) -> Card:
    """Return a card of fields and scales."""
    card = Card("fields", icons.keeper, "Fields", SENTENCE, kind="sos_soft")
    card.body.addWidget(QLineEdit("the bench by the river"))
    card.body.addWidget(QPlainTextEdit("A note"))
    card.body.addWidget(Picker("kind", "Kind", ("Any kind", "Breathing"), icons))
    card.body.addWidget(QSlider(Qt.Orientation.Horizontal))
    card.body.addWidget(QProgressBar())
    card.body.addWidget(ScaleRow("distress", distress_scale("Distress"), icons))
    card.body.addWidget(ScaleRow("energy", energy_scale("Energy"), icons))
    table = QStandardItemModel(3, 3, card)
    card.body.addWidget(QuietTable("table", "Ratings", table, icons.keeper))
    return card


def answers(icons: Icons) -> Card:
    """Return a card of tiles and switches."""
    card = Card("answers", icons.keeper, "Answers", kind="soft")
    moods = QWidget()
    row = QHBoxLayout(moods)
    for text in ("Too revved", "Steady", "Too flat"):
        row.addWidget(Tile(f"tile_{text}", text, icons, "waves", above=True))
    card.body.addWidget(moods)
    card.body.addWidget(Tile("answer", SENTENCE, icons))
    card.body.addWidget(Tile("answer_with_icon", SENTENCE, icons, "leaf"))
    card.body.addWidget(SwitchRow("captions", "Captions", SENTENCE, icons.keeper))
    card.body.addWidget(IconView("wind", icons, "on_soft", 24, badge=True))
    return card


@pytest.fixture
def page(qtbot: QtBot, icons: Icons) -> ScrollPage:
    """Show a page with everything, as wide as the smallest window."""
    made = everything(icons)
    qtbot.addWidget(made)
    made.resize(940, 600)
    made.show()
    return made


def settle(page: QWidget) -> None:
    """Let the layouts do what they have put off."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    assert page.isVisible()


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


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("width", [780, 940, 1400])
def test_nothing_is_cut_off_or_needs_scrolling_sideways(
    page: ScrollPage, keeper: LookKeeper, width: int, scale: float
) -> None:
    """Every label and button has the room it asks for, at every text size."""
    page.resize(width, 600)
    keeper.choose("light", scale, less_motion=None)
    settle(page)
    assert page.horizontalScrollBar().maximum() == 0
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.width() >= label.minimumSizeHint().width(), label.text()
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            hint = button.minimumSizeHint()
            width = button.width()
            high = button.heightForWidth(width) if button.hasHeightForWidth() else hint.height()
            assert width >= hint.width(), button.objectName()
            assert button.height() >= high, button.objectName()
            parent = button.parentWidget()
            assert parent.rect().contains(button.geometry()), button.objectName()


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_every_target_is_large_enough_to_hit(
    page: ScrollPage, keeper: LookKeeper, scale: float
) -> None:
    """What matters is 44 px high or more, everything else that can be pressed 36."""
    keeper.choose("light", scale, less_motion=None)
    settle(page)
    large = {"save", "back", "skip", "sos", "big", "home", "answer", "tile_Steady"}
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and not button.objectName().startswith("qt_"):
            least = TARGET if button.objectName() in large else TARGET_SMALL
            assert button.height() >= keeper.look.px(least), button.objectName()


def ink(picture: QImage, colour: str) -> int:
    """Count the pixels that have exactly this colour."""
    wanted = QColor(colour).rgb()
    return sum(
        picture.pixel(x, y) == wanted
        for x in range(picture.width())
        for y in range(picture.height())
    )


MAKERS: dict[str, Callable[[Icons], QWidget]] = {
    "tile": lambda icons: Tile("tile", "Somewhat warmer than before", icons, "leaf"),
    "tile above": lambda icons: Tile("tile", "Too revved", icons, "leaf", above=True),
    "button": lambda icons: buttons.secondary_button("b", "Back 15 seconds", icons, "repeat"),
    "compact": lambda icons: buttons.compact(buttons.ghost_button("b", "Again, gently", icons)),
    "pill": lambda _icons: buttons.pill_choice("pill", "90 days, gently"),
    "place": lambda icons: buttons.nav_button("nav", "Exercises, gently", icons, "wind"),
    "words": lambda _icons: words("title", SENTENCE),
    "clock": lambda _icons: steady_digits(one_line("label", "12:08 of 18:00, gypsy jigs")),
}


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("name", MAKERS)
def test_a_widget_at_the_size_it_asks_for_shows_all_its_ink(
    qtbot: QtBot, keeper: LookKeeper, icons: Icons, name: str, scale: float
) -> None:
    """As many text-coloured pixels as with room to spare: nothing is painted outside the edge."""
    keeper.choose("light", scale, less_motion=None)
    widget = MAKERS[name](icons)
    qtbot.addWidget(widget)
    widget.ensurePolished()
    size = widget.sizeHint()
    if widget.hasHeightForWidth():
        size = QSize(size.width(), widget.heightForWidth(size.width()))
    spare = QSize(size.width() + 40, size.height() + 40)
    counts = []
    for room in (size, spare):
        widget.setFixedSize(room)
        counts.append(ink(widget.grab().toImage(), LIGHT.text))
    assert counts[1] > 50
    assert counts[0] >= counts[1] * 0.97


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


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_an_icon_made_before_has_the_colour_of_the_theme_now(
    keeper: LookKeeper, icons: Icons, theme: Theme
) -> None:
    """Icons ask for their colour while painting, so a new theme needs no new icons."""
    icon = icons.icon("square", "primary", gap=False)
    keeper.choose(theme.name, 1.0, less_motion=None)
    picture = icon.pixmap(48, 48).toImage()
    assert ink(picture, theme.primary) > 100


def test_an_icon_before_words_leaves_a_gap_and_stays_whole(icons: Icons) -> None:
    """The drawing takes 20 of 28 px at the leading side; the words keep their distance."""
    picture = icons.icon("square", "text").pixmap(28, 28).toImage()
    columns = [x for x in range(28) if any(picture.pixelColor(x, y).alpha() > 0 for y in range(28))]
    assert min(columns) <= 4
    assert 14 <= max(columns) <= 19


def test_a_disabled_icon_is_muted(icons: Icons) -> None:
    """What cannot be pressed looks it."""
    icon = icons.icon("square", "primary", gap=False)
    picture = icon.pixmap(QSize(48, 48), icon.Mode.Disabled).toImage()
    assert ink(picture, LIGHT.muted) > 100


def test_every_bundled_icon_can_be_drawn(icons: Icons, resources: Path, keeper: LookKeeper) -> None:
    """Each drawing has ink in its token's colour, and none has a colour of its own."""
    files = sorted((resources / "icons").glob("*.svg"))
    assert len(files) > 50
    for file in files:
        if file.stem == "attachcalm":  # the app's own mark has its own ground
            continue
        assert "currentColor" in file.read_text(encoding="utf-8")
        picture = icons.icon(file.stem, "text", gap=False).pixmap(96, 96).toImage()
        assert ink(picture, keeper.look.theme.text) > 20, file.stem


def test_a_copied_icon_still_paints(icons: Icons) -> None:
    """Qt copies icon engines at will; the copy must outlive the original."""
    icon = icons.icon("wind", "text", gap=False)
    copy = type(icon)(icon)
    copy.addFile("no such file")  # makes Qt part the copy from the original
    del icon
    assert ink(copy.pixmap(48, 48).toImage(), LIGHT.text) > 20


def test_columns_go_under_each_other_where_there_is_no_room(
    qtbot: QtBot, icons: Icons, keeper: LookKeeper
) -> None:
    """Beside each other from 820 px times the text size on."""
    columns = Columns("columns", keeper)
    qtbot.addWidget(columns)
    left, right = QLabel("left"), QLabel("right")
    columns.add(left)
    columns.add(right)
    columns.show()
    for width, scale, beside in ((900, 1.0, True), (700, 1.0, False), (900, 1.25, False)):
        columns.resize(width, 200)
        keeper.choose("light", scale, less_motion=None)
        settle(columns)
        assert (right.x() > left.x()) is beside, (width, scale)
        assert (right.y() > left.y()) is not beside, (width, scale)


def test_a_flow_row_breaks_like_words_and_centres_each_line(
    qtbot: QtBot, icons: Icons, keeper: LookKeeper
) -> None:
    """Where the third button has no room it begins a new line, and nothing overlaps."""
    row = FlowRow("row", keeper)
    qtbot.addWidget(row)
    first = buttons.secondary_button("first", "The first of them", icons)
    second = buttons.compact(buttons.secondary_button("second", "The second", icons))
    third = buttons.secondary_button("third", "The third of them", icons)
    for button in (first, second, third):
        row.add(button)
    row.show()
    width = first.sizeHint().width() + second.sizeHint().width() + 12
    row.resize(width, row.heightForWidth(width))
    settle(row)
    assert row.height() == first.height() + 12 + third.height()
    assert (third.x(), third.y()) == (0, first.height() + 12)
    assert second.x() == first.geometry().right() + 1 + 12
    assert second.geometry().center().y() == first.geometry().center().y()
    first.hide()
    settle(row)
    assert second.x() == 0


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
    monkeypatch.setattr("attachcalm.ui.style.apply", lambda *seen: dressed.append(seen))
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
