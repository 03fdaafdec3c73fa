"""One running program a data folder: the first one reminds, a later start hands its words over and ends.

A lock file says who is first; it falls by itself when its owner dies, however that happens. Through a local socket
in the same folder, which only its user may enter, a later start passes on the words of its command line. Only
Qt's core and network are needed, no window and no event loop on the side of the later start.
"""

from __future__ import annotations

import contextlib
import enum
import hashlib
import json
import logging
import os
import socket as sockets
import struct
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LOCK = "osteoapp.lock"
_SOCKET = "osteoapp.socket"
# The address of a socket holds 104 bytes on macOS and 108 on Linux, and Qt makes it in a folder of eight more first.
_LONGEST_ADDRESS = 90
_LARGEST = 64 * 1024
_CONNECT_MS = 1000
# The first one answers as soon as its event loop runs; on a slow disk that takes a while after its start.
_ANSWER_MS = 5000
_TELL_MS = 500
_CLIENT_MS = 5000
_RETRY_MS = 50
_OK = b"ok\n"

_log = logging.getLogger(__name__)


class Claim(enum.StrEnum):
    """What a start found."""

    FIRST = "first"
    """No other runs: go on, and listen to ``received``."""
    HANDED_OVER = "handed_over"
    """Another runs and has taken the words: end."""
    SILENT = "silent"
    """Another runs and does not answer: say so and end. Two at one database would remind twice."""


class Handing(enum.StrEnum):
    """What came of handing words over."""

    TAKEN = "taken"
    NOBODY = "nobody"
    NO_ANSWER = "no_answer"


