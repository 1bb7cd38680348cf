"""One window per data folder: a second start brings the first to the front and leaves."""

import os
import zlib
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal

WAIT_MS = 300


class OneInstance(QObject):
    """A local socket of this user, named after the data folder; nothing leaves the machine."""

    another_came = Signal()

    def __init__(self, data: Path) -> None:
        super().__init__()
        self._name = f"attachcalm-{zlib.crc32(os.fsencode(data)):08x}"
        self._server: QObject | None = None

    def hand_over(self) -> bool:
        """Whether another instance is there; it has then been asked to come to the front."""
        if os.name == "posix" and not Path(QDir.tempPath(), self._name).exists():
            return False  # so there is no socket, and no need of the network module
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(WAIT_MS):
            return False
        socket.write(b"front\n")
        socket.waitForBytesWritten(WAIT_MS)
        socket.disconnectFromServer()
        return True

    def listen(self) -> None:
        """Be the one that others find."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)  # left behind by a crash
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._met)
        server.listen(self._name)
        self._server = server

    def _met(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        if isinstance(self._server, QLocalServer):
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
        self.another_came.emit()
