"""A desktop with a place for small icons: what stands there, and what was told."""

from PySide6.QtCore import QObject

from attachcalm.ui.icons import Icons
from attachcalm.ui.tray import Tray


class FakeTray(Tray):
    """An icon that only notes what it is asked for; emit its signals to be the person."""

    def __init__(self, desktop: "FakeDesktop") -> None:
        QObject.__init__(self)
        self._desktop = desktop
        self.is_shown = False
        self.looks_neutral = False

    def appear(self, *, neutral: bool) -> None:
        self.is_shown = True
        self.looks_neutral = neutral

    def tell(self, title: str, sentence: str) -> None:
        assert self.is_shown, "nothing can be told by an icon that is not there"
        self._desktop.told.append((title, sentence))

    def leave(self) -> None:
        self.is_shown = False


class FakeDesktop:
    """Makes the icons; without a place it makes none."""

    def __init__(self, *, has_place: bool = True) -> None:
        self.has_place = has_place
        self.trays: list[FakeTray] = []
        self.told: list[tuple[str, str]] = []

    def has_tray(self) -> bool:
        """Whether there is a place for icons."""
        return self.has_place

    def make_tray(self, _icons: Icons | None = None) -> FakeTray:
        """A new icon, not shown yet."""
        assert self.has_place
        self.trays.append(FakeTray(self))
        return self.trays[-1]

    @property
    def shown(self) -> list[FakeTray]:
        """The icons that stand there now."""
        return [tray for tray in self.trays if tray.is_shown]
