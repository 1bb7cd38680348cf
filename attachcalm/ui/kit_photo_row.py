"""The photo in the comfort kit: chosen, looked at, and taken out again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from attachcalm.ui import kit_photo
from attachcalm.ui.background import Background
from attachcalm.ui.icons import Icons
from attachcalm.ui.kit_photo import ENDINGS, Fault, NotTakenError
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.widgets.buttons import compact, secondary_button
from attachcalm.ui.widgets.text import words

ROOM = (520, 360)  # px at 100 %, at most

ChooseFile = Callable[[QWidget], Path | None]


def choose_file(parent: QWidget) -> Path | None:
    """Let the person choose a picture; None if they would rather not."""
    endings = " ".join(f"*{ending}" for ending in ENDINGS)
    kinds = parent.tr("Pictures ({endings})").format(endings=endings)
    name, _ = QFileDialog.getOpenFileName(parent, parent.tr("A photo for your kit"), "", kinds)
    return Path(name) if name else None


class Picture(QWidget):
    """As large as there is room for, and never wider than its page."""

    def __init__(self, name: str, keeper: LookKeeper) -> None:
        super().__init__()
        self.setObjectName(name)
        self._keeper = keeper
        self._pixmap = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_image(self, image: QImage | None) -> None:
        """Show this, or nothing."""
        self._pixmap = QPixmap() if image is None else QPixmap.fromImage(image)
        self.setVisible(image is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for as much as it may have."""
        return self._fitted(self._keeper.look.px(ROOM[0]))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Keep its shape."""
        return self._fitted(width).height()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it at the side where reading begins."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        spot = QRect(QPoint(0, 0), self._fitted(self.width()))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            spot.moveRight(self.width() - 1)
        painter.drawPixmap(spot, self._pixmap)

    def _fitted(self, width: int) -> QSize:
        look = self._keeper.look
        room = QSize(min(width, look.px(ROOM[0])), look.px(ROOM[1]))
        return self._pixmap.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)


class KitPhotoRow(QWidget):
    """The picture itself; what it shows is a word of its own, in the row below it."""

    came = Signal()  # a photo was kept, where none was or another

    def __init__(self, icons: Icons, background: Background, path: Path) -> None:
        """Keep it at `path`, which need not be there yet."""
        super().__init__()
        self.setObjectName("kit_photo_row")
        self.choose_file: ChooseFile = choose_file
        self._icons = icons
        self._background = background
        self._path = path
        self._tries = 0  # only what was chosen last is taken
        self.name = words("label", self.tr("A photo"))
        self.picture = Picture("kit_photo_picture", icons.keeper)
        self.told = words("small", "", "kit_photo_told")
        self.choose_button = compact(
            secondary_button("kit_photo_choose", self.tr("Choose a photo…"), icons, "folder-open")
        )
        self._arrange()
        self.choose_button.clicked.connect(self._choose)

    def show_photo(self, shows: str) -> None:
        """Show what is kept; `shows` is what the person says of it, empty where none is kept."""
        content = kit_photo.kept(self._path) if shows else None
        image = kit_photo.show(content) if content is not None else None
        self.picture.set_image(image)
        self.picture.setAccessibleName(shows)
        self.name.setVisible(not shows)
        gone = self.tr("The picture itself is not on this computer.")
        about = self.tr(
            "It is copied into your folder, smaller and without the place and time in it. Your own "
            "file stays as it is."
        )
        self._tell(gone if shows and image is None else "" if shows else about)
        another = self.tr("Choose another photo…")
        self.choose_button.setText(another if shows else self.tr("Choose a photo…"))

    def leave(self) -> None:
        """What is still on its way in stays out."""
        self._tries += 1
        self.choose_button.setEnabled(True)

    def _choose(self) -> None:
        source = self.choose_file(self)
        if source is None:
            return
        self._tries += 1
        self.choose_button.setEnabled(False)
        self._tell(self.tr("The photo is read."))
        self._background.run(partial(_bring, self._tries, source), self._brought)

    def _brought(self, result: object) -> None:
        at, brought = result if isinstance(result, tuple) else (self._tries, Fault.NOT_READ)
        if at != self._tries:
            return
        self.choose_button.setEnabled(True)
        if isinstance(brought, Fault):
            self._tell(self._why(brought))
            return
        try:
            kit_photo.keep(brought, self._path)
        except NotTakenError as error:
            self._tell(self._why(error.fault))
        else:
            self.came.emit()

    def _why(self, fault: Fault) -> str:
        """Why a file was not taken in, and what may help."""
        return {
            Fault.NO_PICTURE: self.tr(
                "This cannot be read as a picture. JPEG, PNG and WebP work, if the file is whole."
            ),
            Fault.TOO_LARGE: self.tr(
                "This picture is too large to be read safely. A smaller copy of it works."
            ),
            Fault.NOT_READ: self.tr(
                "The file could not be read. It may be on a drive that is not there now."
            ),
            Fault.NOT_KEPT: self.tr(
                "The photo could not be kept. The disk may be full, or closed to writing."
            ),
        }[fault]

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._icons.keeper.look.px(8))
        column.addWidget(self.name)
        column.addWidget(self.picture)
        column.addWidget(self.told)
        column.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeading)


def _bring(at: int, source: Path) -> tuple[int, bytes | Fault]:
    """For the worker: the picture, or why there is none, and which try it was."""
    return at, kit_photo.bring(source)
