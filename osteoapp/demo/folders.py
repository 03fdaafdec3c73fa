"""The throw-away folder of a demo: gone at its end, and after a crash at the next demo."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile

PREFIX: Final = "osteoapp-demo-"
LOCK: Final = "in-use"


class ThrowAway:
    """A folder that nobody else uses. ``close`` removes it; those of demos that died are removed at the start."""

    def __init__(self, root: Path | None = None) -> None:
        self._root = root if root is not None else Path(tempfile.gettempdir())
        self._sweep()
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=self._root))
        self._lock = QLockFile(str(self.path / LOCK))
        self._lock.setStaleLockTime(0)  # only a process that is gone makes it stale
        self._lock.tryLock(0)

    def close(self) -> None:
        """Removes the folder and all in it."""
        self._lock.unlock()
        shutil.rmtree(self.path, ignore_errors=True)

    def _sweep(self) -> None:
        for left in self._root.glob(f"{PREFIX}*"):
            lock = QLockFile(str(left / LOCK))
            lock.setStaleLockTime(0)
            if (left / LOCK).exists() and lock.tryLock(0):
                lock.unlock()
                shutil.rmtree(left, ignore_errors=True)