class SingleInstance(QObject):
    """The claim to be the only one at a data folder. Keep it as long as the program runs."""

    received = Signal(list)
    """The words (str) of a later start, in the main thread; none means: come to the front."""
    changed = Signal()
    """The command line has written something; in the main thread."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None
        self._heard: dict[QLocalSocket, bytearray] = {}

    def claim(self, words: list[str]) -> Claim:
        """Becomes the first, or hands the words to who is; takes some 5 s at worst, where the other is silent.

        Makes the folder where it is missing. Raises OSError where no lock can be made in it.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = QLockFile(str(self._folder / _LOCK))
        # No age makes a lock invalid, only the death of its owner, which Qt sees at once.
        lock.setStaleLockTime(0)
        end = QDeadlineTimer(_ANSWER_MS)
        while not self._take(lock):
            handing = hand_over(self._folder, words)
            if handing is Handing.TAKEN:
                return Claim.HANDED_OVER
            if handing is Handing.NO_ANSWER:
                return Claim.SILENT
            # Its owner has only just taken the lock and does not listen yet, or is about to end.
            if end.hasExpired():
                if self._unreadable(lock) and lock.removeStaleLockFile() and self._take(lock):
                    break
                return Claim.SILENT
            QThread.msleep(_RETRY_MS)
        self._listen()
        return Claim.FIRST

    def release(self) -> None:
        """Lets the next start be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _take(self, lock: QLockFile) -> bool:
        if lock.tryLock(0):
            _keep_private(str(self._folder / _LOCK))
            self._lock = lock
            return True
        if lock.error() is not QLockFile.LockError.LockFailedError:
            raise OSError(f"no lock can be made: {self._folder / _LOCK}")
        return False

    def _unreadable(self, lock: QLockFile) -> bool:
        """Whether the lock names no owner, as after a power cut: Qt alone would keep to it for ever.

        Not asked before the patience has run out: a lock that is being made is empty for an instant.
        """
        process, _host, _program = lock.getLockInfo()
        return not process

    # --- the first one

    def _listen(self) -> None:
        address = _address(self._folder)
        # Left over from one that was killed; nobody else can listen, as the lock is ours.
        QLocalServer.removeServer(address)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._greet)
        if not server.listen(address):
            # It is still the only one; a later start finds it silent.
            _log.warning("nobody can hand words over: %s", server.errorString())
        _keep_private(server.fullServerName())
        self._server = server

    @Slot()
    def _greet(self) -> None:
        server = self._server
        while server is not None and server.hasPendingConnections():
            socket = server.nextPendingConnection()
            if not _same_user(int(socket.socketDescriptor())):
                socket.abort()
                socket.deleteLater()
                continue
            self._heard[socket] = bytearray()
            socket.readyRead.connect(self._hear)
            socket.disconnected.connect(self._part)
            # Who connects and says nothing is sent away.
            QTimer.singleShot(_CLIENT_MS, socket, socket.abort)
            self._listen_to(socket)

    @Slot()
    def _hear(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._listen_to(socket)

    @Slot()
    def _part(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._heard.pop(socket, None)
            socket.deleteLater()

    def _listen_to(self, socket: QLocalSocket) -> None:
        heard = self._heard.get(socket)
        if heard is None:
            return
        heard += socket.readAll().data()
        if b"\n" not in heard and len(heard) <= _LARGEST:
            return
        del self._heard[socket]
        message = _message(bytes(heard))
        if message is None:
            socket.abort()
            return
        socket.write(_OK)
        socket.flush()
        socket.disconnectFromServer()
        words = message.get("words")
        if words is not None:
            self.received.emit(words)
        else:
            self.changed.emit()


def _same_user(descriptor: int) -> bool:
    """Whether who connected is the user that this program runs for; beside the rights of the socket, which others set.

    Only Linux says it in a way that Python knows; elsewhere the rights alone keep others out.
    """
    who: int | None = getattr(sockets, "SO_PEERCRED", None)
    user = getattr(os, "getuid", lambda: None)()
    if who is None or user is None:
        return True
    with sockets.socket(fileno=os.dup(descriptor)) as peer:
        form = struct.Struct("3i")  # process, user, group
        return bool(form.unpack(peer.getsockopt(sockets.SOL_SOCKET, who, form.size))[1] == user)


def hand_over(folder: Path, words: list[str]) -> Handing:
    """Passes the words of a start to the program that runs at that folder; needs no event loop.

    NOBODY where none listens. NO_ANSWER where one does and has not said that it took them: it may still.
    """
    return _send(folder, {"words": words}, _ANSWER_MS)


def tell_changed(folder: Path) -> Handing:
    """Tells the program that runs at that folder, if any, to look at what was written; needs no event loop.

    Waits half a second at most: it looks by itself at its next heartbeat.
    """
    return _send(folder, {"changed": True}, _TELL_MS)


def _send(folder: Path, message: dict[str, object], patience: int) -> Handing:
    socket = QLocalSocket()
    socket.connectToServer(_address(folder))
    if not socket.waitForConnected(_CONNECT_MS):
        return Handing.NOBODY
    socket.write(json.dumps(message).encode("ascii") + b"\n")
    end = QDeadlineTimer(patience)
    answer = b""
    while not answer.startswith(_OK):
        if not socket.waitForReadyRead(max(int(end.remainingTime()), 0)):
            return Handing.NO_ANSWER
        answer += socket.readAll().data()
    socket.abort()
    return Handing.TAKEN


def _message(line: bytes) -> dict[str, list[str]] | None:
    """A message: with ``words``, or empty for a change; None for anything that this program does not send."""
    if len(line) > _LARGEST:
        return None
    try:
        message = json.loads(line)
    except ValueError:
        return None
    if message == {"changed": True}:
        return {}
    words = message.get("words") if isinstance(message, dict) else None
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        return None
    return {"words": words}


def _keep_private(path: str) -> None:
    """0600, which Qt gives neither its locks nor its sockets; the folder keeps others out all the same."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.chmod(path, 0o600)


def _address(folder: Path) -> str:
    """Where the one at that folder listens; the same however the folder is written."""
    real = folder.resolve()
    mark = hashlib.sha256(os.path.normcase(str(real)).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    address = f"osteoapp-{mark}"
    if sys.platform != "win32":
        path = real / _SOCKET
        if len(os.fsencode(path)) > _LONGEST_ADDRESS:
            folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
            path = folder / f"osteoapp-{os.getuid()}-{mark}"
        address = str(path)
    return address
