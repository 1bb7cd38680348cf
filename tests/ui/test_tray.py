"""The icon in the tray: the real one and the fake keep the same contract."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from attachcalm.ui.icons import Icons
from attachcalm.ui.tray import SIZES, Tray, has_tray
from tests.fakes.tray import FakeDesktop, FakeTray

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


@pytest.fixture
def real(icons: Icons) -> Iterator[Tray]:
    """An icon of Qt; without a screen it shows nothing."""
    made = Tray(icons)
    yield made
    made.leave()


@pytest.fixture(params=["real", "fake"])
def tray(request: pytest.FixtureRequest) -> Tray:
    """Either of them."""
    made = request.getfixturevalue("real") if request.param == "real" else FakeDesktop().make_tray()
    assert isinstance(made, Tray)
    return made


def action(tray: Tray, text: str) -> QAction:
    """What stands in the icon's menu under these words."""
    (found,) = [action for action in tray._menu.actions() if action.text() == text]
    return found


@pytest.fixture
def named(qapp: object) -> Iterator[None]:
    """The name that the app has."""
    before = QCoreApplication.applicationName()
    QCoreApplication.setApplicationName("AttachCalm")
    yield
    QCoreApplication.setApplicationName(before)


def test_the_contract(tray: Tray, qtbot: QtBot) -> None:
    """It appears, neutral or not, tells, and says what the person did."""
    tray.appear(neutral=False)
    tray.tell("AttachCalm", "A quiet minute, if you like.")
    tray.appear(neutral=True)
    tray.tell("Reminder", "A quiet minute, if you like.")

    for told in (tray.opened, tray.rest_chosen):
        with qtbot.waitSignal(told):
            told.emit()


def test_the_fake_has_all_that_the_real_one_has() -> None:
    """Every public method is the fake's own, so that no test shows a real icon by mistake."""
    methods = {
        name for name, what in vars(Tray).items()
        if not name.startswith("_") and not isinstance(what, Signal) and callable(what)
    }  # fmt: skip

    assert methods >= {"appear", "tell", "leave"}
    assert methods - {"staticMetaObject"} <= vars(FakeTray).keys()


def test_without_a_desktop_there_is_no_place(qapp: object) -> None:
    """And to ask is no error."""
    assert has_tray() is QSystemTrayIcon.isSystemTrayAvailable()
    assert not has_tray()


def test_menu_notification_and_icon_lead_to_the_app(real: Tray, qtbot: QtBot) -> None:
    """Three ways to open, one to rest; a right click opens only the menu."""
    opened: list[None] = []
    real.opened.connect(lambda: opened.append(None))

    action(real, "Open").trigger()
    real._icon.messageClicked.emit()
    real._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    real._icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)

    assert len(opened) == 3
    with qtbot.waitSignal(real.rest_chosen):
        action(real, "Rest today").trigger()


def test_a_neutral_icon_has_no_name(real: Tray) -> None:
    """Its tip is a plain word, and its picture another one, sharp at every size."""
    real.appear(neutral=False)
    tip, mark = real._icon.toolTip(), real._icon.icon().pixmap(32).toImage()
    real.appear(neutral=True)

    assert (tip, real._icon.toolTip()) == ("AttachCalm", "Reminder")
    assert real._icon.icon().pixmap(32).toImage() != mark
    assert {size.width() for size in real._icon.icon().availableSizes()} == {*SIZES}


def test_while_a_neutral_icon_is_there_the_program_goes_by_no_name(
    named: None, icons: Icons
) -> None:
    """On Linux, Qt hands it to the desktop with icon and notification; afterwards it is back."""
    tray = Tray(icons)
    names = []
    for neutral in (False, True, False, True):
        tray.appear(neutral=neutral)
        names.append(QCoreApplication.applicationName())
    tray.leave()

    assert names == ["AttachCalm", "Reminder", "AttachCalm", "Reminder"]
    assert QCoreApplication.applicationName() == "AttachCalm"
