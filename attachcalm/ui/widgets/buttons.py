"""Make the buttons of the app. The look comes from the style sheet by `kind`.

Every maker takes an object name (for tests and the style sheet), the words, and, where the words
do not say enough by themselves, a longer accessible name ("Start Five senses, one room").
"""

from PySide6.QtWidgets import QAbstractButton, QPushButton, QRadioButton

from attachcalm.ui.icons import Icons

ON = {"primary": "on_primary", "sos": "on_sos", "sos_big": "on_sos"}


class NavButton(QRadioButton):
    """A place in the rail. Qt draws a radio button's icon the same on and off, so it is changed."""

    def __init__(self, text: str, icons: Icons, icon: str) -> None:
        super().__init__(text)
        self._plain = icons.icon(icon, "text")
        self._chosen = icons.icon(icon, "on_chosen")
        self._show_icon(False)
        self.toggled.connect(self._show_icon)

    def _show_icon(self, chosen: bool) -> None:
        self.setIcon(self._chosen if chosen else self._plain)


def primary_button(
    name: str, text: str, icons: Icons, icon: str = "", *, says: str = ""
) -> QPushButton:
    """Make the one filled button of a card: its main action."""
    return _push_button("primary", name, text, icons, icon=icon, says=says)


def secondary_button(
    name: str, text: str, icons: Icons, icon: str = "", *, says: str = ""
) -> QPushButton:
    """Make an outlined button: every other action."""
    return _push_button("secondary", name, text, icons, icon=icon, says=says)


def ghost_button(
    name: str, text: str, icons: Icons, icon: str = "", *, says: str = ""
) -> QPushButton:
    """Make a button without an edge: leave, skip, again."""
    return _push_button("ghost", name, text, icons, icon=icon, says=says)


def sos_button(
    name: str,
    text: str,
    icons: Icons,
    icon: str = "life-buoy",
    *,
    big: bool = False,
    says: str = "",
) -> QPushButton:
    """Make the help-now button, the only warm fill; `big` is 88 px high instead of 44."""
    return _push_button("sos_big" if big else "sos", name, text, icons, icon=icon, says=says)


def icon_button(name: str, says: str, icons: Icons, icon: str) -> QPushButton:
    """Make a square ghost button with an icon only; `says` is its accessible name and tool tip."""
    button = _push_button("ghost", name, "", icons, icon=icon, says=says)
    button.setProperty("iconOnly", True)
    button.setIcon(icons.icon(icon, "text", gap=False))
    button.setToolTip(says)
    return button


def pill_switch(
    name: str, text: str, icons: Icons, icon: str = "", *, says: str = ""
) -> QPushButton:
    """Make a round-ended button that stays on or off: sound, captions, less motion, favourite."""
    button = _push_button("pill", name, text, icons, icon=icon, says=says)
    button.setCheckable(True)
    return button


def pill_choice(name: str, text: str, says: str = "") -> QRadioButton:
    """Make one of several round-ended choices; those under one parent exclude each other."""
    button = QRadioButton(text)
    _dress(button, "pill", name, says)
    return button


def nav_button(name: str, text: str, icons: Icons, icon: str) -> QRadioButton:
    """Make one place in the rail; those under one parent exclude each other, arrows move."""
    button = NavButton(text, icons, icon)
    _dress(button, "nav", name, "")
    return button


def compact(button: QPushButton) -> QPushButton:
    """Return the same button 36 px high instead of 44, for what matters less."""
    button.setProperty("compact", True)
    return button


def _push_button(
    kind: str, name: str, text: str, icons: Icons, *, icon: str, says: str
) -> QPushButton:
    button = QPushButton(text)
    _dress(button, kind, name, says)
    if icon:
        checked = "on_chosen" if kind == "pill" else ""
        button.setIcon(icons.icon(icon, ON.get(kind, "text"), checked))
    return button


def _dress(button: QAbstractButton, kind: str, name: str, says: str) -> None:
    button.setObjectName(name)
    button.setProperty("kind", kind)
    if says:
        button.setAccessibleName(says)
