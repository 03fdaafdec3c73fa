"""Starts processes that work on a data folder, and kills them."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Workers:
    """Starts workers one at a time and kills them."""

    def __init__(self, within: Sequence[str] = ()) -> None:
        self._server = subprocess.Popen(
            [*within, sys.executable, str(Path(__file__).with_name("worker.py"))],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"},
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def run(self, folder: Path, log: Path, seed: int, *, plant: str = "", kill_after: float | None = None) -> int:
        """Lets a worker work, for so many seconds at most; its wait status."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(json.dumps([str(folder), str(log), seed, plant]) + "\n")
        self._server.stdin.flush()
        child = int(self._server.stdout.readline())
        if kill_after is not None:
            time.sleep(kill_after)  # a real process writes to a real disk meanwhile
            with contextlib.suppress(ProcessLookupError):  # it ended by itself
                os.kill(child, signal.SIGKILL)
        return int(self._server.stdout.readline())

    def seen_from_here(self, path: Path) -> Path:
        """A path as the workers see it, who may have mounted a disk of their own there."""
        return Path(f"/proc/{self._server.pid}/root{path}")

    def close(self) -> None:
        self._server.communicate(timeout=10)
